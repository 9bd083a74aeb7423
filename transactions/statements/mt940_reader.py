"""MT940 and MT942, the bank-to-customer statements of SWIFT, in the dialects banks and home-banking programs write."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from transactions.ledger.errors import LineError
from transactions.statements.currencies import currency_code, unknown_account_currency
from transactions.statements.decoding import decode
from transactions.statements.mt940_details import read_details, read_numbered
from transactions.statements.mt940_entry import Balance, Entry, read_balance, read_entry
from transactions.statements.mt940_fields import Field, Message, split_messages
from transactions.statements.parsed import ParsedAccount, ParsedLine, ParsedStatement, ReaderContext

MAX_ERRORS = 1000
HEAD = 64_000
START = re.compile(rb"(?:^|[\r\n\x01]|\{4:|@@)[ \t]{0,8}:(20|25P?|28C?):")
BODY = re.compile(rb"(?:^|[\r\n]|@@)[ \t]{0,8}:(?:60[FM]|61|62[FM]|34F):\s?[\dA-Z]")
LINELESS = re.compile(rb"\s{0,20}:20:[^\r\n]{1,200}:60[FM]:[CD]\d{6}[A-Z]{3}")  # every field on one line
IBAN_WITH_CURRENCY = re.compile(r"([A-Z]{2}\d{2}[A-Z0-9]{10,30}?)\s*/?\s*([A-Z]{3})?")
MESSAGES = {
    "value_date": "{0!r} has no date that exists. Correct the :61: line to YYMMDD and import again.",
    "amount": "{0!r} has no amount with C or D before it. Correct the :61: line and import the file again.",
}
CUT = (
    "This statement has an opening balance and no closing one (:62F:): the file was cut off here, and movements may be "
    "missing. Download it again and import that."
)
CUT_MOVEMENT = "The file ends inside this movement, so it was left out. Download the statement again."
TWO_CURRENCIES = "This statement opens in {0} and closes in {1}. {0} was taken; check it, or download the file again."
NOTHING_READ = (
    "No movement and no pair of balances could be read in this file. It may be damaged: download the statement again."
)
NO_MOVEMENTS = "The file holds no movements."


@dataclass(slots=True)
class _Draft:
    """One entry with the texts that belong to it."""

    source: Field
    entry: Entry
    texts: list[Field] = field(default_factory=list)
    numbered: Field | None = None


@dataclass(slots=True)
class _Block:
    """One message of the file, read."""

    ref: str
    name: str
    currency: str
    opening: Balance | None
    closing: Balance | None
    drafts: list[_Draft] = field(default_factory=list)
    errors: list[LineError] = field(default_factory=list)
    rejected: int = 0
    is_interim: bool = False  # MT942: it states no balances

    @property
    def total(self) -> Decimal:
        return sum((draft.entry.amount for draft in self.drafts), Decimal(0))

    @property
    def difference(self) -> Decimal | None:
        """What is missing between the stated balances and the entries; None when no two balances are stated."""
        if self.opening is None or self.closing is None:
            return None
        return self.opening.amount + self.total - self.closing.amount


class Mt940Reader:
    format = "mt940"

    def recognise(self, data: bytes) -> float:
        head = data[:HEAD].replace(b"\x00", b"")
        if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith((b"<", b"%PDF", b"PK")):
            return 0.0
        found = {match[1][:2] for match in START.finditer(head)}
        if LINELESS.match(head):
            return 0.95
        if BODY.search(head) is None:
            return 0.9 if {b"20", b"25", b"28"} <= found else 0.0
        return 0.97 if found else 0.6

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        decoded = decode(data, told=context.overrides.encoding)
        blocks = [block for message in split_messages(decoded.text) if (block := _read_message(message)) is not None]
        count = sum(len(block.drafts) for block in blocks)
        if count > context.max_lines:
            return _too_long(count, context.max_lines)
        notes = _settle_reversals(blocks)
        by_entry_date = all(draft.entry.entry_date for block in blocks for draft in block.drafts)
        accounts = tuple(_account(same, by_entry_date=by_entry_date) for same in _by_account(blocks))
        errors = sorted((error for block in blocks for error in block.errors), key=lambda error: error.line or 0)
        if not count and not errors and not _is_rightly_empty(blocks):
            errors = [LineError(None, "file", NOTHING_READ)]
        understood = _understood(blocks, decoded.encoding, by_entry_date=by_entry_date)
        if not count:
            notes.append(NO_MOVEMENTS)
        if notes:
            understood["notes"] = " ".join(notes)
        rejected = sum(block.rejected for block in blocks)
        return ParsedStatement(
            "mt940", accounts, tuple(errors[:MAX_ERRORS]), rejected, understood, encoding=decoded.encoding
        )


def _is_rightly_empty(blocks: list[_Block]) -> bool:
    """Statements without movements, as banks send them: the balances agree, or it is an interim report."""
    return bool(blocks) and all(block.is_interim or block.difference == 0 for block in blocks)


def _too_long(count: int, most: int) -> ParsedStatement:
    message = (
        f"The file holds {count} movements, more than {most}. Download shorter periods and import them one by one."
    )
    return ParsedStatement("mt940", errors=(LineError(None, "file", message),))


def _read_message(message: Message) -> _Block | None:
    if not any(one.tag.startswith(("25", "60", "61", "62", "34")) for one in message.fields):
        return None
    ref, ref_currency = _reference(message.first("25", "25P"))
    opening = read_balance(message.first("60F", "60M", "60"))
    closing = read_balance(message.last("62F", "62M", "62"))
    stated = [balance.currency for balance in (opening, closing) if balance and balance.currency]
    currency = next(iter(stated), "") or _floor_currency(message) or ref_currency
    block = _Block(ref, _holder(message), currency, opening, closing)
    block.is_interim = message.first("34F", "90C", "90D") is not None
    is_cut = message.first("60F", "60M") is not None and message.last("62F", "62M", "62") is None
    _read_entries(message, block, is_cut=is_cut)
    _remark(message, block, stated, is_cut=is_cut)
    return block


def _remark(message: Message, block: _Block, stated: list[str], *, is_cut: bool) -> None:
    """What is odd about the statement as a whole; no movement is left out for it."""
    last, first = message.fields[-1], message.first("60F", "60M", "60", "62F", "62M", "62")
    if is_cut:
        block.errors.append(LineError(last.line + len(last.lines) - 1, "file", CUT))
    if len(set(stated)) > 1:
        block.errors.append(LineError(first.line if first else None, "currency", TWO_CURRENCIES.format(*stated)))
    written = next((one.written for one in (block.opening, block.closing) if one and one.written), "")
    if written and not block.currency:
        block.errors.append(LineError(first.line if first else None, "currency", unknown_account_currency(written)))


def _read_entries(message: Message, block: _Block, *, is_cut: bool) -> None:
    last: _Draft | None = None
    for one in message.fields:
        if one.tag == "61":
            last = _read_entry(one, block, is_last=is_cut and one is message.fields[-1])
        elif one.tag == "86" and last is not None:
            last.texts.append(one)
        elif one.tag == "NS" and last is not None:
            last.numbered = one
        elif one.tag.startswith(("62", "64", "90")):
            last = None  # texts from here on are about the statement


def _read_entry(source: Field, block: _Block, *, is_last: bool) -> _Draft | None:
    """`is_last`: the file ends with this line, and not where a statement ends: the amount may be cut in the middle."""
    read = read_entry(source)
    written = source.lines[0].strip()[:40]
    if is_last and (isinstance(read, str) or read.is_bare):
        block.errors.append(LineError(source.line, "file", CUT_MOVEMENT))
        block.rejected += 1
        return None
    if isinstance(read, str):
        block.errors.append(LineError(source.line, read, MESSAGES[read].format(written)))
        block.rejected += 1
        return None
    if read.value_date is None:
        message = f"The value date in {written!r} does not exist. The movement was kept under its booking date."
        block.errors.append(LineError(source.line, "value_date", message))
    draft = _Draft(source, read)
    block.drafts.append(draft)
    return draft


def _reference(source: Field | None) -> tuple[str, str]:
    """The account as stated, and the currency some banks write behind it."""
    text = " ".join(source.lines[0].split()).lstrip("/") if source else ""
    match = IBAN_WITH_CURRENCY.fullmatch(text.replace(" ", ""))
    if match and match[2] and currency_code(match[2]):
        return match[1], match[2]
    bare, code = text[:-3].rstrip(" /"), text[-3:]
    if code.isupper() and currency_code(code) and bare[-1:].isdigit():
        return bare, code
    return text, ""


def _floor_currency(message: Message) -> str:
    """MT942 states no balances: its floor limit and its totals name the currency."""
    for tag in ("34F", "90D", "90C", "64", "65"):
        source = message.first(tag)
        match = re.match(r"\s*\d{0,5}(?:[CD]\d{6})?([A-Z]{3})", source.text) if source else None
        if match and currency_code(match[1]):
            return match[1]
    return ""


def _holder(message: Message) -> str:
    """Line 22 of an :NS: field before the entries is the holder's name; 23 what the account is called."""
    for one in message.fields:
        if one.tag == "61":
            break
        if one.tag == "NS":
            return next((line[2:].strip() for line in one.lines if line.startswith("23") and line[2:].strip()), "")
    return ""


