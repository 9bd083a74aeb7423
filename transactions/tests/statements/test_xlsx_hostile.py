"""Workbooks as programs bend them: other epochs, values as text, merged cells, pages and XML named .xls, bombs."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.statements.xlsx_book import TOO_MANY_SHEETS
from transactions.tests.statements.xlsx_samples import MAIN, OFFICE, Rows, Value, sheet_xml, workbook

HEAD = ["Date", "Description", "Amount"]
DAYS = [date(2026, 1, 2), date(2026, 1, 15), date(2026, 1, 20)]
AMOUNTS = [Decimal("-3.30"), Decimal("500.00"), Decimal("-400.50")]
PLAIN: Rows = [HEAD, [DAYS[0], "Bakery", -3.3], [DAYS[1], "Salary", 500.0], [DAYS[2], "Rent", -400.5]]


def read(data: bytes, max_lines: int = 2_000_000) -> ParsedStatement:
    return read_statement(data, ReaderContext(today=date(2026, 3, 15), max_lines=max_lines))


def amounts(statement: ParsedStatement) -> list[Decimal]:
    return [line.amount for account in statement.accounts for line in account.lines]


def days(statement: ParsedStatement) -> list[date]:
    return [line.booking_date for account in statement.accounts for line in account.lines]


def rows_of(dates: list[Value], money: list[Value]) -> Rows:
    texts = ["Bakery", "Salary", "Rent"]
    return [HEAD, *([day, text, amount] for day, text, amount in zip(dates, texts, money, strict=True))]


@pytest.mark.parametrize(
    "dates",
    [
        ["2026-01-02", "2026-01-15", "2026-01-20"],
        ["02/01/2026", "15/01/2026", "20/01/2026"],
        ["01/02/2026", "01/15/2026", "01/20/2026"],
        ["2.1.2026", "15.1.2026", "20.1.2026"],
        ["02-Jan-26", "15-Jan-26", "20-Jan-26"],
        [46024, 46037, 46042],
        [46024.75, 46037.5, 46042.0],
        ["46024", "46037", "46042"],
        [20260102, 20260115, 20260120],
        [date(2026, 1, 2), "15/01/2026", "20/01/2026"],
    ],
)
def test_days_as_text_or_as_numbers(dates: list[Value]) -> None:
    got = read(workbook({"S": rows_of(dates, [-3.3, 500.0, -400.5])}))

    assert (days(got), amounts(got), got.errors) == (DAYS, AMOUNTS, ())


@pytest.mark.parametrize(
    "money",
    [
        [-3.3, 500, -400.5],
        ["-3,30", "500,00", "-400,50"],
        ["-3.30", "500.00", "-400.50"],
        ["(3.30)", "500.00", "(400.50)"],
        ["€ -3,30", "€ 500,00", "€ -400,50"],
        ["3.30 DR", "500.00 CR", "400.50 DR"],
        [-3.3000000000000003, 500.00000000000006, -400.49999999999994],
    ],
)
def test_amounts_as_text_or_as_numbers(money: list[Value]) -> None:
    assert amounts(read(workbook({"S": rows_of(list(DAYS), money)}))) == AMOUNTS


def sheet(rows: list[str]) -> dict[str, str]:
    return {"xl/worksheets/sheet1.xml": sheet_xml("".join(rows))}


def test_days_counted_from_1904() -> None:
    later: Rows = [HEAD, *((date.fromordinal(day.toordinal() - 1462), "Shop", -5.0) for day in DAYS)]
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets>'
    book += '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'

    assert days(read(workbook({"S": later}, more={"xl/workbook.xml": book}))) == DAYS


def test_cells_of_other_kinds() -> None:
    rows = [('<row r="1"><c r="A1" t="str"><v>Date</v></c><c r="B1" t="str"><v>Amount</v></c>'
            '<c r="C1" t="str"><v>Description</v></c></row>'),
            ('<row r="2"><c r="A2" t="d"><v>2026-01-02</v></c><c r="B2"><f>1-4.3</f><v>-3.3</v></c>'
            '<c r="C2" t="str"><f>UPPER("a")</f><v>Bakery</v></c></row>'),
            ('<row r="3"><c r="A3" t="d"><v>2026-01-15T10:00:00</v></c><c r="B3" t="n"><v>5E2</v></c>'
            '<c r="C3" t="s"><v>0</v></c></row>'),
            ('<row r="4"><c t="d"><v>2026-01-20</v></c><c><v>-400.5</v></c><c t="inlineStr"><is><r><t>Re</t></r>'
            "<r><t>nt</t></r></is></c></row>")]  # fmt: skip
    got = read(workbook({"S": PLAIN}, more=sheet(rows) | SHARED))

    assert (days(got), amounts(got)) == (DAYS, AMOUNTS)
    assert got.accounts[0].lines[2].description == "Rent"


SHARED = {
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="1"><si><r><t>Sal</t></r><r><t>ary</t></r></si></sst>',
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    ),
}


def test_merged_titles_blank_rows_and_a_total_are_no_movements() -> None:
    rows: Rows = [["My bank", None, None], [], *PLAIN, [], ["Total", None, 96.2], ["Printed on 1 March 2026"]]
    merged = workbook({"S": rows})

    assert (days(read(merged)), amounts(read(merged))) == (DAYS, AMOUNTS)


@pytest.mark.parametrize(
    ("value", "field"),
    [("#REF!", "amount"), ("#VALUE!", "amount"), ("abc", "amount"), (None, "amount"), (True, "amount")],
)
def test_a_cell_that_is_no_amount_is_an_error_of_its_row(value: Value, field: str) -> None:
    got = read(workbook({"S": [*PLAIN, [date(2026, 1, 22), "Odd", value]]}))

    assert (amounts(got), [(error.line, error.field) for error in got.errors]) == (AMOUNTS, [(5, field)])


def test_a_currency_that_is_none_is_an_error_of_its_row() -> None:
    rows: Rows = [[*HEAD, "Currency"], *([*row, "EUR"] for row in PLAIN[1:]), [DAYS[2], "Odd", -1.0, "EWR"]]
    got = read(workbook({"S": rows}))

    assert {account.currency for account in got.accounts} == {"EUR"}
    assert [(error.line, error.field) for error in got.errors] == [(5, "currency")]


def test_hidden_and_summing_sheets_are_left_out_and_said() -> None:
    monthly: Rows = [["Month", "Sum"], ["2026-01", 96.2]]
    got = read(workbook({"Old": PLAIN, "Now": PLAIN, "Sums": monthly}, hidden=["Old"]))

    assert amounts(got) == AMOUNTS
    assert "Now" in got.understood["sheets"]


def test_a_name_of_a_sheet_is_only_a_name() -> None:
    assert amounts(read(workbook({"=cmd|' /C calc'!A0": PLAIN}))) == AMOUNTS


@pytest.mark.parametrize(
    "page",
    [
        "<TABLE><TR><TH>{0}<TH>{1}<TH>{2}{rows}</TABLE>",
        (
            "<html><head><title>x</title><script>if (a<b) '<td>1</td>'</script></head><table>"
            "<tr><td>{0}</td><td>{1}</td><td>{2}</td></tr>{rows}</table></html>"
        ),
        "<table><tr><td><table><tr><td>{0}<td>{1}<td>{2}</tr>{rows}</table></td></tr></table>",
        "<table><tr><td colspan=3>My bank</td></tr><tr><td>{0}<td>{1}<td>{2}</tr>{rows}</table>",
        "<!DOCTYPE html><!-- <tr><td>9 --><table><tbody><tr><td>{0}<td>{1}<td>{2}{rows}</tbody></table>",
        "\n\n <table border=1><tr ><td >{0}<td >{1}<td >{2}</tr >{rows}</table >",
    ],
)
def test_pages_under_the_name_of_a_workbook(page: str) -> None:
    rows = "".join(
        f"<tr><td>{day:%d.%m.%Y}</td><td>Caf&eacute;&nbsp;&amp; Co<br>x</td><td>{amount}&nbsp;</td></tr>"
        for day, amount in zip(DAYS, AMOUNTS, strict=True)
    )
    got = read(page.replace("{rows}", rows).format(*HEAD).encode("utf-16" if page.startswith("<TABLE") else "utf-8"))

    assert (got.format, days(got), amounts(got)) == ("xlsx", DAYS, AMOUNTS)
    assert got.accounts[0].lines[0].description == "Café & Co x"


def sheet_2003(rows: str, head: str = "") -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?>{head}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="{space}" '
        f'xmlns:ss="{space}"><Worksheet ss:Name="S"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


def cell(kind: str, value: object, more: str = "") -> str:
    return f'<Cell{more}><Data ss:Type="{kind}">{value}</Data></Cell>'


def test_a_workbook_of_hundreds_of_sheets_is_refused_with_the_way_out() -> None:
    page = sheet_2003(NAMES_2003 + ROWS_2003)
    sheet = page[page.index(b"<Worksheet") : page.index(b"</Workbook>")]
    assert len(days(read(page.replace(sheet, sheet * 200)))) == len(DAYS)
    (error,) = read(page.replace(sheet, sheet * 201)).errors
    assert error.message == TOO_MANY_SHEETS


NAMES_2003 = f"<Row>{''.join(cell('String', name) for name in HEAD)}</Row>"
ROWS_2003 = "".join(
    f"<Row>{cell('DateTime', f'{day}T00:00:00.000')}{cell('String', 'Shop')}{cell('Number', amount)}</Row>"
    for day, amount in zip(DAYS, AMOUNTS, strict=True)
)
TITLE_2003 = '<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">My bank</Data></Cell></Row>'


@pytest.mark.parametrize(
    "rows",
    [
        NAMES_2003 + ROWS_2003,
        TITLE_2003 + NAMES_2003 + ROWS_2003,
        NAMES_2003.replace("<Row>", '<Row ss:Index="7">') + ROWS_2003,
        (NAMES_2003 + ROWS_2003).replace("<Cell>", '<Cell ss:Formula="=1+1">'),
        (NAMES_2003 + ROWS_2003).replace(cell("String", "Shop"), "").replace(
            '<Cell><Data ss:Type="Number">', '<Cell ss:Index="3"><Data ss:Type="Number">'
        ),
    ],
)  # fmt: skip
def test_the_xml_of_excel_2003(rows: str) -> None:
    got = read(sheet_2003(rows))

    assert (got.format, days(got), amounts(got)) == ("xlsx", DAYS, AMOUNTS)


def open_document(rows: str) -> bytes:
    names = "".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{what}:1.0" '
        for prefix, what in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": MANIFEST.format(kind)})


MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="{0}"/></manifest:manifest>'
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_an_open_document_is_read() -> None:
    def text(words: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'

    rows = f"<table:table-row>{''.join(map(text, HEAD))}</table:table-row>" + "".join(
        f'<table:table-row><table:table-cell office:value-type="date" office:date-value="{day}"/>{text("Shop")}'
        f'<table:table-cell office:value-type="float" office:value="{amount}"/></table:table-row>'
        for day, amount in zip(DAYS, AMOUNTS, strict=True)
    )
    got = read(open_document(rows))

    assert (got.format, days(got), amounts(got)) == ("xlsx", DAYS, AMOUNTS)


def bomb(rows: str) -> bytes:
    return workbook({"S": PLAIN}, more=sheet([rows]))


@pytest.mark.parametrize(
    "data",
    [
        bomb('<row r="1"><c r="A1"><v>1</v></c></row>' * 1_500_000),
        bomb(f'<row r="1"><c r="A1" t="str"><v>{"A" * 60_000_000}</v></c></row>'),
        bomb('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        workbook({"S": PLAIN}, more={"xl/sharedStrings.xml": f"<sst>{'<si><t/></si>' * 4_000_000}</sst>"}),
        bomb("")[:-200],
        bomb("<row>" * 100_000),
        b"PK\x03\x04" + b"xl/workbook.xml" * 1000,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20_000),
        sheet_2003(NAMES_2003 + ROWS_2003, '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>'),
        b"<table>" + b"<tr><td>" * 200_000,
        packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a>" * 200_000}),
    ],
    ids=["rows", "text", "wide", "strings", "cut", "deep", "no zip", "no book", "entities", "cells", "deep ods"],
)  # fmt: skip
def test_bombs_end_in_one_sentence_and_soon(data: bytes) -> None:
    began = time.process_time()
    got = read(data)

    assert (amounts(got), [error.field for error in got.errors]) == ([], ["file"])
    assert time.process_time() - began < 2


def test_a_workbook_with_entities_is_refused_and_says_why() -> None:
    part = '<!DOCTYPE a [<!ENTITY b "c">]>' + sheet_xml('<row><c t="str"><v>&b;</v></c></row>')
    got = read(workbook({"S": PLAIN}, more={"xl/worksheets/sheet1.xml": part}))

    assert (amounts(got), "entities" in got.errors[0].message) == ([], True)


def test_an_open_document_that_repeats_a_row_a_million_times_is_bounded() -> None:
    got = read(open_document('<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
                             'table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
                             "</table:table-row>"))  # fmt: skip

    assert (amounts(got), [error.field for error in got.errors]) == ([], ["file"])
