"""Writing rows as history has them, once it is sure that they can stand; whoever stands in the way is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.history import State
from transactions.services.history_apply import states_write
from transactions.services.history_checks import LOCKED, lines_settle, links_settle, locked_rows, rows_that_cannot
from transactions.services.history_names import names_for

MOST_NAMED = 100


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A row that keeps a change from being taken back, and why, in words."""

    transaction_id: int
    reason: str


def settle(owner: User, current: dict[int, State], wanted: dict[int, State], *, unlock: bool) -> None:
    """Write the wanted states. DomainError 409 names the rows that cannot be so, or that are reconciled."""
    locked = [] if unlock else locked_rows(current, wanted)
    refuse([Obstacle(pk, LOCKED) for pk in locked], code="reconciled")
    names = names_for(owner, [state for state in wanted.values() if state is not None])
    reasons = rows_that_cannot(owner, current, wanted, names)
    reasons |= lines_settle(current, wanted) | links_settle(owner, current, wanted)
    refuse([Obstacle(pk, reason) for pk, reason in sorted(reasons.items())])
    try:
        with transaction.atomic():
            states_write(owner.pk, current, wanted, names)
    except IntegrityError:
        refuse([Obstacle(pk, "Another row has taken its place.") for pk in sorted(wanted)])


def refuse(obstacles: Sequence[Obstacle], code: str = "in_the_way") -> None:
    """DomainError 409 that names the rows, the first of them in words."""
    if not obstacles:
        return
    fields = {str(one.transaction_id): [one.reason] for one in obstacles[:MOST_NAMED]}
    rows = "one row" if len(obstacles) == 1 else f"{len(obstacles)} rows"
    raise DomainError(
        code, f"Nothing was changed: {rows} cannot go back. {obstacles[0].reason}", status=409, fields=fields
    )
