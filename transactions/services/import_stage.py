"""The rows of an import, laid down in a table of this connection's own before the ledger is locked.

Inside the lock the database copies them into the ledger by itself, in a fraction of the time, and a file of two million
lines is never in memory as rows. What is worked out here rests on the ledger as it was: `stamp` tells whether it still
is like that.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, CharField, Field, IntegerField

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.ledger_hash import LedgerSum
from transactions.models import Category, Payee, PayeeAlias, StatementLine, Transaction
from transactions.services.bulk import fields_of, ids_ahead, insert_values
from transactions.services.import_drafts import Draft, Drafts, Meaning, Path
from transactions.services.import_keys import learned_ref, own_keys
from transactions.services.import_lines import ImportLine
from transactions.services.import_plan import PlannedAccount, Stamp
from transactions.services.import_sum import sum_before
from transactions.services.import_verdicts import Verdict
from transactions.services.progress import Tick, in_silence

CHUNK = 5000
SEVERAL = -1
Line = StatementLine.Status
LINE_NAMES = (
    "status", "duplicate_of", "matched_transaction", "match_reason", "line", "raw", "booking_date", "value_date",
    "amount_minor", "currency", "counterparty", "description", "external_id", "fingerprint", "is_pending", "extras",
)  # fmt: skip
MEANING_NAMES = ("category", "category_source", "category_reason", "note")
OWN_COLUMNS: dict[str, Field[Any, Any]] = {
    "account_number": IntegerField(),  # of the file, from 0
    "line_ahead": BigIntegerField(),  # ids, see bulk.ids_ahead
    "transaction_ahead": BigIntegerField(),
    "payee_key": CharField(max_length=160),
    "transaction_status": CharField(max_length=10),
    "missing_category": CharField(max_length=200),  # where the category has to be made first
}
NO_EXTRAS = "{}"
Size = tuple[str, int]  # currency and absolute amount
Identity = tuple[str, str, str]  # name, currency and number of an account


@dataclass(frozen=True, slots=True)
class Place:
    """A row that needs more than to be copied: its account and line in the order of the file, its ids ahead."""

    account: int
    index: int
    line_ahead: int
    transaction_ahead: int | None


@dataclass(slots=True)
class Staged:
    """What is known of the rows that lie ready."""

    stamp: Stamp
    plans: list[PlannedAccount]
    drafts: Drafts
    before: LedgerSum  # the owner's transactions as they were
    identities: list[Identity]  # of each account, once it is booked
    added: LedgerSum | None  # the new transactions; None: to be told only once they are written
    new: list[Sequence[int]] = field(default_factory=list)  # by account: ids ahead of its new transactions
    payees: set[str] = field(default_factory=set)  # names of those that have to be made
    missing: set[Path] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    shared: list[Place] = field(default_factory=list)  # with splits or tags
    merges: list[Place] = field(default_factory=list)
    reviews: list[Place] = field(default_factory=list)
    sizes: set[Size] = field(default_factory=set)  # of which there may be a transfer

    def at(self, place: Place) -> tuple[ImportLine, Verdict, Draft]:
        plan = self.plans[place.account]
        drafts = self.drafts[place.account]
        return plan.read.lines[place.index], plan.verdicts[place.index], drafts[place.index]


def staged_table() -> str:
    """Of this connection alone."""
    return "temp.import_staged" if connection.vendor == "sqlite" else "pg_temp.import_staged"


def import_stage(
    *, owner: User, plans: list[PlannedAccount], drafts: Drafts, stamp: Stamp, tick: Tick = in_silence
) -> Staged:
    """Lay the rows ready. `tick` hears now and then how many lines are done, of how many."""
    staged = Staged(
        stamp, plans, drafts, sum_before(owner, stamp), [_identity_after(plan) for plan in plans], LedgerSum()
    )
    stager = _Stager(owner, staged)
    fields = {**OWN_COLUMNS, **dict(zip(LINE_NAMES, fields_of(StatementLine, LINE_NAMES), strict=True))}
    fields |= dict(zip(MEANING_NAMES, fields_of(Transaction, MEANING_NAMES), strict=True))
    _make_table(fields)
    rows, done = stager.rows(), 0
    while chunk := list(islice(rows, CHUNK)):
        with _unlocked():
            insert_values(staged_table(), list(fields), list(fields.values()), chunk)
        done += len(chunk)
        tick(done, sum(len(plan.read.lines) for plan in plans))
    staged.sizes = _sizes_shared(owner, plans, stager.sizes)
    return staged


def staged_forget() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {staged_table()}")


def _make_table(fields: Mapping[str, Field[Any, Any]]) -> None:
    columns = ", ".join(f"{connection.ops.quote_name(name)} {_type_of(one)}" for name, one in fields.items())
    staged_forget()
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE import_staged ({columns})")


def _type_of(one: Field[Any, Any]) -> str | None:
    return one.db_type(connection)


@contextmanager
def _unlocked() -> Iterator[None]:
    """One database transaction that does not ask for SQLite's write lock, as nothing but our own table is written."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
        cursor.execute("COMMIT")


def _identity_after(plan: PlannedAccount) -> Identity:
    """What the account is called once it is booked: that may be the moment when it learns its number."""
    if plan.target is None:
        return plan.name, plan.read.currency, plan.read.external_ref
    return plan.target.name, plan.target.currency, learned_ref(plan.target, plan.read)


