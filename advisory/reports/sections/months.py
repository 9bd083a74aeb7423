"""A quarter or year month by month: its chart and its table, whose columns add up to the period's own figures."""

from __future__ import annotations

from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.study import Study
from advisory.narration.views import spoken_stretch
from advisory.narration.words import Sentence, plain, say
from advisory.reports.document import Bar, Chart, Column, Section, Table
from advisory.reports.lengths import tell_of
from advisory.reports.sections.summary import MonthFigures
from transactions.ledger.period import Period, months_in

TITLE = "Month by month"
SUMMARY = "The bar is the spending of a month, the mark its income."
COLUMNS = (
    Column("Month", is_wide=True),
    Column("Income", is_numeric=True),
    Column("Spending", is_numeric=True),
    Column("Kept", is_numeric=True),
    Column("Savings rate", is_numeric=True),
)


def build(study: Study, figures: MonthFigures) -> Section:
    """From the first month with rows to the last day looked at; one in between without any stands there with zeros."""
    months = [month for month in months_in(study.month) if month.start < study.history.asof]
    known = [month for month in months if study.net(month).transactions]
    if not known:
        return Section("months", TITLE, (tell_of(study.month, "months.none"),))
    months = months[months.index(known[0]) :]
    bars = tuple(Bar(spoken_stretch(month), study.spending(month), study.income(month)) for month in months)
    rows = (*(_row(study, month) for month in months), _sum_row(figures))
    return Section(
        "months",
        TITLE,
        (_extremes(study, known),),
        (Table("months", "Income and spending by month", COLUMNS, rows),),
        (Chart("inside", "Spending and income by month", SUMMARY, "income", bars),),
    )


def _extremes(study: Study, known: list[Period]) -> Sentence:
    spent = [study.spending(month) for month in known]
    if len(known) < 2:
        return tell_of(study.month, "months.one", only=spent[0])
    dearest, cheapest = min(spent, key=_value), max(spent, key=_value)
    return tell_of(study.month, "months.dearest", dearest=dearest, cheapest=cheapest)


def _value(fact: FactDraft) -> Decimal:
    return Decimal(fact.value)


def _row(study: Study, month: Period) -> tuple[Sentence, ...]:
    income, spending, net = study.income(month), study.spending(month), study.net(month)
    return (say("{fact.stretch}", fact=net), *_cells(income, spending, net, _rate(study, month)))


def _rate(study: Study, month: Period) -> FactDraft | None:
    return study.book.ratio("savings_rate", study.net(month), study.income(month), month)


def _sum_row(figures: MonthFigures) -> tuple[Sentence, ...]:
    cells = _cells(figures.income, figures.spending, figures.net, figures.rate)
    return (say("{fact.stretch}", fact=figures.net), *cells)


def _cells(income: FactDraft, spending: FactDraft, net: FactDraft, rate: FactDraft | None) -> tuple[Sentence, ...]:
    return (
        say("{fact.size}", fact=income),
        say("{fact.size}", fact=spending),
        say("{fact.amount}", fact=net),
        say("{fact.percent}", fact=rate) if rate else plain("–"),
    )
