from __future__ import annotations

from advisory.analysis.facts import FactBook
from advisory.analysis.history import History
from advisory.analysis.movements import largest_movements
from advisory.analysis.study import Study
from advisory.tests.households import NAMESPACE, Household, household, month


def study(home: Household) -> Study:
    history = History.of(home.columns(), home.accounts(), month(), "EUR", is_partial=False)
    return Study(history, FactBook.over(home.columns(), NAMESPACE))


def test_the_largest_payments_come_first_each_with_its_row() -> None:
    largest = largest_movements(study(household()))
    assert [movement.amount.value for movement in largest] == ["-980.00", "-412.50", "-329.00", "-219.99", "-219.99"]
    assert all(len(movement.amount.transactions) == 1 for movement in largest)
