"""QIF as programs bend it: days with blanks and apostrophes, orders decided over the file, lists, splits, cut ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from transactions.statements.parsed import Overrides, ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

TODAY = date(2026, 3, 15)


def qif(*days: str, amount: str = "-5.00", kind: str = "Bank") -> str:
    return f"!Type:{kind}\n" + "".join(f"D{day}\nT{amount}\nPShop\n^\n" for day in days)


def read(text: str | bytes, date_order: str = "") -> ParsedStatement:
    data = text if isinstance(text, bytes) else text.encode()
    return read_statement(data, ReaderContext(today=TODAY, overrides=Overrides(date_order=date_order)))


def days(statement: ParsedStatement) -> list[date]:
    return [line.booking_date for account in statement.accounts for line in account.lines]


def amounts(statement: ParsedStatement) -> list[Decimal]:
    return [line.amount for account in statement.accounts for line in account.lines]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1/31'06", date(2006, 1, 31)),
        ("1/31' 6", date(2006, 1, 31)),
        (" 1/31'2006", date(2006, 1, 31)),
        ("31/ 1'06", date(2006, 1, 31)),
        ("31-1-2006", date(2006, 1, 31)),
        ("31.01.06", date(2006, 1, 31)),
        ("2006-01-31", date(2006, 1, 31)),
        ("20060131", date(2006, 1, 31)),
        ("31 Jan 2006", date(2006, 1, 31)),
        ("Jan 31, 2006", date(2006, 1, 31)),
        ("1/31/99", date(1999, 1, 31)),
        ("01/31/106", date(2006, 1, 31)),  # years counted from 1900
        ("29/2/2024", date(2024, 2, 29)),
    ],
)
def test_a_day_that_says_its_order_itself(written: str, day: date) -> None:
    statement = read(qif(written))

    assert (days(statement), statement.errors, statement.questions) == ([day], (), ())


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("1/ 2'06", "1/ 9'06", "1/13'06"), (date(2006, 1, 2), date(2006, 1, 9), date(2006, 1, 13))),
        (("2/ 1'06", "9/ 1'06", "13/ 1'06"), (date(2006, 1, 2), date(2006, 1, 9), date(2006, 1, 13))),
        (("02-01-2006", "31-01-2006"), (date(2006, 1, 2), date(2006, 1, 31))),
        (("03/05/2026", "04/01/2026"), (date(2026, 3, 5), date(2026, 4, 1))),  # May lies too far ahead
        (
            ("01/02/2026", "02/02/2026", "05/02/2026", "09/02/2026", "12/02/2026"),
            (date(2026, 2, 1), date(2026, 2, 2), date(2026, 2, 5), date(2026, 2, 9), date(2026, 2, 12)),
        ),
    ],
)
def test_the_order_is_decided_over_the_file(written: tuple[str, ...], expected: tuple[date, ...]) -> None:
    statement = read(qif(*written))

    assert (days(statement), statement.questions) == (list(expected), ())


def test_a_file_that_leaves_the_order_open_asks_and_takes_the_answer() -> None:
    text = qif("01/02/2026")

    assert [question.code for question in read(text).questions] == ["date_order"]
    assert days(read(text, "DMY")) == [date(2026, 2, 1)]
    assert days(read(text, "MDY")) == [date(2026, 1, 2)]


@pytest.mark.parametrize("written", ["", "31/31/2006", "2/30/2006", "0/0/0", "yesterday", "1/2", "99999999"])
def test_a_day_that_does_not_exist_is_reported_with_its_line(written: str) -> None:
    statement = read(qif("01/31/2006", written))

    assert [(error.line, error.field) for error in statement.errors] == [(6, "booking_date")]
    assert (days(statement), statement.lines_rejected) == ([date(2006, 1, 31)], 1)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("-1,234.56", "-1234.56"),
        ("-1.234,56", "-1234.56"),
        ("1,5", "1.5"),
        ("+5", "5"),
        ("-5.", "-5"),
        ("(3.00)", "-3.00"),
        ("3.00-", "-3.00"),
        ("$-3.00", "-3.00"),
        ("-$3.00", "-3.00"),
        ("-1 234,56", "-1234.56"),
        ("0.00", "0.00"),
        ("-1,234,567.00", "-1234567.00"),
    ],
)
def test_amounts(written: str, amount: str) -> None:
    assert amounts(read(qif("01/31/2006", amount=written))) == [Decimal(amount)]


@pytest.mark.parametrize("written", ["", "abc", "1.2.3,4", "--5", "NaN", "1e9", "=1+1"])
def test_an_amount_that_is_none_is_reported(written: str) -> None:
    statement = read(qif("01/31/2006") + f"D02/01/2006\nT{written}\nPBad\n^\n")

    assert [(error.line, error.field) for error in statement.errors] == [(6, "amount")]
    assert statement.lines_rejected == 1


@pytest.mark.parametrize(
    "text",
    [
        qif("01/31/2006").lower().replace("d01", "D01"),
        qif("01/31/2006").replace("\n", "\r\n"),
        qif("01/31/2006").replace("\n", "\r"),
        "\ufeff" + qif("01/31/2006"),
        qif("01/31/2006").replace("!Type:Bank", "!Type: bank "),
        qif("01/31/2006").replace("!Type:Bank\n", "!Option:AutoSwitch\n!Clear:AutoSwitch\n!Type:Bank\n\n"),
        qif("01/31/2006") + "\x1a",
        qif("01/31/2006").replace("T-5.00", "U-5.00\nT-5.00"),
        qif("01/31/2006").replace("T-5.00", "U-5.00"),
        qif("01/31/2006").replace("PShop", "PShop\nN101\nCX\nAStreet 1\nA City"),
        qif("01/31/2006").replace("^\n", "^^\n"),
        qif("01/31/2006").removeprefix("!Type:Bank\n"),
        qif("01/31/2006", kind="CCard"),
        qif("01/31/2006", kind="Cash"),
        qif("01/31/2006", kind="Oth L"),
    ],
)
def test_one_movement_however_it_is_written(text: str) -> None:
    statement = read(text)

    assert (statement.format, statement.errors) == ("qif", ())
    assert (days(statement), amounts(statement)) == ([date(2006, 1, 31)], [Decimal(-5)])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252", "utf-8-sig"])
def test_encodings(encoding: str) -> None:
    statement = read(qif("01/31/2006").replace("Shop", "Café").encode(encoding))

    assert [line.counterparty for line in statement.accounts[0].lines] == ["Café"]


@pytest.mark.parametrize(
    ("end", "kept", "rejected"),
    [
        ("D02/01/2006\nT-7.00\nPShop\n", 2, 0),  # whole lines: kept, and said
        ("D02/01/2006\nT-7.0", 1, 1),  # the amount itself may be cut
        ("D02/01/20", 1, 1),
        ("D02/01/2006\n", 1, 1),
    ],
)
def test_a_last_record_without_its_caret_says_that_the_file_was_cut_off(end: str, kept: int, rejected: int) -> None:
    statement = read(qif("01/31/2006") + end)

    assert (len(amounts(statement)), statement.lines_rejected) == (kept, rejected)
    assert "cut off" in statement.errors[-1].message
    assert statement.errors[-1].line == 6


def test_records_without_any_caret_are_told_apart_by_their_dates() -> None:
    statement = read("!Type:Bank\nD01/31/2006\nT-5.00\nPA\nD02/01/2006\nT-6.00\nPB\n")

    assert amounts(statement) == [Decimal(-5), Decimal(-6)]


def test_splits_are_shares_where_they_sum_and_words_where_they_do_not() -> None:
    record = "D01/31/2006\nT-10.00\nSFood\n$-7.00\nEBread\nSHome:Soap\n$-3.00\n^\n"
    right = read(f"!Type:Bank\n{record}").accounts[0].lines[0]
    wrong = read(f"!Type:Bank\n{record.replace('$-3', '$-4')}").accounts[0].lines[0]

    assert [(split.category_hint, split.amount, split.note) for split in right.splits] == [
        ("Food", Decimal(-7), "Bread"),
        ("Home: Soap", Decimal(-3), ""),
    ]
    assert (wrong.amount, wrong.splits) == (Decimal(-10), ())
    assert "Food" in wrong.description


def test_accounts_of_a_list_are_told_apart_and_lists_are_no_movements() -> None:
    text = (
        "!Option:AutoSwitch\n!Account\nNGiro\nTBank\n^\nNCard\nTCCard\n^\n!Clear:AutoSwitch\n!Type:Cat\nNFood\nE\n^\n"
        "!Account\nNGiro\nTBank\n^\n!Type:Bank\nD01/31/2006\nT-5.00\nL[Card]\n^\n"
        "!Account\nNCard\nTCCard\n^\n!Type:CCard\nD01/31/2006\nT5.00\nL[Giro]\n^\n"
    )
    accounts = read(text).accounts

    assert [(one.name, one.kind, [(line.amount, line.transfer_to) for line in one.lines]) for one in accounts] == [
        ("Giro", "checking", [(Decimal(-5), "Card")]),
        ("Card", "credit_card", [(Decimal(5), "Giro")]),
    ]


def test_investments_alone_are_refused_in_words() -> None:
    statement = read("!Type:Invst\nD01/31/2006\nNBuy\nYACME\nI10.00\nQ5\nT50.00\n^\n")

    assert (amounts(statement), [error.field for error in statement.errors]) == ([], ["file"])
    assert "investment" in statement.errors[0].message


@pytest.mark.parametrize("text", ["!Type:Bank\n", "!Type:Bank\n^\n^\n", "!Account\nNGiro\nTBank\n^\n"])
def test_a_file_without_movements_says_so(text: str) -> None:
    statement = read(text)

    assert amounts(statement) == []
    assert "no movements" in statement.understood["notes"]


@pytest.mark.parametrize(
    "text",
    [
        "!Type:Bank\n" + "^" * 50_000,
        "!Type:Bank\n" + "S[a]\n$1\n" * 20_000 + "D01/31/2006\nT1\n^\n",
        "!Type:Bank\nD" + "1/" * 50_000 + "\n^\n",
        "!Account\n" * 20_000,
        "!Type:Bank\nD01/31/2006\nT" + "9" * 50_000 + "\n^\n",
    ],
)
def test_hostile_repetition_ends_in_an_answer(text: str) -> None:
    statement = read(text)

    assert statement.format == "qif"
    assert statement.errors or statement.understood
