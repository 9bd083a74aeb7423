"""Writing down what happens to an owner's rows, around any code that changes them.

    with ledger_change(owner=owner, kind="bulk", summary="12 rows got a category") as change:
        change.watch(ids)      # before they are changed
        ...                    # change them
        change.created(ids)    # rows that are new

On leaving, the rows are read again and what differs is stored, in the same database transaction. One inside another
joins it: the outermost says what it is called.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Model

from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.history import Difference, Snapshot, State, difference
from transactions.ledger.money import to_text
from transactions.models import Change, ChangeSet
from transactions.selectors.jobs import is_being_restored
from transactions.selectors.snapshots import bookkeeping_of, linked_ids, snapshots_of
from transactions.selectors.things import Thing, things_now
from transactions.services.bulk import insert_rows
from transactions.services.rollups import AT_ONCE, rollups_settle

CHUNK = 1000
STEP = 2000


@dataclass(frozen=True, slots=True)
class RuleNamed:
    """The rule behind a change, by number and name, so that it can be named when it is gone."""

    id: int
    name: str


class LedgerChange:
    """One change set in the making."""

    def __init__(self, owner: User, change_set: ChangeSet) -> None:
        self.owner = owner
        self.change_set = change_set
        self.row_count = 0
        """Rows that this block changed."""
        self._before: dict[int, State] = {}
        self._things: dict[Thing, State] = {}

    @property
    def id(self) -> int | None:
        """The change set's number, once there was something to write down."""
        return self.change_set.pk

    def says(self, summary: str) -> None:
        """What was done, in words, unless whoever began the change has said so."""
        self.change_set.summary = self.change_set.summary or summary[:200]

    def watch(self, ids: Iterable[int], *, are_leaving: bool = False, alone: bool = False) -> None:
        """Read these rows as they are now, with the other sides of their transfers. To be called before the change.
        `are_leaving`: they may be deleted, so keep what putting them back needs. `alone`: the other sides leave for
        good, and are nobody's history."""
        wanted = set(ids)
        others = set() if alone else linked_ids(owner=self.owner, ids=wanted)
        fresh = (wanted | others) - self._before.keys()
        found = snapshots_of(owner=self.owner, ids=fresh)
        self._before.update({pk: found.get(pk) for pk in fresh})
        if are_leaving:
            for pk, kept in bookkeeping_of(wanted).items():
                state = self._before.get(pk)
                if state is not None:
                    state["_bookkeeping"] = kept

    def created(self, ids: Iterable[int]) -> None:
        """These rows were not there before."""
        for pk in ids:
            self._before.setdefault(pk, None)

    def watch_things(self, model: type[Model], ids: Iterable[int]) -> None:
        """The same for the user's other rows (see selectors.things)."""
        fresh = {(model.__name__, pk) for pk in ids} - self._things.keys()
        found = things_now(owner=self.owner, things=fresh)
        self._things.update({thing: found.get(thing) for thing in fresh})

    def made_thing(self, row: Model) -> None:
        """This one was not there before."""
        self._things.setdefault((type(row).__name__, row.pk), None)

    def counts(self, rows: int) -> None:
        """So many rows went that are not kept. The change is written down even if nothing else is."""
        self.change_set.row_count += rows
        self.change_set.save()

    def before(self, transaction_id: int) -> Snapshot:
        """A watched row as it was; KeyError when it was not watched or not there."""
        state = self._before[transaction_id]
        if state is None:
            raise KeyError(transaction_id)
        return state

    def there(self, ids: Iterable[int]) -> dict[int, Snapshot]:
        """Those of these watched rows that are there, as they were."""
        return {pk: state for pk in ids if (state := self._before[pk]) is not None}

    def steps(self, ids: Iterable[int], *, are_leaving: bool = False) -> Iterator[list[int]]:
        """A few of these rows at a time, watched; change them before you ask for the next. Memory stays bounded
        however many there are."""
        ordered = sorted(set(ids))
        for start in range(0, len(ordered), STEP):
            held = set(self._before)
            chunk = ordered[start : start + STEP]
            self.watch(chunk, are_leaving=are_leaving)
            yield chunk
            self._write({pk: self._before.pop(pk) for pk in set(self._before) - held})

    def finish(self) -> None:
        """Write down what has become of the rows that are watched."""
        watched, self._before = self._before, {}
        self._write(watched)
        self._write_things()

    def tells(self, found: Mapping[int, Difference]) -> None:
        """What became of rows that nobody watches, where whoever changed them knows it: reading very many of them
        before and after costs more than changing them."""
        told = {pk: one for pk, one in sorted(found.items()) if pk not in self._before}
        if not told:
            return
        self.counts(len(told))
        self.row_count += len(told)
        # Many rows share one difference: it is written once.
        texts = {
            id(one): tuple(None if side is None else json.dumps(side) for side in (one.before, one.after))
            for one in {id(one): one for one in told.values()}.values()
        }
        insert_rows(
            Change,
            ("change_set", "transaction_id", "before", "after"),
            ((self.change_set.pk, pk, *texts[id(one)]) for pk, one in told.items()),
        )

    def _write(self, before: dict[int, State]) -> None:
        after = snapshots_of(owner=self.owner, ids=before)
        rows = []
        for pk, state in sorted(before.items()):
            found = difference(state, after.get(pk))
            if found is not None:
                rows.append(Change(transaction_id=pk, before=found.before, after=found.after))
        if rows:
            self._store(rows)

    def _write_things(self) -> None:
        before, self._things = self._things, {}
        after = things_now(owner=self.owner, things=before)
        found = {thing: difference(state, after.get(thing)) for thing, state in sorted(before.items())}
        told = [
            {"table": table, "id": pk, "before": one.before, "after": one.after}
            for (table, pk), one in found.items()
            if one is not None
        ]
        if told:
            self.change_set.things = [*self.change_set.things, *told]
            self.change_set.save()

    def _store(self, rows: Collection[Change]) -> None:
        self.change_set.row_count += len(rows)
        self.row_count += len(rows)
        self.change_set.save()
        for row in rows:
            row.change_set = self.change_set
        Change.objects.bulk_create(rows, batch_size=CHUNK)


