"""Bringing categories, payees, rules and the like back to what history holds of them, around the rows that use them.

What has to be there for rows comes back first, rows follow, and what rows no longer use goes last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Field, ForeignKey, Model

from accounts.access import editable_by
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.history import Difference, Snapshot, State, in_the_way, taken_back
from transactions.models import (
    Category,
    ChangeSet,
    DuplicateReview,
    LedgerAccount,
    Payee,
    Reconciliation,
    ReconciliationRow,
    Split,
    StatementLine,
    Tag,
    Transaction,
    TransactionTag,
)
from transactions.selectors.things import TABLES, Thing, columns_of, things_now
from transactions.services.reconciliation_states import reconciliation_fits, ticks_write
from transactions.services.restore_values import value_of
from transactions.services.rules import rules_pointing_at

WORDS = {"PayeeAlias": "spelling", "RuleProposal": "answer to a proposal", "LedgerAccount": "account"}


@dataclass(frozen=True, slots=True)
class ThingsBack:
    """What is to become of the things of one change: as they are, and as they will be."""

    owner: User
    current: Mapping[Thing, State]
    wanted: Mapping[Thing, State]

    @property
    def unlocks(self) -> bool:
        """A reconciliation is opened or closed again, and the rows it locks with it."""
        return any(table == Reconciliation.__name__ for table, _ in self.wanted)


def things_changed(done: ChangeSet) -> dict[Thing, Difference]:
    """What a change did to things of the tables that are known."""
    return {
        (one["table"], one["id"]): Difference(one["before"], one["after"])
        for one in done.things
        if one["table"] in TABLES
    }


def answers_in(changed: Mapping[Thing, Difference]) -> dict[int, Difference]:
    """The answers among them by their question's number: these are given again, and rows and lines follow."""
    return {pk: done for (table, pk), done in changed.items() if table == DuplicateReview.__name__}


def things_taken_back(owner: User, changed: Mapping[Thing, Difference]) -> ThingsBack:
    """DomainError 409 when one of them was changed again since."""
    current: dict[Thing, State] = dict.fromkeys(changed)
    current |= things_now(owner=owner, things=changed)
    for thing, done in changed.items():
        if in_the_way(current[thing], done):
            raise in_way(thing, current[thing] or done.after or done.before)
    wanted = {thing: taken_back(current[thing], done) for thing, done in changed.items()}
    return ThingsBack(owner, current, wanted)


@contextmanager
def things_around(back: ThingsBack) -> Iterator[None]:
    """Put things back, let the block write the rows, and take away what is left over."""
    leaving = [thing for thing, state in back.wanted.items() if state is None]
    _delete(back.owner, [thing for thing in leaving if TABLES[thing[0]] not in USED_BY])
    for table, model in TABLES.items():
        for thing, wanted in sorted(back.wanted.items(), key=lambda item: item[0]):
            if thing[0] == table and wanted is not None:
                _write(back, thing, model, wanted)
    _set_parents(back)
    yield
    for (table, pk), state in back.wanted.items():
        if table == Reconciliation.__name__ and state is not None:
            ticks_write(owner=back.owner, reconciliation_id=pk, ticks=state["ticks"])
            reconciliation_fits(owner=back.owner, reconciliation_id=pk, before=back.current[table, pk])
    _delete(back.owner, [one for one in leaving if TABLES[one[0]] in USED_BY and not _is_used(back.owner, one)])


def _check_currency(back: ThingsBack, thing: Thing, wanted: Snapshot) -> None:
    """An account that has rows by now stays in their currency."""
    if thing[0] != LedgerAccount.__name__ or (back.current[thing] or {}).get("currency") == wanted["currency"]:
        return
    if Transaction.objects.filter(account=thing[1]).exists() or StatementLine.objects.filter(account=thing[1]).exists():
        raise in_way(thing, wanted, "It has rows in its new currency.")


def _write(back: ThingsBack, thing: Thing, model: type[Model], state: Snapshot) -> None:
    _check_currency(back, thing, state)
    columns = columns_of(model)
    values = {columns[name].attname: _value(back.owner, thing, columns[name], state) for name in columns}
    rows = editable_by(model._default_manager.filter(pk=thing[1]), back.owner)  # noqa: SLF001 (the documented model API)
    try:
        with transaction.atomic():
            if back.current[thing] is None:
                model._default_manager.bulk_create([model(pk=thing[1], owner=back.owner, **values)])  # noqa: SLF001
            rows.update(**values)  # moments too, which a new row takes from the clock
    except IntegrityError:
        raise in_way(thing, state, "Another one has taken its place.") from None


def _value(owner: User, thing: Thing, column: Field[Any, Any], state: Snapshot) -> Any:
    """The column's value again. What it points at may be gone meanwhile."""
    name = column.attname if column.attname in state else f"_{column.attname}"
    given = state.get(name)
    if isinstance(column, ForeignKey):
        if given is None or (thing[0] == "Category" and column.attname == "parent_id"):
            return None  # parents come when all are there
        target: Any = column.remote_field.model
        is_there = editable_by(target.objects.filter(pk=given), owner).exists()
        if not is_there and not column.null:
            raise in_way(thing, state, "What it belonged to is gone.")
        return given if is_there else None
    try:
        return given if column.get_internal_type() == "JSONField" else value_of(column, given)
    except (ValidationError, ValueError, TypeError):
        raise in_way(thing, state, "What it was can no longer be read.") from None


def _set_parents(back: ThingsBack) -> None:
    mine = editable_by(Category.objects.all(), back.owner)
    for (table, pk), state in back.wanted.items():
        if table == Category.__name__ and state is not None:
            parent = mine.filter(pk=state["parent_id"]).exclude(pk=pk).values_list("pk", flat=True).first()
            mine.filter(pk=pk).update(parent=parent)


USED_BY: Mapping[type[Model], tuple[tuple[type[Model], str], ...]] = {
    Category: ((Transaction, "category"), (Split, "category"), (Category, "parent")),
    Payee: ((Transaction, "payee"),),
    Tag: ((TransactionTag, "tag"),),
}
"""Things that rows use, and where. One that later rows have come to use stays."""


def _is_used(owner: User, thing: Thing) -> bool:
    table, pk = thing
    uses = USED_BY[TABLES[table]]
    if any(model._default_manager.filter(**{name: pk}).exists() for model, name in uses):  # noqa: SLF001
        return True
    return bool(rules_pointing_at(owner=owner, name=table.lower(), pk=pk))


def _delete(owner: User, things: list[Thing]) -> None:
    for table, pk in things:
        if table == Reconciliation.__name__:
            ReconciliationRow.objects.filter(reconciliation=pk, reconciliation__owner=owner).delete()
        editable_by(TABLES[table]._default_manager.filter(pk=pk), owner).delete()  # noqa: SLF001


def in_way(thing: Thing, state: State, why: str = "It was changed again later.") -> DomainError:
    """The change cannot be taken back because of this thing."""
    word = WORDS.get(thing[0], thing[0].lower())
    name = str((state or {}).get("name") or "")
    what = f"the {word} {name}".strip() if name else f"a {word}"
    return DomainError("in_the_way", f"Nothing was changed: {what} cannot go back. {why}", status=409)
