"""Advice through its life in the database: assumptions, answers, what came of it, and what it adds up to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from accounts.errors import DomainError
from accounts.models import User
from advisory.models import Advice, AnalysisRun, Fact, Outcome, RecurringSeries
from advisory.selectors.facts import fact_evidence
from advisory.selectors.findings import advice_totals
from advisory.services.advice import advice_accept, advice_assume, advice_dismiss, advice_done, advice_reopen
from advisory.services.advice_said import said_by
from advisory.services.analysis import analysis_refresh
from advisory.services.series import series_correct
from advisory.tests.living import LAST, Living, household
from transactions.ledger.period import add_months

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(alice: User) -> Living:
    book = household(alice)
    analysis_refresh(owner=alice)
    return book


def again(owner: User) -> None:
    AnalysisRun.objects.filter(owner=owner).delete()
    analysis_refresh(owner=owner)


def rise(owner: User) -> Advice:
    return Advice.objects.get(owner=owner, rule="A03")


def accepted_on(row: Advice, day: date) -> Advice:
    """As if the user had said so on that day: the ledger of these tests is older than today."""
    advice_accept(owner=row.owner, advice_id=row.pk)
    Advice.objects.filter(pk=row.pk).update(accepted_at=datetime(day.year, day.month, day.day, tzinfo=UTC))
    row.refresh_from_db()
    return row


def lives_on(home: Living, months: int, streamly: str) -> None:
    """The months after, with what the subscription costs then."""
    for place in range(1, months + 1):
        first = add_months(LAST.replace(day=1), place)
        home.text_row(first, "-980.00", "Linden Housing", "rent_mortgage")
        home.text_row(first + timedelta(days=11), streamly, "Streamly")
        home.text_row(first + timedelta(days=24), "2850.00", "Harbour Employer", "income_salary")


def test_every_piece_says_how_it_is_followed_and_what_it_takes(home: Living) -> None:
    for row in Advice.objects.filter(owner=home.owner):
        assert row.follow_up["cool_down_days"] >= 30
        assert row.effort
        if row.saving_mid_minor is not None:
            assert row.saving_low_minor is not None
            assert row.saving_high_minor is not None
            assert row.saving_low_minor <= row.saving_mid_minor <= row.saving_high_minor
            assert {"kind", "metric", "window_days", "watch", "baseline_fact"} <= row.follow_up.keys()
        assert set(row.facts.values()) <= set(Fact.objects.values_list("pk", flat=True))


def test_no_row_is_claimed_twice(home: Living) -> None:
    claimed = [pk for ids in Advice.objects.values_list("transactions", flat=True) for pk in ids]
    assert claimed
    assert len(claimed) == len(set(claimed))


def test_the_old_price_again_is_proven_with_figures_that_add_up(home: Living) -> None:
    row = accepted_on(rise(home.owner), LAST)
    lives_on(home, 3, "-12.99")
    again(home.owner)
    newest = row.outcomes.order_by("-as_of").first()
    assert newest is not None
    assert (newest.state, newest.saved_minor) == ("proven", 3 * 300)
    assert Fact.objects.get(pk=newest.facts["saved"]).value == "9.00"
    assert fact_evidence(home.owner, newest.facts["actual"]).matches
    (total,) = advice_totals(owner=home.owner)
    assert (total.claimed, total.proven, total.failed) == (row.saving_mid_minor, 900, 0)


def test_nothing_done_fails_and_makes_room(home: Living) -> None:
    row = accepted_on(rise(home.owner), LAST)
    lives_on(home, 5, "-15.99")
    again(home.owner)
    row.refresh_from_db()
    assert row.outcomes.order_by("-as_of")[0].state == "failed"
    assert (row.status, row.cool_down_until is not None) == ("expired", True)
    assert advice_totals(owner=home.owner)[0].failed == row.saving_mid_minor


def test_one_outcome_a_day_of_measuring(home: Living) -> None:
    row = accepted_on(rise(home.owner), LAST)
    lives_on(home, 1, "-12.99")
    again(home.owner)
    again(home.owner)
    assert list(Outcome.objects.filter(advice=row).values_list("as_of", "state").order_by("as_of")) == [
        (LAST, "pending"),
        (date(2025, 7, 25), "likely"),
    ]


def test_accepted_advice_is_not_given_again_beside_itself(home: Living) -> None:
    row = accepted_on(rise(home.owner), LAST)
    again(home.owner)
    assert Advice.objects.filter(owner=home.owner, rule="A03").count() == 1
    said = said_by(owner=home.owner, as_of=LAST)
    assert row.dedup_key in said.resting
    assert set(row.transactions) <= said.claimed


def test_what_is_done_is_counted_for_a_year(home: Living) -> None:
    row = rise(home.owner)
    advice_done(owner=home.owner, advice_id=row.pk)
    row.refresh_from_db()
    assert row.accepted_at is not None
    day = row.accepted_at.date()
    assert set(row.transactions) <= said_by(owner=home.owner, as_of=day).claimed
    assert said_by(owner=home.owner, as_of=day + timedelta(days=400)).claimed == frozenset()


def test_answers_are_taken_back_one_by_one(home: Living) -> None:
    owner, row = home.owner, accepted_on(rise(home.owner), LAST)
    lives_on(home, 2, "-12.99")
    again(owner)
    measured = Outcome.objects.filter(advice=row).count()
    assert measured > 1
    advice_done(owner=owner, advice_id=row.pk)
    assert advice_reopen(owner=owner, advice_id=row.pk).status == "accepted"
    assert Outcome.objects.filter(advice=row).count() == measured
    advice_dismiss(owner=owner, advice_id=row.pk, reason="not_possible")
    back = advice_reopen(owner=owner, advice_id=row.pk)
    assert (back.status, back.reason, back.ended_at, back.cool_down_until) == ("accepted", "", None, None)
    back = advice_reopen(owner=owner, advice_id=row.pk)
    assert (back.status, back.accepted_at, "due" in back.follow_up) == ("seen", None, False)
    assert not Outcome.objects.filter(advice=row).exists()
    assert said_by(owner=owner, as_of=LAST).claimed == frozenset()
    assert advice_reopen(owner=owner, advice_id=row.pk).status == "seen"


def test_what_was_given_anew_or_has_expired_is_not_taken_back(home: Living) -> None:
    owner, row = home.owner, rise(home.owner)
    advice_dismiss(owner=owner, advice_id=row.pk, reason="not_true")
    twin = Advice.objects.get(pk=row.pk)
    twin.pk, twin.status = None, "new"
    twin.save()
    with pytest.raises(DomainError, match="given again"):
        advice_reopen(owner=owner, advice_id=row.pk)
    twin.delete()
    Advice.objects.filter(pk=row.pk).update(status="expired")
    with pytest.raises(DomainError, match="has ended"):
        advice_reopen(owner=owner, advice_id=row.pk)


def test_an_assumption_outlives_runs_and_the_advice_itself(home: Living) -> None:
    row = Advice.objects.create(
        owner=home.owner, rule="A08", dedup_key="A08:fees", title="x", what="x", why="x", how="x", currency="EUR",
        as_of=LAST, engine="made@1",
        assumptions=[
            {"key": "avoidable_share", "value": "0.5", "unit": "ratio", "source": "default", "is_editable": True}
        ],
    )  # fmt: skip
    advice_assume(owner=home.owner, advice_id=row.pk, key="avoidable_share", value="0.80")
    again(home.owner)
    row.refresh_from_db()
    assert row.status == "expired", "there are no fees in this ledger"
    for month in range(1, 6):
        home.text_row(date(2025, month, 27), "-9.90", "Sparbank account fee", "fees")
    again(home.owner)
    new = Advice.objects.get(owner=home.owner, rule="A08", status="new")
    assert new.assumptions[0] | {"value": "0.8", "source": "user"} == new.assumptions[0]
    assert (new.saving_low_minor, new.saving_mid_minor, new.saving_high_minor) == (1980, 3960, 4455)


def test_marking_a_series_unused_is_advice_to_end_it(home: Living) -> None:
    series = RecurringSeries.objects.get(owner=home.owner, label__icontains="streamly")
    given: Any = {"unused_on": date(2025, 6, 1)}
    series_correct(owner=home.owner, series_id=series.pk, given=given)
    analysis_refresh(owner=home.owner)
    row = Advice.objects.get(owner=home.owner, rule="A01")
    assert row.saving_mid_minor == 12 * 1599
    assert not Advice.objects.filter(owner=home.owner, rule="A03", status="new").exists(), "its rows are claimed"
    series_correct(owner=home.owner, series_id=series.pk, given={"unused_on": None})
    analysis_refresh(owner=home.owner)
    row.refresh_from_db()
    assert row.status == "expired"


def test_answers_move_how_easy_a_rule_is(home: Living) -> None:
    advice_dismiss(owner=home.owner, advice_id=rise(home.owner).pk, reason="not_worth_it")
    assert said_by(owner=home.owner, as_of=LAST).answers == {"A03": (0, 1)}
