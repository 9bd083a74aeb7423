"""Reports without asking: on the first where each person lives, once, after the import, and late rather than never."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection

from accounts.errors import DomainError
from accounts.models import User
from advisory import dispatch
from advisory.dispatch import reports_ask_scheduled
from advisory.models import Report, ReportDelivery, ReportSchedule, ScheduledReport
from advisory.services.report_schedule import periods_due, schedule_get, schedule_set
from advisory.services.reports import report_request
from advisory.tests.books import Book, job_id_of
from transactions.ledger.period import period_key
from transactions.models import Job
from transactions.services.jobs import job_cancel, job_run

pytestmark = pytest.mark.django_db
APRIL = datetime(2025, 4, 1, 6, tzinfo=UTC)


def at(moment: datetime) -> int:
    """What the scheduler does at this moment."""
    with time_machine.travel(moment, tick=False):
        return reports_ask_scheduled()


def asked(owner: User) -> list[str]:
    return sorted(period_key(report.period) for report in Report.objects.filter(owner=owner))


def living_in(owner: User, zone: str) -> User:
    User.objects.filter(pk=owner.pk).update(time_zone=zone)
    return owner


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Berlin", "UTC", "Asia/Kolkata"])
def test_it_is_asked_for_on_the_first_where_the_owner_lives(alice: User, zone: str) -> None:
    Book(living_in(alice, zone)).row(date(2025, 3, 31), "-1.00", "Kiosk")
    midnight = datetime(2025, 4, 1, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    assert (at(midnight - timedelta(minutes=1)), asked(alice)) == (0, [])
    assert (at(midnight), asked(alice)) == (1, ["2025-03"])
    report = Report.objects.get()
    assert (report.is_partial, report.kind) == (False, "month"), "the month is over there"
    assert report.job is not None
    assert report.job.trigger == "schedule"


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", date(2026, 4, 1)),
        ("America/Los_Angeles", date(2026, 11, 1)),  # clocks go back in the night that follows midnight
        ("Africa/Cairo", date(2026, 11, 1)),
        ("Asia/Beirut", date(2026, 4, 1)),
        ("America/Asuncion", date(2023, 10, 1)),  # there was no midnight
        ("nowhere", date(2026, 4, 1)),
    ],
)
def test_a_clock_that_is_changed_gives_neither_two_nor_none(alice: User, zone: str, day: date) -> None:
    living_in(alice, zone)
    before = day - timedelta(days=1)
    Book(alice).row(before, "-1.00", "Kiosk")
    start = datetime(before.year, before.month, before.day, 6, tzinfo=UTC)
    assert sum(at(start + timedelta(minutes=15 * ring)) for ring in range(4 * 60)) == 1
    assert asked(alice) == [f"{before:%Y-%m}"]


def test_twice_at_once_is_once(book: Book) -> None:
    assert [at(APRIL), at(APRIL), at(APRIL + timedelta(days=20))] == [1, 0, 0]
    assert Job.objects.filter(kind="monthly_report").count() == 1


@pytest.mark.django_db(transaction=True)
def test_ten_schedulers_at_once_ask_once(book: Book) -> None:
    everybody = Barrier(10)

    def ring(_: int) -> int:
        try:
            everybody.wait(timeout=30)
            return reports_ask_scheduled()
        finally:
            connection.close()

    with time_machine.travel(APRIL, tick=True), ThreadPoolExecutor(10) as pool:
        assert sum(pool.map(ring, range(10))) == 1
    assert (Report.objects.count(), ScheduledReport.objects.count()) == (1, 1)


def test_down_on_the_first_it_catches_up_within_the_month(book: Book) -> None:
    assert at(datetime(2025, 4, 30, 23, 59, tzinfo=UTC)) == 1
    assert asked(book.owner) == ["2025-03"]


def test_later_than_that_it_is_the_next_months_turn(book: Book) -> None:
    assert at(datetime(2025, 5, 1, tzinfo=UTC)) == 0, "April holds no rows"


def test_rows_that_come_later_in_the_month_are_enough(alice: User) -> None:
    assert at(APRIL) == 0
    Book(alice).row(date(2025, 3, 5), "-1.00", "Kiosk")
    assert at(APRIL + timedelta(days=5)) == 1


def test_an_account_without_rows_or_switched_off_gets_none(alice: User, bob: User) -> None:
    Book(bob).three_months()
    User.objects.filter(pk=bob.pk).update(is_active=False)
    assert at(APRIL) == 0


def importing(owner: User, kind: str = "statement_import") -> Job:
    return Job.objects.create(owner=owner, kind=kind, key=f"{kind}_x", status="running")


@pytest.mark.parametrize("kind", ["statement_import", "restore"])
def test_it_waits_for_an_import_to_end(book: Book, kind: str) -> None:
    job = importing(book.owner, kind)
    assert (at(APRIL), at(APRIL + timedelta(hours=5))) == (0, 0)
    Job.objects.filter(pk=job.pk).update(status="succeeded")
    assert at(APRIL + timedelta(hours=6)) == 1


def test_it_waits_a_day_at_the_most(book: Book) -> None:
    importing(book.owner)
    assert at(APRIL) == 0
    assert at(APRIL + timedelta(hours=23, minutes=59)) == 0
    assert at(APRIL + timedelta(hours=24)) == 1


def test_anothers_import_is_not_waited_for(book: Book, bob: User) -> None:
    importing(bob)
    assert at(APRIL) == 1


@pytest.mark.parametrize(
    ("today", "monthly", "wanted"),
    [
        (date(2026, 1, 1), True, ["2025", "2025-12", "2025-Q4"]),
        (date(2026, 1, 31), True, ["2025", "2025-12", "2025-Q4"]),
        (date(2026, 2, 1), True, ["2026-01"]),
        (date(2026, 4, 1), True, ["2026-03", "2026-Q1"]),
        (date(2026, 7, 15), False, ["2026-Q2"]),
        (date(2026, 8, 1), False, []),
    ],
)
def test_which_periods_are_due(today: date, monthly: bool, wanted: list[str]) -> None:
    schedule = ReportSchedule(monthly=monthly, quarterly=True, yearly=True)
    assert sorted(map(period_key, periods_due(schedule, today))) == wanted


def test_quarters_and_years_come_when_they_are_wanted(book: Book) -> None:
    schedule_set(owner=book.owner, quarterly=True, monthly=False)
    assert at(APRIL) == 1
    assert asked(book.owner) == ["2025-Q1"]


def test_one_that_the_owner_made_already_is_not_made_again(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    made = book.report()
    assert at(APRIL) == 1
    assert (Report.objects.count(), ScheduledReport.objects.get().report_id) == (1, made.pk)


def test_one_that_is_there_already_goes_out_by_mail(book: Book) -> None:
    schedule_set(owner=book.owner, deliver_by_mail=True)
    made = book.report()
    at(APRIL)
    assert ReportDelivery.objects.get().report_id == made.pk


def test_a_cancelled_one_does_not_come_back(book: Book) -> None:
    at(APRIL)
    job_cancel(owner=book.owner, job_id=job_id_of(Report.objects.get()))
    assert at(APRIL + timedelta(hours=1)) == 0
    assert Report.objects.count() == 1


def test_what_goes_wrong_is_tried_again_and_keeps_nobody_else_waiting(
    book: Book, bob: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    Book(bob).three_months()
    real = report_request

    def busy(*, owner: User, **asked: object) -> object:
        if owner.pk == book.owner.pk:
            raise DomainError("busy", "Not now.")
        return real(owner=owner, **asked)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(dispatch, "report_request", busy)
        assert at(APRIL) == 1
    assert asked(book.owner) == []
    assert at(APRIL + timedelta(minutes=15)) == 1
    assert asked(book.owner) == ["2025-03"]


def test_done_by_a_worker_it_is_a_whole_report(book: Book) -> None:
    schedule_set(owner=book.owner, yearly=True, monthly=False)
    with time_machine.travel(datetime(2026, 1, 1, 1, tzinfo=UTC), tick=False):
        assert reports_ask_scheduled() == 1
        assert job_run(job_id=job_id_of(Report.objects.get()))
    report = Report.objects.get()
    assert (report.status, report.kind, report.is_partial) == ("succeeded", "year", False)
    assert report.headline == "You kept €5,256.78 of €8,550.00 in 2025."
    assert set(report.files) == {"json", "csv", "html", "pdf"}


def test_defaults_are_not_stored_and_changes_leave_the_rest(alice: User, bob: User) -> None:
    assert schedule_get(owner=alice).monthly
    assert not ReportSchedule.objects.exists()
    schedule_set(owner=alice, quarterly=True)
    kept = schedule_set(owner=alice, deliver_by_mail=True)
    assert (kept.monthly, kept.quarterly, kept.yearly, kept.deliver_by_mail) == (True, True, False, True)
    assert not ReportSchedule.objects.filter(owner=bob).exists()
    with pytest.raises(DomainError):
        schedule_set(owner=alice, hourly=True)


def test_the_task_asks_by_the_clock(book: Book, django_capture_on_commit_callbacks: Callable[..., object]) -> None:
    from advisory.tasks import ask_scheduled_reports

    with time_machine.travel(APRIL, tick=False):
        ask_scheduled_reports()
    assert asked(book.owner) == ["2025-03"]
