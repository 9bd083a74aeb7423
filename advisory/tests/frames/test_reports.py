"""What a report is computed from is read as one state of the ledger, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from accounts.errors import DomainError
from accounts.models import User
from advisory.frames.reports import report_inputs
from advisory.selectors.reports import inputs_hash
from advisory.tests.books import MONTH, Book
from transactions.ledger.period import parse_month
from transactions.selectors.columns import account_states

pytestmark = pytest.mark.django_db
MARCH = parse_month(MONTH)


def writing_meanwhile(monkeypatch: pytest.MonkeyPatch, write: Callable[[int], object]) -> None:
    """After each look at the accounts something is written; `write` hears which look it was."""
    real, looks = account_states, iter(range(1, 100))

    def look(**asked: Any) -> Any:
        found = real(**asked)
        write(next(looks))
        return found

    monkeypatch.setattr("advisory.frames.reports.account_states", look)


def test_all_rows_up_to_the_end_of_the_month_and_their_hash(book: Book) -> None:
    book.row(date(2025, 4, 1), "-1")
    inputs = report_inputs(owner=book.owner, period=MARCH, partial=False)
    assert len(inputs.columns) == 15
    assert set(inputs.states) == {share.transaction_id for share in inputs.columns.shares}
    assert inputs.accounts[0].balance_minor == 625_678
    assert inputs.input_hash == inputs_hash(book.owner, MARCH, partial=False)


def test_a_write_in_between_makes_it_look_again(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    writing_meanwhile(monkeypatch, lambda look: book.row(date(2025, 3, 5), "-1") if look == 1 else None)
    inputs = report_inputs(owner=book.owner, period=MARCH, partial=False)
    assert len(inputs.columns) == 16
    assert inputs.accounts[0].balance_minor == 625_578
    assert inputs.input_hash == inputs_hash(book.owner, MARCH, partial=False)


def test_a_ledger_that_never_stands_still_is_refused(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    writing_meanwhile(monkeypatch, lambda _look: book.row(date(2025, 3, 5), "-1"))
    with pytest.raises(DomainError) as refused:
        report_inputs(owner=book.owner, period=MARCH, partial=False)
    assert refused.value.code == "busy"


def test_others_rows_are_no_inputs(book: Book, bob: User) -> None:
    before = inputs_hash(book.owner, MARCH, partial=False)
    Book(bob).three_months()
    assert inputs_hash(book.owner, MARCH, partial=False) == before
    assert len(report_inputs(owner=book.owner, period=MARCH, partial=False).columns) == 15
