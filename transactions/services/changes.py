"""Taking changes back, and putting deleted rows back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db import transaction

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError, NotFoundError
from accounts.models import User
from transactions.ledger.history import Difference, State, in_the_way, join, links_of, taken_back
from transactions.models import Change, ChangeSet, Job, Transaction
from transactions.selectors.changes import deleted_changes
from transactions.selectors.jobs import is_change_at_work
from transactions.selectors.snapshots import snapshots_of
from transactions.selectors.things import TABLES
from transactions.services.history import described, hold_ledger, ledger_change
from transactions.services.history_checks import LINE_GONE
from transactions.services.history_settle import Obstacle, refuse, settle
from transactions.services.history_things import answers_in, things_around, things_changed, things_taken_back
from transactions.services.import_reviews import answers_take_back
from transactions.services.merge import transaction_merge, unmerge
from transactions.services.news import announce_change

Kind = ChangeSet.Kind
OWN_WAY = {
    Kind.IMPORT: "An import is taken back on its own page: roll it back there.",
    Kind.ROLLBACK: "Import the file again to have its rows back.",
    Kind.ACCOUNT: "A deleted account does not come back. Import its files again, or restore an export.",
}
OLD_RECONCILE = "Undo the reconciliation itself, on the account's page."
LATER = "It was changed again later."


def change_undo_last(*, owner: User, actor: User | None = None, unlock: bool = False) -> ChangeSet:
    """Take back the latest change of this person that still stands. DomainError `nothing_to_undo`: there is none."""
    return change_undo(owner=owner, change_set_id=change_last(owner=owner, actor=actor).pk, actor=actor, unlock=unlock)


def change_last(*, owner: User, actor: User | None = None) -> ChangeSet:
    """The latest change of this person that still stands. DomainError `nothing_to_undo`: there is none."""
    sets = editable_by(ChangeSet.objects.filter(undone_by=None, actor=actor or owner.actor), owner)
    last = sets.exclude(kind=Kind.UNDO).order_by("-pk").first()
    if last is None:
        raise DomainError("nothing_to_undo", "There is nothing to undo.", status=409)
    return last


def change_undo(*, owner: User, change_set_id: object, actor: User | None = None, unlock: bool = False) -> ChangeSet:
    """Take a change back as a whole, or nothing of it; the answer is the change that did so. Undoing that one does
    the change again. DomainError with status 409 names the rows that stand in the way."""
    with transaction.atomic():
        hold_ledger(owner)
        done = get_editable(ChangeSet.objects.all(), owner, change_set_id)
        require_undoable(owner, done)
        with ledger_change(owner=owner, kind=Kind.UNDO, summary=undo_summary(done), actor=actor) as change:
            things = things_changed(done)
            for table, pk in things:
                change.watch_things(TABLES[table], [pk])
            if answers := answers_in(things):
                answers_take_back(owner=owner, answers=answers, unlock=unlock)
            else:
                differences = differences_of(done)
                change.watch(differences, are_leaving=True)
                back = things_taken_back(owner, things)
                with things_around(back):
                    _take_back(owner, done, differences, unlock=unlock or back.unlocks)
        if change.id is None:  # nothing of it is left: what it made or changed is as before already
            raise DomainError("undone_already", "Nothing of this change is left to undo.", status=409)
        ChangeSet.objects.filter(pk=done.pk).update(undone_by=change.id)
        ChangeSet.objects.filter(undone_by=done.pk).update(undone_by=None)
        announce_change(owner)
    return change.change_set


def require_undoable(owner: User, done: ChangeSet, but: Job | None = None) -> None:
    """DomainError 409 when the change is taken back in another way, was taken back already, or when a job, `but` this
    one, is still at work on it."""
    another_way = own_way(done)
    if another_way:
        raise DomainError("not_undoable", another_way, status=409)
    if done.undone_by_id is not None:
        raise DomainError("undone_already", "This change was undone already.", status=409)
    if is_change_at_work(owner, done.pk, but=but):
        raise DomainError("at_work", "A job is still at work on this change. Stop the job first.", status=409)


def own_way(done: ChangeSet) -> str:
    """How else a change is taken back that cannot be undone here, in words; empty: it can be."""
    if done.kind == Kind.RECONCILE and not done.things:
        return OLD_RECONCILE  # from before changes knew of reconciliations
    return OWN_WAY.get(Kind(done.kind), "")


def undo_summary(done: ChangeSet) -> str:
    """What taking it back is called."""
    said = done.summary or done.get_kind_display()
    return f"Done again: {said.removeprefix('Undone: ')}" if done.kind == Kind.UNDO else f"Undone: {said}"


def differences_of(done: ChangeSet, ids: Sequence[int] | None = None) -> dict[int, Difference]:
    """What the change made of each row, or of these."""
    parts: dict[int, list[Difference]] = defaultdict(list)
    rows = done.changes.all() if ids is None else done.changes.filter(transaction_id__in=ids)
    for pk, before, after in rows.order_by("pk").values_list("transaction_id", "before", "after"):
        parts[pk].append(Difference(before, after))
    return {pk: found for pk, each in parts.items() if (found := join(each)) is not None}


def _take_back(owner: User, done: ChangeSet, differences: Mapping[int, Difference], *, unlock: bool) -> None:
    current: dict[int, State] = dict.fromkeys(differences)
    current |= snapshots_of(owner=owner, ids=differences)
    refuse([Obstacle(pk, LATER) for pk, one in sorted(differences.items()) if in_the_way(current[pk], one)])
    merge = ChangeSet.objects.filter(kind=Kind.MERGE, undone_by=done).first()
    if merge is not None:
        _merge_again(owner, merge, unlock=unlock)
        return
    wanted = {pk: taken_back(current[pk], one) for pk, one in differences.items()}
    refuse([Obstacle(pk, LINE_GONE) for pk in _unmerge(wanted)])
    settle(owner, current, wanted, unlock=unlock)


def _unmerge(wanted: Mapping[int, State]) -> list[int]:
    """Bank lines of rows that were merged, as they were before; the rows for which that is not possible."""
    merged = {pk: state for pk, state in wanted.items() if state and "merged" in state.get("_bookkeeping", {})}
    return [pk for pk, state in merged.items() if not unmerge(state)]


def _merge_again(owner: User, merge: ChangeSet, *, unlock: bool) -> None:
    """Merging is more than its rows: what their bank lines say follows too, so it is done anew."""
    gone = merge.changes.filter(after__isnull=True).order_by("pk").values_list("transaction_id", "before")
    into = {before["_bookkeeping"]["merged"]["into"] for _, before in gone if before}
    transaction_merge(owner=owner, keep=into.pop(), others=[pk for pk, _ in gone], unlock=unlock)


def transaction_restore(*, owner: User, transaction_id: object, actor: User | None = None) -> Transaction:
    """Put a deleted row back under its old number with its shares, tags, bank line and attachments, and with its
    transfer where the other side still stands. NotFoundError when it is not among the deleted ones."""
    with transaction.atomic():
        hold_ledger(owner)
        gone = _deleted(owner, transaction_id)
        pk, before = gone.transaction_id, dict(gone.before or {})
        with ledger_change(
            owner=owner, kind=Kind.RESTORE, summary=f"Restored {described(before)}", actor=actor
        ) as change:
            others = {other for pair in links_of(before) for other in pair} - {pk}
            change.watch(others)
            change.created([pk])
            settle(owner, {pk: None}, {pk: before}, unlock=False)
        announce_change(owner)
    return Transaction.objects.get(pk=pk)


def _deleted(owner: User, transaction_id: object) -> Change:
    text = str(transaction_id)
    found = (
        deleted_changes(owner=owner).filter(transaction_id=int(text)).first()
        if text.isascii() and text.isdigit() and len(text) < 19
        else None
    )
    if found is None:
        raise NotFoundError("deleted transaction")
    return found
