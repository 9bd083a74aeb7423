"""Recurring series: what a run found is stored over what there was, and what the user says stays through all runs."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TypedDict

from django.db import transaction

from accounts.access import editable_by, get_editable, visible_to
from accounts.models import User
from advisory.analysis.decisions import KnownSeries, Settled
from advisory.analysis.findings import Series
from advisory.models import RecurringSeries
from advisory.selectors.series import declared_of, is_declared, series_of
from transactions.models import LedgerAccount
from transactions.services.given import field_error, minor, name_text

Decision = RecurringSeries.Decision
LONGEST = 200


class Doubled(Protocol):
    """Two charges within one period, by their rows."""

    @property
    def day(self) -> date: ...
    @property
    def ids(self) -> Sequence[int]: ...


class Watched(Protocol):
    """What a look at a series showed, oldest first; see `analysis.bills.watch`, which brings numpy along."""

    @property
    def missed(self) -> Sequence[date]: ...
    @property
    def doubled(self) -> Sequence[Doubled]: ...


class SeriesGiven(TypedDict, total=False):
    """What the user may say of a series; None takes the correction back. `amount`: signed, in units of its currency."""

    label: str | None
    cadence: str | None
    role: str | None
    amount: Decimal | None
    next_date: date | None
    cancelled_on: date | None
    unused_on: date | None
    ends_on: date | None


def series_known(*, owner: User) -> tuple[KnownSeries, ...]:
    """Every stored series as the engine's own words, oldest first."""
    rows = visible_to(RecurringSeries.objects.select_related("category").order_by("pk"), owner)
    return tuple(
        KnownSeries(
            row.pk,
            series_of(row),
            _decision(row),
            corrections_of(row),
            row.cancelled_on,
            declared=declared_of(row, owner),
            head=row.merged_into_id,
            is_merged=row.source == RecurringSeries.Source.MERGED,
            ends_on=row.ends_on,
        )
        for row in rows
    )


def _decision(row: RecurringSeries) -> Any:
    return str(row.decision)


def corrections_of(row: RecurringSeries) -> dict[str, Any]:
    return {name: row.effective(name) for name in row.corrections}


def series_store(
    *,
    owner: User,
    settled: Sequence[Settled],
    facts: Sequence[Mapping[str, str]],
    engine: str,
    watched: Sequence[Watched],
) -> list[RecurringSeries]:
    """One row for each, in their order; `facts`: {name: fact id} beside each, `watched`: what a look at it showed. What
    is not found any more goes, unless the user said something about it. To be called inside the run's transaction."""
    rows = {row.pk: row for row in editable_by(RecurringSeries.objects.select_for_update(no_key=True), owner)}
    accounts = set(visible_to(LedgerAccount.objects.all(), owner).values_list("pk", flat=True))
    kept: list[RecurringSeries] = []
    for one, named, look in zip(settled, facts, watched, strict=True):
        row = rows.pop(one.pk, None) if one.pk is not None else None
        row = row or RecurringSeries(owner=owner)
        row.is_found = one.found is not None
        series_fill(row, one.found or one.series, accounts)
        row.facts, row.engine, row.watched = dict(named), engine, watched_json(look)
        row.save()
        kept.append(row)
    for row in rows.values():
        if not row.said:
            row.delete()
        elif row.is_found or row.facts:
            row.is_found, row.facts, row.watched = False, {}, {}
            row.save(update_fields=["is_found", "facts", "watched", "updated_at"])
    return kept


def watched_json(look: Watched) -> dict[str, Any]:
    return {
        "missed": [day.isoformat() for day in look.missed],
        "doubled": [{"day": one.day.isoformat(), "ids": list(one.ids)} for one in look.doubled],
    }


