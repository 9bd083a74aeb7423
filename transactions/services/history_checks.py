"""What keeps rows from going back to a state of theirs: looked at before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.bulk import is_locked, is_transfer
from transactions.ledger.history import Snapshot, State, links_of
from transactions.ledger.splits import split_difference
from transactions.models import LedgerAccount, StatementLine, Transfer
from transactions.selectors.snapshots import chunks, snapshots_of
from transactions.services.history_names import Names

Pair = tuple[int, int]
CONFIRMED = Transfer.Status.CONFIRMED.value

ACCOUNT_GONE = "Its account is gone, or is in another currency now."
SHARES = "Its shares would no longer add up to its amount."
LINKED = "It is a side of a transfer that would no longer hold."
LINE_TAKEN = "Another row stands for its bank line now."
LINE_GONE = "The import that brought it was rolled back. Import the file again instead."
LOCKED = "It is reconciled. Say that you want to change it all the same."


def locked_rows(current: Mapping[int, State], wanted: Mapping[int, State]) -> list[int]:
    """Reconciled rows that would move, go, or be open again."""
    return [pk for pk, state in wanted.items() if is_locked(current[pk], state)]


def rows_that_cannot(
    owner: User, current: Mapping[int, State], wanted: Mapping[int, State], names: Names
) -> dict[int, str]:
    """Row -> why it cannot be as wanted."""
    found: dict[int, str] = {}
    currencies = dict(
        editable_by(LedgerAccount.objects.filter(pk__in=names.accounts), owner).values_list("pk", "currency")
    )
    for pk, state in wanted.items():
        if state is None:
            continue
        shares = [share["amount_minor"] for share in state["splits"]]
        if currencies.get(state["account"]["id"]) != state["currency"]:
            found[pk] = ACCOUNT_GONE
        elif shares and split_difference(state["amount_minor"], shares):
            found[pk] = SHARES
    return found


def links_settle(owner: User, current: Mapping[int, State], wanted: Mapping[int, State]) -> dict[int, str]:
    """Drop the links from the wanted states that have nothing to link any more; row -> why, where a link that is
    there now would not hold with what is wanted."""
    there = {pair for state in current.values() for pair in links_of(state)}
    pairs = {pair: link for state in wanted.values() for pair, link in links_of(state).items()}
    sides = _sides(owner, wanted, pairs)
    taken = _taken(owner, pairs, there)
    found: dict[int, str] = {}
    for pair, link in pairs.items():
        if is_transfer(sides.get(pair[0]), sides.get(pair[1])) and not (link["status"] == CONFIRMED and pair in taken):
            continue
        for pk in pair:
            state = wanted.get(pk)
            if state is None:
                continue
            if pair in there:
                found[pk] = LINKED
            else:
                state.pop(f"transfer:{pair[0]}:{pair[1]}", None)
    return found


def _sides(owner: User, wanted: Mapping[int, State], pairs: Iterable[Pair]) -> dict[int, State]:
    others = {pk for pair in pairs for pk in pair} - wanted.keys()
    return {**snapshots_of(owner=owner, ids=others), **wanted}


def _taken(owner: User, pairs: Mapping[Pair, Any], there: set[Pair]) -> set[Pair]:
    """Pairs of which one side is in another confirmed transfer, which stays."""
    found: set[Pair] = set()
    outs, intos = {out for out, _ in pairs}, {into for _, into in pairs}
    confirmed: set[Pair] = set()
    for chunk in chunks(outs | intos):
        links = editable_by(Transfer.objects.filter(Q(outgoing__in=chunk) | Q(incoming__in=chunk)), owner)
        confirmed.update(links.filter(status=CONFIRMED).order_by().values_list("outgoing_id", "incoming_id"))
    # A link that goes with this very change takes no place.
    staying = {pair for pair in confirmed if pair not in there or pairs.get(pair, {}).get("status") == CONFIRMED}
    for pair in pairs:
        if any(other != pair and (set(other) & set(pair)) for other in staying):
            found.add(pair)
    return found


def lines_settle(current: Mapping[int, State], wanted: Mapping[int, State]) -> dict[int, str]:
    """Give rows that come back the bank line they had, or the one that took its place when an import was rolled
    back; row -> why there is none."""
    coming: dict[int, Snapshot] = {
        pk: state
        for pk, state in wanted.items()
        if state is not None and current[pk] is None and state["statement_line"] is not None
    }
    found: dict[int, str] = {}
    lines = {
        line.pk: line for chunk in chunks(state["statement_line"] for state in coming.values())
        for line in StatementLine.objects.filter(pk__in=chunk).select_related("transaction")
    }  # fmt: skip
    used: set[int] = set()
    for pk, state in sorted(coming.items()):
        line = lines.get(state["statement_line"])
        if line is not None and line.status == StatementLine.Status.BOOKED:
            if hasattr(line, "transaction") and _keeps(wanted, line.transaction.pk, line.pk):
                found[pk] = LINE_TAKEN
            continue
        heir = _heir(line, used)
        if heir is None:
            found[pk] = LINE_GONE
        else:
            state["statement_line"] = heir
            used.add(heir)
    return found


def _keeps(wanted: Mapping[int, State], holder: int, line_id: int) -> bool:
    """The row that stands for the line will go on doing so."""
    if holder not in wanted:
        return True
    state = wanted[holder]
    return state is not None and state["statement_line"] == line_id


def _heir(line: StatementLine | None, used: set[int]) -> int | None:
    """A booked line of another import for the same movement that has no row, because the row had been deleted."""
    if line is None:
        return None
    same = StatementLine.objects.filter(
        account=line.account_id,
        status=StatementLine.Status.BOOKED,
        booking_date=line.booking_date,
        amount_minor=line.amount_minor,
        transaction=None,
    )
    return same.exclude(pk__in=used).order_by("pk").values_list("pk", flat=True).first()
