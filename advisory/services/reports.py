"""Reports of months, quarters and years: asked for once per set of inputs, made by a job, filed whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.errors import DomainError
from accounts.models import User
from advisory import storage
from advisory.frames.before import before_of, rows_of
from advisory.frames.reports import BUSY, LOOKS, ReportInputs, report_inputs
from advisory.models import Report, ReportRows
from advisory.rendering import render_html, render_pdf
from advisory.reports.before import Before
from advisory.reports.build import build_report
from advisory.reports.document import ReportDocument
from advisory.reports.findings import Findings
from advisory.reports.wording import Outline, outline_of
from advisory.reports.writers import to_csv_bytes, to_json_bytes
from advisory.selectors.reports import inputs_hash, report_current, report_live, reports_of
from advisory.services.facts import facts_store
from advisory.services.report_mail import deliver_if_wanted
from advisory.services.report_wording import report_worded
from transactions import live
from transactions.ledger.period import (
    Period,
    PeriodKind,
    kind_of,
    last_full_month,
    parse_month,
    parse_period,
    period_key,
)
from transactions.models import Job
from transactions.services.job_claim import JobClaim
from transactions.services.job_kinds import Effects, JobKind, register_kind
from transactions.services.jobs import job_request, job_run

KIND = "monthly_report"
"""Of the job, whatever the length: jobs of before are still known by it."""
KEYS: Mapping[PeriodKind, str] = {"month": "monthly_report", "quarter": "quarterly_report", "year": "yearly_report"}
LOCK_MILLISECONDS = 10_000


def today(owner: User) -> date:
    """Where the owner lives: a month is over there at another hour than here."""
    return owner.day_at(timezone.now())


def job_key(owner: User, period: Period) -> str:
    return f"{KEYS[kind_of(period)]}_{owner.pk}_{period_key(period)}"


def period_asked(owner: User, month: str | None, period: str | None = None) -> Period:
    """The period of 'YYYY-MM', or of '2026-Q3' or '2026' where it is called a period, or else the last full month;
    DomainError for one that is malformed or has not begun, and for both at once."""
    if month is not None and period is not None:
        message = "Say either month or period, not both."
        raise DomainError("invalid", message, fields={"month": [message], "period": [message]})
    field, text = ("month", month) if period is None else ("period", period)
    if text is None:
        return last_full_month(today(owner))
    try:
        found = parse_month(text) if period is None else parse_period(text)
    except ValueError as error:
        raise DomainError("invalid", str(error), fields={field: [str(error)]}) from None
    if found.start > today(owner):
        message = f"{text} has not begun yet. Ask for a period up to {today(owner):%Y-%m}."
        raise DomainError("future_month", message, fields={field: [message]})
    return found


def report_request(
    *, owner: User, month: str | None = None, period: str | None = None, trigger: Job.Trigger = Job.Trigger.USER
) -> tuple[Report, bool]:
    """The report of a month or another period, see `period_asked`, and whether a new one was made for this call.

    Queued or running: that one. Ended with the same inputs: that one. Otherwise a new version under the same job
    key. The lock only saves work; the unique indexes over live jobs and live reports decide.
    """
    asked = period_asked(owner, month, period)
    with live.lock(job_key(owner, asked), LOCK_MILLISECONDS):
        for _ in range(5):
            found = report_live(owner, asked) or _unchanged(owner, asked)
            if found is not None:
                return found, False
            try:
                return _make(owner, asked, trigger), True
            except IntegrityError:
                continue  # somebody else made it between our look and our write
    raise DomainError("busy", "This report keeps starting and ending just now. Try again in a moment.", status=409)


def _unchanged(owner: User, period: Period) -> Report | None:
    current = report_current(owner, period)
    if current is None or current.input_hash != inputs_hash(owner, period, is_partial(owner, period)):
        return None
    names = [entry["name"] for entry in current.files.values()]
    return current if storage.is_complete(current.folder, names) else None


def is_partial(owner: User, period: Period) -> bool:
    return today(owner) < period.end


def _make(owner: User, period: Period, trigger: Job.Trigger) -> Report:
    with transaction.atomic():
        newest = reports_of(owner, period).first()
        report = Report.objects.create(
            owner=owner,
            kind=kind_of(period),
            month=period.start,
            version=newest.version + 1 if newest else 1,
            is_partial=is_partial(owner, period),
            previous=reports_of(owner, period).filter(status=Report.Status.SUCCEEDED).first(),
        )
        job, is_new = job_request(
            owner=owner,
            kind=KIND,
            key=job_key(owner, period),
            args={"report": report.pk, "month": period_key(period)},
            trigger=trigger,
        )
        if not is_new:
            # A live job without a live report: it is just ending. Look again.
            raise IntegrityError(job.key)
        report.job = job
        report.save(update_fields=["job"])
    return report


def report_generate(*, user_id: int, month: str | None, job_id: int | None) -> None:
    """What the task does: find or make the report's job, then claim it and work. Quiet when there is nothing to do."""
    if job_id is None:
        owner = User.objects.kept().filter(pk=user_id).first()
        if owner is None:
            return
        report, _ = report_request(owner=owner, month=month, trigger=Job.Trigger.COMMAND)
        job_id = report.job_id
    if job_id is not None:
        job_run(job_id=job_id)


