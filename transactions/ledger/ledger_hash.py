"""One number for a whole ledger, whatever order its rows come in.

Every row is hashed by its content; the hashes are added up. So the sum over a ledger can be carried on from the rows
that came and went, and equal rows count as often as they are there (an exclusive or would let pairs vanish).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

VERSION = "ledger-1"
SIZE = 2**256


@dataclass(frozen=True, slots=True)
class LedgerSum:
    """The rows of a ledger so far: how many, and the sum of their hashes."""

    count: int = 0
    total: int = 0

    def plus(self, rows: Iterable[tuple[object, ...]]) -> LedgerSum:
        """With these rows too. A row: its kind first, then plain values (text, numbers, lists of them, None)."""
        count, total = self.count, self.total
        for row in rows:
            count += 1
            total += row_hash(row)
        return LedgerSum(count, total % SIZE)

    def without(self, part: LedgerSum) -> LedgerSum:
        """The rest, when these rows, which were counted, are taken away."""
        return LedgerSum(self.count - part.count, (self.total - part.total) % SIZE)

    def __add__(self, other: LedgerSum) -> LedgerSum:
        return LedgerSum(self.count + other.count, (self.total + other.total) % SIZE)

    @property
    def digest(self) -> str:
        return hashlib.sha256(f"{VERSION}|{self.count}|{self.total:064x}".encode()).hexdigest()


def row_hash(row: tuple[object, ...]) -> int:
    # JSON tells 1 from "1" and one field from two; repr would do so too, at twice the time and by Python's version.
    text = json.dumps(row, ensure_ascii=True, separators=(",", ":"))
    return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
