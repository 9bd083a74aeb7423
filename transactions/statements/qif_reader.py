"""QIF, the interchange format of Quicken, as banks and finance programs write it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transactions.ledger.errors import LineError
from transactions.statements.decoding import decode
from transactions.statements.numbers import choose_decimal_mark, decimal_mark_votes, parse_amount
from transactions.statements.parsed import ParsedAccount, ParsedLine, ParsedStatement, ReaderContext
from transactions.statements.qif_dates import Order, decide, read_qif_date
from transactions.statements.qif_movements import CUT, Habits, read_movement
from transactions.statements.qif_records import INVESTMENTS, MONEY_KINDS, Account, Scanned, Section, scan

MAX_ERRORS = 1000
HEAD = 64_000
HEADER = re.compile(rb"(?:^|[\r\n])[ \t]*!(?:type|account|option|clear)\b", re.IGNORECASE)
# Records without a header: a date, some fields and a caret, each on a line of its own.
RECORD = re.compile(rb"(?:^|[\r\n])D[ \t]*\d[^\r\n]{3,40}(?:[\r\n]+[A-Z$%][^\r\n]*){1,40}[\r\n]+\^")
AMOUNT_LINE = re.compile(rb"[\r\n][TU][ \t]*[-+$]?[ \t]*\d")


@dataclass(slots=True)
class _Lines:
    lines: list[ParsedLine] = field(default_factory=list)


class QifReader:
    format = "qif"

    def recognise(self, data: bytes) -> float:
        head = data[:HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
        if head.lstrip()[:1] in (b"<", b"{"):
            return 0.0
        if HEADER.search(head):
            return 0.95
        return 0.85 if RECORD.search(head) and AMOUNT_LINE.search(head) else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        decoded = decode(data, told=context.overrides.encoding)
        scanned = scan(decoded.text)
        count = sum(len(section.records) for section in scanned.money)
        if count > context.max_lines:
            message = f"The file holds {count} movements, more than {context.max_lines}. Export shorter periods."
            return ParsedStatement("qif", errors=(LineError(None, "file", message),))
        mark, has_comma = _decimal_mark(scanned, context)
        order = _date_order(scanned, context, has_comma=has_comma)
        habits = Habits(order.order, mark, context.overrides.currency, scanned.categories, scanned.classes)
        accounts, errors = _accounts(scanned.money, habits)
        rejected = len(errors)
        errors += _cut_off(scanned, errors)
        understood = {
            "encoding": decoded.encoding,
            "date order": order.in_words,
            "decimal mark": "comma" if mark == "," else "point",
            "sign convention": "as written",
        }
        if notes := _notes(scanned, accounts):
            understood["notes"] = notes
        if (
            not rejected
            and not accounts
            and any(section.records for section in scanned.sections if section.is_investment)
        ):
            errors = [
                LineError(None, "file", "The file holds investments only. Import the cash account's file instead.")
            ]
        questions = (order.question,) if order.question and accounts else ()
        return ParsedStatement(
            "qif", accounts, tuple(errors[:MAX_ERRORS]), rejected, understood, questions, encoding=decoded.encoding,
            source_key=_source_key(scanned),
        )  # fmt: skip


def _decimal_mark(scanned: Scanned, context: ReaderContext) -> tuple[str, bool]:
    """The mark, and whether the amounts prove that it is a comma."""
    amounts = (text for one in scanned.money for record in one.records for code, text in record.fields if code in "TU$")
    votes = decimal_mark_votes(amounts)
    mark = context.overrides.decimal_mark or choose_decimal_mark(votes)
    return mark, votes[","] > votes["."]


def _date_order(scanned: Scanned, context: ReaderContext, *, has_comma: bool) -> Order:
    return decide(
        [[record.value("D") for record in section.records] for section in scanned.money],
        has_decimal_comma=has_comma,
        default_currency=context.overrides.currency or context.default_currency,
        today=context.today,
        override=context.overrides.date_order,
    )


def _accounts(sections: list[Section], habits: Habits) -> tuple[tuple[ParsedAccount, ...], list[LineError]]:
    """One account for each name; movements without one are an account of their own for each type."""
    found: dict[tuple[str, str], tuple[Section, _Lines]] = {}
    errors: list[LineError] = []
    for section in sections:
        key = (section.account.name, "" if section.account.name else section.type)
        lines = found.setdefault(key, (section, _Lines()))[1].lines
        for record in section.records:
            read = read_movement(record, section.account, habits)
            if isinstance(read, ParsedLine):
                lines.append(read)
            else:
                errors.append(read)
    accounts = tuple(_account(section, kept.lines, habits) for section, kept in found.values() if kept.lines)
    return accounts, sorted(errors, key=lambda error: error.line or 0)


def _cut_off(scanned: Scanned, errors: list[LineError]) -> list[LineError]:
    """What to say of a last record that is not closed; of a movement left out for it that is said already."""
    is_said = any(error.line == scanned.cut_at for error in errors)
    return [LineError(scanned.cut_at, "file", CUT)] if scanned.cut_at and not is_said else []


def _account(section: Section, lines: list[ParsedLine], habits: Habits) -> ParsedAccount:
    balance = parse_amount(section.account.balance, habits.decimal_mark)
    day = read_qif_date(section.account.balance_date)
    as_of = day.in_order(habits.date_order) if day else None
    is_stated = balance is not None and as_of is not None
    return ParsedAccount(
        name=section.account.name,
        kind=_kind(section.account, section.type),
        lines=tuple(lines),
        closing_balance=balance.value if balance and is_stated else None,
        closing_balance_date=as_of if is_stated else None,
    )


def _kind(account: Account, section_type: str) -> str:
    if account.type.startswith(INVESTMENTS):
        return "investment"
    return MONEY_KINDS.get(account.type, "") or MONEY_KINDS.get(section_type, "")


def _notes(scanned: Scanned, accounts: tuple[ParsedAccount, ...]) -> str:
    notes: list[str] = []
    investments = sum(len(section.records) for section in scanned.sections if section.is_investment)
    if investments:
        notes.append(
            f"{investments} investment movements were left out: they move securities, not this account's cash."
        )
    if not accounts:
        notes.append("The file holds no movements of a bank, card or cash account.")
    return " ".join(notes)


def _source_key(scanned: Scanned) -> str:
    """The same for every file of one program: its header types and how it writes a date."""
    first = next((record.value("D") for section in scanned.money for record in section.records), "")
    shape = re.sub(r"\d+", "9", re.sub(r"\s", "", first))[:12]
    return f"qif:{','.join(sorted({section.type for section in scanned.money}))[:60]}:{shape}"
