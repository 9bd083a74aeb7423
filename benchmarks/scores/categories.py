"""Categories: the learning curve of real card users, merchants nobody trained on, and the time it takes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise import Categoriser, categorise_rows
from advisory.analysis.rows import Row, Rows
from benchmarks.scores.card_users import COUNTS, Names, Point, guess_of, point
from benchmarks.scores.descriptors import descriptors
from benchmarks.scores.intervals import by_household, wilson
from benchmarks.scores.score import Baseline, Score, Setting, Target, Unit, unmeasured
from benchmarks.training import purchase_cards as cards

Doubles = NDArray[np.float64]
ACCURACY = dict(zip(COUNTS, (0.60, 0.66, 0.70, 0.75, 0.875), strict=True))
CALIBRATION, PRECISION, ANSWERED = Target(at_most=0.03), 0.95, Target(at_least=0.45)
QUICK_USERS = 20
LABELLED, RIGHT = Target(at_least=0.70), 0.80


def scores(setting: Setting) -> Iterable[Score]:
    rows, merchants = cards.users(setting.corpus), cards.merchants(setting.corpus)
    if not rows or not merchants:
        why = "needs --corpus with tables of (user, date, text, label) and (description, accept, lines, source_label)"
        yield unmeasured("curve", "Learning curve", why)
        return
    most = QUICK_USERS if setting.is_quick else None
    users = cards.kept_out(rows)
    at_home = cards.in_default_categories(users, merchants)
    for confirmed in COUNTS:
        yield from _point("cards", confirmed, point(users, confirmed, most, Names.CARDS), Names.CARDS)
    for confirmed in COUNTS[1:-1]:
        yield from _point("cards_renamed", confirmed, point(users, confirmed, most, Names.OWN), Names.OWN)
        yield from _point("default_names", confirmed, point(at_home, confirmed, most, Names.DEFAULT), Names.DEFAULT)
    yield from _merchants(merchants)
    yield _descriptors()
    yield _speed(rows, 1_000, 500, 0.150, 3)
    yield _speed(rows, 50_000, 2_000, 5.0, 1)


def _point(name: str, confirmed: int, found: Point, names: Names) -> Iterator[Score]:
    asked, is_main = found.asked, names is Names.CARDS
    data = f"card users kept out of training, {names}, the next {cards.MOST_ASKED} rows after {confirmed} confirmed"
    if not len(asked.right):
        yield unmeasured(f"{name}_{confirmed}.accuracy", f"Right at {confirmed} confirmed", "no user has enough rows")
        return
    low, high = by_household(*asked.by_user())
    yield Score(
        f"{name}_{confirmed}.accuracy", f"Right at {confirmed} confirmed", float(asked.right.mean()), len(asked.right),
        data, low=low, high=high, target=Target(at_least=ACCURACY[confirmed]) if is_main else None,
        baselines=tuple(Baseline(*one) for one in found.baselines.items()), note=f"{len(asked.by_user()[0])} users",
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


def _merchants(merchants: Sequence[cards.Merchant]) -> Iterator[Score]:
    """No merchant of the list, nor any with the same key, is among what the model was trained on."""
    counts = np.array([merchant.rows for merchant in merchants])
    cases = [(merchant.text, merchant.accept) for merchant in merchants]
    data = "UK merchants, none trained on"
    yield _labelled("merchants", "Merchant strings", cases, np.ones(len(cases)), data)
    yield _labelled("merchant_rows", "Rows of merchants", cases, counts, data)


def _descriptors() -> Score:
    kept_out = [one for one in descriptors() if one.is_kept_out]
    cases = [(one.text, one.accept) for one in kept_out]
    data = f"statement texts of households in {len({one.country for one in kept_out})} countries, written by hand"
    return _labelled("descriptors", "Statement texts", cases, np.ones(len(cases)), data)


def _labelled(key: str, name: str, cases: Sequence[tuple[str, Sequence[str]]], weight: Doubles, data: str) -> Score:
    """The largest share, surest first, that is labelled at the precision, without any confirmed row."""
    day, accept = date(2020, 1, 1), [one for _, one in cases]
    rows = Rows.of(Row(at, day, -1, "GBP", text=text) for at, (text, _) in enumerate(cases))
    guesses = {guess.id: guess for guess in Categoriser().categorise(rows)}
    sure = sorted(range(len(cases)), key=lambda at: (-guesses[at].confidence, at))
    weight = weight[sure]
    right = np.array([guess_of(guesses[at]) in accept[at] for at in sure])
    reached = np.flatnonzero(np.cumsum(right * weight) / np.cumsum(weight) >= RIGHT)
    share = float(weight[: reached[-1] + 1].sum() / weight.sum()) if len(reached) else 0.0
    named = np.array([bool(guesses[at].category) for at in sure])
    usual = float(np.mean(["Shopping" in one for one in accept]))
    low, high = wilson(round(share * len(sure)), len(sure))
    of_named = float((right * named * weight).sum() / max(1, (named * weight).sum()))
    return Score(
        f"{key}.labelled", f"{name} labelled at 80 % precision", share, len(sure), data, "texts",
        low=low, high=high, target=LABELLED, baselines=(Baseline("always Shopping is right for", usual),),
        note=f"right of all {(right * weight).sum() / weight.sum():.3f}; named "
             f"{(named * weight).sum() / weight.sum():.3f}, of which right {of_named:.3f}",
    )  # fmt: skip


def _speed(rows: cards.Users, new_rows: int, known_rows: int, target: float, turns: int) -> Score:
    """Processor time of everything, reading the confirmed rows included; the best turn, as others share the machine."""
    every = [one for _, own in sorted(rows.items()) for one in own]
    texts = sorted({one.text for one in every})
    spent = []
    for turn in range(turns):
        known = [
            Row(at, date.fromordinal(one.day), -1, "GBP", text=one.text, category=one.category)
            for at, one in enumerate(every[:known_rows])
        ]
        new = [
            Row(10**6 + at, date(2019, 1, 1), -1, "GBP", text=texts[(turn * new_rows + at) * 2 % len(texts)])
            for at in range(new_rows)
        ]
        both = Rows.of([*known, *new])
        start = time.process_time()
        categorise_rows(both)
        spent.append(time.process_time() - start)
    return Score(
        f"speed_{new_rows}", f"{new_rows:,} new rows beside {known_rows:,} confirmed ones", min(spent),
        new_rows * turns, f"card texts, {min(new_rows, len(texts)):,} different ones", unit=Unit.SECONDS,
        target=Target(at_most=target),
    )  # fmt: skip
