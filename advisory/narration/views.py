"""The ways in which a fact can stand in a sentence: as money, per cent, count, date, month or by its name.

In the language that is being spoken. Minus is U+2212, dates are written out, and a currency keeps its own number of
decimals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.formulas import EXACT
from advisory.analysis.history import tidy
from advisory.narration.terms import category_term, term
from advisory.narration.voice import Language, voice
from transactions.ledger.period import Period, month_count

MINUS = "\N{MINUS SIGN}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
LONGEST_NAME = 60

DATES: Mapping[Language, str] = {"en": "d MMMM y", "de": "d. MMMM y"}
# "KWD1.234" reads badly; "€1.23" does not.
LETTER_BEFORE_DIGIT = re.compile(r"(?<=[A-Za-z])(?=\d)")


def money(amount: Decimal, currency: str) -> str:
    """'−€1,234.50'; every decimal of the currency, never rounded."""
    text = str(format_currency(abs(amount), currency, locale=voice().language, decimal_quantization=False))
    text = LETTER_BEFORE_DIGIT.sub(NO_BREAK_SPACE, text, count=1)
    return f"{MINUS}{text}" if amount < 0 else text


def per_cent(ratio: Decimal) -> str:
    """'12.3%', one decimal; a whole number from 100 % on, where a decimal is noise."""
    places = Decimal("0.1") if abs(ratio) < 1 else Decimal(1)
    value = (ratio * 100).quantize(places, rounding=ROUND_HALF_EVEN, context=EXACT)
    return f"{_number(value)}{NO_BREAK_SPACE}%" if voice().language == "de" else f"{_number(value)}%"


def spoken_date(day: date) -> str:
    return str(format_date(day, DATES[voice().language], locale=voice().language))


def spoken_month(day: date) -> str:
    return str(format_date(day, "MMMM y", locale=voice().language))


def spoken_stretch(period: Period) -> str:
    """'October 2026', 'Q3 2026' or '2026': a whole month, quarter or year by its name."""
    start = period.start
    match month_count(period):
        case 3:
            return f"Q{(start.month + 2) // 3} {start.year}"
        case 12:
            return str(start.year)
        case _:
            return spoken_month(start)


def shortened(name: str) -> str:
    """At most 60 characters: a bank's text may be anything."""
    line = tidy(name)
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"


def _number(value: Decimal) -> str:
    """With exactly the decimals the value has, so that columns line up."""
    places = -int(value.as_tuple().exponent)
    pattern = f"#,##0.{'0' * places}" if places > 0 else "#,##0"
    text = str(format_decimal(abs(value), pattern, locale=voice().language))
    return f"{MINUS}{text}" if value < 0 else text


def _value(fact: FactDraft) -> Decimal:
    return Decimal(fact.value)


# A thing that is counted, one of it and several, as they follow a number.
COUNTED: Mapping[Language, Mapping[str, tuple[str, str]]] = {
    "en": {
        "rows": ("transaction", "transactions"),
        "charges": ("charge", "charges"),
        "months": ("month", "months"),
        "months_full": ("full month", "full months"),
        "quarters_whole": ("whole quarter", "whole quarters"),
        "years_whole": ("whole year", "whole years"),
        "times": ("times", "times"),
        "points": ("point", "points"),
    },
    "de": {
        "rows": ("Buchung", "Buchungen"),
        "charges": ("Abbuchung", "Abbuchungen"),
        "months": ("Monat", "Monate"),
        "months_full": ("vollem Monat", "vollen Monaten"),
        "quarters_whole": ("ganzem Quartal", "ganzen Quartalen"),
        "years_whole": ("ganzem Jahr", "ganzen Jahren"),
        "times": ("Mal", "Mal"),
        "points": ("Punkt", "Punkte"),
    },
}


def _counted(value: Decimal, thing: str) -> str:
    one, several = COUNTED[voice().language][thing]
    is_one = str(abs(value)) == "1"  # one and no more decimals: "1.0 months"
    return f"{_number(value)}{NO_BREAK_SPACE}{one if is_one else several}"


def _tenths(fact: FactDraft) -> Decimal:
    return _value(fact).quantize(Decimal("0.1"), rounding=ROUND_HALF_EVEN, context=EXACT)


