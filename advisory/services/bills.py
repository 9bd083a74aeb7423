"""What the user adds to the series that were found: series declared, taken back, made one, and set apart again."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TypedDict

from django.db import transaction
from django.utils import timezone

from accounts.access import editable_by, get_editable, visible_to
from accounts.errors import DomainError
from accounts.models import User
from advisory.analysis.bills.declared import Declared, declared_series, likeness
from advisory.analysis.bills.joined import joined
from advisory.analysis.decisions import corrected
from advisory.analysis.findings import Series
from advisory.analysis.payees import normalise
from advisory.models import RecurringSeries
from advisory.selectors.goals import last_day_booked
from advisory.selectors.series import series_of
from advisory.services.series import corrections_of, series_fill
from transactions.models import Category, LedgerAccount, Payee, Transaction
from transactions.services.given import currency_code, field_error, minor, name_text, own, own_or_none

Source, Decision = RecurringSeries.Source, RecurringSeries.Decision
MOST_DECLARED = 200
ENGINE = "declared@1"
OLDEST, FURTHEST = 366, 366 * 10
"""Days from today that the first due day may lie away."""


class DeclaredGiven(TypedDict, total=False):
    """A series as it is declared. `amount`: signed, in units of the account's currency; money leaving is negative."""

    label: str
    account: int
    payee: int | None
    category: int | None
    currency: str
    amount: Decimal
    cadence: str
    role: str
    next_date: date
    ends_on: date | None


@transaction.atomic
def series_declare(*, owner: User, given: DeclaredGiven) -> RecurringSeries:
    """A series of the user's own. DomainError naming the field for what cannot be, `already_known` (409) where a
    running series is the same."""
    mine = editable_by(RecurringSeries.objects.filter(source=Source.DECLARED), owner)
    if mine.count() >= MOST_DECLARED:
        raise DomainError("too_many", f"You can declare at most {MOST_DECLARED} series. Remove one first.")
    row = _declared_row(owner, given)
    said = _words_of(row)
    twin = likeness(said, _running(owner))
    if twin is not None:
        raise DomainError(
            "already_known", f"{twin.label} is in your list already. Correct it there instead.", status=409
        )
    row.save()
    # Nothing is missed after the last day that rows are known of; the next run looks for those of this series.
    seen = last_day_booked(owner=owner, today=timezone.now().date())
    series_fill(row, declared_series(row.pk, said, (), (), min(seen, said.next_date)), {row.account_id or 0})
    row.is_found = False
    row.save()
    return row


def _declared_row(owner: User, given: DeclaredGiven) -> RecurringSeries:
    account = own(LedgerAccount.objects.all(), owner, given["account"], "account")
    currency = currency_code(given.get("currency") or account.currency)
    if currency != account.currency:
        raise field_error("currency", f"{account.name} is in {account.currency}: declare it in that currency.")
    amount = minor(given["amount"], currency)
    label, role = name_text(given["label"], "label"), _role(given.get("role"), amount)
    payee = own_or_none(Payee.objects.all(), owner, given.get("payee"), "payee")
    words = {
        "label": label,
        "cadence": given["cadence"],
        "role": role,
        "amount_minor": amount,
        "next_date": _first_day(given["next_date"], given.get("ends_on")).isoformat(),
    }
    return RecurringSeries(
        owner=owner, source=Source.DECLARED, decision=Decision.CONFIRMED, is_found=False, declared=words,
        account=account, payee=payee, currency=currency, ends_on=given.get("ends_on"), engine=ENGINE, label=label,
        category=own_or_none(Category.objects.all(), owner, given.get("category"), "category"),
        payee_key=normalise("", payee.name if payee else label).key, cadence=given["cadence"], role=role,
        status=RecurringSeries.Status.ACTIVE, amount_minor=amount, amount_low_minor=amount, amount_high_minor=amount,
        first_date=given["next_date"], last_date=given["next_date"], next_date=given["next_date"],
    )  # fmt: skip


def _role(role: str | None, amount: int) -> str:
    if amount == 0:
        raise field_error("amount", "An amount of zero comes back unseen.")
    if role is None:
        return "income" if amount > 0 else "bill"
    if (role == "income") != (amount > 0):
        raise field_error("role", "Income comes in, and everything else leaves: the amount says the other.")
    return role


