"""What a ledger must always be, asked of the stored rows themselves: everything wrong is listed, nothing is mended."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Q, Sum

from accounts.models import User
from transactions.ledger.history import essence
from transactions.ledger.splits import split_difference
from transactions.models import (
    Category,
    Change,
    LedgerAccount,
    Reconciliation,
    ReconciliationRow,
    Split,
    StatementImport,
    StatementLine,
    Transaction,
    TransactionTag,
    Transfer,
)

CHUNK = 5000
ASKED = 500
COMMITTED = StatementImport.Status.COMMITTED
BOOKED = StatementLine.Status.BOOKED


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` names the rule that is broken, `where` the row, `message` what is wrong with it."""

    code: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.code}: {self.where}: {self.message}"


def check_owners(owner: User) -> Iterator[Finding]:
    """Whatever a transaction points at belongs to its owner. Read past `visible_to` on purpose: what another owner's
    rows do here is the question."""
    rows = Transaction.objects.filter(Q(owner=owner) | Q(account__owner=owner))
    wrong = rows.filter(
        ~Q(account__owner_id=F("owner_id"))
        | Q(category__isnull=False) & ~Q(category__owner_id=F("owner_id"))
        | Q(payee__isnull=False) & ~Q(payee__owner_id=F("owner_id"))
    )
    for pk in wrong.order_by("pk").values_list("pk", flat=True):
        yield Finding("owner", f"transaction {pk}", "Its account, category or payee belongs to somebody else.")
    tags = TransactionTag.objects.filter(transaction__owner=owner).exclude(tag__owner=owner)
    for pk in tags.order_by("pk").values_list("transaction_id", flat=True):
        yield Finding("owner", f"transaction {pk}", "A tag on it belongs to somebody else.")
    splits = Split.objects.filter(transaction__owner=owner, category__isnull=False).exclude(category__owner=owner)
    for pk in splits.order_by("pk").values_list("transaction_id", flat=True):
        yield Finding("owner", f"transaction {pk}", "A share's category belongs to somebody else.")
    parents = Category.objects.filter(owner=owner, parent__isnull=False).exclude(parent__owner=owner)
    for pk in parents.order_by("pk").values_list("pk", flat=True):
        yield Finding("owner", f"category {pk}", "Its parent belongs to somebody else.")


def check_currencies(owner: User) -> Iterator[Finding]:
    rows = Transaction.objects.filter(owner=owner).exclude(currency=F("account__currency"))
    for pk, code, expected in rows.order_by("pk").values_list("pk", "currency", "account__currency"):
        yield Finding("currency", f"transaction {pk}", f"It is in {code}, its account in {expected}.")


def check_splits(owner: User) -> Iterator[Finding]:
    shares: dict[int, list[int]] = defaultdict(list)
    amounts: dict[int, int] = {}
    rows = Split.objects.filter(transaction__owner=owner).order_by("transaction_id", "position")
    fields = rows.values_list("transaction_id", "amount_minor", "transaction__amount_minor")
    for pk, amount, whole in fields.iterator(chunk_size=CHUNK):
        shares[pk].append(amount)
        amounts[pk] = whole
    for pk, parts in shares.items():
        difference = split_difference(amounts[pk], parts)
        if difference:
            yield Finding("splits", f"transaction {pk}", f"Its shares leave {difference} minor units over.")
        if len(parts) < 2:
            yield Finding("splits", f"transaction {pk}", "A split needs at least two shares.")


def check_transfers(owner: User) -> Iterator[Finding]:
    links = Transfer.objects.filter(Q(owner=owner) | Q(outgoing__owner=owner) | Q(incoming__owner=owner))
    fields = (
        "pk", "owner_id", "status", *(f"{side}__{name}" for side in ("outgoing", "incoming")
        for name in ("pk", "owner_id", "account_id", "amount_minor", "currency")),
    )  # fmt: skip
    sides: Counter[int] = Counter()
    rows: Iterable[tuple[Any, ...]] = links.order_by("pk").values_list(*fields).iterator(chunk_size=CHUNK)
    for pk, link_owner, status, *values in rows:
        out, into = tuple(values[:5]), tuple(values[5:])
        for message in _wrong_pair(link_owner, out, into):
            yield Finding("transfer", f"transfer {pk}", message)
        if status == Transfer.Status.CONFIRMED:
            sides.update((out[0], into[0]))
    for pk, count in sorted(sides.items()):
        if count > 1:
            yield Finding("transfer_twice", f"transaction {pk}", f"It is a side of {count} confirmed transfers.")


def _wrong_pair(owner_id: int, out: tuple[Any, ...], into: tuple[Any, ...]) -> Iterator[str]:
    if {out[1], into[1]} != {owner_id}:
        yield "Its sides do not belong to its owner."
    if out[2] == into[2]:
        yield "Both sides are on one account."
    if not out[3] < 0 < into[3]:
        yield "It does not go from money leaving to money coming in."
    if out[4] == into[4] and out[3] != -into[3]:
        yield "The two amounts are not opposite."


