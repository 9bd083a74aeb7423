"""Quarters and years: against earlier ones of their length, or their months against each other; and their own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from string import Formatter

import pytest

from advisory.analysis.facts import recompute
from advisory.narration.english.periods import PERIOD_PHRASES
from advisory.narration.views import VIEWS
from advisory.rendering import render_html
from advisory.reports.document import ReportDocument, Section
from advisory.reports.findings import Findings
from advisory.reports.longer import build_longer_report
from advisory.reports.writers import to_json, to_json_bytes
from advisory.tests.built import findings_in, report_of
from advisory.tests.households import NAMESPACE, Household, household
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.period import add_months, parse_period

pytestmark = pytest.mark.usefixtures("plainest")


def report(
    shares: Sequence[Share], accounts: Sequence[AccountState] = (), *, key: str, is_partial: bool = False
) -> ReportDocument:
    return report_of(
        Columns.of(shares), accounts, parse_period(key), namespace=NAMESPACE, base_currency="EUR", is_partial=is_partial
    )


def of_home(key: str, home: Household | None = None, *, is_partial: bool = False) -> ReportDocument:
    home = home or household()
    return report(home.shares, home.accounts(), key=key, is_partial=is_partial)


def section(document: ReportDocument, key: str) -> Section:
    return next(found for found in document.sections if found.id == key)


def texts(document: ReportDocument, key: str) -> list[str]:
    return [sentence.text for sentence in section(document, key).sentences]


def cells(document: ReportDocument, key: str, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row] for row in section(document, key).tables[table].rows]


def test_a_quarter_is_held_against_earlier_whole_quarters() -> None:
    document = of_home("2026-Q3")
    assert document.headline.text == "You kept €4,895.13 of €9,600.00 in Q3 2026."
    assert texts(document, "summary")[2] == (
        "Spending was €3.40 above your normal quarter of €4,701.47 (the middle of 3\N{NO-BREAK SPACE}whole quarters)."
    )
    assert [found.id for found in document.sections] == [
        "summary", "advice", "months", "spending", "changes", "recurring", "movements", "health", "quality",
    ]  # fmt: skip
    assert [bar.label for bar in section(document, "summary").charts[0].bars] == [
        "Q4 2025", "Q1 2026", "Q2 2026", "Q3 2026",
    ]  # fmt: skip


def test_its_months_stand_below_each_other_and_add_up() -> None:
    rows = cells(of_home("2026-Q3"), "months")
    assert [row[0] for row in rows] == ["July 2026", "August 2026", "September 2026", "Q3 2026"]
    assert [row[2] for row in rows] == ["€1,558.19", "€1,589.29", "€1,557.39", "€4,704.87"]
    assert texts(of_home("2026-Q3"), "months") == ["August 2026 took most, €1,589.29; September 2026 least, €1,557.39."]


def test_a_year_without_an_earlier_one_holds_its_months_against_each_other() -> None:
    document = of_home("2025")
    assert texts(document, "summary")[2].startswith("There is no earlier whole year yet to hold this one against")
    assert document.key_figures[1].note.text == "a middle month: €1,558.94"
    assert cells(document, "changes")[1] == ["Groceries", "€342.00", "December 2025", "€359.60", "+€17.60"]
    assert next(row[0] for row in cells(document, "months")) == "September 2025", "rows are known from then on"


def test_a_year_is_held_against_up_to_three() -> None:
    home = household(last="2026-12", months=60)
    document = of_home("2026", home)
    assert "(the middle of 3\N{NO-BREAK SPACE}whole years)" in texts(document, "summary")[2]
    assert texts(document, "quality")[0].endswith("and on 3\N{NO-BREAK SPACE}whole years before it.")
    assert len(cells(document, "months")) == 13


def test_a_quarter_with_a_gap_is_no_whole_one() -> None:
    home = household()
    home.shares = [share for share in home.shares if share.booking_date.replace(day=1) != date(2026, 5, 1)]
    assert "(the middle of 2\N{NO-BREAK SPACE}whole quarters)" in texts(of_home("2026-Q3", home), "summary")[2]


def test_a_running_year_is_so_far_and_not_compared() -> None:
    document = of_home("2026", is_partial=True)
    assert texts(document, "summary")[2].startswith("The year is not over")
    assert texts(document, "changes")[0].startswith("A running year is not compared")
    assert [row[0] for row in cells(document, "months")][-2:] == ["October 2026", "2026"]
    assert b"year not over" in render_html(document)


def test_health_and_advice_are_those_of_its_last_month() -> None:
    quarter, month = of_home("2026-Q3"), of_home("2026-09")
    assert section(quarter, "health") == section(month, "health")
    assert section(quarter, "advice") == section(month, "advice")
    assert [one for one in quarter.sections if one.id == "ahead"] == []
    assert texts(quarter, "quality")[-1].startswith("What is ahead is left out here")


@pytest.mark.parametrize("key", ["2026-Q3", "2026"])
@pytest.mark.parametrize("is_partial", [False, True])
def test_an_empty_ledger_is_said_to_be_empty(key: str, is_partial: bool) -> None:
    document = report([], key=key, is_partial=is_partial)
    assert document.headline.text == f"Nothing was booked in {'Q3 2026' if 'Q' in key else '2026'}."
    assert texts(document, "months")[0].startswith("No month of this ")


def test_one_row_alone_is_a_report() -> None:
    home = Household()
    home.book(date(2026, 8, 9), -1234, "Markt am Eck", "groceries")
    document = of_home("2026-Q3", home)
    assert document.headline.text == "You spent €12.34 in Q3 2026; no income was booked."
    assert texts(document, "months") == ["Only August 2026 is known of this quarter so far."]
    assert texts(document, "changes") == ["This needs an earlier whole quarter, or more than one month with bookings."]


def test_the_file_names_its_kind_and_a_months_file_is_as_it_was() -> None:
    longer, month = to_json(of_home("2026-Q3")), to_json(of_home("2026-09"))
    assert (longer["kind"], longer["period"], longer["month"]) == ("quarter", "2026-Q3", "2026-07")
    assert set(longer) - set(month) == {"kind", "period"}


def test_the_order_of_rows_changes_no_byte() -> None:
    home = household()
    again = report(home.shares[::-1], home.accounts()[::-1], key="2026-Q2")
    assert to_json_bytes(again) == to_json_bytes(of_home("2026-Q2", home))


def test_every_figure_of_a_year_is_computed_again_from_its_rows() -> None:
    home = household(last="2026-12", months=30)
    document = of_home("2026", home)
    wholes = {share.transaction_id: share.amount_minor for share in home.shares}
    values = {fact.id: fact.value for fact in document.facts}
    for fact in document.facts:
        assert recompute(fact, wholes, [values[key] for key in fact.inputs]) == fact.value, fact


@pytest.mark.parametrize("kind", ["quarter", "year"])
def test_both_lengths_can_say_the_same_things(kind: str) -> None:
    said = {key.removeprefix(f"{kind}.") for key in PERIOD_PHRASES if key.startswith(f"{kind}.")}
    other = "year" if kind == "quarter" else "quarter"
    assert said == {key.removeprefix(f"{other}.") for key in PERIOD_PHRASES if key.startswith(f"{other}.")}
    for words in PERIOD_PHRASES.values():
        views = [place.partition(".")[2] for _, place, _, _ in Formatter().parse(words) if place]
        assert set(views) <= set(VIEWS)


def test_a_lavish_quarter_and_a_thrifty_one_are_told_apart() -> None:
    home = household()
    home.book(date(2026, 9, 3), -500_000, "Roof Repair", "rent_mortgage")
    assert "above your normal quarter" in texts(of_home("2026-Q3", home), "summary")[2]
    assert (
        texts(of_home("2026-Q3", home), "changes")[0]
        == "Rent mortgage cost €5,000.00 more than normal, the largest rise."
    )
    home.book(add_months(date(2026, 1, 1), 0), -900_000, "Roof Repair", "rent_mortgage")
    home.book(date(2026, 4, 2), -900_000, "Roof Repair", "rent_mortgage")
    assert "below your normal quarter" in texts(of_home("2026-Q3", home), "summary")[2]


def test_of_much_that_was_odd_the_latest_is_told_and_that_there_is_more() -> None:
    home, period = household(), parse_period("2026-Q4")
    found = findings_in(home.columns(), home.accounts(), period, NAMESPACE)
    one = next(told for told in found.told if told.day in period)
    for count, said in ((10, 11), (12, 12)):
        document = build_longer_report(
            home.columns(), home.accounts(), period, namespace=NAMESPACE, base_currency="EUR", is_partial=False,
            found=Findings(told=(one,) * count, facts=found.facts),
        )  # fmt: skip
        words = texts(document, "movements")
        assert len(words) == said
        has_more = words[-1] == "Only the latest are told here; the reports of the months have all of them."
        assert has_more == (count > 10)
