"""The exact additive split of a change in spending: how much came from more or fewer payments, from another mix of
payees, and from other prices.

Spending of a group is N x sum(s_i x p_i): N payments, the part s_i of them at payee i, the mean amount p_i there. The
change is shared out by the Shapley value over the three factors (every order in which they could have changed counts
the same), so no order is preferred and nothing is left over. All in exact fractions; rounding comes last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations


@dataclass(frozen=True, slots=True)
class Tally:
    """Payments at one payee in one span: how many and how much, a usual month's as fractions. Signed minor units."""

    count: Fraction
    total: Fraction


@dataclass(frozen=True, slots=True)
class Effects:
    """Exact parts of a change; together the change. Signed like the ledger: more spent is negative."""

    count: Fraction
    mix: Fraction
    price: Fraction

    @property
    def total(self) -> Fraction:
        return self.count + self.mix + self.price


NOTHING = Tally(Fraction(0), Fraction(0))
FACTORS = ("count", "mix", "price")
Tallies = Mapping[str, Tally]


def effects_between(before: Tallies, now: Tallies) -> Effects:
    """Both by payee. Where a group was not there at all before (or is not now) all of it is count; a payee who is new
    in a group has no old price, so it changes the mix."""
    old, new = _Shape.of(before, now), _Shape.of(now, before)
    if not old.count or not new.count:
        return Effects(new.value - old.value, Fraction(0), Fraction(0))
    values = {done: old.taking(done, new).value for done in _SUBSETS}
    return Effects(*(_gain(factor, values) for factor in FACTORS))


_SUBSETS = [frozenset(some) for size in range(len(FACTORS) + 1) for some in combinations(FACTORS, size)]


def _gain(factor: str, values: Mapping[frozenset[str], Fraction]) -> Fraction:
    """What the value gains when this factor changes, over all orders in which the others may have changed before."""
    orders = list(permutations(FACTORS))
    steps = (frozenset(order[: order.index(factor)]) for order in orders)
    return sum((values[done | {factor}] - values[done] for done in steps), Fraction(0)) / len(orders)


@dataclass(frozen=True, slots=True)
class _Shape:
    """One side of the comparison, as the three factors."""

    count: Fraction
    mix: Mapping[str, Fraction]
    price: Mapping[str, Fraction]

    @classmethod
    def of(cls, own: Tallies, other: Tallies) -> _Shape:
        keys = sorted(own.keys() | other.keys())
        count = sum((one.count for one in own.values()), Fraction(0))
        mix = {key: own.get(key, NOTHING).count / count if count else Fraction(0) for key in keys}
        return cls(count, mix, {key: _price(own.get(key, NOTHING), other.get(key, NOTHING)) for key in keys})

    @property
    def value(self) -> Fraction:
        return self.count * sum((self.mix[key] * self.price[key] for key in self.mix), Fraction(0))

    def taking(self, factors: frozenset[str], other: _Shape) -> _Shape:
        """With these factors as they are on the other side."""
        return _Shape(
            other.count if "count" in factors else self.count,
            other.mix if "mix" in factors else self.mix,
            other.price if "price" in factors else self.price,
        )


def _price(own: Tally, other: Tally) -> Fraction:
    """The own mean amount, the other side's where there is none."""
    for tally in (own, other):
        if tally.count:
            return tally.total / tally.count
    return Fraction(0)
