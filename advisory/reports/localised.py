"""A part of the report with its fixed words, titles and heads of columns, in the language that is being spoken.

The parts are built with English words at their heads, which name them in code; sentences are of the right language
already.
"""

from __future__ import annotations

from dataclasses import replace

from advisory.narration.terms import term
from advisory.reports.document import Chart, Column, Item, KeyFigure, Section, Table


def localised(section: Section) -> Section:
    return replace(
        section,
        title=term(section.title),
        tables=tuple(map(_table, section.tables)),
        charts=tuple(map(_chart, section.charts)),
        items=tuple(map(_item, section.items)),
    )


def localised_figure(figure: KeyFigure) -> KeyFigure:
    return replace(figure, label=term(figure.label))


def _table(table: Table) -> Table:
    return replace(table, caption=term(table.caption), columns=tuple(map(_column, table.columns)))


def _column(column: Column) -> Column:
    return replace(column, title=term(column.title))


def _chart(chart: Chart) -> Chart:
    return replace(
        chart,
        title=term(chart.title),
        summary=term(chart.summary),
        reference_title=term(chart.reference_title),
    )


def _item(item: Item) -> Item:
    return replace(item, effort=term(item.effort))
