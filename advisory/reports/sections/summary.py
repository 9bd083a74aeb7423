"""The period in three sentences, and the few figures that matter."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.study import Study, spanning
from advisory.narration.phrases import phrase, tell
from advisory.narration.views import spoken_stretch
from advisory.narration.words import Sentence, plain, say
from advisory.reports.document import Bar, Chart, KeyFigure, Section
from advisory.reports.lengths import length_of, tell_of
from transactions.ledger.period import months_in


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """The period's flows and what they are held against; the normals are None without an earlier full one. `inside`:
    the middle month of a longer period's own, where there is nothing else to hold it against."""

    income: FactDraft
    spending: FactDraft
    net: FactDraft
    count: FactDraft
    rate: FactDraft | None
    months: FactDraft | None
    normal_income: FactDraft | None
    normal_spending: FactDraft | None
    change: FactDraft | None
    inside: FactDraft | None = None
    inside_income: FactDraft | None = None


def measure_month(study: Study) -> MonthFigures:
    income, spending, net = study.income(study.month), study.spending(study.month), study.net(study.month)
    count = study.book.count("transaction_count", net.transactions, study.month)
    rate = study.book.ratio("savings_rate", net, income, study.month)
    periods = study.history.normal_months
    if not periods:
        return MonthFigures(income, spending, net, count, rate, None, None, None, None, *_inside(study))
    length = length_of(study.month)
    spent = [study.spending(period) for period in periods]
    earned = [study.income(period) for period in periods]
    span = spanning(periods)
    normal = study.median(f"spending_normal{length.suffix}", spent, span)
    months = study.book.derive(length.history, "number-of@1", "count", span, inputs=spent)
    change = study.difference("spending_change", spending, normal)
    usual = study.median(f"income_normal{length.suffix}", earned, span)
    return MonthFigures(income, spending, net, count, rate, months, usual, normal, change)


def _inside(study: Study) -> tuple[FactDraft | None, FactDraft | None]:
    """The middle spending and income of the months inside a longer period that hold rows."""
    months = [month for month in months_in(study.month) if study.net(month).transactions]
    if not months or months == [study.month]:
        return None, None
    spent, earned = [study.spending(month) for month in months], [study.income(month) for month in months]
    return (
        study.median("spending_inside", spent, study.month),
        study.median("income_inside", earned, study.month),
    )


def headline(study: Study, figures: MonthFigures) -> Sentence:
    income, spending, net = (Decimal(fact.value) for fact in (figures.income, figures.spending, figures.net))
    if not income and not spending:
        key = "empty"
    elif not income:
        key = "no_income"
    elif not spending:
        key = "no_spending"
    else:
        key = "kept" if net > 0 else "overspent" if net < 0 else "even"
    flows = {"income": figures.income, "spending": figures.spending, "net": figures.net}
    return tell_of(study.month, f"headline.{key}", **flows)


def key_figures(study: Study, figures: MonthFigures) -> tuple[KeyFigure, ...]:
    rate = say("{rate.percent}", rate=figures.rate) if figures.rate else plain(phrase("summary.no_rate_value"))
    return (
        KeyFigure(
            "Income",
            say("{fact.size}", fact=figures.income),
            _normal_note(study, figures.normal_income, figures.inside_income),
        ),
        KeyFigure(
            "Spending",
            say("{fact.size}", fact=figures.spending),
            _normal_note(study, figures.normal_spending, figures.inside),
        ),
        KeyFigure("Kept", say("{fact.amount}", fact=figures.net), plain("income less spending")),
        KeyFigure("Savings rate", rate, plain("kept, as a part of income" if figures.rate else "no income was booked")),
    )


def _normal_note(study: Study, normal: FactDraft | None, inside: FactDraft | None) -> Sentence:
    length = length_of(study.month)
    if normal is None:
        return tell("summary.inside", fact=inside) if inside else plain(length.no_earlier)
    return tell(length.so_far if study.history.is_partial else "summary.normally", fact=normal)


def build(study: Study, figures: MonthFigures) -> Section:
    return Section(
        "summary", length_of(study.month).title, tuple(_sentences(study, figures)), charts=_charts(study, figures)
    )


def _sentences(study: Study, figures: MonthFigures) -> list[Sentence]:
    if not figures.net.transactions:
        return [tell_of(study.month, "summary.try")]
    said = [tell("summary.flows", income=figures.income, spending=figures.spending, count=figures.count)]
    said.append(tell("summary.rate", rate=figures.rate) if figures.rate else tell("summary.no_rate"))
    said.append(_against_normal(study, figures))
    return said


def _against_normal(study: Study, figures: MonthFigures) -> Sentence:
    if study.history.is_partial:
        return tell_of(study.month, "summary.partial")
    change, normal, months = figures.change, figures.normal_spending, figures.months
    if change is None or normal is None or months is None:
        inside = {"inside": figures.inside} if figures.inside else {}
        return tell_of(study.month, "summary.no_history", **inside)
    moved = Decimal(change.value)
    key = "more" if moved < 0 else "less" if moved > 0 else "same"
    return tell_of(study.month, f"summary.{key}", change=change, normal=normal, months=months)


def _charts(study: Study, figures: MonthFigures) -> tuple[Chart, ...]:
    """Spending of each period as a bar, its income as the mark."""
    periods = (*study.history.normal_months, study.month)
    if len(periods) < 2:
        return ()
    bars = tuple(Bar(spoken_stretch(period), study.spending(period), study.income(period)) for period in periods)
    kind = length_of(study.month).kind
    summary = f"The bar is the spending of a {kind}, the mark its income."
    return (Chart(f"{kind}s", f"Spending and income by {kind}", summary, "income", bars),)
