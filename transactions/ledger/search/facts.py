"""All that a query can ask of one transaction, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from transactions.ledger.words import fold

DEEPEST = 50


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """Text as it is compared: no case, no accents, single spaces."""
    return " ".join(fold(text).split())


@dataclass(frozen=True, slots=True)
class CategoryRow:
    category_id: int
    parent_id: int | None
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """What a category answers to: numbers of itself and all above it; folded names of those, and their groups."""

    ids: frozenset[int]
    labels: frozenset[str]


NO_CATEGORY = Lineage(frozenset(), frozenset())


def lineages(rows: Iterable[CategoryRow]) -> dict[int, Lineage]:
    """Category id -> lineage. A parent that is not among the rows ends the way up."""
    by_id = {row.category_id: row for row in rows}
    return {pk: _lineage(pk, by_id) for pk in by_id}


def _lineage(pk: int, by_id: Mapping[int, CategoryRow]) -> Lineage:
    ids: list[int] = []
    labels: set[str] = set()
    at: int | None = pk
    while at is not None and at in by_id and at not in ids and len(ids) < DEEPEST:
        row = by_id[at]
        ids.append(row.category_id)
        labels |= {folded(row.name), folded(row.group)} - {""}
        at = row.parent_id
    return Lineage(frozenset(ids), frozenset(labels))


@dataclass(frozen=True)
class RowFacts:
    """One transaction. Amounts are signed minor units; `categories` has one entry, or one for every share of a split
    row; `share_notes` those of its shares that have one. `rule` holds the reason of a category that a rule chose.
    Without slots: folded texts are kept once made."""

    booking_date: date
    amount_minor: int
    currency: str
    transaction_id: int = 0
    account_id: int = 0
    account: str = ""
    value_date: date | None = None
    payee_id: int | None = None
    payee: str = ""
    counterparty: str = ""
    description: str = ""
    note: str = ""
    share_notes: tuple[str, ...] = ()
    categories: tuple[Lineage, ...] = (NO_CATEGORY,)
    tags: Mapping[int, str] = field(default_factory=dict)
    status: str = "cleared"
    category_id: int | None = None
    is_transfer: bool = False
    is_split: bool = False
    is_suggested: bool = False
    has_attachment: bool = False
    rule: str = ""
    import_id: int | None = None

    @cached_property
    def text(self) -> str:
        return f"{self.payee} {self.counterparty} {self.description} {self.note}"

    @cached_property
    def folded_text(self) -> str:
        """All of it in lines: words in a row never reach from one note into another."""
        return "\n".join(folded(part) for part in self.parts("text"))

    def parts(self, field: str) -> tuple[str, ...]:
        """The texts of which one must fit: what stands on a share belongs to the row's notes."""
        text: str = getattr(self, field)
        return (text, *self.share_notes) if field in ("text", "note") else (text,)
