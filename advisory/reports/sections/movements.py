"""The largest payments of the month, and those out of line with the own past."""

from __future__ import annotations

from collections.abc import Sequence

from advisory.analysis.movements import LargestMovement, UnusualMovement, largest_movements, unusual_movements
from advisory.analysis.recurring import RecurringSeries
from advisory.analysis.study import Study
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence, say
from advisory.reports.document import Column, Section, Table

TITLE = "Large and unusual payments"
COLUMNS = (Column("Payee", is_wide=True), Column("Booked"), Column("Amount", is_numeric=True))


def build(study: Study, known: Sequence[RecurringSeries]) -> Section:
    largest = largest_movements(study)
    if not largest:
        return Section("movements", TITLE, (tell("movements.none"),))
    odd = [_odd(movement) for movement in unusual_movements(study, known)]
    said = (tell("movements.largest", amount=largest[0].amount), *(odd or [tell("movements.usual")]))
    table = Table("largest", "The largest payments", COLUMNS, tuple(_row(movement) for movement in largest))
    return Section("movements", TITLE, said, (table,))


def _odd(movement: UnusualMovement) -> Sentence:
    key = "movements.odd_payee" if movement.is_by_payee else "movements.odd_category"
    return tell(key, amount=movement.amount, usual=movement.usual, most=movement.past_largest, times=movement.times)


def _row(movement: LargestMovement) -> tuple[Sentence, ...]:
    return (
        say("{fact.payee}", fact=movement.amount),
        say("{fact.booked}", fact=movement.amount),
        say("{fact.size}", fact=movement.amount),
    )
