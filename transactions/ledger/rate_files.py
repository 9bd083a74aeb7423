"""Files of exchange rates: the European Central Bank's (CSV, ZIP of it, XML) and a plain table of our own."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import ParseError  # the exception only; reading goes through defusedxml

from defusedxml import DefusedXmlException, ElementTree

from transactions.ledger.errors import LineError
from transactions.ledger.money import is_currency
from transactions.ledger.rates import PIVOT, RateRow

MOST_BYTES = 64 * 1024 * 1024
MOST_ERRORS = 100
MOST_DIGITS = 30
ABSENT = {"", "N/A", "-"}
WORDS = {
    "day": {"date", "day", "rate_date", "datum", "time"},
    "base": {"base", "from", "base_currency", "source"},
    "quote": {"quote", "to", "quote_currency", "currency", "target"},
    "rate": {"rate", "value", "price", "kurs"},
}


@dataclass(slots=True)
class RateFile:
    """What a file says: `format` is 'ecb', 'table', or empty where it is neither; errors name the line."""

    format: str = ""
    rows: list[RateRow] = field(default_factory=list)
    errors: list[LineError] = field(default_factory=list)

    def wrong(self, line: int | None, name: str, message: str) -> None:
        if len(self.errors) < MOST_ERRORS:
            self.errors.append(LineError(line, name, message))


def read_rate_file(data: bytes) -> RateFile:
    """Never raises; known by its content alone."""
    if data[:4] == b"PK\x03\x04":
        return _zip(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return _xml(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused("The file is not UTF-8 text.")
    return _csv(text)


def _refused(message: str) -> RateFile:
    return RateFile(errors=[LineError(None, "file", message)])


def _zip(data: bytes) -> RateFile:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [one for one in archive.infolist() if one.filename.lower().endswith((".csv", ".xml"))]
            if len(members) != 1 or members[0].file_size > MOST_BYTES:
                return _refused("The archive should hold one CSV or XML file with rates.")
            with archive.open(members[0]) as stream:
                inner = stream.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return _refused("The archive is damaged.")
    if len(inner) > MOST_BYTES or inner[:4] == b"PK\x03\x04":
        return _refused("The archive should hold one CSV or XML file with rates.")
    return read_rate_file(inner)


def _xml(data: bytes) -> RateFile:
    try:
        root = ElementTree.fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return _refused("The XML cannot be read.")
    found = RateFile("ecb")
    for part in root.iter():
        if not _is_cube(part.tag) or "time" not in part.attrib:
            continue
        day = _day(part.attrib["time"])
        if day is None:
            found.wrong(None, "date", f"{part.attrib['time'][:40]!r} is not a date.")
            continue
        for cube in part:
            if _is_cube(cube.tag):
                attrib = cube.attrib
                _add(found, None, day, base=PIVOT, quote=attrib.get("currency", ""), text=attrib.get("rate", ""))
    return found if found.rows or found.errors else _refused("There are no exchange rates in this XML.")


def _is_cube(tag: object) -> bool:
    return isinstance(tag, str) and tag.rpartition("}")[2] == "Cube"


def _csv(text: str) -> RateFile:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        header = [cell.strip() for cell in next(rows, [])]
        body = _numbered(rows)
        columns = {name: _column(header, words) for name, words in WORDS.items()}
        if all(index is not None for index in columns.values()):
            return _table(body, {name: index for name, index in columns.items() if index is not None})
        if header and header[0].lower() == "date" and any(is_currency(cell) for cell in header[1:]):
            return _history(header, body)
    except csv.Error:
        return _refused("The table cannot be read.")
    return _refused("The first line should name the columns date, base, quote and rate, or be the ECB's.")


def _numbered(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    return ((number, row) for number, row in enumerate(rows, start=2) if any(cell.strip() for cell in row))


def _column(header: list[str], words: set[str]) -> int | None:
    found = [index for index, cell in enumerate(header) if cell.lower().replace(" ", "_") in words]
    return found[0] if found else None


def _table(body: Iterator[tuple[int, list[str]]], columns: dict[str, int]) -> RateFile:
    found = RateFile("table")
    for number, row in body:
        cells = {name: row[index].strip() if index < len(row) else "" for name, index in columns.items()}
        day = _day(cells["day"])
        if day is None:
            found.wrong(number, "date", f"{cells['day'][:40]!r} is not a date; write it as YYYY-MM-DD.")
        else:
            _add(found, number, day, base=cells["base"].upper(), quote=cells["quote"].upper(), text=cells["rate"])
    return found


def _history(header: list[str], body: Iterator[tuple[int, list[str]]]) -> RateFile:
    """One line a day, one column a currency, all against the euro."""
    found = RateFile("ecb")
    codes = [(index, code) for index, code in enumerate(header) if index and is_currency(code)]
    for number, row in body:
        day = _day(row[0].strip())
        if day is None:
            found.wrong(number, "date", f"{row[0][:40]!r} is not a date.")
            continue
        for index, code in codes:
            cell = row[index].strip() if index < len(row) else ""
            if cell not in ABSENT:
                _add(found, number, day, base=PIVOT, quote=code, text=cell)
    return found


def _day(text: str) -> date | None:
    """'2026-03-02', or '02 March 2026' as the ECB's daily CSV writes it."""
    for pattern in ("%Y-%m-%d", "%d %B %Y"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None


def _add(found: RateFile, line: int | None, day: date, *, base: str, quote: str, text: str) -> None:
    for code, name in ((base, "base"), (quote, "quote")):
        if not is_currency(code):
            found.wrong(line, name, f"{code[:10]!r} is not an ISO 4217 currency code.")
            return
    rate = rate_number(text)
    if rate is None or base == quote:
        found.wrong(line, "rate", f"{text[:40]!r} is not a rate; write a positive number such as 1.0837.")
        return
    found.rows.append(RateRow(base, quote, day, rate))


def rate_number(text: str) -> Decimal | None:
    """A positive number in plain digits, up to 30 of them."""
    try:
        value = Decimal(text.strip())
    except (InvalidOperation, ValueError):
        return None
    if not value.is_finite() or value <= 0 or len(f"{value:f}") > MOST_DIGITS:
        return None
    return value
