"""The schedule and the mail over HTTP: the owner's alone, in the one error shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import ReportDelivery, ReportSchedule
from advisory.tests.books import Book
from transactions.models import Job
from transactions.services.jobs import job_run

pytestmark = pytest.mark.django_db
Api = Callable[[User | None], APIClient]
URL = "/api/reports/schedule/"
DEFAULTS = {
    "monthly": True, "quarterly": False, "yearly": False, "deliver_by_mail": False, "mail_contents": "link",
    "address": "alice@example.org", "has_mail_server": False,
}  # fmt: skip


def test_the_defaults_are_told_and_not_stored(alice: User, api: Api) -> None:
    assert api(alice).get(URL).json() == DEFAULTS
    assert not ReportSchedule.objects.exists()


def test_what_is_put_is_kept_and_the_rest_stays(alice: User, bob: User, api: Api) -> None:
    answer = api(alice).put(URL, {"quarterly": True, "deliver_by_mail": True, "mail_contents": "pdf"})
    expected = {**DEFAULTS, "quarterly": True, "deliver_by_mail": True, "mail_contents": "pdf"}
    assert (answer.status_code, answer.json()) == (200, expected)
    assert api(alice).put(URL, {"monthly": False}).json() == {**expected, "monthly": False}
    assert api(alice).put(URL, {}).json() == {**expected, "monthly": False}
    assert api(bob).get(URL).json() == {**DEFAULTS, "address": "bob@example.org"}


@pytest.mark.parametrize(
    "body",
    [
        {"monthly": "perhaps"},
        {"monthly": None},
        {"monthly": []},
        {"mail_contents": "everything"},
        {"mail_contents": None},
        {"mail_contents": {}},
        {"hourly": True},
        {"owner": 1},
        [],
        "x",
    ],
)
def test_what_is_no_schedule_is_a_field_error(alice: User, api: Api, body: Any) -> None:
    answer = api(alice).put(URL, body)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert not ReportSchedule.objects.exists()


def test_mails_go_to_no_other_address_whatever_is_put(alice: User, api: Api) -> None:
    answer = api(alice).put(URL, {**DEFAULTS, "address": "eve@example.org", "has_mail_server": True})
    assert (answer.status_code, answer.json()) == (200, DEFAULTS)


def test_a_mail_server_is_told_of(alice: User, api: Api, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert api(alice).get(URL).json()["has_mail_server"] is True


def test_a_report_is_mailed_when_asked_and_once(book: Book, bob: User, api: Api, mailoutbox: list[Any]) -> None:
    report = book.report()
    http, url = api(book.owner), f"/api/reports/{report.pk}/mail/"
    assert http.get(f"/api/reports/{report.pk}/").json()["delivery"] is None
    asked = http.post(url)
    assert (asked.status_code, asked.json()["delivery"]["status"]) == (202, "pending")
    assert http.post(url).status_code == 200
    assert job_run(job_id=Job.objects.get(kind="report_mail").pk)
    again = http.post(url)
    assert (again.status_code, again.json()["delivery"]["status"], len(mailoutbox)) == (200, "sent", 1)
    assert api(bob).post(url).status_code == 404


def test_one_that_nobody_knows_of_is_sent_again_by_hand(book: Book, api: Api, mailoutbox: list[Any]) -> None:
    report = book.report()
    ReportDelivery.objects.create(owner=book.owner, report=report, contents="link", status="unknown", tries=2)
    asked = api(book.owner).post(f"/api/reports/{report.pk}/mail/")
    assert (asked.status_code, asked.json()["delivery"]["status"], asked.json()["delivery"]["tries"]) == (
        202, "pending", 0,
    )  # fmt: skip
    assert job_run(job_id=Job.objects.get(kind="report_mail").pk)
    assert len(mailoutbox) == 1


def test_one_that_waits_for_its_next_try_is_wanted_now(book: Book, api: Api, mailoutbox: list[Any]) -> None:
    from django.utils import timezone

    from advisory.services.report_mail import job_of

    report, soon = book.report(), timezone.now()
    delivery = ReportDelivery.objects.create(
        owner=book.owner, report=report, contents="link", tries=1, next_try_at=soon
    )
    job = job_of(delivery, Job.Trigger.SCHEDULE, pause=600)
    assert not job_run(job_id=job.pk)
    assert api(book.owner).post(f"/api/reports/{report.pk}/mail/").status_code == 202
    assert job_run(job_id=job.pk)
    assert len(mailoutbox) == 1


def test_an_unfinished_report_is_not_mailed(book: Book, api: Api) -> None:
    answer = api(book.owner).post(f"/api/reports/{book.ask().pk}/mail/")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_ready")


def test_a_report_tells_of_its_mail_and_its_version(book: Book, api: Api) -> None:
    first = book.report()
    book.row(first.month, "-5.00", "Kiosk", "groceries")
    second = book.report()
    told = api(book.owner).get(f"/api/reports/{second.pk}/").json()
    assert (told["previous"], told["is_restated"], told["kind"], told["period"]) == (first.pk, True, "month", "2025-03")
