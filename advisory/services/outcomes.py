"""What came of accepted advice: measured by every run from rows booked since, one row a day of measuring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from accounts.access import editable_by, visible_to
from accounts.models import User
from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.outcomes.accepted import Accepted, Measured, Since
from advisory.analysis.outcomes.measure import FOLLOWED_DAYS, figures_of, measure
from advisory.models import Advice, Outcome
from advisory.services.advice import ENDED_DAYS
from advisory.services.advice_said import assumed, with_rates

Status = Advice.Status
FOLLOWED = (Status.ACCEPTED, Status.DONE)


@dataclass(frozen=True, slots=True)
class Followed:
    """One accepted advice, what was measured of it, and the figures that show it."""

    advice_id: int
    measured: Measured
    facts: Mapping[str, FactDraft]
    is_over: bool


def outcomes_measured(*, owner: User, since: Since, book: FactBook) -> list[Followed]:
    """Every advice that was accepted within the last year, by what is known on the day `since.as_of`."""
    rows = visible_to(Advice.objects.order_by("pk"), owner).filter(status__in=FOLLOWED, accepted_at__isnull=False)
    found: list[Followed] = []
    for row in rows:
        accepted = accepted_of(row)
        if accepted is None or not 0 < (since.as_of - accepted.accepted_on).days <= FOLLOWED_DAYS:
            continue
        measured = measure(accepted, since)
        facts = figures_of(book, accepted, since, measured, (str(row.pk), row.currency))
        is_over = measured.state == "failed" and since.as_of > accepted.due
        found.append(Followed(row.pk, measured, facts, is_over))
    return found


def accepted_of(row: Advice) -> Accepted | None:
    """As it was frozen; None of one that has nothing to follow."""
    follow = row.follow_up
    if row.accepted_at is None or "kind" not in follow:
        return None
    return Accepted(follow["kind"], follow.get("watch", {}), row.accepted_at.date(), int(follow["window_days"]))


def values_of(*, owner: User) -> dict[str, str]:
    """What judges cannot see in rows: assumptions and rates as the user last said them, by `advice key:name`."""
    rows = visible_to(Advice.objects.order_by("pk"), owner)
    said = with_rates(owner, assumed(rows))
    return {f"{key}:{name}": value for key, named in said.items() for name, value in named.items()}


def outcomes_store(*, owner: User, followed: Sequence[Followed], as_of: date) -> None:
    """Keep what was measured; advice that has failed for good makes room. Inside the run's transaction."""
    rows = {row.pk: row for row in editable_by(Advice.objects.select_for_update(no_key=True), owner)}
    for one in followed:
        row = rows[one.advice_id]
        Outcome.objects.update_or_create(
            advice=row,
            as_of=as_of,
            defaults={
                "state": one.measured.state,
                "saved_minor": one.measured.saved_minor,
                "currency": row.currency,
                "p_value": one.measured.p,
                "transactions": list(one.measured.ids),
                "facts": {name: fact.id for name, fact in one.facts.items()},
            },
        )
        if one.is_over and row.status == Status.ACCEPTED:
            row.status, row.ended_at = Status.EXPIRED, timezone.now()
            row.cool_down_until = as_of + timedelta(days=ENDED_DAYS)
            row.save(update_fields=["status", "ended_at", "cool_down_until"])
