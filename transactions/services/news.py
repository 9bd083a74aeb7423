"""Telling the apps above that a ledger changed."""

from __future__ import annotations

from functools import partial

from django.db import transaction

from accounts.models import User
from transactions.models import Transaction
from transactions.signals import ledger_changed, statement_imported


def announce_change(owner: User) -> None:
    """Send `ledger_changed` once the surrounding database transaction is committed."""
    transaction.on_commit(partial(ledger_changed.send_robust, sender=Transaction, owner=owner), robust=True)


def announce_import(owner: User, statement_import_id: int) -> None:
    """Send `statement_imported` once the surrounding database transaction is committed."""
    send = partial(
        statement_imported.send_robust, sender=Transaction, owner=owner, statement_import_id=statement_import_id
    )
    transaction.on_commit(send, robust=True)
