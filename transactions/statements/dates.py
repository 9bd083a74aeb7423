"""Dates as banks write them. One cell gives the readings it allows; the order of day and month is the file's matter.

Times, time zones and weekdays around the date are passed over: a booking date is a day, as printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from transactions.statements.calendars import BUDDHIST, ERAS, REPUBLIC, SOLAR_HIJRI, from_solar_hijri
from transactions.statements.folding import plain_digits
from transactions.statements.words_dates import MONTHS, THAI_MONTHS

MAX_LENGTH = 48
ORDERS = ("DMY", "MDY", "YMD")
PIVOT = 70  # two-digit years: 00 to 69 are 20xx, 70 to 99 are 19xx, as POSIX has it

_TAIL = r"(?P<tail>[\s,.T年日].*|-\d.*|[\[+Z].*|)"
_YEAR_FIRST = re.compile(
    r"(\d{4})\s?[-/.: 年]\s?(\d{1,2})\s?[-/.: 月]\s?(\d{1,2})(?P<tail>[\s,.T日\-].*|[\[+Z].*|)", re.DOTALL
)
_NUMERIC = re.compile(r"(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ']\s?(\d{4}|\d{2})" + _TAIL, re.DOTALL)
_COMPACT = re.compile(r"(\d{8})(?P<tail>\d{4}(?:\d{2})?(?:\.\d{1,6})?(?:\s*\[.*)?|[\s\[T:].*|)", re.DOTALL)
_DAY_NAME = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er)?\.?[-/., ]*(?:de |of )?([^\W\d_]{1,12})\.?[-/., ']*(?:de )?(\d{4}|\d{1,2})" + _TAIL,
    re.DOTALL,
)
_NAME_DAY = re.compile(r"([^\W\d_]{3,12})\.?[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4}|\d{2})" + _TAIL, re.DOTALL)
_YEAR_NAME = re.compile(r"(\d{4})[-/. ]([^\W\d_]{3,12})[-/. ](\d{1,2})" + _TAIL, re.DOTALL)
_REPUBLIC = re.compile(r"(?:民國)?(1[0-3]\d)(?:[./\-年](\d{1,2})[./\-月](\d{1,2})日?|(\d\d)(\d\d))")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_ERA = re.compile(r"(R|H|S|令和|平成|昭和)\s?(\d{1,2})[./\-年](\d{1,2})[./\-月](\d{1,2})日?")
_TIME_FIRST = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?,? +")
_SHORT_NUMERIC = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[.日]?")
_SHORT_NAME = re.compile(r"(\d{1,2})[-/. ]*([^\W\d_]{3,12})\.?")
_SHORT_NAME_FIRST = re.compile(r"([^\W\d_]{3,12})\.?[-/. ]*(\d{1,2})")
_WEEKDAY = re.compile(r"[^\W\d_]{2,10}\.?,? +(?=\d)")
_TIME_TAIL = re.compile(
    r"[\s.T年日\-/|]*(?:,\s+)?(?:\(?[^\W\d_]{2,9}\)?\.?)?[\s,]*(?:[\d:.h]{0,18})?\s*(?:[AaPp]\.?[Mm]\.?)?\s*"
    r"(?:[+\-]\d{2}:?\d{0,2}|Z)?\s*(?:[A-Z]{2,5})?\s*(?:[\[(][^\])]{0,12}[\])])?"
)


@dataclass(frozen=True, slots=True)
class DateParts:
    """What a cell says. `fixed` when only one reading is possible, else three numbers whose order the file decides."""

    fixed: date | None = None
    numbers: tuple[int, int, int] | None = None  # as written, last with its year's century still open
    is_long_year: bool = False
    day_month: tuple[int, int] | None = None  # a date without a year; (a, b) as written
    is_named: bool = False  # the month was a word, so day_month is (day, month)

    def in_order(self, order: str, year: int | None = None) -> date | None:
        """The date under 'DMY', 'MDY' or 'YMD'; `year` completes one that is printed without."""
        if self.fixed is not None:
            return self.fixed
        if self.numbers is not None:
            first, second, third = self.numbers
            if order == "DMY":
                return make_date(third, second, first)
            if order == "MDY":
                return make_date(third, first, second)
            return None if self.is_long_year else make_date(first, second, third)
        if self.day_month is not None and year is not None:
            first, second = self.day_month
            return make_date(year, second, first) if self.is_named or order == "DMY" else make_date(year, first, second)
        return None


@lru_cache(maxsize=8192)
def make_date(year: int, month: int, day: int) -> date | None:
    """A date, or None when there is no such day. Two-digit years are completed, Buddhist and Iranian ones converted."""
    if year < 100:
        year += 2000 if year < PIVOT else 1900
    elif year in BUDDHIST:
        year -= 543
    elif year in SOLAR_HIJRI:
        return from_solar_hijri(year, month, day)
    try:
        return date(year, month, day) if 1000 <= year <= 2300 else None
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def read_date(text: str) -> DateParts | None:
    """The readings a cell allows, or None when it is no date. Impossible days (31 February) are None too."""
    text = text.strip(" \t\u00a0'\"")
    if not 4 <= len(text) <= MAX_LENGTH or text.isalpha():
        return None
    if not text.isascii():
        text = _in_latin(text)
    if not any("0" <= char <= "9" for char in text):
        return None
    return _with_digits_first(text) or _with_more_around(text)


def _with_more_around(text: str) -> DateParts | None:
    """A date after the name of an era, a time or a weekday, or one that starts with the month's name."""
    if (made := _of_an_era(text)) is not None:
        return DateParts(fixed=made)
    if (time := _TIME_FIRST.match(text)) and len(text) - time.end() >= 6:
        return _with_digits_first(text[time.end() :])
    weekday = _WEEKDAY.match(text)
    if weekday and len(text) - weekday.end() >= 6:
        return _with_digits_first(text[weekday.end() :]) or _name_first(text)
    return _name_first(text)


