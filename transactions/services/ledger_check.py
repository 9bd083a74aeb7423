"""All rules of a ledger in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from django.db import connection
from django.db.models import Q

from accounts.models import User
from transactions.models import Attachment
from transactions.models.rollup_triggers import missing
from transactions.selectors import ledger_check as rules
from transactions.selectors.ledger_check import Finding
from transactions.selectors.portable import media_path
from transactions.selectors.rollup_proof import rollups_differing
from transactions.storage import ATTACHMENTS, uploads_older_than

UNFINISHED = timedelta(days=1)


def ledger_check(*, owner: User) -> list[Finding]:
    """Everything that is wrong with the owner's ledger; empty when it is sound."""
    return [finding for check in CHECKS for finding in check(owner)]


def check_rollups(owner: User) -> Iterator[Finding]:
    """The sums that are stored are what a full rebuild from the rows gives, month by month; but for months that are
    marked as stale, which nobody reads. The marks can be relied on as long as the database's triggers are there."""
    for name in sorted(missing(connection)):
        yield Finding("rollup", f"trigger {name}", "It is gone, so that changes may have gone unseen. Run migrate.")
    for (kind, account, month), (stored, expected) in sorted(rollups_differing(owner=owner).items()):
        yield Finding(
            "rollup",
            f"account {account}",
            f"The stored {kind} of {month:%Y-%m} are {stored}, and its rows give {expected}.",
        )


def check_attachments(owner: User) -> Iterator[Finding]:
    """Every attached file is on the disk and hangs on a row of its owner; no file lies there that no row knows. What
    was written within the day may still be on its way. (A restored row whose file was lost before has no path.)"""
    rows = Attachment.objects.filter(Q(owner=owner) | Q(transaction__owner=owner)).order_by("pk")
    known = set()
    for pk, holder, row_owner, path in rows.values_list("pk", "owner_id", "transaction__owner_id", "stored_as"):
        known.add(path)
        if row_owner not in (None, holder):
            yield Finding("attachment", f"attachment {pk}", "It hangs on somebody else's row.")
        if path and not Path(media_path(path)).is_file():
            yield Finding("attachment", f"attachment {pk}", "Its file is gone from the disk.")
    for path in uploads_older_than(ATTACHMENTS, UNFINISHED):
        if path.startswith(f"{ATTACHMENTS}/{owner.pk}/") and path not in known:
            yield Finding("attachment", f"file {path}", "No row knows it.")


CHECKS: tuple[Callable[[User], Iterator[Finding]], ...] = (
    rules.check_owners,
    rules.check_currencies,
    rules.check_splits,
    rules.check_transfers,
    rules.check_imports,
    rules.check_lines,
    rules.check_reconciliations,
    rules.check_history,
    check_rollups,
    check_attachments,
)
