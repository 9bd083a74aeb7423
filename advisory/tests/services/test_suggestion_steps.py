"""Suggestions for very many rows are written in short steps."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from advisory.analysis.findings import Guess
from advisory.models import Suggestion
from advisory.services import suggestions
from advisory.services.suggestions import Guessed, suggestions_store
from advisory.tests.books import Book
from transactions.models import ChangeSet, Transaction
from transactions.services.changes import change_undo

pytestmark = pytest.mark.django_db
ROWS = 5


@pytest.fixture
def guessed(alice: User, monkeypatch: pytest.MonkeyPatch) -> Guessed:
    monkeypatch.setattr(suggestions, "STEP", 2)
    monkeypatch.setattr(suggestions, "BREATH", 0)
    book = Book(alice)
    rows = [book.row(date(2026, 3, day), "-5", "Bakery").pk for day in range(1, ROWS + 1)]
    food = book.category("groceries")
    guesses = [Guess(pk, "food", 0.99, "Like the others.", candidates=(("food", 0.99),), source="own") for pk in rows]
    return Guessed(guesses, {"food": food}, dict.fromkeys(rows), "categories@test")


def test_all_steps_are_one_change_that_is_undone_as_a_whole(alice: User, guessed: Guessed) -> None:
    assert suggestions_store(owner=alice, guessed=guessed) == ROWS
    assert Suggestion.objects.filter(owner=alice, status="applied").count() == ROWS
    (change,) = ChangeSet.objects.filter(owner=alice, kind="rule")
    assert change.row_count == ROWS
    change_undo(owner=alice, change_set_id=change.pk)
    assert not Transaction.objects.filter(owner=alice, category__isnull=False).exists()


def test_no_transaction_writes_more_than_a_step(alice: User, guessed: Guessed) -> None:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        suggestions_store(owner=alice, guessed=guessed)
    written = ('INSERT INTO "advisory_suggestion"', 'COPY "advisory_suggestion"')  # SQLite's way and PostgreSQL's
    inserted = [one["sql"] for one in seen if any(words in one["sql"] for words in written)]
    assert len(inserted) >= -(-ROWS // 2), "one for every two rows, rounded up"


def test_what_nothing_is_said_of_any_more_goes_whatever_the_step(alice: User, guessed: Guessed) -> None:
    suggestions_store(owner=alice, guessed=guessed)
    food = guessed.labels["food"]
    fewer = Guessed(guessed.guesses[:1], guessed.labels, dict.fromkeys(guessed.undecided, food), guessed.engine)
    suggestions_store(owner=alice, guessed=fewer)
    left = Suggestion.objects.filter(owner=alice)
    assert list(left.values_list("transaction_id", flat=True)) == [guessed.guesses[0].id]
