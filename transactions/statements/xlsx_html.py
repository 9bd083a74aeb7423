"""HTML tables and Excel 2003 XML: text that banks hand out under the name of a spreadsheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from html import unescape

from transactions.statements.xlsx_book import MOST_SHEETS, TOO_LARGE, TOO_MANY_SHEETS, Sheet
from transactions.statements.xlsx_cells import MAX_CELL, cell_text, columns_with_cents, number_text, row_texts
from transactions.statements.xml_repair import repaired
from transactions.statements.xml_tree import Node, StopReadingError, visit

MOST_COLUMNS = 300
MOST_NESTED = 100
_TOKEN = re.compile(r"<!--|<(/?)([A-Za-z][A-Za-z0-9:]{0,20})([^<>]{0,4000})>")
_SPAN = re.compile(r"colspan\s?=\s?[\"']?(\d{1,3})", re.IGNORECASE)
_SILENT = ("script", "style", "title")
_BREAKS = ("br", "p", "div", "li")


@dataclass(slots=True)
class _Row:
    cells: list[str] = field(default_factory=list)
    pieces: list[str] | None = None  # of the cell that is open
    span: int = 1

    def close_cell(self) -> None:
        if self.pieces is None:
            return
        text = " ".join(unescape("".join(self.pieces)[: MAX_CELL * 4]).split())
        self.cells.append(text[:MAX_CELL])
        self.cells.extend([""] * min(self.span - 1, MOST_COLUMNS - len(self.cells)))
        self.pieces = None


def web_page(data: bytes) -> bytes:
    """The page inside a web archive, as Excel saves single-file pages; anything else as it is."""
    if data[:20].lstrip()[:13].lower() != b"mime-version:":
        return data
    pages = [part for part in message_from_bytes(data).walk() if part.get_content_type() == "text/html"]
    bodies = [body for part in pages if isinstance(body := part.get_payload(decode=True), bytes)]
    return max(bodies, key=lambda body: body.lower().count(b"<td"), default=b"")


def html_sheet(text: str, max_lines: int) -> Sheet | None:
    """The rows of all tables of a page as one sheet, in the order in which they end; None when there are too many.

    Tables that lie in cells of other tables, as page builders nest them, give their rows before the outer one.
    """
    page = _Page(Sheet("page"))
    position = 0
    while (token := _TOKEN.search(text, position)) is not None:
        page.take_text(text[position : token.start()])
        position = page.after(text, token)
        page.take_tag((token[2] or "").lower(), token[3] or "", is_end=token[1] == "/")
        if page.number > max_lines + 1000:
            return None
    while page.open:
        page.close_rows(whole_table=True)
    return page.sheet


class _Page:
    """Open rows, innermost last; None marks where a table begins. End tags of rows and cells may be missing."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.open: list[_Row | None] = []
        self.number = 0
        self._unclosed: set[str] = set()

    def after(self, text: str, token: re.Match[str]) -> int:
        """Where reading goes on: behind a comment, and behind scripts and styles with their content."""
        name = (token[2] or "").lower()
        mark = f"</{token[2]}" if name else "-->"
        if (name and name not in _SILENT) or token[1] or mark in self._unclosed:
            return token.end()
        end = text.find(mark, token.end())
        if end < 0:
            self._unclosed.add(mark)  # looked for once, not again at every further one
            return token.end()
        return end if name else end + 3

    def take_text(self, text: str) -> None:
        if self.open and (row := self.open[-1]) is not None and row.pieces is not None:
            row.pieces.append(text)

    def take_tag(self, name: str, attributes: str, *, is_end: bool) -> None:
        if name == "table":
            if is_end:
                self.close_rows(whole_table=True)
            elif len(self.open) < MOST_NESTED:
                self.open.append(None)
        elif name == "tr":
            self.close_rows(whole_table=False)
            if not is_end and len(self.open) < MOST_NESTED:
                self.open.append(_Row())
        elif self.open and (row := self.open[-1]) is not None:
            _take_cell_tag(row, name, attributes, is_end=is_end)

    def close_rows(self, *, whole_table: bool) -> None:
        """End the open row of the innermost table, and that table with it."""
        while self.open:
            row = self.open[-1]
            if row is None:
                if whole_table:
                    self.open.pop()
                return
            self.open.pop()
            row.close_cell()
            if any(row.cells):
                self.number += 1
                self.sheet.rows.append((self.number, row.cells))


def _take_cell_tag(row: _Row, name: str, attributes: str, *, is_end: bool) -> None:
    if name in ("td", "th"):
        row.close_cell()
        if not is_end and len(row.cells) < MOST_COLUMNS:
            span = _SPAN.search(attributes)
            row.pieces, row.span = [], min(int(span[1]), 50) if span else 1
    elif row.pieces is not None and name in _BREAKS:
        row.pieces.append(" ")


def xml_sheets(data: bytes, max_lines: int) -> list[Sheet] | str:
    """The sheets of an Excel 2003 XML workbook, or the sentence that says why it cannot be read."""
    visitor = _SheetVisitor(max_lines)
    fault = visit(data, visitor)
    if fault is not None and not fault.is_hostile:
        visitor = _SheetVisitor(max_lines)
        fault = visit(repaired(data), visitor)
    return fault.message if fault is not None else visitor.sheets


class _SheetVisitor:
    kept = frozenset({"Worksheet"})

    def __init__(self, max_lines: int) -> None:
        self.sheets: list[Sheet] = []
        self._rows: list[tuple[int, list[str | float | datetime]]] = []
        self._left = max_lines + 1000
        self._number = 0

    def finish(self, node: Node) -> bool:
        if node.name == "Row":
            self._take_row(node)
            return True
        if node.name == "Worksheet":
            if len(self.sheets) >= MOST_SHEETS:
                raise StopReadingError(TOO_MANY_SHEETS)
            has_cents = columns_with_cents([row for _, row in self._rows])
            sheet = Sheet(node.attributes.get("Name", "")[:100])
            sheet.rows = [(number, row_texts(row, has_cents)) for number, row in self._rows]
            self.sheets.append(sheet)
            self._rows, self._number = [], 0
            return True
        return False

    def _take_row(self, node: Node) -> None:
        self._number = max(_index(node), self._number + 1)
        self._left -= 1
        if self._left < 0:
            raise StopReadingError(TOO_LARGE)
        cells: list[str | float | datetime] = []
        for cell in node.all("Cell"):
            at = min(max(_index(cell) - 1, len(cells)), MOST_COLUMNS)
            cells.extend([""] * (at - len(cells)))
            if len(cells) < MOST_COLUMNS:
                cells.append(_typed(cell.child("Data")))
                across = cell.attributes.get("MergeAcross", "")
                cells.extend([""] * min(int(across) if across.isdecimal() and len(across) < 4 else 0, 50))
        if any(cell_text(cell) for cell in cells):
            self._rows.append((self._number, cells))


def _index(node: Node) -> int:
    text = node.attributes.get("Index", "")
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _typed(node: Node | None) -> str | float | datetime:
    if node is None:
        return ""
    text = node.text or " ".join(node.texts())
    kind = node.attributes.get("Type", "")
    try:
        if kind == "Number":
            return float(text) if number_text(float(text)) else ""
        if kind == "DateTime":
            return datetime.fromisoformat(text[:19])
    except ValueError:
        return text
    return "" if kind == "Error" else text
