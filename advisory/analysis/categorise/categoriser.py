"""The cascade: the user's rules, then what own rows and the shipped model say, or nothing.

Appending a confirmed row to the history is all the learning there is. Categories are any strings; the shipped model's
own names are offered where the user has none or uses them anyway, those of a shared scheme where the user speaks it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.evidence import BROAD_SIGN, LIKENESS_SIGN, Evidence, gather
from advisory.analysis.categorise.guess import MODEL, NOBODY, OTHERS, OWN, RULE, SIMILAR, CategoryRule
from advisory.analysis.categorise.known import Known
from advisory.analysis.categorise.model import GlobalModel, load_model
from advisory.analysis.categorise.opinion import Opinion
from advisory.analysis.categorise.outside import is_spoken_in, translation
from advisory.analysis.categorise.reading import Example, Read, read
from advisory.analysis.categorise.reasons import Words, because, shown_name
from advisory.analysis.findings import Guess
from advisory.analysis.rows import Row, Rows

VERSION = "categorise@2"
MOST_KNOWN = 2000  # the latest confirmed rows; older ones say little that these do not
CHUNK = 500
ABSTAINS_BELOW = 0.45  # without any own row; there a wrong word annoys more than an empty field
ABSTAINS_BELOW_WITH_OWN = 0.1
ALIKE = 0.6
SHOWN = 3
MOST_EVIDENCE = 20

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Ranked:
    """Candidates of a chunk of rows: `shares` (rows, candidates), `confidence` and what their `words` mean."""

    evidence: Evidence
    shares: Doubles
    confidence: Doubles
    words: Words


class Categoriser:
    """Guesses for rows, from a history of confirmed ones. Rows and history may come in any order."""

    def __init__(
        self,
        history: Sequence[Example] = (),
        model: GlobalModel | None = None,
        rules: Sequence[CategoryRule] = (),
        *,
        categories: Sequence[str] = (),
    ) -> None:
        self.model = model or load_model()
        self.rules = tuple(rules)
        in_time = sorted(history, key=lambda one: (one.day, one.id, one.text, one.category))
        self.known = tuple(in_time[-MOST_KNOWN:])
        past = read(self.known, self.model.rarity)
        chosen = [one.category for one in self.known]
        self._ids: dict[tuple[str, str], list[int]] = {}
        for one, key in zip(self.known, past.asked.keys, strict=True):
            self._ids.setdefault((key, one.category), []).append(one.id)
        self._texts = {one.id: one.counterparty or one.text for one in self.known}
        names = {*categories, *chosen}
        self.is_shared = self.model.cards.is_spoken_in(names)
        is_default = is_spoken_in(self.model.labels, names)
        self._scorer = self.model.shared if self.is_shared else self.model.default if is_default else self.model.alone
        self._head = self.model.cards.head if self.is_shared else self.model.head
        told = past.told(self._head)
        self._translation = (
            self.model.cards.translation(categories, told, chosen)
            if self.is_shared
            else translation(self.model.head, categories, told, chosen)
        )
        self._past = Known.of(past.asked, chosen, self._translation.opinion(told))

    def categorise(self, rows: Rows) -> tuple[Guess, ...]:
        """One guess a row, in the order of the rows. Equal texts are looked at side by side, which is once."""
        guesses: dict[int, Guess] = {}
        tells_direction = any(row.amount_minor < 0 for row in rows.rows)
        alike = sorted(rows.rows, key=lambda row: (row.counterparty, row.text))
        for start in range(0, len(alike), CHUNK):
            found = self._chunk(alike[start : start + CHUNK], tells_direction=tells_direction)
            guesses |= {guess.id: guess for guess in found}
        return tuple(guesses[row.id] for row in rows.rows)

    def _chunk(self, rows: Sequence[Row], *, tells_direction: bool) -> Iterator[Guess]:
        asked = read(rows, self.model.rarity)
        ranked = self._rank(asked, tells_direction)
        orders = np.argsort(-ranked.shares, axis=1, kind="stable")[:, :SHOWN].tolist()
        for place, row in enumerate(rows):
            rule = next((rule for rule in self.rules if rule.matches(row)), None)
            yield _by_rule(row, rule) if rule else self._guess(row, asked, ranked, place, orders[place])

    def evidence(self, asked: Read, *, tells_direction: bool = True) -> Evidence:
        """Everything that speaks for or against the candidates of read rows."""
        return gather(self._past, asked.asked, self._told(asked, tells_direction))

    def _rank(self, asked: Read, tells_direction: bool) -> _Ranked:
        evidence = self.evidence(asked, tells_direction=tells_direction)
        # what others of the scheme do is the reason there, not a word
        words = Words.of(() if self.is_shared else asked.plain, self._head, self._translation)
        if not self.known and not self.is_shared:
            return self._by_model_alone(evidence, words)
        shares = self._scorer.shares(evidence)
        return _Ranked(evidence, shares, self._scorer.confidence(shares, evidence), words)

    def _told(self, asked: Read, tells_direction: bool) -> Opinion:
        shares = asked.told(self._head)
        if not self.is_shared:
            shares = shares * self.model.likely(asked.asked.incoming, tells_direction)
        return self._translation.opinion(shares / shares.sum(axis=1, keepdims=True))

    def _by_model_alone(self, evidence: Evidence, words: Words) -> _Ranked:
        shares = np.exp(evidence.signs[:, :, BROAD_SIGN])
        top = np.clip(shares.max(axis=1), 1e-4, 1 - 1e-4)
        slope, start = self.model.doubt
        confidence = 1 / (1 + np.exp(-(slope * np.log(top / (1 - top)) + start)))
        return _Ranked(evidence, shares, confidence, words)

    def _guess(self, row: Row, asked: Read, ranked: _Ranked, place: int, order: Sequence[int]) -> Guess:
        evidence, shares = ranked.evidence, ranked.shares[place].tolist()
        choice = evidence.choice[place].tolist()
        names = [evidence.labels[choice[at]] for at in order]
        kept = [at for at in range(len(order)) if at == 0 or shares[order[at]] >= 0.03]
        candidates = tuple((names[at], round(shares[order[at]], 4)) for at in kept)
        confidence = round(float(ranked.confidence[place]), 4)
        if not candidates or confidence < (ABSTAINS_BELOW_WITH_OWN if self.known else ABSTAINS_BELOW):
            reason = "Nothing like it is known yet. Choose a category once and it will be remembered."
            return Guess(row.id, "", confidence, reason, names[0] if names else "", candidates, NOBODY)
        source, ids = self._source(evidence, place, order[0], names[0], asked)
        name = shown_name(asked.payees[place].brand, row.words)
        word = "" if ids else ranked.words.telling(asked.plain[place], names[0])
        reason = because(source, names[0], like=self._told_by(ids), name=name, word=word)
        runner_up = names[1] if len(names) > 1 else ""
        return Guess(row.id, names[0], confidence, reason, runner_up, candidates, source, ids)

    def _source(self, evidence: Evidence, place: int, at: int, name: str, asked: Read) -> tuple[str, tuple[int, ...]]:
        same = self._ids.get((asked.asked.keys[place], name), ())
        if same:
            return OWN, tuple(same[-MOST_EVIDENCE:])
        nearest = int(evidence.nearest[place, at])
        if nearest >= 0 and evidence.signs[place, at, LIKENESS_SIGN] >= ALIKE:
            return SIMILAR, (self.known[nearest].id,)
        return (OTHERS if self.is_shared else MODEL), ()

    def _told_by(self, ids: tuple[int, ...]) -> str:
        return self._texts[ids[-1]] if ids else ""


def _by_rule(row: Row, rule: CategoryRule) -> Guess:
    reason = f"Your rule \u201c{rule.name}\u201d says so."
    return Guess(row.id, rule.category, 1.0, reason, "", ((rule.category, 1.0),), RULE)


def categorise_rows(
    rows: Rows,
    model: GlobalModel | None = None,
    rules: Sequence[CategoryRule] = (),
    *,
    categories: Sequence[str] = (),
) -> tuple[Guess, ...]:
    """Guesses for the rows without a category, learnt from the rows that have one, in the order of the rows."""
    confirmed = [Example.of(row) for row in rows.rows if row.category]
    open_places = [place for place, row in enumerate(rows.rows) if not row.category]
    categoriser = Categoriser(confirmed, model, rules, categories=categories)
    return categoriser.categorise(rows.take(open_places))
