"""Rows as the categoriser reads them: payee key, the words that stand for the row, day and direction of the money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.features import Features, Floats, features_of, plain_words
from advisory.analysis.categorise.head import Head
from advisory.analysis.categorise.known import Asked
from advisory.analysis.categorise.sketches import sketches
from advisory.analysis.payees import Payee, normalise
from advisory.analysis.payees.channels import CASH
from advisory.analysis.rows import Row

NOTHING, MACHINE = "none", "cash withdrawal"


@dataclass(frozen=True, slots=True)
class Example:
    """A row with its confirmed category. `day` is a proleptic ordinal; `amount_minor` negative for money leaving."""

    id: int
    text: str
    category: str
    day: int
    amount_minor: int = -1
    counterparty: str = ""

    @classmethod
    def of(cls, row: Row) -> Example:
        """From a row that carries a category."""
        day = row.booking_date.toordinal()
        return cls(row.id, row.text, row.category, day, row.amount_minor, row.counterparty)


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """Rows read: `payees`, `plain` words, and the same as columns of evidence in `asked`. `features` are those of the
    distinct texts, of which row `i` has number `text[i]`."""

    payees: tuple[Payee, ...]
    plain: tuple[str, ...]
    features: Features
    text: NDArray[np.int64]
    asked: Asked

    def told(self, head: Head) -> NDArray[np.float64]:
        """(rows, labels): what the head says of each row."""
        return head.shares(self.features)[self.text]


def read(rows: Sequence[Example | Row], rarity: Floats) -> Read:
    """Reads rows in the order given."""
    payees = tuple(normalise(row.text, row.counterparty) for row in rows)
    plain = tuple(words_for(payee, row) for payee, row in zip(payees, rows, strict=True))
    days = [row.day if isinstance(row, Example) else row.booking_date.toordinal() for row in rows]
    texts = sorted(set(plain))
    number = {words: at for at, words in enumerate(texts)}
    text = np.array([number[words] for words in plain], dtype=np.int64)
    features = features_of(texts)
    asked = Asked(
        points=sketches(features, rarity)[text],
        keys=[payee.key or words for payee, words in zip(payees, plain, strict=True)],
        days=np.array(days, dtype=np.int64),
        incoming=np.array([row.amount_minor > 0 for row in rows], dtype=bool),
    )
    return Read(payees, plain, features, text, asked)


def words_for(payee: Payee, row: Example | Row) -> str:
    """The words the features are made of: the payee, or all the bank wrote where it names nobody.

    At a cash machine the place is no payee: that it was one says more.
    """
    words = plain_words(payee.key) or plain_words(f"{row.counterparty} {row.text}") or NOTHING
    return f"{MACHINE} {words}" if payee.channel == CASH else words
