"""Workbooks written by hand: a zip of a few XML parts, with typed cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"""<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"""
Value = str | float | bool | date | None
Row = Sequence[Value]
Rows = Sequence[Row]


def workbook(sheets: Mapping[str, Rows], hidden: Sequence[str] = (), more: Mapping[str, str] | None = None) -> bytes:
    """An XLSX file. `more` adds parts or replaces them."""
    states = {name: "hidden" if name in hidden else "visible" for name in sheets}
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}" state="{states[name]}"/>'
        for i, name in enumerate(sheets, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _linked(f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _linked(
            links + f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>'
        ),
        "xl/styles.xml": STYLES,
    }
    for i, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = sheet_xml("".join(_row(n, row) for n, row in enumerate(rows, 1)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | dict(more or {})).items():
            archive.writestr(name, content)
    return out.getvalue()


def sheet_xml(rows: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def _linked(content: str) -> str:
    return f'<Relationships xmlns="{LINKS}">{content}</Relationships>'


def _row(number: int, row: Sequence[Value]) -> str:
    cells = "".join(_cell(f"{chr(65 + column)}{number}", value) for column, value in enumerate(row))
    return f'<row r="{number}">{cells}</row>'


def _cell(place: str, value: Value) -> str:
    if isinstance(value, str):
        if value.startswith("="):
            return f'<c r="{place}"><f>{escape(value[1:])}</f><v>7.25</v></c>'
        if value.startswith("#"):
            return f'<c r="{place}" t="e"><v>{value}</v></c>'
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    return f'<c r="{place}"><v>{value!r}</v></c>' if value is not None else ""