def _named(key: str) -> Callable[[FactDraft], str]:
    return lambda fact: shortened(fact.params[key])


def _category(fact: FactDraft) -> str:
    """The user's own name for it; only what has none, and what everybody starts with, is named by us."""
    return category_term(shortened(fact.params["category"]))


def _booked(fact: FactDraft) -> str:
    return spoken_date(date.fromisoformat(fact.params["booked"]))


def _change(fact: FactDraft) -> str:
    """A difference of spending with the sign a reader expects: plus is more spent, minus is less."""
    amount = -_value(fact)
    return f"+{money(amount, fact.unit)}" if amount > 0 else money(amount, fact.unit)


UNTIL: Mapping[Language, str] = {"en": "to", "de": "bis"}


def _span(period: Period) -> str:
    """'March 2026', 'March to May 2026' or 'December 2025 to May 2026'."""
    first, last = period.start, period.last_day
    if (first.year, first.month) == (last.year, last.month):
        return spoken_month(first)
    begin = str(format_date(first, "MMMM", locale=voice().language)) if first.year == last.year else spoken_month(first)
    return f"{begin} {UNTIL[voice().language]} {spoken_month(last)}"


def spoken_days(period: Period) -> str:
    """Both days included; a whole month or a run of them by name."""
    first, last = period.start, period.last_day
    if first == last:
        return spoken_date(first)
    if first.day == 1 and period.end.day == 1:
        return _span(period)
    return f"{spoken_date(first)} {UNTIL[voice().language]} {spoken_date(last)}"


NAMES: frozenset[str] = frozenset({"payee", "category", "account", "currency", "goal", "kind", "title", "about"})
# What a figure is about rather than the figure itself.
DAYS: frozenset[str] = frozenset({"booked", "month", "last_day", "span", "stretch", "when", "day", "parts"})
CONTEXT: frozenset[str] = NAMES | DAYS

VIEWS: Mapping[str, Callable[[FactDraft], str]] = {
    "amount": lambda fact: money(_value(fact), fact.unit),
    "size": lambda fact: money(abs(_value(fact)), fact.unit),
    "change": _change,
    "percent": lambda fact: per_cent(_value(fact)),
    "percent_size": lambda fact: per_cent(abs(_value(fact))),
    "number": lambda fact: _number(_value(fact)),
    "points": lambda fact: _counted(_value(fact), "points"),
    "points_size": lambda fact: _counted(abs(_value(fact)), "points"),
    "rows": lambda fact: _counted(_value(fact), "rows"),
    "charges": lambda fact: _counted(_value(fact), "charges"),
    "months": lambda fact: _counted(_tenths(fact), "months"),
    "months_full": lambda fact: _counted(_value(fact), "months_full"),
    "quarters_whole": lambda fact: _counted(_value(fact), "quarters_whole"),
    "years_whole": lambda fact: _counted(_value(fact), "years_whole"),
    "times": lambda fact: _counted(_tenths(fact), "times"),
    "date": lambda fact: spoken_date(date.fromisoformat(fact.value)),
    "booked": _booked,
    "month": lambda fact: spoken_month(fact.period.start),
    "last_day": lambda fact: spoken_date(fact.period.last_day),
    "span": lambda fact: _span(fact.period),
    "stretch": lambda fact: spoken_stretch(fact.period),
    "payee": _named("payee"),
    "category": _category,
    "account": _named("account"),
    "currency": _named("currency"),
    "goal": _named("goal"),
    "kind": lambda fact: term(fact.params["kind"]),
    "title": _named("title"),
    "about": _named("about"),
    "when": lambda fact: spoken_days(fact.period),
    "day": lambda fact: spoken_date(date.fromisoformat(fact.params["day"])),
    "parts": lambda fact: fact.params["parts"],
}


def shown(fact: FactDraft) -> str:
    """The value as an evidence list shows it, by its unit alone."""
    if fact.unit == "ratio":
        return per_cent(_value(fact))
    if fact.unit in SHOWN_BY_UNIT:
        return VIEWS[SHOWN_BY_UNIT[fact.unit]](fact)
    return money(_value(fact), fact.unit)


SHOWN_BY_UNIT: Mapping[str, str] = {
    "count": "number",
    "months": "months",
    "date": "date",
    "points": "points",
    "mean": "number",
}
