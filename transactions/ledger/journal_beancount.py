"""A ledger as a Beancount file that `bean-check` accepts, with its closing balances asserted to the cent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from transactions.ledger.journal_book import Entry, JournalBook, one_line, tag_names
from transactions.ledger.money import to_text

QUOTED = {"\\": "\\\\", '"': '\\"'}


def beancount_lines(book: JournalBook) -> Iterator[str]:
    """Lines without their ends. Beancount takes directives in any order, so what is opened stands last."""
    yield 'option "title" "SpendWise"'
    for code in book.currencies:
        yield f'option "operating_currency" "{code}"'
    yield ""
    first = book.first_day.isoformat()
    for account in book.accounts:
        yield f"{first} open {book.names[account.id]} {account.currency}"
        yield f"  name: {quoted(account.name)}"
    for entry in book.entries():
        yield ""
        yield from _entry(entry)
    yield ""
    for name in book.counter_names():
        yield f"{first} open {name}"
    if book.last_day < date.max:
        yield ""
        after = (book.last_day + timedelta(days=1)).isoformat()
        closing = book.closing()
        for account in book.accounts:
            amount = to_text(closing[account.id], account.currency)
            yield f"{after} balance {book.names[account.id]} {amount} ~ 0 {account.currency}"


def _entry(entry: Entry) -> Iterator[str]:
    words = f"{quoted(entry.payee)} {quoted(entry.text)}" if entry.payee else quoted(entry.text)
    tags = "".join(f" #{tag}" for tag in tag_names(entry.tags))
    yield f"{entry.day.isoformat()} {'!' if entry.is_pending else '*'} {words}{tags}"
    if entry.id is not None:
        yield f'  id: "{entry.id}"'
    if entry.note:
        yield f"  note: {quoted(entry.note)}"
    for posting in entry.postings:
        yield f"  {posting.account}  {posting.amount}{posting.cost}"
        if posting.note:
            yield f"    note: {quoted(posting.note)}"


def quoted(text: str) -> str:
    return f'"{one_line(text, QUOTED)}"'
