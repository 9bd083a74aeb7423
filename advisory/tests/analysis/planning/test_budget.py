"""A budget from the own months."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory.analysis.facts import FactBook, recompute
from advisory.analysis.history import History
from advisory.analysis.planning import BudgetPlan, propose_budget
from advisory.analysis.study import Study
from advisory.tests.households import NAMESPACE, Household, household, month
from advisory.tests.ledgers import Ledger, ledgers
from transactions.ledger.columns import Columns

bounded = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def study_of(columns: Columns) -> Study:
    return Study(History.of(columns, (), month(), "EUR", is_partial=False), FactBook.over(columns, NAMESPACE))


def budget(home: Household, cut: int = 0) -> BudgetPlan:
    return propose_budget(study_of(home.columns()), cut_minor=cut)


def test_each_category_gets_what_seven_in_ten_months_kept() -> None:
    lines = {line.name: line for line in budget(household()).lines}
    rent, groceries = lines["Rent mortgage"], lines["Groceries"]
    assert (rent.reason, rent.proposed.value, rent.kept.value) == ("fixed", "-980.00", "1.0000")
    assert groceries.reason == "steady"
    assert Decimal("0.7") <= Decimal(groceries.kept.value) < 1
    assert Decimal(groceries.proposed.value) <= Decimal(groceries.usual.value)


def test_what_comes_in_lumps_is_put_aside_evenly_and_rolls_over() -> None:
    home = household()
    home.book(date(2026, 5, 9), -120_000, "Versicherung", "insurance")
    line = next(line for line in budget(home).lines if line.name == "Insurance")
    assert (line.reason, line.proposed.value, line.rolls_over) == ("lumpy", "-100.00", True)


def test_a_cut_goes_where_months_differ_and_never_below_the_cheapest() -> None:
    plain, cut = budget(household()), budget(household(), cut=1500)
    assert plain.total
    assert cut.total
    assert (cut.uncut_minor, Decimal(cut.total.value) - Decimal(plain.total.value)) == (0, Decimal("15.00"))
    assert {line.reason for line in cut.lines if line.cut} == {"steady"}
    asked = budget(household(), cut=10**7)
    assert asked.total
    assert 0 < asked.uncut_minor < 10**7
    assert Decimal(asked.total.value) - Decimal(plain.total.value) == Decimal(10**7 - asked.uncut_minor) / 100


def test_without_three_months_it_says_so() -> None:
    found = budget(household(months=2))
    assert (found.lines, found.total, found.missing) == ((), None, "three full months")


def test_goals_need_nothing_negative() -> None:
    with pytest.raises(ValueError, match="not negative"):
        budget(household(), cut=-1)


@bounded
@given(ledgers(most=60), st.integers(0, 10**6))
def test_lines_add_up_and_every_figure_is_proven(ledger: Ledger, cut: int) -> None:
    study = study_of(ledger.columns)
    found = propose_budget(study, cut_minor=cut)
    if found.total:
        assert sum(Decimal(line.proposed.value) for line in found.lines) == Decimal(found.total.value)
    cuts = sum(Decimal(line.cut.value) for line in found.lines if line.cut)
    assert cuts == Decimal(cut - found.uncut_minor) / 100
    amounts: defaultdict[int, int] = defaultdict(int)
    for share in ledger.columns.shares:
        amounts[share.transaction_id] += share.amount_minor
    facts = study.book.facts
    for fact in facts.values():
        assert recompute(fact, amounts, [facts[key].value for key in fact.inputs]) == fact.value, fact