def _first_day(day: date, ends_on: date | None) -> date:
    today = timezone.now().date()
    if not today - timedelta(days=OLDEST) <= day <= today + timedelta(days=FURTHEST):
        raise field_error("next_date", "Give a day between a year ago and ten years from now.")
    if ends_on is not None and ends_on < day:
        raise field_error("ends_on", "The last day lies before the first.")
    return day


def _words_of(row: RecurringSeries) -> Declared:
    said = row.declared
    return Declared(
        row.label, row.payee_key, row.currency, str(row.account_id or ""), row.cadence, row.role, row.amount_minor,
        date.fromisoformat(said["next_date"]), row.ends_on,
    )  # fmt: skip


def _running(owner: User) -> list[Series]:
    rows = RecurringSeries.objects.filter(status__in=("early", "active"), merged_into=None)
    return [series_of(row) for row in visible_to(rows.exclude(decision=Decision.IGNORED), owner)]


@transaction.atomic
def series_remove(*, owner: User, series_id: int) -> None:
    """Take a declaration back. What a run found is not the user's to remove: it is ignored instead."""
    row = get_editable(RecurringSeries.objects.select_for_update(no_key=True), owner, series_id)
    if row.source != Source.DECLARED:
        raise DomainError("found", "This series was found in your rows. Ignore it instead.", status=409)
    row.delete()


@transaction.atomic
def series_merge(*, owner: User, series_id: int, other_id: int) -> RecurringSeries:
    """A series that counts in the place of both, called as the first one is. Both stay behind it, with all that was
    said of them, until it is set apart again."""
    rows = RecurringSeries.objects.select_for_update(no_key=True, of=("self",)).filter(merged_into=None)
    first, second = get_editable(rows, owner, series_id), own(rows, owner, other_id, "series")
    _require_alike(first, second)
    whole = RecurringSeries(
        owner=owner, source=Source.MERGED, decision=Decision.CONFIRMED, engine=ENGINE,
        is_found=first.is_found or second.is_found, cancelled_on=first.cancelled_on, unused_on=first.unused_on,
        corrections={"label": first.effective("label")},
    )  # fmt: skip
    _fill_whole(whole, [first, second])
    whole.save()
    for part in (first, second):
        part.merged_into = whole
        part.save(update_fields=["merged_into", "updated_at"])
    return whole


def _require_alike(first: RecurringSeries, second: RecurringSeries) -> None:
    if first.pk == second.pk:
        raise field_error("series", "A series cannot be made one with itself.")
    if Decision.IGNORED in (first.decision, second.decision):
        raise field_error("series", "You ignore one of them. Stop ignoring it first.")
    if first.currency != second.currency or (first.amount_minor > 0) != (second.amount_minor > 0):
        raise field_error("series", "Only series of one currency that go the same way can be one.")


def _fill_whole(whole: RecurringSeries, parts: list[RecurringSeries]) -> None:
    """As the next run will settle it, from what is stored of the parts."""
    ids = [pk for part in parts for pk in part.transactions]
    booked = visible_to(Transaction.objects.filter(pk__in=ids), whole.owner).order_by()
    accounts = {part.account_id for part in parts if part.account_id is not None}
    today = timezone.now().date()
    said = [corrected(series_of(part), corrections_of(part), today) for part in parts]
    series_fill(whole, joined(said, dict(booked.values_list("pk", "booking_date"))), accounts)


@transaction.atomic
def series_separate(*, owner: User, series_id: int) -> list[RecurringSeries]:
    """Its parts, as they were; a part that is made of others is filled from these again. DomainError `not_merged` (409)
    for any other series."""
    rows = RecurringSeries.objects.select_for_update(no_key=True, of=("self",))
    whole = get_editable(rows.filter(merged_into=None), owner, series_id)
    if whole.source != Source.MERGED:
        raise DomainError("not_merged", "This series is not made of others.", status=409)
    parts = list(editable_by(rows.filter(merged_into=whole), owner).order_by("pk"))
    for part in parts:
        part.merged_into = None
        if part.source == Source.MERGED:
            _fill_whole(part, list(editable_by(RecurringSeries.objects.filter(merged_into=part), owner).order_by("pk")))
        part.save()
    whole.delete()
    return parts
