"""QIF text to sections and records: headers, account lists and the fields of each record, nothing decided yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

HEADER = re.compile(r"\s*!\s*(account|type|option|clear)\s*:?\s*(.*)", re.IGNORECASE)
MONEY_KINDS = {
    "bank": "checking", "cash": "cash", "ccard": "credit_card", "oth a": "", "oth l": "loan", "oth s": "",
    "creditcard": "credit_card", "credit card": "credit_card", "checking": "checking", "savings": "savings",
    "liability": "loan", "asset": "",
}  # fmt: skip
INVESTMENTS = ("invst", "port", "mutual", "401", "invest", "ira", "brokerage", "stock")
LISTS = ("cat", "class", "memorized", "security", "prices", "budget", "tag", "template", "invitem", "tax", "category")
SPLIT_CODES = "SE$%"
OPENING = ("opening balance", "starting balance", "anfangssaldo", "saldo inicial", "solde initial", "saldo iniziale")


@dataclass(slots=True)
class Record:
    """What stands between two carets: code and content of each line, in order."""

    line: int  # 1-based
    fields: list[tuple[str, str]] = field(default_factory=list)

    def value(self, code: str) -> str:
        """The first filled field of this code outside the splits."""
        return next((text for one, text in self.fields if one == code and text.strip()), "").strip()

    def values(self, code: str) -> list[str]:
        return [text.strip() for one, text in self.fields if one == code and text.strip()]

    @property
    def raw(self) -> str:
        return "\n".join(code + text for code, text in self.fields)


@dataclass(slots=True)
class Account:
    """One account as an !Account record states it, or an unnamed one for movements without."""

    name: str = ""
    type: str = ""
    description: str = ""
    balance: str = ""
    balance_date: str = ""


@dataclass(slots=True)
class Section:
    """Records under one !Type header, of one account."""

    type: str  # lower case, as written
    account: Account
    records: list[Record] = field(default_factory=list)

    @property
    def is_list(self) -> bool:
        return self.type.startswith(LISTS)

    @property
    def is_investment(self) -> bool:
        return self.type.startswith(INVESTMENTS)


@dataclass(slots=True)
class Scanned:
    sections: list[Section]
    categories: frozenset[str]
    classes: frozenset[str]

    @property
    def money(self) -> list[Section]:
        return [one for one in self.sections if not one.is_list and not one.is_investment]


def scan(text: str) -> Scanned:
    """Every section with its records, in file order."""
    scanner = _Scanner()
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        scanner.take(number, line)
    scanner.end_record()
    lists = {kind: set[str]() for kind in ("cat", "class", "tag")}
    for section in scanner.sections:
        kind = next((one for one in lists if section.type.startswith(one)), "")
        if kind:
            lists[kind] |= {record.value("N") for record in section.records}
    return Scanned(scanner.sections, frozenset(lists["cat"]), frozenset(lists["class"] | lists["tag"]))


class _Scanner:
    """Which account and which type the next record belongs to."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self._record = Record(0)
        self._account = Account()
        self._in_accounts = False
        self._section: Section | None = None

    def take(self, number: int, line: str) -> None:
        if (header := HEADER.match(line)) is not None:
            self.end_record()
            self._header(header[1].lower(), header[2].strip())
            return
        bare = line.lstrip(" \t\x00\x1a\ufeff")
        if not bare or (bare[0] == "#" and not self._record.fields):
            return
        if bare[0] == "^":
            self.end_record()
            bare = bare.lstrip("^ \t")
            if not bare:
                return
        self._field(number, bare[0].upper() if bare[0].isalpha() else bare[0], bare[1:])

    def _field(self, number: int, code: str, text: str) -> None:
        if code == "D" and self._has_whole_movement():
            self.end_record()  # the caret was forgotten
        if not self._record.fields:
            self._record.line = number
        self._record.fields.append((code, text))

    def _has_whole_movement(self) -> bool:
        if self._in_accounts or (self._section is not None and self._section.is_list):
            return False
        codes = {code for code, _ in self._record.fields}
        return "D" in codes and bool(codes & {"T", "U"}) and not codes & set(SPLIT_CODES)

    def _header(self, word: str, rest: str) -> None:
        if word == "account":
            self._in_accounts = True
        elif word == "type":
            self._in_accounts = False
            self._start_section(" ".join(rest.split()).lower())
        elif word in ("option", "clear"):
            self._in_accounts = False

    def _start_section(self, kind: str) -> None:
        account = self._account
        if account.type and not _suits(kind, account.type):
            account = Account()
        if not account.name:
            account = next(
                (one.account for one in self.sections if one.type == kind and not one.account.name), Account()
            )
        self._section = next((one for one in self.sections if one.type == kind and one.account is account), None)
        if self._section is None:
            self._section = Section(kind, account)
            self.sections.append(self._section)

    def end_record(self) -> None:
        record, self._record = self._record, Record(0)
        if not any(text.strip() for _, text in record.fields):
            return
        if self._in_accounts:
            balances = record.values("$") or record.values("B")
            self._account = Account(
                record.value("N"),
                record.value("T").lower(),
                record.value("D"),
                next(iter(balances), ""),
                record.value("/"),
            )
            return
        if self._section is None:
            if not _is_movement(record):
                return
            self._start_section("bank")
        assert self._section is not None  # just started
        if not self._section.records and not self._section.account.name:
            self._section.account.name = _named_by_opening(record)
        self._section.records.append(record)


def _named_by_opening(record: Record) -> str:
    """An opening balance is written as a transfer from the account to itself: its only name where no list has one."""
    target = record.value("L")
    is_opening = record.value("P").casefold() in OPENING and target.startswith("[")
    return target[1:].partition("]")[0].strip() if is_opening else ""


def _is_movement(record: Record) -> bool:
    """Before any header only what has a date or an amount is a record; else it is a remark."""
    return any(code in "DTU" and any(char.isdigit() for char in text) for code, text in record.fields)


def _suits(kind: str, account_type: str) -> bool:
    """Whether movements of this type may belong to an account of that one: lists and investments name themselves."""
    if kind.startswith(LISTS):
        return True
    return kind.startswith(INVESTMENTS) or not account_type.startswith(INVESTMENTS)
