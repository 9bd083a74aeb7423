"""A version that replaces another says what became different, with both figures and their rows."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from accounts.models import User
from advisory.models import Fact, Report, ReportFact, ReportRows
from advisory.selectors.facts import fact_evidence
from advisory.services.facts import facts_sweep
from advisory.services.reports import report_request
from advisory.tests.books import Book, content, job_id_of
from transactions.models import Job
from transactions.services.jobs import job_run
from transactions.services.transactions import transaction_delete

pytestmark = pytest.mark.django_db


def restated(report: Report) -> dict[str, Any] | None:
    sections = json.loads(content(report))["sections"]
    return next((section for section in sections if section["id"] == "restated"), None)


def rows(section: dict[str, Any]) -> list[list[str]]:
    return [[cell["text"] for cell in row] for row in section["tables"][0]["rows"]]


def periods(book: Book, period: str) -> Report:
    report, _ = report_request(owner=book.owner, period=period)
    job_run(job_id=job_id_of(report))
    report.refresh_from_db()
    return report


def test_a_first_version_has_nothing_to_tell(book: Book) -> None:
    report = book.report()
    assert (restated(report), report.is_restated, report.previous_id) == (None, False, None)
    assert len(ReportRows.objects.get(report=report).states) == 5


def test_the_main_figures_that_differ_stand_there_then_and_now(book: Book) -> None:
    first = book.report()
    book.change(book.rows()[-2], amount=-99)
    book.row(date(2025, 3, 30), "-7.00", "Kiosk", "groceries")
    for txn in [txn for txn in book.rows() if str(txn.amount) == "-12.99" and txn.booking_date.month == 3]:
        transaction_delete(owner=book.owner, transaction_id=txn.pk)
    second = book.report()
    section = restated(second)
    assert section is not None
    assert (second.previous_id, second.is_restated) == (first.pk, True)
    assert section["title"] == "What changed since the last version"
    said = section["sentences"][0]["text"].replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Since the version before, 1 transaction came in, 1 transaction changed and 1 transaction went."
    told = {row[0]: row[1:] for row in rows(section)}
    assert told["Spending"] == ["€1,099.74", "€1,129.50"]
    assert told["Kept"] == ["€1,750.26", "€1,720.50"]
    assert told["Subscriptions"] == ["€12.99", "–"]
    assert "Transactions" not in told, "five then and five now"


def test_the_old_figure_leads_to_its_own_evidence_and_stays_as_it_was(book: Book) -> None:
    first = book.report()
    old = Fact.objects.get(report_facts__report=first, metric="spending", period_start=date(2025, 3, 1))
    hash_then, computed_then = old.rows_hash, old.computed_at
    book.change(book.rows()[-2], amount=-99)
    second = book.report()
    tie = ReportFact.objects.get(report=second, fact=old)
    assert tie.is_earlier
    old.refresh_from_db()
    assert (old.rows_hash, old.computed_at) == (hash_then, computed_then)
    evidence = fact_evidence(book.owner, old.pk)
    assert (evidence.is_stale, evidence.row_count) == (True, 4)
    named = {fact["id"] for fact in json.loads(content(second))["facts"]}
    assert old.pk in named
    facts_sweep(owner=book.owner)
    assert Fact.objects.filter(pk=old.pk).exists()


def test_without_a_difference_there_is_no_such_section(book: Book) -> None:
    book.report()
    book.owner.payees.filter(name="Corner Market").update(name="Corner Shop")
    second = book.report()
    assert (second.version, restated(second), second.is_restated) == (2, None, False)


def test_a_change_before_the_period_is_told_without_rows(book: Book) -> None:
    """The score of March looks at the months before."""
    book.report()
    book.row(date(2025, 2, 20), "-2000.00", "Roof", "rent_mortgage")
    section = restated(book.report())
    assert section is not None
    assert section["sentences"][0]["text"].startswith("The rows of this period are the same")
    assert [row[0] for row in rows(section)] == ["Health score"]


def test_the_third_version_is_held_against_the_second(book: Book) -> None:
    book.report()
    book.row(date(2025, 3, 3), "-10.00", "Kiosk", "groceries")
    second = book.report()
    book.row(date(2025, 3, 4), "-20.00", "Kiosk", "groceries")
    third = book.report()
    section = restated(third)
    assert section is not None
    assert third.previous_id == second.pk
    assert {row[0]: row[1:] for row in rows(section)}["Spending"] == ["€1,109.74", "€1,129.74"]


def test_the_same_job_done_again_gives_the_same_bytes(book: Book) -> None:
    book.report()
    book.row(date(2025, 3, 3), "-10.00", "Kiosk", "groceries")
    second = book.report()
    before = content(second)
    assert restated(second) is not None
    ReportFact.objects.filter(report=second).delete()
    ReportRows.objects.filter(report=second).delete()
    Report.objects.filter(pk=second.pk).update(status="queued")
    Job.objects.filter(pk=job_id_of(second)).update(status="queued", attempt=1)
    assert job_run(job_id=job_id_of(second))
    second.refresh_from_db()
    assert (second.status, content(second)) == ("succeeded", before)


def test_asked_again_nothing_is_new(book: Book) -> None:
    """The comparison must not make a report look outdated."""
    book.report()
    book.row(date(2025, 3, 3), "-10.00", "Kiosk", "groceries")
    second = book.report()
    again, is_new = report_request(owner=book.owner, month="2025-03")
    assert (again.pk, is_new) == (second.pk, False)


def test_a_version_whose_rows_were_not_kept_is_told_so(book: Book) -> None:
    first = book.report()
    ReportRows.objects.filter(report=first).delete()
    book.row(date(2025, 3, 3), "-10.00", "Kiosk", "groceries")
    section = restated(book.report())
    assert section is not None
    assert section["sentences"][0]["text"] == "Of the version before it is not kept which rows it saw."


@pytest.mark.parametrize("period", ["2025-Q1", "2025"])
def test_longer_periods_are_restated_too(book: Book, period: str) -> None:
    first = periods(book, period)
    assert (first.status, first.kind, restated(first)) == ("succeeded", "quarter" if "Q" in period else "year", None)
    book.row(date(2025, 2, 3), "-10.00", "Kiosk", "groceries")
    second = periods(book, period)
    section = restated(second)
    assert section is not None
    assert (second.version, first.pk) == (2, second.previous_id)
    first.refresh_from_db()
    assert first.is_superseded
    assert "Spending" in {row[0] for row in rows(section)}


def test_periods_that_begin_alike_do_not_replace_each_other(book: Book) -> None:
    month, quarter = periods(book, "2025-01"), periods(book, "2025-Q1")
    book.row(date(2025, 1, 3), "-10.00", "Kiosk", "groceries")
    newer = periods(book, "2025-Q1")
    month.refresh_from_db()
    quarter.refresh_from_db()
    assert (month.is_superseded, quarter.is_superseded, newer.previous_id) == (False, True, quarter.pk)


def test_anothers_version_is_not_looked_at(book: Book, bob: User) -> None:
    Book(bob).report()
    assert book.report().previous_id is None