def check_imports(owner: User) -> Iterator[Finding]:
    """Every line that a committed import counts is stored, account by account; deleted accounts took theirs along."""
    stored: dict[int, dict[int, int]] = defaultdict(dict)
    lines = StatementLine.objects.filter(statement_import__owner=owner, statement_import__status=COMMITTED)
    counted = lines.order_by().values_list("statement_import_id", "account_id").annotate(count=Count("pk"))
    for pk, account_id, count in counted:
        stored[pk][account_id] = count
    existing = set(LedgerAccount.objects.filter(owner=owner).values_list("pk", flat=True))
    for record in StatementImport.objects.filter(owner=owner, status=COMMITTED).order_by("pk"):
        said: Counter[int] = Counter()
        for row in record.accounts:
            if row.get("id") in existing:
                said[row["id"]] += row["lines_new"] + row["lines_duplicate"]
        for account_id in sorted({*said, *stored[record.pk]} & existing):
            found = stored[record.pk].get(account_id, 0)
            if found != said[account_id]:
                message = f"It counts {said[account_id]} lines on account {account_id}; {found} are stored."
                yield Finding("import_count", f"import {record.pk}", message)
        total = sum(row["lines_new"] + row["lines_duplicate"] for row in record.accounts)
        if total != record.lines_new + record.lines_duplicate:
            yield Finding("import_count", f"import {record.pk}", "Its accounts count other lines than it does.")


def check_lines(owner: User) -> Iterator[Finding]:
    """Lines and transactions hang together: what is booked belongs to an import that stands."""
    orphans = StatementLine.objects.filter(statement_import__owner=owner, status=BOOKED).filter(
        ~Q(statement_import__status=COMMITTED) | Q(account=None)
    )
    for pk in orphans.order_by("pk").values_list("pk", flat=True):
        yield Finding("line", f"statement line {pk}", "It is booked, but its import does not stand.")
    held = Transaction.objects.filter(owner=owner, statement_line__isnull=False)
    for pk, status in held.exclude(statement_line__status=BOOKED).values_list("pk", "statement_line__status"):
        yield Finding("line", f"transaction {pk}", f"The bank's line it stands for is {status}.")
    strangers = held.exclude(statement_line__statement_import__owner=owner)
    for pk in strangers.order_by("pk").values_list("pk", flat=True):
        yield Finding("line", f"transaction {pk}", "The bank's line it stands for belongs to somebody else.")


def check_reconciliations(owner: User) -> Iterator[Finding]:
    """Finished reconciliations still add up, and their rows are as they were. A row that was unlocked and changed on
    purpose has another revision, and is no finding."""
    finished = Reconciliation.objects.filter(owner=owner, status=Reconciliation.Status.FINISHED)
    for one in finished.order_by("pk").annotate(ticked=Sum("rows__amount_minor")):
        if one.opening_balance_minor + (one.ticked or 0) != one.closing_balance_minor:
            yield Finding("reconciliation", f"reconciliation {one.pk}", "Opening and rows do not make the closing.")
        yield from _changed_rows(one)


def _changed_rows(one: Reconciliation) -> Iterator[Finding]:
    rows = list(ReconciliationRow.objects.filter(reconciliation=one).order_by("transaction_id"))
    for start in range(0, len(rows), ASKED):
        chunk = rows[start : start + ASKED]
        txns = Transaction.objects.in_bulk([row.transaction_id for row in chunk])
        for row in chunk:
            txn = txns.get(row.transaction_id)
            if txn is None or txn.revision != row.revision:
                continue
            if (txn.amount_minor, txn.account_id, txn.status) != (
                row.amount_minor, one.account_id, Transaction.Status.RECONCILED,
            ):  # fmt: skip
                yield Finding("reconciliation", f"transaction {txn.pk}", "It is locked, and was changed all the same.")


HEADS = ("amount_minor", "booking_date", "account")


def check_history(owner: User) -> Iterator[Finding]:
    """The last word of the history on a row is how the row is. Imports and their roll-backs are written down as a
    whole, so what was said before the latest of them may have been overtaken."""
    settled = StatementImport.objects.filter(owner=owner).aggregate(latest=Max("finished_at"))["latest"]
    left: set[int] = set()
    heads: dict[int, dict[str, Any]] = defaultdict(dict)
    rows = Change.objects.filter(change_set__owner=owner).order_by("pk")
    fields: Iterable[tuple[int, Any, Any]] = rows.values_list("transaction_id", "after", "change_set__made_at")
    for pk, after, made_at in fields:
        if after is None:
            left.add(pk)
            heads.pop(pk, None)
            continue
        left.discard(pk)
        is_latest = settled is None or made_at > settled
        for name in HEADS:
            if name in after and is_latest:
                heads[pk][name] = after[name]
    for chunk in _chunked(left):
        for pk in Transaction.objects.filter(pk__in=chunk).order_by("pk").values_list("pk", flat=True):
            yield Finding("history", f"transaction {pk}", "It is there, though its history says that it was deleted.")
    for chunk in _chunked(heads):
        for row in Transaction.objects.filter(pk__in=chunk).order_by("pk"):
            said = heads[row.pk]
            is_now = {
                "amount_minor": row.amount_minor,
                "booking_date": row.booking_date.isoformat(),
                "account": row.account_id,
            }
            wrong = [name for name in HEADS if name in said and essence(said[name]) != is_now[name]]
            if wrong:
                yield Finding("history", f"transaction {row.pk}", f"{' and '.join(wrong)} changed without a trace.")


def _chunked(ids: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    return (ordered[start : start + ASKED] for start in range(0, len(ordered), ASKED))
