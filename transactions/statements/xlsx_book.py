"""Workbooks of every kind to sheets of text: XLSX, XLSM, XLSB, ODS and XLS by a child process, and what banks only call
Excel: HTML tables and the XML of Excel 2003."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from transactions.statements import xlsx_worker
from transactions.statements.native_child import run_child
from transactions.statements.xml_tree import HOSTILE

OLE, ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
WORKBOOK_PARTS = (b"xl/workbook", b"xl/worksheets/", b"opendocument.spreadsheet")
SHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
HTML_CELL = re.compile(rb"<t[dr][\s>]", re.IGNORECASE)
LOOKED_AT = 1 << 18
LEAST_MEMORY, MEMORY_PER_BYTE, MOST_MEMORY = 256 << 20, 80, 3 << 30  # the child's address space
MOST_TEXT = 1 << 30  # bytes of unpacked parts, and characters handed over
TEXT_PER_BYTE, LEAST_TEXT = 60, 8 << 20
MOST_SHEETS = 200
TOO_MANY_SHEETS = (
    f"This workbook has more than {MOST_SHEETS} sheets. Save the one with the movements alone and import that."
)
TOO_LARGE = "This workbook is too large to be read. Save the sheet with the movements alone and import that."
MESSAGES = {
    xlsx_worker.TOO_LARGE: TOO_LARGE,
    xlsx_worker.PROTECTED: "This workbook is protected by a password. Save it without one and import that.",
    xlsx_worker.ENTITIES: HOSTILE,
    xlsx_worker.BROKEN: "This workbook is damaged, or is no workbook. Download the statement again.",
}


@dataclass(slots=True)
class Sheet:
    """One sheet: rows that are not blank, each with its 1-based number."""

    name: str
    is_visible: bool = True
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


def kind_of(data: bytes) -> str:
    """'book', 'sheet xml', 'html', or '' for what is no workbook, by content."""
    if data.startswith(OLE):
        return "book"
    if data.startswith(ZIP):
        return "book" if _is_workbook(data) else ""
    head = data[:LOOKED_AT].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    if head[:13].lower() == b"mime-version:":
        return "html" if b"text/html" in head else ""
    if not head.startswith(b"<"):
        return ""
    if b"\x00" in head[:200]:
        head = head.replace(b"\x00", b"")
    if SHEET_XML in head and b"Worksheet" in head and not head[:200].lower().lstrip().startswith(b"<html"):
        return "sheet xml"
    return "html" if HTML_CELL.search(head) else ""


def _is_workbook(data: bytes) -> bool:
    """Whether the parts of a zip are those of a workbook; of one whose list is lost, whether the first ones are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            is_open_document = "mimetype" in names and archive.read("mimetype").strip().endswith(b"spreadsheet")
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, OSError, EOFError):
        return any(part in data[:LOOKED_AT] for part in WORKBOOK_PARTS)
    return is_open_document or any(name.replace("\\", "/").lower().startswith("xl/workbook") for name in names)


def open_book(data: bytes, max_lines: int) -> list[Sheet] | str:
    """The sheets of a binary or zipped workbook, or the sentence that says why it cannot be read."""
    memory = min(LEAST_MEMORY + MEMORY_PER_BYTE * len(data), MOST_MEMORY)
    max_text = min(LEAST_TEXT + TEXT_PER_BYTE * len(data), MOST_TEXT)
    seconds = 1 + len(data) // 100_000
    wrote = run_child(xlsx_worker.__name__, data, memory=memory, seconds=seconds, more=(max_lines + 1000, max_text))
    if wrote is None:
        return MESSAGES[xlsx_worker.TOO_LARGE]
    sheets: list[Sheet] = []
    error = _take(wrote.splitlines(), sheets)
    if error is None:
        error = xlsx_worker.BROKEN
    return MESSAGES[error] if error else sheets


def _take(lines: Iterable[bytes], sheets: list[Sheet]) -> str | None:
    """What the child wrote; '' when it came to its end, its error, None when it was cut short."""
    for line in lines:
        said = json.loads(line)
        if isinstance(said, list):
            sheets[-1].rows.append((said[0], said[1]))
        elif "sheet" in said:
            sheets.append(Sheet(said["sheet"], said["visible"]))
        else:
            return str(said.get("error", ""))
    return None
