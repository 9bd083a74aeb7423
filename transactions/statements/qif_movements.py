"""One QIF record as a movement: amount, splits, category, class and transfer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from transactions.ledger.errors import LineError
from transactions.statements.numbers import parse_amount
from transactions.statements.parsed import ParsedLine, ParsedSplit
from transactions.statements.qif_dates import NAMES, read_qif_date
from transactions.statements.qif_records import OPENING, SPLIT_CODES, Account, Record

MOST_SHARES = 1000
SPLIT_MARK = "--split--"


@dataclass(frozen=True, slots=True)
class Habits:
    """What was decided for the whole file."""

    date_order: str
    decimal_mark: str
    currency: str
    categories: frozenset[str]
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Target:
    """What an L or S field says."""

    category: str = ""
    account: str = ""
    tags: tuple[str, ...] = ()


CUT = (
    "The file ends before this record is closed by ^: it was cut off, and movements may be missing. Download it "
    "again and import that."
)
CUT_MOVEMENT = "The file was cut off inside this movement, so it was left out. Download the file again and import that."
TORN = "DTU$"  # fields of whose value a part would be another value


def read_movement(record: Record, account: Account, habits: Habits) -> ParsedLine | LineError:
    """The movement, or what is wrong with the record."""
    read = _read(record, account, habits)
    is_cut = record.is_open and (isinstance(read, LineError) or (record.is_torn and record.fields[-1][0] in TORN))
    return LineError(record.line, "file", CUT_MOVEMENT) if is_cut else read


def _read(record: Record, account: Account, habits: Habits) -> ParsedLine | LineError:
    day = _day(record, habits)
    if isinstance(day, LineError):
        return day
    written = record.value("T") or record.value("U")
    amount = parse_amount(written, habits.decimal_mark)
    if amount is None:
        return LineError(record.line, "amount", _amount_message(written))
    target = _target(record.value("L"), habits)
    splits, remark = _splits(record, amount.value, habits)
    payee = record.value("P")
    is_opening = payee.casefold() in OPENING
    transfer = "" if is_opening or target.account == account.name else target.account
    return ParsedLine(
        line=record.line,
        booking_date=day,
        amount=amount.value,
        currency=amount.currency or habits.currency,
        counterparty=payee,
        description=_description(record, remark),
        raw=record.raw,
        category_hint="" if splits else target.category,
        tags=target.tags,
        splits=splits,
        transfer_to=transfer,
    )


def _day(record: Record, habits: Habits) -> date | LineError:
    written = record.value("D")
    parts = read_qif_date(written)
    day = parts.in_order(habits.date_order) if parts else None
    if day is not None:
        return day
    if not written:
        return LineError(
            record.line, "booking_date", "This movement has no date (a line with D). Add it and import again."
        )
    order = NAMES[habits.date_order]
    message = f"{written[:40]!r} cannot be read as {order} like the others. Correct it in the file and import again."
    return LineError(record.line, "booking_date", message)


def _amount_message(written: str) -> str:
    if not written:
        return "This movement has no amount (a line with T). Add it and import again."
    return f"{written[:40]!r} is not an amount. Correct the line with T to a plain number and import again."


def _description(record: Record, remark: str) -> str:
    parts = [" ".join(record.values("M")), remark]
    number = record.value("N")
    if number.isdigit():
        parts.append(f"No. {number}")
    return " ".join(part for part in parts if part)


def _target(text: str, habits: Habits) -> _Target:
    """'Food:Groceries/Trip' is a category and a class, '[Savings]/Trip' a transfer and a class."""
    text = text.strip()
    if not text or text.casefold() == SPLIT_MARK:
        return _Target()
    if text.startswith("["):
        name, _, rest = text[1:].partition("]")
        return _Target(account=name.strip(), tags=_tags(rest.lstrip("/")))
    category, slash, after = text.rpartition("/")
    is_class = (
        bool(slash)
        and text not in habits.categories
        and (after.strip() in habits.classes or category.strip() in habits.categories)
    )
    if not is_class:
        category, after = text, ""
    if "|[" in category:
        category, _, name = category.partition("|[")
        return _Target(_path(category), name.rstrip("] ").strip(), _tags(after))
    return _Target(_path(category), tags=_tags(after))


def _tags(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(":") if part.strip())


def _path(category: str) -> str:
    return ": ".join(part.strip() for part in category.split(":") if part.strip())


def _splits(record: Record, amount: Decimal, habits: Habits) -> tuple[tuple[ParsedSplit, ...], str]:
    """The shares where they sum to the amount; else none, and in words what they said."""
    shares = _shares(record)
    if len(shares) < 2:
        return (), ""
    if len(shares) > MOST_SHARES:
        return (), f"(split into {len(shares)} shares)"
    values = [parse_amount(share.get("$", ""), habits.decimal_mark) for share in shares]
    if all(values) and sum((value.value for value in values if value), Decimal(0)) == amount:
        return tuple(
            ParsedSplit(value.value, _share_name(share, habits), share.get("E", "").strip())
            for share, value in zip(shares, values, strict=True)
            if value is not None
        ), ""
    said = "; ".join(
        " ".join(part for part in (share.get(code, "").strip() for code in SPLIT_CODES) if part) for share in shares
    )
    return (), f"(split: {said[:400]})"


def _share_name(share: dict[str, str], habits: Habits) -> str:
    target = _target(share.get("S", ""), habits)
    return target.category or (f"[{target.account}]" if target.account else "")


def _shares(record: Record) -> list[dict[str, str]]:
    """Each S opens a share; E, $ and % belong to the one before. An amount without an S is one of its own."""
    shares: list[dict[str, str]] = []
    for code, text in record.fields:
        if code not in SPLIT_CODES:
            continue
        if code == "S" or not shares or code in shares[-1]:
            shares.append({})
        shares[-1][code] = text
    return [share for share in shares if share.get("$", "").strip()]
