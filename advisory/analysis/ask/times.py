"""Times in a question, English and German: what is meant, found in the folded words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from advisory.analysis.ask.folding import fold
from advisory.analysis.ask.spans import Span
from transactions.ledger.period import FIRST_YEAR, LAST_YEAR, Period, add_months, month_of

MONTH_NAMES = (
    "january januar jan janner", "february februar feb", "march marz mar mrz", "april apr", "may mai", "june juni jun",
    "july juli jul", "august aug", "september sept sep", "october oktober oct okt", "november nov",
    "december dezember dec dez",
)  # fmt: skip
MONTHS: Mapping[str, int] = {
    fold(name): number for number, names in enumerate(MONTH_NAMES, start=1) for name in names.split()
}
NUMBERS: Mapping[str, int] = {
    fold(word): number
    for number, words in enumerate(
        [
            "one ein eine einen",
            "two zwei",
            "three drei",
            "four vier",
            "five fünf",
            "six sechs",
            "seven sieben",
            "eight acht",
            "nine neun",
            "ten zehn",
            "eleven elf",
            "twelve zwölf",
        ],
        start=1,
    )
    for word in words.split()
}
UNITS: Mapping[str, str] = {
    **dict.fromkeys(("day", "days", "tag", "tage", "tagen"), "days"),
    **dict.fromkeys(("week", "weeks", "woche", "wochen"), "weeks"),
    **dict.fromkeys(("month", "months", "monat", "monate", "monaten", "monats"), "months"),
    **dict.fromkeys(("quarter", "quarters", "quartal", "quartale", "quartalen", "quartals"), "quarters"),
    **dict.fromkeys(("year", "years", "jahr", "jahre", "jahren", "jahres"), "years"),
}
ORDINALS: Mapping[str, int] = {
    **dict.fromkeys(("first", "1st", "1", "erstes", "ersten", "erste"), 1),
    **dict.fromkeys(("second", "2nd", "2", "zweites", "zweiten", "zweite"), 2),
    **dict.fromkeys(("third", "3rd", "3", "drittes", "dritten", "dritte"), 3),
    **dict.fromkeys(("fourth", "4th", "4", "viertes", "vierten", "vierte"), 4),
}


def _any(words: Mapping[str, object]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


SHORT_MONTHS = (
    frozenset(MONTHS)
    - {fold(name) for names in MONTH_NAMES for name in names.split()[:2] if len(name) > 3}
    - {"may", "mai", "june", "july"}
)


LAST = r"(?:last|previous|past|prior|preceding|(?:letzt|vergangen|vorig|vorherig)(?:e[nrsm]?))"
THIS = r"(?:this|current|the current|dies(?:e[nrsm]?)|aktuelle[nrsm]?|laufende[nrsm]?)"
BEFORE_LAST = r"vorletzte[nrsm]?"
MONTH, UNIT, COUNT = _any(MONTHS), _any(UNITS), rf"(?:\d{{1,3}}|{_any(NUMBERS)})"
YEAR = r"(?:19|20|21)\d\d"
LEAD = (
    r"(?:(?:in|im|during|for|over|within|on|am|of|from|vom|von|the|den|der|des|dem|das|die|year|jahr|jahre|month|monat)"
    r"\s)*"
)
DAY = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?{YEAR})?|\d{{1,2}}/\d{{1,2}}/{YEAR}"
    rf"|\d{{1,2}}\s?(?:st|nd|rd|th|\.)?\s(?:of\s)?{MONTH}(?:\s{YEAR})?"
    rf"|{MONTH}\s\d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:\s{YEAR})?)"
)
OF_YEAR = rf"(?:{YEAR}|{LAST}\s(?:year|jahre?s?)|{THIS}\s(?:year|jahre?s?)|vorjahre?s?)"
POINT = (
    rf"(?:(?:dem|den|the|vom|zum)\s)*"
    rf"(?:{DAY}|\d{{1,2}}\.\d{{1,2}}\b|{LEAD}{MONTH}(?:\s{LEAD}{OF_YEAR})?|{LEAD}{YEAR})"
)


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a question stands in time: the newest booked day."""

    as_of: date

    def month(self, number: int, year: int | None) -> Period:
        """That month; without a year the newest one that has begun."""
        if year is None:
            year = self.as_of.year if number <= self.as_of.month else self.as_of.year - 1
        return month_of(date(year, number, 1))

    def year_of(self, text: str) -> int | None:
        if not text:
            return None
        found = re.search(YEAR, text)
        if found:
            return int(found[0])
        return self.as_of.year - (0 if re.match(THIS, text) else 1)

    def day(self, text: str) -> date | None:
        """A written day; None where it does not exist or can be read in two ways."""
        numbers = [int(number) for number in re.findall(r"\d+", text)]
        named = re.search(MONTH, re.sub(r"[^a-z ]", " ", text)) if re.search("[a-z]{3}", text) else None
        try:
            if named:
                return self._newest(numbers[0], MONTHS[named[0]], numbers[1] if len(numbers) > 1 else None)
            if "-" in text:
                return date(*numbers)
            if "/" in text:
                first, second, year = numbers
                if first <= 12 and second <= 12 and first != second:
                    return None
                return date(year, *((second, first) if first > 12 else (first, second)))
            return self._newest(numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None)
        except (ValueError, IndexError):
            return None

    def _newest(self, day: int, month: int, year: int | None) -> date:
        if year is not None:
            return date(year, month, day)
        this = date(self.as_of.year, month, day)
        return this if this <= self.as_of else date(self.as_of.year - 1, month, day)

    def point(self, text: str) -> Period | None:
        """A day, a month or a year, as the days it holds."""
        written = re.search(DAY, text) or re.fullmatch(r"(?:\D*\s)?(\d{1,2}\.\d{1,2})", text)
        if written:
            day = self.day(written[written.lastindex or 0])
            return Period(day, day + timedelta(days=1)) if day else None
        month = re.search(rf"\b{MONTH}\b", text)
        if month:
            return self.month(MONTHS[month[0]], self.year_of(text[month.end() :].strip()))
        year = re.search(YEAR, text)
        return Period(date(int(year[0]), 1, 1), date(int(year[0]) + 1, 1, 1)) if year else None


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
            rf"{LEAD}(?:q(?P<q>[1-4])|(?P<ordinal>{_any(ORDINALS)})\.?\s(?:quarter|quartal)){IN_YEAR}",
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
