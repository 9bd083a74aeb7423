"""The duplicate key of a statement line, aware of counts: two equal coffees on one day stay two.

The n-th occurrence of equal content in one file is told apart by n, so a second import of the file finds
every one of them, and an overlapping file finds exactly the ones that overlap.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from transactions.ledger.packed import Lazy

VERSION = 1
SIZE = 20  # bytes of a content key


class Fingerprintable(Protocol):
    @property
    def booking_date(self) -> date: ...
    @property
    def amount_minor(self) -> int: ...
    @property
    def currency(self) -> str: ...
    @property
    def external_id(self) -> str: ...
    @property
    def counterparty(self) -> str: ...
    @property
    def description(self) -> str: ...


def content_key(line: Fingerprintable) -> str:
    """What makes two lines the same movement: day, amount, currency, and the bank's id or else its text.

    The bank's id alone is never the key: real files repeat it within one file.
    """
    identity = (
        f"id:{line.external_id}" if line.external_id else f"text:{normalise_text(line.counterparty, line.description)}"
    )
    content = f"{VERSION}|{line.booking_date.isoformat()}|{line.amount_minor}|{line.currency}|{identity}"
    return hashlib.sha256(content.encode()).hexdigest()[: 2 * SIZE]


def normalise_text(*parts: str) -> str:
    """Letters and digits only, case folded: exports of one bank differ in spacing and punctuation."""
    folded = unicodedata.normalize("NFKD", " ".join(parts)).casefold()
    return re.sub(r"[^\w]+", "", folded)


def fingerprints(lines: Iterable[Fingerprintable]) -> Sequence[str]:
    """One key per line, in order: the content key and the number of equal lines before it in this file."""
    digests = bytearray()
    for line in lines:
        digests += bytes.fromhex(content_key(line))
    return _Numbered(digests)


class _Numbered(Lazy[str]):
    """Content keys of twenty bytes one behind the other, each with its number among the equal ones."""

    def __init__(self, digests: bytearray) -> None:
        self._digests = digests
        count = len(digests) // SIZE
        self._numbers = array("I", bytes(4 * count))
        # By their first byte, so that only a part of them is held as objects at a time.
        parts = [array("I") for _ in range(256)]
        for place in range(count):
            parts[digests[SIZE * place]].append(place)
        for part in parts:
            seen: dict[bytes, int] = {}
            for place in part:
                digest = self._digest(place)
                self._numbers[place] = seen.get(digest, 0)
                seen[digest] = self._numbers[place] + 1

    def __len__(self) -> int:
        return len(self._numbers)

    def at(self, index: int) -> str:
        return f"{self._digest(index).hex()}-{self._numbers[index]}"

    def _digest(self, index: int) -> bytes:
        return bytes(self._digests[SIZE * index : SIZE * index + SIZE])
