"""The one place where news from below is received."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.signals import user_deleted
from advisory import storage
from advisory.dispatch import analysis_ask_later, refresh_ask
from advisory.services.forgetting import found_forget
from transactions.models import Job
from transactions.signals import ledger_changed, sample_removed, statement_imported


def refresh_after_import(*, owner: User, **_: Any) -> None:
    """New rows change balances, rules' matches and what finished reports say."""
    refresh_ask(owner=owner, scope="", trigger=Job.Trigger.IMPORT)


def analyse_after_edit(*, owner: User, **_: Any) -> None:
    """Edits by hand teach the categoriser and change what the engines find."""
    analysis_ask_later(owner=owner)


def forget_what_stood_on_the_demo(*, owner: User, transaction_ids: frozenset[int], **_: Any) -> None:
    """Within the removal itself. What runs meanwhile may still store what it saw, so all is looked at once more."""
    found_forget(owner=owner, gone=transaction_ids)
    transaction.on_commit(partial(refresh_ask, owner=owner, scope="", trigger=Job.Trigger.IMPORT), robust=True)


def forget_reports(*, user_id: int, **_: Any) -> None:
    """The rows went with the user; the files go too."""
    storage.remove_owner(user_id)


def connect() -> None:
    """Join the ledger's signals to the dispatch; called once when the app is ready."""
    statement_imported.connect(refresh_after_import, dispatch_uid="advisory.refresh_after_import")
    ledger_changed.connect(analyse_after_edit, dispatch_uid="advisory.analyse_after_edit")
    sample_removed.connect(forget_what_stood_on_the_demo, dispatch_uid="advisory.forget_what_stood_on_the_demo")
    user_deleted.connect(forget_reports, dispatch_uid="advisory.forget_reports")