def _settle_reversals(blocks: list[_Block]) -> list[str]:
    """RC takes a credit back and RD a debit. Where the balances only agree the other way round, they mean the other."""
    notes: list[str] = []
    for block in blocks:
        reversals = sum((d.entry.amount for d in block.drafts if d.entry.is_reversal), Decimal(0))
        if reversals and block.difference == 2 * reversals:
            for draft in block.drafts:
                if draft.entry.is_reversal:
                    draft.entry = replace(draft.entry, amount=-draft.entry.amount)
            notes.append(f"From line {block.drafts[0].source.line} on, RC adds and RD takes away: the balances say so.")
    return notes


def _by_account(blocks: list[_Block]) -> list[list[_Block]]:
    """Statements of one account and currency together, in file order; those without a number stay apart."""
    groups: dict[tuple[str, str, int], list[_Block]] = {}
    known = {block.ref: block.currency for block in reversed(blocks) if block.ref and block.currency}
    for index, block in enumerate(blocks):
        block.currency = block.currency or known.get(block.ref, "")
        groups.setdefault((block.ref, block.currency, 0 if block.ref else index), []).append(block)
    return list(groups.values())


def _account(blocks: list[_Block], *, by_entry_date: bool) -> ParsedAccount:
    drafts = [draft for block in blocks for draft in block.drafts]
    used = Counter(draft.entry.bank_reference for draft in drafts)
    lines = tuple(
        _line(draft, blocks[0].currency, by_entry_date=by_entry_date, has_own_id=used[draft.entry.bank_reference] == 1)
        for draft in drafts
    )
    opened = [(block.opening.day or date.min, n, block.opening) for n, block in enumerate(blocks) if block.opening]
    closed = [(block.closing.day or date.min, n, block.closing) for n, block in enumerate(blocks) if block.closing]
    opening = min(opened, key=lambda one: one[:2])[2] if opened else None
    closing = max(closed, key=lambda one: one[:2])[2] if closed else None
    return ParsedAccount(
        external_ref=blocks[0].ref,
        name=next((block.name for block in blocks if block.name), ""),
        currency=blocks[0].currency,
        lines=lines,
        opening_balance=opening.amount if opening else None,
        closing_balance=closing.amount if closing else None,
        closing_balance_date=closing.day if closing else None,
    )


