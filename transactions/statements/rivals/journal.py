"""Double entry to statements: postings on own accounts become lines, those on income and expenses their categories.

A movement appears once on each own account that it touches. Two own accounts make a transfer. Everything is exact:
shares are kept only where they sum to the line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from transactions.ledger.money import is_currency
from transactions.statements.folding import fold
from transactions.statements.parsed import ParsedLine, ParsedSplit
from transactions.statements.rivals.building import Builder, OwnAccount
from transactions.statements.rivals.chart import LIABILITY, Chart
from transactions.statements.rivals.values import unique

ZERO = Decimal(0)
NO_SHARES = "Some movements change currency between several categories; those came without their shares."
SECURITIES = "posting in shares or points, which are no money|postings in shares or points, which are no money"
UNTOUCHED = "transaction that touches none of your accounts|transactions that touch none of your accounts"
CARRIED = "balance carried into a new file|balances carried into a new file"
OPENING = "opening balance, kept as such|opening balances, kept as such"


@dataclass(frozen=True, slots=True)
class Posting:
    """`amount` in the account's commodity; `weight` is what it counts in the transaction, at cost or price."""

    account: str
    amount: Decimal
    currency: str
    weight: Decimal
    weight_currency: str
    note: str = ""
    asserted: Decimal | None = None  # the balance the book states after this posting


@dataclass(frozen=True, slots=True)
class Entry:
    """One transaction of a book."""

    line: int
    day: date
    payee: str
    text: str
    postings: tuple[Posting, ...]
    raw: str
    note: str = ""
    tags: tuple[str, ...] = ()
    external_id: str = ""
    value_day: date | None = None
    is_pending: bool = False


@dataclass(frozen=True, slots=True)
class _Side:
    """What one entry does to one own account in one currency."""

    account: str
    currency: str
    amount: Decimal
    weight: Decimal
    weight_currency: str
    note: str
    asserted: Decimal | None


