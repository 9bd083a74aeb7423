"""Where the money went: by category and by payee, each against its own normal."""

from __future__ import annotations

from collections.abc import Sequence

from advisory.analysis.groups import LISTED_PAYEES, GroupFigures, Groups
from advisory.analysis.study import Study
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence, plain, say
from advisory.reports.document import Bar, Chart, Column, Section, Table
from advisory.reports.lengths import length_of, tell_of

CHARTED = 10


def build(study: Study, categories: Groups, payees: Groups) -> Section:
    by_category, by_payee = categories.largest(), payees.largest(LISTED_PAYEES)
    if not by_category:
        return Section("spending", "Where it went", (tell_of(study.month, "spending.none"),))
    has_normal = bool(study.history.normal_months)
    this = length_of(study.month).this
    tables = [_table("categories", "Spending by category", "category", by_category, this, has_normal=has_normal)]
    if by_payee:
        tables.append(_table("payees", "The payees that took most", "payee", by_payee, this, has_normal=has_normal))
    return Section(
        "spending", "Where it went", tuple(_sentences(by_category, by_payee)), tuple(tables), (_chart(by_category),)
    )


def _sentences(by_category: Sequence[GroupFigures], by_payee: Sequence[GroupFigures]) -> list[Sentence]:
    said = []
    if (first := by_category[0]).part:
        said.append(tell("spending.largest", now=first.now, part=first.part))
    if by_payee:
        said.append(tell("spending.payee", now=by_payee[0].now))
    return said


def _chart(groups: Sequence[GroupFigures]) -> Chart:
    bars = tuple(Bar(say("{fact.category}", fact=g.now).text, g.now, g.normal) for g in groups[:CHARTED])
    summary = "The mark is the own normal of the category, where it is known."
    return Chart("categories", "Largest categories", summary, "own normal", bars)


def _table(key: str, caption: str, word: str, groups: Sequence[GroupFigures], this: str, *, has_normal: bool) -> Table:
    columns = [
        Column(word.capitalize(), is_wide=True),
        Column(this, is_numeric=True),
        Column("Part", is_numeric=True),
    ]
    if has_normal:
        columns += [Column("Own normal", is_numeric=True), Column("Against normal", is_numeric=True)]
    return Table(key, caption, tuple(columns), tuple(_row(word, group) for group in groups))


def _row(word: str, group: GroupFigures) -> tuple[Sentence, ...]:
    cells = [
        say(f"{{fact.{word}}}", fact=group.now),
        say("{fact.size}", fact=group.now),
        say("{fact.percent}", fact=group.part) if group.part else plain(""),
    ]
    if group.normal and group.change:
        cells += [say("{fact.size}", fact=group.normal), say("{fact.change}", fact=group.change)]
    return tuple(cells)
