"""The user's word about series: which series of today is which of before, and what the user said stands over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from advisory.analysis.findings import Series

Decision = Literal["open", "confirmed", "ignored"]
CORRECTABLE = ("label", "cadence", "role", "amount_minor", "next_date")


@dataclass(frozen=True, slots=True)
class KnownSeries:
    """A series of an earlier run. `corrections` holds what the user said instead, by name of the field."""

    pk: int
    found: Series
    decision: Decision = "open"
    corrections: Mapping[str, Any] = field(default_factory=dict)
    cancelled_on: date | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """One series as it counts. `pk`: of the known one it continues; `found`: as the engine saw it, None when it did
    not and only the user's confirmation keeps it."""

    series: Series
    found: Series | None
    pk: int | None = None
    is_ignored: bool = False


def settle_series(
    found: Sequence[Series], known: Sequence[KnownSeries], as_of: date, days: Mapping[int, date]
) -> tuple[Settled, ...]:
    """Everything found, with the user's corrections, then what is confirmed though it was not found.

    `days`: booking dates of all rows there are, by id; a confirmed series of which no row is left is gone.
    """
    matched = match_series(found, known)
    by_pk = {one.pk: one for one in known}
    settled = [_settled(one, by_pk.get(matched.get(place, -1)), as_of) for place, one in enumerate(found)]
    seen = set(matched.values())
    for one in sorted(known, key=lambda one: one.pk):
        left = tuple(pk for pk in one.found.ids if pk in days)
        if one.pk not in seen and one.decision == "confirmed" and left:
            kept = replace(one.found, ids=left, first_date=days[left[0]], last_date=days[left[-1]])
            settled.append(Settled(_corrected(kept, one.corrections, as_of), None, one.pk))
    return tuple(settled)


def _settled(found: Series, known: KnownSeries | None, as_of: date) -> Settled:
    if known is None:
        return Settled(found, found)
    return Settled(_corrected(found, known.corrections, as_of), found, known.pk, known.decision == "ignored")


def _corrected(series: Series, corrections: Mapping[str, Any], as_of: date) -> Series:
    """A corrected next day holds until it has come; after that the rows know better."""
    wanted = {name: value for name, value in corrections.items() if name in CORRECTABLE}
    if "next_date" in wanted and wanted["next_date"] <= as_of:
        del wanted["next_date"]
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
    ]


def _payee(series: Series) -> tuple[str, str, bool]:
    return series.payee_key, series.currency, series.amount_minor > 0


def _apart(one: Series, other: Series) -> int:
    return abs(one.amount_minor - other.amount_minor)
