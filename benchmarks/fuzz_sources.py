"""The files that are damaged: those of a folder, and made ones of the kinds that a folder has few of.

Workbooks with typed cells, days as numbers, formulas, hidden sheets; the HTML and XML that banks call Excel; zips of
several statements; pages of PDF; exports of other finance programs. They are written beside each other once, so that
every worker finds the same ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from benchmarks.corpus import Row
from benchmarks.damages_inside import packed
from transactions.tests.statements.pdf_samples import Text, pdf
from transactions.tests.statements.rivals.samples import SAMPLES
from transactions.tests.statements.xlsx_samples import Row as Cells
from transactions.tests.statements.xlsx_samples import workbook

LARGEST = 100_000  # bytes of a file that is damaged
MADE_ROWS = 24
Movement = tuple[date, str, Decimal, Decimal]  # day, text, amount, balance behind it


def sources_of(rows: list[Row], folder: Path, made_in: Path) -> dict[str, list[Path]]:
    """Format -> files, of the index rows and made in the folder `made_in`."""
    found: dict[str, list[Path]] = defaultdict(list)
    for row in rows:
        path = folder / row["file"]
        if path.stat().st_size <= LARGEST:
            found[row["format"]].append(path)
    for form, name, data in _made([path for paths in found.values() for path in paths]):
        (made_in / name).write_bytes(data)
        found[form].append(made_in / name)
    return dict(found)


def _made(paths: list[Path]) -> Iterator[tuple[str, str, bytes]]:
    movements = list(_movements())
    for name, book in _workbooks(movements):
        yield "xlsx", name, book
    yield "xlsx", "made_page.xls", _page(movements)
    yield "xlsx", "made_sheet.xls", _sheet_xml(movements)
    yield "pdf", "made_balance.pdf", _pdf(movements)
    yield "pdf", "made_two_pages.pdf", _pdf(movements[:12], movements[12:])
    for program, samples in SAMPLES.items():
        for number, data in enumerate(samples):
            yield "rival", f"made_{program}_{number}", data
    for number in range(0, min(len(paths), 60), 5):
        chosen = paths[number :: max(len(paths) // 3, 1)][:3]
        yield "zip", f"made_{number}.zip", packed({path.name: path.read_bytes() for path in chosen})


def _movements() -> Iterator[Movement]:
    balance = Decimal("1000.00")
    for number in range(MADE_ROWS):
        amount = Decimal(number * 7 - 90) + Decimal("0.05") * (number % 9)
        balance += amount
        yield date(2026, 1, 5) + timedelta(days=2 * number), f"Shop {number}", amount, balance


def _workbooks(movements: list[Movement]) -> Iterator[tuple[str, bytes]]:
    head: Cells = ["Date", "Description", "Amount", "Balance"]
    typed: list[Cells] = [head, *((day, text, float(amount), float(left)) for day, text, amount, left in movements)]
    texts: list[Cells] = [
        head,
        *((f"{day:%d/%m/%Y}", text, f"{amount}", f"{left}") for day, text, amount, left in movements),
    ]
    sides: list[Cells] = [
        ["Datum", "Omschrijving", "Af", "Bij"],
        *(
            (day, text, float(-amount) if amount < 0 else None, float(amount) if amount >= 0 else None)
            for day, text, amount, _ in movements
        ),
    ]
    formulas: list[Cells] = [(*row[:3], "=D1+C2") for row in typed]
    yield "made_typed.xlsx", workbook({"Movements": typed})
    yield "made_texts.xlsx", workbook({"Account": [["IBAN", "AT611904300234573201"]], "List": texts})
    yield "made_sides.xlsx", workbook({"Summary": sides[:4], "Blad1": sides}, hidden=["Summary"])
    yield "made_formulas.xlsx", workbook({"Sheet1": [["My bank"], [], *formulas, ["Total", "", 1.5]]})


def _page(movements: list[Movement]) -> bytes:
    rows = "".join(f"<tr><td>{d:%d.%m.%Y}<td>{t}<td>{a}<td>{b}</tr>" for d, t, a, b in movements)
    return f"<html><table><tr><th>Date<th>Text<th>Amount<th>Balance</tr>{rows}</table></html>".encode()


def _sheet_xml(movements: list[Movement]) -> bytes:
    cell = '<Cell><Data ss:Type="{}">{}</Data></Cell>'
    rows = "".join(
        f"<Row>{cell.format('DateTime', f'{day}T00:00:00.000')}{cell.format('String', text)}"
        f"{cell.format('Number', amount)}{cell.format('Number', left)}</Row>"
        for day, text, amount, left in movements
    )
    names = "".join(cell.format("String", name) for name in ("Date", "Text", "Amount", "Balance"))
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="S"><Table>'
        f"<Row>{names}</Row>{rows}</Table></Worksheet></Workbook>"
    ).encode()


def _pdf(*pages: list[Movement]) -> bytes:
    drawn: list[list[Text]] = []
    for movements in pages:
        page: list[Text] = [(50, 780, "Opening balance 1000.00"), (50, 760, "Date"), (120, 760, "Description")]
        page += [(380, 760, "Amount"), (480, 760, "Balance")]
        for number, (day, text, amount, left) in enumerate(movements):
            height = 740 - 20 * number
            page += [(50, height, f"{day:%d/%m/%Y}"), (120, height, text), (380, height, f"{amount}")]
            page.append((480, height, f"{left}"))
        drawn.append(page)
    return pdf(*drawn)
