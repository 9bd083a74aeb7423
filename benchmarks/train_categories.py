"""Trains the arrays the categoriser ships: `python -m benchmarks.train_categories CORPUS [--to FILE]`.

CORPUS is a folder with three tables, known by their columns: merchant codes (mcc, edited_description), card rows (user,
date, text, label) and merchants with accepted categories (description, accept, lines, source_label). The same inputs
give the same arrays, and a card beside them says what they were made of. Nothing of the texts is stored, only numbers
in hashed buckets and the names of categories.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise import VERSION
from advisory.analysis.categorise.head import Head
from advisory.analysis.categorise.model import PATH, GlobalModel
from advisory.analysis.categorise.scorer import Scorer
from benchmarks.training import card_scheme, purchase_cards, scorers
from benchmarks.training.global_model import (
    LABELS,
    card_lessons,
    card_texts,
    doubt_of,
    learnt,
    lexicon_lessons,
    rarity_of,
)

NO_SCORER = Scorer(np.zeros(1), np.ones(1), np.zeros((1, 1)), np.zeros(1))
SOURCES = {
    "lexicon": "benchmarks/training/lexicon and transactions/ledger/lexicon.py, written by hand",
    "merchant codes": "greggles/mcc-codes (Unlicense)",
    "card rows": "purchase card spend of Birmingham City Council (Open Government Licence v3.0)",
}


def trained(folder: Path) -> tuple[GlobalModel, dict[str, Any]]:
    """All parts of the model, and what it was made of."""
    rows = purchase_cards.teachers(purchase_cards.users(folder))
    lessons = lexicon_lessons(folder)
    rarity = rarity_of(lessons, rows)
    first, texts = learnt(lessons), card_texts(folder, rows)
    lessons_of_cards = card_lessons(texts, first)
    taught = card_scheme.taught(rows)
    labels = card_scheme.labels_of(taught)
    unscored = _unscored(first, rarity)
    seen = scorers.observe(rows, unscored, card_scheme.by_part(taught, labels))
    held_out = scorers.held_out_shares(seen)
    head = learnt([*lessons, *lessons_of_cards])
    as_homes = purchase_cards.in_default_categories(rows, purchase_cards.merchants(folder))
    seen_at_home = scorers.observe(as_homes, _unscored(head, rarity), None, LABELS)
    model = GlobalModel(
        head=head,
        cards=card_scheme.learnt(taught, labels),
        rarity=rarity,
        doubt=doubt_of(lessons, texts, first),
        alone=scorers.fit(scorers.observe(rows, unscored, None)),
        default=scorers.fit(seen_at_home),
        shared=scorers.fit(seen, held_out),
    )
    card = {
        "version": VERSION,
        "sources": SOURCES,
        "lexicon_texts": len(lessons),
        "card_users": len(rows),
        "card_users_kept_out": "one in four, by a hash of the user; in nothing that is trained or tuned",
        "card_rows": sum(len(own) for own in rows.values()),
        "card_texts_with_a_default_category": len(lessons_of_cards),
        "card_categories": len(labels),
        "default_categories": len(model.labels),
        "right_by_confirmed_rows": scorers.curve(seen, held_out),
    }
    return model, card


def _unscored(head: Head, rarity: NDArray[np.float32]) -> GlobalModel:
    """A model that has not learnt to weigh evidence yet."""
    return GlobalModel(head, scorers.NO_SCHEME, rarity, np.array([1.0, 0.0]), NO_SCORER, NO_SCORER, NO_SCORER)


def save(model: GlobalModel, path: Path) -> None:
    """Plain arrays in one file."""
    parts: dict[str, Any] = {
        f"{name}_{part}": getattr(scorer, part)
        for name, scorer in (("alone", model.alone), ("default", model.default), ("shared", model.shared))
        for part in ("mean", "spread", "mix", "trust")
    }
    for name, head in (("home", model.head), ("cards", model.cards.head)):
        parts[f"{name}_labels"] = np.array(head.labels)
        parts |= {f"{name}_{part}": getattr(head, part) for part in ("weights", "scale", "bias")}
    np.savez_compressed(
        path,
        cards_prior=model.cards.prior,
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
    model, card = trained(given.corpus)
    save(model, given.to)
    given.to.with_suffix(".json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(f"{given.to.name}: {given.to.stat().st_size / 1e6:.2f} MB; {card['card_rows']} card rows")


if __name__ == "__main__":
    main()
