"""Card users nobody learnt from, asked about as the product asks: their first rows confirmed, the next ones open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise import Example, GlobalModel, load_model
from advisory.analysis.categorise.reading import read
from advisory.analysis.engine import categorise
from advisory.analysis.findings import Guess
from advisory.analysis.rows import Row, Rows
from benchmarks.scores.curves import Asked
from benchmarks.training import purchase_cards as cards

COUNTS = (0, 5, 20, 100, 500)


class Names(StrEnum):
    """What users call their categories: as the cards do, by names nobody else uses, or as every user begins."""

    CARDS = "cost categories"
    OWN = "names nobody else uses"
    DEFAULT = "the default categories"


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """One point of the learning curve: what was `asked`, and what simple rules have right in the same rows."""

    asked: Asked
    baselines: dict[str, float]


def point(rows: cards.Users, confirmed: int, most_users: int | None, names: Names) -> Point:
    """After `confirmed` rows of each user."""
    model = load_model()
    hits: dict[str, list[bool]] = {}
    right: list[bool] = []
    confidence: list[float] = []
    users: list[str] = []
    for name, own, asked in cards.cases(rows, confirmed, most_users):
        said = _asked(own, asked, model, names)
        right += [guess_of(guess) == _named(one, names) for guess, one in zip(said, asked, strict=True)]
        confidence += [guess.confidence for guess in said]
        users += [name] * len(asked)
        for rule, answers in _rules(rows[name], own, asked, model, names).items():
            hits.setdefault(rule, []).extend(answer == one.category for answer, one in zip(answers, asked, strict=True))
    found = Asked(np.array(right, dtype=np.bool_), np.array(confidence), np.array(users))
    return Point(found, {rule: float(np.mean(one)) for rule, one in hits.items()})


def guess_of(guess: Guess) -> str:
    """What was answered, or would have been first."""
    return guess.category or (guess.candidates[0][0] if guess.candidates else "")


def _named(one: Example, names: Names) -> str:
    return f"Q{one.category.encode().hex()}" if names is Names.OWN else one.category


def _asked(own: Sequence[Example], asked: Sequence[Example], model: GlobalModel, names: Names) -> Sequence[Guess]:
    """The guesses in the order of what is asked. Without any confirmed row the user's list of categories is known."""
    made = [
        Row(at, date.fromordinal(one.day), -100, "GBP", "card", one.text, category="" if at >= len(own) else
            _named(one, names))
        for at, one in enumerate((*own, *asked))
    ]  # fmt: skip
    offered = model.labels if names is Names.DEFAULT else () if own else model.cards.head.labels
    said = {guess.id: guess for guess in categorise(Rows.of(made), None, offered)}
    return [said[len(own) + at] for at in range(len(asked))]


def _rules(
    whole: Sequence[Example], own: Sequence[Example], asked: Sequence[Example], model: GlobalModel, names: Names
) -> dict[str, list[str]]:
    usual = cards.majority_label(own)
    by_text = {one.text: one.category for one in own}
    head = model.head if names is Names.DEFAULT else model.cards.head
    told = read(asked, model.rarity).told(head).argmax(axis=1)
    by_hindsight = _hindsight(whole)
    return {
        "commonest": [usual] * len(asked),
        "same text": [by_text.get(one.text, usual) for one in asked],
        "nearest own rows": _nearest(own, asked, model.rarity),
        "shipped model alone": [head.labels[at] for at in told],
        "ceiling in hindsight": [by_hindsight[one.text] for one in asked],
    }


def _nearest(own: Sequence[Example], asked: Sequence[Example], rarity: NDArray[np.float32]) -> list[str]:
    if not own:
        return [""] * len(asked)
    like = np.clip(read(asked, rarity).asked.points @ read(own, rarity).asked.points.T, 0, 1) ** 6
    labels = sorted({one.category for one in own})
    votes = np.stack([like[:, [one.category == label for one in own]].sum(axis=1) for label in labels], axis=1)
    return [labels[at] for at in votes.argmax(axis=1)]


def _hindsight(own: Sequence[Example]) -> dict[str, str]:
    by_text: dict[str, list[Example]] = {}
    for one in own:
        by_text.setdefault(one.text, []).append(one)
    return {text: cards.majority_label(same) for text, same in by_text.items()}
