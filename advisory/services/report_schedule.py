"""Reports without asking: which are due for whom, by the day where each person lives, each asked for once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from accounts.access import editable_by, visible_to
from accounts.errors import DomainError
from accounts.models import User
from advisory.models import Report, ReportSchedule, ScheduledReport
from advisory.services.report_mail import deliver_if_wanted, mailbox_require
from transactions.ledger.period import Period, PeriodKind, kind_of, last_full_period, month_of, period_key
from transactions.models import Job, Transaction
from transactions.selectors.jobs import LIVE, RESTORE
from transactions.services.imports import JOB_KIND as IMPORT

LONGEST_WAIT = timedelta(hours=24)
WANTED: dict[PeriodKind, str] = {"month": "monthly", "quarter": "quarterly", "year": "yearly"}
FIELDS = frozenset({*WANTED.values(), "deliver_by_mail", "mail_contents"})


def schedule_get(*, owner: User) -> ReportSchedule:
    """The owner's, or the defaults, which are not stored."""
    return visible_to(ReportSchedule.objects.all(), owner).first() or ReportSchedule(owner=owner)


def schedule_set(*, owner: User, **given: object) -> ReportSchedule:
    """Change what is given and leave the rest as it is."""
    unknown = given.keys() - FIELDS
    if unknown:
        raise DomainError("invalid", "There is no such setting.", fields={name: ["Unknown."] for name in unknown})
    if given.get("deliver_by_mail"):
        mailbox_require(owner)
    with transaction.atomic():
        ReportSchedule.objects.get_or_create(owner=owner)
        editable_by(ReportSchedule.objects.all(), owner).update(**given)
    return schedule_get(owner=owner)


def periods_due(schedule: ReportSchedule, today: date) -> list[Period]:
    """The periods that ended with the month before `today` and are wanted: seen to on its first day, or on a later one
    where nobody was there to see to them."""
    begun = month_of(today).start
    ended = [last_full_period(kind, today) for kind, name in WANTED.items() if getattr(schedule, name)]
    return [period for period in ended if period.end == begun]


def schedules_due(now: datetime) -> Iterator[tuple[User, Period]]:
    """Whose which period is to be asked for now: with rows in it, not asked for yet, and no import to wait for."""
    for owner in User.objects.kept().select_related("report_schedule").order_by("pk"):
        schedule = getattr(owner, "report_schedule", None) or ReportSchedule(owner=owner)
        for period in periods_due(schedule, owner.day_at(now)):
            if is_due(owner, period, now):
                yield owner, period


def is_due(owner: User, period: Period, now: datetime) -> bool:
    entry = entry_of(owner, period).first()
    if entry is not None and entry.asked_at is not None:
        return False
    rows = visible_to(Transaction.objects.all(), owner)
    if not rows.filter(booking_date__gte=period.start, booking_date__lt=period.end).exists():
        return False
    return not is_importing(owner) or _has_waited(owner, period, entry, now)


def is_importing(owner: User) -> bool:
    """Rows are coming in: an import, or an export that is put back."""
    return visible_to(Job.objects.filter(kind__in=(IMPORT, RESTORE), status__in=LIVE), owner).exists()


def _has_waited(owner: User, period: Period, entry: ScheduledReport | None, now: datetime) -> bool:
    """Whether an import that does not end has been waited for long enough; the waiting begins with the first look."""
    if entry is None:
        entry, _ = ScheduledReport.objects.get_or_create(
            owner=owner, kind=kind_of(period), month=period.start, defaults={"due_at": now}
        )
    return entry.due_at + LONGEST_WAIT <= now


def entry_of(owner: User, period: Period) -> QuerySet[ScheduledReport]:
    return visible_to(ScheduledReport.objects.filter(kind=kind_of(period), month=period.start), owner)


def schedule_take(*, owner: User, period: Period, now: datetime) -> bool:
    """Take one period, within the transaction that asks for its report: True for exactly one of all who try."""
    try:
        with transaction.atomic():
            ScheduledReport.objects.get_or_create(
                owner=owner, kind=kind_of(period), month=period.start, defaults={"due_at": now}
            )
    except IntegrityError:
        pass  # somebody else made it meanwhile; the update decides
    return bool(entry_of(owner, period).filter(asked_at=None).update(asked_at=now))


def schedule_taken(*, owner: User, period: Period, report: Report) -> None:
    """Which report came of it; one that was there already goes out now."""
    entry_of(owner, period).update(report=report)
    if report.status == Report.Status.SUCCEEDED:
        deliver_if_wanted(report)


def schedule_key(owner: User, period: Period) -> str:
    """For the log."""
    return f"{owner.pk} {period_key(period)}"
