"""The query language asked of the database. Whatever it finds, `ledger.search.matches` must find row by row."""

from __future__ import annotations

from datetime import date
from functools import cached_property, reduce
from operator import and_, or_
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, Concat
from django.utils import timezone

from accounts.access import visible_to
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.search import CategoryRow, Lineage, Query, QueryError, folded, lineages, parse_query
from transactions.ledger.search.nodes import (
    AmountTest,
    And,
    DateTest,
    Everything,
    FlagTest,
    IdTest,
    NameTest,
    Node,
    Not,
    Or,
    TextTest,
    leaves,
)
from transactions.ledger.search.patterns import minor_bounds, name_fits
from transactions.models import (
    Attachment,
    Category,
    LedgerAccount,
    Split,
    StatementLine,
    Tag,
    Transaction,
    TransactionTag,
    Transfer,
)
from transactions.models.sql_text import FoldedText

NOTHING = Q(pk__in=[])
Source = Transaction.CategorySource


class QueryRefusedError(DomainError):
    """A query that makes no sense: 400 with the place."""

    def __init__(self, error: QueryError, field: str = "q") -> None:
        place = {"position": error.position, "length": error.length, "suggestion": error.suggestion}
        super().__init__("invalid", error.message, fields={field: [error.message]}, extra=place)


def query_read(text: str, *, field: str = "q", today: date | None = None) -> Query:
    """The query, or DomainError that says what is wrong with `field` and where."""
    found = parse_query(text, today or timezone.localdate())
    if isinstance(found, QueryError):
        raise QueryRefusedError(found, field)
    return found


def transaction_search(*, owner: User, query: str, today: date | None = None) -> QuerySet[Transaction]:
    """The owner's transactions that a query finds, in no order. DomainError with the place when it makes no sense."""
    return transactions_where(owner=owner, node=query_read(query, today=today).node)


def transactions_where(*, owner: User, node: Node) -> QuerySet[Transaction]:
    """The owner's transactions for which a tree holds. Regular expressions are left out: of what they would decide,
    every row is found, and the caller asks `predicate` (see `is_exact`)."""
    rows = visible_to(Transaction.objects.all(), owner)
    condition = Conditions(owner).of(node)
    return rows if condition is None else rows.filter(condition)


def is_exact(node: Node) -> bool:
    """Whether the database decides all of it."""
    return not any(isinstance(leaf, TextTest) and leaf.operator == "regex" for leaf in leaves(node))


def category_lineages(*, owner: User) -> dict[int, Lineage]:
    rows = visible_to(Category.objects.order_by(), owner).values_list("pk", "parent_id", "name", "group")
    return lineages(CategoryRow(*values) for values in rows)


class Conditions:
    """Trees as conditions on one owner's rows; names are looked up once."""

    def __init__(self, owner: User) -> None:
        self.owner = owner

    def of(self, node: Node) -> Q | None:
        """None: every row, as far as the database can tell."""
        match node:
            case And(parts):
                known = [found for part in parts if (found := self.of(part)) is not None]
                return reduce(and_, known) if known else None
            case Or(parts):
                known = [found for part in parts if (found := self.of(part)) is not None]
                return reduce(or_, known) if len(known) == len(parts) else None
            case Not(part):
                # What is left open inside would be turned round with the rest.
                inner = self.of(part)
                return (NOTHING if inner is None else ~inner) if is_exact(part) else None
        return self._leaf(node) if is_exact(node) and not isinstance(node, Everything) else None

    def _leaf(self, node: Node) -> Q:
        match node:
            case TextTest():
                return self._text(node)
            case NameTest():
                return self._name(node)
            case AmountTest():
                return self._amount(node)
            case DateTest():
                return _days(node)
            case FlagTest(flag):
                return _flag(flag)
            case IdTest():
                return self._ids(node)
        raise TypeError(node)

    def _text(self, test: TextTest) -> Q:
        words = folded(test.value)
        operator: Any = test.operator
        if test.field == "rule":
            return Q(category_source=Source.RULE) & Q(FoldedText(operator, F("category_reason"), words))
        payee = Coalesce(F("payee__name"), Value(""))
        gap = Value(" ")
        text: Any = {
            "text": Concat(payee, gap, "counterparty", gap, "description", gap, "note", output_field=TextField()),
            "payee": payee,
        }.get(test.field, F(test.field))
        found = Q(FoldedText(operator, text, words))
        if test.field not in ("text", "note"):
            return found
        shares = visible_shares(self.owner).exclude(note="").filter(FoldedText(operator, F("note"), words))
        return found | Q(pk__in=shares.values("transaction_id"))

    def _name(self, test: NameTest) -> Q:
        pattern = test.pattern
        match test.field:
            case "category":
                fits = (
                    pk for pk, found in self._lineages.items() if any(name_fits(pattern, one) for one in found.labels)
                )
                return _in_category(list(fits))
            case "tag":
                return _tagged([pk for pk, name in self._tags.items() if name_fits(pattern, name)])
            case "account":
                return Q(account_id__in=[pk for pk, (name, _) in self._accounts.items() if name_fits(pattern, name)])
        return Q(currency__in=[code for code in self._currencies if name_fits(pattern, folded(code))])

    def _amount(self, test: AmountTest) -> Q:
        """Bounds are the same for all currencies with the same decimals."""
        groups: dict[tuple[int, int], list[str]] = {}
        for code in self._currencies:
            bounds = minor_bounds(test, code)
            if bounds is not None:
                groups.setdefault(bounds, []).append(code)
        parts = [Q(currency__in=codes) & _between(test.direction, low, high) for (low, high), codes in groups.items()]
        return reduce(or_, parts) if parts else NOTHING

    def _ids(self, test: IdTest) -> Q:
        ids = sorted(pk for pk in test.ids if pk < 2**63)
        match test.field:
            case "category":
                return _in_category([pk for pk, found in self._lineages.items() if found.ids & test.ids])
            case "tag":
                return _tagged(ids)
            case "import":
                return Q(statement_line__in=_lines_of(ids))
        return Q(**{{"id": "pk__in", "payee": "payee_id__in", "account": "account_id__in"}[test.field]: ids})

    @cached_property
    def _lineages(self) -> dict[int, Lineage]:
        return category_lineages(owner=self.owner)

    @cached_property
    def _accounts(self) -> dict[int, tuple[str, str]]:
        rows = visible_to(LedgerAccount.objects.order_by(), self.owner)
        return {pk: (folded(name), code) for pk, name, code in rows.values_list("pk", "name", "currency")}

    @cached_property
    def _currencies(self) -> list[str]:
        return sorted({code for _, code in self._accounts.values()})

    @cached_property
    def _tags(self) -> dict[int, str]:
        return {
            pk: folded(name) for pk, name in visible_to(Tag.objects.order_by(), self.owner).values_list("pk", "name")
        }


