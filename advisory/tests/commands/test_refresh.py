"""manage.py refresh: what it prints and how it ends."""

from __future__ import annotations

import threading
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import User
from advisory.tests.books import Book
from transactions.models import Job
from transactions.services.jobs import job_cancel, job_run

pytestmark = pytest.mark.django_db


def refresh(*arguments: str) -> str:
    out = StringIO()
    call_command("refresh", *arguments, stdout=out)
    return out.getvalue()


def work_off() -> None:
    for job in Job.objects.filter(status=Job.Status.QUEUED):
        job_run(job_id=job.pk)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two looks of the command, everything that is queued gets done."""
    monkeypatch.setattr("advisory.management.commands.refresh.time.sleep", lambda _seconds: work_off())


def test_it_asks_for_everybody_and_says_how_many_jobs(book: Book, bob: User) -> None:
    assert refresh() == "7 jobs asked for.\n"
    assert Job.objects.filter(trigger=Job.Trigger.COMMAND).count() == 7


def test_scope_and_units_narrow(book: Book) -> None:
    assert refresh("--scope", "accounts") == "1 jobs asked for.\n"
    assert refresh("--unit", "rules", "--unit", "rollups") == "2 jobs asked for.\n"


@pytest.mark.usefixtures("worker")
def test_it_follows_to_the_end(book: Book) -> None:
    assert refresh("--wait", "60") == "4 jobs asked for.\n4 succeeded; at most 1 at once.\n"


@pytest.mark.usefixtures("worker")
def test_a_job_that_did_not_succeed_is_a_failure(book: Book) -> None:
    refresh()
    job = Job.objects.order_by("pk")[0]
    job_cancel(owner=book.owner, job_id=job.pk)
    out = StringIO()
    with pytest.raises(CommandError, match="Not every job has succeeded"):
        call_command("refresh", "--wait", "60", stdout=out)
    assert "1 cancelled, 3 succeeded; at most 1 at once." in out.getvalue()


def test_time_that_runs_out_is_a_failure(book: Book) -> None:
    with pytest.raises(CommandError, match="Not every job has succeeded"):
        refresh("--wait", "0.01")


def test_nobody_to_refresh_is_no_failure(db: None) -> None:
    assert refresh("--wait", "5") == "0 jobs asked for.\nNothing to do; at most 0 at once.\n"


def test_a_unit_that_does_not_exist_is_refused(book: Book) -> None:
    with pytest.raises(CommandError, match="Choose units from analyse, report_facts, rollups, rules"):
        refresh("--unit", "stars")
    assert not Job.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_share_one_run(book: Book, bob: User) -> None:
    Job.objects.all().delete()  # entering the book's rows asked for an analysis of its own
    printed: list[str] = []

    def call() -> None:
        try:
            printed.append(refresh())
        finally:
            connection.close()

    threads = [threading.Thread(target=call) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert printed == ["7 jobs asked for.\n"] * 2
    assert (Job.objects.count(), Job.objects.values("batch").distinct().count()) == (7, 1)
