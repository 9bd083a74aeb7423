"""What stands behind a field's colon: amounts, days and numbers, read strictly, with a sentence where that fails."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from transactions.ledger.period import Period, add_months, month_of
from transactions.ledger.search.nodes import AmountTest, DateField, DateTest, Direction

NUMBER = re.compile(r"([+-]?)(\d{1,15})(?:[.,](\d{1,4}))?")
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
LAST_DAYS = re.compile(r"last-(\d{1,4})-days")
EARLIEST, LATEST = 1, 9998
RELATIVE = ("today", "yesterday", "this-month", "last-month", "this-year", "last-year", "last-30-days")
ID = re.compile(r"#?(\d{1,18})")


@dataclass(frozen=True, slots=True)
class ValueProblem(Exception):  # noqa: N818 (a value that travels up one level, to where the position is known)
    """What is wrong with a value; `suggestion` may stand in its place."""

    message: str
    suggestion: str = ""


def amount_test(direction: Direction, operator: str, text: str) -> AmountTest:
    """`operator` is ':', '=', '>', '>=', '<' or '<='. A written sign makes a size a signed amount."""
    if ".." in text:
        if operator != ":":
            raise ValueProblem("A range needs a colon before it, as in amount:10..20.")
        return _amount_range(direction, text)
    value, is_signed = _number(text)
    direction = _directed(direction, is_signed, text)
    if operator in (":", "="):
        return AmountTest(direction, value, value)
    if operator in (">", ">="):
        return AmountTest(direction, low=value, is_low_open=operator == ">")
    return AmountTest(direction, high=value, is_high_open=operator == "<")


def _amount_range(direction: Direction, text: str) -> AmountTest:
    first, _, last = text.partition("..")
    if not first and not last:
        raise ValueProblem("Say where the range begins or ends, as in amount:10..20.")
    low, low_signed = _number(first) if first else (None, False)
    high, high_signed = _number(last) if last else (None, False)
    if low is not None and high is not None and low > high:
        raise ValueProblem("The range ends before it begins.", f"{last}..{first}")
    return AmountTest(_directed(direction, low_signed or high_signed, text), low, high)


def _directed(direction: Direction, is_signed: bool, text: str) -> Direction:
    if not is_signed:
        return direction
    if direction in ("in", "out"):
        raise ValueProblem("Leave the sign away: the field says which way the money went.", text.lstrip("+-"))
    return "signed"


def _number(text: str) -> tuple[Decimal, bool]:
    """The number, and whether a sign was written."""
    match = NUMBER.fullmatch(text)
    if match is None:
        raise ValueProblem(f"“{shortened(text)}” is not an amount. Write digits and a point, for example 12.50.")
    sign, whole, fraction = match.groups()
    return Decimal(f"{sign}{whole}.{fraction or 0}"), bool(sign)


def date_test(field: DateField, operator: str, text: str, today: date | None) -> DateTest:
    """A year, month or day, a range of them with both ends included, or a word such as last-month."""
    if ".." in text:
        if operator != ":":
            raise ValueProblem("A range needs a colon before it, as in date:2026-01..2026-03.")
        first, _, last = text.partition("..")
        if not first and not last:
            raise ValueProblem("Say where the range begins or ends, as in date:2026-01..2026-03.")
        start = period_of(first, today).start if first else None
        end = period_of(last, today).end if last else None
        if start is not None and end is not None and start >= end:
            raise ValueProblem("The range ends before it begins.", f"{last}..{first}")
        return DateTest(field, start, end)
    period = period_of(text, today)
    bounds = {
        ":": (period.start, period.end),
        "=": (period.start, period.end),
        ">": (period.end, None),
        ">=": (period.start, None),
        "<": (None, period.start),
        "<=": (None, period.end),
    }
    return DateTest(field, *bounds[operator])


def period_of(text: str, today: date | None) -> Period:
    """'2026', '2026-03', '2026-03-31' or a word that is counted from `today`."""
    word = text.casefold()
    if today is not None and (word in RELATIVE or LAST_DAYS.fullmatch(word)):
        return _relative(word, today)
    match = DAY.fullmatch(text)
    if match is None:
        raise ValueProblem(f"“{shortened(text)}” is not a date. Write it as 2026, 2026-03 or 2026-03-31.")
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if not EARLIEST <= year <= LATEST:
        raise ValueProblem(f"“{match[1]}” is not a year.")
    try:
        start = date(year, month, day)
    except ValueError:
        raise ValueProblem(f"There is no {shortened(text)} in the calendar.") from None
    if match[3]:
        return Period(start, start + timedelta(days=1))
    return month_of(start) if match[2] else Period(start, date(year + 1, 1, 1))


def _relative(word: str, today: date) -> Period:
    tomorrow = today + timedelta(days=1)
    if (days := LAST_DAYS.fullmatch(word)) is not None:
        return Period(tomorrow - timedelta(days=max(int(days[1]), 1)), tomorrow)
    this_month, this_year = month_of(today), date(today.year, 1, 1)
    return {
        "today": Period(today, tomorrow),
        "yesterday": Period(today - timedelta(days=1), today),
        "this-month": this_month,
        "last-month": Period(add_months(this_month.start, -1), this_month.start),
        "this-year": Period(this_year, date(today.year + 1, 1, 1)),
        "last-year": Period(date(today.year - 1, 1, 1), this_year),
    }[word]


def id_number(text: str) -> int:
    match = ID.fullmatch(text)
    if match is None:
        raise ValueProblem(f"“{shortened(text)}” is not a number.")
    return int(match[1])


def shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
