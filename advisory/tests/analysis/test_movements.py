from __future__ import annotations

from datetime import date

from advisory.analysis.facts import FactBook
from advisory.analysis.history import History
from advisory.analysis.movements import largest_movements, unusual_movements
from advisory.analysis.recurring import detect_recurring
from advisory.analysis.study import Study
from advisory.tests.households import NAMESPACE, Household, household, month


def study(home: Household) -> Study:
    history = History.of(home.columns(), home.accounts(), month(), "EUR", is_partial=False)
    return Study(history, FactBook.over(home.columns(), NAMESPACE))


def unusual(home: Household) -> list[str]:
    found = study(home)
    return [movement.amount.value for movement in unusual_movements(found, detect_recurring(found.history.bookings))]


def test_the_largest_payments_come_first_each_with_its_row() -> None:
    largest = largest_movements(study(household()))
    assert [movement.amount.value for movement in largest] == ["-980.00", "-412.50", "-329.00", "-219.99", "-219.99"]
    assert all(len(movement.amount.transactions) == 1 for movement in largest)


def test_an_odd_dinner_is_told_with_what_is_usual_there() -> None:
    (odd,) = unusual_movements(study(household()), [])
    assert odd.is_by_payee
    assert (odd.amount.value, odd.past_largest.value, odd.times.value) == ("-329.00", "-37.90", "10.5618")
    assert len(odd.usual.transactions) == 52


def quiet(last_dinner: int, past: int = 8) -> Household:
    home = Household()
    for at in range(past):
        home.book(date(2026, 1 + at % 9, 10 + at // 9), -3000, "Trattoria Sole", "restaurants")
    home.book(date(2026, 10, 10), last_dinner, "Trattoria Sole", "restaurants")
    return home


def test_a_third_above_the_dearest_so_far_is_the_line() -> None:
    assert unusual(quiet(-4050)) == []
    assert unusual(quiet(-4051)) == ["-40.51"]


def test_fewer_than_six_past_rows_say_nothing() -> None:
    assert unusual(quiet(-40_000, past=5)) == []


def test_a_new_payee_is_held_against_its_category() -> None:
    home = quiet(-3000)
    home.book(date(2026, 10, 12), -50_000, "Chez Neuf", "restaurants")
    (odd,) = unusual_movements(study(home), [])
    assert (odd.is_by_payee, odd.usual.params) == (False, {"category": "Restaurants"})


def test_cash_is_never_unusual() -> None:
    home = Household()
    for at in range(9):
        home.book(date(2026, 1 + at, 10), -5000, "Automat", "cash")
    home.book(date(2026, 10, 10), -60_000, "Automat", "cash")
    assert unusual(home) == []