def visible_shares(owner: User) -> QuerySet[Split]:
    return Split.objects.filter(transaction__in=visible_to(Transaction.objects.order_by(), owner)).order_by()


def _between(direction: str, low: int, high: int) -> Q:
    came = Q(amount_minor__gte=low, amount_minor__lte=high)
    left = Q(amount_minor__gte=-high, amount_minor__lte=-low)
    match direction:
        case "in":
            return came & Q(amount_minor__gt=0)
        case "out":
            return left & Q(amount_minor__lt=0)
        case "size":
            return came | left
    return came


def _days(test: DateTest) -> Q:
    name = "booking_date" if test.field == "date" else "value_date"
    found = Q(**{f"{name}__isnull": False})
    if test.start is not None:
        found &= Q(**{f"{name}__gte": test.start})
    if test.end is not None:
        found &= Q(**{f"{name}__lt": test.end})
    return found


def _flag(flag: str) -> Q:
    simple = {
        "income": Q(amount_minor__gt=0),
        "expense": Q(amount_minor__lt=0),
        "suggested": Q(category_source=Source.SUGGESTION),
        "pending": Q(status="pending"),
        "cleared": Q(status="cleared"),
        "reconciled": Q(status="reconciled"),
        "has note": ~Q(note="") | Q(Exists(Split.objects.filter(transaction=OuterRef("pk")).exclude(note=""))),
        "has payee": Q(payee__isnull=False),
    }
    if flag in simple:
        return simple[flag]
    match flag:
        case "split":
            return _is_split()
        case "uncategorised":
            return _shares_or_whole(Q(category__isnull=True))
        case "has category":
            return _shares_or_whole(Q(category__isnull=False))
        case "has tag" | "has attachment":
            model = TransactionTag if flag == "has tag" else Attachment
            return Q(Exists(model._default_manager.filter(transaction=OuterRef("pk"))))  # noqa: SLF001 (the documented model API)
        case "transfer":
            links = Transfer.objects.filter(status=Transfer.Status.CONFIRMED)
            out, into = (links.filter(**{side: OuterRef("pk")}) for side in ("outgoing", "incoming"))
            return Q(Exists(out)) | Q(Exists(into))
    raise ValueError(flag)


def _is_split() -> Q:
    return Q(Exists(Split.objects.filter(transaction=OuterRef("pk"))))


def _shares_or_whole(category: Q) -> Q:
    """The condition on the category of any share of a split row, or of a row that is whole."""
    shares = Split.objects.filter(category, transaction=OuterRef("pk"))
    return Q(Exists(shares)) | category & ~_is_split()


def _in_category(ids: list[int]) -> Q:
    return _shares_or_whole(Q(category_id__in=ids)) if ids else NOTHING


def _tagged(ids: list[int]) -> Q:
    return Q(Exists(TransactionTag.objects.filter(transaction=OuterRef("pk"), tag_id__in=ids))) if ids else NOTHING


def _lines_of(import_ids: list[int]) -> Any:
    return StatementLine.objects.filter(statement_import_id__in=import_ids).order_by().values("pk")
