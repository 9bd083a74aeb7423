"""Goals in a run of the analysis: their figures, the day they are reached, health and advice that speak of them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import Advice, AnalysisRun, Goal, HealthScore, Report
from advisory.selectors.goals import goals_standing
from advisory.services.advice import advice_assume
from advisory.services.advice_said import said_by
from advisory.services.analysis import analysis_refresh
from advisory.services.debts import debt_terms_set
from advisory.services.goals import goal_create, goal_delete, goal_update
from advisory.services.outcomes import values_of
from advisory.services.stale_reports import reports_check
from advisory.tests.living import LAST, Living, household
from transactions.services.accounts import account_create

pytestmark = pytest.mark.django_db
SOON = timezone.now().date() + timedelta(days=500)


@pytest.fixture
def home(alice: User) -> Living:
    return household(alice)


def wanted(owner: User, target: str, **given: Any) -> Goal:
    said: Any = {"name": "Boat", "currency": "EUR", "target": Decimal(target), "target_date": SOON, **given}
    return goal_create(owner=owner, given=said)


def indicator(owner: User) -> dict[str, Any]:
    newest = HealthScore.objects.filter(owner=owner).order_by("-as_of")[0]
    found: dict[str, Any] = next(one for one in newest.indicators if one["key"] == "goal_pace")
    return found


def test_a_goal_out_of_reach_lowers_health_and_is_advised_on(home: Living, api: Any) -> None:
    analysis_refresh(owner=home.owner)
    assert indicator(home.owner)["value"] is None
    goal = wanted(home.owner, "90000000", accounts=[home.giro.pk])
    run = analysis_refresh(owner=home.owner)
    assert run
    (standing,) = goals_standing(owner=home.owner, as_of=LAST).found
    assert standing.odds
    assert indicator(home.owner)["value"] == f"{standing.odds.odds:.4f}" == "0.0000"
    advice = Advice.objects.get(owner=home.owner, rule="A25")
    assert advice.dedup_key == f"A25:goal={goal.pk}"
    assert analysis_refresh(owner=home.owner) == run
    http: APIClient = api(home.owner)
    links = http.get(f"/api/goals/{goal.pk}/").json()["facts"]
    assert {"saved", "target", "progress", "missing", "due", "odds", "needed", "low", "mid", "high"} == {
        link["name"] for link in links
    }
    for link in links:
        evidence = http.get(link["evidence_url"]).json()
        assert (evidence["matches"], evidence["is_stale"]) == (True, False), link


def test_facts_tell_what_the_page_tells(home: Living, api: Any) -> None:
    goal = wanted(home.owner, "45000", accounts=[home.giro.pk], monthly=Decimal(10))
    analysis_refresh(owner=home.owner)
    told = api(home.owner).get(f"/api/goals/{goal.pk}/").json()
    facts = {link["name"]: link["value"] for link in told["facts"]}
    assert facts["odds"] == told["odds"]
    names = {"needed": "needed_monthly", "saved": "saved", "low": "low", "mid": "mid", "high": "high"}
    assert {name: facts[name] for name in names} == {name: told[shown] for name, shown in names.items()}


def test_the_day_a_goal_is_reached_is_noted_once(home: Living) -> None:
    goal = wanted(home.owner, "5", accounts=[home.giro.pk])
    analysis_refresh(owner=home.owner)
    goal.refresh_from_db()
    assert goal.reached_on == LAST
    analysis_refresh(owner=home.owner)
    first = AnalysisRun.objects.get(owner=home.owner).finished_at
    analysis_refresh(owner=home.owner)
    assert AnalysisRun.objects.get(owner=home.owner).finished_at == first
    assert indicator(home.owner)["value"] is None
    assert not Advice.objects.filter(owner=home.owner, rule="A25").exists()


def test_goals_in_another_currency_have_a_past_of_their_own(home: Living) -> None:
    yen = account_create(owner=home.owner, name="Tokyo", currency="JPY", opening_balance=Decimal(5000))
    goal_create(
        owner=home.owner,
        given={"name": "Trip", "currency": "JPY", "target": Decimal(9000), "target_date": SOON, "accounts": [yen.pk]},
    )
    analysis_refresh(owner=home.owner)
    (standing,) = goals_standing(owner=home.owner, as_of=LAST).found
    assert (standing.saved_minor, standing.reason) == (5000, "history")
    assert indicator(home.owner)["value"] is None


def test_a_report_tells_of_goals_and_is_outdated_by_another(home: Living) -> None:
    goal = wanted(home.owner, "90000", accounts=[home.giro.pk])
    report = home.report("2025-05")
    assert report.status == Report.Status.SUCCEEDED
    assert report.report_facts.filter(fact__metric="goal_odds").exists()
    assert reports_check(owner=home.owner) == 0
    goal_update(owner=home.owner, goal_id=goal.pk, given={"target": Decimal(80000)})
    assert reports_check(owner=home.owner) == 1
    goal_delete(owner=home.owner, goal_id=goal.pk)
    assert not home.report("2025-05").report_facts.filter(fact__metric="goal_odds").exists()


def test_what_came_of_the_advice_is_seen_by_the_odds(home: Living) -> None:
    goal = wanted(home.owner, "90000000")
    states = goals_standing(owner=home.owner, as_of=LAST)
    assert states.values == {f"goal:{goal.pk}:odds": "0.0000"}


def test_advice_on_a_debt_knows_the_rate_that_was_stated(home: Living) -> None:
    loan = account_create(owner=home.owner, name="Car", currency="EUR", kind="loan", opening_balance=Decimal(-9000))
    analysis_refresh(owner=home.owner)
    debt_terms_set(owner=home.owner, account_id=loan.pk, rate=Decimal("9.5"), least=Decimal(200))
    key = f"A11:account={loan.pk}"
    assert said_by(owner=home.owner, as_of=LAST).values[key] == {"apr": "0.095"}
    assert values_of(owner=home.owner) == {f"{key}:apr": "0.095"}
    analysis_refresh(owner=home.owner)
    asked = Advice.objects.get(owner=home.owner, dedup_key=key, is_current=True)
    assert {one["key"]: one["value"] for one in asked.assumptions}["apr"] == "0.095"
    advice_assume(owner=home.owner, advice_id=asked.pk, key="apr", value="0.12")
    assert said_by(owner=home.owner, as_of=LAST).values[key] == {"apr": "0.12"}