def _in_latin(text: str) -> str:
    """Digits of any script as 0 to 9, and Thai months, which are written with points inside, as numbers' names."""
    text = plain_digits(text)
    if _THAI.search(text):
        for name, month in THAI_MONTHS:
            text = text.replace(name, month)
    return text


def _of_an_era(text: str) -> date | None:
    if era := _ERA.fullmatch(text):
        return make_date(ERAS[era[1]] + int(era[2]), int(era[3]), int(era[4]))
    if (found := _REPUBLIC.fullmatch(text)) and int(found[1]) in REPUBLIC:
        return make_date(int(found[1]) + 1911, int(found[2] or found[4]), int(found[3] or found[5]))
    return None


def looks_like_date(text: str) -> bool:
    """Whether the cell has the shape of a full date, be it a possible day or not."""
    text = text.strip(" \t\u00a0'\"")
    return len(text) <= MAX_LENGTH and any(p.fullmatch(text) for p in (_YEAR_FIRST, _NUMERIC))


def read_short_date(text: str) -> DateParts | None:
    """A day and month without a year, such as 12/29, 29 Dez or 12月29日."""
    text = text.strip(" \t\u00a0'\"")
    if len(text) > 16:
        return None
    if match := _SHORT_NUMERIC.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        if 1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12:
            return DateParts(day_month=(first, second))
    if match := _SHORT_NAME.fullmatch(text):
        return _named_short(int(match[1]), match[2])
    if match := _SHORT_NAME_FIRST.fullmatch(text):
        return _named_short(int(match[2]), match[1])
    return None


def _named_short(day: int, name: str) -> DateParts | None:
    month = month_number(name)
    return DateParts(day_month=(day, month), is_named=True) if month and 1 <= day <= 31 else None


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name or its abbreviation in one of the known languages."""
    return 10 if name == "listopada." else MONTHS.get(name.casefold().rstrip("."))


def _with_digits_first(text: str) -> DateParts | None:
    if not "0" <= text[0] <= "9":
        return None
    for pattern, make in _SHAPES:
        match = pattern.fullmatch(text)
        if match is not None and (_is_time(match["tail"]) or (pattern is _COMPACT and match["tail"][:1].isdigit())):
            return make(match)
    return None


def _name_first(text: str) -> DateParts | None:
    match = _NAME_DAY.fullmatch(text)
    if match is None and (weekday := _WORD_THEN.match(text)):
        match = _NAME_DAY.fullmatch(text[weekday.end() :])
    if match is None or not _is_time(match["tail"]):
        return None
    return _named(int(match[3]), match[1], int(match[2]))


_WORD_THEN = re.compile(r"[^\W\d_]{2,10}\.?,? +")


def _is_time(tail: str) -> bool:
    return not tail or _TIME_TAIL.fullmatch(tail) is not None


def _fixed(year: int, month: int, day: int) -> DateParts | None:
    if year < 100:  # four digits are the year as it is: 0000 is a blank that a system filled, not the year 2000
        return None
    made = make_date(year, month, day) or make_date(year, day, month)
    return DateParts(fixed=made) if made else None


def _named(year: int, name: str, day: int) -> DateParts | None:
    month = month_number(name)
    made = make_date(year, month, day) if month else None
    return DateParts(fixed=made) if made else None


def _autumn(match: re.Match[str]) -> str:
    """Listopad is November in Polish and Czech, and October in Croatian, which puts a point behind the day."""
    name = match[2].casefold()
    is_croatian = name == "listopada" and match[0][len(match[1]) :].startswith(".")
    return "listopada." if is_croatian else name


def _numeric(first: int, second: int, third: str) -> DateParts | None:
    parts = DateParts(numbers=(first, second, int(third)), is_long_year=len(third) == 4)
    return parts if any(parts.in_order(order) for order in ORDERS) else None


def _compact(digits: str) -> DateParts | None:
    year = int(digits[:4])
    if 1900 <= year <= 2100:
        made = make_date(year, int(digits[4:6]), int(digits[6:]))
        return DateParts(fixed=made) if made else None
    if not 1900 <= int(digits[4:]) <= 2100:
        return None
    return _numeric(int(digits[:2]), int(digits[2:4]), digits[4:])


# Digits-first shapes in the order they are tried, and how each becomes a date.
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateParts | None]], ...] = (
    (_YEAR_FIRST, lambda m: _fixed(int(m[1]), int(m[2]), int(m[3]))),
    (_NUMERIC, lambda m: _numeric(int(m[1]), int(m[2]), m[3])),
    (_COMPACT, lambda m: _compact(m[1])),
    (_DAY_NAME, lambda m: _named(int(m[3]), _autumn(m), int(m[1]))),
    (_YEAR_NAME, lambda m: _named(int(m[1]), m[2], int(m[3]))),
)


def orders_that_fit(cells: Iterable[DateParts]) -> dict[str, int]:
    """For each order, how many of the open cells it can read."""
    fits = dict.fromkeys(ORDERS, 0)
    for parts, count in Counter(parts for parts in cells if parts.fixed is None).items():
        for order in ORDERS:
            fits[order] += count * (parts.in_order(order, 2000) is not None)
    return fits
