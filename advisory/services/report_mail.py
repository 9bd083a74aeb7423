"""Reports by mail: at most once per version, to their owner's own address, and never again without being asked."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from accounts.access import editable_by
from accounts.errors import DomainError
from accounts.models import User
from advisory import mailing, storage
from advisory.models import Report, ReportDelivery, ReportSchedule, ScheduledReport
from advisory.narration.mail_words import mail_words
from advisory.narration.views import spoken_stretch
from advisory.narration.voice import Voice, speaking
from advisory.rendering import render_mail
from advisory.selectors.reports import report_get
from transactions.ledger.period import kind_of, period_key
from transactions.models import Job
from transactions.services.job_claim import JobClaim
from transactions.services.job_kinds import Effects, JobKind, no_effects, register_kind
from transactions.services.jobs import job_request

KIND = "report_mail"
MOST_TRIES = 3
PAUSES = (60, 600)
"""Seconds before the second and the third try of a mail that was refused."""
Status = ReportDelivery.Status
CONTENT_PDF = "application/pdf"


def deliver_if_wanted(report: Report) -> None:
    """For a finished report that the schedule asked for, where its owner wants those by mail. To be called within the
    transaction that ends the report; the sweep rings for the job."""
    schedule = ReportSchedule.objects.filter(owner_id=report.owner_id, deliver_by_mail=True).first()
    if schedule is None or not ScheduledReport.objects.filter(report_id=report.pk).exists():
        return
    delivery, is_new = ReportDelivery.objects.get_or_create(
        report_id=report.pk, defaults={"owner_id": report.owner_id, "contents": schedule.mail_contents}
    )
    if is_new:
        job_of(delivery, Job.Trigger.SCHEDULE)


def mailbox_require(owner: User) -> None:
    """DomainError for a household: it has no address, and its members have not asked for mail."""
    if owner.is_ledger:
        raise DomainError("no_mailbox", "Reports of a household are not mailed. Read them here.", status=409)


def delivery_request(*, owner: User, report_id: object) -> tuple[ReportDelivery, Job | None]:
    """Send a finished report because its owner asks: a first time, or again where it failed or nobody knows. The job
    is None where the mail is on its way or was sent already: a version is mailed once."""
    report = report_get(owner, report_id)
    mailbox_require(owner)
    if report.status != Report.Status.SUCCEEDED:
        raise DomainError("not_ready", "This report is not finished. Wait for it, or ask for it again.", status=409)
    schedule = ReportSchedule.objects.filter(owner=owner).first() or ReportSchedule(owner=owner)
    with transaction.atomic():
        delivery, is_new = ReportDelivery.objects.get_or_create(
            report=report, defaults={"owner": owner, "contents": schedule.mail_contents}
        )
        again = editable_by(ReportDelivery.objects.filter(pk=delivery.pk), owner).filter(
            Q(status=Status.UNKNOWN) | Q(status=Status.FAILED)
        )
        if not is_new:
            is_new = bool(
                again.update(
                    status=Status.PENDING, tries=0, contents=schedule.mail_contents, next_try_at=None,
                    error_code="", error_message="",
                )
            )  # fmt: skip
            delivery.refresh_from_db()
        # One that waits for its next try is wanted now.
        is_new = is_new or bool(waiting_again(delivery).update(next_try_at=None))
        return delivery, job_of(delivery, Job.Trigger.USER) if is_new else None


def waiting_again(delivery: ReportDelivery) -> QuerySet[ReportDelivery]:
    return ReportDelivery.objects.filter(pk=delivery.pk, status=Status.PENDING).exclude(next_try_at=None)


def job_of(delivery: ReportDelivery, trigger: Job.Trigger, pause: int = 0) -> Job:
    """The job that sends it, not before `pause` seconds from now; one that waits for a later try is wanted now."""
    job, is_new = job_request(
        owner=delivery.owner,
        kind=KIND,
        key=f"{KIND}_{delivery.report_id}",
        args={"delivery": delivery.pk},
        trigger=trigger,
    )
    due = timezone.now() + timedelta(seconds=pause) if pause else None
    if pause or not is_new:
        Job.objects.filter(pk=job.pk, status=Job.Status.QUEUED).update(not_before=due)
    return job


def mail_run(claim: JobClaim) -> Effects:
    """Send it if it is still to be sent. An attempt that finds it `sending` comes after one that died in the middle."""
    pk = claim.job.args["delivery"]
    if claim.attempt > 1 and _lost(pk):
        return no_effects
    claim.stage("Sending the mail", 30)
    delivery_send(pk)

    def effects() -> None:
        _try_again_later(pk)

    return effects


def delivery_send(delivery_id: int) -> bool:
    """Take the mail and hand it to the mail server; False where somebody else has taken it or it needs no sending."""
    token = uuid.uuid4().hex
    is_due = ReportDelivery.objects.filter(pk=delivery_id, status=Status.PENDING)
    taken = is_due.update(
        status=Status.SENDING, token=token, tries=F("tries") + 1, started_at=timezone.now(), next_try_at=None
    )
    if not taken:
        return False
    mine = ReportDelivery.objects.filter(pk=delivery_id, token=token)
    delivery = mine.select_related("report", "owner").get()
    # The row says `sending` from here on, whatever happens to this process.
    outcome = _outcome(delivery)
    _write(mine, outcome)
    return True


def _outcome(delivery: ReportDelivery) -> mailing.Outcome:
    try:
        mail = mail_of(delivery)
    except DomainError as error:
        return mailing.Outcome("failed", error.code, error.message)
    return mailing.send(mail)


def _write(mine: QuerySet[ReportDelivery], outcome: mailing.Outcome) -> None:
    """Also over an `unknown` that another attempt has written meanwhile: this one knows."""
    mine.filter(status__in=(Status.SENDING, Status.UNKNOWN)).update(
        status=outcome.state,
        error_code=outcome.code,
        error_message=outcome.message[:300],
        sent_at=timezone.now() if outcome.state == "sent" else None,
    )


def _lost(delivery_id: int) -> bool:
    """Whoever was sending is gone: nobody knows whether the mail has left. True where that was so."""
    rows = ReportDelivery.objects.filter(pk=delivery_id, status=Status.SENDING)
    message = "The worker died while it sent the mail; it may have arrived."
    return bool(rows.update(status=Status.UNKNOWN, error_code="worker_lost", error_message=message))


def _try_again_later(delivery_id: int) -> None:
    """Put a refused mail back, up to MOST_TRIES tries. Within the transaction that ends the job of this try."""
    delivery = ReportDelivery.objects.select_related("owner").filter(pk=delivery_id, status=Status.FAILED).first()
    if delivery is None or delivery.tries >= MOST_TRIES:
        return
    pause = PAUSES[delivery.tries - 1]
    due = timezone.now() + timedelta(seconds=pause)
    if ReportDelivery.objects.filter(pk=delivery.pk, status=Status.FAILED).update(
        status=Status.PENDING, next_try_at=due
    ):
        job_of(delivery, Job.Trigger.SCHEDULE, pause)


def mail_ended_badly(job: Job) -> None:
    """Stopped or given up: what was not begun has failed, and of what was begun nobody knows."""
    pk = job.args["delivery"]
    _lost(pk)
    waiting = ReportDelivery.objects.filter(pk=pk, status=Status.PENDING)
    waiting.update(status=Status.FAILED, error_code=job.error_code, error_message=job.error_message[:300])


def mail_of(delivery: ReportDelivery) -> EmailMultiAlternatives:
    """To the owner's own address, with as much of the report as they chose. DomainError where it cannot be made."""
    report, owner = delivery.report, delivery.owner
    if not owner.is_active:
        raise DomainError("inactive", "The account is not active.")
    with speaking(Voice("de" if report.language == "de" else "en")):
        title = spoken_stretch(report.period)
        words = mail_words(kind_of(report.period), title, report.version)
    text, html = render_mail(_content(delivery, title, words))
    mail = EmailMultiAlternatives(
        subject=words["subject"],
        body=text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[owner.email],
        headers={
            # The same for every try of one version, so that a mailbox can tell a second copy.
            "Message-ID": f"<report-{report.pk}-v{report.version}-{report.input_hash[:16]}@spendwise>",
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.attach_alternative(html, "text/html")
    if delivery.contents == ReportSchedule.Contents.PDF:
        mail.attach(f"spendwise-{period_key(report.period)}.pdf", _file(report, "pdf"), CONTENT_PDF)
    return mail


def _content(delivery: ReportDelivery, title: str, words: Mapping[str, str]) -> dict[str, Any]:
    report = delivery.report
    content: dict[str, Any] = {
        "title": title,
        "words": words,
        "version": report.version,
        "address": f"{settings.PUBLIC_URL}/reports/{report.pk}" if settings.PUBLIC_URL else "",
        "headline": "",
        "figures": [],
        "has_pdf": delivery.contents == ReportSchedule.Contents.PDF,
    }
    if delivery.contents == ReportSchedule.Contents.LINK:
        return content
    document: Mapping[str, Any] = json.loads(_file(report, "json"))
    figures = [
        {"label": one["label"], "value": one["value"]["text"], "note": one["note"]["text"]}
        for one in document["key_figures"]
    ]
    return content | {"headline": document["headline"]["text"], "figures": figures}


def _file(report: Report, kind: str) -> bytes:
    entry = report.files.get(kind)
    found = storage.read_file(report.folder, entry["name"]) if entry else None
    if found is None:
        raise DomainError("file_gone", "The files of this report are gone. Ask for the report again.")
    return found


register_kind(
    JobKind(
        name=KIND,
        task="transactions.tasks.run_job",
        task_args=lambda job: [job.pk],
        run=mail_run,
        ended_badly=mail_ended_badly,
    )
)
