"""Lists as XLSX: one sheet with typed cells, written row by row; nothing is held in memory, nothing is computed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import IO
from xml.sax.saxutils import escape

from transactions.ledger.money import currency_exponent, to_text
from transactions.ledger.tables import Cell, Money

LONGEST_CELL = 32_767
MOST_ROWS = 1_048_576
DAY_ZERO = date(1899, 12, 30)  # the spreadsheets' own: day 1 is 1899-12-31, and 1900 has a day too many
FIRST_SERIAL_DAY = date(1900, 3, 1)
DATE_STYLE, HEAD_STYLE, MONEY_STYLES = 1, 2, 3

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WORKBOOK = (
    f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="{}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_RELATIONS = f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_FORMATS = "".join(
    f'<numFmt numFmtId="{164 + digits}" formatCode="#,##0{"." if digits else ""}{"0" * digits}"/>'
    for digits in range(5)
)
_STYLES = "".join(f'<xf numFmtId="{164 + digits}" applyNumberFormat="1" xfId="0"/>' for digits in range(5))
PARTS = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_RELATIONS}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_RELATIONS}<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="5">{_FORMATS}</numFmts>'
        '<fonts count="2"><font/><font><b/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill>'
        '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="8"><xf xfId="0"/><xf numFmtId="14" applyNumberFormat="1" xfId="0"/>'
        f'<xf fontId="1" applyFont="1" xfId="0"/>{_STYLES}</cellXfs></styleSheet>'
    ),
}
SHEET_HEAD = (
    f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
)


def write_xlsx(stream: IO[bytes], title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """One sheet, written row by row: nothing is held in memory, and nothing in it is computed."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as book:
        for name, text in PARTS.items():
            book.writestr(name, text)
        book.writestr("xl/workbook.xml", WORKBOOK.format(escape(title[:31], {'"': "&quot;"})))
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(SHEET_HEAD.encode())
            sheet.write(_row([_text(name, HEAD_STYLE) for name in header]))
            for number, row in enumerate(rows, start=2):
                if number > MOST_ROWS:
                    break
                sheet.write(_row([_cell(cell) for cell in row]))
            sheet.write(b"</sheetData></worksheet>")


def _row(cells: Sequence[str]) -> bytes:
    return f"<row>{''.join(cells)}</row>".encode()


def _cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<c/>"
    return _text(cell) if isinstance(cell, str) else _number(cell)


def _number(cell: int | Decimal | date | Money) -> str:
    if isinstance(cell, Money):
        style = MONEY_STYLES + min(currency_exponent(cell.currency), 4)
        return f'<c s="{style}"><v>{to_text(cell.minor, cell.currency)}</v></c>'
    if isinstance(cell, date):
        if cell < FIRST_SERIAL_DAY:
            return _text(cell.isoformat())
        return f'<c s="{DATE_STYLE}"><v>{(cell - DAY_ZERO).days}</v></c>'
    if isinstance(cell, Decimal):
        digits = max(0, -int(cell.as_tuple().exponent))
        return f'<c s="{MONEY_STYLES + min(digits, 4)}"><v>{cell:f}</v></c>'
    return f"<c><v>{cell}</v></c>"


def _text(text: str, style: int = 0) -> str:
    """Typed as text, so that it is text whatever it begins with."""
    kept = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)[:LONGEST_CELL]
    styled = f' s="{style}"' if style else ""
    return f'<c t="inlineStr"{styled}><is><t xml:space="preserve">{escape(kept)}</t></is></c>'
