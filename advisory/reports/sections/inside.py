"""A first quarter or year has no earlier one to be held against: its months are held against each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from advisory.analysis.facts import FactDraft
from advisory.analysis.groups import BY_CATEGORY, total
from advisory.analysis.study import Study
from advisory.narration.words import Sentence, say
from advisory.reports.document import Column, Section, Table
from advisory.reports.lengths import tell_of
from transactions.ledger.columns import Share
from transactions.ledger.period import Period, months_in

LISTED = 8
COLUMNS = (
    Column("Category", is_wide=True),
    Column("A middle month", is_numeric=True),
    Column("The dearest month"),
    Column("It took", is_numeric=True),
    Column("More or less", is_numeric=True),
)


@dataclass(frozen=True, slots=True)
class Inside:
    middle: FactDraft
    dearest: FactDraft
    step: FactDraft


def build(study: Study, title: str) -> Section | None:
    """None for a month, and where fewer than two months inside hold spending."""
    months = [month for month in months_in(study.month) if study.history.spent(month)]
    if len(months) < 2:
        return None
    rows = tuple(_row(one) for one in _largest(study, months))
    said = (tell_of(study.month, "changes.inside"),)
    return Section("changes", title, said, (Table("inside", "Categories by their dearest month", COLUMNS, rows),))


def _largest(study: Study, months: list[Period]) -> list[Inside]:
    """The categories that took most in the period, the largest first."""
    found: defaultdict[str, defaultdict[date, list[Share]]] = defaultdict(lambda: defaultdict(list))
    for month in months:
        for share in study.history.spent(month):
            found[BY_CATEGORY.key(share)][month.start].append(share)
    size = {key: sum(total(shares) for shares in by.values()) for key, by in found.items()}
    return [_figures(study, months, key, found[key]) for key in sorted(size, key=lambda key: (size[key], key))[:LISTED]]


def _figures(study: Study, months: list[Period], key: str, by: defaultdict[date, list[Share]]) -> Inside:
    named = {"category": BY_CATEGORY.name(by[max(by)][-1]), "category_id": key}
    sums = [study.sum("category_spending", by.get(month.start, ()), month, **named) for month in months]
    dearest = months[min(range(len(months)), key=lambda at: total(by.get(months[at].start, ())))]
    middle = study.median("category_inside", sums, study.month, **named)
    most = sums[months.index(dearest)]
    return Inside(middle, most, study.difference("category_step", most, middle, **named))


def _row(one: Inside) -> tuple[Sentence, ...]:
    return (
        say("{fact.category}", fact=one.dearest),
        say("{fact.size}", fact=one.middle),
        say("{fact.stretch}", fact=one.dearest),
        say("{fact.size}", fact=one.dearest),
        say("{fact.change}", fact=one.step),
    )
