"""What the report rests on, and what it leaves out."""

from __future__ import annotations

from decimal import Decimal

from advisory.analysis.study import Study
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence
from advisory.reports.document import Section
from advisory.reports.lengths import length_of, tell_of
from advisory.reports.sections.summary import MonthFigures


def build(study: Study, figures: MonthFigures) -> Section:
    said = [_rows(study, figures), *_left_out(study), tell("quality.refunds"), tell("quality.rates")]
    if length_of(study.month).kind != "month":
        said.append(tell_of(study.month, "quality.ahead"))
    return Section("quality", "What this rests on", tuple(said))


def _rows(study: Study, figures: MonthFigures) -> Sentence:
    if figures.months is None:
        return tell_of(study.month, "quality.rows_first", count=figures.count)
    return tell_of(study.month, "quality.rows", count=figures.count, months=figures.months)


def _left_out(study: Study) -> list[Sentence]:
    said = []
    month = [share for share in study.history.shares if share.booking_date in study.month]
    moved = {share.transaction_id for share in month if share.is_transfer}
    if moved:
        said.append(tell("quality.transfers", transfers=study.book.count("transfer_rows", moved, study.month)))
    loose = study.sum(
        "uncategorised_spending",
        [share for share in study.history.spent(study.month) if share.category_id is None and not share.category_key],
    )
    if Decimal(loose.value):
        said.append(tell("quality.uncategorised", loose=loose))
    return said
