"""The linear model of texts: lexicon, merchant codes, and card rows that agree with what the lexicon knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.features import BUCKETS, features_of, plain_words
from advisory.analysis.categorise.head import Head
from advisory.analysis.payees import normalise
from benchmarks.training import linear, purchase_cards
from benchmarks.training.lexicon_files import merchant_words, phrases, variations
from transactions.ledger.default_categories import DEFAULT_CATEGORIES

NAMES = {category.key: category.name for category in DEFAULT_CATEGORIES}
LABELS = tuple(category.name for category in DEFAULT_CATEGORIES)
NUMBER = {label: at for at, label in enumerate(LABELS)}
CARD_WEIGHT = 16.0  # there are fifty printed variations of the lexicon for every card text
SEEDS = (7, 8, 9)
CONTRADICTS, AGREED = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text, the label it means, how much it counts, and the phrase of the lexicon it is a variation of."""

    text: str
    label: str
    weight: float
    phrase: str = ""


def lexicon_lessons(folder: Path) -> list[Lesson]:
    """Every phrase in its printed variations; small categories count a little more than their share."""
    dice = Random(3)
    listed = [*phrases(), *merchant_words(folder)]
    made = [
        Lesson(text, NAMES[key], weight, phrase) for phrase, key in listed for text, weight in variations(phrase, dice)
    ]
    size = Counter[str]()
    for lesson in made:
        size[lesson.label] += 1
    usual = sum(size.values()) / len(size)
    return [replace(lesson, weight=lesson.weight * (usual / size[lesson.label]) ** 0.4) for lesson in made]


def learnt(lessons: Sequence[Lesson]) -> Head:
    """The mean of a few single passes: more passes learn the lexicon by heart and the names of strangers wrongly."""
    features = features_of([lesson.text for lesson in lessons])
    target = np.array([NUMBER[lesson.label] for lesson in lessons], dtype=np.int64)
    weight = np.array([lesson.weight for lesson in lessons], dtype=np.float32)
    passes = [linear.fit(features, target, weight, len(LABELS), seed) for seed in SEEDS]
    table = np.mean([table for table, _ in passes], axis=0)
    return Head.of(LABELS, table, np.mean([bias for _, bias in passes], axis=0))


@dataclass(frozen=True, slots=True)
class CardText:
    """A merchant of the card rows, the default categories its people's label stands for, and its number of rows."""

    text: str
    accept: tuple[str, ...]
    rows: int


def card_texts(folder: Path, rows: purchase_cards.Users) -> list[CardText]:
    """The merchants most of whose rows bear one label with a known meaning; none of the test list."""
    listed = purchase_cards.merchants(folder)
    meaning = {merchant.label: merchant.accept for merchant in listed}
    tested = {words for merchant in listed for words in _names(merchant.text)}
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for own in rows.values():
        for one in own:
            labels[one.text][one.category] += 1
    kept = []
    for text, counts in sorted(labels.items()):
        label, count = max(counts.items(), key=lambda item: (item[1], item[0]))
        if label in meaning and count >= AGREED * counts.total() and not tested & _names(text):
            kept.append(CardText(normalise(text).key or plain_words(text), meaning[label], counts.total()))
    return kept


def card_lessons(texts: Sequence[CardText], model: Head) -> list[Lesson]:
    """What the merchants teach.

    Where a label stands for several categories the model so far chooses among them. Texts the model is sure mean
    something else are left out: hotels filed as hospitality must not become restaurants.
    """
    shares = model.shares(features_of([one.text for one in texts]))
    lessons = []
    for one, share in zip(texts, shares, strict=True):
        best = int(share.argmax())
        if LABELS[best] not in one.accept and share[best] > CONTRADICTS:
            continue
        label = max(one.accept, key=lambda name: share[NUMBER[name]] * (1.3 if name == one.accept[0] else 1))
        lessons.append(Lesson(one.text, label, CARD_WEIGHT * min(2.0, 1 + 0.2 * float(np.log(one.rows)))))
    return lessons


def _names(text: str) -> set[str]:
    return {normalise(text).key, plain_words(text)} - {""}


def rarity_of(lessons: Sequence[Lesson], rows: purchase_cards.Users) -> NDArray[np.float32]:
    """(BUCKETS,) how telling an n-gram is: the logarithm of how few texts hold it, in sixteenths."""
    texts = sorted(
        {lesson.text for lesson in lessons} | {plain_words(one.text) for own in rows.values() for one in own}
    )
    counts = np.bincount(features_of(texts).where, minlength=BUCKETS)
    rarity = np.log(len(texts) / (1 + counts))
    return np.asarray(np.round(np.clip(rarity, 0.5, 12) * 16) / 16, dtype=np.float32)


def doubt_of(lessons: Sequence[Lesson], texts: Sequence[CardText], first: Head) -> NDArray[np.float64]:
    """(slope, start) of the confidence: from merchants of the cards and phrases of the lexicon held out of a model.

    Both count the same: one in ten labels of the cards is odd, none of the lexicon's is, and users are in between.
    """
    cards = texts[::5]
    listed = sorted({(lesson.phrase, lesson.label) for lesson in lessons})[::5]
    names, words = {one.text for one in cards}, {phrase for phrase, _ in listed}
    taught = card_lessons([one for one in texts if one.text not in names], first)
    model = learnt([*(lesson for lesson in lessons if lesson.phrase not in words), *taught])
    asked = [*((one.text, one.accept) for one in cards), *((phrase, (label,)) for phrase, label in listed)]
    shares = model.shares(features_of([text for text, _ in asked]))
    right = np.array([LABELS[at] in accept for at, (_, accept) in zip(shares.argmax(axis=1), asked, strict=True)])
    weight = np.array([1 / len(cards)] * len(cards) + [1 / len(listed)] * len(listed)) / 2
    top = np.clip(shares.max(axis=1), 1e-4, 1 - 1e-4)
    odds = np.log(top / (1 - top))
    line = np.array([1.0, 0.0])
    for _ in range(600):
        error = (1 / (1 + np.exp(-(line[0] * odds + line[1]))) - right) * weight
        line -= 0.3 * np.array([(error * odds).sum(), error.sum()])
    return line
