"""Which characters the shipped fonts can print, read from the fonts themselves."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

STAND_IN = "\N{WHITE SQUARE}"
"""What stands for a character without a shape: the sign that fonts themselves print for it."""
# Kinds of character tables: 16-bit segments, and groups of any code point.
SEGMENTS, GROUPS = 4, 12


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters that a set of fonts has shapes for."""

    known: frozenset[int]

    @classmethod
    def of(cls, weights: Sequence[bytes], others: Sequence[bytes] = ()) -> Glyphs:
        """`weights`: the files of one typeface, which all must have a letter; `others`: what steps in for it. TrueType
        files; ValueError for one without a character table of a known kind."""
        own = frozenset.intersection(*(frozenset(characters_of(font)) for font in weights))
        return cls(own.union(*(characters_of(font) for font in others)))

    def printable(self, value: Any) -> Any:
        """The same lists, dictionaries and texts with every character that has no shape replaced."""
        if isinstance(value, str):
            return "".join(letter if letter == "\n" or ord(letter) in self.known else STAND_IN for letter in value)
        if isinstance(value, dict):
            return {key: self.printable(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self.printable(one) for one in value]
        return value


def characters_of(font: bytes) -> Iterator[int]:
    """The code points of a TrueType font's largest character table (OpenType specification, `cmap`)."""
    table = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, table + 2)
    offsets = [table + struct.unpack_from(">HHI", font, table + 4 + 8 * at)[2] for at in range(count)]
    kinds = {struct.unpack_from(">H", font, offset)[0]: offset for offset in offsets}
    if GROUPS in kinds:
        return _groups(font, kinds[GROUPS])
    if SEGMENTS in kinds:
        return _segments(font, kinds[SEGMENTS])
    raise ValueError("The font has no character table that is known.")


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for at in range(count):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * at)
        if name == tag:
            return int(offset)
    raise ValueError(f"The font has no table {tag!r}.")


def _groups(font: bytes, offset: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", font, offset + 12)
    for at in range(count):
        first, last, _ = struct.unpack_from(">III", font, offset + 16 + 12 * at)
        yield from range(first, last + 1)


def _segments(font: bytes, offset: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", font, offset + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", font, offset + 14)
    starts = struct.unpack_from(f">{count}H", font, offset + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", font, offset + 16 + 2 * twice)
    ranges = struct.unpack_from(f">{count}H", font, offset + 16 + 3 * twice)
    for at, (start, end, delta, jump) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(start, end + 1):
            place = offset + 16 + 3 * twice + 2 * at + jump + 2 * (code - start)
            glyph = struct.unpack_from(">H", font, place)[0] if jump else (code + delta) & 0xFFFF
            if glyph and code != 0xFFFF:
                yield code
