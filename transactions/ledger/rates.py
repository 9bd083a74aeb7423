"""Dated exchange rates: which one holds on a day, by which way, and why there is none. Exact fractions inside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal
from fractions import Fraction

from transactions.ledger.money import currency_exponent

PIVOT = "EUR"
"""Two currencies without a rate of their own are compared over this one: the ECB states all its rates against it."""


@dataclass(frozen=True, slots=True)
class RateRow:
    """One unit of `base` is worth `rate` units of `quote` from `day` on. `is_own`: the user's own word, which goes
    before a shared rate of the same day."""

    base: str
    quote: str
    day: date
    rate: Decimal
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of the target for one unit of the source. `day` is the oldest day that took part; `path` says how it was
    found, such as 'USD/EUR of 2026-03-02, EUR/CHF of 2026-03-02'."""

    value: Fraction
    day: date
    path: str = ""


@dataclass(frozen=True, slots=True)
class NoRate:
    """Why an amount cannot be converted, as a sentence."""

    base: str
    quote: str
    day: date
    reason: str


Step = tuple[date, bool, Fraction, str]


class RateBook:
    """Rates of some pairs, for looking up by day. A rate older than `most_days` does not hold any more."""

    def __init__(self, rows: Iterable[RateRow], most_days: int) -> None:
        self.most_days = most_days
        found: dict[tuple[str, str], list[Step]] = {}
        for row in rows:
            if row.rate <= 0:
                continue
            words = f"{row.base}/{row.quote} of {row.day.isoformat()}"
            value = Fraction(row.rate)
            found.setdefault((row.base, row.quote), []).append((row.day, row.is_own, value, words))
            found.setdefault((row.quote, row.base), []).append((row.day, row.is_own, 1 / value, words))
        self._steps = {pair: sorted(steps) for pair, steps in found.items()}
        self._known: dict[tuple[str, str, date], Rate | NoRate] = {}

    def rate(self, base: str, quote: str, day: date) -> Rate | NoRate:
        """The latest rate on or before the day: of the pair itself, else over the euro."""
        key = (base, quote, day)
        if key not in self._known:
            self._known[key] = self._found(base, quote, day)
        return self._known[key]

    def convert(self, minor: int, base: str, quote: str, day: date) -> int | NoRate:
        """Minor units of `quote` for minor units of `base`, rounded half away from zero to the nearest one."""
        if minor == 0 or base == quote:
            return minor
        rate = self.rate(base, quote, day)
        return rate if isinstance(rate, NoRate) else converted(minor, base, quote, rate.value)

    def _found(self, base: str, quote: str, day: date) -> Rate | NoRate:
        if base == quote:
            return Rate(Fraction(1), day, "")
        direct = self._step(base, quote, day)
        if direct is not None:
            return Rate(direct[2], direct[0], direct[3])
        first, second = self._step(base, PIVOT, day), self._step(PIVOT, quote, day)
        if first is not None and second is not None:
            return Rate(first[2] * second[2], min(first[0], second[0]), f"{first[3]}, {second[3]}")
        return NoRate(base, quote, day, self._why_not(base, quote, day))

    def _step(self, base: str, quote: str, day: date) -> Step | None:
        step = self._before(base, quote, day)
        return step if step is not None and day - step[0] <= timedelta(days=self.most_days) else None

    def _before(self, base: str, quote: str, day: date) -> Step | None:
        steps = self._steps.get((base, quote), [])
        index = bisect_right(steps, day, key=lambda step: step[0])
        if not index:
            return None
        best = steps[index - 1]
        # Of several on one day an own rate stands last, because False sorts before True.
        first = bisect_left(steps, best[0], key=lambda step: step[0])
        return max(steps[first:index], key=lambda step: step[1])

    def _why_not(self, base: str, quote: str, day: date) -> str:
        older = [step for step in (self._before(base, quote, day), self._pivot_before(base, quote, day)) if step]
        if older:
            newest = max(older)[0]
            return f"The latest rate {base}/{quote} is of {newest}, more than {self.most_days} days before {day}."
        return f"There is no rate {base}/{quote} within {self.most_days} days before {day}."

    def _pivot_before(self, base: str, quote: str, day: date) -> Step | None:
        first, second = self._before(base, PIVOT, day), self._before(PIVOT, quote, day)
        return min(first, second) if first and second else None


def converted(minor: int, base: str, quote: str, rate: Fraction) -> int:
    scale = Fraction(10) ** (currency_exponent(quote) - currency_exponent(base))
    return rounded(minor * rate * scale)


def rounded(value: Fraction) -> int:
    """To the nearest whole number, halves away from zero, so that a sum and its negative stay opposite."""
    whole = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return whole if value >= 0 else -whole


def shown(value: Fraction, digits: int = 10) -> str:
    """A rate in plain digits for people: up to ten significant ones, no exponent, no idle zeros."""
    context = Context(prec=digits)
    text = f"{context.divide(Decimal(value.numerator), Decimal(value.denominator)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
