"""Insights: what a run noticed is kept with the answer it got, and the answers move what is raised next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from accounts.access import editable_by, get_editable, visible_to
from accounts.models import User
from advisory.models import Insight
from advisory.narration.insights import insight_words

if TYPE_CHECKING:  # the engines bring numpy along, which the web process does without
    from advisory.analysis.noticed import Noticed

Status = Insight.Status
ANSWERED = (Status.FINE, Status.DISMISSED)


def insights_store(*, owner: User, noticed: Sequence[Noticed], engine: str) -> list[Insight]:
    """Keep what was noticed. What is not noticed any more goes when nobody has answered it; an answer stays for ever.
    To be called inside the run's transaction."""
    rows = {row.dedup_key: row for row in editable_by(Insight.objects.select_for_update(no_key=True), owner)}
    kept: dict[str, Insight] = {}
    for one in noticed:
        row = kept.get(one.key) or rows.pop(one.key, None) or Insight(owner=owner, dedup_key=one.key)
        _fill(row, one, engine)
        row.save()
        kept[one.key] = row
    for row in rows.values():
        if row.status not in ANSWERED:
            row.delete()
        elif row.is_current:
            row.is_current = False
            row.save(update_fields=["is_current"])
    return list(kept.values())


def _fill(row: Insight, one: Noticed, engine: str) -> None:
    title, text = insight_words(one.kind, one.facts)
    row.kind, row.day, row.currency, row.amount_minor = one.kind, one.day, one.currency, one.amount_minor
    row.title, row.text = title.text[:200], text.text[:600]
    row.score, row.p_value = one.score, one.p_value
    row.transactions, row.peers = list(one.ids), list(one.peers)
    row.facts = {name: fact.id for name, fact in one.facts.items()}
    row.engine, row.is_current = engine, True


def answers_of(owner: User) -> list[tuple[str, str, list[int]]]:
    """(kind, answer, row ids) of every insight that was answered: what the budget of alarms is moved by."""
    rows = visible_to(Insight.objects.filter(status__in=ANSWERED), owner).order_by("pk")
    return list(rows.values_list("kind", "status", "transactions"))


@transaction.atomic
def insight_answer(*, owner: User, insight_id: int, status: Insight.Status) -> Insight:
    """Seen, fine ("this is right") or dismissed; new takes the answer back. The same again changes nothing."""
    row = get_editable(Insight.objects.select_for_update(no_key=True), owner, insight_id)
    is_weaker = status == Status.SEEN and row.status in ANSWERED
    if row.status != status and not is_weaker:
        row.status = status
        row.answered_at = timezone.now() if status in ANSWERED else None
        row.save(update_fields=["status", "answered_at"])
    return row
