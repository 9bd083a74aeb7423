"""Where money came from and where it went, so that every sum is the sum of its parts: in + out = saved, to the cent.

Each row counts on the side of its own sign, so a refund is money that came in. Confirmed transfers count nowhere. Rows
in other currencies are converted day by day and part by part, and the totals are made of the converted parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.rates import NoRate, RateBook
from transactions.models import Category, LedgerAccount, Payee, Split, Tag, Transaction, TransactionTag
from transactions.selectors.rates import rate_book
from transactions.selectors.summary import transfer_legs

By = Literal["category", "payee", "tag", "account"]
BYS: tuple[By, ...] = ("category", "payee", "tag", "account")
Key = tuple[int, ...]
"""Ids of what a node is about: one, none where rows have none, and several where rows carry several tags."""
Piece = tuple[Key, str, date, int, int, int]
"""(key, currency, day, minor units in, minor units out, rows)"""


@dataclass(frozen=True, slots=True)
class Flow:
    """Minor units; `outflow` is negative. `count`: rows, or shares of rows."""

    inflow: int = 0
    outflow: int = 0
    count: int = 0

    @property
    def saved(self) -> int:
        return self.inflow + self.outflow

    def __add__(self, other: Flow) -> Flow:
        return Flow(self.inflow + other.inflow, self.outflow + other.outflow, self.count + other.count)


@dataclass(frozen=True, slots=True)
class Node:
    key: Key
    name: str
    flow: Flow
    before: Flow = field(default_factory=Flow)


@dataclass(frozen=True, slots=True)
class CashFlow:
    """`total` and `before` are the sums of the nodes. `missing`: what is left out for want of a rate."""

    currency: str
    by: By
    nodes: list[Node]
    missing: list[NoRate]

    @property
    def total(self) -> Flow:
        return sum((one.flow for one in self.nodes), Flow())

    @property
    def before(self) -> Flow:
        return sum((one.before for one in self.nodes), Flow())


Span = tuple[date, date]
"""Both days are included."""


def cash_flow(*, owner: User, by: By, currency: str, span: Span, against: Span | None = None) -> CashFlow:
    """A fixed number of queries, whatever the period holds."""
    pieces = [list(_pieces(owner, by, currency, one)) for one in (span, against) if one is not None]
    book = _book(owner, currency, [piece for part in pieces for piece in part])
    missing: dict[str, NoRate] = {}
    now, *then = [_flows(part, currency, book, missing) for part in pieces]
    before = then[0] if then else {}
    names = _names(owner, by)
    nodes = [Node(key, _name(key, names), now.get(key, Flow()), before.get(key, Flow())) for key in {*now, *before}]
    nodes.sort(key=lambda one: (-max(one.flow.inflow, -one.flow.outflow), one.name, one.key))
    return CashFlow(currency, by, nodes, list(missing.values()))


def _book(owner: User, currency: str, pieces: Iterable[Piece]) -> RateBook:
    foreign = [(code, day) for _, code, day, *_ in pieces if code != currency]
    days = [day for _, day in foreign] or [date.min]
    return rate_book(owner=owner, currencies={currency, *(code for code, _ in foreign)}, start=min(days), end=max(days))


def _flows(pieces: Iterable[Piece], currency: str, book: RateBook, missing: dict[str, NoRate]) -> dict[Key, Flow]:
    found: dict[Key, Flow] = defaultdict(Flow)
    for key, code, day, inflow, outflow, count in pieces:
        came, went = (book.convert(minor, code, currency, day) for minor in (inflow, outflow))
        if isinstance(came, NoRate) or isinstance(went, NoRate):
            missing.setdefault(code, came if isinstance(came, NoRate) else went)  # type: ignore[arg-type]
        else:
            found[key] += Flow(came, went, count)
    return dict(found)


def _pieces(owner: User, by: By, currency: str, span: Span) -> Iterator[Piece]:
    rows = visible_to(Transaction.objects.filter(booking_date__range=span), owner).exclude(transfer_legs(owner))
    if by == "tag":
        yield from _by_tag(rows, currency, span)
        return
    column = f"{by}_id"
    if by == "category":
        yield from _grouped(rows.filter(splits=None), column, "amount_minor", "", currency, span)
        shares = Split.objects.filter(transaction__in=rows.order_by())
        yield from _grouped(shares, column, "amount_minor", "transaction__", currency, span)
        return
    yield from _grouped(rows, column, "amount_minor", "", currency, span)


def _grouped(  # noqa: PLR0917 (which rows, and by which of their columns)
    rows: QuerySet[Transaction] | QuerySet[Split], column: str, amount: str, path: str, currency: str, span: Span
) -> Iterator[Piece]:
    """Rows in the asked currency need no rate and thus no day; the others are summed day by day."""
    code, day = f"{path}currency", f"{path}booking_date"
    sums = {
        "came": Coalesce(Sum(amount, filter=Q(**{f"{amount}__gt": 0})), 0),
        "went": Coalesce(Sum(amount, filter=Q(**{f"{amount}__lt": 0})), 0),
        "rows": Count("pk"),
    }
    plain = rows.order_by()
    for pk, *found in plain.filter(**{code: currency}).values_list(column).annotate(**sums):
        yield (_key(pk), currency, span[0], *found)
    for pk, *found in plain.exclude(**{code: currency}).values_list(column, code, day).annotate(**sums):
        yield (_key(pk), *found)


def _by_tag(rows: QuerySet[Transaction], currency: str, span: Span) -> Iterator[Piece]:
    """Rows with several tags are a node of their own: they would count twice otherwise."""
    untagged = rows.filter(tag_links=None).annotate(nothing=F("pk") * 0)
    for _key_of_none, *found in _grouped(untagged, "nothing", "amount_minor", "", currency, span):
        yield ((), *found)  # type: ignore[misc]  # what is left of a piece
    tagged = rows.exclude(tag_links=None).order_by()
    tags: dict[int, list[int]] = defaultdict(list)
    links = TransactionTag.objects.filter(transaction__in=tagged).order_by("tag_id")
    for row, tag in links.values_list("transaction_id", "tag_id"):
        tags[row].append(tag)
    for pk, code, day, minor in tagged.values_list("pk", "currency", "booking_date", "amount_minor").distinct():
        yield (tuple(tags[pk]), code, day, max(minor, 0), min(minor, 0), 1)


def _key(pk: int | None) -> Key:
    return () if pk is None else (pk,)


def _names(owner: User, by: By) -> Mapping[int, str]:
    rows: dict[str, QuerySet[Category] | QuerySet[Payee] | QuerySet[Tag] | QuerySet[LedgerAccount]] = {
        "category": Category.objects.order_by(),
        "payee": Payee.objects.order_by(),
        "tag": Tag.objects.order_by(),
        "account": LedgerAccount.objects.order_by(),
    }
    return dict(visible_to(rows[by], owner).values_list("pk", "name"))


def _name(key: Key, names: Mapping[int, str]) -> str:
    return ", ".join(names.get(pk, "") for pk in key)
