"""One statement of a CAMT file (Stmt, Rpt, Ntfctn): its account, its balances, its entries, and whether they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from transactions.ledger.errors import LineError
from transactions.statements.camt_entries import NO_DATE, Entry, bank_reference, texts_of
from transactions.statements.camt_fields import Balance, balance_of, day_in, day_of, identification
from transactions.statements.camt_texts import Holder
from transactions.statements.currencies import currency_code, unknown_account_currency
from transactions.statements.parsed import ParsedAccount, ParsedLine
from transactions.statements.xml_tree import Node

OPENING, CLOSING, INTERIM = ("OPBD", "PRCD"), ("CLBD",), ("ITBD",)
KINDS = {"CACC": "checking", "SVGS": "savings", "CARD": "credit_card", "LOAN": "loan", "CASH": "cash"}


@dataclass(slots=True)
class Block:
    """What one statement holds, gathered while it is read."""

    entries: list[Entry] = field(default_factory=list)
    errors: list[LineError] = field(default_factory=list)
    informational: int = 0
    node: Node | None = None
    created: date | None = None  # of the whole message


@dataclass(slots=True)
class Outcome:
    """The accounts of a block, one a currency, and what there is to say about them."""

    accounts: list[ParsedAccount] = field(default_factory=list)
    errors: list[LineError] = field(default_factory=list)  # one for each entry that was left out
    remarks: list[LineError] = field(default_factory=list)  # nothing was left out for these
    notes: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)
    checked: int = 0


def settle(block: Block) -> Outcome:
    """The lines of a block with everything that stands around them known."""
    outcome = Outcome(errors=list(block.errors))
    account = block.node.child("Acct") if block.node is not None else None
    reference = identification(account)
    currency = _account_currency(account, outcome)
    balances = [found for bal in block.node.all("Bal") if (found := balance_of(bal))] if block.node is not None else []
    holder = _holder(account, reference)
    lines: dict[str, list[tuple[Entry, ParsedLine]]] = {}
    fallback = _statement_day(block, balances)
    own = currency or next((balance.currency for balance in balances if balance.currency), "")
    for entry in block.entries:
        line = _line(entry, own, fallback, holder, outcome)
        if line is not None:
            lines.setdefault(line.currency, []).append((entry, line))
    codes = list(lines) or [own]
    if own in {balance.currency or own for balance in balances} and own not in codes:
        codes.insert(0, own)
    for code in codes:
        mine = [balance for balance in balances if (balance.currency or own) == code]
        stub = ParsedAccount(reference, _name(account), _kind(account), code)
        outcome.accounts.append(_account(stub, lines.get(code, []), mine, outcome))
    _note_stated_count(block, outcome)
    if block.informational:
        outcome.notes["entries that are only information and were not booked"] += block.informational
    return outcome


def _note_stated_count(block: Block, outcome: Outcome) -> None:
    """Whether the file holds as many entries as its summary says: a cut or filtered file does not."""
    summary = block.node.find("TtlNtries") if block.node is not None else None
    text = summary.value("NbOfNtries") if summary is not None else ""
    found = len(block.entries) + len(block.errors) + block.informational
    if text.isdecimal() and len(text) < 10 and int(text) != found:
        outcome.notes[f"entries found in a statement whose summary says {int(text)}"] += found


def _account(
    stub: ParsedAccount, pairs: list[tuple[Entry, ParsedLine]], balances: Sequence[Balance], outcome: Outcome
) -> ParsedAccount:
    """The account with its lines and balances; what does not agree goes into the outcome."""
    booked = sum((line.amount for _, line in pairs if not line.is_pending), Decimal(0))
    opening, closing = _opening_and_closing(balances, booked)
    if opening is not None and closing is not None:
        pairs, booked = _with_reversals_as_balanced(pairs, booked, closing.amount - opening.amount, outcome)
        outcome.checked += 1
        if opening.amount + booked != closing.amount:
            difference = closing.amount - opening.amount - booked
            outcome.differences.append(f"{difference} {stub.currency}".strip())
    return replace(
        stub,
        lines=tuple(line for _, line in pairs),
        opening_balance=opening.amount if opening is not None else None,
        closing_balance=closing.amount if closing is not None else None,
        closing_balance_date=closing.day if closing is not None else None,
    )


def _line(entry: Entry, own: str, fallback: date | None, holder: Holder, outcome: Outcome) -> ParsedLine | None:
    day = entry.booking or entry.value or entry.details.day or fallback
    if day is None:
        outcome.errors.append(LineError(entry.line, "booking_date", NO_DATE))
        return None
    if entry.booking is None:
        outcome.notes["entries without a booking date took " + _source(entry)] += 1
    who, text = texts_of(entry, holder)
    if entry.details.count > 1:
        outcome.notes["entries sum up several payments and are one line each"] += 1
    return ParsedLine(
        line=entry.line,
        booking_date=day,
        amount=entry.amount,
        currency=entry.currency or own,
        counterparty=who,
        description=text,
        value_date=entry.value,
        external_id=bank_reference(entry),
        raw=entry.raw,
        is_pending=entry.is_pending,
    )


def _source(entry: Entry) -> str:
    if entry.value is not None:
        return "the value date"
    return "the date of their payment" if entry.details.day is not None else "the date of the statement"


def _opening_and_closing(balances: Sequence[Balance], booked: Decimal) -> tuple[Balance | None, Balance | None]:
    """The oldest booked balance at the start and the newest at the end; interim ones where the file has no others."""
    opening = next((found for code in OPENING if (found := _edge(balances, code, newest=False)) is not None), None)
    closing = next((found for code in CLOSING if (found := _edge(balances, code, newest=True)) is not None), None)
    interim = [balance for balance in balances if balance.code in INTERIM]
    if opening is None and len(interim) > 1 and closing is None:
        # Pages of one statement start and end with an interim balance; the sum says which is which.
        first, last = interim[0], interim[-1]
        return (last, first) if last.amount + booked == first.amount else (first, last)
    if opening is None and closing is not None and len(interim) == 1 and interim[0].amount + booked == closing.amount:
        opening = interim[0]
    if closing is None and interim:
        closing = interim[-1]
    return opening, closing


def _edge(balances: Sequence[Balance], code: str, *, newest: bool) -> Balance | None:
    found = [balance for balance in balances if balance.code == code]
    if not found:
        return None
    if newest:
        return max(enumerate(found), key=lambda pair: (pair[1].day or date.min, pair[0]))[1]
    return min(found, key=lambda balance: balance.day or date.min)


def _with_reversals_as_balanced(
    pairs: list[tuple[Entry, ParsedLine]], booked: Decimal, expected: Decimal, outcome: Outcome
) -> tuple[list[tuple[Entry, ParsedLine]], Decimal]:
    """By the standard the sign of a reversal is its own. Some banks print that of the payment taken back; the balances
    tell: only when they check with the signs turned, and not without, are they turned."""
    reversed_sum = sum((line.amount for entry, line in pairs if entry.is_reversal and not line.is_pending), Decimal(0))
    if booked == expected or not reversed_sum or booked - 2 * reversed_sum != expected:
        return pairs, booked
    turned = [(entry, replace(line, amount=-line.amount) if entry.is_reversal else line) for entry, line in pairs]
    outcome.notes["reversals turned, because only then the balances agree"] += sum(e.is_reversal for e, _ in turned)
    return turned, expected


def _statement_day(block: Block, balances: Sequence[Balance]) -> date | None:
    """A day for entries that have none: the end of the period, the closing balance's, the creation of the file."""
    if block.node is not None:
        period = block.node.child("FrToDt")
        for text in (period.value("ToDtTm"), period.value("ToDt")) if period is not None else ():
            if text and (day := day_of(text)) is not None:
                return day
    closing = _edge(balances, "CLBD", newest=True)
    if closing is not None and closing.day is not None:
        return closing.day
    created = day_in(block.node.child("CreDtTm")) if block.node is not None else None
    return created or block.created


def _account_currency(account: Node | None, outcome: Outcome) -> str:
    node = account.child("Ccy") if account is not None else None
    if node is None or not node.text:
        return ""
    code = currency_code(node.text)
    if not code:
        outcome.remarks.append(LineError(node.line, "currency", unknown_account_currency(node.text)))
    return code


def _holder(account: Node | None, reference: str) -> Holder:
    if account is None:
        return Holder()
    owner = account.child("Ownr")
    names = [node.text for node in owner.walk() if node.name == "Nm"] if owner is not None else []
    return Holder(reference, frozenset(name.casefold() for name in (*names, account.value("Nm")) if name))


def _name(account: Node | None) -> str:
    """The account's own name, else its owner's."""
    if account is None:
        return ""
    owner = account.child("Ownr")
    owned_by = owner.find("Nm") if owner is not None else None
    return " ".join((account.value("Nm") or (owned_by.text if owned_by is not None else "")).split())


def _kind(account: Node | None) -> str:
    kind = account.child("Tp") if account is not None else None
    return KINDS.get(next(kind.texts(), "").upper(), "") if kind is not None else ""
