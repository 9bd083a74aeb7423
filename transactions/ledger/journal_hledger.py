"""A ledger as an hledger journal that `hledger check --strict` accepts, with its closing balances asserted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from transactions.ledger.journal_book import Entry, JournalBook, one_line, tag_names
from transactions.ledger.money import currency_exponent, to_text

# A semicolon begins a comment, a bar parts payee and text.
IN_TEXT = {";": ",", "|": "/"}
# In comments brackets may hold dates, and colons make tags; one of them is `date:`.
IN_NOTE = {"[": "(", "]": ")", ":": " -"}


def hledger_lines(book: JournalBook) -> Iterator[str]:
    """Lines without their ends."""
    entries = [line for entry in book.entries() for line in ("", *_entry(entry))]
    yield "decimal-mark ."
    for code in book.currencies:
        yield f"commodity 1000.{'0' * currency_exponent(code)} {code}"
    for account in book.accounts:
        kind = "L" if book.names[account.id].startswith("Liabilities") else "A"
        yield f"account {book.names[account.id]}  ; type:{kind}"
    for name in book.counter_names():
        yield f"account {name}"
    yield from entries
    if book.accounts:
        yield ""
        yield f"{_after(book).isoformat()} * Closing balances"
        closing = book.closing()
        for account in book.accounts:
            code = account.currency
            stands = f"{to_text(closing[account.id], code)} {code}"
            yield f"    {book.names[account.id]}  {to_text(0, code)} {code} = {stands}"


def _after(book: JournalBook) -> date:
    return book.last_day + timedelta(days=1) if book.last_day < date.max else book.last_day


def _entry(entry: Entry) -> Iterator[str]:
    payee, text = one_line(entry.payee, IN_TEXT), one_line(entry.text, IN_TEXT)
    words = f" {payee} | {text}" if payee else f" {text}" if text else ""
    code = "" if entry.id is None else f" ({entry.id})"
    # Without a code a text that begins with a bracket would be taken for one.
    yield f"{entry.day.isoformat()} {'!' if entry.is_pending else '*'}{code}{words}"
    for tag in tag_names(entry.tags):
        yield f"    ; {tag}:"
    if note := one_line(entry.note, IN_NOTE):
        yield f"    ; {note}"
    for posting in entry.postings:
        note = one_line(posting.note, IN_NOTE)
        yield f"    {posting.account}  {posting.amount}{posting.cost}{f'  ; {note}' if note else ''}"
