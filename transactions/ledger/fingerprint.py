"""The duplicate key of a statement line, aware of counts: two equal coffees on one day stay two.

The n-th occurrence of equal content in one file is told apart by n, so a second import of the file finds
every one of them, and an overlapping file finds exactly the ones that overlap.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

VERSION = 1


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
    return hashlib.sha256(content.encode()).hexdigest()[:40]


def normalise_text(*parts: str) -> str:
    """Letters and digits only, case folded: exports of one bank differ in spacing and punctuation."""
    folded = unicodedata.normalize("NFKD", " ".join(parts)).casefold()
    return re.sub(r"[^\w]+", "", folded)


def fingerprints(lines: Iterable[Fingerprintable]) -> Sequence[str]:
    """One key per line, in order: the content key and the number of equal lines before it in this file."""
    seen: Counter[str] = Counter()
    keys: list[str] = []
    for line in lines:
        key = content_key(line)
        keys.append(f"{key}-{seen[key]}")
        seen[key] += 1
    return keys
