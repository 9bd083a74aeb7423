"""OFX 1 and 2, QFX and QBO: bank and credit-card statements, and the cash lines of investment statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from transactions.ledger.errors import LineError
from transactions.ledger.money import is_currency
from transactions.statements.dates import read_date
from transactions.statements.decoding import decode
from transactions.statements.numbers import parse_amount
from transactions.statements.ofx_comments import fill_from_comments
from transactions.statements.ofx_scan import Node, scan
from transactions.statements.parsed import ParsedAccount, ParsedLine, ParsedStatement, ReaderContext

MAX_ERRORS = 1000
KINDS = {
    "CHECKING": "checking", "SAVINGS": "savings", "MONEYMRKT": "savings", "CD": "savings", "CREDITLINE": "loan",
    "CREDITCARD": "credit_card",
}  # fmt: skip
MOVEMENTS = ("STMTTRN", "STMTTRNP")  # booked, and pending as OFX 2.1 lists them apart
STATEMENTS = ("STMTRS", "CCSTMTRS", "INVSTMTRS")
MARKERS = (b"<OFX", b"OFXHEADER", b"<STMTTRN", b"<BANKTRANLIST", b"<?OFX")


@dataclass(slots=True)
class _Found:
    """What one statement block gave."""

    account: ParsedAccount
    errors: list[LineError] = field(default_factory=list)
    investment_lines: int = 0


class OfxReader:
    format = "ofx"

    def recognise(self, data: bytes) -> float:
        head = data[:8000].replace(b"\x00", b"").upper()
        if b"<OFX>" in head or b"OFXHEADER" in head:
            return 0.98
        return 0.9 if any(marker in head for marker in MARKERS) else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        decoded = decode(data)
        root = scan(decoded.text)
        from_comments = fill_from_comments(root, decoded.text)
        found = [_read_block(block, decoded.text, context) for block in _blocks(root)]
        count = sum(len(one.account.lines) for one in found)
        if count > context.max_lines:
            return _too_long(count, context.max_lines)
        errors = [error for one in found for error in one.errors]
        accounts = tuple(one.account for one in found if one.account.lines or one.account.external_ref)
        understood = {"encoding": decoded.encoding, "statements": str(len(found)), "sign convention": "as written"}
        notes = list(_notes(found, root))
        if from_comments:
            notes.append(f"{from_comments} movements have their date or amount in a comment and were read from there.")
        if notes:
            understood["notes"] = " ".join(notes)
        return ParsedStatement(
            "ofx", accounts, tuple(errors[:MAX_ERRORS]), len(errors), understood, encoding=decoded.encoding,
            source_key=f"ofx:{_anywhere(root, 'ORG', 'BANKID', 'BROKERID')}"[:120],
        )  # fmt: skip


def _too_long(count: int, most: int) -> ParsedStatement:
    message = (
        f"The file holds {count} movements, more than {most}. Download shorter periods and import them one by one."
    )
    return ParsedStatement("ofx", errors=(LineError(None, "file", message),))


def _notes(found: list[_Found], root: Node) -> list[str]:
    notes: list[str] = []
    securities = sum(one.investment_lines for one in found)
    if securities:
        notes.append(
            f"{securities} investment movements (purchases, sales, reinvestments) are not cash lines and were left out."
        )
    if not found:
        notes.append("The file holds no account statement.")
    message = next((node.text for node in root.walk() if node.name == "MESSAGE" and node.text), "")
    if message and not any(one.account.lines for one in found):
        notes.append(f"The bank wrote: {message[:200]}")
    return notes


def _blocks(root: Node) -> list[Node]:
    blocks = [node for node in root.walk() if node.name in STATEMENTS]
    if not blocks and any(node.name in MOVEMENTS for node in root.walk()):
        return [root]
    return blocks


def _read_block(block: Node, text: str, context: ReaderContext) -> _Found:
    currency = _currency(block.value("CURDEF")) or _currency(_anywhere(block, "CURDEF"))
    lines: list[ParsedLine] = []
    errors: list[LineError] = []
    securities = 0
    for node in block.walk():
        if node.name in MOVEMENTS:
            read = _read_line(node, currency, text)
            (lines if isinstance(read, ParsedLine) else errors).append(read)  # type: ignore[arg-type]
        elif node.name in ("INVTRAN", "INVEXPENSE"):
            securities += 1
    account = _account(block, currency, lines)
    return _Found(account, errors, securities)


def _account(block: Node, currency: str, lines: list[ParsedLine]) -> ParsedAccount:
    source = next((n for n in block.walk() if n.name in ("BANKACCTFROM", "CCACCTFROM", "INVACCTFROM")), None)
    balance, as_of = _balance(block)
    return ParsedAccount(
        external_ref=_reference(source),
        kind=_kind(block, source),
        currency=currency,
        lines=tuple(lines),
        closing_balance=balance,
        closing_balance_date=as_of,
    )


def _reference(source: Node | None) -> str:
    """The account number with the bank's, since two banks may use the same number."""
    if source is None:
        return ""
    account = source.value("ACCTID")
    bank = source.value("BANKID", "BROKERID")
    return f"{bank}/{account}" if bank and account else account