class _Stager:
    """Walks through all lines once, in the order of the file."""

    def __init__(self, owner: User, staged: Staged) -> None:
        self.staged = staged
        self.line_ids, self.transaction_ids = ids_ahead(StatementLine), ids_ahead(Transaction)
        self.payees = set(editable_by(Payee.objects.all(), owner).values_list("key", flat=True))
        # What was learned about a spelling comes first, as in services.payees.
        self.meant = dict(editable_by(PayeeAlias.objects.order_by(), owner).values_list("key", "payee__key"))
        self.categories = dict(editable_by(Category.objects.all(), owner).values_list("pk", "name"))
        self.sizes: dict[Size, int] = {}  # by size: the one account of the file that has it, or SEVERAL

    def rows(self) -> Iterator[tuple[Any, ...]]:
        for number, plan in enumerate(self.staged.plans):
            new = array("Q")
            self.staged.new.append(new)
            keys = own_keys(plan)
            total = LedgerSum()
            for index, line in enumerate(plan.read.lines):
                verdict, draft = plan.verdicts[index], self.staged.drafts[number][index]
                ahead = None if verdict.is_there else next(self.transaction_ids)
                place = Place(number, index, next(self.line_ids), ahead)
                if ahead is not None:
                    new.append(ahead)
                    self._add(place, line, draft)
                    total = total.plus([self._content(number, line, draft)])
                self._note(place, line, verdict)
                yield self._values(place, line, verdict, draft, keys[index])
            if self.staged.added is not None:
                self.staged.added += total

    def _payee_key(self, draft: Draft) -> str:
        return self.meant.get(draft.payee_key, draft.payee_key)

    def _add(self, place: Place, line: ImportLine, draft: Draft) -> None:
        """What a new transaction needs to be there."""
        staged = self.staged
        key = self._payee_key(draft)
        if key and key not in self.payees:
            self.payees.add(key)
            staged.payees.add(draft.payee)
        missing = list(draft.missing)
        if missing:
            staged.missing.update(missing)
            staged.added = None  # what the categories will be called is settled when they are made
        staged.tags.update(line.tags)
        size = (line.currency, abs(line.amount_minor))
        if self.sizes.setdefault(size, place.account) != place.account:
            self.sizes[size] = SEVERAL

    def _note(self, place: Place, line: ImportLine, verdict: Verdict) -> None:
        if place.transaction_ahead is not None and (line.splits or line.tags):
            self.staged.shared.append(place)
        if verdict.kind == "merge" and verdict.match is not None and verdict.match.transaction_id is not None:
            self.staged.merges.append(place)
        if verdict.kind == "review" and verdict.match is not None:
            self.staged.reviews.append(place)

    def _values(
        self, place: Place, line: ImportLine, verdict: Verdict, draft: Draft, fingerprint: str
    ) -> tuple[Any, ...]:
        decision, path, match = draft.decision, draft.meaning.missing, verdict.match
        is_duplicate = verdict.kind == "duplicate"
        status = Transaction.Status.PENDING if line.is_pending else Transaction.Status.CLEARED
        return (
            place.account,
            place.line_ahead,
            place.transaction_ahead,
            self._payee_key(draft),
            status.value,
            path_key(path.group, path.name) if path else "",
            (Line.DUPLICATE if is_duplicate else Line.BOOKED).value,
            match.line_id if match and is_duplicate else None,
            match.transaction_id if match and verdict.is_there else None,
            verdict.reason[:200],
            line.line,
            line.raw,
            line.booking_date,
            line.value_date,
            line.amount_minor,
            line.currency,
            line.counterparty,
            line.description,
            line.external_id,
            fingerprint,
            line.is_pending,
            extras_of(line),
            decision.category_id,
            decision.source,
            decision.reason,
            line.note,
        )

    def _content(self, number: int, line: ImportLine, draft: Draft) -> tuple[object, ...]:
        """The row as selectors.ledger_content will find it."""
        decision = draft.decision
        status = Transaction.Status.PENDING if line.is_pending else Transaction.Status.CLEARED
        shares = [
            [split.amount_minor, self._category(meaning), split.note]
            for split, meaning in zip(line.splits, draft.shares, strict=True)
        ]
        return (
            "transaction",
            *self.staged.identities[number],
            line.booking_date.isoformat(),
            line.value_date.isoformat() if line.value_date else None,
            line.amount_minor,
            line.currency,
            self._payee_key(draft) or None,
            self._category(draft.meaning),
            decision.source,
            decision.reason,
            line.counterparty,
            line.description,
            line.note,
            status.value,
            shares,
            sorted(line.tags),
        )

    def _category(self, meaning: Meaning) -> str | None:
        return self.categories.get(meaning.decision.category_id or 0)


def path_key(group: str, name: str) -> str:
    return f"{group}\x1f{name}"


def extras_of(line: ImportLine) -> str:
    """JSON of what is needed to book the line at a later time as it would have been now."""
    if not (line.note or line.tags or line.splits or line.transfer_to or line.category_hint):
        return NO_EXTRAS
    found = {
        "category": line.category_hint,
        "note": line.note,
        "tags": list(line.tags),
        "splits": [[split.amount_minor, split.category_hint, split.note] for split in line.splits],
        "transfer_to": line.transfer_to,
    }
    return json.dumps({name: value for name, value in found.items() if value})


def _sizes_shared(owner: User, plans: Sequence[PlannedAccount], sizes: Mapping[Size, int]) -> set[Size]:
    """The sizes of new rows that another account has too: only such rows may be sides of a transfer."""
    shared = {size for size, number in sizes.items() if number == SEVERAL}
    of_target = {plan.target.pk: number for number, plan in enumerate(plans) if plan.target is not None}
    rows = editable_by(Transaction.objects.order_by(), owner)
    for account, currency, amount in rows.values_list("account_id", "currency", "amount_minor").distinct().iterator():
        number = sizes.get((currency, abs(amount)))
        if number is not None and number != of_target.get(account, SEVERAL - 1):
            shared.add((currency, abs(amount)))
    return shared
