"""Ways to damage text, each from a random generator, so that a seed brings the same damage again."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Damage = Callable[[random.Random, bytes], bytes]

ODD_TOKENS = (
    b"NaN", b"1e999", b"-Infinity", b"0000-00-00", b"31/02/2024", b"99999999999999999999", b"\xd9\xa1", b"--1",
    b"1,2,3.4", b"=1+1", b"\xef\xbf\xbf", b"\xed\xa0\x80", b"1e-400", b"0x1F", b"9" * 400, b"-0,00", b"\xe2\x88\x921",
)  # fmt: skip
MARKUP = (
    b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&lt;", b"&#0;", b"&#x110000;", b"&a;", b"<?x ", b"<a " + b"b='1' " * 500,
    b"<!DOCTYPE a [<!ENTITY a 'b'>]>", b"</", b"<>", b"<Ntry>", b"<STMTTRN>", b":61:", b":86:", b"^\n", b"!Type:Bank\n",
    b"!Account\n", b"{1:F01", b"-}", b"xmlns:a='a' ", b"<Amt Ccy='EUR'>", b"S[a]\n$1\n",
)  # fmt: skip
HUGE = (
    b"9",
    b"A",
    b'"',
    b",",
    b";",
    b"<",
    b"\xff",
    b"-",
    b"1.",
    b"\n",
    b" ",
    b"'",
    b"<a>",
    b"[",
    b"^",
    b"\t",
    b"01.02.2024;",
)
ENCODINGS = ("utf-16", "utf-16-be", "utf-8-sig", "cp1252", "utf-7", "shift_jis", "utf-32", "cp037", "koi8_r")


def truncated(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def beheaded(rng: random.Random, data: bytes) -> bytes:
    return data[rng.randrange(len(data) + 1) :]


def flipped(rng: random.Random, data: bytes) -> bytes:
    broken = bytearray(data)
    for _ in range(rng.choice((1, 5, 50)) if broken else 0):
        broken[rng.randrange(len(broken))] ^= 1 << rng.randrange(8)
    return bytes(broken)


def lines_repeated(rng: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    start = rng.randrange(len(lines))
    block = lines[start : start + rng.choice((1, 1, 3, 20))]
    return b"".join(lines[:start] + block * rng.choice((2, 3, 40)) + lines[start:])


def lines_shuffled(rng: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    rng.shuffle(lines)
    return b"".join(lines)


def lines_dropped(rng: random.Random, data: bytes) -> bytes:
    return b"".join(line for line in data.splitlines(keepends=True) if rng.random() > 0.2)


def other_encoding(rng: random.Random, data: bytes) -> bytes:
    text = data.decode(rng.choice(("utf-8", "cp1252", "utf-16-le")), "replace")
    return text.encode(rng.choice(ENCODINGS), "replace")


def with_nuls(rng: random.Random, data: bytes) -> bytes:
    place = rng.randrange(len(data) + 1)
    return data[:place] + b"\0" * rng.choice((1, 2, 1000)) + data[place:]


def huge_field(rng: random.Random, data: bytes) -> bytes:
    place = rng.randrange(len(data) + 1)
    return data[:place] + rng.choice(HUGE) * 70_000 + data[place:]


def odd_token(rng: random.Random, data: bytes) -> bytes:
    """A value that parsers stumble over, in place of a number of the file."""
    digits = [match.start() for match in re.finditer(rb"\d", data)] or [0]
    place = rng.choice(digits)
    return data[:place] + rng.choice(ODD_TOKENS) + data[place + rng.choice((0, 1, 4)) :]


def numbers_swapped(rng: random.Random, data: bytes) -> bytes:
    """Dates become amounts and amounts dates."""
    found = list(re.finditer(rb"\d[\d.,/:-]*", data))
    if len(found) < 2:
        return data
    for _ in range(rng.choice((1, 3, 30))):
        first, second = sorted(rng.sample(found, 2), key=lambda match: match.start())
        if len(first[0]) == len(second[0]) or rng.random() < 0.3:
            data = (
                data[: first.start()] + second[0] + data[first.end() : second.start()] + first[0] + data[second.end() :]
            )
            found = list(re.finditer(rb"\d[\d.,/:-]*", data))
            if len(found) < 2:
                break
    return data


def digits_changed(rng: random.Random, data: bytes) -> bytes:
    return bytes(rng.randrange(48, 58) if 48 <= byte < 58 and rng.random() < 0.2 else byte for byte in data)


def separators_swapped(rng: random.Random, data: bytes) -> bytes:
    old, new = rng.sample((b",", b";", b"\t", b"|", b".", b'"', b"'", b" ", b"\r\n", b"\n", b"\r", b"-", b"/"), 2)
    return data.replace(old, new, rng.choice((1, 20, len(data) or 1)))


def markup_inserted(rng: random.Random, data: bytes) -> bytes:
    for _ in range(rng.choice((1, 3))):
        place = rng.randrange(len(data) + 1)
        data = data[:place] + rng.choice(MARKUP) + data[place:]
    return data


def tags_nested(rng: random.Random, data: bytes) -> bytes:
    """One tag of the file opened hundreds of times over."""
    tags: list[bytes] = re.findall(rb"<[A-Za-z][\w:]*>", data) or [b"<a>"]
    place = rng.randrange(len(data) + 1)
    return data[:place] + rng.choice(tags) * rng.choice((2, 300, 20_000)) + data[place:]


def tag_closed_elsewhere(rng: random.Random, data: bytes) -> bytes:
    closings: list[re.Match[bytes]] = list(re.finditer(rb"</[\w:]+>", data))
    if not closings:
        return data
    gone = rng.choice(closings)
    closing: bytes = gone[0]
    return data[: gone.start()] + data[gone.end() :] + (closing if rng.random() < 0.5 else b"")


def spliced(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """The beginning of one file, then the end of another; or a piece of another in the middle."""
    place, start = rng.randrange(len(data) + 1), rng.randrange(len(other) + 1)
    if rng.random() < 0.5:
        return data[:place] + other[start:]
    return data[:place] + other[start : start + rng.choice((20, 500, 5000))] + data[place:]


TEXT_DAMAGES: tuple[Damage, ...] = (
    truncated, beheaded, flipped, lines_repeated, lines_shuffled, lines_dropped, other_encoding, with_nuls, huge_field,
    odd_token, numbers_swapped, digits_changed, separators_swapped, markup_inserted, tags_nested, tag_closed_elsewhere,
)  # fmt: skip


def damaged(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """One to three damages to a file of text; `other` is another file to splice with."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        data = spliced(rng, data, other) if rng.random() < 0.1 else rng.choice(TEXT_DAMAGES)(rng, data)
    return data
