"""One mail a report version, against a real mail server: sent, refused, or nobody knows, and never twice by itself."""

from __future__ import annotations

import email
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from email import policy
from email.message import EmailMessage
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from accounts.errors import DomainError, NotFoundError
from accounts.models import User
from advisory import mailing
from advisory.models import Report, ReportDelivery, ReportSchedule, ScheduledReport
from advisory.services import report_mail
from advisory.services.report_mail import delivery_request, delivery_send, mail_of
from advisory.services.report_schedule import schedule_set
from advisory.tests.books import Book
from advisory.tests.mailserver import Mailbox, Step, closed_port, mail_server
from transactions.models import Job
from transactions.services.job_claim import job_claim
from transactions.services.jobs import job_cancel, job_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(settings: Any) -> Iterator[Mailbox]:
    with mail_server() as made:
        point_at(settings, made.port)
        yield made


def point_at(settings: Any, port: int) -> None:
    settings.EMAIL_BACKEND = mailing.SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 2
    settings.PUBLIC_URL = "https://money.example.org"


def asked(report: Report) -> tuple[ReportDelivery, Job]:
    delivery, job = delivery_request(owner=report.owner, report_id=report.pk)
    assert job is not None
    return delivery, job


def sent(report: Report) -> ReportDelivery:
    """Ask for the mail and do the job, as a worker would."""
    delivery, job = asked(report)
    assert job_run(job_id=job.pk)
    delivery.refresh_from_db()
    return delivery


def read(box: Mailbox) -> EmailMessage:
    ((_, content),) = box.mails
    return email.message_from_bytes(content.encode(), policy=policy.default)


