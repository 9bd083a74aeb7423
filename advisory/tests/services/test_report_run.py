"""A report's work, interrupted anywhere and done again: one set of files, one set of facts, nothing left over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import OperationalError
from django.utils import timezone

from accounts.models import User
from accounts.services.users import user_erase
from advisory import storage
from advisory.models import Fact, Report, ReportFact
from advisory.selectors.facts import stale_among
from advisory.services import reports
from advisory.tests.books import MONTH, Book, content, facts_of, job_id_of, media
from transactions.models import Job, Transaction
from transactions.services.job_claim import JobClaim, job_claim
from transactions.services.job_kinds import kind_named
from transactions.services.jobs import job_cancel, job_run, jobs_sweep

pytestmark = pytest.mark.django_db
STEPS = (
    "report_inputs",
    "document_of",
    "to_json_bytes",
    "to_csv_bytes",
    "render_html",
    "render_pdf",
    "report_finish",
    "facts_store",
)
NAMES = ["report.csv", "report.html", "report.json", "report.pdf"]


@contextmanager
def interrupted(step: str, action: Callable[[], object], *, after: bool = False) -> Iterator[None]:
    """Something happens right before (or after) the named step of the work, once."""
    patch = pytest.MonkeyPatch()
    place = storage if hasattr(storage, step) else reports
    real = getattr(place, step)

    def step_with_interruption(*args: Any, **kwargs: Any) -> Any:
        patch.undo()
        made = real(*args, **kwargs) if after else None
        action()
        return made if after else real(*args, **kwargs)

    patch.setattr(place, step, step_with_interruption)
    try:
        yield
    finally:
        patch.undo()


def fault(error: Exception) -> Callable[[], object]:
    def raise_it() -> None:
        raise error

    return raise_it


def made_due(report: Report) -> int:
    """The pause after a broken attempt is over."""
    Job.objects.filter(pk=job_id_of(report)).update(not_before=None)
    return job_id_of(report)


def lease_over(report: Report) -> None:
    Job.objects.filter(pk=job_id_of(report)).update(lease_until=timezone.now() - timedelta(seconds=1))


def claimed(report: Report) -> JobClaim:
    claim = job_claim(job_id=job_id_of(report))
    assert claim is not None
    return claim


def assert_whole(report: Report, attempt: int) -> None:
    """One folder with the four files, as described; the facts of the file are those in the database, in its order."""
    report.refresh_from_db()
    assert report.status == Report.Status.SUCCEEDED
    folder = f"{report.owner_id}/{report.month:%Y-%m}/{report.pk}-{attempt}"
    assert report.folder == f"reports/{folder}"
    assert media("*/*/*") == [folder]
    assert media() == [f"{folder}/{name}" for name in NAMES]
    assert report.files == storage.described({name: content(report, name) for name in reversed(NAMES)})
    stored = ReportFact.objects.filter(report=report).order_by("position").values_list("fact_id", flat=True)
    assert list(stored) == [fact["id"] for fact in facts_of(report)]


@pytest.mark.usefixtures("plainest")
def test_a_report_is_four_files_and_its_facts(book: Book) -> None:
    report = book.report()
    assert_whole(report, attempt=1)
    assert report.headline == "You kept €1,750.26 of €2,850.00 in March 2025."
    assert content(report, "report.pdf").startswith(b"%PDF-")
    assert b"<script" not in content(report, "report.html").lower()
    assert report.finished_at is not None


@pytest.mark.parametrize("step", [*STEPS, "write_folder"])
def test_a_fault_at_any_step_is_tried_again_and_leaves_nothing(book: Book, step: str) -> None:
    report = book.ask()
    with interrupted(step, fault(ZeroDivisionError())), pytest.raises(ZeroDivisionError):
        job_run(job_id=made_due(report))
    assert (Fact.objects.count(), ReportFact.objects.count()) == (0, 0)
    job_run(job_id=made_due(report))
    assert_whole(report, attempt=2)


@pytest.mark.parametrize("error", [OperationalError("database is locked"), OSError(28, "No space left on device")])
def test_a_fault_after_the_files_are_there_does_not_double_them(book: Book, error: Exception) -> None:
    report = book.ask()
    with interrupted("write_folder", fault(error), after=True):
        try:
            job_run(job_id=made_due(report))
        except OSError:
            assert isinstance(error, OSError)
    assert Job.objects.get(pk=job_id_of(report)).status == Job.Status.QUEUED
    job_run(job_id=made_due(report))
    assert_whole(report, attempt=2)


def test_a_half_written_folder_is_cleared_away_by_the_next_attempt(book: Book) -> None:
    report = book.ask()
    claimed(report)
    half = Path(settings.MEDIA_ROOT) / f"{reports.report_base(report)}-1.tmp"
    half.mkdir(parents=True)
    (half / "report.json").write_bytes(b"{")
    lease_over(report)
    job_run(job_id=made_due(report))
    assert_whole(report, attempt=2)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", ["report_inputs", "render_pdf", "write_folder"])
def test_a_claim_lost_at_any_step_changes_nothing_for_its_successor(book: Book, step: str, after: bool) -> None:
    """The first worker is overtaken next to `step`; the second has done everything when the first goes on."""
    report = book.ask()

    def overtaken() -> None:
        lease_over(report)
        job_run(job_id=made_due(report))

    with interrupted(step, overtaken, after=after):
        job_run(job_id=made_due(report))
    assert_whole(report, attempt=2)
    assert Job.objects.get(pk=job_id_of(report)).attempt == 2


def test_a_worker_that_wakes_up_late_does_not_clear_away_what_its_successor_filed(book: Book) -> None:
    report = book.ask()
    late = claimed(report)
    lease_over(report)
    job_run(job_id=made_due(report))
    with pytest.raises(Exception, match=late.job.key):
        reports.report_run(late)
    assert_whole(report, attempt=2)


@pytest.mark.parametrize(
    ("error", "code"), [(SoftTimeLimitExceeded(), "timed_out"), (ZeroDivisionError(), "attempts_exhausted")]
)
def test_a_bad_end_removes_the_files_and_is_the_reports_end_too(
    book: Book, settings: Any, django_capture_on_commit_callbacks: Any, error: Exception, code: str
) -> None:
    settings.JOB_MAX_ATTEMPTS = 1
    report = book.ask()
    with interrupted("write_folder", fault(error), after=True), django_capture_on_commit_callbacks(execute=True):
        try:
            job_run(job_id=made_due(report))
        except ZeroDivisionError:
            assert code == "attempts_exhausted"
    report.refresh_from_db()
    assert report.job is not None
    assert (report.status, report.job.status, report.job.error_code) == ("failed", "failed", code)
    assert report.finished_at is not None
    assert media("*/*/*") == []


def test_cancelled_while_it_is_written_it_leaves_no_file(book: Book, django_capture_on_commit_callbacks: Any) -> None:
    report = book.ask()

    def cancel() -> None:
        job_cancel(owner=book.owner, job_id=made_due(report))

    with interrupted("render_pdf", cancel), django_capture_on_commit_callbacks(execute=True):
        job_run(job_id=made_due(report))
    report.refresh_from_db()
    assert report.status == "cancelled"
    assert (media("*/*/*"), Fact.objects.count()) == ([], 0)


def test_a_report_that_kills_every_worker_fails_in_the_sweep(
    book: Book, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.JOB_MAX_ATTEMPTS = 1
    report = book.ask()
    claim = claimed(report)
    storage.write_folder(reports.report_base(report), claim.attempt, {"report.json": b"{}"})
    lease_over(report)
    with django_capture_on_commit_callbacks(execute=True):
        jobs_sweep()
    report.refresh_from_db()
    assert (report.status, media("*/*/*")) == ("failed", [])


def test_the_same_rows_give_the_same_bytes_and_facts(book: Book) -> None:
    book.everything()
    first = book.report()
    facts = list(Fact.objects.order_by("id").values_list("id", "value"))
    Report.objects.filter(pk=first.pk).update(input_hash="from an engine before")
    second = book.report()
    assert second.version == 2
    for name in NAMES:
        assert content(first, name) == content(second, name), name
    assert list(Fact.objects.order_by("id").values_list("id", "value")) == facts
    assert [fact["id"] for fact in facts_of(first)] == [fact["id"] for fact in facts_of(second)]


def test_an_empty_ledger_gives_a_sensible_report(alice: User) -> None:
    report = report_of_nothing(alice)
    assert_whole(report, attempt=1)
    assert "2025" in report.headline


def report_of_nothing(owner: User) -> Report:
    report, _ = reports.report_request(owner=owner, month=MONTH)
    job_run(job_id=made_due(report))
    return report


@pytest.mark.parametrize("month", ["1900-01", "2025-02", "2025-04"])
def test_a_month_beside_the_rows_gives_a_report_too(book: Book, month: str) -> None:
    assert book.report(month).status == "succeeded"


def test_a_row_changed_while_the_report_is_made_leaves_its_facts_stale(book: Book) -> None:
    """Facts carry the revisions they were computed from, not those of the moment they are stored."""
    report, row = book.ask(), book.rows()[-1]
    with interrupted("render_pdf", lambda: book.change(row, note="changed meanwhile")):
        job_run(job_id=made_due(report))
    about = [fact for fact in Fact.objects.all() if row.pk in fact.transactions]
    assert about
    assert stale_among(book.owner, about) == {fact.pk for fact in about}
    assert book.ask().version == 2


@pytest.mark.parametrize("step", ["report_inputs", "render_pdf"])
def test_a_user_who_goes_while_their_report_is_made_leaves_nothing(
    book: Book, django_capture_on_commit_callbacks: Any, step: str
) -> None:
    report = book.ask()

    def goes() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            user_erase(user=User.objects.get(pk=book.owner.pk))

    with interrupted(step, goes):
        job_run(job_id=made_due(report))
    assert media("*") == []
    assert not Transaction.objects.exists()


def test_what_was_filed_after_its_user_had_gone_is_removed(book: Book) -> None:
    report = book.ask()
    claim = claimed(report)
    user_erase(user=User.objects.get(pk=book.owner.pk))
    storage.write_folder(reports.report_base(report), claim.attempt, {"report.json": b"{}"})
    kind_named(reports.KIND).lost(claim)
    assert media("*") == []
