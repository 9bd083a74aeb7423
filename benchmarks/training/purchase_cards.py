"""Purchase-card rows with the categories people chose, as a learning curve reads them. The files stay outside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from advisory.analysis.categorise import Example
from benchmarks.scores.real import tables

FOLDS = 5
MOST_ASKED = 140
FEWEST_ASKED = 40


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


def folds(names: Sequence[str]) -> dict[str, int]:
    """The fold of each user, by one fixed shuffle."""
    order = np.random.default_rng(5).permutation(sorted(names))
    return {str(name): place % FOLDS for place, name in enumerate(order)}


def cases(
    rows: Mapping[str, Sequence[Example]], confirmed: int, most_users: int, asked: int = MOST_ASKED
) -> Iterator[tuple[str, Sequence[Example], Sequence[Example]]]:
    """(user, confirmed rows, the rows asked next) of users with enough rows, by one fixed draw."""
    enough = sorted(name for name, own in rows.items() if len(own) >= confirmed + FEWEST_ASKED)
    for name in sorted(np.random.default_rng(confirmed).permutation(enough)[:most_users].tolist()):
        own = rows[name]
        yield name, own[:confirmed], own[confirmed : confirmed + asked]


def majority_label(own: Sequence[Example]) -> str:
    """The commonest category, the first in the alphabet among equals."""
    counts = Counter(one.category for one in own)
    return min(counts, key=lambda label: (-counts[label], label), default="")
