"""The rows of a payee in one direction and currency as arrays, and the split of all rows into such groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from advisory.analysis.rows import Ints, Rows
from advisory.analysis.series.fit import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """`places`: indexes into `Rows`, in order of days; `days` ordinals; `minors` signed; `logs` of absolute amounts."""

    key: str
    currency: str
    is_incoming: bool
    places: Ints
    days: Ints
    minors: Ints
    logs: Floats

    def __len__(self) -> int:
        return len(self.places)

    def take(self, chosen: Ints) -> Group:
        return Group(
            self.key,
            self.currency,
            self.is_incoming,
            self.places[chosen],
            self.days[chosen],
            self.minors[chosen],
            self.logs[chosen],
        )

    def without(self, chosen: Ints) -> Group:
        return self.take(np.setdiff1d(np.arange(len(self)), chosen))


def group_rows(rows: Rows, keys: tuple[str, ...], left_out: frozenset[int]) -> Iterator[Group]:
    """Groups by payee key, currency and direction, in that order. `left_out`: ids that belong to no payee's rhythm.

    Accounts do not part a group: a contract goes on when it is paid from another account.
    """
    by_payee: defaultdict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for place, (row, key) in enumerate(zip(rows.rows, keys, strict=True)):
        if row.amount_minor and row.id not in left_out:
            by_payee[key, row.currency, row.amount_minor > 0].append(place)
    for (key, currency, is_incoming), listed in sorted(by_payee.items()):
        yield group_of(rows, listed, key, currency, is_incoming=is_incoming)


def group_of(rows: Rows, listed: list[int], key: str, currency: str, *, is_incoming: bool) -> Group:
    places = np.array(sorted(listed), dtype=np.int64)
    minors = rows.minors[places]
    return Group(key, currency, is_incoming, places, rows.days[places], minors, np.log(np.abs(minors)))
