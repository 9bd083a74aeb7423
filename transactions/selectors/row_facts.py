"""Rows as `ledger.search` asks them: everything a query can ask, in a fixed number of queries for many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import chain, islice
from typing import Any

from django.db.models import Q, QuerySet

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.search import Lineage, RowFacts
from transactions.ledger.search.facts import NO_CATEGORY
from transactions.models import Attachment, Split, Transaction, TransactionTag, Transfer
from transactions.selectors.search import category_lineages

CHUNK = 900
FIELDS = (
    "pk", "booking_date", "value_date", "amount_minor", "currency", "account_id", "account__name", "payee_id",
    "payee__name", "counterparty", "description", "note", "category_id", "category_source", "category_reason",
    "status", "statement_line__statement_import_id",
)  # fmt: skip
Source = Transaction.CategorySource


def row_facts(*, owner: User, rows: QuerySet[Transaction]) -> Iterator[RowFacts]:
    """The facts of these rows of the owner, in their order."""
    known = category_lineages(owner=owner)
    values = iter(rows.values(*FIELDS).iterator(chunk_size=5000))
    first = list(islice(values, CHUNK + 1))
    # Of many rows, naming each costs more than reading what stands beside all of the owner's.
    is_few = len(first) <= CHUNK
    beside = _Beside(owner, [row["pk"] for row in first] if is_few else None)
    for row in chain(first, values):
        yield _facts(row, beside, known)


class _Beside:
    """What stands in other tables about these rows, or about all of the owner's."""

    def __init__(self, owner: User, ids: Collection[int] | None) -> None:
        of_rows = Q(transaction__owner=owner) if ids is None else Q(transaction__in=ids)
        self.shares: dict[int, list[int | None]] = defaultdict(list)
        self.share_notes: dict[int, list[str]] = defaultdict(list)
        fields = ("transaction_id", "category_id", "note")
        for pk, category, note in Split.objects.filter(of_rows).order_by("position").values_list(*fields):
            self.shares[pk].append(category)
            if note:
                self.share_notes[pk].append(note)
        self.tags: dict[int, dict[int, str]] = defaultdict(dict)
        links = TransactionTag.objects.filter(of_rows).order_by()
        for pk, tag, name in links.values_list("transaction_id", "tag_id", "tag__name"):
            self.tags[pk][tag] = name
        files = Attachment.objects.filter(of_rows).order_by()
        self.with_files = set(files.values_list("transaction_id", flat=True))
        of_sides = Q() if ids is None else Q(outgoing__in=ids) | Q(incoming__in=ids)
        confirmed = visible_to(Transfer.objects.filter(of_sides, status=Transfer.Status.CONFIRMED), owner).order_by()
        pairs = confirmed.values_list("outgoing_id", "incoming_id")
        self.transfers = {pk for pair in pairs for pk in pair}


def _facts(row: dict[str, Any], beside: _Beside, known: dict[int, Lineage]) -> RowFacts:
    pk, source = row["pk"], row["category_source"]
    shares = beside.shares.get(pk)
    return RowFacts(
        transaction_id=pk,
        booking_date=row["booking_date"],
        value_date=row["value_date"],
        amount_minor=row["amount_minor"],
        currency=row["currency"],
        account_id=row["account_id"],
        account=row["account__name"],
        payee_id=row["payee_id"],
        payee=row["payee__name"] or "",
        counterparty=row["counterparty"],
        description=row["description"],
        note=row["note"],
        share_notes=tuple(beside.share_notes.get(pk, ())),
        categories=tuple(known.get(one or 0, NO_CATEGORY) for one in shares or [row["category_id"]]),
        category_id=row["category_id"],
        tags=beside.tags.get(pk, {}),
        status=row["status"],
        is_transfer=pk in beside.transfers,
        is_split=shares is not None,
        has_attachment=pk in beside.with_files,
        is_suggested=source == Source.SUGGESTION,
        rule=row["category_reason"] if source == Source.RULE else "",
        import_id=row["statement_line__statement_import_id"],
    )
