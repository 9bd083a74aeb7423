"""What changed: the categories and payees that moved most against their own normal, with exact differences."""

from __future__ import annotations

from collections.abc import Sequence

from advisory.analysis.groups import GroupFigures, Groups
from advisory.analysis.study import Study
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence, say
from advisory.reports.document import Column, Section, Table
from advisory.reports.lengths import length_of, tell_of
from advisory.reports.sections import inside

TITLE = "What changed"


def build(study: Study, categories: Groups, payees: Groups) -> Section:
    if study.history.is_partial:
        return Section("changes", TITLE, (tell_of(study.month, "changes.partial"),))
    if not study.history.normal_months:
        return inside.build(study, TITLE) or Section("changes", TITLE, (tell_of(study.month, "changes.no_history"),))
    up, down = categories.movers()
    this = length_of(study.month).this
    tables = [_table("category", this, up, down), _table("payee", this, *payees.movers())]
    shown = tuple(table for table in tables if table.rows)
    return Section("changes", TITLE, tuple(_sentences(up, down, has_tables=bool(shown))), shown)


def _sentences(up: Sequence[GroupFigures], down: Sequence[GroupFigures], *, has_tables: bool) -> list[Sentence]:
    said = [tell("changes.up", change=group.change) for group in up[:1] if group.change]
    said += [tell("changes.down", change=group.change) for group in down[:1] if group.change]
    return said if said or has_tables else [tell("changes.none")]


def _table(word: str, this: str, up: Sequence[GroupFigures], down: Sequence[GroupFigures]) -> Table:
    """Largest rise first, largest fall last."""
    caption = "Categories that moved most" if word == "category" else "Payees that moved most"
    columns = (
        Column(word.capitalize(), is_wide=True),
        Column(this, is_numeric=True),
        Column("Own normal", is_numeric=True),
        Column("More or less", is_numeric=True),
    )
    rows = tuple(_row(word, group) for group in (*up, *reversed(down)))
    return Table(f"changes-{word}", caption, columns, rows)


def _row(word: str, group: GroupFigures) -> tuple[Sentence, ...]:
    if group.normal is None or group.change is None:
        return ()
    return (
        say(f"{{fact.{word}}}", fact=group.now),
        say("{fact.size}", fact=group.now),
        say("{fact.size}", fact=group.normal),
        say("{fact.change}", fact=group.change),
    )
