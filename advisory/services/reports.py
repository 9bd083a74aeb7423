"""Monthly reports: asked for once per set of inputs, computed by a job, filed whole or not at all."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.errors import DomainError
from accounts.models import User
from advisory import storage
from advisory.frames.reports import BUSY, LOOKS, ReportInputs, report_inputs
from advisory.models import Report
from advisory.rendering import render_html, render_pdf
from advisory.reports.document import ReportDocument
from advisory.reports.findings import Findings
from advisory.reports.monthly import build_monthly_report
from advisory.reports.wording import Outline, outline_of
from advisory.reports.writers import to_csv_bytes, to_json_bytes
from advisory.selectors.reports import inputs_hash, report_current, report_live
from advisory.services.facts import facts_store
from advisory.services.report_wording import report_worded
from transactions import live
from transactions.ledger.period import Period, last_full_month, parse_month
from transactions.models import Job
from transactions.services.job_claim import JobClaim
from transactions.services.job_kinds import Effects, JobKind, register_kind
from transactions.services.jobs import job_request, job_run

KIND = "monthly_report"
LOCK_MILLISECONDS = 10_000


def today() -> date:
    return timezone.now().date()


def job_key(owner: User, period: Period) -> str:
    return f"monthly_report_{owner.pk}_{period.month_key}"


def month_period(month: str | None) -> Period:
    """The period of 'YYYY-MM', or the last full month; DomainError for a malformed or future month."""
    if month is None:
        return last_full_month(today())
    try:
        period = parse_month(month)
    except ValueError as error:
        raise DomainError("invalid", str(error), fields={"month": [str(error)]}) from None
    if period.start > today():
        message = f"{month} has not begun yet. Ask for a month up to {today():%Y-%m}."
        raise DomainError("future_month", message, fields={"month": [message]})
    return period


def report_request(*, owner: User, month: str | None, trigger: Job.Trigger = Job.Trigger.USER) -> tuple[Report, bool]:
    """The report of a month and whether a new one was made for this call.

    Queued or running: that one. Ended with the same inputs: that one. Otherwise a new version under the same job
    key. The lock only saves work; the unique indexes over live jobs and live reports decide.
    """
    period = month_period(month)
    with live.lock(job_key(owner, period), LOCK_MILLISECONDS):
        for _ in range(5):
            found = report_live(owner, period) or _unchanged(owner, period)
            if found is not None:
                return found, False
            try:
                return _make(owner, period, trigger), True
            except IntegrityError:
                continue  # somebody else made it between our look and our write
    raise DomainError("busy", "This report keeps starting and ending just now. Try again in a moment.", status=409)


def _unchanged(owner: User, period: Period) -> Report | None:
    current = report_current(owner, period)
    if current is None or current.input_hash != inputs_hash(owner, period, is_partial(period)):
        return None
    names = [entry["name"] for entry in current.files.values()]
    return current if storage.is_complete(current.folder, names) else None


def is_partial(period: Period) -> bool:
    return today() < period.end


def _make(owner: User, period: Period, trigger: Job.Trigger) -> Report:
    with transaction.atomic():
        newest = Report.objects.filter(owner=owner, month=period.start).order_by("-version").first()
        report = Report.objects.create(
            owner=owner,
            month=period.start,
            version=newest.version + 1 if newest else 1,
            is_partial=is_partial(period),
        )
        job, is_new = job_request(
            owner=owner,
            kind=KIND,
            key=job_key(owner, period),
            args={"report": report.pk, "month": period.month_key},
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
        owner = User.objects.filter(pk=user_id, is_active=True).first()
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
    inputs, found = _read(report, parse_month(claim.job.args["month"]))
    claim.stage("Working out the figures", 30)
    document = document_of(inputs, found)
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
    """The month's rows and what the engines find in them; anew where somebody wrote in between."""
    # The engines bring numpy along, which the web process does without.
    from advisory.services.report_findings import findings_for

    owner, partial = report.owner, report.is_partial
    for _ in range(LOOKS):
        inputs = report_inputs(owner=owner, period=period, partial=partial)
        found = findings_for(owner=owner, inputs=inputs)
        if inputs_hash(owner, period, partial) == inputs.input_hash:
            return inputs, found
    raise DomainError("busy", BUSY)


def document_of(inputs: ReportInputs, found: Findings) -> ReportDocument:
    return build_monthly_report(
        inputs.columns,
        inputs.accounts,
        inputs.period,
        namespace=inputs.namespace,
        base_currency=inputs.base_currency,
        is_partial=inputs.is_partial,
        language=inputs.language,
        found=found,
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
    facts_store(owner=report.owner, report=report, drafts=document.facts, states=inputs.states)
    Report.objects.filter(pk=report.pk).update(
        status=Report.Status.SUCCEEDED,
        input_hash=inputs.input_hash,
        language=document.language,
        headline=document.headline.text[:300],
        outline=outline,
        folder=folder,
        files=files,
        finished_at=timezone.now(),
    )
    Report.objects.filter(owner=report.owner, month=report.month, version__lt=report.version).update(is_superseded=True)


def report_base(report: Report) -> str:
    return storage.report_base(report.owner_id, f"{report.month:%Y-%m}", report.pk)


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
