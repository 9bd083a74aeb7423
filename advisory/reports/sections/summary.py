"""The month in three sentences, and the few figures that matter."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.study import Study, spanning
from advisory.narration.phrases import phrase, tell
from advisory.narration.views import spoken_month
from advisory.narration.words import Sentence, plain, say
from advisory.reports.document import Bar, Chart, KeyFigure, Section


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """The month's flows and what they are held against; the normals are None without an earlier full month."""

    income: FactDraft
    spending: FactDraft
    net: FactDraft
    count: FactDraft
    rate: FactDraft | None
    months: FactDraft | None
    normal_income: FactDraft | None
    normal_spending: FactDraft | None
    change: FactDraft | None


def measure_month(study: Study) -> MonthFigures:
    income, spending, net = study.income(study.month), study.spending(study.month), study.net(study.month)
    count = study.book.count("transaction_count", net.transactions, study.month)
    rate = study.book.ratio("savings_rate", net, income, study.month)
    periods = study.history.normal_months
    if not periods:
        return MonthFigures(income, spending, net, count, rate, None, None, None, None)
    spent = [study.spending(period) for period in periods]
    earned = [study.income(period) for period in periods]
    span = spanning(periods)
    normal = study.median("spending_normal", spent, span)
    months = study.book.derive("history_months", "number-of@1", "count", span, inputs=spent)
    change = study.difference("spending_change", spending, normal)
    return MonthFigures(
        income, spending, net, count, rate, months, study.median("income_normal", earned, span), normal, change
    )


def headline(figures: MonthFigures) -> Sentence:
    income, spending, net = (Decimal(fact.value) for fact in (figures.income, figures.spending, figures.net))
    if not income and not spending:
        key = "empty"
    elif not income:
        key = "no_income"
    elif not spending:
        key = "no_spending"
    else:
        key = "kept" if net > 0 else "overspent" if net < 0 else "even"
    return tell(f"headline.{key}", income=figures.income, spending=figures.spending, net=figures.net)


def key_figures(study: Study, figures: MonthFigures) -> tuple[KeyFigure, ...]:
    rate = say("{rate.percent}", rate=figures.rate) if figures.rate else plain(phrase("summary.no_rate_value"))
    return (
        KeyFigure("Income", say("{fact.size}", fact=figures.income), _normal_note(study, figures.normal_income)),
        KeyFigure("Spending", say("{fact.size}", fact=figures.spending), _normal_note(study, figures.normal_spending)),
        KeyFigure("Kept", say("{fact.amount}", fact=figures.net), plain("income less spending")),
        KeyFigure("Savings rate", rate, plain("kept, as a part of income" if figures.rate else "no income was booked")),
    )


def _normal_note(study: Study, normal: FactDraft | None) -> Sentence:
    if normal is None:
        return plain("no earlier full month")
    return tell("summary.so_far" if study.history.is_partial else "summary.normally", fact=normal)


def build(study: Study, figures: MonthFigures) -> Section:
    return Section("summary", "The month", tuple(_sentences(study, figures)), charts=_charts(study, figures))


def _sentences(study: Study, figures: MonthFigures) -> list[Sentence]:
    if not figures.net.transactions:
        return [tell("summary.try")]
    said = [tell("summary.flows", income=figures.income, spending=figures.spending, count=figures.count)]
    said.append(tell("summary.rate", rate=figures.rate) if figures.rate else tell("summary.no_rate"))
    said.append(_against_normal(study, figures))
    return said


def _against_normal(study: Study, figures: MonthFigures) -> Sentence:
    if study.history.is_partial:
        return tell("summary.partial")
    change, normal, months = figures.change, figures.normal_spending, figures.months
    if change is None or normal is None or months is None:
        return tell("summary.no_history")
    moved = Decimal(change.value)
    key = "more" if moved < 0 else "less" if moved > 0 else "same"
    return tell(f"summary.{key}", change=change, normal=normal, months=months)


def _charts(study: Study, figures: MonthFigures) -> tuple[Chart, ...]:
    """Spending of each month as a bar, its income as the mark."""
    periods = (*study.history.normal_months, study.month)
    if len(periods) < 2:
        return ()
    bars = tuple(Bar(spoken_month(period.start), study.spending(period), study.income(period)) for period in periods)
    summary = "The bar is the spending of a month, the mark its income."
    return (Chart("months", "Spending and income by month", summary, "income", bars),)
