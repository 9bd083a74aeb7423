"""Times in a question, English and German: what is meant, found in the folded words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from advisory.analysis.ask.clock import (
    BEFORE_LAST,
    COUNT,
    DAY,
    LAST,
    LEAD,
    MONTH,
    MONTHS,
    NUMBERS,
    OF_YEAR,
    ORDINALS,
    POINT,
    SHORT_MONTHS,
    THIS,
    UNIT,
    UNITS,
    YEAR,
    Clock,
    any_of,
)
from advisory.analysis.ask.spans import Span
from transactions.ledger.period import FIRST_YEAR, LAST_YEAR, add_months, month_of


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text]


Read = Callable[[re.Match[str], Clock], Span | None]


def _last_some(found: re.Match[str], _clock: Clock) -> Span | None:
    """Whole months, quarters and years before the running one; days and weeks up to the newest booked day."""
    count, unit = _number(found["count"]), UNITS[found["unit"]]
    if not 1 <= count <= 400:
        return None
    if unit in ("days", "weeks"):
        return Span("days", 1 - count * (7 if unit == "weeks" else 1), 0)
    return Span(unit, -count, -1)


def _last_one(found: re.Match[str], _clock: Clock) -> Span | None:
    unit = UNITS[found["unit"]]
    return None if unit == "days" else Span(unit, -1, -1)


def _before_last(found: re.Match[str], _clock: Clock) -> Span | None:
    return Span(UNITS[found["unit"]], -2, -2)


def _this_one(found: re.Match[str], _clock: Clock) -> Span | None:
    return Span(UNITS[found["unit"]], 0, 0)


def _named_month(found: re.Match[str], clock: Clock) -> Span | None:
    number, year = MONTHS[found["month"]], clock.year_of(found["year"] or "")
    if (
        found["month"] in SHORT_MONTHS
        and not found["year"]
        and not found["last"]
        and found.start("month") == found.start()
    ):
        return None  # "Jan" alone may as well be a person
    month = clock.month(number, year)
    if found["last"] and year is None and month.end > clock.as_of + timedelta(days=1):
        month = month_of(add_months(month.start, -12))
    return Span.of(month.start, month.last_day)


def _quarter(found: re.Match[str], clock: Clock) -> Span | None:
    number = int(found["q"]) if found["q"] else ORDINALS[found["ordinal"]]
    year = clock.year_of(found["year"] or "")
    if year is None:
        year = clock.as_of.year if (number - 1) * 3 < clock.as_of.month else clock.as_of.year - 1
    start = date(year, number * 3 - 2, 1)
    return Span.of(start, add_months(start, 3) - timedelta(days=1))


def _year(found: re.Match[str], _clock: Clock) -> Span | None:
    return Span.of(date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31))


def _day(found: re.Match[str], clock: Clock) -> Span | None:
    day = clock.day(found["day"])
    return Span.of(day, day) if day else None


def _since(found: re.Match[str], clock: Clock) -> Span | None:
    point = clock.point(found["point"])
    return Span("since", start=point.start.isoformat()) if point and point.start <= clock.as_of else None


def _since_last(found: re.Match[str], clock: Clock) -> Span | None:
    start = Span(UNITS[found["unit"]], -1, -1).resolve(clock.as_of, clock.as_of).start
    return Span("since", start=start.isoformat())


def _between(found: re.Match[str], clock: Clock) -> Span | None:
    second = clock.point(found["second"])
    if second is None:
        return None
    text = found["first"]
    year = re.search(YEAR, found["second"])
    if year and not re.search(YEAR, text):
        same = clock.point(f"{text}{'' if text.endswith('.') else ' '}{year[0]}")
        first = same if same and same.start <= second.start else clock.point(text)
    else:
        first = clock.point(text)
    if first is not None and first.start >= second.end and not re.search(YEAR, text):
        year_before = re.search(MONTH, text) and clock.point(f"{text} {first.start.year - 1}")
        first = year_before or first
    if first is None or first.start >= second.end:
        return None
    return Span.of(first.start, second.last_day)


def _days_of_month(found: re.Match[str], clock: Clock) -> Span | None:
    last = clock.day(found["second"])
    if last is None or not 1 <= int(found["first"]) <= last.day:
        return None
    return Span.of(last.replace(day=int(found["first"])), last)


def _until_today(found: re.Match[str], clock: Clock) -> Span | None:
    return _since(found, clock)


YEAR_SO_FAR = (
    "year to date|ytd|so far this year|this year so far|seit anfang des jahres|dieses jahr bisher|bisher dieses jahr|"
    "(?:seit|since) (?:jahresbeginn|jahresanfang|(?:the )?(?:start|beginning) of the year)"
)
MONTH_SO_FAR = (
    "month to date|so far this month|this month so far|diesen monat bisher|bisher diesen monat|"
    "(?:seit|since) (?:monatsbeginn|monatsanfang|(?:the )?(?:start|beginning) of the month)"
)
EVER = (
    "all time|of all time|ever|jemals|uberhaupt|seit beginn|in der gesamten zeit|von anfang an|since the beginning|"
    "aller zeiten|im ganzen zeitraum|in all the time"
)
WORDS: Mapping[str, Span] = {
    "today|heute": Span("days"),
    "the day before yesterday|day before yesterday|vorgestern": Span("days", -2, -2),
    "yesterday|gestern": Span("days", -1, -1),
    "(?:the )?month before last": Span("months", -2, -2),
    "(?:the )?year before last": Span("years", -2, -2),
    "(?:the )?week before last": Span("weeks", -2, -2),
    "vormonats?": Span("months", -1, -1),
    "vorjahre?s?": Span("years", -1, -1),
    "vorwoche": Span("weeks", -1, -1),
    "vorquartals?": Span("quarters", -1, -1),
    YEAR_SO_FAR: Span("years"),
    MONTH_SO_FAR: Span("months"),
    EVER: Span("all"),
}

DAYS_OF_MONTH = (
    r"(?:between|from|zwischen|von|vom)\s(?:dem\s|the\s)?(?P<first>\d{1,2})\.?\s(?:and|to|until|till|und|bis|bis zum)\s"
    rf"(?:dem\s|the\s)?(?P<second>{DAY})"
)
IN_YEAR = rf"(?:\s{LEAD}(?P<year>{OF_YEAR}))?"
BETWEEN = (
    rf"(?:between|from|zwischen|von|vom)\s(?:dem\s|the\s)?(?P<first>{POINT})\s"
    rf"(?:and|to|until|till|through|und|bis|bis zum|bis zu)\s(?:dem\s|the\s)?(?P<second>{POINT})"
)
RULES: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(rf"{pattern}(?![a-z0-9])"), read)
    for pattern, read in (
        (BETWEEN, _between),
        (DAYS_OF_MONTH, _days_of_month),
        (rf"(?P<first>{POINT})\s(?:to|until|till|through|bis|bis zum|-)\s(?P<second>{POINT})", _between),
        (rf"(?:from|von|vom)\s(?P<point>{POINT})\s(?:until|till|to|bis)\s(?:today|now|heute|jetzt)", _until_today),
        (rf"(?:since|seit|starting from|ab)\s(?P<point>{POINT})", _since),
        (rf"(?:since|seit)\s{LAST}\s(?P<unit>{UNIT})", _since_last),
        (rf"{LEAD}(?:(?:the|den|die|der)\s)?{LAST}\s(?P<count>{COUNT})\s(?P<unit>{UNIT})", _last_some),
        (rf"{LEAD}(?P<count>{COUNT})\s{LAST}\s(?P<unit>{UNIT})", _last_some),
        (rf"{LEAD}{BEFORE_LAST}\s(?P<unit>{UNIT})", _before_last),
        (rf"{LEAD}{LAST}\s(?P<unit>{UNIT})", _last_one),
        (rf"{LEAD}{THIS}\s(?P<unit>{UNIT})", _this_one),
        (rf"{LEAD}(?P<day>{DAY})", _day),
        (
            rf"{LEAD}(?:(?P<last>{LAST})\s|{THIS}\s)?(?P<month>{MONTH}){IN_YEAR}",
            _named_month,
        ),
        (
            rf"{LEAD}(?:q(?P<q>[1-4])|(?P<ordinal>{any_of(ORDINALS)})\.?\s(?:quarter|quartal)){IN_YEAR}",
            _quarter,
        ),
        (rf"{LEAD}(?:the year\s|jahr\s|jahre\s)?(?P<year>{YEAR})", _year),
    )
)
FIXED: tuple[tuple[re.Pattern[str], Span], ...] = tuple(
    (re.compile(rf"{LEAD}(?:{words})(?![a-z0-9])"), span) for words, span in WORDS.items()
)
TIME_WORDS = frozenset(
    re.findall(
        "[a-z]+",
        " ".join((*MONTHS, *UNITS, *WORDS, "last previous past this current letzten letzter letztes letzte diesen")),
    )
)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """`span` None: words about a time that cannot be answered for. `end`: the place in the text behind it."""

    span: Span | None
    end: int


def time_at(text: str, place: int, clock: Clock) -> FoundTime | None:
    """The longest time that begins here; None where there is none."""
    best: FoundTime | None = None
    for pattern, span in FIXED:
        found = pattern.match(text, place)
        if found and (best is None or found.end() > best.end):
            best = FoundTime(span, found.end())
    for rule, read in RULES:
        found = rule.match(text, place)
        if found and (best is None or found.end() > best.end):
            best = FoundTime(_in_calendar(read(found, clock)), found.end())
    return best


def _in_calendar(span: Span | None) -> Span | None:
    if span is None or span.kind not in ("between", "since"):
        return span
    years = [int(text[:4]) for text in (span.start, span.end) if text]
    return span if all(FIRST_YEAR <= year <= LAST_YEAR for year in years) else None
