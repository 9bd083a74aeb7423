"""Spreadsheets of banks: what their cells hold, where their tables stand, and what is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.statements.xlsx_reader import XlsxReader
from transactions.tests.statements.xlsx_samples import Row, Rows, sheet_xml, workbook

HEADER = ["Date", "Description", "Amount", "Balance"]
ROWS: Rows = [
    HEADER,
    [date(2026, 1, 2), "Bakery", -3.3000000000000003, 96.7],
    [date(2026, 1, 15), "Salary", 500.0, 596.7],
    [date(2026, 1, 20), "Rent", -400.5, 196.2],
]
AMOUNTS = [Decimal("-3.30"), Decimal("500.00"), Decimal("-400.50")]


def read(data: bytes, context: ReaderContext | None = None) -> ParsedStatement:
    return read_statement(data, context or ReaderContext(today=date(2026, 3, 15)))


def amounts(statement: ParsedStatement) -> list[Decimal]:
    return [line.amount for account in statement.accounts for line in account.lines]


def test_typed_cells_are_days_and_exact_amounts() -> None:
    got = read(workbook({"Sheet": ROWS}))

    assert (got.format, amounts(got), got.errors) == ("xlsx", AMOUNTS, ())
    assert [line.booking_date.day for line in got.accounts[0].lines] == [2, 15, 20]
    assert got.accounts[0].closing_balance == Decimal("196.20")
    assert "delimiter" not in got.understood
    assert got.understood["header"] == "row 1"


def test_a_table_may_stand_anywhere_on_the_second_of_three_sheets() -> None:
    offset: Rows = [[None, "Movements of your account"], [], *([None, None, *row] for row in ROWS)]
    got = read(
        workbook({"About": [["IBAN", "AT611904300234573201"], ["Currency", "EUR"]], "List": offset, "Notes": [["hi"]]})
    )

    assert amounts(got) == AMOUNTS
    assert (got.accounts[0].external_ref, got.accounts[0].currency) == ("AT611904300234573201", "EUR")
    assert got.accounts[0].lines[0].line == 4


def test_sheets_of_several_months_are_joined_and_line_numbers_stay_apart() -> None:
    february: Rows = [HEADER, [date(2026, 2, 1), "Gas", -50.0, 146.2]]
    got = read(workbook({"Jan": ROWS, "Feb": february}))

    assert amounts(got) == [*AMOUNTS, Decimal(-50)]
    assert len({line.line for account in got.accounts for line in account.lines}) == 4


def test_sheets_that_repeat_or_sum_up_or_are_hidden_are_left_out() -> None:
    repeated: Rows = [["Date", "Description", "Amount"], [date(2026, 1, 15), "Salary", 500.0]]
    sums: Rows = [["Date", "Total"], [date(2026, 1, 31), 99.5], [date(2026, 2, 28), 12.5]]
    old: Rows = [HEADER, [date(2025, 1, 1), "Old", -1.5, 0.0]]
    got = read(workbook({"All": ROWS, "Top": repeated, "By month": sums, "Old": old}, hidden=["Old"]))

    assert amounts(got) == AMOUNTS
    assert all(name in got.understood["sheets"].partition("left out")[2] for name in ("Top", "By month", "Old"))


def test_text_numbers_formulas_errors_and_truth_values() -> None:
    rows: Rows = [
        ["Datum", "Text", "Betrag", "OK", "Note"],
        ["02.01.2026", "Bäcker", "-1.234,50", True, "#N/A"],
        ["15.01.2026", "Refund", "=A1+1", False, "#REF!"],
    ]
    got = read(workbook({"Sheet": rows}))

    assert amounts(got) == [Decimal("-1234.50"), Decimal("7.25")]
    assert "#" not in got.accounts[0].lines[0].description


def test_days_that_a_program_turned_round_are_put_back() -> None:
    days = [
        date(2026, 1, 8),
        date(2026, 1, 9),
        date(2026, 1, 14),
        date(2026, 1, 25),
        date(2026, 2, 3),
        date(2026, 2, 20),
    ]
    cells = [day.strftime("%d/%m/%Y") if day.day > 12 else date(day.year, day.day, day.month) for day in days]
    rows: Rows = [["Date", "Description", "Amount"], *([cell, f"Shop {i}", -1.5 - i] for i, cell in enumerate(cells))]
    got = read(workbook({"Sheet": rows}))

    assert [line.booking_date for line in got.accounts[0].lines] == days
    assert "3 cells" in got.understood["days"]


def test_errors_name_the_sheet_and_the_row() -> None:
    broken: Rows = [*ROWS, ["2026-02-31", "Ghost", -1.5, 194.7]]
    got = read(workbook({"My list": broken}))

    assert [(error.line, error.field) for error in got.errors] == [(5, "booking_date")]
    assert "Sheet 'My list', row 5" in got.errors[0].message


def test_a_zip_that_holds_a_workbook_is_none_itself() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("statement.xlsx", workbook({"Sheet": ROWS}))

    assert XlsxReader().recognise(out.getvalue()) == 0.0
    assert XlsxReader().recognise(workbook({"Sheet": ROWS})) > 0.9


def test_an_old_binary_workbook_is_read() -> None:
    got = read((Path(__file__).parent / "fixtures" / "old_workbook.xls").read_bytes())

    assert (got.format, amounts(got)) == ("xlsx", AMOUNTS)


def html(rows: str) -> bytes:
    return f"<html><head><style>td {{a: b}}</style></head><body><table border=1>{rows}</table></body></html>".encode()


HEAD, TEA, BUN = (
    ("Date", "Description", "Amount"),
    ("02/01/2026", "Tea &amp; more", "-3.30"),
    ("15/01/2026", "B C", "500.00"),
)


def rows_of(cell: str, row: str) -> str:
    """The three rows with each cell and row put into these words."""
    return "".join(row.format("".join(cell.format(text) for text in texts)) for texts in (HEAD, TEA, BUN))


@pytest.mark.parametrize(
    "rows",
    [
        rows_of("<td>{}</td>", "<tr>{}</tr>"),
        rows_of("<td>{}", "<tr>{}"),
        "<tr><td colspan=3>Statement<table>" + rows_of("<th class='x'>{}</th>", "<tr>{}</tr>") + "</table></td></tr>",
        rows_of("<TD>{}</TD>", "<TR>{}</TR>").replace("B C", "B<br>C").replace("&amp;", "&"),
    ],
    ids=["plain", "without end tags", "nested", "capitals"],
)
def test_html_tables_under_the_name_of_a_workbook(rows: str) -> None:
    got = read(html(rows))

    assert (got.format, amounts(got)) == ("xlsx", [Decimal("-3.30"), Decimal("500.00")])
    assert [line.description for line in got.accounts[0].lines] == ["Tea & more", "B C"]


def test_a_single_file_web_page_is_read() -> None:
    page = html(rows_of("<td>{}</td>", "<tr>{}</tr>")).decode().replace("=", "=3D")
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n'
    got = read(f"{head}Content-Transfer-Encoding: quoted-printable\n\n{page}\n--x--\n".encode())

    assert (got.format, amounts(got)) == ("xlsx", [Decimal("-3.30"), Decimal("500.00")])


def test_names_drawn_apart_from_their_columns_are_put_over_them() -> None:
    rows: Rows = [
        ["Value", None, None, "Particulars", None, "Withdrawals", None, "Deposits"],
        [None, "14/01/2026", "Tea", None, "3.30", None, None, None],
        [None, "15/01/2026", "Pay", None, None, None, "500.00", None],
        [None, "16/01/2026", "Bun", None, "1.50", None, None, None],
    ]
    got = read(workbook({"Sheet": rows}))

    assert amounts(got) == [Decimal("-3.30"), Decimal("500.00"), Decimal("-1.50")]


def test_the_xml_of_excel_2003_is_read() -> None:
    def row(*cells: tuple[str, str]) -> str:
        return "<Row>" + "".join(f'<Cell><Data ss:Type="{k}">{v}</Data></Cell>' for k, v in cells) + "</Row>"

    rows = row(*(("String", name) for name in HEADER))
    rows += row(("DateTime", "2026-01-02T00:00:00.000"), ("String", "Bakery"), ("Number", "-3.3"), ("Number", "96.7"))
    rows += '<Row ss:Index="9"><Cell ss:Index="2"><Data ss:Type="String">Salary</Data></Cell></Row>'
    data = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Konto"><Table>'
        f"{rows}</Table></Worksheet></Workbook>"
    )
    got = read(data.encode())

    assert (got.format, amounts(got)) == ("xlsx", [Decimal("-3.30")])
    assert "'Konto'" in got.understood["sheets"]


def test_a_workbook_without_movements_is_refused_in_words_and_an_empty_table_is_not() -> None:
    nothing = read(workbook({"Sheet": [["Dear customer"], ["thank you"]]}))
    empty = read(workbook({"Sheet": [HEADER]}))

    assert "No column of dates" in nothing.errors[0].message
    assert (empty.errors, empty.lines_found) == ((), 0)


@pytest.mark.parametrize("how", ["declared", "wide", "cut", "ole", "entities"])
def test_hostile_workbooks_end_in_one_sentence(how: str) -> None:
    far = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    whole = workbook({"Sheet": ROWS})
    data = {
        "declared": workbook({"Sheet": ROWS}, more={"xl/sharedStrings.xml": " " * 40_000_000}),
        "wide": workbook({"Sheet": ROWS}, more={"xl/worksheets/sheet1.xml": far}),
        "cut": whole[:-40],
        "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000),
        "entities": (
            b'<!DOCTYPE w [<!ENTITY a "b">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
            b"<Worksheet><Table/></Worksheet></Workbook>"
        ),
    }[how]
    got = read(data)

    assert (got.lines_found, len(got.errors)) == (0, 1)
    assert got.errors[0].message.endswith(".")


def test_more_rows_than_allowed_are_refused_in_words() -> None:
    movement: Row = [date(2026, 1, 2), "A", -1.0, 5.0]
    rows: Rows = [HEADER, *([movement] * 1100)]

    assert "too large" in read(workbook({"Sheet": rows}), ReaderContext(max_lines=50)).errors[0].message


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Datum;Text;Betrag"],
            ["02.01.2026;Bäcker;-3", "30"],
            ["15.01.2026;Lohn;500", "00"],
            ["20.01.2026;Miete;-400", "50"],
        ],
        [["Date,Text,Amount"], ['2026-01-02,"Baker, A",-3.30'], ["2026-01-15,Pay,500.00"], ["2026-01-20,Rent,-400.50"]],
    ],
)
def test_a_sheet_of_lines_of_text_is_read_as_text(rows: Rows) -> None:
    assert amounts(read(workbook({"Sheet": rows}))) == AMOUNTS


def test_a_page_is_read_in_the_table_it_names() -> None:
    cells = "<tr><td>02/01/2026</td><td>ALIŞVERİŞ ÇARŞI</td><td>-3,30</td></tr>"
    head = "<tr><td>Tarih</td><td>Açıklama</td><td>Tutar</td></tr>"
    page = f'<html><meta charset="windows-1254"><table>{head}{cells}{cells.replace("02/", "15/")}</table></html>'

    assert [line.description for line in read(page.encode("cp1254")).accounts[0].lines] == ["ALIŞVERİŞ ÇARŞI"] * 2
    assert [line.description for line in read(page.encode("utf-8")).accounts[0].lines] == ["ALIŞVERİŞ ÇARŞI"] * 2
