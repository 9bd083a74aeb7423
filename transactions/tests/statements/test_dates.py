"""Dates as banks print them, and the order of day and month as a matter of the whole file."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.statements.csv_dates import DateHabit, FileDates, decide_order
from transactions.statements.csv_habits import date_habit, day_in_name
from transactions.statements.dates import DateParts, read_date, read_short_date


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("2026-03-01", "DMY", date(2026, 3, 1)),
        ("2012:03:01", "DMY", date(2012, 3, 1)),
        ("20091224120000[0:GMT]", "DMY", date(2009, 12, 24)),
        ("10-Nov-9", "DMY", date(2009, 11, 10)),
        ("2019.04.19.", "DMY", date(2019, 4, 19)),
        ("09.01.00 00:58", "DMY", date(2000, 1, 9)),
        ("2018-02-25 12:34:56 +0000", "DMY", date(2018, 2, 25)),
        ("2018-02-25T12:34:56.123Z", "DMY", date(2018, 2, 25)),
        ("12/29/2025", "MDY", date(2025, 12, 29)),
        ("29. Dezember 2025", "DMY", date(2025, 12, 29)),
        ("Dec 29, 2025", "DMY", date(2025, 12, 29)),
        ("Mon, 29 Dec 2025", "DMY", date(2025, 12, 29)),
        ("2026年3月5日", "DMY", date(2026, 3, 5)),
        ("05/03/2569", "DMY", date(2026, 3, 5)),
        ("1111/11/11", "DMY", date(1111, 11, 11)),
        ("01 сентября 2025", "DMY", date(2025, 9, 1)),
        ("14.09.2023 12:30:05", "DMY", date(2023, 9, 14)),
        ("2013-07-03-08.21.36.47192", "DMY", date(2013, 7, 3)),
    ],
)
def test_reads(text: str, order: str, expected: date) -> None:
    parts = read_date(text)

    assert parts is not None
    assert parts.in_order(order) == expected


@pytest.mark.parametrize(
    "text", ["", "31/02/2026", "20260231", "1.234,56", "12:30", "Pending", "15.09. 17:20 SHOP", "03 Feb 2026,Smith"]
)
def test_refuses_what_is_no_date(text: str) -> None:
    parts = read_date(text)

    assert parts is None or all(parts.in_order(order) is None for order in ("DMY", "MDY"))


def test_a_day_without_a_year_waits_for_one() -> None:
    parts = read_short_date("29 Dez")

    assert parts is not None
    assert parts.in_order("DMY", 2025) == date(2025, 12, 29)


def order_of(*cells: str, today: date | None = None, downloaded: date | None = None) -> str:
    booking = [parts for cell in cells if (parts := read_date(cell)) is not None]
    return decide_order(FileDates(booking), DateHabit("DMY"), today=today, downloaded=downloaded).order


def test_one_day_above_twelve_decides_for_all() -> None:
    assert order_of("01/02/2026", "13/02/2026") == "DMY"
    assert order_of("01/02/2026", "02/13/2026") == "MDY"


def test_dates_beside_the_booking_date_are_asked_only_where_it_leaves_the_order_open() -> None:
    def parts(*cells: str) -> list[DateParts]:
        return [found for cell in cells if (found := read_date(cell)) is not None]

    def order(booking: list[DateParts], others: list[DateParts]) -> str:
        return decide_order(FileDates(booking, others), DateHabit("DMY"), today=None, downloaded=None).order

    assert order(parts("30/11/2025", "29/11/2025"), parts("11-22-33", "11-22-33", "11-22-33")) == "DMY"
    assert order(parts("05/11/2025", "06/11/2025"), parts("11/22/2025", "11/23/2025")) == "MDY"


def test_the_order_in_which_the_rows_run_decides() -> None:
    assert order_of("01/09/2025", "02/10/2025", "01/11/2025", "02/12/2025") == "DMY"
    assert order_of("09/01/2025", "10/02/2025", "11/01/2025", "12/02/2025") == "MDY"


def test_no_order_puts_rows_far_into_the_future() -> None:
    assert order_of("12/03/2026", today=date(2026, 3, 15)) == "DMY"
    assert order_of("03/12/2026", today=date(2026, 3, 15)) == "MDY"


def test_no_order_puts_rows_after_the_day_in_the_files_name() -> None:
    assert day_in_name("Statement 20260312-20260401.csv") == date(2026, 4, 1)
    assert order_of("12/03/2026", downloaded=day_in_name("export_2026-03-15.csv")) == "DMY"
    assert order_of("03/12/2026", downloaded=day_in_name("export_2026-03-15.csv")) == "MDY"


def test_with_no_evidence_the_order_stays_open() -> None:
    parts = FileDates([DateParts(numbers=(5, 3, 2026), is_long_year=True)])
    guessed = decide_order(parts, DateHabit("MDY"), today=None, downloaded=None)
    known = decide_order(parts, DateHabit("MDY", "usual with US dollars"), today=None, downloaded=None)

    assert (guessed.order, guessed.open_orders) == ("MDY", ("DMY", "MDY"))
    assert "please check" in guessed.in_words
    assert (known.order, known.open_orders) == ("MDY", ())


def test_dates_that_are_the_same_either_way_leave_nothing_open() -> None:
    parts = FileDates([DateParts(numbers=(3, 3, 2026), is_long_year=True)])

    assert decide_order(parts, DateHabit("DMY"), today=None, downloaded=None).open_orders == ()


@pytest.mark.parametrize(
    ("cells", "names", "currency", "expected"),
    [
        (["05.03.2026"], ["Date", "Amount"], "USD", "DMY"),
        (["05/03/2026"], ["Date", "Cheque Number", "Amount"], "", "DMY"),
        (["05/03/2026"], ["Date", "Amount"], "INR", "DMY"),
        (["05/03/2026"], ["Fecha", "Importe"], "USD", "DMY"),
        (["05/03/2026"], ["Date", "Amount"], "USD", "MDY"),
        (["05/03/2026"], ["Posting Date", "Check or Slip #", "Amount"], "", "MDY"),
    ],
)
def test_the_origin_of_a_file_tells_its_habit(cells: list[str], names: list[str], currency: str, expected: str) -> None:
    habit = date_habit(cells, names, currency, has_dollars=False, has_decimal_comma=False)

    assert (habit.order, bool(habit.reason)) == (expected, True)


def test_plain_english_names_no_country() -> None:
    assert date_habit(["05/03/2026"], ["Date", "Amount"], "", has_dollars=False, has_decimal_comma=False).reason == ""


@given(st.text(max_size=60))
def test_never_raises(text: str) -> None:
    parts = read_date(text)

    assert parts is None or parts.fixed is not None or parts.numbers is not None


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("115/07/01", date(2026, 7, 1)),
        ("1150305", date(2026, 3, 5)),
        ("民國115年3月5日", date(2026, 3, 5)),
        ("1403/05/20", date(2024, 8, 10)),
        ("1399/12/30", date(2021, 3, 20)),
        ("۱۴۰۵/۰۶/۱۸", date(2026, 9, 9)),
        ("5 มี.ค. 2569", date(2026, 3, 5)),
        ("2025.11.17., hétfő", date(2025, 11, 17)),
        ("15 listopada 2025", date(2025, 11, 15)),
        ("15. listopada 2025.", date(2025, 10, 15)),
    ],
)
def test_years_and_months_of_other_calendars(printed: str, day: date) -> None:
    parts = read_date(printed)

    assert parts is not None
    assert parts.in_order("DMY") == day


def test_a_day_that_the_other_calendar_does_not_have_is_none() -> None:
    assert read_date("1400/12/30") is None  # 1400 is no leap year
    assert read_date("115/13/01") is None
    assert read_date("1159901") is None
