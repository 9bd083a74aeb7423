"""Trains the arrays the categoriser ships: `python -m benchmarks.train_categories CORPUS [--to FILE]`.

CORPUS is a folder with three tables, known by their columns: merchant codes (mcc, edited_description), card rows (user,
date, text, label) and merchants with accepted categories (description, accept, lines, source_label). The same inputs
give the same arrays. Nothing of the texts is stored, only numbers in hashed buckets.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np

from advisory.analysis.categorise import Example
from advisory.analysis.categorise.model import PATH, GlobalModel
from benchmarks.training import purchase_cards, scorers
from benchmarks.training.global_model import card_lessons, card_texts, doubt_of, learnt, lexicon_lessons, rarity_of

MOST_USERS = 60


def trained(folder: Path) -> GlobalModel:
    """All parts of the model."""
    rows = purchase_cards.users(folder)
    lessons = lexicon_lessons(folder)
    rarity = rarity_of(lessons, rows)
    first, texts = learnt(lessons, rarity), card_texts(folder, rows)
    cards = card_lessons(texts, first)
    model = replace(learnt([*lessons, *cards], rarity), doubt=doubt_of(lessons, texts, first))
    print(f"{len(lessons)} lexicon texts, {len(cards)} card texts, doubt {model.doubt.round(2)}")
    return with_scorers(model, rows)


def with_scorers(model: GlobalModel, rows: dict[str, list[Example]]) -> GlobalModel:
    """The model with both scorers, fitted on users whose rows are in nobody's evidence but their own."""
    asked = scorers.fit(scorers.observe(rows, model, scorers.peers_by_fold(rows, model), MOST_USERS))
    alone = scorers.fit(scorers.observe(rows, model, None, MOST_USERS))
    return replace(model, asked=asked, alone=alone)


def save(model: GlobalModel, path: Path) -> None:
    """Plain arrays in one file."""
    parts = {
        f"{name}_{part}": getattr(scorer, part)
        for name, scorer in (("alone", model.alone), ("asked", model.asked))
        for part in ("mean", "spread", "mix", "trust")
    }
    np.savez_compressed(
        path,
        labels=np.array(model.labels),
        weights=model.weights,
        scale=model.scale,
        bias=model.bias,
        rarity=np.round(model.rarity * 16).astype(np.uint8),
        doubt=model.doubt,
        **parts,
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--to", type=Path, default=PATH)
    given = parser.parse_args()
    save(trained(given.corpus), given.to)
    print(f"{given.to.name}: {given.to.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
