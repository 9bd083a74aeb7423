"""Movements as columns: what is taken out leaves the others as they were."""

from __future__ import annotations

from decimal import Decimal

from transactions.statements.csv_drafts import Drafts
from transactions.statements.csv_money import Money, Words
from transactions.statements.csv_records import Record
from transactions.statements.csv_scheme import Scheme
from transactions.statements.dates import DateParts, read_date
from transactions.statements.numbers import parse_amount
from transactions.statements.parsed import ReaderContext
from transactions.statements.registry import read_statement

ROWS = [Record(n + 2, ("2026-01-0" + str(n + 1), f"shop {n}", "D", f"{n}.50"), "") for n in range(4)]
WORDS = Words(flag=2, texts=(1,), kinds=(2, 1))


def day(record: Record) -> DateParts:
    found = read_date(record.cells[0])
    assert found is not None
    return found


def filled(scheme: Scheme) -> Drafts:
    drafts = Drafts(ROWS.__getitem__, WORDS, scheme)
    for number, record in enumerate(ROWS):
        amount = parse_amount(record.cells[3])
        money = Money(debit=amount) if scheme.is_pair else Money(amount=amount, flag="out", balance=Decimal(number))
        drafts.add(number, day(record), None, money)
    return drafts


def test_words_are_cut_again_from_the_row() -> None:
    money = filled(Scheme(amount=3, flag=2)).money[2]
    assert (money.flag_cell, money.text, money.kinds) == ("D", "shop 2", ("D", "shop 2"))


def test_numbers_of_rows_stay_when_others_are_taken_out() -> None:
    drafts = filled(Scheme(amount=3, flag=2))
    drafts.continue_last("and more", 100)
    left = drafts.without({0, 2})
    assert [money.number for money in left.money] == [1, 3]
    assert [draft.record.line for draft in left] == [3, 5]
    assert list(left.balances) == [Decimal(1), Decimal(3)]
    assert list(left.flags) == ["out", "out"]
    assert [list(draft.more_text) for draft in left] == [[], ["and more"]]
    assert len(drafts) == 4
    assert drafts.without(set()) is drafts


def test_money_out_is_held_although_no_column_is_named_for_it() -> None:
    """A fee that stands alone is money out in a table that has a column for money in only."""
    drafts = filled(Scheme(credit=3))
    assert [money.debit for money in drafts.money] == [parse_amount(record.cells[3]) for record in ROWS]
    assert drafts.pop().debit == parse_amount("3.50")
    assert len(drafts) == 3


def test_the_way_of_each_row_by_the_balance_holds_after_a_row_is_rejected() -> None:
    rows = [
        "Date;Description;Amount;Balance;Currency",
        "2026-01-01;word 0;5.00;100.00;XQX",
        "2026-01-02;word 1;10.00;110.00;EUR",
        "2026-01-03;word 2;7.00;103.00;EUR",
    ]
    statement = read_statement("\n".join(rows).encode() + b"\n", ReaderContext(file_name="export.csv"))
    assert [error.line for error in statement.errors] == [2]
    assert [line.amount for account in statement.accounts for line in account.lines] == [10, -7]
