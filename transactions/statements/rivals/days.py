"""Day or month first, decided from all dates of an export together; asked only where nothing in the file tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from transactions.statements.dates import DateParts, orders_that_fit, read_date
from transactions.statements.parsed import Question, QuestionOption, ReaderContext

JUDGED = 5_000  # dates looked at for the order of time
AHEAD_DAYS = 400  # programs hold scheduled movements of the year to come
NAMES = {"DMY": "day, month, year", "MDY": "month, day, year", "YMD": "year, month, day"}


@dataclass(frozen=True, slots=True)
class DayOrder:
    order: str
    reason: str = ""
    question: Question | None = None

    def read(self, text: str) -> date | None:
        parts = read_date(text)
        return parts.in_order(self.order) if parts is not None else None

    @property
    def in_words(self) -> str:
        return f"{NAMES[self.order]} ({self.reason})" if self.reason else "every date says it itself"


def decide_days(texts: Iterable[str], context: ReaderContext, habit: str) -> DayOrder:
    """`habit` is the order to assume where the dates leave it open."""
    parts = [read for text in texts if (read := read_date(text)) is not None]
    fits = orders_that_fit(parts)
    if not any(fits.values()):
        return DayOrder(habit)
    if context.overrides.date_order in NAMES:
        return DayOrder(context.overrides.date_order, "as you said")
    most = max(fits.values())
    able = [order for order in ("DMY", "MDY", "YMD") if fits[order] == most]
    if len(able) == 1:
        return DayOrder(able[0], "the only order in which all dates exist")
    days = {order: [day for one in parts[:JUDGED] if (day := one.in_order(order))] for order in able}
    if context.today is not None:
        limit = context.today.toordinal() + AHEAD_DAYS
        past = [order for order in able if max(days[order]).toordinal() <= limit]
        if len(past) == 1:
            return DayOrder(past[0], "the other order would put movements far ahead")
        able = past or able
    return _by_sequence(able, days, parts, habit)


def _by_sequence(able: Sequence[str], days: dict[str, list[date]], parts: Sequence[DateParts], habit: str) -> DayOrder:
    if "YMD" in able and len(able) > 1 and habit != "YMD":
        able = [order for order in able if order != "YMD"]
    if len(able) == 1:
        return DayOrder(able[0], "as such exports write it")
    steady = {order: _steadiness(days[order]) for order in able}
    spread = {order: (max(days[order]) - min(days[order])).days + 1 for order in able}
    if len({tuple(days[order]) for order in able}) == 1:
        return DayOrder(habit, "both orders give the same days")
    ranked = sorted(able, key=lambda order: (-steady[order], spread[order], order != habit))
    best, second = ranked[0], ranked[1]
    if steady[best] - steady[second] >= 0.1:
        return DayOrder(best, "the rows run in order of time that way")
    ranked = sorted(able, key=lambda order: (spread[order], order != habit))
    best, second = ranked[0], ranked[1]
    if spread[best] * 2 < spread[second]:
        return DayOrder(best, "the dates lie closest together that way")
    assumed = habit if habit in able else able[0]
    return DayOrder(assumed, "both orders are possible, please check", _question(parts, able, assumed))


def _steadiness(days: Sequence[date]) -> float:
    """The share of neighbours that run in the file's direction of time."""
    if len(days) < 3:
        return 1.0
    up = sum(first <= second for first, second in pairwise(days))
    down = sum(first >= second for first, second in pairwise(days))
    return max(up, down) / (len(days) - 1)


def _question(parts: Sequence[DateParts], able: Sequence[str], assumed: str) -> Question:
    seen = next(one for one in parts if len({one.in_order(order) for order in able}) > 1)
    numbers = "/".join(str(number) for number in seen.numbers or ())
    options = tuple(
        QuestionOption(order, f"{day:%-d %B %Y} ({NAMES[order]})") for order in able if (day := seen.in_order(order))
    )
    return Question("date_order", f"Which day is {numbers}?", options, assumed)
