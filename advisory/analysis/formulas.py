"""The named formulas: one pure function each, used to make a fact and to prove it again.

A formula takes the unit of the result, the fact's parameters, the amounts of its transactions in minor units
(ascending by transaction id) and the values of its input facts as decimal text. A changed rule is a new version.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal, localcontext
from fractions import Fraction
from typing import Protocol

from advisory.analysis.cadence import CADENCES
from advisory.analysis.robust import middle, spread
from advisory.analysis.scales import points_at, read_knots
from transactions.ledger.money import currency_exponent, is_currency, to_text

# A 64-bit amount has 19 digits and a ledger adds millions of them; quotients need room behind the point too.
EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)
RATIO_PLACES = 4
PLACES: Mapping[str, int] = {"months": 2, "points": 1, "mean": 1, "count": 0}

Params = Mapping[str, str]
Compute = Callable[[str, Params, Sequence[int], Sequence[str]], str]


class Evidence(Protocol):
    """What a fact must show to be computed again; a stored fact and a draft both do."""

    @property
    def unit(self) -> str: ...
    @property
    def formula(self) -> str: ...
    @property
    def params(self) -> Mapping[str, str]: ...
    @property
    def transactions(self) -> Sequence[int]: ...
    @property
    def shares(self) -> Mapping[int, int]: ...


@dataclass(frozen=True, slots=True)
class Formula:
    """How a value comes about, in code and in words."""

    compute: Compute
    words: str


def places_of(unit: str) -> int:
    if is_currency(unit):
        return currency_exponent(unit)
    return PLACES.get(unit, RATIO_PLACES)


def rounded(value: Decimal, unit: str, rounding: str = ROUND_HALF_EVEN) -> str:
    """Plain text with exactly the unit's decimals; minus zero is written as zero."""
    step = Decimal(1).scaleb(-places_of(unit))
    settled = value.quantize(step, rounding=rounding, context=EXACT)
    return f"{settled or abs(settled):f}"


def ratio_text(above: str, below: str) -> str | None:
    with localcontext(EXACT):
        return rounded(Decimal(above) / Decimal(below), "ratio") if Decimal(below) else None


def _sum(unit: str, _params: Params, amounts: Sequence[int], _inputs: Sequence[str]) -> str:
    return to_text(sum(amounts), unit)


def _count(_unit: str, _params: Params, amounts: Sequence[int], _inputs: Sequence[str]) -> str:
    return str(len(amounts))


