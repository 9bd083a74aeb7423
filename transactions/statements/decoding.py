"""Bytes to text. A byte order mark or valid UTF-8 settles it; else the decoding in which the words make sense is taken.

Detectors that look at bytes alone mistake one 8-bit table for another. Bank files name their columns, so the table
under which known words appear wins; letters that stand where letters belong decide the rest.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from transactions.statements.alphabets import coverage, frequency, is_out_of_place

SAMPLE = 60_000  # bytes judged when choosing among 8-bit tables
JUDGED = 3000  # letters of them
SINGLE_BYTE = (
    "cp1252", "cp1250", "cp1251", "cp1257", "cp1253", "cp1254", "cp1255", "cp1256", "cp874", "iso8859_2", "iso8859_7",
    "iso8859_16", "mac_roman", "cp852", "cp850", "koi8_u", "cp866",
)  # fmt: skip
MULTI_BYTE = ("gb18030", "cp932", "euc_jp", "big5", "cp949")
# First bytes of the characters that are in everyday use: rubbish read by the table falls mostly outside of them.
EVERYDAY = {
    "gb18030": ("gb2312", 0xB0, 0xD7),
    "cp932": ("cp932", 0x88, 0x97),
    "euc_jp": ("cp932", 0x88, 0x97),
    "big5": ("big5", 0xA4, 0xC6),
}
USUAL_MARKS = "€£°§·–’“”„«»…¥￥、，。：（）【】；！\u00a0\u3000"
NOT_IN_WORDS = frozenset("@[]\\^{}~`")  # second bytes of East Asian characters, read one by one
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    damaged: int = 0  # characters that could not be read and stand as U+FFFD


def decode(data: bytes, known_words: Callable[[str], int] = lambda _text: 0, told: str = "") -> Decoded:
    """The text of a file. `known_words` counts the words of a sample that such a file is expected to have.

    `told`: the codec the user names, '' to find it.
    """
    if told:
        return _lenient(data, told)
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _lenient(data, encoding)
    if wide := _wide_without_bom(data):
        return _lenient(data, wide)
    try:
        text, lost = _without_nulls(data.decode("utf-8"))
        return Decoded(text, "utf-8", lost)
    except UnicodeDecodeError:
        pass
    if _is_mostly_utf8(data):
        return _lenient(data, "utf-8")
    return _lenient(data, _best_table(data, known_words))


_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{2,24})""", re.IGNORECASE)
# What pages call by the name of a smaller table, as browsers read it.
_WIDER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "ks_c_5601-1987": "cp949", "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip


def stated_charset(page: bytes) -> str:
    """The codec that a page names in its first two kilobytes, where it reads it without a loss; '' for none."""
    match = _CHARSET.search(page[:2048])
    if match is None or any(page.startswith(bom) for bom, _ in BOMS):
        return ""
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        name = _WIDER.get(name, name)
        page.decode(name)
    except (LookupError, ValueError):
        return ""
    return "" if name.startswith("utf") or _is_utf8(page) else name


