"""The words that are one user's own: names of categories, payees, accounts and series, and the days booked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from advisory.analysis.ask.folding import words_of


@dataclass(frozen=True, slots=True)
class NamedCategory:
    """`kind` as in Category; `key` of a default one; `group` the heading under which it is listed."""

    id: int
    name: str
    key: str = ""
    kind: str = "expense"
    group: str = ""
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class NamedAccount:
    """`opening_minor`: what stood on it before its first row, in minor units of `currency`."""

    id: int
    name: str
    kind: str = "checking"
    currency: str = ""
    opening_minor: int = 0
    has_known_opening: bool = False
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`payees`, `aliases` (other spellings) and `series` by id; `earning`: payees that only ever paid the user.

    `series_rows`: ids of each series' transactions; `series_earning`: those that bring money.

    `as_of`: the newest booked day, from which relative times count; `first_day`: the oldest. `currencies`: those that
    accounts are kept in.
    """

    as_of: date
    first_day: date
    base_currency: str
    categories: Mapping[int, NamedCategory] = field(default_factory=dict)
    accounts: Mapping[int, NamedAccount] = field(default_factory=dict)
    payees: Mapping[int, str] = field(default_factory=dict)
    aliases: Mapping[str, int] = field(default_factory=dict)
    series: Mapping[int, str] = field(default_factory=dict)
    series_rows: Mapping[int, Sequence[int]] = field(default_factory=dict)
    series_earning: frozenset[int] = frozenset()
    currencies: tuple[str, ...] = ()
    earning: frozenset[int] = frozenset()

    def below(self, category: int) -> tuple[int, ...]:
        """A category and all that lie below it."""
        found, queue = {category}, [category]
        while queue:
            parent = queue.pop()
            children = [one.id for one in self.categories.values() if one.parent == parent and one.id not in found]
            found.update(children)
            queue.extend(children)
        return tuple(sorted(found))

    def category_name(self, category: int) -> str:
        return self.categories[category].name if category in self.categories else ""

    def rows_of(self, series: Iterable[int]) -> frozenset[int]:
        """The transactions that belong to these series."""
        return frozenset(row for one in series for row in self.series_rows.get(one, ()))

    def series_of(self, payee: str) -> tuple[int, ...]:
        """Series that carry this payee's name, or main words of it."""
        words = words_of(payee)
        same = [pk for pk, label in self.series.items() if words_of(label) == words]
        if same:
            return tuple(same)
        return tuple(pk for pk, label in self.series.items() if words[:1] == words_of(label)[:1])
