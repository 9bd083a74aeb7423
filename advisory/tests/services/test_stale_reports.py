"""A finished report is marked outdated exactly while asking again would give another one."""

from __future__ import annotations

from datetime import date

import pytest

from accounts.models import User
from advisory.models import Report
from advisory.services import reports
from advisory.services.stale_reports import reports_check
from advisory.tests.books import Book

pytestmark = pytest.mark.django_db


def outdated(book: Book) -> list[str]:
    return [f"{report.month:%Y-%m} v{report.version}" for report in book.owner.reports.filter(is_outdated=True)]


def test_only_months_that_saw_the_change_are_marked_and_unmarked_again(book: Book) -> None:
    for month in ("2025-01", "2025-02", "2025-03"):
        book.report(month)
    assert (reports_check(owner=book.owner), outdated(book)) == (0, [])
    row = book.row(date(2025, 2, 20), "-1")
    assert reports_check(owner=book.owner) == 2
    assert outdated(book) == ["2025-03 v1", "2025-02 v1"]
    row.delete()
    assert (reports_check(owner=book.owner), outdated(book)) == (0, [])


def test_superseded_and_failed_ones_are_left_alone(book: Book) -> None:
    first = book.report()
    book.row(date(2025, 3, 3), "-1")
    second = book.report()
    Report.objects.filter(pk=second.pk).update(status="failed")
    book.row(date(2025, 3, 3), "-2")
    assert reports_check(owner=book.owner) == 0
    first.refresh_from_db()
    assert not first.is_outdated


def test_a_partial_report_is_outdated_when_its_month_is_over(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "today", lambda _owner: date(2025, 3, 30))
    book.report()
    assert reports_check(owner=book.owner) == 0
    monkeypatch.setattr(reports, "today", lambda _owner: date(2025, 4, 2))
    assert reports_check(owner=book.owner) == 1
    assert book.ask().version == 2


def test_another_owners_rows_do_not_matter(book: Book, bob: User) -> None:
    book.report()
    Book(bob).three_months()
    assert reports_check(owner=book.owner) == 0