def _kind(block: Node, source: Node | None) -> str:
    if block.name == "CCSTMTRS" or (source is not None and source.name == "CCACCTFROM"):
        return "credit_card"
    if block.name == "INVSTMTRS":
        return "investment"
    return KINDS.get(source.value("ACCTTYPE").upper(), "") if source is not None else ""


def _balance(block: Node) -> tuple[Decimal | None, date | None]:
    node = next((n for n in block.walk() if n.name == "LEDGERBAL"), None)
    if node is None:
        return None, None
    amount = parse_amount(node.value("BALAMT"))
    return (amount.value if amount else None), (_day(node.value("DTASOF")) if amount else None)


def _anywhere(block: Node, *names: str) -> str:
    """The first filled tag of the first of these names that has one."""
    return next((node.text for name in names for node in block.walk() if node.name == name and node.text), "")


def _currency(text: str) -> str:
    code = text.strip().upper()
    return code if is_currency(code) else ""


def _day(text: str) -> date | None:
    parts = read_date(text)
    if parts is None and len(text) > 8 and text[:8].isdigit():
        parts = read_date(text[:8])
    return (parts.in_order("DMY") or parts.in_order("MDY")) if parts else None


def _read_line(node: Node, currency: str, text: str) -> ParsedLine | LineError:
    posted = node.value("DTPOSTED", "DTTRAN", "DTUSER", "DTAVAIL")
    day = _day(posted)
    if day is None:
        return LineError(node.line, "booking_date", _date_message(posted))
    written = node.value("TRNAMT")
    amount = parse_amount(written)
    if amount is None:
        return LineError(node.line, "amount", _amount_message(written))
    return ParsedLine(
        line=node.line,
        booking_date=day,
        amount=amount.value,
        currency=currency or _line_currency(node),
        counterparty=_counterparty(node),
        description=node.value("MEMO"),
        value_date=_day(node.value("VALUEDATE", "DTAVAIL")),
        external_id=node.value("FITID"),
        raw=text[node.start : max(node.end, node.start)].strip(),
        is_pending=node.name == "STMTTRNP",
    )


def _line_currency(node: Node) -> str:
    inner = node.child("CURRENCY")
    return _currency(inner.value("CURSYM")) if inner else ""


def _counterparty(node: Node) -> str:
    payee = node.child("PAYEE")
    return node.value("NAME", "EXTDNAME") or (payee.value("NAME") or payee.text if payee else "")


def _date_message(written: str) -> str:
    if not written:
        return "This movement has no date (DTPOSTED). Ask the bank for the file again or add the movement by hand."
    return f"{written[:40]!r} is not a date that exists. Correct DTPOSTED to YYYYMMDD and import the file again."


def _amount_message(written: str) -> str:
    if not written:
        return "This movement has no amount (TRNAMT). Ask the bank for the file again or add the movement by hand."
    return f"{written[:40]!r} is not an amount. Correct TRNAMT to a plain number such as -12.30 and import again."
