"""Purchase-card rows with the categories people chose, as a learning curve reads them. The files stay outside."""

from __future__ import annotations

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from advisory.analysis.categorise import Example

ROWS, MERCHANTS = "council_cards_dev.csv.gz", "uk_purchase_cards_dev.tsv"
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


def users(folder: Path, name: str = ROWS) -> dict[str, list[Example]]:
    """Each user's rows in time order."""
    found: dict[str, list[Example]] = defaultdict(list)
    with gzip.open(folder / name, "rt", encoding="utf-8", newline="") as table:
        for number, line in enumerate(csv.DictReader(table)):
            day = date.fromisoformat(line["date"]).toordinal()
            found[line["user"]].append(Example(number, line["text"], line["label"], day))
    return dict(found)


def merchants(folder: Path, name: str = MERCHANTS) -> list[Merchant]:
    """The merchants with their accepted categories."""
    with (folder / name).open(encoding="utf-8") as table:
        lines = [line.rstrip("\n").split("\t") for line in table][1:]
    return [Merchant(text, tuple(accept.split("|")), int(count), label) for text, accept, count, label in lines]


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
