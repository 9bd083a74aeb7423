"""Rows put back a few at a time, each step in a database transaction of its own, on SQLite."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from transactions.selectors.one_moment import one_moment
from transactions.selectors.portable import portable_models, rows_of
from transactions.services.bulk import insert_rows
from transactions.services.erase import in_order
from transactions.services.job_claim import JobClaim
from transactions.services.progress import in_steps
from transactions.services.restore import Restored, Restoring, require_sound
from transactions.services.restore_archive import Archive, broken
from transactions.services.steps import BREATH
from transactions.storage import remove_ledger_files_of

CHUNK = 2000


def restore_steps(claim: JobClaim, archive: Archive) -> Restored:
    """All of the archive in place of whatever is there. References are looked at when all rows are in: in which order
    they come does not matter then, and no row of another ledger can be meant (see Restoring)."""
    stored: list[str] = []
    tick = in_steps(claim.stage, "putting rows back", 5, 80)

    def insert(model: type[Model], names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        with transaction.atomic():
            claim.hold()
            insert_rows(model, names, rows)
        time.sleep(BREATH)

    rows_leave(claim)
    with connection.constraint_checks_disabled():
        try:
            done = Restoring(claim.job.owner, archive, stored, insert=insert, tick=tick).run()
        except IntegrityError:
            raise broken("its rows contradict each other") from None
    claim.stage("comparing with the archive", 85)
    with one_moment():
        try:
            connection.check_constraints([model._meta.db_table for model in portable_models()])  # noqa: SLF001
        except IntegrityError:
            raise broken("its rows contradict each other") from None
        found = require_sound(claim.job.owner, archive)
    claim.stage("ready", 99)
    return Restored(found, done, len(stored))


def rows_leave(claim: JobClaim) -> None:
    """Take away all that the ledger holds: its own first rows, or what an attempt that died has left."""
    with connection.constraint_checks_disabled():
        for model in in_order(portable_models()):
            rows = rows_of(model, claim.job.owner)
            while found := list(rows.values_list("pk", flat=True)[:CHUNK]):
                with transaction.atomic():
                    claim.hold()
                    part = rows.filter(pk__lte=found[-1]).order_by()
                    part._raw_delete(part.db)  # noqa: SLF001 (the public delete loads every row first)
                if len(found) == CHUNK:
                    time.sleep(BREATH)
    remove_ledger_files_of(claim.job.owner_id)
