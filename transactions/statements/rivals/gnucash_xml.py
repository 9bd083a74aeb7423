"""GnuCash: the book itself as XML, plain or gzipped. Read as a stream, without entities, to a bounded size."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.rivals.building import Builder, refused, too_long
from transactions.statements.rivals.chart import ASSET, EQUITY, EXPENSE, INCOME, LIABILITY, UNKNOWN, Chart
from transactions.statements.rivals.expressions import to_decimal
from transactions.statements.rivals.journal import Book, Entry, Posting, book_in_order
from transactions.statements.rivals.values import iso_day
from transactions.statements.xml_tree import HOSTILE

MAX_UNPACKED = 512 * 1024 * 1024
MAX_RATIO = 200  # such XML packs about tenfold
CHUNK = 1 << 20
MAX_DEPTH = 50
MAX_NAME = 300
TYPES = {
    "BANK": ASSET, "CASH": ASSET, "ASSET": ASSET, "STOCK": ASSET, "MUTUAL": ASSET, "RECEIVABLE": ASSET,
    "CREDIT": LIABILITY, "LIABILITY": LIABILITY, "PAYABLE": LIABILITY, "INCOME": INCOME, "EXPENSE": EXPENSE,
    "EQUITY": EQUITY, "TRADING": EQUITY,
}  # fmt: skip
KINDS = {"CASH": "cash", "CREDIT": "credit_card", "STOCK": "investment", "MUTUAL": "investment", "RECEIVABLE": "asset"}


@dataclass(slots=True)
class _Account:
    name: str
    type: str
    commodity: str
    parent: str


@dataclass(slots=True)
class _Transaction:
    """The texts of one transaction; `splits` hold account, value, quantity and memo."""

    id: str
    posted: str
    currency: str
    description: str
    slots: dict[str, str]
    splits: list[tuple[str, str, str, str]]


@dataclass(slots=True)
class _Raw:
    """The accounts and transactions of the file before they are put together."""

    accounts: dict[str, _Account] = field(default_factory=dict)
    transactions: list[_Transaction] = field(default_factory=list)


class GnucashXmlReader:
    format = "gnucash"

    def recognise(self, data: bytes) -> float:
        head = data[:4000]
        if head.startswith(b"\x1f\x8b"):
            try:
                head = zlib.decompressobj(31).decompress(data[:8000], 4000)
            except zlib.error:
                return 0.0
        return 0.97 if b"<gnc-v2" in head else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        try:
            text = _unpacked(data)
        except zlib.error:
            return refused(self.format, "The compressed file is damaged. Save the GnuCash book again.")
        if text is None:
            return refused(self.format, "The unpacked book is too large. Export the transactions as CSV in parts.")
        build = Builder(self.format, "GnuCash", context)
        raw = _Raw()
        try:
            for element in _elements(text):
                _keep(raw, element)
                if len(raw.transactions) > context.max_lines:
                    return too_long(self.format, context)
        except DefusedXmlException:
            return refused(self.format, HOSTILE)
        except (ParseError, ValueError, LookupError):
            build.report(None, "file", "The book ends early or is damaged. What stands before was read.")
        _book(build, raw)
        return build.statement("utf-8")


def _unpacked(data: bytes) -> bytes | None:
    if not data.startswith(b"\x1f\x8b"):
        return data
    limit = min(MAX_UNPACKED, max(len(data) * MAX_RATIO, CHUNK))
    unpack = zlib.decompressobj(31)
    text = unpack.decompress(data, limit)
    return None if unpack.unconsumed_tail else text


def _elements(text: bytes) -> Iterator[Element]:
    """Accounts and transactions as they end; everything is dropped behind them."""
    depth = 0
    for event, element in iterparse(BytesIO(text), events=("start", "end"), forbid_dtd=True):
        if event == "start":
            depth += 1
            if depth > MAX_DEPTH:
                raise ValueError("nested too deeply")
            continue
        depth -= 1
        name = _local(element.tag)
        if depth <= 2 and name in ("account", "transaction", "pricedb", "schedxaction", "template-transactions"):
            yield element
            element.clear()


def _keep(raw: _Raw, element: Element) -> None:
    name = _local(element.tag)
    if name == "account":
        commodity = _child(element, "commodity")
        guid = _text(element, "id")
        raw.accounts[guid] = _Account(
            _text(element, "name"), _text(element, "type"), _commodity(commodity), _text(element, "parent")
        )
    elif name == "transaction":
        splits = [
            (_text(one, "account"), _text(one, "value"), _text(one, "quantity"), _text(one, "memo"))
            for one in _child(element, "splits") or ()
        ]
        raw.transactions.append(
            _Transaction(
                _text(element, "id"), _text(_child(element, "date-posted"), "date"),
                _commodity(_child(element, "currency")), _text(element, "description"),
                _slots(_child(element, "slots")), splits,
            )
        )  # fmt: skip


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _child(element: Element | None, name: str) -> Element | None:
    return next((one for one in element if _local(one.tag) == name), None) if element is not None else None


def _text(element: Element | None, name: str) -> str:
    found = _child(element, name)
    return (found.text or "").strip() if found is not None else ""


def _commodity(element: Element | None) -> str:
    """The ISO code of a currency; anything else with its namespace, so that no share is taken for money."""
    space, code = _text(element, "space"), _text(element, "id")
    return code if space in ("CURRENCY", "ISO4217") else f"{space}:{code}"


def _book(build: Builder, raw: _Raw) -> None:
    names = {guid: _full_name(raw.accounts, guid) for guid in raw.accounts}
    types = {names[guid]: TYPES.get(account.type, UNKNOWN) for guid, account in raw.accounts.items()}
    chart = _GnucashChart(types=types)
    chart.kinds = {names[guid]: account.type for guid, account in raw.accounts.items()}
    entries: list[Entry] = []
    for number, read in enumerate(raw.transactions, start=1):
        entry = _entry(build, raw, names, read, number)
        if entry is not None:
            entries.append(entry)
    book_in_order(Book(build, chart), entries)


class _GnucashChart(Chart):
    """Accounts state their types; `kinds` holds them."""

    kinds: dict[str, str]

    def kind(self, account: str) -> str:
        stated = self.kinds.get(account, "")
        return KINDS.get(stated) or Chart.kind(self, account) or ("checking" if stated == "BANK" else "")


def _full_name(accounts: dict[str, _Account], guid: str) -> str:
    levels: list[str] = []
    while guid in accounts and accounts[guid].type != "ROOT" and len(levels) < MAX_DEPTH:
        levels.append(accounts[guid].name)
        guid = accounts[guid].parent
    return ":".join(reversed(levels))[:MAX_NAME]


def _entry(build: Builder, raw: _Raw, names: dict[str, str], read: _Transaction, number: int) -> Entry | None:
    day = iso_day(read.posted)
    if day is None:
        build.reject(number, "booking_date", f"Transaction {number}: {read.posted[:40]!r} is not a date that exists.")
        return None
    if "void-reason" in read.slots:
        build.left_out["voided transaction|voided transactions"] += 1
        return None
    postings: list[Posting] = []
    for guid, written_value, written_quantity, memo in read.splits:
        value, quantity = _fraction(written_value), _fraction(written_quantity)
        if guid not in raw.accounts or value is None or quantity is None:
            build.reject(
                number, "amount", f"Transaction {number} ({day}) has an account or amount that is not readable."
            )
            return None
        postings.append(Posting(names[guid], quantity, raw.accounts[guid].commodity, value, read.currency, memo))
    shown = "\n".join([f"{day} {read.description}", *(" ".join(split) for split in read.splits)])
    return Entry(
        number, day, read.description, "", tuple(postings), shown, read.slots.get("notes", ""), external_id=read.id
    )


def _slots(element: Element | None) -> dict[str, str]:
    return {_text(slot, "key"): _text(slot, "value") for slot in element} if element is not None else {}


def _fraction(text: str) -> Decimal | None:
    """`-1250/100` exactly; None for what is no such number."""
    above, _, below = text.partition("/")
    if not above.lstrip("-").isdecimal() or len(text) > 60 or not (below or "1").isdecimal() or not int(below or "1"):
        return None
    return to_decimal(Fraction(int(above), int(below or "1")))
