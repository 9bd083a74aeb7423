"""The :61: line of MT940 and MT942, and the balances: dates, sign, amount and references."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from transactions.statements.currencies import currency_code
from transactions.statements.dates import make_date
from transactions.statements.mt940_fields import Field

AMOUNT = r"[+-]?\s?\d[\d.,']{0,24}|[+-]?,\d{1,4}"
ENTRY = re.compile(
    rf"\s*(?P<value>\d{{6}}|(?:19|20)\d{{6}})(?P<entry>\d{{4}})?\s?(?P<mark>[A-Za-z]{{1,4}}?)\s?(?P<amount>{AMOUNT})"
    r"(?P<rest>.*)",
    re.DOTALL,
)
BALANCE = re.compile(
    rf"\s*(?P<mark>[CD])[A-Z]?\s?(?P<day>\d{{6}})?\s?(?P<currency>[A-Za-z]{{3}})?\s?(?P<amount>{AMOUNT})"
)
# What is asked for in a mark, longest first: expected entries (MT942), reversals, plain ones.
MARKS = {"RC": -1, "RD": 1, "EC": 1, "ED": -1, "C": 1, "D": -1, "H": 1, "S": -1}
LOST = "\ufffd"  # a byte that could not be read, perhaps a figure of the amount
REFERENCE_LENGTH = 16
NO_REFERENCE = ("NONREF", "NOREF", "NOTPROVIDED", "KREF+", "EREF", "PREF", "MARF")


@dataclass(frozen=True, slots=True)
class Entry:
    """One :61: line. `amount` is signed from the holder's view; `is_reversal`: RC or RD made the sign."""

    value_date: date | None
    entry_date: date | None
    amount: Decimal
    is_reversal: bool
    is_expected: bool
    customer_reference: str
    bank_reference: str
    name: str  # who is named behind the padded reference, in old Dutch files
    supplement: str  # what the bank adds on the following line
    is_bare: bool = False  # nothing stands behind the amount, not even the type code that every line has


@dataclass(frozen=True, slots=True)
class Balance:
    amount: Decimal
    day: date | None
    currency: str  # ISO 4217, '' where what is written is none
    written: str = ""  # the currency as it stands there


def read_entry(field: Field) -> Entry | str:
    """The entry, or in words which part of the line is wrong: 'value_date' or 'amount'."""
    match = ENTRY.match(field.text)
    if match is None:
        return "value_date" if not re.match(r"\s*\d{6}", field.text) else "amount"
    mark = match["mark"].upper()
    known = next((one for one in MARKS if mark.startswith(one)), "")
    amount = read_amount(match["amount"])
    if amount is None or not known or match["rest"].startswith(LOST):
        return "amount"
    value = read_day(match["value"])
    entry = _entry_day(match["entry"], value, match["value"]) if match["entry"] else None
    if value is None and entry is None:
        return "value_date"
    customer, bank, name, supplement = _references(match["rest"])
    is_reversal = known in ("RC", "RD")
    is_bare = not match["rest"].strip()
    return Entry(
        value, entry, MARKS[known] * amount, is_reversal, known[0] == "E", customer, bank, name, supplement, is_bare
    )


def read_balance(field: Field | None) -> Balance | None:
    """A balance such as 'C130102EUR1234,56', signed."""
    match = BALANCE.match(field.text) if field else None
    amount = read_amount(match["amount"]) if match else None
    if match is None or amount is None:
        return None
    written = match["currency"] or ""
    day = read_day(match["day"]) if match["day"] else None
    return Balance(amount if match["mark"] == "C" else -amount, day, currency_code(written), written)


def read_amount(text: str) -> Decimal | None:
    """SWIFT writes a comma before the decimals, always; some banks write a point, or thousands marks besides."""
    bare = text.replace(" ", "").replace("'", "")
    sign, bare = (-1 if bare.startswith("-") else 1), bare.lstrip("+-")
    last = max(bare.rfind(","), bare.rfind("."))
    head, tail, mark = (bare[:last], bare[last + 1 :], bare[last]) if last >= 0 else (bare, "", "")
    if mark and (mark in head or (mark == "." and len(tail) == 3 and not head.startswith("0") and "," not in head)):
        head, tail = bare, ""  # every mark stands between thousands
    if not _are_thousands(head):
        return None
    digits = head.replace(",", "").replace(".", "")
    if not (digits + tail).isdigit() or not (digits + tail).isascii():
        return None
    return sign * Decimal(f"{digits or '0'}.{tail or '0'}" if tail else digits or "0")


def _are_thousands(head: str) -> bool:
    """Whether what stands before the decimals has one kind of mark and three digits behind each, or two as in India."""
    if "," in head and "." in head:
        return False
    first, *groups = head.replace(",", ".").split(".")
    if not groups:
        return True
    return 1 <= len(first) <= 3 and len(groups[-1]) == 3 and all(len(group) in (2, 3) for group in groups)


def read_day(text: str) -> date | None:
    """YYMMDD, or YYYYMMDD where a bank writes the century."""
    if not text.isascii() or not text.isdigit():
        return None
    head, month, day = text[:-4], int(text[-4:-2]), int(text[-2:])
    return make_date(int(head), month, day)


def _entry_day(text: str, value: date | None, written: str) -> date | None:
    """MMDD in the year in which it lies closest to the value date: January entries may be valued in December."""
    year = value.year if value else 2000 + int(written[-6:-4])
    month, day = int(text[:2]), int(text[2:])
    days = [made for one in (year, year - 1, year + 1) if (made := make_date(one, month, day))]
    if value is None:
        return days[0] if days else None
    return min(days, key=lambda made: abs((made - value).days), default=None)


def _references(rest: str) -> tuple[str, str, str, str]:
    """The customer's reference, the bank's, a name and the supplement: 'NTRFNONREF//B4E07\\nnext line'."""
    first, _, following = rest.partition("\n")
    first = first.lstrip(" ")
    first = first[4:] if first[:1].isalpha() else first  # the type code: a letter and three more
    customer, slashes, bank = first.partition("//")
    extra = ""
    if not slashes and customer[REFERENCE_LENGTH - 1 : REFERENCE_LENGTH] == " ":
        customer, extra = customer[:REFERENCE_LENGTH], customer[REFERENCE_LENGTH:]
    if slashes and " " in bank.strip() and len(bank.rstrip()) > REFERENCE_LENGTH:
        bank, extra = bank[:REFERENCE_LENGTH], bank[REFERENCE_LENGTH:]
    bank = bank.strip().partition("/")[0]  # what follows a slash are the bank's own codes
    return _known(customer), _known(bank), " ".join(extra.split()), " ".join(following.split())


def _known(reference: str) -> str:
    bare = " ".join(reference.split())
    return (
        "" if bare.upper().rstrip("+") in {word.rstrip("+") for word in NO_REFERENCE} or not bare.strip("0N-") else bare
    )
