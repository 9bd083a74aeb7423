"""A report and the pages beside it tell the same: one set of engines, asked as of the report's last day."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from accounts.models import User
from advisory.models import Advice, Insight, RecurringSeries, Report
from advisory.services.advice import advice_accept, advice_dismiss
from advisory.services.analysis import analysis_refresh
from advisory.services.series import series_decide
from advisory.services.stale_reports import reports_check
from advisory.tests.books import content, facts_of
from advisory.tests.living import Living, household

pytestmark = pytest.mark.django_db
MONTH = "2025-06"


@pytest.fixture
def home(alice: User) -> Living:
    book = household(alice)
    book.text_row(date(2025, 6, 30), "-3.20", "Corner Cafe")  # the month is seen to its end
    analysis_refresh(owner=alice)
    return book


def told(report: Report, section: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in json.loads(content(report))["sections"] if one["id"] == section)
    return found


def words(parts: list[dict[str, Any]]) -> str:
    return "".join(part["text"] for part in parts)


def bills(report: Report) -> set[str]:
    return {words(row[0]["parts"]) for table in told(report, "recurring")["tables"] for row in table["rows"]}


def advised(report: Report) -> list[str]:
    return [item["rule"] for item in told(report, "advice")["items"]]


def test_a_report_tells_what_the_pages_tell(home: Living) -> None:
    report = home.report(MONTH)
    noticed = Insight.objects.filter(owner=home.owner, day__range=("2025-06-01", "2025-06-30"))
    said = {words(one["parts"]) for one in told(report, "movements")["sentences"]}
    assert noticed.exists()
    assert {f"{one.title}: {one.text}" for one in noticed} <= said
    running = RecurringSeries.objects.filter(owner=home.owner, status__in=("early", "active"), amount_minor__lt=0)
    assert bills(report) == set(running.values_list("label", flat=True))
    given = Advice.objects.filter(owner=home.owner, is_current=True).order_by("rank")
    assert advised(report) == [one.rule for one in given if one.action["kind"] != "ask"]


def test_an_ignored_series_is_no_bill_of_the_report_asked_for_next(home: Living) -> None:
    first = home.report(MONTH)
    assert "Streamly" in bills(first)
    stream = RecurringSeries.objects.get(owner=home.owner, label="Streamly")
    series_decide(owner=home.owner, series_id=stream.pk, decision=RecurringSeries.Decision.IGNORED)
    assert reports_check(owner=home.owner) == 1
    second = home.report(MONTH)
    assert second.pk != first.pk
    assert "Streamly" not in bills(second)


def cells(report: Report, section: str) -> list[list[str]]:
    return [
        [words(cell["parts"]) for cell in row] for table in told(report, section)["tables"] for row in table["rows"]
    ]


def test_a_later_report_says_what_came_of_advice_that_was_taken_up(home: Living) -> None:
    dearer = Advice.objects.get(owner=home.owner, rule="A03")
    advice_accept(owner=home.owner, advice_id=dearer.pk)
    Advice.objects.filter(pk=dearer.pk).update(accepted_at=datetime(2025, 6, 30, tzinfo=UTC))
    for month in (7, 8):
        home.text_row(date(2025, month, 1), "-980.00", "Linden Housing", "rent_mortgage")
        home.text_row(date(2025, month, 12), "-12.99", "Streamly")
        home.text_row(date(2025, month, 25), "2850.00", "Harbour Employer", "income_salary")
    assert all(section["id"] != "worked" for section in json.loads(content(home.report(MONTH)))["sections"])
    later = home.report("2025-08")
    assert cells(later, "worked") == [[dearer.title, "30 June 2025", "Proven", "€6.00"]]
    saved = next(fact for fact in facts_of(later) if fact["metric"] == "outcome_saved")
    assert saved["value"] == "6.00"
    actual = next(fact for fact in facts_of(later) if fact["metric"] == "outcome_actual")
    assert (actual["value"], len(actual["transactions"])) == ("-25.98", 2)


def test_an_answer_to_advice_leaves_the_report_as_it_was(home: Living) -> None:
    first = home.report(MONTH)
    rule = advised(first)[0]
    advice = Advice.objects.get(owner=home.owner, rule=rule)
    advice_dismiss(owner=home.owner, advice_id=advice.pk, reason="not_true")
    assert reports_check(owner=home.owner) == 0
    assert home.report(MONTH).pk == first.pk
