"""Bringing rows back to a state that history holds: in a few statements for many rows, whatever they are now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from transactions.ledger.history import Snapshot, State, ids_of, is_same, links_of
from transactions.models import (
    Attachment,
    DuplicateReview,
    MergedTransaction,
    Split,
    StatementLine,
    Transaction,
    TransactionTag,
    Transfer,
)
from transactions.selectors.snapshots import PLAIN, chunks
from transactions.services.bulk import insert_rows
from transactions.services.history_names import Names
from transactions.services.row_removal import delete_transactions
from transactions.services.transfers import bump

FROM = ("category_source", "category_reason")
"""What goes with a category that is gone, whatever history says."""
DAYS = ("booking_date", "value_date")
COLUMNS = (
    "id", "owner", "account", *DAYS, "payee", "category", *PLAIN, "statement_line", "revision", "created_at",
    "updated_at",
)  # fmt: skip


def states_write(owner_id: int, current: Mapping[int, State], wanted: Mapping[int, State], names: Names) -> None:
    """Make every row of `wanted` what it says: gone, there again, or changed. `current`: the same rows as they are.

    Links are written when both sides are there; the caller has made sure that they can hold.
    """
    leaving = [pk for pk, state in wanted.items() if state is None and current[pk] is not None]
    coming = {pk: state for pk, state in wanted.items() if state is not None and current[pk] is None}
    staying = {pk: state for pk, state in wanted.items() if state is not None and current[pk] is not None}
    links = links_joined(current.values()), links_joined(wanted.values())
    _unlink(*links)
    for chunk in chunks(leaving):
        delete_transactions(chunk)
    _update(current, staying, names)  # first, as one of them may hold a line that a coming row needs
    _insert(owner_id, coming, names)
    _write_shares(current, wanted, names)
    _write_tags(current, wanted, names)
    _write_attachments(owner_id, current, wanted)
    _link(owner_id, *links)
    bump(_others(*links) - wanted.keys())


def _values(state: Snapshot, names: Names) -> dict[str, Any]:
    """The row's own columns, with what is gone meanwhile replaced (see Names)."""
    values = {name: state[name] for name in (*DAYS, *PLAIN)}
    category = names.category(state["category"])
    if state["category"] is not None and category is None:
        values |= {"category_source": Transaction.CategorySource.NONE.value, "category_reason": ""}
    return values | {
        "account_id": state["account"]["id"],
        "payee_id": names.payee(state["payee"]),
        "category_id": category,
        "statement_line_id": state["statement_line"],
    }


def _insert(owner_id: int, coming: Mapping[int, Snapshot], names: Names) -> None:
    now = timezone.now()
    rows = []
    for pk, state in sorted(coming.items()):
        values = _values(state, names)
        days = [_day(values[name]) for name in DAYS]
        made = parse_datetime(state["_created_at"]) or now
        head = (pk, owner_id, values["account_id"], *days, values["payee_id"], values["category_id"])
        plain = (values[name] for name in PLAIN)
        rows.append((*head, *plain, values["statement_line_id"], state["_revision"] + 1, made, now))
    insert_rows(Transaction, COLUMNS, rows)
    for pk, state in coming.items():
        _keep_books(pk, state.get("_bookkeeping", {}))


def _day(text: str | None) -> Any:
    return Transaction._meta.get_field("booking_date").to_python(text)  # noqa: SLF001 (the documented model API)


def _keep_books(pk: int, kept: Mapping[str, Any]) -> None:
    """What imports remembered about the row, as far as those imports still do."""
    StatementLine.objects.filter(pk__in=kept.get("matched_lines", []), matched_transaction=None).update(
        matched_transaction=pk
    )
    DuplicateReview.objects.filter(pk__in=kept.get("reviews", []), existing_transaction=None).update(
        existing_transaction=pk
    )
    for record, line, line_before, before in kept.get("merges", []):
        lines = {one for one in (line, line_before) if one is not None}
        if StatementLine.objects.filter(pk__in=lines, status__in=["booked", "superseded"]).count() == len(lines):
            MergedTransaction.objects.create(
                statement_import_id=record, transaction_id=pk, line_id=line, line_before_id=line_before, before=before
            )


