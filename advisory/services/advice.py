"""Advice and its life: given by a run, seen, accepted, done, dismissed with a reason, or expired by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.access import editable_by, get_editable, visible_to
from accounts.errors import DomainError
from accounts.models import User
from advisory.analysis.advice.assumptions import KNOWN, checked
from advisory.models import Advice, Outcome
from transactions.services.given import field_error

Status, Reason = Advice.Status, Advice.Reason
OPEN = (Status.NEW, Status.SEEN, Status.ACCEPTED)
# A reason given is respected for half a year; done or failed by itself may come again after a quarter.
DISMISSED_DAYS, ENDED_DAYS = 180, 90
ENDED = "This advice has ended. Look at what is advised now."


@dataclass(frozen=True, slots=True)
class Given:
    """One piece of advice as a run gives it, in the order in which it is to be read. `facts`: {name: fact id}."""

    rule: str
    key: str
    title: str
    what: str
    why: str
    how: str
    gain: str
    effort: str
    currency: str
    savings: tuple[int, int, int] | None
    confidence: float
    urgency: int
    facts: Mapping[str, str]
    ids: tuple[int, ...]
    assumptions: Sequence[Mapping[str, Any]] = ()
    action: Mapping[str, Any] = field(default_factory=dict)
    follow_up: Mapping[str, Any] = field(default_factory=dict)


def cooling_down(*, owner: User, as_of: date) -> set[str]:
    """The keys of advice that is not to be given again yet."""
    rows = visible_to(Advice.objects.filter(cool_down_until__gt=as_of), owner).exclude(status__in=OPEN)
    return set(rows.values_list("dedup_key", flat=True))


def advice_store(*, owner: User, given: Sequence[Given], as_of: date, engine: str) -> list[Advice]:
    """Keep what is advised now. An accepted piece keeps the words and figures it was accepted with and is never given
    again beside itself; one that nobody took and that is not given any more has expired. To be called inside the run's
    transaction."""
    rows = {
        row.dedup_key: row
        for row in editable_by(Advice.objects.select_for_update(no_key=True), owner).filter(status__in=OPEN)
    }
    resting = cooling_down(owner=owner, as_of=as_of)
    resting |= {key for key, row in rows.items() if row.status == Status.ACCEPTED}
    kept: list[Advice] = []
    for one in given:
        if one.key in resting:
            continue
        row = rows.pop(one.key, None) or Advice(owner=owner, dedup_key=one.key)
        row.is_current, row.rank = True, len(kept) + 1
        _fill(row, one, as_of, engine)
        row.save()
        kept.append(row)
    for row in rows.values():
        _not_given(row)
    return kept


def _fill(row: Advice, one: Given, as_of: date, engine: str) -> None:
    row.rule, row.engine, row.as_of = one.rule, engine, as_of
    row.title, row.what, row.why, row.how = one.title[:200], one.what[:400], one.why[:600], one.how[:600]
    row.gain, row.effort, row.currency = one.gain[:400], one.effort[:20], one.currency
    row.saving_low_minor, row.saving_mid_minor, row.saving_high_minor = one.savings or (None, None, None)
    row.confidence, row.urgency = one.confidence, one.urgency
    row.facts, row.transactions = dict(one.facts), list(one.ids)
    # Said while the run was computing: the next run works it in.
    edited = {each["key"]: each for each in row.assumptions if each.get("source") == "user"}
    row.assumptions = [edited.get(each["key"], dict(each)) for each in one.assumptions]
    row.action, row.follow_up = dict(one.action), dict(one.follow_up)


def _not_given(row: Advice) -> None:
    row.is_current, row.rank = False, 0
    if row.status != Status.ACCEPTED:
        row.status, row.ended_at = Status.EXPIRED, timezone.now()
    row.save()


@transaction.atomic
def advice_see(*, owner: User, advice_id: int) -> Advice:
    """It was looked at; of one that has gone further nothing changes."""
    row = _editable(owner, advice_id)
    if row.status == Status.NEW:
        row.status = Status.SEEN
        row.save(update_fields=["status"])
    return row


@transaction.atomic
def advice_accept(*, owner: User, advice_id: int) -> Advice:
    """You will do it: what the follow-up remembers of the time before is frozen, and rows from now on show whether it
    helps. Accepting again changes nothing."""
    row = _editable(owner, advice_id)
    if row.status == Status.ACCEPTED:
        return row
    _only(row, Status.NEW, Status.SEEN)
    row.status, row.accepted_at = Status.ACCEPTED, timezone.now()
    if "window_days" in row.follow_up:
        due = row.accepted_at.date() + timedelta(days=row.follow_up["window_days"])
        row.follow_up = {**row.follow_up, "due": due.isoformat()}
    row.save(update_fields=["status", "accepted_at", "follow_up"])
    Outcome.objects.update_or_create(
        advice=row, as_of=row.as_of, defaults={"currency": row.currency, "state": Outcome.State.PENDING}
    )
    return row


@transaction.atomic
def advice_done(*, owner: User, advice_id: int) -> Advice:
    """You did it. What came of it is measured on; one that was not accepted before counts as accepted now."""
    row = _editable(owner, advice_id)
    if row.status == Status.DONE:
        return row
    _only(row, *OPEN)
    if row.status != Status.ACCEPTED:
        advice_accept(owner=owner, advice_id=advice_id)
        row.refresh_from_db()
    _end(row, Status.DONE, row.follow_up.get("cool_down_days", ENDED_DAYS))
    return row


@transaction.atomic
def advice_dismiss(*, owner: User, advice_id: int, reason: str) -> Advice:
    """You will not: it does not come again for half a year. Dismissing again only changes the reason."""
    row = _editable(owner, advice_id)
    if row.status != Status.DISMISSED:
        _only(row, *OPEN)
    row.reason = reason
    _end(row, Status.DISMISSED, DISMISSED_DAYS)
    return row


@transaction.atomic
def advice_reopen(*, owner: User, advice_id: int) -> Advice:
    """Take the last answer back: done or put away becomes accepted again where it was, accepted becomes seen, and what
    was measured since goes with it. Without an answer nothing changes. DomainError 409: it expired by itself, or the
    same advice was given anew meanwhile."""
    row = _editable(owner, advice_id)
    if row.status in (Status.NEW, Status.SEEN):
        return row
    if row.status == Status.EXPIRED:
        raise DomainError("ended", ENDED, status=409)
    again = Advice.objects.filter(owner=owner, dedup_key=row.dedup_key, status__in=OPEN).exclude(pk=row.pk)
    if again.exists():
        raise DomainError("given_again", "The same advice was given again since. Answer that one.", status=409)
    if row.status != Status.ACCEPTED and row.accepted_at is not None:
        row.status = Status.ACCEPTED
    else:
        row.status, row.accepted_at = Status.SEEN, None
        row.follow_up = {name: value for name, value in row.follow_up.items() if name != "due"}
        row.outcomes.all().delete()
    row.reason, row.ended_at, row.cool_down_until = "", None, None
    row.save(update_fields=["status", "accepted_at", "follow_up", "reason", "ended_at", "cool_down_until"])
    return row


@transaction.atomic
def advice_assume(*, owner: User, advice_id: int, key: str, value: str) -> Advice:
    """Say what an assumption of the advice really is. The next run works its figures out anew; those of an accepted
    piece stay, and only what came of it is judged by the new value. 400 by field for what cannot be."""
    row = _editable(owner, advice_id)
    _only(row, *OPEN)
    found = next((each for each in row.assumptions if each["key"] == key and each.get("is_editable")), None)
    if found is None or key not in KNOWN:
        raise field_error("key", "This advice has no such assumption that you can change.")
    try:
        kept = checked(key, value, found.get("unit", ""))
    except ValueError as error:
        raise field_error("value", str(error)) from None
    said = {**found, "value": kept, "source": "user"}
    row.assumptions = [said if each["key"] == key else each for each in row.assumptions]
    row.save(update_fields=["assumptions"])
    return row


def _editable(owner: User, advice_id: int) -> Advice:
    return get_editable(Advice.objects.select_for_update(no_key=True), owner, advice_id)


def _only(row: Advice, *allowed: Advice.Status) -> None:
    if row.status not in allowed:
        raise DomainError("ended", ENDED, status=409)


def _end(row: Advice, status: Advice.Status, days: int) -> None:
    now = timezone.now()
    row.status, row.ended_at = status, row.ended_at or now
    row.cool_down_until = now.date() + timedelta(days=days)
    row.save(update_fields=["status", "reason", "ended_at", "cool_down_until"])