_running: ContextVar[LedgerChange | None] = ContextVar("ledger_change", default=None)


@contextmanager
def ledger_change(
    *,
    owner: User,
    kind: str,
    summary: str = "",
    actor: User | None = None,
    rule: RuleNamed | None = None,
    further: int | None = None,
) -> Iterator[LedgerChange]:
    """Hold the owner's ledger and write down what the block does to the rows it watches or makes. `actor`: who does
    it; if nobody is named, the owner, or whoever acts on a household's ledger. A block that changes nothing leaves
    nothing; one that raises, neither. `further`: the number of a change that this is a part of, begun in an earlier
    database transaction."""
    running = _running.get()
    if running is not None and running.owner.pk == owner.pk:
        yield running
        return
    with transaction.atomic():
        hold_ledger(owner)
        begun = None if further is None else ChangeSet.objects.filter(pk=further, owner=owner).first()
        change_set = begun or ChangeSet(owner=owner, actor=actor or owner.actor, kind=kind, summary=summary[:200])
        if rule is not None:
            change_set.rule_id, change_set.rule_name = rule.id, rule.name[:120]
        change = LedgerChange(owner, change_set)
        token = _running.set(change)
        try:
            yield change
            change.finish()
            rollups_settle(owner=owner, most=AT_ONCE)
        finally:
            _running.reset(token)


def hold_ledger(owner: User, *, is_restore: bool = False) -> None:
    """Changes of one owner's ledger follow each other, as imports do. To be called in a database transaction.
    DomainError 409 while a job puts an export back: what was entered meanwhile would be lost if that fails."""
    User.objects.select_for_update(no_key=True).get(pk=owner.pk)
    if not is_restore and is_being_restored(owner=owner):
        raise DomainError("restoring", "An export is being put back. Wait until that is done.", status=409)


def change_note(*, owner: User, kind: str, summary: str, row_count: int) -> ChangeSet:
    """Something that is written down as a whole and taken back in its own way, such as an import."""
    return ChangeSet.objects.create(
        owner=owner, actor=owner.actor, kind=kind, summary=summary[:200], row_count=row_count
    )


def described(state: Snapshot) -> str:
    """A row of history in a few words, such as "Corner Coffee, -3.20 EUR"."""
    name = state["payee"]["name"] if state["payee"] else state["counterparty"] or state["description"]
    return words_for(name, state["amount_minor"], state["currency"])


def words_for(name: str, amount_minor: int, currency: str) -> str:
    amount = f"{to_text(amount_minor, currency)} {currency}"
    return f"{name[:80]}, {amount}" if name else amount
