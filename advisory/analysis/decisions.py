"""The user's word about series: which series of today is which of before, and what the user said stands over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from advisory.analysis.bills.declared import Booked, Declared, declared_series, is_near, kept_of
from advisory.analysis.bills.joined import joined
from advisory.analysis.findings import Series

Decision = Literal["open", "confirmed", "ignored"]
CORRECTABLE = ("label", "cadence", "role", "amount_minor", "next_date")


@dataclass(frozen=True, slots=True)
class KnownSeries:
    """A series of an earlier run. `corrections` holds what the user said instead, by name of the field.

    `declared`: the user's own, which no engine has to find. `head`: of the series that it was made a part of;
    `is_merged`: it is such a whole, made of its parts and found nowhere itself. Nothing is due after `ends_on`.
    """

    pk: int
    found: Series
    decision: Decision = "open"
    corrections: Mapping[str, Any] = field(default_factory=dict)
    cancelled_on: date | None = None
    declared: Declared | None = None
    head: int | None = None
    is_merged: bool = False
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """One series as it counts. `pk`: of the known one it continues; `found`: as the engine saw it, None when it did
    not and only the user's word keeps it. `head`: the whole that it is a part of, which counts in its place."""

    series: Series
    found: Series | None
    pk: int | None = None
    is_ignored: bool = False
    head: int | None = None

    @property
    def counts(self) -> bool:
        return not self.is_ignored and self.head is None


def settle_series(
    found: Sequence[Series],
    known: Sequence[KnownSeries],
    as_of: date,
    days: Mapping[int, date],
    rows: Sequence[Booked] = (),
) -> tuple[Settled, ...]:
    """Everything found, with the user's corrections, then what is confirmed or declared though it was not found, then
    what the user made one of several.

    `days`: booking dates of all rows there are, by id; a confirmed series of which no row is left is gone. `rows`: the
    rows themselves, among which those of declared series are looked for.
    """
    single = [one for one in known if not one.is_merged]
    matched = match_series(found, [_with_rows(one, rows, as_of) for one in single])
    by_pk = {one.pk: one for one in single}
    settled = [_settled(one, by_pk.get(matched.get(place, -1)), as_of) for place, one in enumerate(found)]
    seen, taken = set(matched.values()), {pk for one in found for pk in one.ids}
    for one in sorted(single, key=lambda one: one.pk):
        kept = None if one.pk in seen else _kept(one, as_of, days, rows, taken)
        if kept is not None:
            taken.update(kept.ids)
            settled.append(_said_of(kept, None, one, as_of))
    return (*settled, *_wholes(settled, known, as_of, days))


def _with_rows(known: KnownSeries, rows: Sequence[Booked], as_of: date) -> KnownSeries:
    """A declared series with the rows that are of it by now, by which it is known again once a run finds it."""
    if known.declared is None:
        return known
    kept = kept_of(known.declared, [row for row in rows if row.id in known.declared.rows], (), as_of)
    ids = dict.fromkeys((*known.found.ids, *(one.id for one in kept.booked)))
    return replace(known, found=replace(known.found, ids=tuple(ids)))


def _settled(found: Series, known: KnownSeries | None, as_of: date) -> Settled:
    return Settled(found, found) if known is None else _said_of(found, found, known, as_of)


def _said_of(series: Series, found: Series | None, known: KnownSeries, as_of: date) -> Settled:
    said = ended(corrected(series, known.corrections, as_of), known.ends_on)
    return Settled(said, found, known.pk, known.decision == "ignored", known.head)


def _kept(
    one: KnownSeries, as_of: date, days: Mapping[int, date], rows: Sequence[Booked], taken: set[int]
) -> Series | None:
    """What the user's word keeps of a series that was not found."""
    if one.declared is not None:
        mine = [row for row in rows if row.id in one.declared.rows]
        return declared_series(one.pk, one.declared, mine, taken, as_of)
    left = tuple(pk for pk in one.found.ids if pk in days)
    if not left or (one.decision != "confirmed" and one.head is None):
        return None
    return replace(one.found, ids=left, first_date=days[left[0]], last_date=days[left[-1]])


