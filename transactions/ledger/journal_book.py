"""A ledger of single rows as double entries: what every journal format is written from.

Each row posts to its account and, with the opposite sign, to what it was for. The two sides of a confirmed transfer
that were booked on one day are one entry; otherwise each side goes over a clearing account on its own day, so that
every account has its own balance on every day.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from transactions.ledger.money import to_text

OPENING, CLEARING = "Equity:Opening-Balances", "Equity:Transfers"
DEBTS = {"credit_card", "loan"}
FALLBACK_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class JournalAccount:
    """`opens_on` None: with the first row of the book. Amounts in minor units."""

    id: int
    name: str
    kind: str
    currency: str
    opening_minor: int = 0
    opens_on: date | None = None


@dataclass(frozen=True, slots=True)
class JournalShare:
    """What part of a row was for. `path`: names from the top of the category tree down, empty without a category."""

    amount_minor: int
    path: tuple[str, ...] = ()
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One transaction. `other`: the id of the other side of its confirmed transfer."""

    id: int
    account_id: int
    day: date
    amount_minor: int
    payee: str = ""
    text: str = ""
    note: str = ""
    is_pending: bool = False
    tags: tuple[str, ...] = ()
    shares: tuple[JournalShare, ...] = ()
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """`price`: what the whole amount was worth on the other side, in another currency."""

    account: str
    minor: int
    currency: str
    price: tuple[int, str] | None = None
    note: str = ""

    @property
    def amount(self) -> str:
        return f"{to_text(self.minor, self.currency)} {self.currency}"

    @property
    def cost(self) -> str:
        return "" if self.price is None else f" @@ {to_text(abs(self.price[0]), self.price[1])} {self.price[1]}"


@dataclass(frozen=True, slots=True)
class Entry:
    day: date
    postings: tuple[Posting, ...]
    payee: str = ""
    text: str = ""
    note: str = ""
    is_pending: bool = False
    tags: tuple[str, ...] = ()
    id: int | None = None


@dataclass(slots=True)
class JournalBook:
    """Accounts and rows, rows in the order of days and ids. `names`: the journal's name of each account by id."""

    accounts: Sequence[JournalAccount]
    rows: Sequence[JournalRow]
    names: dict[int, str] = field(default_factory=dict)
    _currency: dict[int, str] = field(default_factory=dict, init=False)
    _categories: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict, init=False)
    _pick: Callable[[str, tuple[str, ...]], str] = field(init=False)

    def __post_init__(self) -> None:
        self._pick = unique_names()
        self.names = {
            account.id: self._pick(("Liabilities" if account.kind in DEBTS else "Assets"), (account.name,))
            for account in self.accounts
        }
        self._currency = {account.id: account.currency for account in self.accounts}

    @property
    def first_day(self) -> date:
        days = [row.day for row in self.rows] + [one.opens_on for one in self.accounts if one.opens_on]
        return min(days, default=FALLBACK_DAY)

    @property
    def last_day(self) -> date:
        days = [row.day for row in self.rows] + [one.opens_on for one in self.accounts if one.opens_on]
        return max(days, default=FALLBACK_DAY)

    @property
    def currencies(self) -> list[str]:
        return sorted(set(self._currency.values()))

    def closing(self) -> dict[int, int]:
        """What stands on each account after the last row, in minor units."""
        balances = {account.id: account.opening_minor for account in self.accounts}
        for row in self.rows:
            balances[row.account_id] += row.amount_minor
        return balances

    def counter_names(self) -> list[str]:
        """Everything that entries post to beside the accounts; to be asked after `entries` was gone through."""
        return sorted({OPENING, CLEARING, *self._categories.values()})

    def entries(self) -> Iterator[Entry]:
        """In the order of days: openings, then rows."""
        openings = sorted(self._openings(), key=lambda entry: entry.day)
        by_id = {row.id: row for row in self.rows}
        for row in self.rows:
            while openings and openings[0].day <= row.day:
                yield openings.pop(0)
            other = by_id.get(row.other) if row.other is not None else None
            if other is None:
                yield self._plain(row)
            elif other.day != row.day:
                yield self._cleared(row)
            elif row.amount_minor < 0:
                yield self._joined(row, other)
        yield from openings

    def _openings(self) -> Iterator[Entry]:
        for account in self.accounts:
            if account.opening_minor:
                amount, code = account.opening_minor, account.currency
                postings = (Posting(self.names[account.id], amount, code), Posting(OPENING, -amount, code))
                yield Entry(account.opens_on or self.first_day, postings, text="Opening balance")

    def _own(self, row: JournalRow) -> Posting:
        return Posting(self.names[row.account_id], row.amount_minor, self._currency[row.account_id])

    def _entry(self, row: JournalRow, *postings: Posting) -> Entry:
        return Entry(row.day, postings, row.payee, row.text, row.note, row.is_pending, row.tags, row.id)

    def _plain(self, row: JournalRow) -> Entry:
        code = self._currency[row.account_id]
        shares = row.shares or (JournalShare(row.amount_minor),)
        counter = (Posting(self._category(share), -share.amount_minor, code, None, share.note) for share in shares)
        return self._entry(row, self._own(row), *counter)

    def _cleared(self, row: JournalRow) -> Entry:
        return self._entry(row, self._own(row), Posting(CLEARING, -row.amount_minor, self._currency[row.account_id]))

    def _joined(self, out: JournalRow, into: JournalRow) -> Entry:
        own, other = self._own(out), self._own(into)
        if own.currency != other.currency:
            own = Posting(own.account, own.minor, own.currency, (other.minor, other.currency))
        return self._entry(out, own, other)

    def _category(self, share: JournalShare) -> str:
        root = {"income": "Income", "transfer": "Equity"}.get(share.kind, "Expenses")
        if not share.path:
            root = "Income" if share.amount_minor > 0 else "Expenses"
        key = (root, share.path)
        if key not in self._categories:
            self._categories[key] = self._pick(root, share.path or ("Uncategorised",))
        return self._categories[key]


def unique_names() -> Callable[[str, tuple[str, ...]], str]:
    """Makes account names that all journal programs take: plain letters, digits and dashes, each name only once."""
    taken = {OPENING, CLEARING}

    def pick(root: str, path: tuple[str, ...]) -> str:
        name = ":".join([root, *(part_name(part) for part in path)])
        chosen, number = name, 2
        while chosen in taken:
            chosen, number = f"{name}-{number}", number + 1
        taken.add(chosen)
        return chosen

    return pick


def part_name(text: str) -> str:
    """'Café & Bar' -> 'Cafe-Bar'; begins with a capital or a digit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    cleaned = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")
    return cleaned[:1].upper() + cleaned[1:] if cleaned else "Unnamed"


def one_line(text: str, replaced: Mapping[str, str]) -> str:
    """Without line breaks and control characters, and with what the format gives a meaning to replaced."""
    for mark, other in replaced.items():
        text = text.replace(mark, other)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def tag_name(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_]+", "-", unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()).strip(
        "-"
    )


def tag_names(tags: Iterable[str]) -> list[str]:
    return sorted({name for tag in tags if (name := tag_name(tag))})
