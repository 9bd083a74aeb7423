"""The views of a fact in German, for answers to questions asked in it. Named as the English ones, with _de."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.formulas import EXACT

LOCALE = "de"
MINUS = "\N{MINUS SIGN}"


def money(amount: Decimal, currency: str) -> str:
    """'−1.234,50 €'; every decimal of the currency, never rounded."""
    text = str(format_currency(abs(amount), currency, locale=LOCALE, decimal_quantization=False))
    return f"{MINUS}{text}" if amount < 0 else text


def per_cent(ratio: Decimal) -> str:
    """'12,3 %', one decimal; a whole number from 100 % on."""
    places = Decimal("0.1") if abs(ratio) < 1 else Decimal(1)
    value = (ratio * 100).quantize(places, rounding=ROUND_HALF_EVEN, context=EXACT)
    return f"{str(value).replace('.', ',').replace('-', MINUS)}\N{NO-BREAK SPACE}%"


def spoken_date(day: date) -> str:
    return str(format_date(day, "d. MMMM y", locale=LOCALE))


def spoken_days(first: date, last: date) -> str:
    """Both included; a whole month or a run of them by name."""
    if first == last:
        return spoken_date(first)
    if first.day == 1 and date.fromordinal(last.toordinal() + 1).day == 1:
        begin, end = (str(format_date(day, "MMMM y", locale=LOCALE)) for day in (first, last))
        return begin if begin == end else f"{begin} bis {end}"
    return f"{spoken_date(first)} bis {spoken_date(last)}"


def _number(fact: FactDraft) -> str:
    return str(format_decimal(Decimal(fact.value), locale=LOCALE))


def _rows(fact: FactDraft) -> str:
    return f"{_number(fact)}\N{NO-BREAK SPACE}{'Buchung' if fact.value == '1' else 'Buchungen'}"


GERMAN_CONTEXT = frozenset({"when_de", "booked_de", "day_de", "month_de"})
GERMAN: Mapping[str, Callable[[FactDraft], str]] = {
    "amount_de": lambda fact: money(Decimal(fact.value), fact.unit),
    "size_de": lambda fact: money(abs(Decimal(fact.value)), fact.unit),
    "percent_de": lambda fact: per_cent(Decimal(fact.value)),
    "number_de": _number,
    "rows_de": _rows,
    "date_de": lambda fact: spoken_date(date.fromisoformat(fact.value)),
    "booked_de": lambda fact: spoken_date(date.fromisoformat(fact.params["booked"])),
    "day_de": lambda fact: spoken_date(date.fromisoformat(fact.params["day"])),
    "month_de": lambda fact: str(format_date(fact.period.start, "MMMM y", locale=LOCALE)),
    "when_de": lambda fact: spoken_days(fact.period.start, fact.period.last_day),
}
