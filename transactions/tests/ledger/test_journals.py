"""Rows as double entries: every entry balances, every account ends where the ledger does, bean-check agrees.

hledger's own word is asked by `python -m benchmarks.journals`, which the gate runs.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from beancount import loader
from beancount.core.data import Transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from transactions.ledger.journal_beancount import beancount_lines
from transactions.ledger.journal_book import (
    CLEARING,
    Entry,
    JournalAccount,
    JournalBook,
    JournalRow,
    JournalShare,
    part_name,
    tag_names,
)
from transactions.ledger.journal_hledger import hledger_lines
from transactions.ledger.money import from_minor

DAY = date(2026, 3, 1)
WORDS = st.text('aB ;|[]:#^"\\\n\t@=()!*é日🍎\x07', max_size=12)
AMOUNTS = st.integers(-(10**14), 10**14)
ACCOUNTS = (
    JournalAccount(1, "Giro", "checking", "EUR", 10_000, DAY),
    JournalAccount(2, "Giro", "credit_card", "USD", -5, None),
    JournalAccount(3, "日本", "cash", "JPY"),
)


@st.composite
def rows(draw: st.DrawFn) -> list[JournalRow]:
    made = []
    for number in range(draw(st.integers(0, 8))):
        amount = draw(AMOUNTS)
        part = draw(AMOUNTS)
        shares = (JournalShare(part, (draw(WORDS),), "income"), JournalShare(amount - part, (), "", draw(WORDS)))
        made.append(
            JournalRow(
                id=number,
                account_id=draw(st.sampled_from((1, 2, 3))),
                day=DAY + timedelta(days=number // 2),
                amount_minor=amount,
                payee=draw(WORDS),
                text=draw(WORDS),
                note=draw(WORDS),
                is_pending=draw(st.booleans()),
                tags=(draw(WORDS),),
                shares=shares
                if draw(st.booleans())
                else (JournalShare(amount, (draw(WORDS), draw(WORDS)), "expense"),),
            )
        )
    return made


def weights(entry: Entry) -> dict[str, int]:
    """Sums of an entry by currency, with what a price says in place of the amount."""
    found: dict[str, int] = defaultdict(int)
    for posting in entry.postings:
        if posting.price is None:
            found[posting.currency] += posting.minor
        else:
            found[posting.price[1]] += posting.price[0] if posting.minor > 0 else -posting.price[0]
    return found


@given(rows())
def test_every_entry_balances_and_the_accounts_end_right(made: list[JournalRow]) -> None:
    book = JournalBook(ACCOUNTS, made)
    sums: dict[str, int] = defaultdict(int)
    for entry in book.entries():
        assert set(weights(entry).values()) <= {0}
        for posting in entry.postings:
            sums[posting.account] += posting.minor if posting.account in book.names.values() else 0
    assert {book.names[pk]: amount for pk, amount in book.closing().items()} == {
        name: sums[name] for name in book.names.values()
    }


def beancount_balances(text: str) -> tuple[list[Any], dict[str, Decimal]]:
    entries, errors, _ = loader.load_string(text)
    found: dict[str, Decimal] = defaultdict(Decimal)
    for entry in entries:
        for posting in entry.postings if isinstance(entry, Transaction) else ():
            units: Any = posting.units
            found[posting.account] += units.number
    return errors, found


@settings(max_examples=40, deadline=None)
@given(rows())
def test_beancount_accepts_it_and_finds_our_balances(made: list[JournalRow]) -> None:
    book = JournalBook(ACCOUNTS, made)
    errors, found = beancount_balances("\n".join(beancount_lines(book)))
    assert errors == []
    for account in ACCOUNTS:
        assert found[book.names[account.id]] == from_minor(book.closing()[account.id], account.currency)


def test_a_wrong_closing_balance_would_be_seen() -> None:
    text = "\n".join(beancount_lines(JournalBook(ACCOUNTS, [JournalRow(1, 1, DAY, -100)])))
    errors, _ = beancount_balances(text.replace("balance Assets:Giro 99.00", "balance Assets:Giro 99.01"))
    assert len(errors) == 1


def transfer(day: date, amount: int, account: int = 2) -> list[JournalRow]:
    return [JournalRow(1, 1, DAY, -5000, other=2), JournalRow(2, account, day, amount, other=1)]


def test_a_transfer_of_one_day_is_one_entry_with_both_amounts() -> None:
    found = list(JournalBook(ACCOUNTS, transfer(DAY, 5500)).entries())
    assert [len(entry.postings) for entry in found] == [2, 2, 2]
    assert [(one.account, one.amount, one.cost) for one in found[2].postings] == [
        ("Assets:Giro", "-50.00 EUR", " @@ 55.00 USD"), ("Liabilities:Giro", "55.00 USD", ""),
    ]  # fmt: skip


def test_a_transfer_over_two_days_clears_on_each() -> None:
    found = list(JournalBook(ACCOUNTS, transfer(DAY + timedelta(days=2), 5500)).entries())
    assert [entry.postings[1].account for entry in found[2:]] == [CLEARING, CLEARING]


def test_splits_categories_and_debts_have_their_places() -> None:
    shares = (JournalShare(-100, ("Food", "Café & Bar"), "expense"), JournalShare(30, ("Pay",), "income"))
    row = JournalRow(1, 2, DAY, -70, "Kiosk", 'Say "hi"', shares=shares, is_pending=True, tags=("Trip 2026!",))
    text = "\n".join(beancount_lines(JournalBook(ACCOUNTS, [row])))
    assert '2026-03-01 ! "Kiosk" "Say \\"hi\\"" #Trip-2026' in text
    assert "  Expenses:Food:Cafe-Bar  1.00 USD" in text
    assert "  Income:Pay  -0.30 USD" in text
    other = "\n".join(hledger_lines(JournalBook(ACCOUNTS, [row])))
    assert '2026-03-01 ! (1) Kiosk | Say "hi"' in other
    assert "commodity 1000. JPY" in other
    assert "    Liabilities:Giro  0.00 USD = -0.75 USD" in other


@pytest.mark.parametrize(
    ("text", "name"),
    [("giro", "Giro"), ("", "Unnamed"), ("日本", "Unnamed"), ("Ünal's", "Unal-s"), ("9 lives", "9-lives")],
)
def test_names_are_plain(text: str, name: str) -> None:
    assert part_name(text) == name


def test_tags_are_plain_and_an_empty_book_is_still_a_book() -> None:
    assert tag_names(["a b", "ä", "日", "a b"]) == ["a", "a-b"]
    errors, _ = beancount_balances("\n".join(beancount_lines(JournalBook((), ()))))
    assert errors == []
    assert next(iter(hledger_lines(JournalBook((), ())))) == "decimal-mark ."
