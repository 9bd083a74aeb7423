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
    filled: dict[str, str] = field(default_factory=dict)  # the first filled field of each code
    is_open: bool = False  # the file ended before its caret, though carets are what ends records in it
    is_torn: bool = False  # and it ended inside the last line, whose value may be cut

    def add(self, code: str, text: str) -> None:
        self.fields.append((code, text))
        if code not in self.filled and (bare := text.strip()):
            self.filled[code] = bare

    def value(self, code: str) -> str:
        """The first filled field of this code; '' without one."""
        return self.filled.get(code, "")

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
    cut_at: int = 0  # the line of a last record that no caret closes, of whatever section; 0 without one

    @property
    def money(self) -> list[Section]:
        return [one for one in self.sections if not one.is_list and not one.is_investment]


def scan(text: str) -> Scanned:
    """Every section with its records, in file order."""
    scanner = _Scanner()
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        scanner.take(number, line)
    scanner.end_file(is_torn=not text.endswith(("\r", "\n")))
    lists = {kind: set[str]() for kind in ("cat", "class", "tag")}
    for section in scanner.sections:
        kind = next((one for one in lists if section.type.startswith(one)), "")
        if kind:
            lists[kind] |= {record.value("N") for record in section.records}
    return Scanned(scanner.sections, frozenset(lists["cat"]), frozenset(lists["class"] | lists["tag"]), scanner.cut_at)


class _Scanner:
    """Which account and which type the next record belongs to."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self._record = Record(0)
        self._account = Account()
        self._in_accounts = False
        self._section: Section | None = None
        self._by_name: dict[tuple[str, str], Section] = {}
        self._carets = self._ended = 0
        self.cut_at = 0

    def take(self, number: int, line: str) -> None:
        if (header := HEADER.match(line)) is not None:
            self.end_record()
            self._header(header[1].lower(), header[2].strip())
            return
        bare = line.lstrip(" \t\x1a\ufeff")
        if not bare or (bare[0] == "#" and not self._record.fields):
            return
        if bare[0] == "^":
            self._carets += 1
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
        self._record.add(code, text)

    def _has_whole_movement(self) -> bool:
        if self._in_accounts or (self._section is not None and self._section.is_list):
            return False
        filled = self._record.filled
        return "D" in filled and ("T" in filled or "U" in filled) and not any(code in filled for code in SPLIT_CODES)

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
        key = (account.name, kind)
        if key not in self._by_name:
            self._by_name[key] = Section(kind, account if account.name else Account())
            self.sections.append(self._by_name[key])
        self._section = self._by_name[key]

    def end_file(self, *, is_torn: bool) -> None:
        """The last record, which a caret ought to have ended; some programs write none at all."""
        self._record.is_open = self._carets > 0 or not self._ended
        self._record.is_torn = self._record.is_open and is_torn
        self.cut_at = self._record.line if self._record.is_open and self._record.filled else 0
        self.end_record()

    def end_record(self) -> None:
        record, self._record = self._record, Record(0)
        if not record.filled:
            return
        self._ended += 1
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
            self._name_by_opening(self._section, record)
        self._section.records.append(record)

    def _name_by_opening(self, section: Section, record: Record) -> None:
        """An opening balance is written as a transfer from the account to itself: its name where no list has one."""
        target = record.value("L")
        if record.value("P").casefold() in OPENING and target.startswith("["):
            section.account.name = target[1:].partition("]")[0].strip()
            self._by_name.pop(("", section.type), None)


def _is_movement(record: Record) -> bool:
    """Before any header only what has a date or an amount is a record; else it is a remark."""
    return any(code in "DTU" and any(char.isdigit() for char in text) for code, text in record.fields)


def _suits(kind: str, account_type: str) -> bool:
    """Whether movements of this type may belong to an account of that one: lists and investments name themselves."""
    if kind.startswith(LISTS):
        return True
    return kind.startswith(INVESTMENTS) or not account_type.startswith(INVESTMENTS)