def _is_utf8(data: bytes) -> bool:
    """What is proper UTF-8 is that, whatever it says of itself."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _lenient(data: bytes, encoding: str) -> Decoded:
    text, _ = _without_nulls(data.decode(encoding, errors="replace").lstrip("\ufeff"))
    return Decoded(text, encoding, text.count("\ufffd"))


def _without_nulls(text: str) -> tuple[str, int]:
    """A null byte is a character that was lost, but at the end of a file, which some systems fill up with them. Passed
    over, -1?2.30 would become -12.30. Gives the text and how many were lost."""
    if "\x00" not in text:
        return text, 0
    text = text.rstrip("\x00\x1a")
    return text.replace("\x00", "\ufffd"), text.count("\x00")


def null_bytes(data: bytes) -> tuple[int, int] | None:
    """The first line with a null byte that belongs to no wide encoding, from 1, and how many such bytes there are."""
    first = data.find(b"\x00")
    if first < 0 or any(data.startswith(bom) and encoding != "utf-8-sig" for bom, encoding in BOMS):
        return None
    count = data.rstrip(b"\x00\x1a \t\r\n").count(b"\x00")
    if not count or _wide_without_bom(data):
        return None
    ends = b"\n" if b"\n" in data else b"\r"
    return data.count(ends, 0, first) + 1, count


def _wide_without_bom(data: bytes) -> str:
    """UTF-16 without a mark shows as a NUL in every other byte, and not in the ones between."""
    sample = data[:4000]
    if len(sample) < 8:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.4:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.4 else ""


def _is_mostly_utf8(data: bytes) -> bool:
    """A UTF-8 file with a few broken bytes: most of what is not ASCII forms proper sequences."""
    sample = data[: SAMPLE * 4]
    text = sample.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - bad
    return good >= 4 * max(bad, 1)


def _best_table(data: bytes, known_words: Callable[[str], int]) -> str:
    sample = _judged(data)
    scores = {name: _score(sample, name, known_words) for name in (*SINGLE_BYTE, *MULTI_BYTE)}
    return max(scores, key=lambda name: scores[name])


def _judged(data: bytes) -> bytes:
    """The head of the file and lines with bytes above 127 from the rest, bounded."""
    if len(data) <= SAMPLE:
        return data
    return data[: SAMPLE // 2] + b"\n" + data[len(data) // 2 : len(data) // 2 + SAMPLE // 2]


def _score(sample: bytes, encoding: str, known_words: Callable[[str], int]) -> float:
    text = sample.decode(encoding, errors="replace")
    foreign = [i for i, char in enumerate(text) if char > "\x7f"][:JUDGED]
    if not foreign:
        return 0.0
    natural = sum(_naturalness(text, i, encoding) for i in foreign) / len(foreign)
    order = (*SINGLE_BYTE, *MULTI_BYTE).index(encoding)
    by_letters = 0.8 * coverage(text, encoding) + 0.5 * frequency(text, encoding)
    return natural + by_letters + 0.5 * known_words(text) - 0.003 * order


def _naturalness(text: str, index: int, encoding: str) -> float:
    """How well one character above ASCII fits its neighbours: +1 a letter in a word of its script, -2 rubbish."""
    char = text[index]
    if char == "\ufffd" or "\x80" <= char <= "\x9f":
        return -2.0
    left = text[index - 1] if index else " "
    right = text[index + 1] if index + 1 < len(text) else " "
    if (eastern := _eastern(left, char, right, encoding)) is not None:
        return eastern
    if not char.isalpha():
        return 0.3 if char in USUAL_MARKS else -0.5
    is_odd = (
        left in NOT_IN_WORDS or right in NOT_IN_WORDS or (encoding == "cp1252" and is_out_of_place(left, char, right))
    )
    return -0.6 if is_odd else _in_its_word(left, char, right)


def _eastern(left: str, char: str, right: str, encoding: str) -> float | None:
    """The same for the scripts of East Asia and for Thai, whose marks of vowels are no letters; None for all others."""
    if "\u0e00" <= char <= "\u0e7f":
        is_rare = char in "฿๏๚๛ฺฯฤฦ" or "\u0e50" <= char <= "\u0e59"
        return 1.0 if not is_rare and (_script(left) == "thai" or _script(right) == "thai") else -0.5
    if "\uff61" <= char <= "\uff9f":
        return 0.2  # half-width kana: real ones stand beside whole ones, false ones alone
    if "\uff01" <= char <= "\uff5e":
        return 0.9
    if not _is_wide(char):
        return None
    if char <= "\u30ff" and encoding not in ("cp932", "euc_jp"):
        return -0.3  # Chinese and Korean tables have kana too, and no use for them
    is_common = _is_common_wide(char, encoding)
    return 0.9 if is_common and (left > "\x7f" or right > "\x7f" or not left.isalpha()) else -0.5


def _is_wide(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\u3040" <= char <= "\u30ff" or "\uac00" <= char <= "\ud7a3"


def _in_its_word(left: str, char: str, right: str) -> float:
    """A letter among letters of another script, or a capital inside a word, is a byte read by the wrong table."""
    neighbours = [c for c in (left, right) if c.isalpha()]
    if any(_script(c) != _script(char) for c in neighbours):
        return -1.0
    if (char.isupper() and left.islower()) or (char.islower() and left.isupper() and right.isupper()):
        return -1.0
    return 1.0 if neighbours else 0.0


def _is_common_wide(char: str, encoding: str) -> bool:
    """In everyday use where this table is used, or kana or hangul."""
    if encoding not in EVERYDAY or not "\u3400" <= char <= "\u9fff":
        return encoding in EVERYDAY or "\uac00" <= char <= "\ud7a3"
    table, first, last = EVERYDAY[encoding]
    try:
        return first <= char.encode(table)[0] <= last
    except UnicodeEncodeError:
        return False


def _script(char: str) -> str:
    point = ord(char)
    for limit, name in (
        (0x0250, "latin"),
        (0x0400, "greek"),
        (0x0530, "cyrillic"),
        (0x0600, "hebrew"),
        (0x0780, "arabic"),
    ):
        if point < limit:
            return name
    return "thai" if 0x0E00 <= point < 0x0E80 else "wide"
