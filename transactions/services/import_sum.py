"""The sum over an owner's transactions, carried on from import to import: hashing a long history anew for each
statement would cost more than importing it."""

from __future__ import annotations

import hashlib

from accounts.models import User
from transactions.ledger.ledger_hash import LedgerSum
from transactions.models import KeptSum
from transactions.selectors.ledger_content import transactions_sum
from transactions.services.import_plan import Stamp, ledger_stamp


def sum_before(owner: User, stamp: Stamp) -> LedgerSum:
    """Of the ledger as `stamp` names it: what the latest import left behind, or else from all rows."""
    kept = KeptSum.objects.filter(owner=owner, stamp=_text(stamp)).first()
    return transactions_sum(owner) if kept is None else LedgerSum(kept.count, int(kept.total, 16))


def sum_keep(owner: User, after: LedgerSum) -> None:
    """To be called at the end of an import's database transaction, when nothing changes any more."""
    stamp = _text(ledger_stamp(owner))
    values = {"stamp": stamp, "count": after.count, "total": f"{after.total:064x}"}
    KeptSum.objects.update_or_create(owner=owner, defaults=values)


def _text(stamp: Stamp) -> str:
    return hashlib.sha256(repr(stamp).encode()).hexdigest()