def _update(current: Mapping[int, State], staying: Mapping[int, Snapshot], names: Names) -> None:
    """One statement for all rows that get the same values."""
    groups: dict[str, list[int]] = defaultdict(list)
    for pk, state in staying.items():
        before, after = current[pk] or {}, state
        changed = {
            name: value
            for name, value in _values(after, names).items()
            if not is_same(name, before.get(key := name.removesuffix("_id")), after.get(key))
            or (name in FROM and value not in (before.get(name), after.get(name)))
        }
        if changed or difference_beside(before, after):
            groups[json.dumps(changed, sort_keys=True)].append(pk)
    for text, ids in groups.items():
        for chunk in chunks(ids):
            Transaction.objects.filter(pk__in=chunk).update(
                **json.loads(text), revision=F("revision") + 1, updated_at=timezone.now()
            )


def difference_beside(before: Snapshot, after: Snapshot) -> bool:
    """Shares, tags, attachments or links differ: the row counts as changed too."""
    names = {name for name in before.keys() | after.keys() if ":" in name} | {"splits"}
    return any(not is_same(name, before.get(name), after.get(name)) for name in names)


def _write_shares(current: Mapping[int, State], wanted: Mapping[int, State], names: Names) -> None:
    different = {
        pk: state["splits"]
        for pk, state in wanted.items()
        if state is not None and not is_same("splits", (current[pk] or {}).get("splits", []), state["splits"])
    }
    for chunk in chunks(different):
        Split.objects.filter(transaction__in=chunk).delete()
    rows = [
        (pk, share["amount_minor"], names.category(share["category"]), share["note"], position)
        for pk, shares in sorted(different.items())
        for position, share in enumerate(shares)
    ]
    insert_rows(Split, ("transaction", "amount_minor", "category", "note", "position"), rows)


def _write_tags(current: Mapping[int, State], wanted: Mapping[int, State], names: Names) -> None:
    gone: dict[int, list[int]] = defaultdict(list)
    new: list[tuple[int, int]] = []
    for pk, state in wanted.items():
        if state is None:
            continue
        before, after = ids_of(current[pk], "tag"), ids_of(state, "tag")
        for tag in before.keys() - after.keys():
            gone[tag].append(pk)
        new += [(pk, names.tag(tag, name)) for tag, name in sorted(after.items()) if tag not in before]
    for tag, ids in gone.items():
        for chunk in chunks(ids):
            TransactionTag.objects.filter(tag=tag, transaction__in=chunk).delete()
    insert_rows(TransactionTag, ("transaction", "tag"), sorted(set(new)))


def _write_attachments(owner_id: int, current: Mapping[int, State], wanted: Mapping[int, State]) -> None:
    """Files go off and on rows again; one that the sweep has deleted meanwhile stays away."""
    mine = Attachment.objects.filter(owner=owner_id)
    for pk, state in wanted.items():
        gone = ids_of(current[pk], "attachment").keys() - ids_of(state, "attachment").keys()
        if state is not None and gone:
            mine.filter(pk__in=gone, transaction=pk).update(transaction=None, removed_at=timezone.now())
    for pk, state in wanted.items():
        new = ids_of(state, "attachment").keys() - ids_of(current[pk], "attachment").keys()
        if new:
            mine.filter(pk__in=new, transaction=None).update(transaction=pk, last_transaction_id=pk, removed_at=None)


Pair = tuple[int, int]
Links = dict[Pair, dict[str, Any]]


def links_joined(states: Iterable[State]) -> Links:
    found: Links = {}
    for state in states:
        found |= links_of(state)
    return found


def _unlink(before: Links, after: Links) -> None:
    for pairs in _groups(pair for pair in before if pair not in after or before[pair] != after[pair]):
        Transfer.objects.filter(pairs).delete()


def _link(owner_id: int, before: Links, after: Links) -> None:
    new = {pair: link for pair, link in after.items() if before.get(pair) != link}
    there = set(Transaction.objects.filter(pk__in={pk for pair in new for pk in pair}).values_list("pk", flat=True))
    Transfer.objects.bulk_create(
        [
            Transfer(owner_id=owner_id, outgoing_id=out, incoming_id=into, **link)
            for (out, into), link in sorted(new.items())
            if {out, into} <= there
        ],
        batch_size=500,
    )


def _others(before: Links, after: Links) -> set[int]:
    """Both sides of every link that came or went."""
    changed = {pair for pair in before.keys() | after.keys() if before.get(pair) != after.get(pair)}
    return {pk for pair in changed for pk in pair}


def _groups(pairs: Iterable[Pair]) -> Iterable[Q]:
    ordered = sorted(pairs)
    for start in range(0, len(ordered), 200):
        found = Q()
        for out, into in ordered[start : start + 200]:
            found |= Q(outgoing=out, incoming=into)
        yield found
