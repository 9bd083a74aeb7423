"""Health as it is stored: a row a month, proven while it is the newest."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from accounts.models import User
from advisory.models import Fact, HealthScore
from advisory.selectors.facts import stale_among
from advisory.services.analysis import analysis_refresh
from advisory.tests.living import Living, household

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(alice: User) -> Living:
    book = household(alice)
    analysis_refresh(owner=alice)
    return book


def scores(owner: User) -> dict[date, float | None]:
    return dict(HealthScore.objects.filter(owner=owner).order_by("as_of").values_list("as_of", "score"))


def test_twelve_months_are_scored_and_the_newest_is_proven(home: Living) -> None:
    rows = list(HealthScore.objects.filter(owner=home.owner).order_by("-as_of"))
    assert [row.as_of for row in rows][:2] == [date(2025, 5, 31), date(2025, 4, 30)]
    assert [bool(row.facts) for row in rows] == [True] + [False] * 11
    assert [bool(row.indicators) for row in rows] == [True] + [False] * 11
    assert len(rows) == 12


def test_a_later_month_takes_over_and_the_past_stays_the_same(home: Living) -> None:
    before = scores(home.owner)
    for day, amount, payee in ((1, "-980.00", "Linden Housing"), (25, "2850.00", "Harbour Employer")):
        home.row(date(2025, 7, day), amount, payee)
    home.row(date(2025, 7, 31), "-20.00", "Corner Market")
    analysis_refresh(owner=home.owner)
    after = scores(home.owner)
    assert max(after) == date(2025, 7, 31)
    assert {day: after[day] for day in before if day in after} == before, "as they were when they were the newest"
    assert len(after) == len(before) + 2, "months that were scored once are kept"
    facts = list(Fact.objects.filter(owner=home.owner))
    assert stale_among(home.owner, facts) == frozenset()


def test_months_of_before_go_with_their_rows(home: Living) -> None:
    HealthScore.objects.create(owner=home.owner, as_of=date(2023, 5, 31), engine="health@0")
    HealthScore.objects.create(owner=home.owner, as_of=date(2024, 2, 29), score=50.0, engine="health@0")
    home.change(home.rows()[-1], amount=Decimal("-1.00"))
    analysis_refresh(owner=home.owner)
    found = scores(home.owner)
    assert date(2023, 5, 31) not in found, "nothing was booked then"
    assert found[date(2024, 2, 29)] == 50.0


def test_another_owner_keeps_what_is_theirs(home: Living, bob: User) -> None:
    HealthScore.objects.create(owner=bob, as_of=date(2020, 1, 31), engine="health@0")
    home.change(home.rows()[-1], amount=Decimal("-1.00"))
    analysis_refresh(owner=home.owner)
    assert HealthScore.objects.filter(owner=bob).count() == 1
