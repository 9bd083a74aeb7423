"""Savings as OFX 1 (SGML, no closing tags, cp1252) and the credit card as OFX 2 (XML, UTF-8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

from transactions.sampledata.rows import SampleRow
from transactions.sampledata.writers.extract import Extract

NAME_LENGTH = 32  # OFX 1.6 and 2.1: NAME is A-32
SGML_HEADER = (
    "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:1252\r\n"
    "COMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n"
)
XML_HEADER = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n'
)
OK_STATUS = [("CODE", "0"), ("SEVERITY", "INFO")]

# An element is a name with either text or child elements.
Element = tuple[str, "str | list[Element]"]


def write_savings_ofx(part: Extract) -> bytes:
    account: list[Element] = [
        ("BANKID", part.account.bank_code),
        ("ACCTID", part.account.external_ref.removeprefix(f"{part.account.bank_code}/")),
        ("ACCTTYPE", "SAVINGS"),
    ]
    body = _document("BANKMSGSRSV1", "STMTTRNRS", "STMTRS", ("BANKACCTFROM", account), part)
    return (SGML_HEADER + "\r\n".join(_sgml(body)) + "\r\n").encode("cp1252")


def write_card_ofx(part: Extract) -> bytes:
    account: list[Element] = [("ACCTID", part.account.external_ref)]
    body = _document("CREDITCARDMSGSRSV1", "CCSTMTTRNRS", "CCSTMTRS", ("CCACCTFROM", account), part)
    return (XML_HEADER + "\n".join(_xml(body)) + "\n").encode()


def _document(message: str, response: str, statement: str, account: Element, part: Extract) -> Element:
    rows: list[Element] = [("STMTTRN", _movement(part, row)) for row in part.rows]
    period: list[Element] = [("DTSTART", _day(part.start)), ("DTEND", _day(part.last_day))]
    closing: list[Element] = [("BALAMT", f"{part.money(part.closing_minor)}"), ("DTASOF", _day(part.last_day))]
    parts: list[Element] = [
        ("CURDEF", part.account.currency),
        account,
        ("BANKTRANLIST", period + rows),
        ("LEDGERBAL", closing),
    ]
    answer: list[Element] = [("TRNUID", "1"), ("STATUS", [*OK_STATUS]), (statement, parts)]
    return ("OFX", [_sign_on(part), (message, [(response, answer)])])


def _sign_on(part: Extract) -> Element:
    answer: list[Element] = [("STATUS", [*OK_STATUS]), ("DTSERVER", _day(part.last_day)), ("LANGUAGE", "GER")]
    return ("SIGNONMSGSRSV1", [("SONRS", answer)])


def _movement(part: Extract, row: SampleRow) -> list[Element]:
    return [
        ("TRNTYPE", "CREDIT" if row.amount_minor > 0 else "DEBIT"),
        ("DTPOSTED", _day(row.booking_date)),
        ("DTUSER", _day(row.value_date)),
        ("TRNAMT", f"{part.money(row.amount_minor)}"),
        ("FITID", row.external_id),
        ("NAME", row.counterparty[:NAME_LENGTH].strip()),
        ("MEMO", row.description),
    ]


def _day(day: date) -> str:
    return f"{day:%Y%m%d}120000"


def _sgml(element: Element) -> Iterator[str]:
    name, content = element
    if isinstance(content, str):
        yield f"<{name}>{escape(content)}"
        return
    yield f"<{name}>"
    for child in content:
        yield from _sgml(child)
    yield f"</{name}>"


def _xml(element: Element) -> Iterator[str]:
    name, content = element
    if isinstance(content, str):
        yield f"<{name}>{escape(content)}</{name}>"
        return
    yield f"<{name}>"
    for child in content:
        yield from _xml(child)
    yield f"</{name}>"
