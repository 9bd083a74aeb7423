"""The tasks called by hand, as the broker may deliver them: twice, late, for people who have gone."""

from __future__ import annotations

from datetime import date

import pytest

from accounts.errors import DomainError
from accounts.models import User
from accounts.services.users import user_erase
from advisory.models import Report
from advisory.services import reports
from advisory.tasks import generate_monthly_report, refresh_all
from advisory.tests.books import MONTH, Book, job_id_of, media
from transactions.models import Job

pytestmark = pytest.mark.django_db


def test_by_hand_it_makes_the_last_full_months_report_once(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "today", lambda _owner: date(2025, 4, 9))
    for _ in range(2):
        generate_monthly_report(book.owner.pk)
    report = Report.objects.get()
    assert (report.month, report.status, report.version) == (date(2025, 3, 1), "succeeded", 1)
    job = Job.objects.get(kind="monthly_report")
    assert (job.key, job.attempt, job.trigger) == (f"monthly_report_{book.owner.pk}_2025-03", 1, "command")
    assert len(media("*/*/*")) == 1


def test_a_message_delivered_twice_does_the_work_once(book: Book) -> None:
    report = book.ask()
    for _ in range(3):
        generate_monthly_report(book.owner.pk, MONTH, job_id_of(report))
    assert Job.objects.get(pk=job_id_of(report)).attempt == 1


def test_a_message_for_a_job_that_ended_badly_does_nothing(book: Book) -> None:
    report = book.ask()
    Job.objects.filter(pk=job_id_of(report)).update(status="cancelled")
    generate_monthly_report(book.owner.pk, MONTH, job_id_of(report))
    assert media("*/*/*") == []


@pytest.mark.parametrize("who", ["unknown", "inactive", "deleted"])
def test_nobody_gets_no_report_and_no_fault(book: Book, who: str) -> None:
    user_id, job_id = book.owner.pk, job_id_of(book.ask()) if who == "deleted" else None
    if who == "unknown":
        user_id += 1000
    elif who == "inactive":
        User.objects.filter(pk=user_id).update(is_active=False)
    else:
        user_erase(user=User.objects.get(pk=user_id))
    generate_monthly_report(user_id, MONTH, job_id)
    assert media("*") == []
    assert not Report.objects.filter(status="succeeded").exists()


def test_a_month_that_is_none_is_said_loudly_to_who_calls_by_hand(alice: User) -> None:
    with pytest.raises(DomainError):
        generate_monthly_report(alice.pk, "soon")
    assert not Job.objects.exists()


def test_the_nightly_refresh_is_for_everybody(book: Book, bob: User) -> None:
    refresh_all()
    assert set(Job.objects.values_list("owner_id", "trigger")) == {(book.owner.pk, "schedule"), (bob.pk, "schedule")}


def test_a_deleted_users_files_go_with_them(book: Book, bob: User, django_capture_on_commit_callbacks: object) -> None:
    book.report()
    his = Book(bob)
    his.report()
    assert callable(django_capture_on_commit_callbacks)
    with django_capture_on_commit_callbacks(execute=True):
        user_erase(user=User.objects.get(pk=book.owner.pk))
    assert media("*") == [str(bob.pk)]
    assert list(Report.objects.values_list("owner", flat=True)) == [bob.pk]
