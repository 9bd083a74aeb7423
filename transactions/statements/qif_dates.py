"""Dates in QIF: how programs write them, and whether day or month comes first, decided from all of them together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from transactions.statements.dates import DateParts, read_date
from transactions.statements.parsed import Question, QuestionOption

AHEAD_DAYS = 40  # scheduled movements may lie ahead of the day of the download
NAMES = {"DMY": "day, month, year", "MDY": "month, day, year", "YMD": "year, month, day"}
CLEARLY = 0.1  # share of neighbouring movements
FEW_PAIRS = 3
PLAIN = "every date says it itself"
# 2/14'2020, 1/ 1'00, 8/31' 0, 03/25/099: the year may be padded, counted from 1900, or run into the text.
SLASHED = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*([-/.'’`])\s*(\d{4}|\d{1,3})(?!\d)")
WITH_POINTS = re.compile(r"\s*\d{1,2}\s*\.")


@dataclass(frozen=True, slots=True)
class Order:
    """The order and why, in words. `question` is set where the file leaves it open."""

    order: str
    reason: str
    question: Question | None = None

    @property
    def in_words(self) -> str:
        return self.reason if self.reason == PLAIN else f"{NAMES[self.order]} ({self.reason})"


def read_qif_date(text: str) -> DateParts | None:
    """What a D field allows; None when it is no date."""
    text = text.strip()
    match = SLASHED.match(text)
    if match is None:
        return read_date(text)
    year = int(match[5])
    is_long = len(match[5]) == 4
    if len(match[5]) == 3:
        year, is_long = 1900 + year, True
    parts = DateParts(numbers=(int(match[1]), int(match[3]), year), is_long_year=is_long or match[4] in "'’`")
    return parts if any(parts.in_order(order) for order in NAMES) else None


def decide(
    sections: Sequence[Sequence[str]],
    *, has_decimal_comma: bool, default_currency: str, today: date | None, override: str,
) -> Order:  # fmt: skip
    """`sections`: the dates of each account as written, in file order."""
    parts = [[found for text in texts if (found := read_qif_date(text))] for texts in sections]
    dates = [one for section in parts for one in section]
    if override in NAMES:
        return Order(override, "as you said")
    if all(one.fixed or one.in_order("DMY") == one.in_order("MDY") for one in dates):
        return Order("MDY", PLAIN)
    able = _able(dates)
    if len(able) == 1:
        return Order(able[0], "the only order in which all dates exist")
    texts = [text for section in sections for text in section if text.strip()]
    if all(WITH_POINTS.match(text) for text in texts):
        return Order("DMY", "dates with points have the day first")
    if today is not None:
        past = [order for order in able if not any(_is_ahead(one, order, today) for one in dates)]
        if len(past) == 1:
            return Order(past[0], "the other order would put movements in the future")
    return _by_sequence(parts, sections, has_decimal_comma=has_decimal_comma, default_currency=default_currency)


def _able(dates: Sequence[DateParts]) -> list[str]:
    """Day or month first where either reads most dates; the year first only where it reads more."""
    fits = {order: sum(one.in_order(order) is not None for one in dates) for order in NAMES}
    most = max(fits["DMY"], fits["MDY"])
    if fits["YMD"] > most:
        return ["YMD"]
    return [order for order in ("MDY", "DMY") if fits[order] == most]


def _is_ahead(one: DateParts, order: str, today: date) -> bool:
    day = one.in_order(order)
    return day is not None and (day - today).days > AHEAD_DAYS


def _by_sequence(
    parts: Sequence[Sequence[DateParts]], sections: Sequence[Sequence[str]],
    *, has_decimal_comma: bool, default_currency: str,
) -> Order:  # fmt: skip
    """Registers run in order of time and in one stretch. Where the two disagree, neither counts."""
    running, closest = _running(parts), _closest(parts)
    if running and closest in ("", running):
        return Order(running, "the movements run in order of time that way")
    if closest and not running:
        return Order(closest, "the dates lie closest together that way")
    return _by_habit(sections, has_decimal_comma=has_decimal_comma, default_currency=default_currency)


def _running(parts: Sequence[Sequence[DateParts]]) -> str:
    """The order under which the movements run clearly better in time; '' where neither does or there are too few."""
    month_first, day_first = _sortedness(parts, "MDY"), _sortedness(parts, "DMY")
    if abs(month_first - day_first) < CLEARLY or sum(max(len(section) - 1, 0) for section in parts) < FEW_PAIRS:
        return ""
    return "MDY" if month_first > day_first else "DMY"


def _closest(parts: Sequence[Sequence[DateParts]]) -> str:
    """The order under which the dates span less than half; '' where that is no evidence.

    One movement a day for some days, all in one month, looks the same as one a month on the same day.
    """
    spread = {order: _spread(parts, order) for order in ("MDY", "DMY")}
    best, other = sorted(spread, key=lambda order: spread[order])
    if spread[best] * 2 >= spread[other]:
        return ""
    wide = [day for section in parts for one in section if (day := one.in_order(other))]
    is_monthly = len(wide) >= 3 and len({day.day for day in wide}) == 1 and len(set(wide)) == len(wide)
    return "" if is_monthly else best


def _sortedness(parts: Sequence[Sequence[DateParts]], order: str) -> float:
    up = down = pairs = 0
    for section in parts:
        days = [day for one in section if (day := one.in_order(order))]
        pairs += max(len(days) - 1, 0)
        up += sum(a <= b for a, b in pairwise(days))
        down += sum(a >= b for a, b in pairwise(days))
    return max(up, down) / pairs if pairs >= 2 else 1.0


def _spread(parts: Sequence[Sequence[DateParts]], order: str) -> int:
    days = [day for section in parts for one in section if (day := one.in_order(order))]
    return (max(days) - min(days)).days + 1 if days else 0


def _by_habit(sections: Sequence[Sequence[str]], *, has_decimal_comma: bool, default_currency: str) -> Order:
    """A decimal comma goes with the day first, US dollars with the month first. Else it is asked."""
    texts = [text.strip() for section in sections for text in section]
    if has_decimal_comma:
        return Order("DMY", "amounts with a decimal comma go with the day first")
    if default_currency == "USD":
        return Order("MDY", "as usual with US dollars; both orders are possible")
    assumed = "DMY" if default_currency else "MDY"
    return Order(assumed, "both orders are possible, please check", _question(texts, assumed))


def _question(texts: Sequence[str], assumed: str) -> Question | None:
    example = next(
        text for text in texts if (one := read_qif_date(text)) and one.in_order("DMY") != one.in_order("MDY")
    )
    found = read_qif_date(example)
    options = tuple(
        QuestionOption(order, f"{NAMES[order]}: {day.day} {day:%B %Y}")
        for order in ("DMY", "MDY")
        if found is not None and (day := found.in_order(order)) is not None
    )
    return Question(
        "date_order", f"Which day is {example[:20]}: does the day or the month come first?", options, assumed
    )
