"""A08 to A14, A20 to A25, A27 and A28: where they should speak, and next to it where they should be silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from advisory.analysis.advice.cash import usual_moves
from advisory.analysis.advice.inputs import BudgetState, GoalState, Said
from advisory.analysis.outcomes.accepted import Accepted, Since
from advisory.analysis.outcomes.moves import moves_out
from advisory.tests.analysis.advice.makers import (
    AS_OF,
    CARD,
    GIRO,
    LOAN,
    SAVINGS,
    Ledger,
    gains,
    months_ago,
)


def lived(**openings: int) -> Ledger:
    ledger = Ledger(openings={GIRO: openings.get("giro", 1_000_000)})
    ledger.live()
    return ledger


def charged(words: str, minor: int, *backs: int) -> Ledger:
    ledger = lived()
    for back in backs:
        ledger.book(months_ago(back, 20), minor, words, "fees")
    return ledger


def test_a08_fees_above_a_five_hundredth_of_spending() -> None:
    ledger = charged("Sparbank account fee", -450, *range(12))
    (advice,) = ledger.says("A08")
    assert (advice.figures["fees"].value, advice.figures["count"].value) == ("-54.00", "12")
    assert gains(advice) == ("13.50", "27.00", "48.60")
    ledger.said = Said(values={"A08:fees": {"avoidable_share": "0.8"}})
    assert gains(ledger.says("A08")[0]) == ("21.60", "43.20", "48.60")


def test_a08_is_silent_on_little_and_leaves_penalties_to_others() -> None:
    assert charged("Sparbank account fee", -20, *range(12)).says("A08") == []
    assert charged("Overdraft fee", -1500, *range(12)).says("A08") == []


def test_a09_two_penalties_in_half_a_year() -> None:
    (advice,) = charged("Overdraft fee", -1500, 1, 4).says("A09")
    assert gains(advice) == ("30.00", "60.00", "60.00")
    assert charged("Overdraft fee", -1500, 1).says("A09") == []
    assert charged("Overdraft fee", -1500, 1, 8).says("A09") == []
    assert charged("Account fee", -1500, 1, 4).says("A09") == []


def test_a10_interest_that_stays() -> None:
    (advice,) = charged("Card interest charged", -4000, 0, 1, 2, 3, 4, 5).says("A10")
    assert advice.figures["paid"].value == "-240.00"
    # half a year of it twice, less thirteen parts of twenty-four
    assert gains(advice)[1] == "220.00"
    low, mid, high = map(Decimal, gains(advice))
    assert low < mid < high
    assert charged("Card interest charged", -4000, 0, 1).says("A10") == []


def owing(**values: str) -> Ledger:
    ledger = lived()
    ledger.openings[LOAN] = -800_000
    ledger.said = Said(values={f"A11:account={LOAN}": values})
    return ledger


def test_a11_asks_for_both_rates_and_promises_nothing() -> None:
    (asked,) = owing().says("A11")
    assert (asked.is_question, asked.gain) == (True, None)
    assert [one.key for one in asked.assumptions] == ["apr", "market_rate", "change_costs"]


def test_a11_three_points_above_the_market() -> None:
    (advice,) = owing(apr="0.09", market_rate="0.05", change_costs="70").says("A11")
    assert advice.figures["saved"].value == "250.00"
    assert owing(apr="0.09", market_rate="0.06").says("A11") == []
    assert owing(apr="0.09", market_rate="0.05", change_costs="400").says("A11") == []


@pytest.mark.parametrize(
    ("standing", "rule", "target"),
    [(30_000, "A12", "2000.00"), (180_000, "A12", "2000.00"), (250_000, "A13", "3600.00")],
)
def test_a12_a13_the_first_buffer_and_the_one_that_lasts(standing: int, rule: str, target: str) -> None:
    ledger = lived()
    ledger.openings[GIRO] -= ledger.states(date(2026, 10, 31))[0].balance_minor - standing
    found = [*ledger.says("A12"), *ledger.says("A13")]
    assert [(one.rule, one.figures["target"].value, one.gain) for one in found] == [(rule, target, None)]


def test_a12_is_silent_with_enough_and_with_nothing_known() -> None:
    assert [*lived().says("A12"), *lived().says("A13")] == []


def test_a14_asks_for_a_rate_and_then_moves_what_is_idle() -> None:
    ledger = lived(giro=3_000_000)
    (asked,) = ledger.says("A14")
    assert (asked.is_question, asked.gain) == (True, None)
    ledger.said = Said(values={"A14:idle": {"savings_rate": "0.02"}})
    (advice,) = ledger.says("A14")
    spare = Decimal(advice.figures["spare"].value)
    assert Decimal(gains(advice)[1]) == (spare * Decimal("0.02")).quantize(Decimal("0.01"), "ROUND_FLOOR")
    tight = lived()
    tight.openings[GIRO] = -1_000_000
    assert tight.says("A14") == []


def before_pay(bill_day: int, shortfall: float) -> Ledger:
    ledger = lived(giro=0)
    ledger.pay_series()
    ledger.contract("City Energy", [-12_000] * 6, day=bill_day, key="utilities", role="bill")
    ledger.forecast(shortfall)
    return ledger


def test_a20_a_bill_just_before_payday_while_money_is_short() -> None:
    (advice,) = before_pay(22, 0.5).says("A20")
    assert (advice.figures["due"].value, advice.figures["payday"].value) == ("2026-11-22", "2026-11-25")
    assert advice.gain is None
    assert before_pay(12, 0.5).says("A20") == []
    assert before_pay(22, 0.1).says("A20") == []


def test_a20_and_a21_count_penalties_of_before_only_once() -> None:
    ledger = before_pay(22, 0.5)
    ledger.book(months_ago(1, 20), -1500, "Overdraft fee", "fees")
    (first,), (second,) = ledger.says("A20"), ledger.says("A21")
    assert first.claims == second.claims
    assert second.again is not None
    smaller = second.again(first.claims)
    assert smaller is not None
    assert (smaller.gain, smaller.claims, smaller.key) == (None, frozenset(), second.key)


def test_a21_one_chance_in_five() -> None:
    ledger = lived()
    ledger.forecast(0.25)
    (advice,) = ledger.says("A21")
    assert (advice.figures["low"].value, advice.figures["day"].value) == ("-50.00", "2026-11-09")
    calm = lived()
    calm.forecast(0.15)
    assert calm.says("A21") == []


def test_a22_more_than_nearly_every_month_before() -> None:
    ledger = lived()
    ledger.book(months_ago(0, 26), 100_000, "Harbour Bonus", "income_salary")
    (advice,) = ledger.says("A22")
    assert advice.figures["extra"].value == "1000.00"
    little = lived()
    little.book(months_ago(0, 26), 30_000, "Harbour Bonus", "income_salary")
    assert little.says("A22") == []


def seldom(minor: int) -> Ledger:
    ledger = lived()
    rows = [ledger.book(date(2025 + place, 3, 10), minor, "Tax office", "taxes") for place in range(2)]
    ledger.found(rows, cadence="yearly", role="bill", next_date=date(2027, 3, 10))
    return ledger


def test_a23_yearly_bills_that_are_felt() -> None:
    (advice,) = seldom(-60_000).says("A23")
    assert (advice.figures["year"].value, advice.figures["month"].value) == ("600.00", "50.00")
    assert seldom(-20_000).says("A23") == []


def test_a24_less_than_a_tenth_kept_of_a_steady_income() -> None:
    ledger = Ledger()
    ledger.live(pay=140_000)
    ledger.pay_series()
    (advice,) = ledger.says("A24")
    assert advice.figures["rate"].value == "0.0714"
    assert (advice.figures["month"].value, advice.gain) == ("40.00", None)
    ledger.said = Said(values={"A24:savings": {"savings_target": "0.05"}})
    assert ledger.says("A24") == []


def test_what_usually_leaves_is_counted_as_the_judge_counts_it() -> None:
    """Rows sorted under transfers count as much as those of a confirmed pair; other currencies do not."""
    ledger = lived(giro=3_000_000)
    before = usual_moves(ledger.inputs())
    ledger.book(months_ago(1, 20), -70_000, "Own savings", "transfer")
    ledger.book(months_ago(1, 21), -90_000, "Own savings", "transfer")
    ledger.shares[-1] = replace(ledger.shares[-1], currency="USD")
    assert usual_moves(ledger.inputs()) == before + 70_000
    accepted = Accepted("moved", {"currency": "EUR"}, months_ago(2, 1), 90)
    since = Since(AS_OF, tuple(ledger.shares), accounts=tuple(ledger.states(AS_OF)))
    assert sum(one.amount_minor for one in moves_out(accepted, since)) == -usual_moves(ledger.inputs())


def test_a24_is_silent_without_a_steady_income_and_below_zero() -> None:
    loose, short = Ledger(), Ledger()
    loose.live(pay=140_000)
    assert loose.says("A24") == []
    short.live(pay=120_000)
    short.pay_series()
    assert short.says("A24") == []


def test_a25_a_goal_with_poor_odds() -> None:
    def goal(odds: str) -> Ledger:
        return Ledger(said=Said(goals=(GoalState("1", "Kitchen", Decimal(odds), 25_000, "EUR"),)))

    (advice,) = goal("0.4").says("A25")
    assert (advice.figures["odds"].value, advice.figures["needed"].value) == ("0.4000", "250.00")
    assert goal("0.7").says("A25") == []
    assert Ledger().says("A25") == []


@pytest.mark.parametrize(("kept", "variant"), [(1, "tight"), (6, "loose"), (4, None)])
def test_a27_a_budget_that_is_hardly_or_always_kept(kept: int, variant: str | None) -> None:
    ledger = Ledger(said=Said(budgets=(BudgetState("1", "Restaurants", kept, 6, 9_000, 16_000, "EUR"),)))
    assert [one.variant for one in ledger.says("A27")] == ([variant] if variant else [])


def test_a27_needs_six_months() -> None:
    ledger = Ledger(said=Said(budgets=(BudgetState("1", "Restaurants", 1, 5, 9_000, 16_000, "EUR"),)))
    assert ledger.says("A27") == []


def test_a28_asks_for_categories_above_a_tenth_of_spending() -> None:
    ledger = lived()
    assert ledger.says("A28") == []
    ledger.book(months_ago(0, 8), -20_000, "Builders Yard")
    (advice,) = ledger.says("A28")
    assert (advice.figures["loose"].value, advice.figures["count"].value) == ("-200.00", "1")


def test_a28_names_an_everyday_account_that_fell_silent() -> None:
    ledger = lived()
    ledger.openings |= {CARD: 0, SAVINGS: 0}
    ledger.book(months_ago(2, 3), -1000, "Kiosk", "groceries", CARD)
    ledger.book(months_ago(8, 3), 1000, "Interest", "income_interest", SAVINGS)
    (advice,) = ledger.says("A28")
    assert (advice.variant, advice.figures["seen"].value, advice.subject) == ("silent", "2026-08-03", f"account={CARD}")
    assert ledger.says("A28", is_partial=True) == []