def _wholes(
    settled: Sequence[Settled], known: Sequence[KnownSeries], as_of: date, days: Mapping[int, date]
) -> list[Settled]:
    """What was made one, of the parts that there are; a whole may be a part in turn, and comes before what it is in."""
    made: list[Settled] = []
    for one in sorted((one for one in known if one.is_merged), key=lambda one: one.pk):
        parts = [part for part in (*settled, *made) if part.head == one.pk]
        if not parts:
            continue
        whole = joined([part.series for part in parts], days)
        is_found = any(part.found is not None for part in parts)
        made.append(_said_of(whole, whole if is_found else None, one, as_of))
    return made


def ended(series: Series, ends_on: date | None) -> Series:
    """With the last day that the user gave it; over as soon as nothing is due up to then."""
    if ends_on is None:
        return series
    if series.next_date is None or series.next_date <= ends_on:
        return replace(series, ends_on=ends_on)
    return replace(series, ends_on=ends_on, status="ended", next_date=None, next_from=None, next_until=None)


def corrected(series: Series, corrections: Mapping[str, Any], as_of: date) -> Series:
    """A corrected next day holds until it has come; after that the rows know better."""
    wanted = {name: value for name, value in corrections.items() if name in CORRECTABLE}
    if "next_date" in wanted and wanted["next_date"] <= as_of:
        del wanted["next_date"]
    if "next_date" in wanted and series.anchor is not None:
        wanted["anchor"] = wanted["next_date"]
    if "next_date" in wanted:
        wanted |= {"next_from": wanted["next_date"], "next_until": wanted["next_date"]}
    if "amount_minor" in wanted:
        wanted |= {"amount_low": wanted["amount_minor"], "amount_high": wanted["amount_minor"]}
    return replace(series, **wanted) if wanted else series


def match_series(found: Sequence[Series], known: Sequence[KnownSeries]) -> dict[int, int]:
    """{place in `found`: pk of the known series it continues}, each used once.

    Those that share most rows belong together. Where rows got new ids (an import taken back and made again) the same
    payee in the same rhythm at the nearest amount does.
    """
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, pk, place in sorted([*_by_rows(found, known), *_by_payee(found, known)]):
        if place not in matched and pk not in taken:
            matched[place] = pk
            taken.add(pk)
    return matched


Rank = tuple[int, int, int]
Candidate = tuple[Rank, int, int]


def _by_rows(found: Sequence[Series], known: Sequence[KnownSeries]) -> list[Candidate]:
    holders: dict[int, list[int]] = {}
    for place, one in enumerate(found):
        for pk in one.ids:
            holders.setdefault(pk, []).append(place)
    candidates: list[Candidate] = []
    for before in known:
        shared: dict[int, int] = {}
        for pk in before.found.ids:
            for place in holders.get(pk, ()):
                shared[place] = shared.get(place, 0) + 1
        candidates += [((0, -count, 0), before.pk, place) for place, count in shared.items()]
    return candidates


def _by_payee(found: Sequence[Series], known: Sequence[KnownSeries]) -> list[Candidate]:
    places: dict[tuple[str, str, bool], list[int]] = {}
    for place, one in enumerate(found):
        if one.payee_key:
            places.setdefault(_payee(one), []).append(place)
    return [
        ((1, int(before.found.cadence != found[place].cadence), _apart(before.found, found[place])), before.pk, place)
        for before in known
        for place in places.get(_payee(before.found), ())
        # What is declared says no more than a payee and about how much: another contract of theirs is not it.
        if before.declared is None or is_near(before.found.amount_minor, found[place].amount_minor)
    ]


def _payee(series: Series) -> tuple[str, str, bool]:
    return series.payee_key, series.currency, series.amount_minor > 0


def _apart(one: Series, other: Series) -> int:
    return abs(one.amount_minor - other.amount_minor)
