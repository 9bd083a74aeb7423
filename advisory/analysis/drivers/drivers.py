"""Why a month cost more or less: its spending against the month before or a usual month, group by group, to the cent.

A usual month is the mean of up to six full months before: a median of each group would not add up. Every line carries
facts; the changes of all lines are the change of the whole, and the three effects of a line are its change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from advisory.analysis.drivers.split import Effects, Tally, effects_between
from advisory.analysis.facts import FactDraft
from advisory.analysis.findings import Series
from advisory.analysis.groups import BY_CATEGORY, BY_PAYEE, total
from advisory.analysis.history import tidy
from advisory.analysis.payees.shares import payee_key
from advisory.analysis.settle import settled
from advisory.analysis.study import UNNAMED, Study, spanning
from transactions.ledger.columns import Share
from transactions.ledger.period import Period, add_months, month_of

VERSION = "drivers@1"
By = Literal["category", "payee", "series"]
Against = Literal["previous", "usual"]
OTHERS, NONE = "others", "none"
LISTED = 6
"""Lines told one by one; what is left is one line, so that all add up."""


@dataclass(frozen=True, slots=True)
class Line:
    """One group. Amounts are signed minor units of the base currency: spending is negative, so a negative change is
    more spent. `count`, `mix` and `price` add up to `change`. `facts`: now, before, change, those of the three effects
    that are not nothing, payments_now and payments_before (of a usual month the mean number)."""

    key: str
    name: str
    before: int
    now: int
    change: int
    count: int
    mix: int
    price: int
    facts: Mapping[str, FactDraft]


@dataclass(frozen=True, slots=True)
class Drivers:
    """`lines` by the size of their change, what is left over last under the key `others`; `facts` of the whole.

    `missing` says in words what it would need; then there are no lines.
    """

    month: Period
    against: Against
    by: By
    before: int
    now: int
    change: int
    lines: tuple[Line, ...]
    facts: Mapping[str, FactDraft]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class _Group:
    """The shares of one group (or of several put together) in the month and in the months it is held against."""

    key: str
    name: str
    now: tuple[Share, ...]
    before: tuple[Share, ...]


def drivers_of(study: Study, by: By, against: Against, series: Sequence[Series] = ()) -> Drivers:
    """`series`: needed to group by them; what belongs to none is one line."""
    months = _held_against(study, against)
    if not months:
        what = "an earlier full month" if against == "usual" else "a full month before"
        return Drivers(study.month, against, by, 0, 0, 0, (), {}, what)
    groups = _grouped(study, by, months, series)
    moved = {group.key: total(group.now) - Fraction(total(group.before), len(months)) for group in groups}
    ranked = sorted(groups, key=lambda group: (-abs(moved[group.key]), group.name, group.key))
    told, rest = ranked[:LISTED], ranked[LISTED:]
    if rest:
        told.append(_together(rest))
    effects = [_effects(group, by, len(months)) for group in told]
    return _Scribe(study, by, against, months).write(list(zip(told, effects, strict=True)))


def _held_against(study: Study, against: Against) -> tuple[Period, ...]:
    if against == "usual":
        return study.history.normal_months
    before = month_of(add_months(study.month.start, -1))
    return tuple(month for month in study.history.earlier if month == before)


def _grouped(study: Study, by: By, months: Sequence[Period], series: Sequence[Series]) -> list[_Group]:
    key_of, name_of = _keys(by, series)
    now: defaultdict[str, list[Share]] = defaultdict(list)
    before: defaultdict[str, list[Share]] = defaultdict(list)
    for share in study.history.spent(study.month):
        now[key_of(share)].append(share)
    for month in months:
        for share in study.history.spent(month):
            before[key_of(share)].append(share)
    return [
        _Group(key, name_of(key, [*before[key], *now[key]]), tuple(now[key]), tuple(before[key]))
        for key in sorted({*now, *before})
    ]


Keys = tuple[Callable[[Share], str], Callable[[str, Sequence[Share]], str]]


def _keys(by: By, series: Sequence[Series]) -> Keys:
    if by == "category":
        return BY_CATEGORY.key, lambda _key, shares: BY_CATEGORY.name(shares[-1])
    if by == "payee":
        return lambda share: BY_PAYEE.key(share) or NONE, lambda _key, shares: BY_PAYEE.name(shares[-1])
    ordered = sorted(series, key=lambda one: one.ids)
    owners = {pk: f"s{one.ids[0]}" for one in ordered for pk in one.ids}
    names = {f"s{one.ids[0]}": tidy(one.label) or UNNAMED for one in ordered}
    return lambda share: owners.get(share.transaction_id, NONE), lambda key, _shares: names.get(key, "Everything else")


def _effects(group: _Group, by: By, months: int) -> Effects:
    """A series is one agreement, whatever its payee is called."""
    key_of = (lambda _share: group.key) if by == "series" and group.key not in (NONE, OTHERS) else payee_key
    return effects_between(_tallies(group.before, key_of, months), _tallies(group.now, key_of, 1))


def _tallies(shares: Iterable[Share], key_of: Callable[[Share], str], months: int) -> dict[str, Tally]:
    """A split booking counts once, with the share of it that lies in the group."""
    rows: defaultdict[str, set[int]] = defaultdict(set)
    sums: defaultdict[str, int] = defaultdict(int)
    for share in shares:
        key = key_of(share)
        rows[key].add(share.transaction_id)
        sums[key] += share.amount_minor
    return {key: Tally(Fraction(len(rows[key]), months), Fraction(sums[key], months)) for key in rows}


def _together(groups: Sequence[_Group]) -> _Group:
    return _Group(
        OTHERS,
        "Everything else",
        tuple(share for group in groups for share in group.now),
        tuple(share for group in groups for share in group.before),
    )


Told = Sequence[tuple[_Group, Effects]]


@dataclass(frozen=True, slots=True)
class _Scribe:
    """Rounds so that everything adds up, and writes the facts."""

    study: Study
    by: By
    against: Against
    months: tuple[Period, ...]

    def write(self, told: Told) -> Drivers:
        nows = [total(group.now) for group, _ in told]
        now = sum(nows)
        exact = [Fraction(total(group.before), len(self.months)) for group, _ in told]
        before = round(sum(exact, Fraction(0)))
        befores = settled(exact, before)
        lines = tuple(
            self._line(group, effects, spent, usual)
            for (group, effects), spent, usual in zip(told, nows, befores, strict=True)
        )
        facts = self._facts_of_all([line.facts for line in lines])
        return Drivers(self.study.month, self.against, self.by, before, now, now - before, lines, facts)

    def _line(self, group: _Group, effects: Effects, now: int, before: int) -> Line:
        """The rounding of the mean moves the line's change by less than a cent: the effects are settled to it."""
        change = now - before
        gap = Fraction(change) - effects.total
        count, mix, price = settled([effects.count, effects.mix, effects.price + gap], change)
        facts = self._facts_of(group, before, {"count": count, "mix": mix, "price": price})
        return Line(group.key, group.name, before, now, change, count, mix, price, facts)

    def _word(self, group: _Group) -> str:
        return OTHERS if group.key == OTHERS else self.by

    def _about(self, group: _Group) -> dict[str, str]:
        """By category and payee in the words that every other figure about them uses."""
        if group.key == OTHERS:
            return {"group": group.name}
        if self.by == "series":
            return {"payee": group.name, "series": group.key}
        return {self.by: group.name, f"{self.by}_id": group.key}

    def _facts_of(self, group: _Group, before: int, effects: Mapping[str, int]) -> dict[str, FactDraft]:
        study, about = self.study, self._about(group)
        word = self._word(group)
        now = study.sum(f"{word}_spending", group.now, study.month, **about)
        usual = self._before(group, before, about)
        change = study.difference(f"{word}_moved", now, usual, **about)
        named = {"now": now, "before": usual, "change": change}
        basis = tuple(named.values())
        named |= self._payments(group, about)
        return named | {name: self._effect(name, minor, basis, about) for name, minor in effects.items() if minor}

    def _before(self, group: _Group, before: int, about: Mapping[str, str]) -> FactDraft:
        """The sum of the months, and a fair part of it where there are several."""
        study, period = self.study, spanning(self.months)
        summed = study.sum(f"{self._word(group)}_spending", group.before, period, **about)
        count = len(self.months)
        if count == 1:
            return summed
        rounding = before - (Fraction(total(group.before), count) // 1)
        named = {**about, "parts": str(count), "rounding": study.text_of(int(rounding))}
        return study.book.derive(
            f"{self._word(group)}_usual", "fair-part@1", study.currency, period, inputs=(summed,), params=named
        )

    def _payments(self, group: _Group, about: Mapping[str, str]) -> dict[str, FactDraft]:
        book, period = self.study.book, spanning(self.months)
        now = book.count("payments", (one.transaction_id for one in group.now), self.study.month, about)
        before = book.count("payments", (one.transaction_id for one in group.before), period, about)
        if len(self.months) > 1:
            parts = {**about, "parts": str(len(self.months))}
            before = book.derive("payments_usual", "part@1", "mean", period, inputs=(before,), params=parts)
        return {"payments_now": now, "payments_before": before}

    def _effect(self, name: str, minor: int, basis: Sequence[FactDraft], about: Mapping[str, str]) -> FactDraft:
        study = self.study
        stated = {**about, "engine": VERSION, "found": study.text_of(minor)}
        return study.book.derive(f"{name}_effect", "found@1", study.currency, study.month, inputs=basis, params=stated)

    def _facts_of_all(self, lines: Sequence[Mapping[str, FactDraft]]) -> dict[str, FactDraft]:
        study = self.study

        def added_up(name: str, metric: str) -> FactDraft:
            inputs = [line[name] for line in lines]
            return study.book.derive(metric, "total@1", study.currency, study.month, inputs=inputs)

        return {
            "now": study.spending(study.month),
            "before": added_up("before", "spending_before"),
            "change": added_up("change", "spending_moved"),
        }