class Book:
    """Takes entries in order of time and fills the builder's accounts."""

    def __init__(self, build: Builder, chart: Chart) -> None:
        self.build, self.chart = build, chart
        self.sums: dict[tuple[str, str], Decimal] = {}  # by account and currency as the book writes them
        self.asserted: dict[tuple[str, str], tuple[Decimal, date]] = {}
        self.closed: set[tuple[str, str]] = set()
        self.agreeing = self.differing = 0
        self.first_difference = 0

    def add(self, entry: Entry) -> None:
        own = _sides(entry, self.chart)
        money = [side for side in own if _is_money(side.currency)]
        self.build.left_out[SECURITIES] += len(own) - len(money)
        others = [posting for posting in entry.postings if not self.chart.is_own(posting.account)]
        if not own:
            self.build.left_out[UNTOUCHED] += 1
        elif others and all(self.chart.is_opening(posting.account) for posting in others):
            self._open(entry, money)
        else:
            for side in money:
                self._book(side, self._line(entry, side, own, others))

    def add_difference(self, account: str, currency: str, amount: Decimal, day: date, line: int) -> None:
        """What a book leaves to be computed so that a stated balance holds: an opening balance, or an adjustment."""
        key = (account, currency)
        if not _is_money(currency):
            return
        if not self._account(account, currency).lines:
            self._start(key, amount)
            return
        text = "Adjustment to the stated balance"
        self._book(
            _Side(account, currency, amount, amount, currency, "", None),
            ParsedLine(line, day, amount, self.build.currency(currency), description=text),
        )

    def check(self, account: str, currency: str, stated: Decimal, day: date, line: int) -> Decimal:
        """Compares a balance stated at the start of a day with the lines before it; gives what is missing."""
        below = account + self.chart.separator
        parts = [key for key in self.sums if key[1] == currency and (key[0] == account or key[0].startswith(below))]
        missing = stated - sum((self.sums[key] for key in parts), ZERO)
        if parts == [(account, currency)] and _is_money(currency):
            self.asserted[account, currency] = (stated, day - timedelta(days=1) if day > date.min else day)
            lines = self._account(account, currency).lines
            if lines and not missing:
                lines[-1] = replace(lines[-1], balance=stated)
        return missing

    def tell(self, *, agrees: bool, line: int) -> None:
        """Counts one comparison for the preview."""
        self.agreeing += agrees
        self.differing += not agrees
        if not agrees and not self.first_difference:
            self.first_difference = line

    def finish(self) -> None:
        """Closing balances where the book states one after the last line; kinds of debts by how they are used."""
        for (account, currency), (stated, day) in self.asserted.items():
            found = self._account(account, currency)
            found.closing_balance, found.closing_balance_date = stated, day
        for account, currency in self.sums:
            if self.chart.type_of(account) == LIABILITY and _is_money(currency):
                found = self._account(account, currency)
                found.kind = found.kind or ("credit_card" if any(map(_is_spending, found.lines)) else "loan")
        total = self.agreeing + self.differing
        if total:
            differing = f", line {self.first_difference} differs first" if self.differing else ""
            self.build.understood["balances"] = f"{self.agreeing} of {total} stated balances agree{differing}"

    def _account(self, account: str, currency: str) -> OwnAccount:
        return self.build.account(self.chart.name(account), self.build.currency(currency), self.chart.kind(account))

    def _book(self, side: _Side, line: ParsedLine) -> None:
        key = (side.account, side.currency)
        self.sums[key] = self.sums.get(key, ZERO) + side.amount
        self._account(*key).lines.append(line)
        self.asserted.pop(key, None)
        if side.asserted is not None:
            self.tell(agrees=self.sums[key] == side.asserted, line=line.line)
            self.asserted[key] = (side.asserted, line.booking_date)

    def _start(self, key: tuple[str, str], amount: Decimal) -> None:
        account = self._account(*key)
        account.opening_balance = (account.opening_balance or ZERO) + amount
        self.sums[key] = self.sums.get(key, ZERO) + amount
        self.build.left_out[OPENING] += 1

    def _open(self, entry: Entry, sides: list[_Side]) -> None:
        """Opening entries start an account. Where books close a year, the closing and its reopening cancel out."""
        text = fold(f"{entry.payee} {entry.text}")
        for side in sides:
            key = (side.account, side.currency)
            if "closing" in text.split(" ") and "opening" not in text.split(" "):
                self.closed.add(key)
                self.build.left_out[CARRIED] += 1
            elif key in self.closed:
                self.closed.discard(key)
                self.build.left_out[CARRIED] += 1
            elif not self._account(*key).lines:
                self._start(key, side.amount)
            else:
                self._book(side, self._line(entry, side, sides, []))

    def _line(self, entry: Entry, side: _Side, own: list[_Side], others: list[Posting]) -> ParsedLine:
        category, shares, partner = self._meaning(side, own, others)
        return ParsedLine(
            line=entry.line,
            booking_date=entry.day,
            amount=side.amount,
            currency=self.build.currency(side.currency),
            counterparty=entry.payee or entry.text,
            description=entry.text,
            value_date=entry.value_day,
            external_id=entry.external_id,
            balance=side.asserted,
            raw=entry.raw,
            is_pending=entry.is_pending,
            category_hint=category,
            note="\n".join(unique((entry.note, side.note))),
            tags=entry.tags,
            splits=shares,
            transfer_to=partner,
        )

    def _meaning(
        self, side: _Side, own: list[_Side], others: list[Posting]
    ) -> tuple[str, tuple[ParsedSplit, ...], str]:
        """(category, shares, own account on the other side) of one line."""
        partners = [other for other in own if other.account != side.account or other.currency != side.currency]
        names = unique(self.chart.name(other.account) for other in partners if _is_opposite(other, side))
        categories = unique(self.chart.category(posting.account) for posting in others)
        if partners and names:
            return self._between_own(side, own, partners, others)
        if others and len(categories) == 1 and all(self.chart.category(posting.account) for posting in others):
            return categories[0], (), ""
        if partners:
            self.build.notes.append("Some purchases were paid from several accounts; those came without shares.")
            return "", (), ""
        return "", self._shares(side, [], others), ""

    def _between_own(
        self, side: _Side, own: list[_Side], partners: list[_Side], others: list[Posting]
    ) -> tuple[str, tuple[ParsedSplit, ...], str]:
        """A transfer, perhaps with fees or a purchase in it: the largest side carries what is not the transfer."""
        if len(partners) == 1 and not others:
            return "", (), self.chart.name(partners[0].account)
        main = max(own, key=lambda other: (abs(other.weight), -own.index(other)))
        if side == main:
            return "", self._shares(side, partners, others), ""
        return "", (), self.chart.name(main.account) if _is_opposite(main, side) else ""

    def _shares(self, side: _Side, partners: list[_Side], others: list[Posting]) -> tuple[ParsedSplit, ...]:
        """The other sides of a line as its shares, or none where they do not sum to it in its own currency."""
        shares = [ParsedSplit(-p.weight, self.chart.category(p.account), p.note) for p in others]
        shares += [ParsedSplit(-p.weight, "", f"Transfer: {self.chart.name(p.account)}") for p in partners]
        currencies = {p.weight_currency for p in (*others, *partners)}
        if len(shares) < 2:
            return ()
        if currencies != {side.currency} or sum((share.amount for share in shares), ZERO) != side.amount:
            self.build.notes.append(NO_SHARES)
            return ()
        return tuple(share for share in shares if share.amount)


def _sides(entry: Entry, chart: Chart) -> list[_Side]:
    """The postings on own accounts, those of one account and currency as one."""
    merged: dict[tuple[str, str], _Side] = {}
    for posting in entry.postings:
        if not chart.is_own(posting.account):
            continue
        key = (posting.account, posting.currency)
        side = _Side(
            posting.account, posting.currency, posting.amount, posting.weight, posting.weight_currency, posting.note,
            posting.asserted,
        )  # fmt: skip
        if key in merged:
            before = merged[key]
            side = replace(
                side,
                amount=before.amount + side.amount,
                weight=before.weight + side.weight,
                note="\n".join(unique((before.note, side.note))),
            )
        merged[key] = side
    return list(merged.values())


def _is_opposite(one: _Side, other: _Side) -> bool:
    return (one.weight < 0) != (other.weight < 0)


def _is_money(currency: str) -> bool:
    return not currency or is_currency(currency)


def _is_spending(line: ParsedLine) -> bool:
    return line.amount < 0 and bool(line.category_hint or line.splits)


def book_in_order(book: Book, entries: Iterable[Entry]) -> None:
    for entry in sorted(entries, key=lambda one: (one.day, one.line)):
        book.add(entry)
    book.finish()
