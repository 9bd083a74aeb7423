"""The :86: text of MT940: German and Polish subfields, Dutch code words, labelled text and plain text.

Gives who stands on the other side and what for; the whole text stays in the line's `raw`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from transactions.statements.mt940_fields import Field

FULL_LINE = 64  # banks wrap at 65 characters, in the middle of a word if need be
SUBFIELD_WIDTH = 27  # a subfield this long goes on in the next without a gap
PURPOSE = [*range(20, 30), *range(60, 64)]
STRUCTURED = re.compile(r"\s{0,4}(?:\d{3}|[A-Z]\d{2})?\s?([?>~^<|+@*#$%&/])(?=\d\d)")
TYPE_CODE = re.compile(r"\s{0,4}[A-Z]?\d{2,3}\?(?=\D)")  # a bank's own code before plain text
SEPA_WORDS = re.compile(
    r"(?<![A-Za-z])(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|ANAM|RREF)\s?\+ ?"
)
CODE_WORDS = re.compile(
    r"/(TRTP|IBAN|BIC|NAME|REMI|EREF|BENM|ORDP|MARF|CSID|ISDT|CNTP|PREF|RTRN|ADDR|SWOC|ULTD|ULTB|ULTC"
    r"|PURP|ID|NRTX|CRED|DBTR|CDTR|ACCW|BBK|OCMT|CHGS|EXCH|INIT|SVCL|CHK|BUSP|DCS|CREF|MREF|TRCD|BENEF|ORDRP|TYPE|TXT"
    r"|INFO|RFB|ROC|REF|BATCH|PT|EI|BN)/"
)
LABELS = re.compile(
    r"(?:^|[\s;,/?*])(?:naam|name|nom|nazwa|od|dla|nadawca|odbiorca|auftraggeber|empfänger|beguenstigter|begünstigter"
    r"|zahlungspflichtiger|from|to|payee|payer|beneficiary|remitter|ordering customer|ordering party|benm|ordp)"
    r"\s?: ?([^;:\n]{2,70}?)(?=\s*(?:;|$|  |\n|[\s/?][\w.]{2,20} ?:))",
    re.IGNORECASE,
)
OWN_ACCOUNT_FIRST = re.compile(r"(?:[A-Z]{2}\d{2}[A-Z0-9]{8,30}|[P]?\d{7,26}|0)\s+(\S.*)")

ACCOUNT = re.compile(r"[A-Z]{0,4}\d[A-Z0-9]{6,33}|")


@dataclass(frozen=True, slots=True)
class Details:
    counterparty: str = ""
    description: str = ""


def read_details(fields: list[Field], supplement: str) -> Details:
    """What the texts of one entry say. `supplement` is what the bank added to the :61: line itself."""
    lines = [line for one in fields for line in one.lines]
    while lines and lines[-1].strip() == "-":
        lines.pop()  # the end of a message, where one may stand that belongs to none
    if not any(line.strip() for line in lines):
        return Details(description=supplement)
    joined = "".join(lines)
    if match := STRUCTURED.match(joined):
        found = _subfields(joined[match.start(1) :], match[1])
        if len(found) > 1 or 20 in found or 0 in found:
            return _from_subfields(found)
    wrapped = TYPE_CODE.sub("", _unwrap(lines))
    codes = _code_words(wrapped)
    if codes:
        return _from_codes(codes, wrapped)
    return _from_text(lines, wrapped, supplement)


def read_numbered(field: Field) -> Details:
    """The :NS: field of some banks: each line a two-digit number and its text."""
    found: dict[int, str] = {}
    for line in field.lines:
        if line[:2].isdigit() and line[2:].strip():
            found[int(line[:2])] = line[2:].strip()
    purpose = " ".join(found[key] for key in sorted(found) if key <= 14)
    name = "".join(found.get(key, "") if key == 15 else f" {found[key]}" for key in (15, 16) if key in found)
    return Details(" ".join(name.split()), purpose or found.get(17, ""))


def _subfields(text: str, separator: str) -> dict[int, str]:
    """'?00TEXT?20PURPOSE' as {0: 'TEXT', 20: 'PURPOSE'}; a number that comes twice goes on."""
    found: dict[int, str] = {}
    for part in re.split(rf"{re.escape(separator)}(?=\d\d)", text):
        if part[:2].isdigit() and part[:2].isascii():
            number = int(part[:2])
            found[number] = found.get(number, "") + part[2:]
    return found


def _from_subfields(found: dict[int, str]) -> Details:
    name = _glued(found.get(32, ""), found.get(33, ""))
    words = _sepa_words(_purpose(found))
    purpose = words.get("SVWZ") or words.get("") or ""
    if not purpose:
        purpose = _plain(found.get(0, "")) or " ".join(f"{word} {value}" for word, value in words.items() if value)
    return Details(_plain(name) or words.get("ANAM", ""), purpose)


def _purpose(found: dict[int, str]) -> str:
    text = ""
    for number in PURPOSE:
        part = found.get(number, "")
        starts_word = SEPA_WORDS.match(part) is not None
        text = f"{text.rstrip()} {part}" if starts_word and text else _glued(text, part, found.get(_before(number), ""))
    return text


def _before(number: int) -> int:
    return 29 if number == 60 else number - 1


def _glued(text: str, part: str, last: str | None = None) -> str:
    """Two neighbouring subfields: a full one was cut at its width, a shorter one ended on its own."""
    if not text or not part:
        return text + part
    last = text if last is None else last
    is_cut = len(last) >= SUBFIELD_WIDTH or text.endswith((" ", "-", "/")) or part.startswith(" ")
    return text + part if is_cut else f"{text} {part}"


def _sepa_words(text: str) -> dict[str, str]:
    """'EREF+1 SVWZ+RENT' as {'EREF': '1', 'SVWZ': 'RENT'}; what stands before the first word is under ''."""
    pieces = SEPA_WORDS.split(text)
    found = {"": _plain(pieces[0])}
    for word, value in zip(pieces[1::2], pieces[2::2], strict=False):
        found[word] = _plain(f"{found.get(word, '')} {value}")
    return found


def _unwrap(lines: list[str]) -> str:
    """The lines as one text; those cut at the full width are joined without a gap."""
    pieces: list[str] = []
    for before, line in pairwise(["", *lines]):
        is_cut = len(before) >= FULL_LINE and not before.endswith(" ")
        pieces += [line] if is_cut or not pieces else ["\n", line]
    return "".join(pieces)


def _code_words(text: str) -> dict[str, str]:
    flat = text.replace("\n", " ").strip()
    if not flat.startswith("/"):
        return {}
    pieces = CODE_WORDS.split(flat)
    if len(pieces) < 3:
        return {}
    found: dict[str, str] = {}
    for word, value in zip(pieces[1::2], pieces[2::2], strict=False):
        bare = _plain(value.strip(" /"))
        found[word] = f"{found[word]} {bare}" if found.get(word) else bare
    return found


def _from_codes(codes: dict[str, str], text: str) -> Details:
    name = codes.get("NAME", "")
    if not name and codes.get("CNTP"):
        parts = codes["CNTP"].split("/")  # account, bank, name, city
        name = parts[2] if len(parts) > 2 else ""
    name = name or next((_named(codes[word]) for word in ("BENM", "ORDP", "BENEF", "ORDRP") if codes.get(word)), "")
    purpose = re.sub(r"^(?:USTD//|STRD/(?:CUR/)?)", "", codes.get("REMI", ""))
    other = next((codes[word] for word in ("TXT", "INFO", "TRTP", "PREF", "EREF") if codes.get(word)), "")
    return Details(_plain(name), purpose.strip("/ ") or other or _plain(text))


def _named(text: str) -> str:
    """The first part of 'account /name /purpose' that is no account."""
    parts = [part.strip() for part in text.split(" /")]
    return next((part for part in parts if not ACCOUNT.fullmatch(part.strip("/"))), "")


def _from_text(lines: list[str], text: str, supplement: str) -> Details:
    """Plain text. The name is where a label says so, or where the :61: line names whom the text begins with."""
    start = next(index for index, line in enumerate(lines) if line.strip())
    first = OWN_ACCOUNT_FIRST.fullmatch(lines[start].strip())
    if first and supplement and _plain(first[1]).casefold() == supplement.casefold():
        return Details(supplement, _plain(_unwrap(lines[start + 1 :])) or supplement)
    label = LABELS.search(text)
    description = _plain(text)
    return Details(_plain(label[1]).strip(" /,") if label else "", description)


def _plain(text: str) -> str:
    return " ".join(text.split())