def report_run(claim: JobClaim) -> Effects:
    """Compute and file one report; returns what is written when the claim still holds at the end."""
    report = Report.objects.select_related("owner").get(pk=claim.job.args["report"])
    base = report_base(report)
    storage.remove_attempts(base, before=claim.attempt)
    Report.objects.filter(pk=report.pk, status=Report.Status.QUEUED).update(status=Report.Status.RUNNING)
    claim.stage("Reading your transactions", 10)
    inputs, found = _read(report, parse_period(claim.job.args["month"]))
    claim.stage("Working out the figures", 30)
    document = document_of(inputs, found, before_of(report, inputs))
    document, outline = report_worded(report, document, claim.stage, partial(_hold, claim)), outline_of(document)
    claim.stage("Writing the report", 60)
    files = {
        "report.json": to_json_bytes(document),
        "report.csv": to_csv_bytes(document),
        "report.html": render_html(document),
    }
    claim.stage("Setting the PDF", 75)
    files["report.pdf"] = render_pdf(document)
    claim.stage("Filing", 95)
    folder = storage.write_folder(base, claim.attempt, files)

    def effects() -> None:
        filed = storage.described(files)
        report_finish(report, inputs, document, outline=outline, folder=folder, files=filed)

    return effects


def _hold(claim: JobClaim) -> None:
    with transaction.atomic():
        claim.hold()


def _read(report: Report, period: Period) -> tuple[ReportInputs, Findings]:
    """The period's rows and what the engines find in them; anew where somebody wrote in between."""
    # The engines bring numpy along, which the web process does without.
    from advisory.services.report_findings import findings_for

    owner, partial = report.owner, report.is_partial
    for _ in range(LOOKS):
        inputs = report_inputs(owner=owner, period=period, partial=partial)
        found = findings_for(owner=owner, inputs=inputs)
        if inputs_hash(owner, period, partial) == inputs.input_hash:
            return inputs, found
    raise DomainError("busy", BUSY)


def document_of(inputs: ReportInputs, found: Findings, before: Before | None = None) -> ReportDocument:
    return build_report(
        inputs.columns,
        inputs.accounts,
        inputs.period,
        namespace=inputs.namespace,
        base_currency=inputs.base_currency,
        is_partial=inputs.is_partial,
        language=inputs.language,
        found=found,
        before=before,
    )


def report_finish(
    report: Report,
    inputs: ReportInputs,
    document: ReportDocument,
    *,
    outline: Outline,
    folder: str,
    files: dict[str, dict[str, object]],
) -> None:
    """Store facts and mark the report succeeded, inside the job's final transaction."""
    facts_store(
        owner=report.owner, report=report, drafts=document.facts, states=inputs.states, earlier=document.earlier
    )
    ReportRows.objects.create(report=report, states=rows_of(inputs))
    Report.objects.filter(pk=report.pk).update(
        status=Report.Status.SUCCEEDED,
        input_hash=inputs.input_hash,
        language=document.language,
        headline=document.headline.text[:300],
        outline=outline,
        is_restated=any(section.id == "restated" for section in document.sections),
        folder=folder,
        files=files,
        finished_at=timezone.now(),
    )
    versions = Report.objects.filter(owner=report.owner, kind=report.kind, month=report.month)
    versions.filter(version__lt=report.version).update(is_superseded=True)
    deliver_if_wanted(report)


def report_base(report: Report) -> str:
    return storage.report_base(report.owner_id, period_key(report.period), report.pk)


def report_ended_badly(job: Job) -> None:
    """The report shares its job's end."""
    rows = Report.objects.filter(pk=job.args["report"])
    rows.update(status=job.status, finished_at=timezone.now())
    for report in rows:
        transaction.on_commit(partial(storage.remove_attempts, report_base(report)), robust=True)


def report_lost(claim: JobClaim) -> None:
    """Remove what the lost attempt filed. The path comes from the claim: with its user the report's row goes too."""
    job = claim.job
    storage.remove_attempt(storage.report_base(job.owner_id, job.args["month"], job.args["report"]), claim.attempt)
    if not User.objects.filter(pk=job.owner_id).exists():
        storage.remove_owner(job.owner_id)


register_kind(
    JobKind(
        name=KIND,
        task="advisory.tasks.generate_monthly_report",
        task_args=lambda job: [job.owner_id, job.args["month"], job.pk],
        run=report_run,
        ended_badly=report_ended_badly,
        lost=report_lost,
    )
)
