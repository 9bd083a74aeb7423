"""The largest payments of the period, and what was noticed in it that is worth a look."""

from __future__ import annotations

from collections.abc import Sequence

from advisory.analysis.movements import LargestMovement, largest_movements
from advisory.analysis.study import Study
from advisory.narration.insights import insight_words
from advisory.narration.phrases import tell
from advisory.narration.words import Part, Sentence, say
from advisory.reports.document import Column, Section, Table
from advisory.reports.findings import Told
from advisory.reports.lengths import length_of, tell_of

TITLE = "Large and unusual payments"
COLUMNS = (Column("Payee", is_wide=True), Column("Booked"), Column("Amount", is_numeric=True))


def build(study: Study, told: Sequence[Told]) -> Section:
    """`told`: all that was noticed; only what falls into the month is said here."""
    most = length_of(study.month).largest
    largest = largest_movements(study, most)
    odd = _odd(study, [one for one in told if one.day in study.month], most)
    if not largest:
        return Section("movements", TITLE, (tell("movements.none"), *odd))
    said = (tell("movements.largest", amount=largest[0].amount), *(odd or [tell("movements.usual")]))
    table = Table("largest", "The largest payments", COLUMNS, tuple(_row(movement) for movement in largest))
    return Section("movements", TITLE, said, (table,))


def _odd(study: Study, seen: Sequence[Told], most: int) -> list[Sentence]:
    """All of a month's; of a longer period the newest, which say that there are more: a year's would fill pages."""
    if length_of(study.month).kind == "month" or len(seen) <= most:
        return [told_in_a_line(one) for one in seen]
    return [*(told_in_a_line(one) for one in seen[:most]), tell_of(study.month, "movements.more")]


def told_in_a_line(one: Told) -> Sentence:
    """As the page of what is worth a look has it, the title and the text in one line."""
    title, text = insight_words(one.kind, one.facts)
    return Sentence((*title.parts, Part(": "), *text.parts))


def _row(movement: LargestMovement) -> tuple[Sentence, ...]:
    return (
        say("{fact.payee}", fact=movement.amount),
        say("{fact.booked}", fact=movement.amount),
        say("{fact.size}", fact=movement.amount),
    )
