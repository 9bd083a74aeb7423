"""Damage inside a container, packed again: cells of a workbook, members of a zip, the strings drawn on a PDF page.

Damage to the bytes of a zip mostly ends where it is unpacked. So that the readers behind it are reached, most of it is
done to what is inside and leaves the container whole.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib

from benchmarks.damages import (
    TEXT_DAMAGES,
    Damage,
    damaged,
    digits_changed,
    flipped,
    numbers_swapped,
    odd_token,
    truncated,
    with_nuls,
)

CELL = re.compile(rb"<c\b[^>]*?(?:/>|>.*?</c>)", re.DOTALL)
ROW = re.compile(rb"<row\b[^>]*?(?:/>|>.*?</row>)", re.DOTALL)
TEXT = re.compile(rb"(<(?:v|t|f)\b[^>]*>)([^<]*)(?=<)")
ATTRIBUTE = re.compile(rb'(<c\b[^>]*?\s)(r|s|t)="([^"]*)"')
DRAWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\)\s?Tj")
CELL_VALUES = (
    b"45000", b"45000.5", b"-1", b"0", b"1e308", b"1E-7", b"NaN", b"-0.00", b"2958466", b"99999999", b"60", b"0.1",
    b"31/02/2024", b"2024-01-31", b"01.02.2024", b"1.234,56", b"(12.30)", b"=1+1", b"", b" ", b"#REF!", b"TRUE",
    b"A" * 40_000, b"9" * 400, b"&#0;", b"&lt;a&gt;", b"-", b"1,2,3",
)  # fmt: skip
PLACES = (b"A1", b"XFD1048576", b"ZZZZ9", b"B0", b"A99999999999", b"", b"C3", b"AA100000")
KINDS = (b"s", b"n", b"str", b"b", b"e", b"d", b"inlineStr", b"x")
STYLES = (b"0", b"1", b"2", b"14", b"999999", b"-1")
IN_WORKBOOK = (
    (b"<workbookPr", b'<workbookPr date1904="1"'),
    (b"<sheets>", b'<workbookPr date1904="true"/><sheets>'),
    (b"<sheet ", b'<sheet state="veryHidden" '),
    (b'state="visible"', b'state="hidden"'),
    (b'r:id="rId1"', b'r:id="rId9"'),
    (b"</sheets>", b'<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'),
)
AROUND_ROWS = (
    (b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    (b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>'),
    (b"<sheetData>", b'<cols><col min="1" max="16384" hidden="1"/></cols><sheetData>'),
)


def damaged_file(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """A file damaged in one to three ways that suit it; `other` is another file to splice with."""
    if data.startswith(b"PK\x03\x04"):
        return _damaged_zip(rng, data, other)
    if data.startswith(b"%PDF"):
        return _damaged_pdf(rng, data, other)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _damaged_old_book(rng, data)
    return zipped(rng, data) if rng.random() < 0.03 else damaged(rng, data, other)


def zipped(rng: random.Random, data: bytes) -> bytes:
    """The file inside a zip, beside a second copy of it or a damaged one."""
    return packed({"a.csv": data, f"{rng.choice('ab')}/b.txt": rng.choice(TEXT_DAMAGES)(rng, data)})


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # without the time of day
    return out.getvalue()


def _damaged_zip(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """In one case of ten the container, else its members; those of a workbook where the cells are, mostly."""
    members = _members(data)
    if not members or rng.random() < 0.1:
        return rng.choice((truncated, flipped, with_nuls))(rng, data)
    is_book = any(name.startswith("xl/") for name in members)
    for _ in range(rng.choice((1, 2, 3))):
        if is_book and rng.random() < 0.85:
            _damage_book(rng, members)
        else:
            name = rng.choice(sorted(members))
            members[name] = damaged(rng, members[name], other)
        if rng.random() < 0.03:
            members.pop(rng.choice(sorted(members)))
        if not members:
            break
    return packed(members)


def _members(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {info.filename: archive.read(info) for info in archive.infolist()[:60]}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError, zlib.error):
        return {}


def _damage_book(rng: random.Random, members: dict[str, bytes]) -> None:
    sheets = sorted(name for name in members if name.startswith("xl/worksheets/"))
    words = [name for name in ("xl/sharedStrings.xml",) if name in members]
    kind = rng.random()
    if kind < 0.08 and "xl/workbook.xml" in members:
        old, new = rng.choice(IN_WORKBOOK)
        members["xl/workbook.xml"] = members["xl/workbook.xml"].replace(old, new, 1)
    elif sheets and (kind < 0.8 or not words):
        name = rng.choice(sheets)
        members[name] = rng.choice(BOOK_DAMAGES)(rng, members[name])
    elif words:
        members[words[0]] = _texts_changed(rng, members[words[0]])


def _texts_changed(rng: random.Random, data: bytes) -> bytes:
    """Some values, texts or formulas of a part become others, of an odd kind or made of the same figures."""
    found = list(TEXT.finditer(data))
    for match in sorted(rng.sample(found, min(len(found), rng.choice((1, 3, 20)))), key=lambda m: -m.start()):
        changed = rng.choice(CELL_VALUES) if rng.random() < 0.6 else digits_changed(rng, match[2])
        data = data[: match.start(2)] + changed + data[match.end(2) :]
    return data


def _cells_changed(rng: random.Random, data: bytes) -> bytes:
    """Places, kinds and styles of some cells become others."""
    found = list(ATTRIBUTE.finditer(data))
    for match in sorted(rng.sample(found, min(len(found), rng.choice((1, 3, 20)))), key=lambda m: -m.start()):
        values = {b"r": PLACES, b"s": STYLES, b"t": KINDS}[match[2]]
        data = data[: match.start(3)] + rng.choice(values) + data[match.end(3) :]
    return data


def _pieces_moved(rng: random.Random, data: bytes) -> bytes:
    """Rows or cells are left out, repeated or shuffled."""
    pattern = rng.choice((CELL, ROW))
    found = [match[0] for match in pattern.finditer(data)]
    if not found:
        return data
    how = rng.randrange(3)
    if how == 0:
        return pattern.sub(lambda match: b"" if rng.random() < 0.2 else match[0], data)
    if how == 1:
        piece = rng.choice(found)
        return data.replace(piece, piece * rng.choice((2, 40, 3000)), 1)
    rng.shuffle(found)
    left = iter(found)
    return pattern.sub(lambda _: next(left), data)


def _around_rows(rng: random.Random, data: bytes) -> bytes:
    old, new = rng.choice(AROUND_ROWS)
    return data.replace(old, new, 1)


BOOK_DAMAGES: tuple[Damage, ...] = (
    _texts_changed, _texts_changed, _texts_changed, _cells_changed, _cells_changed, _pieces_moved, _pieces_moved,
    _around_rows, numbers_swapped, odd_token,
)  # fmt: skip


def _damaged_old_book(rng: random.Random, data: bytes) -> bytes:
    """A workbook of before 2007: a few bytes behind its head, seldom more."""
    if rng.random() < 0.15:
        return damaged(rng, data, data)
    broken = bytearray(data)
    for _ in range(rng.choice((1, 2, 5))):
        broken[rng.randrange(min(512, len(broken) - 1), len(broken))] = rng.randrange(256)
    return bytes(broken)


def _damaged_pdf(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """What is drawn, at its length, so that the places of the objects stay true; in one case of five anything."""
    if rng.random() < 0.2:
        return damaged(rng, data, other)
    found = list(DRAWN.finditer(data))
    for match in rng.sample(found, min(len(found), rng.choice((1, 5, 30)))):
        text = match[1]
        changed = rng.choice((digits_changed, _as_long, flipped))(rng, text)
        if len(changed) == len(text) and not set(changed) & set(b"()\\"):
            data = data[: match.start(1)] + changed + data[match.end(1) :]
    return data


def _as_long(rng: random.Random, text: bytes) -> bytes:
    """Another value of the same length."""
    return rng.choice(CELL_VALUES)[: len(text)].ljust(len(text), rng.choice((b" ", b"9", b"-")))
