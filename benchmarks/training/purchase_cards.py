"""Purchase-card rows with the categories people chose, as a learning curve reads them. The files stay outside.

Users are parted by a hash of their name: a quarter is kept out of everything that is shipped or tuned, and only the
published score looks at them. The others teach, each judged by what was taught without his part of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

from advisory.analysis.categorise import Example
from benchmarks.scores.real import tables

KEPT_OUT, PARTS = 4, 6
MOST_ASKED = 140
FEWEST_ASKED = 40

Users = Mapping[str, Sequence[Example]]


@dataclass(frozen=True, slots=True)
class Merchant:
    """A merchant string, the categories that count as right, how many rows bear it, and the label behind them."""

    text: str
    accept: tuple[str, ...]
    rows: int
    label: str


def users(folder: Path | None) -> dict[str, list[Example]]:
    """Each user's rows in time order; empty where the folder has no such table."""
    found: dict[str, list[Example]] = defaultdict(list)
    for number, line in enumerate(next(tables(folder, {"user", "date", "text", "label"}), [])):
        day = date.fromisoformat(line["date"]).toordinal()
        found[line["user"]].append(Example(number, line["text"], line["label"], day))
    return dict(found)


def merchants(folder: Path | None) -> list[Merchant]:
    """The merchants with their accepted categories; empty where the folder has no such table."""
    return [
        Merchant(line["description"], tuple(line["accept"].split("|")), int(line["lines"]), line["source_label"])
        for line in next(tables(folder, {"description", "accept", "lines", "source_label"}), [])
    ]


def in_default_categories(rows: Users, listed: Sequence[Merchant]) -> Users:
    """The same users as households: rows whose label has a known meaning, in the first category it stands for."""
    meaning = {merchant.label: merchant.accept[0] for merchant in listed}
    return {
        user: [replace(one, category=meaning[one.category]) for one in own if one.category in meaning]
        for user, own in rows.items()
    }


def is_kept_out(user: str) -> bool:
    """Whether the user is for the published score alone: one in four."""
    return _number(user) % KEPT_OUT == 0


def part_of(user: str) -> int:
    """The part, below PARTS, of a user who teaches."""
    return _number(user) // KEPT_OUT % PARTS


def teachers(rows: Users) -> Users:
    """The users who may be learnt from."""
    return {user: own for user, own in rows.items() if not is_kept_out(user)}


def kept_out(rows: Users) -> Users:
    """The users nobody learns from."""
    return {user: own for user, own in rows.items() if is_kept_out(user)}


def cases(
    rows: Users, confirmed: int, most_users: int | None = None
) -> Iterator[tuple[str, Sequence[Example], Sequence[Example]]]:
    """(user, confirmed rows, the rows that came next) of users with enough rows, in an order drawn by hash."""
    enough = sorted((name for name in rows if len(rows[name]) >= confirmed + FEWEST_ASKED), key=_number)
    for name in enough[:most_users]:
        own = rows[name]
        yield name, own[:confirmed], own[confirmed : confirmed + MOST_ASKED]


def majority_label(own: Sequence[Example]) -> str:
    """The commonest category, the first in the alphabet among equals."""
    counts = Counter(one.category for one in own)
    return min(counts, key=lambda label: (-counts[label], label), default="")


def _number(user: str) -> int:
    return int.from_bytes(blake2b(user.encode(), digest_size=4).digest(), "big")