def _ratio(_unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    return ratio_text(inputs[0], inputs[1]) or ""


def _stated(_unit: str, params: Params, _amounts: Sequence[int], _inputs: Sequence[str]) -> str:
    return params["stated"]


def _found(_unit: str, params: Params, _amounts: Sequence[int], _inputs: Sequence[str]) -> str:
    return params["found"]


def _number_of(_unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    return str(len(inputs))


def _total(unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        return rounded(sum(map(Decimal, inputs), Decimal(0)), unit)


def _difference(unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        return rounded(Decimal(inputs[0]) - Decimal(inputs[1]), unit)


def _median(unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        return rounded(middle([Decimal(value) for value in inputs]), unit)


def _median_amount(unit: str, _params: Params, amounts: Sequence[int], _inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        return rounded(middle([Decimal(minor) for minor in amounts]).scaleb(-places_of(unit)), unit)


def _largest_amount(unit: str, _params: Params, amounts: Sequence[int], _inputs: Sequence[str]) -> str:
    return to_text(max(amounts, key=abs, default=0), unit)


def _cover(unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        below = abs(Decimal(inputs[1]))
        return rounded(Decimal(inputs[0]) / below, unit) if below else ""


def _share(_unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        below = abs(Decimal(inputs[1]))
        return rounded(abs(Decimal(inputs[0])) / below, "ratio") if below else ""


def _signed_share(_unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        below = abs(Decimal(inputs[1]))
        return rounded(Decimal(inputs[0]) / below, "ratio") if below else ""


def _volatility(_unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        values = [Decimal(value) for value in inputs]
        centre = abs(middle(values))
        return rounded(spread(values) / centre, "ratio") if centre else ""


def _times(unit: str, params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        return rounded(Decimal(inputs[0]) * Decimal(params["factor"]), unit)


def _part(unit: str, params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        return rounded(Decimal(inputs[0]) / Decimal(params["parts"]), unit)


def _yearly_gain(unit: str, params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        return rounded(abs(Decimal(inputs[0])) * Decimal(params["factor"]), unit, ROUND_FLOOR)


def _next_due(_unit: str, params: Params, _amounts: Sequence[int], _inputs: Sequence[str]) -> str:
    cadence = CADENCES[params["cadence"]]
    return cadence.next_after(date.fromisoformat(params["last"]), int(params["day"])).isoformat()


def _part_above(unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        whole, part, before = map(Decimal, inputs)
        return rounded(whole * (part - before), unit)


def _refinance(unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        owed, rate, market, costs = map(Decimal, inputs)
        return rounded(abs(owed) * (rate - market) - costs, unit, ROUND_FLOOR)


def _points(unit: str, params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        return rounded(points_at(read_knots(params["knots"]), Decimal(inputs[0])), unit)


def _weighted(unit: str, params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    weights = map(Fraction, params["weights"].split())
    return of_fraction(sum((Fraction(one) * by for one, by in zip(inputs, weights, strict=True)), Fraction(0)), unit)


def _least(_unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    return min(inputs, key=Decimal)


def _swings(unit: str, params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    with localcontext(EXACT):
        values, limit = [Decimal(value) for value in inputs], Decimal(params["limit"])
        centre = middle(values)
        far = sum(1 for value in values if abs(value - centre) > abs(centre) * limit)
        return rounded(Decimal(far) / len(values), unit) if values else ""


def _contribution(unit: str, params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    now, before, score, score_before = map(Fraction, inputs)
    weight, weight_before = Fraction(params["weight"]), Fraction(params["weight_before"])
    moved = contribution(now, before, (score + score_before) / 2, weight, weight_before)
    return of_fraction(floored(moved, unit) + Fraction(params["rounding"]), unit)


def contribution(
    now: Fraction, before: Fraction, centre: Fraction, weight: Fraction, weight_before: Fraction
) -> Fraction:
    """What one part adds to the change of a weighted mean: its own move at the middle weight, and the move of its
    weight by how far it lies above `centre`, the middle of both means. All parts together give the change exactly."""
    return (weight + weight_before) / 2 * (now - before) + (weight - weight_before) * ((now + before) / 2 - centre)


def _fair_part(unit: str, params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    exact = Fraction(inputs[0]) / Fraction(params["parts"])
    return of_fraction(floored(exact, unit) + Fraction(params["rounding"]), unit)


def floored(value: Fraction, unit: str) -> Fraction:
    step = 10 ** places_of(unit)
    return Fraction(math.floor(value * step), step)


def of_fraction(value: Fraction, unit: str) -> str:
    """Half up, however long the fraction is: values a whole step apart stay a whole step apart."""
    whole = math.floor(value * 10 ** places_of(unit) + Fraction(1, 2))
    return rounded(Decimal(whole).scaleb(-places_of(unit)), unit)


def _rank(_unit: str, params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    ordered = sorted(inputs, key=lambda value: (abs(Decimal(value)), value))
    return ordered[max(-(-len(ordered) * int(params["per_cent"]) // 100), 1) - 1] if ordered else ""


def _within(unit: str, _params: Params, _amounts: Sequence[int], inputs: Sequence[str]) -> str:
    limit, months = abs(Decimal(inputs[0])), [abs(Decimal(value)) for value in inputs[1:]]
    kept = sum(1 for month in months if month <= limit)
    return of_fraction(Fraction(kept, len(months)), unit) if months else ""


FORMULAS: Mapping[str, Formula] = {
    "sum@1": Formula(_sum, "The sum of these rows, money leaving counted as negative."),
    "count@1": Formula(_count, "How many rows there are."),
    "ratio@1": Formula(_ratio, "The first figure divided by the second, rounded to four places."),
    "stated@1": Formula(_stated, "Taken over as the account states it."),
    "said@1": Formula(_stated, "Taken over as you said it."),
    "found@1": Formula(_found, "What the named engine found in the figures below; it is found anew when one changes."),
    "number-of@1": Formula(_number_of, "How many figures there are below."),
    "total@1": Formula(_total, "The figures below added up."),
    "difference@1": Formula(_difference, "The first figure minus the second."),
    "median@1": Formula(
        _median, "The middle one of the figures below; between the two middle ones where their number is even."
    ),
    "median-amount@1": Formula(_median_amount, "The middle amount of these rows."),
    "largest-amount@1": Formula(_largest_amount, "The largest amount of these rows."),
    "cover@1": Formula(_cover, "How many times the second figure, taken as a cost, fits into the first."),
    "share@1": Formula(_share, "The size of the first figure as a part of the size of the second."),
    "signed-share@1": Formula(_signed_share, "The first figure, with its sign, as a part of the size of the second."),
    "volatility@1": Formula(
        _volatility,
        "The usual distance of a month from the middle month (1.4826 times the median absolute deviation), "
        "as a part of the middle month.",
    ),
    "times@1": Formula(_times, "The figure below times the stated factor."),
    "part@1": Formula(_part, "The figure below divided by the stated number of parts."),
    "yearly-gain@1": Formula(_yearly_gain, "The size of the figure below times the stated factor, rounded down."),
    "part-above@1": Formula(_part_above, "The first figure times what the second lies above the third."),
    "refinance@1": Formula(
        _refinance, "What is owed times the difference of both rates, less the costs of changing, rounded down."
    ),
    # Of bills in reports of before: their facts are still recomputed.
    "next-due@1": Formula(_next_due, "The last day seen, moved on by one period."),
    "points@1": Formula(_points, "Read off the stated scale: straight lines between its points, flat beyond them."),
    "weighted@1": Formula(_weighted, "The figures below, each times its stated weight, added up."),
    "least@1": Formula(_least, "The smallest of the figures below."),
    "swings@1": Formula(
        _swings, "The part of the figures below that lie further from their middle one than the stated part of it."
    ),
    "contribution@1": Formula(
        _contribution,
        "The move of the first figure from the second at its middle weight, and the move of its weight by how far it "
        "lies above the middle of both scores; rounded so that all contributions add up to the change.",
    ),
    "fair-part@1": Formula(
        _fair_part, "The figure below divided by the stated number of parts, rounded so that all such figures add up."
    ),
    "within@1": Formula(_within, "The part of the other figures below that are no larger than the first."),
    "rank@1": Formula(_rank, "The one of the figures below that the stated per cent of them do not exceed in size."),
}
