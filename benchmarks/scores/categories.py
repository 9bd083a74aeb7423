"""Categories: the learning curve of real card users, merchants nobody trained on, and the time it takes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise import Categoriser, Example, categorise_rows, load_model
from advisory.analysis.categorise.reading import read
from advisory.analysis.rows import Row, Rows
from benchmarks.scores.curves import Asked, asked_of, held_out_shares
from benchmarks.scores.intervals import by_household, wilson
from benchmarks.scores.score import Baseline, Score, Setting, Target, Unit, unmeasured
from benchmarks.training import purchase_cards as cards
from benchmarks.training.scorers import COUNTS, observe, peers_by_fold

ACCURACY = dict(zip(COUNTS, (0.60, 0.66, 0.70, 0.75, 0.875), strict=True))
CALIBRATION, PRECISION, ANSWERED = Target(at_most=0.03), 0.95, Target(at_least=0.45)
MOST_USERS, QUICK_USERS = 60, 20
MILLISECONDS = Target(at_most=0.150)
LABELLED, RIGHT = Target(at_least=0.70), 0.80


def scores(setting: Setting) -> Iterable[Score]:
    rows, merchants = cards.users(setting.corpus), cards.merchants(setting.corpus)
    if not rows or not merchants:
        why = "needs --corpus with tables of (user, date, text, label) and (description, accept, lines, source_label)"
        yield unmeasured("curve", "Learning curve", why)
        return
    most = QUICK_USERS if setting.is_quick else MOST_USERS
    model = load_model()
    for name, peers in (("cards", peers_by_fold(rows, model)), ("cards_alone", None)):
        seen = observe(rows, model, peers, most)
        shares, confidence = held_out_shares(seen)
        for confirmed in COUNTS if peers else COUNTS[1:]:
            part = seen.confirmed == confirmed
            asked = asked_of(seen.take(part), shares[part], confidence[part])
            yield from _point(name, confirmed, asked, _baselines(rows, confirmed, most))
    yield from _merchants(merchants)
    yield _speed(rows)


def _point(name: str, confirmed: int, asked: Asked, baselines: Sequence[Baseline]) -> Iterator[Score]:
    known = "with other users' rows" if name == "cards" else "with the shipped model only"
    data = f"card users held out, the next {cards.MOST_ASKED} rows after {confirmed} confirmed, {known}"
    low, high = by_household(*asked.by_user())
    is_main = name == "cards"
    yield Score(
        f"{name}_{confirmed}.accuracy", f"Right at {confirmed} confirmed", float(asked.right.mean()), len(asked.right),
        data, low=low, high=high, target=Target(at_least=ACCURACY[confirmed]) if is_main else None,
        baselines=tuple(baselines), note=f"{len(asked.by_user()[0])} users",
    )  # fmt: skip
    yield Score(
        f"{name}_{confirmed}.calibration", f"Calibration error at {confirmed} confirmed", asked.calibration(),
        len(asked.right), data, unit=Unit.RATIO, target=CALIBRATION if is_main else None,
    )  # fmt: skip
    share = asked.answered(PRECISION)
    yield Score(
        f"{name}_{confirmed}.answered", f"Answered at 95 % precision, {confirmed} confirmed", share, len(asked.right),
        data, target=ANSWERED if is_main and confirmed == 100 else None,
        note=f"applied from a confidence of .95: {asked.applied(PRECISION)}",
    )  # fmt: skip


def _baselines(rows: Mapping[str, Sequence[Example]], confirmed: int, most: int) -> tuple[Baseline, ...]:
    hits = {"commonest": 0, "same text": 0, "nearest own rows": 0, "ceiling in hindsight": 0}
    total = 0
    rarity = load_model().rarity
    for name, own, asked in cards.cases(rows, confirmed, most):
        usual = cards.majority_label(own)
        by_text = {one.text: one.category for one in own}
        near = _nearest(own, asked, rarity)
        whole = _hindsight(rows[name])
        total += len(asked)
        for one, neighbour in zip(asked, near, strict=True):
            hits["commonest"] += one.category == usual
            hits["same text"] += one.category == by_text.get(one.text, usual)
            hits["nearest own rows"] += one.category == neighbour
            hits["ceiling in hindsight"] += one.category == whole[one.text]
    return tuple(Baseline(name, count / max(1, total)) for name, count in hits.items())


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


def _merchants(merchants: Sequence[cards.Merchant]) -> Iterator[Score]:
    """No merchant of the list, nor any with the same key, is among what the model was trained on."""
    day = date(2020, 1, 1)
    rows = Rows.of(Row(at, day, -1, "GBP", text=merchant.text) for at, merchant in enumerate(merchants))
    guesses = {guess.id: guess for guess in Categoriser().categorise(rows)}
    sure = sorted(range(len(merchants)), key=lambda at: (-guesses[at].confidence, at))
    right = np.array([bool({guesses[at].category, *_first(guesses[at])} & set(merchants[at].accept)) for at in sure])
    counts = np.array([merchants[at].rows for at in sure])
    usual = float(np.mean(["Shopping" in merchant.accept for merchant in merchants]))
    for name, weight in (("merchants", np.ones(len(sure))), ("merchant_rows", counts)):
        precision = np.cumsum(right * weight) / np.cumsum(weight)
        reached = np.flatnonzero(precision >= RIGHT)
        share = float(weight[: reached[-1] + 1].sum() / weight.sum()) if len(reached) else 0.0
        what = "Merchant strings" if name == "merchants" else "Rows of merchants"
        low, high = wilson(round(share * len(sure)), len(sure))
        yield Score(
            f"{name}.labelled", f"{what} labelled at 80 % precision", share, len(sure),
            "UK merchants, none trained on", "merchants", low=low, high=high, target=LABELLED,
            baselines=(Baseline("always Shopping is right for", usual),),
            note=f"right of all {float((right * weight).sum() / weight.sum()):.3f}",
        )  # fmt: skip


def _first(guess: object) -> tuple[str, ...]:
    candidates = getattr(guess, "candidates", ())
    return (candidates[0][0],) if candidates else ()


def _speed(rows: Mapping[str, Sequence[Example]]) -> Score:
    """Processor time of 1,000 new rows beside 500 confirmed ones, the best of three: others share the machine."""
    name = min(rows, key=lambda user: (-len(rows[user]), user))
    known = [Row(at, date.fromordinal(one.day), -1, "GBP", text=one.text, category=one.category)
             for at, one in enumerate(rows[name][:500])]  # fmt: skip
    texts = sorted({one.text for own in rows.values() for one in own})
    spent = []
    for turn in range(3):
        new = [
            Row(10_000 + at, date(2019, 1, 1), -1, "GBP", text=texts[(turn * 1000 + at) * 2 % len(texts)])
            for at in range(1000)
        ]
        categoriser = Categoriser([Example.of(row) for row in known])
        asked = Rows.of(new)
        start = time.process_time()
        categoriser.categorise(asked)
        spent.append(time.process_time() - start)
    both = Rows.of([*known, *(replace(row, id=row.id + 1) for row in new)])
    start = time.process_time()
    categorise_rows(both)
    note = f"with reading 500 confirmed rows {time.process_time() - start:.3f} s"
    return Score("speed", "1,000 rows", min(spent), 3000, "card texts, all of them new", unit=Unit.SECONDS,
                 target=MILLISECONDS, note=note)  # fmt: skip
