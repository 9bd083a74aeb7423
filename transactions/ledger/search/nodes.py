"""What a query says, as a tree of frozen parts. The search bar, saved searches and rules all speak in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

TextField = Literal["text", "payee", "counterparty", "description", "note", "rule"]
TextOperator = Literal["contains", "equals", "starts", "ends", "regex"]
NameField = Literal["category", "account", "tag", "currency"]
IdName = Literal["id", "import", "payee", "category", "account", "tag"]
DateField = Literal["date", "valued"]
Direction = Literal["size", "signed", "in", "out"]


@dataclass(frozen=True, slots=True)
class Everything:
    """The empty query: every row."""


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of two or more parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class TextTest:
    """A text of the row against `value`, without regard to case, accents and runs of spaces; a regular expression
    sees the text as it is written. `text` is payee, counterparty, description and note in a row."""

    field: TextField
    operator: TextOperator
    value: str


@dataclass(frozen=True, slots=True)
class NameTest:
    """A whole name, without regard to case and accents; `*` in the pattern stands for any run of letters. A category
    is also found by the names of those above it and by its group."""

    field: NameField
    pattern: str


@dataclass(frozen=True, slots=True)
class AmountTest:
    """The amount in units of the row's own currency within bounds; None is no bound.

    `size` looks at it without its sign, `signed` with it; `in` and `out` at the size of money that came or left.
    """

    direction: Direction
    low: Decimal | None = None
    high: Decimal | None = None
    is_low_open: bool = False
    is_high_open: bool = False


@dataclass(frozen=True, slots=True)
class DateTest:
    """A day of the row in the half-open period [start, end); None is no bound. Rows without the day do not match."""

    field: DateField
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class FlagTest:
    """One of the words behind `is:`, `status:` and `has:`; see `words.FLAGS`."""

    flag: str


@dataclass(frozen=True, slots=True)
class IdTest:
    """The row itself, or what it belongs to, by number. A category's number stands for its whole sub-tree."""

    field: IdName
    ids: frozenset[int]


Node = Everything | And | Or | Not | TextTest | NameTest | AmountTest | DateTest | FlagTest | IdTest


def joined(kind: type[And] | type[Or], parts: list[Node]) -> Node:
    """One part stands for itself; parts of the same kind are taken in, so that equal queries are equal trees."""
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else (part,)
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def leaves(node: Node) -> list[Node]:
    """Every test in the tree, in reading order."""
    if isinstance(node, And | Or):
        return [leaf for part in node.parts for leaf in leaves(part)]
    return leaves(node.part) if isinstance(node, Not) else [node]