def _line(draft: _Draft, currency: str, *, by_entry_date: bool, has_own_id: bool) -> ParsedLine:
    entry = draft.entry
    day = entry.entry_date if by_entry_date or entry.value_date is None else entry.value_date
    assert day is not None  # read_entry gives no entry without a date
    details = read_details(draft.texts, entry.supplement)
    if not draft.texts and draft.numbered is not None:
        details = read_numbered(draft.numbered)
    description = details.description or entry.customer_reference
    return ParsedLine(
        line=draft.source.line,
        booking_date=day,
        amount=entry.amount,
        currency=currency,
        counterparty=details.counterparty or entry.name,
        description=description,
        value_date=entry.value_date,
        external_id=entry.bank_reference if has_own_id else "",
        raw=_raw(draft),
        is_pending=entry.is_expected,
    )


def _raw(draft: _Draft) -> str:
    parts = [draft.source, *draft.texts, *([draft.numbered] if draft.numbered else [])]
    return "\n".join(f":{part.tag}:{part.text}".rstrip() for part in parts)


def _understood(blocks: list[_Block], encoding: str, *, by_entry_date: bool) -> dict[str, str]:
    differences = [block.difference for block in blocks if block.difference is not None]
    agreeing = sum(not difference for difference in differences)
    understood = {
        "encoding": encoding,
        "statements": str(len(blocks)),
        "booking date": "entry date" if by_entry_date else "value date; not every line states an entry date",
        "sign convention": "C adds, D takes away; RC and RD the other way round",
    }
    if differences:
        understood["balances"] = f"{agreeing} of {len(differences)} statements: opening balance + movements = closing"
    return understood
