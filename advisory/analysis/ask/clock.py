"""The words of times, and where a question stands in time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from advisory.analysis.ask.folding import fold
from transactions.ledger.period import Period, month_of

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


def any_of(words: Mapping[str, object]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


SHORT_MONTHS = (
    frozenset(MONTHS)
    - {fold(name) for names in MONTH_NAMES for name in names.split()[:2] if len(name) > 3}
    - {"may", "mai", "june", "july"}
)


LAST = r"(?:last|previous|past|prior|preceding|(?:letzt|vergangen|vorig|vorherig)(?:e[nrsm]?))"
THIS = r"(?:this|current|the current|dies(?:e[nrsm]?)|aktuelle[nrsm]?|laufende[nrsm]?)"
BEFORE_LAST = r"vorletzte[nrsm]?"
MONTH, UNIT, COUNT = any_of(MONTHS), any_of(UNITS), rf"(?:\d{{1,3}}|{any_of(NUMBERS)})"
YEAR = r"(?:19|20|21)\d\d"
LEAD = (
    r"(?:(?:in|im|during|for|over|within|on|am|of|from|vom|von|the|den|der|des|dem|das|die|year|jahr|jahre"
    rf"|(?:month|monat)(?=\s(?:of\s)?{MONTH}))"
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