def series_fill(row: RecurringSeries, found: Series, accounts: Container[int]) -> None:
    """Write what was found into its columns, unsaved. `accounts`: ids of those that are still there."""
    account = int(found.account) if found.account.isdecimal() else 0
    row.account_id = account if account in accounts else None
    row.payee_key, row.label = found.payee_key[:LONGEST], found.label[:LONGEST]
    row.currency, row.cadence, row.role, row.status = found.currency, found.cadence, found.role, found.status
    row.first_date, row.last_date = found.first_date, found.last_date
    row.day, row.next_date, row.next_from, row.next_until = (
        found.day,
        found.next_date,
        found.next_from,
        found.next_until,
    )
    row.amount_minor, row.amount_low_minor, row.amount_high_minor = (
        found.amount_minor,
        found.amount_low,
        found.amount_high,
    )
    row.price_changes = [
        {"date": step.date.isoformat(), "from": step.from_minor, "to": step.to_minor} for step in found.price_changes
    ]
    row.missed, row.late, row.notes, row.confidence = found.missed, found.late, list(found.notes), found.confidence
    row.transactions = [pk for pk in found.ids if pk > 0]


@transaction.atomic
def series_decide(*, owner: User, series_id: int, decision: RecurringSeries.Decision) -> RecurringSeries:
    """Confirmed: it stays even when a run does not find it. Ignored: it counts nowhere. Open: nothing was said."""
    row = _editable(owner, series_id)
    if row.decision != decision:
        row.decision = decision
        row.save(update_fields=["decision", "updated_at"])
    return row


@transaction.atomic
def series_correct(*, owner: User, series_id: int, given: SeriesGiven) -> RecurringSeries:
    """Say what is right instead of what was found. A correction also confirms the series, unless it is ignored. Of a
    declared series that no run has found the declaration itself is changed."""
    row = _editable(owner, series_id)
    found = _checked(row, given)
    if is_declared(row) and not row.is_found:
        _redeclare(row, found)
    else:
        kept = {name: value for name, value in row.corrections.items() if name not in found}
        row.corrections = kept | {name: value for name, value in found.items() if value is not None}
    row.cancelled_on = given.get("cancelled_on", row.cancelled_on)
    row.unused_on = given.get("unused_on", row.unused_on)
    row.ends_on = given.get("ends_on", row.ends_on)
    if row.corrections and row.decision == Decision.OPEN:
        row.decision = Decision.CONFIRMED
    row.save()
    return row


def _redeclare(row: RecurringSeries, found: Mapping[str, Any]) -> None:
    """What is declared has no word of ours to go back to."""
    for name, value in found.items():
        if value is None:
            raise field_error(name.removesuffix("_minor"), "You declared this series: say what is right instead.")
    row.declared = {**row.declared, **found}
    for name, value in found.items():
        setattr(row, name, date.fromisoformat(value) if name == "next_date" else value)
    if "amount_minor" in found:
        row.amount_low_minor = row.amount_high_minor = row.amount_minor
    if "next_date" in found:
        row.next_from = row.next_until = row.next_date


def _editable(owner: User, series_id: int) -> RecurringSeries:
    return get_editable(RecurringSeries.objects.select_for_update(no_key=True), owner, series_id)


def _checked(row: RecurringSeries, given: SeriesGiven) -> dict[str, Any]:
    """{column: plain JSON value or None} of what was given."""
    found: dict[str, Any] = {name: given[name] for name in ("cadence", "role") if name in given}
    if "label" in given:
        found["label"] = None if given["label"] is None else name_text(given["label"], "label")
    if "next_date" in given:
        found["next_date"] = given["next_date"].isoformat() if given["next_date"] else None
    if "amount" in given:
        found["amount_minor"] = None if given["amount"] is None else _amount(row, given["amount"])
    return found


def _amount(row: RecurringSeries, amount: Decimal) -> int:
    """The direction of a series is its rows': rent does not become income."""
    value = minor(amount, row.currency)
    if value == 0 or (value > 0) != (row.amount_minor > 0):
        direction = "comes in: write a positive" if row.amount_minor > 0 else "leaves: write a negative"
        raise field_error("amount", f"The money of this series {direction} amount.")
    return value
