"""The report's part on goals and debts: every figure a fact that is computed again, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from advisory.analysis.facts import recompute
from advisory.analysis.planning.payoff import DebtTermsSaid, PayoffSaid
from advisory.analysis.planning.standing import GoalPlan
from advisory.narration.voice import Language
from advisory.reports.document import ReportDocument, Section
from advisory.reports.monthly import build_monthly_report
from advisory.tests.built import findings_in
from advisory.tests.households import NAMESPACE, SAVINGS, household, month
from transactions.ledger.columns import AccountState

pytestmark = pytest.mark.usefixtures("plainest")
BOAT = GoalPlan("7", "Boat", "EUR", 2_000_000, date(2028, 4, 30), (SAVINGS,))
CAR = AccountState(8, "Car", "loan", "EUR", -900_000, True)
CARD = AccountState(9, "Card", "credit_card", "EUR", -200_000, True)
TERMS = (DebtTermsSaid(8, Decimal("4.5"), 20_000), DebtTermsSaid(9, Decimal("19.9"), 5_000))


def document(
    *plans: GoalPlan,
    debts: Sequence[AccountState] = (),
    terms: Sequence[DebtTermsSaid] = TERMS,
    language: Language = "en",
    months: int = 14,
) -> ReportDocument:
    home, october = household(months=months), month("2026-10")
    accounts = [*home.accounts(), *debts]
    found = findings_in(home.columns(), accounts, october, NAMESPACE)
    found = replace(found, goals=plans, payoffs=PayoffSaid(tuple(terms), {"EUR": 30_000}))
    return build_monthly_report(
        home.columns(), accounts, october, namespace=NAMESPACE, base_currency="EUR", is_partial=False,
        language=language, found=found,
    )  # fmt: skip


def part(told: ReportDocument) -> Section | None:
    return next((one for one in told.sections if one.id == "goals"), None)


def said(told: ReportDocument) -> list[str]:
    section = part(told)
    assert section
    return [one.text for one in section.sentences]


def cells(told: ReportDocument, table: str) -> list[list[str]]:
    section = part(told)
    assert section
    (found,) = [one for one in section.tables if one.id == table]
    return [[cell.text for cell in row] for row in found.rows]


def test_without_goals_and_debts_there_is_no_such_part() -> None:
    assert part(document()) is None
    assert part(document(debts=[CAR], terms=())) is None


def test_a_goal_is_told_with_its_odds_and_what_it_takes() -> None:
    told = document(BOAT)
    (row,) = cells(told, "goals")
    assert (row[0], row[2], row[3]) == ("Boat", "€20,000.00", "30 April 2028")
    assert row[4].endswith("%")
    assert said(told)[0].startswith(row[1])
    assert row[4] in said(told)[1]
    assert len(said(told)) == 3


@pytest.mark.parametrize(
    ("plan", "months", "text"),
    [
        (replace(BOAT, target_minor=100), 14, "Boat is reached: €1.00 is there."),
        (replace(BOAT, target_date=date(2026, 10, 1)), 14, "Its day, 1 October 2026, has passed."),
        (BOAT, 3, "How likely it is by 30 April 2028 needs six full months to be told."),
        (replace(BOAT, target_date=date(2028, 4, 30), monthly_minor=10**9), 14,
         "Four in five of these paths arrive without putting more aside."),
    ],
)  # fmt: skip
def test_where_there_are_no_odds_it_says_why(plan: GoalPlan, months: int, text: str) -> None:
    assert said(document(plan, months=months))[-1] == text


def test_ways_to_pay_off_stand_side_by_side() -> None:
    told = document(debts=[CAR, CARD])
    ways = {row[0]: row[1:] for row in cells(told, "debts_eur")}
    assert list(ways) == ["Least payments only", "Dearest first", "Smallest first", "Your own order"]
    assert ways["Least payments only"][3] == "–"
    assert int(ways["Dearest first"][1]) < int(ways["Least payments only"][1])
    assert said(told)[0] == "You owe €11,000.00 on loans and cards whose terms are known."
    assert ways["Dearest first"][0] in said(told)[1] or ways["Smallest first"][0] in said(told)[1]


def test_what_never_ends_and_what_nobody_described_is_said() -> None:
    endless = [DebtTermsSaid(8, Decimal(150), 1)]
    told = said(document(debts=[replace(CAR, balance_minor=-90_000_000), CARD], terms=endless))
    assert told[1] == "What you pay on them does not keep up with the interest: they would never be paid off."
    alone = said(document(debts=[CAR, CARD], terms=TERMS[:1]))
    assert alone[1].startswith("It still costs €")
    assert alone[2] == "Card is left out: nobody has said what it costs."


def test_every_figure_is_computed_again_from_its_evidence() -> None:
    told = document(BOAT, replace(BOAT, key="8", name="Trip", target_minor=90_000), debts=[CAR, CARD])
    amounts: dict[int, int] = {}
    for share in household().columns().shares:
        amounts[share.transaction_id] = amounts.get(share.transaction_id, 0) + share.amount_minor
    values = {fact.id: fact.value for fact in told.facts}
    made = [fact for fact in told.facts if fact.metric.startswith(("goal_", "debt_", "account_"))]
    assert {"goal_saved", "goal_part", "goal_odds", "debt_interest", "debt_gap"} <= {fact.metric for fact in made}
    for fact in made:
        assert recompute(fact, amounts, [values[pk] for pk in fact.inputs]) == fact.value


def test_german_speaks_of_the_same_facts() -> None:
    english, german = (document(BOAT, debts=[CAR, CARD], language=one) for one in ("en", "de"))
    assert english.facts == german.facts
    section = part(german)
    assert section
    assert section.title == "Ziele und Schulden"
    assert [row[0] for row in cells(german, "debts_eur")] == [
        "Nur Mindestraten", "Teuerste zuerst", "Kleinste zuerst", "Deine Reihenfolge"
    ]  # fmt: skip
    assert not {one.text for one in section.sentences} & set(said(english))


def test_goals_speak_in_health_and_advice() -> None:
    poor = replace(BOAT, target_minor=90_000_000)
    told = document(poor)
    (advice,) = [one for one in told.sections if one.id == "advice"]
    assert "goal_pace" in {fact.metric for fact in told.facts}
    assert [item.rule for item in advice.items].count("A25") == 1
