from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from advisory.reports.document import ReportDocument
from advisory.reports.page import IDS_ON_PAGE, lay_out
from advisory.tests.built import report_of
from advisory.tests.households import NAMESPACE, household, month


def document() -> ReportDocument:
    home = household()
    return report_of(
        home.columns(), home.accounts(), month(), namespace=NAMESPACE, base_currency="EUR", is_partial=False
    )


def test_bars_are_parts_of_the_longest_and_start_at_zero() -> None:
    charts = [chart for section in lay_out(document())["sections"] for chart in section["charts"]]
    for chart in charts:
        widths = [Decimal(bar[key]) for bar in chart["bars"] for key in ("width", "reference") if bar[key] is not None]
        assert max(widths) == 100
        assert min(widths) >= 0


def test_chart_texts_are_sizes_without_a_sign() -> None:
    bars = [bar for section in lay_out(document())["sections"] for chart in section["charts"] for bar in chart["bars"]]
    assert not any(bar["text"].startswith("−") for bar in bars)


def test_spoken_figures_and_their_sources_are_listed_apart_and_whole() -> None:
    report = document()
    page = lay_out(report)
    spoken, sources = ({entry["id"] for entry in page[key]} for key in ("evidence", "sources"))
    assert spoken.isdisjoint(sources)
    assert spoken | sources == {fact.id for fact in report.facts}


def test_only_so_many_rows_are_named_on_a_page() -> None:
    report = document()
    long = replace(report.facts[0], transactions=tuple(range(IDS_ON_PAGE + 7)))
    entry = lay_out(replace(report, facts=(long, *report.facts[1:])))["evidence"][0]
    assert (len(entry["ids"]), entry["more"], entry["row_count"]) == (IDS_ON_PAGE, 7, IDS_ON_PAGE + 7)
