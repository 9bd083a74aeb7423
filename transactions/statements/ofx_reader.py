"""OFX 1 and 2, QFX and QBO: bank and credit-card statements, and the cash lines of investment statements."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from transactions.ledger.errors import LineError
from transactions.statements.currencies import currency_code, unknown_account_currency, unknown_currency
from transactions.statements.dates import read_date
from transactions.statements.decoding import decode
from transactions.statements.numbers import decimal_mark_votes, parse_amount
from transactions.statements.ofx_comments import fill_from_comments
from transactions.statements.ofx_faults import (
    CUT_MOVEMENT,
    FOREIGN,
    OUTSIDE,
    amount_message,
    cut_off,
    date_message,
    document_type,
)
from transactions.statements.ofx_scan import Node, scan, without_comments
from transactions.statements.ofx_signs import IN_WORDS, Signs, balance_under, decide_signs
from transactions.statements.parsed import ParsedAccount, ParsedLine, ParsedStatement, Question, ReaderContext

MAX_ERRORS = 1000
KINDS = {
    "CHECKING": "checking", "SAVINGS": "savings", "MONEYMRKT": "savings", "CD": "savings", "CREDITLINE": "loan",
    "CREDITCARD": "credit_card",
}  # fmt: skip
MOVEMENTS = ("STMTTRN", "STMTTRNP")  # booked, and pending as OFX 2.1 lists them apart
STATEMENTS = ("STMTRS", "CCSTMTRS", "INVSTMTRS")
SOURCES = ("BANKACCTFROM", "CCACCTFROM", "INVACCTFROM")
WANTED = (
    *MOVEMENTS, *STATEMENTS, *SOURCES, "CURDEF", "LEDGERBAL", "INVTRAN", "INVEXPENSE", "MESSAGE", "ORG", "BANKID",
    "BROKERID",
)  # fmt: skip
Named = dict[str, list[Node]]
MARKERS = (b"<OFX", b"OFXHEADER", b"<STMTTRN", b"<BANKTRANLIST", b"<?OFX")


@dataclass(frozen=True, slots=True)
class _File:
    """What holds for every statement of the file."""

    text: str
    decimal_mark: str
    is_cut: bool
    told_sign: str  # the user's answer, '' for none
    has_statements: bool


@dataclass(slots=True)
class _Found:
    """What one statement block gave. `errors` are one for each movement that could not be read."""

    accounts: list[ParsedAccount]
    errors: list[LineError] = field(default_factory=list)
    remarks: list[LineError] = field(default_factory=list)  # about the statement; nothing was left out for them
    investment_lines: int = 0
    signs: Signs = field(default_factory=lambda: Signs("as written"))

    @property
    def count(self) -> int:
        return sum(len(account.lines) for account in self.accounts)


class OfxReader:
    format = "ofx"

    def recognise(self, data: bytes) -> float:
        head = data[:8000].replace(b"\x00", b"").upper()
        if b"<OFX>" in head or b"OFXHEADER" in head:
            return 0.98
        return 0.9 if any(marker in head for marker in MARKERS) else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        decoded = decode(data, told=context.overrides.encoding)
        bare = without_comments(decoded.text)
        declared, is_hostile = document_type(bare)
        if declared is not None and is_hostile:
            return ParsedStatement("ofx", errors=(declared,), encoding=decoded.encoding)
        cut = cut_off(bare)
        root = scan(decoded.text)
        from_comments = fill_from_comments(root, decoded.text)
        named = _by_name(root)
        mark = context.overrides.decimal_mark or _decimal_mark(named)
        blocks = _blocks(root, named)
        file = _File(decoded.text, mark, cut is not None, context.overrides.sign, has_statements=len(blocks) > 1)
        found = [_read_block(block, file) for block in blocks]
        if (count := sum(one.count for one in found)) > context.max_lines:
            return _too_long(count, context.max_lines)
        errors = [error for one in found for error in one.errors]
        remarks = [error for error in (declared, *(e for one in found for e in one.remarks), cut) if error is not None]
        understood = {"encoding": decoded.encoding, "statements": str(len(found)), "sign convention": _sign_rule(found)}
        notes = list(_notes(found, named))
        if from_comments:
            notes.append(f"{from_comments} movements have their date or amount in a comment and were read from there.")
        if notes:
            understood["notes"] = " ".join(notes)
        return ParsedStatement(
            "ofx",
            tuple(account for one in found for account in one.accounts if account.lines or account.external_ref),
            tuple(sorted([*remarks[:MAX_ERRORS], *errors], key=lambda error: error.line or 0)[:MAX_ERRORS]),
            len(errors),
            understood,
            _questions(found),
            encoding=decoded.encoding,
            source_key=f"ofx:{_anywhere(named, 'ORG', 'BANKID', 'BROKERID')}"[:120],
        )


def _by_name(root: Node, leave_out: Container[str] = ()) -> Named:
    """The tags below that matter, by their names, each in file order: one walk, however often they are asked for."""
    named: Named = {name: [] for name in WANTED}
    for node in root.walk(leave_out):
        if node.name in named:
            named[node.name].append(node)
    return named


def _movements(named: Named) -> list[Node]:
    found = [node for name in MOVEMENTS for node in named[name]]
    return sorted(found, key=lambda node: node.start) if named["STMTTRNP"] else found


def _decimal_mark(named: Named) -> str:
    """The standard knows no thousands mark: 1,234 is no thousand unless other amounts prove a decimal point."""
    votes = decimal_mark_votes(node.value("TRNAMT") for node in _movements(named))
    if votes[","] != votes["."]:
        return "," if votes[","] > votes["."] else "."
    return "," if votes["?,"] > votes["?."] else "."


def _sign_rule(found: Sequence[_Found]) -> str:
    rules = dict.fromkeys(IN_WORDS.get(one.signs.rule, one.signs.rule) for one in found)
    return "; ".join(rules) or "as written"


def _questions(found: Sequence[_Found]) -> tuple[Question, ...]:
    return tuple(one.signs.question for one in found if one.signs.question is not None)[:1]


def _too_long(count: int, most: int) -> ParsedStatement:
    message = (
        f"The file holds {count} movements, more than {most}. Download shorter periods and import them one by one."
    )
    return ParsedStatement("ofx", errors=(LineError(None, "file", message),))


def _notes(found: list[_Found], named: Named) -> list[str]:
    notes: list[str] = []
    securities = sum(one.investment_lines for one in found)
    if securities:
        notes.append(
            f"{securities} investment movements (purchases, sales, reinvestments) are not cash lines and were left out."
        )
    if not found:
        notes.append("The file holds no account statement.")
    message = _anywhere(named, "MESSAGE")
    if message and not any(one.count for one in found):
        notes.append(f"The bank wrote: {message[:200]}")
    return notes


def _blocks(root: Node, named: Named) -> list[Node]:
    """The statements, and the root for movements that stand outside of all of them, in files whose tags are damaged."""
    blocks = sorted((node for name in STATEMENTS for node in named[name]), key=lambda node: node.start)
    return [*blocks, root] if _movements(_by_name(root, STATEMENTS)) else blocks


def _read_block(block: Node, file: _File) -> _Found:
    named = _by_name(block, STATEMENTS)
    written = block.value("CURDEF") or _anywhere(named, "CURDEF")
    currency = currency_code(written)
    found = _Found([], investment_lines=len(named["INVTRAN"]) + len(named["INVEXPENSE"]))
    if written and not currency:
        line = next((node.line for node in named["CURDEF"]), block.line)
        found.remarks.append(LineError(line, "currency", unknown_account_currency(written)))
    lines: list[ParsedLine] = []
    nodes: list[Node] = []
    for node in _movements(named):
        read = _read_line(node, currency, file)
        if isinstance(read, ParsedLine):
            lines.append(read)
            nodes.append(node)
        else:
            found.errors.append(read)
    found.remarks += _foreign(nodes, currency)
    if nodes and not block.name and file.has_statements:
        found.remarks.append(LineError(nodes[0].line, "account", OUTSIDE.format(len(nodes))))
    kinds = [node.value("TRNTYPE").upper() for node in nodes]
    found.signs, found.accounts = _settled(block, named, lines, kinds, file)
    return found


def _foreign(nodes: Sequence[Node], currency: str) -> list[LineError]:
    """Movements that state another currency than their account. By the standard their amounts are in that one, but
    banks state there what the amount was before it was exchanged: the account has one currency, and it is said."""
    codes = [
        (node.line, code) for node in nodes if (code := currency_code(_stated_currency(node))) not in ("", currency)
    ]
    if not codes or not currency:
        return []
    return [LineError(codes[0][0], "currency", FOREIGN.format(len(codes), codes[0][1], currency))]


def _settled(
    block: Node, named: Named, lines: list[ParsedLine], kinds: list[str], file: _File
) -> tuple[Signs, list[ParsedAccount]]:
    """The signs of a statement and its account; one for each currency where the statement names none of its own."""
    source = next((node for name in SOURCES for node in named[name]), None)
    kind = _kind(block, source)
    balance, as_of = _balance(named, file.decimal_mark)
    signs = decide_signs(lines, kinds, balance, is_card=kind == "credit_card", told=file.told_sign)
    total = sum((line.amount for line in lines), Decimal(0))
    balance = balance_under(signs.rule, balance, total, is_card=kind == "credit_card")
    lines = [signs.apply(line, kind) for line, kind in zip(lines, kinds, strict=True)]
    codes = dict.fromkeys(line.currency for line in lines) or {currency_code(_anywhere(named, "CURDEF")): None}
    is_only = len(codes) == 1
    return signs, [
        ParsedAccount(
            external_ref=_reference(source),
            kind=kind,
            currency=code,
            lines=tuple(line for line in lines if line.currency == code),
            closing_balance=balance if is_only else None,
            closing_balance_date=as_of if is_only and balance is not None else None,
        )
        for code in codes
    ]


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


def _balance(named: Named, mark: str) -> tuple[Decimal | None, date | None]:
    node = next(iter(named["LEDGERBAL"]), None)
    if node is None:
        return None, None
    amount = parse_amount(node.value("BALAMT"), mark)
    return (amount.value if amount else None), (_day(node.value("DTASOF")) if amount else None)


def _anywhere(named: Named, *names: str) -> str:
    """The first filled tag of the first of these names that has one."""
    return next((node.text for name in names for node in named[name] if node.text), "")


def _day(text: str) -> date | None:
    parts = read_date(text)
    if parts is None and len(text) > 8 and text[:8].isdigit():
        parts = read_date(text[:8])
    return (parts.in_order("DMY") or parts.in_order("MDY")) if parts else None


def _read_line(node: Node, currency: str, file: _File) -> ParsedLine | LineError:
    if node.is_open and file.is_cut:
        return LineError(node.line, "file", CUT_MOVEMENT)
    posted = node.value("DTPOSTED", "DTTRAN", "DTUSER", "DTAVAIL")
    day = _day(posted)
    if day is None:
        return LineError(node.line, "booking_date", date_message(posted))
    written = node.value("TRNAMT")
    amount = parse_amount(written, file.decimal_mark)
    if amount is None:
        return LineError(node.line, "amount", amount_message(written))
    stated = _stated_currency(node)
    if stated and not currency and not currency_code(stated):
        return LineError(node.line, "currency", unknown_currency(stated))
    return ParsedLine(
        line=node.line,
        booking_date=day,
        amount=amount.value,
        currency=currency or currency_code(stated),
        counterparty=_counterparty(node),
        description=node.value("MEMO"),
        value_date=_day(node.value("VALUEDATE", "DTAVAIL")),
        external_id=node.value("FITID"),
        raw=file.text[node.start : max(node.end, node.start)].strip(),
        is_pending=node.name == "STMTTRNP",
    )


def _stated_currency(node: Node) -> str:
    """What CURRENCY says that the amount is in. ORIGCURRENCY is only what it once was."""
    inner = node.child("CURRENCY")
    return (inner.value("CURSYM") or inner.text) if inner else ""


def _counterparty(node: Node) -> str:
    payee = node.child("PAYEE")
    return node.value("NAME", "EXTDNAME") or (payee.value("NAME") or payee.text if payee else "")