def body(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_it_goes_to_the_owners_own_address_and_holds_no_figure(book: Book, box: Mailbox) -> None:
    report = book.report()
    delivery = sent(report)
    assert (delivery.status, delivery.tries, delivery.error_code) == ("sent", 1, "")
    assert delivery.sent_at is not None
    assert [recipients for recipients, _ in box.mails] == [[book.owner.email]]
    mail = read(box)
    assert mail["Subject"] == "Your SpendWise report: March 2025"
    for words in (body(mail), body(mail, "html")):
        assert f"https://money.example.org/reports/{report.pk}" in words
        assert "€" not in words
        assert "You kept" not in words
    assert [*mail.iter_attachments()] == []


def test_with_a_summary_it_holds_the_headline_and_the_key_figures(book: Book, box: Mailbox) -> None:
    schedule_set(owner=book.owner, mail_contents="summary")
    report = book.report()
    sent(report)
    mail = read(box)
    for words in (body(mail), body(mail, "html")):
        assert report.headline in words
        assert "€1,099.74" in words
    assert [*mail.iter_attachments()] == []


def test_with_the_pdf_it_is_attached_whole(book: Book, box: Mailbox) -> None:
    schedule_set(owner=book.owner, mail_contents="pdf")
    report = book.report()
    sent(report)
    (attached,) = read(box).iter_attachments()
    assert (attached.get_content_type(), attached.get_filename()) == ("application/pdf", "spendwise-2025-03.pdf")
    assert len(attached.get_content()) == report.files["pdf"]["bytes"]


def test_without_a_public_address_it_says_where_to_look(book: Book, box: Mailbox, settings: Any) -> None:
    settings.PUBLIC_URL = ""
    sent(book.report())
    assert "Read it in SpendWise under Reports, March 2025." in body(read(box))
    assert "http" not in body(read(box))


def test_names_from_the_ledger_are_only_text(book: Book, box: Mailbox) -> None:
    schedule_set(owner=book.owner, mail_contents="summary")
    User.objects.filter(pk=book.owner.pk).update(display_name="<script>x</script>\nBcc: eve@example.org")
    sent(book.report())
    assert "<script" not in body(read(box), "html")
    assert "eve@example.org" not in box.mails[0][1]


BEFORE: list[Step] = ["greeting", "rcpt_refused", "rcpt_hangs_up", "data_refused", "data_rejected", "greeting_stalls"]


@pytest.mark.parametrize("step", BEFORE)
def test_refused_it_has_failed_and_is_tried_again_three_times_at_most(book: Book, box: Mailbox, step: Step) -> None:
    box.step = step
    delivery, job = asked(book.report())
    for tries in (1, 2):
        assert job_run(job_id=job.pk)
        delivery.refresh_from_db()
        assert (delivery.status, delivery.tries) == ("pending", tries)
        assert delivery.error_code in {"no_connection", "refused", "broken_off"}
        assert delivery.next_try_at is not None
        assert delivery.next_try_at > timezone.now()
        job = Job.objects.get(kind="report_mail", status="queued")
        assert job.not_before is not None
        assert not job_run(job_id=job.pk), "not before its time"
        Job.objects.filter(pk=job.pk).update(not_before=None)
    assert job_run(job_id=job.pk)
    delivery.refresh_from_db()
    assert (delivery.status, delivery.tries, delivery.next_try_at) == ("failed", 3, None)
    assert not Job.objects.filter(kind="report_mail", status="queued").exists()
    assert box.mails == []


def test_a_refused_one_arrives_once_when_the_server_is_well_again(book: Book, box: Mailbox) -> None:
    box.step = "rcpt_refused"
    delivery = sent(book.report())
    box.step = ""
    job = Job.objects.get(kind="report_mail", status="queued")
    Job.objects.filter(pk=job.pk).update(not_before=None)
    assert job_run(job_id=job.pk)
    delivery.refresh_from_db()
    assert (delivery.status, delivery.tries, delivery.error_code, len(box.mails)) == ("sent", 2, "", 1)


def test_where_nobody_listens_it_has_failed(book: Book, settings: Any) -> None:
    point_at(settings, closed_port())
    delivery = sent(book.report())
    assert (delivery.error_code, delivery.error_message) == ("no_connection", "The mail server could not be reached.")


def test_a_wrong_password_is_a_failed_sign_in(book: Book, box: Mailbox, settings: Any) -> None:
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "me", "secret-word"
    delivery = sent(book.report())
    assert delivery.status == "pending"
    assert "secret-word" not in delivery.error_message
    assert box.mails == []


@pytest.mark.parametrize("step", ["data_hangs_up", "data_stalls"])
def test_silent_after_the_mail_was_begun_nobody_knows_and_nothing_is_sent_again(
    book: Book, box: Mailbox, step: Step
) -> None:
    box.step = step
    report = book.report()
    delivery = sent(report)
    assert (delivery.status, delivery.error_code, box.begun) == ("unknown", "broken_off", 1)
    assert not Job.objects.filter(kind="report_mail", status="queued").exists()
    assert not delivery_send(delivery.pk)
    box.step = ""
    again = sent(report)
    assert (again.status, again.tries, len(box.mails)) == ("sent", 1, 1)


def test_a_server_that_says_no_goodbye_has_taken_it(book: Book, box: Mailbox) -> None:
    box.step = "quit_hangs_up"
    assert sent(book.report()).status == "sent"
    assert len(box.mails) == 1


def test_sent_it_is_not_sent_again_even_when_asked(book: Book, box: Mailbox) -> None:
    report = book.report()
    sent(report)
    delivery, job = delivery_request(owner=book.owner, report_id=report.pk)
    assert (delivery.status, job, len(box.mails)) == ("sent", None, 1)


def test_a_worker_that_died_while_sending_leaves_it_unknown(book: Book, box: Mailbox) -> None:
    delivery, job = asked(book.report())
    assert job_claim(job_id=job.pk) is not None
    ReportDelivery.objects.filter(pk=delivery.pk).update(status="sending", token="of-the-dead", tries=1)
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert job_run(job_id=job.pk)
    delivery.refresh_from_db()
    assert (delivery.status, delivery.error_code, box.connections) == ("unknown", "worker_lost", 0)


def test_a_worker_that_died_before_sending_changes_nothing(book: Book, box: Mailbox) -> None:
    delivery, job = asked(book.report())
    assert job_claim(job_id=job.pk) is not None
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert job_run(job_id=job.pk)
    delivery.refresh_from_db()
    assert (delivery.status, len(box.mails)) == ("sent", 1)


def test_sending_is_in_the_database_before_the_server_is_spoken_to(
    book: Book, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    real = mailing.send

    def look(mail: Any) -> mailing.Outcome:
        seen.append((ReportDelivery.objects.get().status, connection.in_atomic_block, box.connections))
        return real(mail)

    monkeypatch.setattr(mailing, "send", look)
    sent(book.report())
    assert [(status, connections) for status, _, connections in seen] == [("sending", 0)]


def test_one_that_wakes_up_late_tells_what_it_knows(book: Book, box: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its lease was over and another attempt has written that nobody knows."""
    delivery, _ = asked(book.report())
    real = mailing.send

    def slow(mail: Any) -> mailing.Outcome:
        outcome = real(mail)
        assert report_mail._lost(delivery.pk)
        return outcome

    monkeypatch.setattr(mailing, "send", slow)
    assert delivery_send(delivery.pk)
    delivery.refresh_from_db()
    assert delivery.status == "sent"


def test_a_cancelled_one_was_not_sent(book: Book, box: Mailbox) -> None:
    delivery, job = asked(book.report())
    job_cancel(owner=book.owner, job_id=job.pk)
    delivery.refresh_from_db()
    assert (delivery.status, delivery.error_code, box.connections) == ("failed", "cancelled", 0)
    assert sent(delivery.report).status == "sent"


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_send_one_mail(book: Book, box: Mailbox) -> None:
    delivery, job = asked(book.report())
    everybody = Barrier(50)

    def run(number: int) -> bool:
        try:
            everybody.wait(timeout=60)
            return job_run(job_id=job.pk) if number % 2 else delivery_send(delivery.pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(50) as pool:
        list(pool.map(run, range(50)))
    delivery.refresh_from_db()
    assert (delivery.status, delivery.tries, len(box.mails), box.begun) == ("sent", 1, 1, 1)


@pytest.mark.django_db(transaction=True)
def test_twenty_who_ask_again_at_once_send_one_mail(book: Book, box: Mailbox) -> None:
    box.step = "data_hangs_up"
    report = book.report()
    assert sent(report).status == "unknown"
    box.step, everybody = "", Barrier(20)

    def ask(_number: int) -> int | None:
        try:
            everybody.wait(timeout=60)
            _, job = delivery_request(owner=report.owner, report_id=report.pk)
            return job.pk if job else None
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        jobs = [pk for pk in pool.map(ask, range(20)) if pk]
    assert len(jobs) == 1
    assert job_run(job_id=jobs[0])
    assert len(box.mails) == 1


def test_a_report_that_is_not_finished_is_not_mailed(book: Book) -> None:
    report = book.ask()
    with pytest.raises(DomainError) as refused:
        delivery_request(owner=book.owner, report_id=report.pk)
    assert (refused.value.code, refused.value.status) == ("not_ready", 409)


def test_anothers_report_is_not_there(book: Book, bob: User) -> None:
    with pytest.raises(NotFoundError):
        delivery_request(owner=bob, report_id=book.report().pk)


def test_files_that_are_gone_are_a_failure_in_words(book: Book, box: Mailbox, settings: Any) -> None:
    schedule_set(owner=book.owner, mail_contents="pdf")
    report = book.report()
    settings.MEDIA_ROOT = settings.MEDIA_ROOT / "elsewhere"
    delivery = sent(report)
    assert (delivery.error_code, box.connections) == ("file_gone", 0)


def test_an_account_that_is_switched_off_gets_no_mail(book: Book, box: Mailbox) -> None:
    report = book.report()
    delivery, job = asked(report)
    User.objects.filter(pk=book.owner.pk).update(is_active=False)
    assert job_run(job_id=job.pk)
    delivery.refresh_from_db()
    assert (delivery.error_code, box.connections) == ("inactive", 0)


def test_without_a_mail_server_it_is_a_file(book: Book, settings: Any, tmp_path: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    assert sent(book.report()).status == "sent"
    (written,) = (tmp_path / "mail").iterdir()
    assert "Your SpendWise report: March 2025" in written.read_text()


def scheduled(report: Report) -> None:
    ScheduledReport.objects.create(
        owner=report.owner, kind=report.kind, month=report.month, due_at=timezone.now(), asked_at=timezone.now(),
        report=report,
    )  # fmt: skip


def test_a_scheduled_report_goes_out_when_it_is_finished_and_mail_is_wanted(book: Book, box: Mailbox) -> None:
    schedule_set(owner=book.owner, deliver_by_mail=True, mail_contents="summary")
    report = book.ask()
    scheduled(report)
    book.report()
    delivery = ReportDelivery.objects.get(report=report)
    assert (delivery.status, delivery.contents) == ("pending", "summary")
    assert job_run(job_id=Job.objects.get(kind="report_mail").pk)
    assert len(box.mails) == 1


def test_without_being_wanted_nothing_goes_out(book: Book) -> None:
    report = book.ask()
    scheduled(report)
    book.report()
    assert not ReportDelivery.objects.exists()


def test_a_report_asked_for_by_hand_is_not_mailed_by_itself(book: Book) -> None:
    schedule_set(owner=book.owner, deliver_by_mail=True)
    book.report()
    assert not ReportDelivery.objects.exists()


def test_a_newer_version_has_a_mail_of_its_own(book: Book, box: Mailbox) -> None:
    sent(book.report())
    book.row(date(2025, 3, 3), "-10.00", "Kiosk", "groceries")
    assert sent(book.report()).status == "sent"
    assert len(box.mails) == 2
    assert "(version 2)" in box.mails[1][1]


@pytest.mark.parametrize("contents", list(ReportSchedule.Contents))
def test_the_mail_of_a_german_report_is_german(book: Book, box: Mailbox, contents: str) -> None:
    User.objects.filter(pk=book.owner.pk).update(language="de")
    book.owner.refresh_from_db()
    delivery = ReportDelivery(report=book.report(), owner=book.owner, contents=contents)
    mail = mail_of(delivery)
    assert mail.subject == "Dein SpendWise-Bericht: März 2025"
    html = str(mail.alternatives[0][0])
    assert '<html lang="de">' in html
    for text in (str(mail.body), html):
        assert "Monatsbericht" in text
        assert "abschalten" in text
        for english in ("Monthly", "Your report", "Read it", "You get", "attached", "version"):
            assert english not in text


def test_the_defaults_are_no_mail_and_no_figures() -> None:
    fresh = ReportSchedule()
    assert (fresh.deliver_by_mail, fresh.mail_contents) == (False, "link")
