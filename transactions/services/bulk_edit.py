"""One edit over a selection or a query: previewed, then done as one change that is undone as one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from accounts.access import editable_by
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.bulk import Edit, edited, is_locked, links_fallen, row_changes, without_links
from transactions.ledger.history import FieldChange, Snapshot, State, links_of
from transactions.models import Category, ChangeSet, LedgerAccount, Payee, Transaction
from transactions.selectors.lists import transaction_list
from transactions.selectors.snapshots import chunks, snapshots_of
from transactions.services.given import field_error, own
from transactions.services.history import LedgerChange, hold_ledger, ledger_change
from transactions.services.history_apply import states_write
from transactions.services.history_names import names_for
from transactions.services.news import announce_change
from transactions.services.tags import tags_ensure, tags_known

SHOWN = 50
LOOKED_AT = 5000
PLAIN = ("note", "status", "booking_date")
REFERENCES = {"category": Category, "payee": Payee, "account": LedgerAccount}


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows by number, or all that a query finds but some. `filters`: the list's own (see `transaction_list`)."""

    ids: Collection[int] | None = None
    query: str = ""
    except_ids: Collection[int] = ()
    filters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowChange:
    """One line of a preview; values as in FieldChange."""

    transaction_id: int
    currency: str
    change: FieldChange


@dataclass(frozen=True, slots=True)
class Preview:
    """How many rows are chosen, how many of them are reconciled and would move, and the first changes."""

    count: int
    locked: int
    changes: list[RowChange]


def bulk_preview(*, owner: User, selection: Selection, changes: Mapping[str, Any], is_removal: bool = False) -> Preview:
    """What `bulk_edit` would do; nothing is stored."""
    with transaction.atomic():
        edit = edit_of(owner, changes, is_removal=is_removal)
        ids = _chosen(owner, selection)
        _check_currency(owner, ids, edit)
        found, locked = _first_changes(owner, ids, edit)
        transaction.set_rollback(True)  # tags that the edit would make
    return Preview(len(ids), locked, found)


def bulk_edit(
    *,
    owner: User,
    selection: Selection,
    changes: Mapping[str, Any],
    is_removal: bool = False,
    unlock: bool = False,
    expected_count: int | None = None,
    actor: User | None = None,
) -> tuple[int, int | None]:
    """Do it: the number of rows chosen and the change's number (None: nothing was different). All rows or none.
    DomainError 409 when the selection is not as large as expected, or reconciled rows would move without `unlock`."""
    with transaction.atomic():
        hold_ledger(owner)
        ids, edit = bulk_choose(
            owner=owner, selection=selection, changes=changes, is_removal=is_removal, expected_count=expected_count
        )
        with ledger_change(owner=owner, kind=kind_of(edit), summary=summary_of(len(ids), edit), actor=actor) as change:
            for chunk in change.steps(ids, are_leaving=is_removal):
                states = change.there(chunk)
                if not unlock:
                    refuse_locked(len(locked_among(states, edit)))
                edit_write(owner, change, states, edit)
        if change.id is not None:
            announce_change(owner)
    return len(ids), change.id


def bulk_choose(
    *, owner: User, selection: Selection, changes: Mapping[str, Any], is_removal: bool, expected_count: int | None
) -> tuple[list[int], Edit]:
    """The rows' numbers, newest first, and what each gets, once it is sure that they can get it. Tags that are missing
    are made."""
    edit = edit_of(owner, changes, is_removal=is_removal)
    ids = _chosen(owner, selection)
    if expected_count is not None and expected_count != len(ids):
        raise DomainError(
            "count_changed", f"These are {len(ids)} rows now, not {expected_count}. Look again.", status=409
        )
    _check_currency(owner, ids, edit)
    return ids, edit


def selection_size(*, owner: User, selection: Selection) -> int:
    """About how many rows are chosen: what is left out is not looked at."""
    if selection.ids is not None:
        return len(selection.ids)
    return rows_matching(owner=owner, query=selection.query, filters=selection.filters).count()


def kind_of(edit: Edit) -> ChangeSet.Kind:
    return ChangeSet.Kind.DELETE if edit.is_removal else ChangeSet.Kind.BULK


def locked_among(states: Mapping[int, Snapshot], edit: Edit) -> list[int]:
    return [pk for pk, state in states.items() if is_locked(state, edited(state, edit))]


def refuse_locked(count: int) -> None:
    if count:
        raise DomainError(
            "reconciled",
            f"{count} of these rows are reconciled. Leave them out, or say that you want to change them too.",
            status=409,
        )


