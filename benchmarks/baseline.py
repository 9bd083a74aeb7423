"""The script most people would write first, to compare the importer with.

csv.Sniffer, the first cell that parses as a date, the first that parses as an amount; for OFX, QIF, MT940 and CAMT a
few regular expressions. Zipped and binary files are out of its reach.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

DATES = ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y/%m/%d", "%d-%m-%Y", "%m/%d/%y", "%m/%d'%y")
Lines = list[tuple[date, Decimal]]


def baseline_lines(data: bytes) -> Lines | None:
    """The movements as (day, signed amount), or None where the script would have stopped with an exception."""
    try:
        return _lines(data.decode("utf-8-sig"))
    except (ValueError, csv.Error, IndexError, InvalidOperation):
        return None


def _lines(text: str) -> Lines:
    if "<OFX" in text.upper():
        return _by_pattern(text, r"<STMTTRN>(.*?)</STMTTRN>", r"<DTPOSTED>(\d{8})", r"<TRNAMT>([^<\s]+)")
    if "camt.05" in text[:2000]:
        return _camt(text)
    if text.startswith("!"):
        return _qif(text)
    if re.search(r"^:61:", text, re.MULTILINE):
        return _mt940(text)
    return _csv(text)


def _csv(text: str) -> Lines:
    dialect = csv.Sniffer().sniff(text[:4000])
    found: Lines = []
    for row in csv.reader(io.StringIO(text), dialect):
        day = next((day for cell in row if (day := _date(cell))), None)
        amount = next((amount for cell in row if (amount := _amount(cell)) is not None), None)
        if day is not None and amount is not None:
            found.append((day, amount))
    return found


def _date(cell: str) -> date | None:
    for pattern in DATES:
        try:
            return datetime.strptime(cell.strip()[:10], pattern).date()  # noqa: DTZ007 -- only the day is kept
        except ValueError:
            continue
    return None


def _amount(cell: str) -> Decimal | None:
    bare = cell.strip().replace(" ", "").lstrip("$€£")
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})*,\d{2}", bare):
        bare = bare.replace(".", "").replace(",", ".")
    bare = bare.replace(",", "")
    return Decimal(bare) if re.fullmatch(r"[+-]?\d+\.\d{1,2}", bare) else None


def _by_pattern(text: str, record: str, day: str, amount: str) -> Lines:
    found: Lines = []
    for block in re.findall(record, text, re.DOTALL):
        when, money = re.search(day, block), re.search(amount, block)
        if when and money:
            found.append((datetime.strptime(when[1], "%Y%m%d").date(), Decimal(money[1])))  # noqa: DTZ007 -- only the day
    return found


def _camt(text: str) -> Lines:
    found: Lines = []
    for entry in re.findall(r"<Ntry>(.*?)</Ntry>", text, re.DOTALL):
        day = re.search(r"<BookgDt>\s*<Dt(?:Tm)?>([\d-]{10})", entry)
        amount = re.search(r"<Amt[^>]*>([\d.]+)", entry)
        if day and amount:
            sign = -1 if "<CdtDbtInd>DBIT" in entry else 1
            found.append((date.fromisoformat(day[1]), sign * Decimal(amount[1])))
    return found


def _qif(text: str) -> Lines:
    found: Lines = []
    for record in text.split("^"):
        day = re.search(r"^D(.+)$", record, re.MULTILINE)
        amount = re.search(r"^T(.+)$", record, re.MULTILINE)
        when = _date(day[1]) if day else None
        if when and amount:
            found.append((when, Decimal(amount[1].replace(",", "").strip())))
    return found


def _mt940(text: str) -> Lines:
    pattern = r"^:61:(\d{6})(\d{4})?(R?[CD])[A-Z]?(\d+,\d*)"
    return [
        (datetime.strptime(day, "%y%m%d").date(), (-1 if mark in ("D", "RC") else 1) * Decimal(money.replace(",", ".")))  # noqa: DTZ007
        for day, _, mark, money in re.findall(pattern, text, re.MULTILINE)
    ]
