"""The engines of the monthly report, asked in the words of the shell, where no better engine stands yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from advisory.analysis.findings import Guess
from advisory.analysis.rows import Row, Rows
from transactions.ledger.fingerprint import normalise_text
from transactions.ledger.suggest import suggest_category

CATEGORIES_VERSION = "categories@0"


def guess_categories(rows: Rows, wanted: Iterable[int]) -> tuple[Guess, ...]:
    """The category that the same words got before, else the built-in words; abstains otherwise."""
    history: defaultdict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.rows:
        if row.category:
            history[normalise_text(row.words)][row.category].append(row.id)
    chosen = set(wanted)
    return tuple(_guess(row, history.get(normalise_text(row.words), {})) for row in rows.rows if row.id in chosen)


def _guess(row: Row, past: Mapping[str, list[int]]) -> Guess:
    if past:
        ranked = sorted(past, key=lambda name: (-len(past[name]), name))
        ids, total = past[ranked[0]], sum(map(len, past.values()))
        share = len(ids) / (total + 1)
        candidates = tuple((name, len(past[name]) / (total + 1)) for name in ranked[:3])
        return Guess(
            row.id, ranked[0], share, "You gave the same text this category.", "", candidates, "own", tuple(ids)
        )
    known = suggest_category(row.words, is_incoming=row.amount_minor > 0)
    if known is None:
        return Guess(row.id, "", 0.0, "")
    return Guess(row.id, known.key, 0.6, known.reason, "", ((known.key, 0.6),), "words")
