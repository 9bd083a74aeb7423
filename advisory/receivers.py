"""The one place where news from below is received."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from accounts.signals import user_deleted
from advisory import storage
from advisory.dispatch import refresh_ask
from transactions.models import Job
from transactions.signals import statement_imported


def refresh_after_import(*, owner: User, **_: Any) -> None:
    """New rows change balances, rules' matches and what finished reports say."""
    refresh_ask(owner=owner, scope="", trigger=Job.Trigger.IMPORT)


def forget_reports(*, user_id: int, **_: Any) -> None:
    """The rows went with the user; the files go too."""
    storage.remove_owner(user_id)


def connect() -> None:
    """Join the ledger's signals to the dispatch; called once when the app is ready."""
    statement_imported.connect(refresh_after_import, dispatch_uid="advisory.refresh_after_import")
    user_deleted.connect(forget_reports, dispatch_uid="advisory.forget_reports")
