"""manage.py refresh: recompute balances, rules and report facts for everybody, one job per unit."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.errors import DomainError
from advisory.dispatch import refresh_ask
from advisory.selectors.refresh import batch_counts, peak_concurrency
from transactions.models import Job

POLL_SECONDS = 0.5
ENDED = (Job.Status.SUCCEEDED, Job.Status.FAILED, Job.Status.CANCELLED)


class Command(BaseCommand):
    help = "Recompute everything from the rows. Joins a refresh that is under way; safe to run twice at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scope", default="", choices=["", "accounts", "users"], help="default: both")
        parser.add_argument("--unit", action="append", default=[], dest="units", help="only this unit; repeatable")
        parser.add_argument("--wait", type=float, default=0, metavar="SECONDS", help="follow until all jobs have ended")

    def handle(self, *_: Any, scope: str, units: list[str], wait: float, **__: Any) -> None:
        try:
            jobs = refresh_ask(owner=None, scope=scope, units=units, trigger=Job.Trigger.COMMAND)
        except DomainError as error:
            raise CommandError(error.message) from None
        self.stdout.write(f"{len(jobs)} jobs asked for.")
        if wait:
            self.follow([job.pk for job in jobs], wait)

    def follow(self, ids: list[int], seconds: float) -> None:
        give_up = time.monotonic() + seconds
        counts: Counter[str] = Counter()
        while time.monotonic() < give_up:
            counts = batch_counts(ids)
            if sum(counts[status] for status in ENDED) == len(ids):
                break
            time.sleep(POLL_SECONDS)
        words = ", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "Nothing to do"
        self.stdout.write(f"{words}; at most {peak_concurrency(ids)} at once.")
        if counts[Job.Status.SUCCEEDED] < len(ids):
            raise CommandError(
                "Not every job has succeeded. `manage.py refresh --wait` again, or see the worker's log."
            )
