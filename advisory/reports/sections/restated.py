"""What a report that replaces an earlier version says of it: the main figures that differ, and the rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.study import Study
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence, plain, say
from advisory.reports.before import Before, name_of
from advisory.reports.document import Column, Section, Table

TITLE = "What changed since the last version"
ENGINE = "compare@1"
VIEWS: Mapping[str, tuple[str, str]] = {
    "income": ("Income", "{fact.size}"),
    "spending": ("Spending", "{fact.size}"),
    "net": ("Kept", "{fact.amount}"),
    "savings_rate": ("Savings rate", "{fact.percent}"),
    "transaction_count": ("Transactions", "{fact.number}"),
    "health_score": ("Health score", "{fact.points}"),
}
LISTED_CATEGORIES = 10
COLUMNS = (Column("Figure", is_wide=True), Column("Then", is_numeric=True), Column("Now", is_numeric=True))

Pair = tuple[FactDraft, FactDraft]
Moved = tuple[FactDraft | None, FactDraft | None]


def build(study: Study, before: Before | None) -> Section | None:
    """None for a first version, and where neither a main figure nor a row of the period is different. To be built
    after all else: it looks at the figures that are made by then."""
    if before is None:
        return None
    pairs = [pair for pair in before.pairs(_main_figures(study)) if pair[0].metric in VIEWS]
    moved = _categories(study, before)
    if not pairs and not moved and not _has_other_rows(before):
        return None
    pairs.sort(key=lambda pair: list(VIEWS).index(pair[0].metric))
    rows = (*(_main_row(*pair) for pair in pairs), *(_category_row(*pair) for pair in moved))
    tables = (Table("restated", "Figures that are different", COLUMNS, rows),) if rows else ()
    return Section("restated", TITLE, (_rows_sentence(study, before),), tables)


def _main_figures(study: Study) -> dict[str, FactDraft]:
    """The score is of the period's last month; everything else of the period."""
    ends = study.month.end
    return {
        name_of(fact): fact
        for fact in study.book.facts.values()
        if fact.period == study.month or (fact.metric == "health_score" and fact.period.end == ends)
    }


def _categories(study: Study, before: Before) -> list[Moved]:
    """Those whose spending moved most, the largest move first; one that came or went has only one side."""
    then, now = _by_category(study, before.facts), _by_category(study, study.book.facts.values())
    pairs = [(then.get(key), now.get(key)) for key in sorted(then.keys() | now.keys())]
    moved = [pair for pair in pairs if _move(pair)]
    return sorted(moved, key=_move, reverse=True)[:LISTED_CATEGORIES]


def _by_category(study: Study, facts: Iterable[FactDraft]) -> dict[str, FactDraft]:
    own = (fact for fact in facts if fact.metric == "category_spending" and fact.period == study.month)
    return {fact.params["category_id"]: fact for fact in own if Decimal(fact.value)}


def _move(pair: Moved) -> Decimal:
    then, now = (Decimal(fact.value) if fact else Decimal(0) for fact in pair)
    return abs(now - then)


def _main_row(then: FactDraft, now: FactDraft) -> tuple[Sentence, ...]:
    title, view = VIEWS[then.metric]
    return plain(title), say(view, fact=then), say(view, fact=now)


def _category_row(then: FactDraft | None, now: FactDraft | None) -> tuple[Sentence, ...]:
    named = now or then
    assert named is not None
    sizes = (say("{fact.size}", fact=fact) if fact else plain("–") for fact in (then, now))
    return (say("{fact.category}", fact=named), *sizes)


def _has_other_rows(before: Before) -> bool:
    return before.then is not None and before.then != before.now


def _rows_sentence(study: Study, before: Before) -> Sentence:
    if before.then is None:
        return tell("restated.unknown_rows")
    if not _has_other_rows(before):
        return tell("restated.same_rows")
    added = study.book.count("rows_added", before.added(), study.month)
    changed = study.book.count("rows_changed", before.changed(), study.month)
    return tell("restated.rows", added=added, changed=changed, removed=_removed(study, before.removed()))


def _removed(study: Study, ids: Iterable[int]) -> FactDraft:
    """Rows that are gone cannot be counted again, so how many there were is stated."""
    named = {"found": str(len(list(ids))), "engine": ENGINE}
    return study.book.derive("rows_removed", "found@1", "count", study.month, params=named)
