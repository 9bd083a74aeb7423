"""QIF of many programs: sections, accounts, dates, splits, and what is left out and said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transactions.statements.parsed import Overrides, ParsedSplit, ParsedStatement, ReaderContext
from transactions.statements.qif_reader import QifReader

TODAY = date(2026, 3, 15)


def read(text: str, **context: str | date | Overrides) -> ParsedStatement:
    return QifReader().read(text.encode(), ReaderContext(**{"today": TODAY, **context}))  # type: ignore[arg-type]


def days(*written: str, **context: str | date | Overrides) -> list[date]:
    statement = read("!Type:Bank\n" + "".join(f"D{day}\nT-1.00\n^\n" for day in written), **context)
    assert statement.questions == ()
    return [line.booking_date for account in statement.accounts for line in account.lines]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2/14'2020", date(2020, 2, 14)),
        ("14/2'20", date(2020, 2, 14)),
        (" 1/ 1'00", date(2000, 1, 1)),
        ("8/31' 0", date(2000, 8, 31)),
        ("12/31/98", date(1998, 12, 31)),
        ("2022-09-23", date(2022, 9, 23)),
        ("23.09.22", date(2022, 9, 23)),
        ("09.03.2022", date(2022, 3, 9)),
        ("23-09-2022", date(2022, 9, 23)),
        ("03/25/099Share Withdrawal", date(1999, 3, 25)),
        ("20220923", date(2022, 9, 23)),
        ("05/05/2022", date(2022, 5, 5)),
    ],
)
def test_dates_that_say_it_themselves(written: str, expected: date) -> None:
    assert days(written) == [expected]


def test_one_date_decides_for_all() -> None:
    assert days("03/04/2025", "13/04/2025")[0] == date(2025, 4, 3)
    assert days("03/04/2025", "04/13/2025")[0] == date(2025, 3, 4)


def test_no_order_puts_movements_far_into_the_future() -> None:
    assert days("12/03/2026") == [date(2026, 3, 12)]
    assert days("03/12/2026") == [date(2026, 3, 12)]


def test_closeness_and_sequence_decide_where_both_orders_exist() -> None:
    assert days("03/02/2025", "05/02/2025", "09/02/2025") == [date(2025, 2, day) for day in (3, 5, 9)]
    assert days("02/03/2025", "02/05/2025", "02/09/2025") == [date(2025, 2, day) for day in (3, 5, 9)]
    assert days("01/09/2024", "02/10/2024", "01/11/2024", "02/12/2024")[1] == date(2024, 10, 2)


def test_habits_of_amounts_and_currency_come_last() -> None:
    statement = read("!Type:Bank\nD03/04/2025\nT-1,50\n^\n")

    assert statement.accounts[0].lines[0].booking_date == date(2025, 4, 3)
    assert days("03/04/2025", default_currency="USD") == [date(2025, 3, 4)]


@pytest.mark.parametrize(
    "written",
    [("03/04/2025",), ("01/01/2025", "02/01/2025", "03/01/2025", "04/01/2025")],
    ids=["one", "monthly or daily"],
)
def test_an_open_order_is_asked(written: tuple[str, ...]) -> None:
    text = "!Type:Bank\n" + "".join(f"D{day}\nT-1.00\n^\n" for day in written)
    statement = read(text, default_currency="EUR")

    assert [(q.code, q.assumed, [o.value for o in q.options]) for q in statement.questions] == [
        ("date_order", "DMY", ["DMY", "MDY"])
    ]
    answered = read(text, default_currency="EUR", overrides=Overrides(date_order="MDY"))
    assert answered.questions == ()
    assert answered.source_key == statement.source_key


def test_where_the_answer_changes_nothing_it_is_not_asked() -> None:
    assert days("01/01/2025", "02/02/2025") == [date(2025, 1, 1), date(2025, 2, 2)]


def test_several_accounts_transfers_and_lists() -> None:
    text = (
        "!Option:AutoSwitch\n!Account\nNHome\nTBank\n^\nNVisa\nTCCard\n^\n!Clear:AutoSwitch\n"
        "!Account\nNHome\nTBank\n^\n!Type:Bank \nD1/31/2025\nT-40.00\nL[Visa]\n^^\n"
        "!Account\nNVisa\nTCCard\n^\n!Type:CCard\nD1/31/2025\nT40.00\nL[Home]/Trip\n^\n"
        "!Account\nNHome\nTBank\n^\n!Type:Bank\nD2/1/2025\nT1.00\n^\n!Type:Memorized\nT-5.00\nPRent\n^\n"
    )
    accounts = read(text).accounts

    assert [(a.name, a.kind, len(a.lines)) for a in accounts] == [("Home", "checking", 2), ("Visa", "credit_card", 1)]
    assert [line.transfer_to for account in accounts for line in account.lines] == ["Visa", "", "Home"]
    assert accounts[1].lines[0].tags == ("Trip",)


def test_an_opening_balance_is_a_movement_and_names_the_account() -> None:
    account = read(
        "!Type:Bank\nD1/31/2025\nT99.50\nCX\nPOpening Balance\nL[Current]\n^\nD2/1/2025\nT-1\nL[Current]\n^\n"
    ).accounts[0]

    assert account.name == "Current"
    assert [(line.amount, line.transfer_to) for line in account.lines] == [(Decimal("99.50"), ""), (Decimal(-1), "")]


def test_splits_that_sum_are_kept_and_others_are_said() -> None:
    text = "!Type:Bank\nD1/31/2025\nT-10.00\nL--Split--\nSFood\nEbread\n$-9.00\nS[Cash]\n$-1.00\n^\n"
    line, other = (
        read(text).accounts[0].lines[0],
        read(text.replace("$-1.00", "$-2.00")).accounts[0].lines[0],
    )

    assert line.splits == (ParsedSplit(Decimal("-9.00"), "Food", "bread"), ParsedSplit(Decimal("-1.00"), "[Cash]"))
    assert other.splits == ()
    assert other.description == "(split: Food bread -9.00; [Cash] -2.00)"


def test_a_slash_ends_the_category_only_where_the_file_knows_the_class_or_the_category() -> None:
    lists = "!Type:Class\nNTrip\n^\n"
    movement = "!Type:Bank\nD1/31/2025\nT-1\nLPay/Bonus\n^\nD1/31/2025\nT-1\nLFood:Out/Trip\n^\n"
    lines = read(lists + movement).accounts[0].lines

    assert [(line.category_hint, line.tags) for line in lines] == [("Pay/Bonus", ()), ("Food: Out", ("Trip",))]


def test_investments_are_left_out_and_said() -> None:
    only = read("!Type:Invst\nD1/31/2025\nNBuy\nYACME\nT10.00\n^\n")
    beside = read("!Type:Bank\nD1/31/2025\nT-1\n^\n!Type:Invst\nD1/31/2025\nNDiv\nT2.00\n^\n")

    assert (only.accounts, only.lines_found) == ((), 0)
    assert "investments only" in only.errors[0].message
    assert "1 investment movements" in beside.understood["notes"]
    assert len(beside.accounts[0].lines) == 1


def test_what_cannot_be_read_is_one_error_each_and_the_rest_is_kept() -> None:
    statement = read(
        "!Type:Bank\n^\nD31/2/2025\nT1\n^\nDnever\nT1\n^\nD1/31/2025\nTfive\n^\nT4\n^\nD1/31/2025\nU5.00\n^\n"
    )

    assert [(error.line, error.field) for error in statement.errors] == [
        (3, "booking_date"), (6, "booking_date"), (9, "amount"), (12, "booking_date"),
    ]  # fmt: skip
    assert statement.lines_rejected == 4
    assert [line.amount for line in statement.accounts[0].lines] == [Decimal("5.00")]


def test_records_without_a_header_and_without_a_caret() -> None:
    text = "# made by hand\nD1/31/2025\nT-5.00\nPShop\nD2/1/2025\nT-6.00\nPOther\n^\n"

    assert QifReader().recognise(text.encode()) > 0.8
    assert [line.counterparty for line in read(text).accounts[0].lines] == ["Shop", "Other"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_old_line_ends(encoding: str) -> None:
    data = "!Type:Bank\rD31/1/2025\rT-5,00\rPCafé Münster\r^\r".encode(encoding)

    assert QifReader().recognise(data) > 0.9
    line = QifReader().read(data, ReaderContext()).accounts[0].lines[0]
    assert (line.counterparty, line.amount) == ("Café Münster", Decimal("-5.00"))


def test_too_many_lines_are_refused_in_words() -> None:
    statement = QifReader().read(b"!Type:Bank\n" + b"D1/31/2025\nT1\n^\n" * 5, ReaderContext(max_lines=4))

    assert statement.accounts == ()
    assert "more than 4" in statement.errors[0].message


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["!Type:Bank\n", "!Account\n", "!Type:Invst\n", "!Type:Cat\n", "!Option:AutoSwitch\n",
                         "D1/2'26\n", "D31/12/2025\n", "T-5.00\n", "T1.234,5\n", "$-5\n", "SFood\n", "S[A]\n",
                         "Ex\n", "%50\n", "L[A]/B\n", "NA\n", "TBank\n", "^\n", "^^", "\n", "#\n",
                         "POpening Balance\n", "\x00", "Ä", "9" * 60]),
        max_size=80,
    )
)  # fmt: skip
def test_any_heap_of_lines_gives_a_whole_answer(lines: list[str]) -> None:
    statement = read("".join(lines))

    assert statement.lines_found == sum(len(account.lines) for account in statement.accounts) + statement.lines_rejected
    for account in statement.accounts:
        for line in account.lines:
            assert not line.splits or sum(split.amount for split in line.splits) == line.amount
