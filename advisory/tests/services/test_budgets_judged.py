"""Advice on budgets that are hardly ever, or nearly always, kept, from what was planned and what was spent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from accounts.models import User
from advisory.models import Advice
from advisory.selectors.budget_states import budget_states, budget_values, budget_words
from advisory.services.analysis import analysis_refresh
from advisory.services.budgets import Wanted, budgets_plan
from advisory.tests.books import Book
from transactions.ledger.period import add_months, month_of

pytestmark = pytest.mark.django_db
FIRST = date(2025, 1, 1)


@pytest.fixture
def book(alice: User) -> Book:
    """Nine months in which groceries cost 100 and more of the 60 that are planned, and coffee 20 of 30 twice."""
    book = Book(alice)
    for at in range(9):
        start = add_months(FIRST, at)
        book.row(start.replace(day=2), "2500.00", "Harbour Employer", "income_salary")
        book.row(start.replace(day=5), f"-{100 + at}.00", "Corner Market", "groceries")
        book.row(start.replace(day=8), "-20.00" if at % 2 else "-40.00", "Kiosk", "coffee")
        wanted = [Wanted(book.category("groceries"), "", Decimal(60)), Wanted(book.category("coffee"), "", Decimal(30))]
        budgets_plan(owner=alice, month=start, wanted=wanted)
    book.row(date(2025, 10, 3), "-1.00", "Kiosk", "coffee")
    return book


def test_how_a_budget_was_kept_is_counted_over_the_months_it_was_planned_in(book: Book) -> None:
    tight, fair = budget_states(owner=book.owner, month=month_of(date(2025, 9, 1)))
    assert (tight.kept, tight.months, tight.planned_minor, tight.proposed_minor) == (0, 9, 6000, 10600)
    assert (fair.kept, fair.months, fair.planned_minor) == (4, 9, 3000)
    assert budget_values((tight, fair)) == {f"budget:{tight.key}:kept": "0.0000", f"budget:{fair.key}:kept": "0.4444"}


def test_a_budget_that_is_never_kept_becomes_advice(book: Book) -> None:
    analysis_refresh(owner=book.owner)
    tight, _ = budget_states(owner=book.owner, month=month_of(date(2025, 9, 1)))
    (found,) = Advice.objects.filter(owner=book.owner, rule="A27")
    assert found.dedup_key == f"A27:budget={tight.key}"
    assert found.follow_up["watch"]["value"] == f"budget:{tight.key}:kept"


def test_what_is_planned_is_part_of_what_a_run_sees(book: Book) -> None:
    before = budget_words(book.owner)
    wanted = [Wanted(book.category("coffee"), "", Decimal(31))]
    budgets_plan(owner=book.owner, month=date(2025, 9, 1), wanted=wanted)
    assert budget_words(book.owner) != before
