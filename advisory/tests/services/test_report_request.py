"""Asking for a report: once per set of inputs, one at a time, a new version when something changed."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from accounts.errors import DomainError
from accounts.models import User
from advisory.models import Report
from advisory.services import reports
from advisory.services.reports import report_request
from advisory.tests.books import MONTH, Book, content, job_id_of
from transactions.ledger.period import parse_month
from transactions.models import Job
from transactions.services.jobs import job_cancel, job_run

pytestmark = pytest.mark.django_db


def states(owner: User) -> list[tuple[int, str, bool]]:
    rows = Report.objects.filter(owner=owner).order_by("version")
    return [(report.version, report.status, report.is_superseded) for report in rows]


def test_a_live_report_is_given_to_everybody_who_asks(book: Book) -> None:
    first, second = book.ask(), book.ask()
    assert (first.pk, first.job_id) == (second.pk, second.job_id)
    assert first.job is not None
    assert first.job.key == f"monthly_report_{book.owner.pk}_{MONTH}"
    Job.objects.filter(pk=job_id_of(first)).update(status="running")
    Report.objects.update(status="running")
    assert book.ask().pk == first.pk


def test_the_same_inputs_give_the_same_report(book: Book) -> None:
    first = book.report()
    again, is_new = report_request(owner=book.owner, month=MONTH)
    assert (again.pk, is_new) == (first.pk, False)
    assert states(book.owner) == [(1, "succeeded", False)]


def test_a_changed_row_gives_a_new_version_under_the_same_key(book: Book) -> None:
    first = book.report()
    book.change(book.rows()[-2], amount=-99)
    second = book.report()
    assert states(book.owner) == [(1, "succeeded", True), (2, "succeeded", False)]
    assert first.job is not None
    assert second.job is not None
    assert (first.job.key, first.job_id != second.job_id) == (second.job.key, True)
    assert content(first) != content(second), "the old one keeps its own files"


def test_a_row_after_the_month_changes_nothing_and_one_before_it_does(book: Book) -> None:
    first = book.report("2025-02")
    book.row(date(2025, 3, 1), "-1")
    assert book.ask("2025-02").pk == first.pk
    book.row(date(2025, 2, 28), "-1")
    assert book.ask("2025-02").version == 2


@pytest.mark.parametrize("change", ["payee", "category", "account", "base", "split", "transfer"])
def test_names_and_links_are_inputs_too(book: Book, change: str) -> None:
    book.everything()
    first = book.report()
    rows = {txn.amount: txn for txn in book.rows()}
    match change:
        case "payee":
            book.owner.payees.filter(name="Corner Market").update(name="Corner Shop")
        case "category":
            book.owner.categories.filter(key="groceries").update(is_essential=False)
        case "account":
            book.owner.ledger_accounts.filter(name="Giro").update(name="Main")
        case "base":
            User.objects.filter(pk=book.owner.pk).update(base_currency="JPY")
            book.owner.refresh_from_db()
        case "split":
            rows[Decimal(-100)].splits.filter(position=0).update(category=book.category("fees"))
        case "transfer":
            book.owner.transfers.update(status="refused")
    assert book.ask().pk != first.pk


@pytest.mark.parametrize("status", ["failed", "cancelled"])
def test_after_a_bad_end_a_new_attempt_is_made(book: Book, status: str, monkeypatch: pytest.MonkeyPatch) -> None:
    report = book.ask()
    if status == "failed":
        with monkeypatch.context() as patch:
            patch.setattr(reports, "render_pdf", refuse)
            job_run(job_id=job_id_of(report))
    else:
        job_cancel(owner=book.owner, job_id=job_id_of(report))
    assert states(book.owner) == [(1, status, False)]
    second = book.report()
    assert second.status == "succeeded"
    assert states(book.owner) == [(1, status, True), (2, "succeeded", False)]


def refuse(_document: object) -> bytes:
    raise DomainError("no_paper", "There is no paper.")


def test_a_failed_newer_version_leaves_the_older_one_current(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    book.report()
    book.change(book.rows()[0], note="changed")
    with monkeypatch.context() as patch:
        patch.setattr(reports, "render_pdf", refuse)
        book.report()
    assert states(book.owner) == [(1, "succeeded", False), (2, "failed", False)]


def test_a_report_whose_files_are_gone_is_made_again(book: Book) -> None:
    first = book.report()
    shutil.rmtree(Path(settings.MEDIA_ROOT) / first.folder)
    second = book.report()
    assert (second.version, second.status) == (2, "succeeded")
    assert content(second)


@pytest.mark.parametrize(
    "month",
    ["", "2025", "2025-13", "2025-00", "2025-3", "2025-03-01", " 2025-03", "0000-01", "1899-12", "2201-01", "x"],
)
def test_what_is_not_a_month_is_refused(alice: User, month: str) -> None:
    with pytest.raises(DomainError) as refused:
        report_request(owner=alice, month=month)
    assert (refused.value.code, list(refused.value.fields)) == ("invalid", ["month"])
    assert not Report.objects.exists()


def test_months_up_to_the_running_one_are_allowed(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "today", lambda _owner: date(2025, 3, 1))
    running, _ = report_request(owner=alice, month="2025-03")
    past, _ = report_request(owner=alice, month="2025-02")
    assert (running.is_partial, past.is_partial) == (True, False)
    with pytest.raises(DomainError) as refused:
        report_request(owner=alice, month="2025-04")
    assert refused.value.code == "future_month"


def test_left_out_it_is_the_last_full_month(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "today", lambda _owner: date(2025, 1, 31))
    assert report_request(owner=alice, month=None)[0].month == date(2024, 12, 1)


def test_a_partial_report_is_made_anew_when_the_month_is_over(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "today", lambda _owner: date(2025, 3, 31))
    first = book.report()
    monkeypatch.setattr(reports, "today", lambda _owner: date(2025, 4, 1))
    second = book.ask()
    assert (first.is_partial, second.is_partial, second.version) == (True, False, 2)


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_get_one_report_without_the_lock(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """The unique indexes decide, so the lock is made to let everybody in."""
    everybody = Barrier(20)

    def ask(_: int) -> tuple[int, int | None, bool]:
        try:
            everybody.wait(timeout=30)
            report, is_new = report_request(owner=book.owner, month=MONTH)
            return report.pk, report.job_id, is_new
        finally:
            connection.close()

    monkeypatch.setattr("transactions.live.lock", nobody_locks)
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(ask, range(20)))
    assert len({answer[:2] for answer in answers}) == 1
    assert [is_new for *_, is_new in answers].count(True) == 1
    assert (Report.objects.count(), Job.objects.filter(kind="monthly_report").count()) == (1, 1)


class NobodyLocks:
    def __enter__(self) -> bool:
        return True

    def __exit__(self, *_: object) -> None:
        return None


def nobody_locks(*_: Any, **__: Any) -> NobodyLocks:
    return NobodyLocks()


def test_a_race_that_never_settles_is_a_refusal_and_no_fault(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """A live job without a live report can only be a moment's sight; if it stays, the caller hears of it."""
    key = reports.job_key(book.owner, parse_month(MONTH))
    Job.objects.create(owner=book.owner, kind=reports.KIND, key=key)
    with pytest.raises(DomainError) as refused:
        report_request(owner=book.owner, month=MONTH)
    assert (refused.value.code, refused.value.status) == ("busy", 409)
    assert not Report.objects.exists()