def edit_write(owner: User, change: LedgerChange, states: Mapping[int, Snapshot], edit: Edit) -> None:
    """Give these rows, which `change` watches, what the edit says."""
    current: dict[int, State] = dict(states)
    wanted = {pk: edited(state, edit) for pk, state in states.items()}
    others = {pk for state in states.values() for pair in links_of(state) for pk in pair} - wanted.keys()
    fallen = links_fallen({**{pk: change.before(pk) for pk in others}, **wanted})
    if fallen:
        wanted = {pk: None if state is None else without_links(state, fallen) for pk, state in wanted.items()}
    names = names_for(owner, [state for state in wanted.values() if state is not None])
    states_write(owner.pk, current, wanted, names)


def edit_of(owner: User, changes: Mapping[str, Any], *, is_removal: bool) -> Edit:
    """What the given changes mean. A day may be a date or its text."""
    if is_removal:
        return Edit(is_removal=True)
    values: dict[str, Any] = {}
    for name, model in REFERENCES.items():
        if name in changes:
            values[name] = _reference(owner, model, changes[name], name)
    for name in PLAIN:
        if name in changes:
            value = changes[name]
            values[name] = value.isoformat() if hasattr(value, "isoformat") else value
    add, remove = changes.get("tags_add", []), changes.get("tags_remove", [])
    edit = Edit(values, tags_ensure(owner=owner, names=add, field="tags_add"), tags_known(owner=owner, names=remove))
    if not (values or add or remove):
        raise field_error("changes", "Say what to change.")
    return edit


def _reference(owner: User, model: Any, pk: int | None, name: str) -> dict[str, Any] | None:
    if pk is None:
        if name == "account":
            raise field_error("account", "Choose an account.")
        return None
    row = own(model.objects.all(), owner, pk, name)
    return {"id": row.pk, "name": row.name}


def _chosen(owner: User, selection: Selection) -> list[int]:
    """The rows' numbers, newest first. A number that is not the owner's is refused."""
    if selection.ids is None:
        rows = rows_matching(owner=owner, query=selection.query, filters=selection.filters).order_by(
            "-booking_date", "-id"
        )
        but = set(selection.except_ids)
        return [pk for pk in rows.values_list("pk", flat=True) if pk not in but]
    found: dict[int, Any] = {}
    for chunk in chunks(selection.ids):
        mine = editable_by(Transaction.objects.filter(pk__in=chunk), owner)
        found |= dict(mine.order_by().values_list("pk", "booking_date"))
    missing = set(selection.ids) - found.keys()
    if missing:
        raise DomainError(
            "not_found", "Some of these rows are not there any more. Load the list again.", status=404,
            fields={"ids": [str(pk) for pk in sorted(missing)[:SHOWN]]},
        )  # fmt: skip
    return sorted(found, key=lambda pk: (found[pk], pk), reverse=True)


def rows_matching(*, owner: User, query: str, filters: Mapping[str, Any]) -> QuerySet[Transaction]:
    return transaction_list(owner=owner, text=query, **filters).select_related(None).prefetch_related(None)


def _check_currency(owner: User, ids: Iterable[int], edit: Edit) -> None:
    account = edit.values.get("account")
    if account is None:
        return
    currency = LedgerAccount.objects.get(pk=account["id"]).currency
    others = sum(
        editable_by(Transaction.objects.filter(pk__in=chunk), owner).exclude(currency=currency).count()
        for chunk in chunks(ids)
    )
    if others:
        raise field_error("account", f"That account is in {currency}; {others} of these rows are in another currency.")


def _first_changes(owner: User, ids: list[int], edit: Edit) -> tuple[list[RowChange], int]:
    """The first changes among the newest rows, and how many rows of all are locked."""
    found: list[RowChange] = []
    looked_at = ids[:LOOKED_AT]
    for start in range(0, len(looked_at), 500):
        part = looked_at[start : start + 500]
        states = snapshots_of(owner=owner, ids=part)
        for pk in part:
            changes = row_changes(states[pk], edited(states[pk], edit))
            found += [RowChange(pk, states[pk]["currency"], change) for change in changes]
        if len(found) >= SHOWN:
            break
    return found[:SHOWN], count_locked(owner, ids, edit)


def count_locked(owner: User, ids: Iterable[int], edit: Edit) -> int:
    """How many of these rows are reconciled and would move."""
    count = 0
    for chunk in chunks(ids):
        rows = editable_by(Transaction.objects.filter(pk__in=chunk, status=Transaction.Status.RECONCILED), owner)
        states: Mapping[int, Snapshot] = snapshots_of(owner=owner, ids=rows.values_list("pk", flat=True))
        count += len(locked_among(states, edit))
    return count


def summary_of(count: int, edit: Edit) -> str:
    """What is done, in words."""
    rows = "1 row" if count == 1 else f"{count} rows"
    if edit.is_removal:
        return f"Deleted {rows}"
    parts = [f"{name.replace('_', ' ')}" for name in edit.values]
    parts += [f"tag {name} added" for name in edit.tags_add.values()]
    parts += [f"tag {name} removed" for name in edit.tags_remove.values()]
    return f"Changed {rows}: {', '.join(parts)}"
