"""Goals: made, changed, put in order, removed and brought back. Every write asks for a new analysis at the door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypedDict

from django.db import transaction
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError
from accounts.models import User
from advisory.analysis.planning.goals import LONGEST, months_until
from advisory.analysis.planning.standing import GoalStanding
from advisory.models import Goal, GoalAccount
from transactions.ledger.money import from_minor
from transactions.models import LedgerAccount
from transactions.services.given import currency_code, field_error, minor, name_text, own

MOST_GOALS = 50
MOST_ACCOUNTS = 50


class GoalGiven(TypedDict, total=False):
    """What may be said of a goal; amounts in units of its (new) currency, `accounts` ids in the order they count."""

    name: str
    currency: str
    target: Decimal
    target_date: date | None
    accounts: Sequence[int]
    saved: Decimal
    monthly: Decimal
    note: str
    position: int
    reached_on: date | None
    is_archived: bool


@transaction.atomic
def goal_create(*, owner: User, given: GoalGiven) -> Goal:
    """A new goal behind the others. DomainError naming the field for what cannot be."""
    mine = editable_by(Goal.objects.filter(removed_at__isnull=True), owner)
    if mine.count() >= MOST_GOALS:
        raise DomainError("too_many", f"You can keep at most {MOST_GOALS} goals. Remove one first.")
    last = mine.order_by("-position").values_list("position", flat=True).first()
    goal = Goal(owner=owner, position=1 if last is None else last + 1)
    return _saved(goal, given, is_new=True)


@transaction.atomic
def goal_update(*, owner: User, goal_id: int, given: GoalGiven) -> Goal:
    """Change what is named in `given`. Without other amounts, these keep their size in another currency."""
    rows = Goal.objects.select_for_update(no_key=True).filter(removed_at__isnull=True)
    return _saved(get_editable(rows, owner, goal_id), given)


def _saved(goal: Goal, given: GoalGiven, *, is_new: bool = False) -> Goal:
    before = goal.currency
    goal.currency = currency_code(given.get("currency", before))
    _take_words(goal, given)
    _take_amounts(goal, given, before or goal.currency)
    linked = _linked(goal, given, is_new=is_new)
    goal.save()
    if linked is not None:
        goal.links.all().delete()
        GoalAccount.objects.bulk_create([GoalAccount(goal=goal, account=account) for account in linked])
    return goal


def _take_words(goal: Goal, given: GoalGiven) -> None:
    if "name" in given:
        goal.name = name_text(given["name"])[:80]
    if "target_date" in given and given["target_date"] != goal.target_date:
        goal.target_date = _day_ahead(given["target_date"])
    goal.note = given.get("note", goal.note)
    goal.position = given.get("position", goal.position)
    goal.reached_on = given.get("reached_on", goal.reached_on)
    goal.is_archived = given.get("is_archived", goal.is_archived)


def _day_ahead(day: date | None) -> date | None:
    today = timezone.now().date()
    if day is not None and day <= today:
        raise field_error("target_date", "A goal's date lies ahead.")
    if day is not None and months_until(today, day) > LONGEST:
        raise field_error("target_date", "A goal lies no more than fifty years ahead.")
    return day


def _take_amounts(goal: Goal, given: GoalGiven, before: str) -> None:
    code = goal.currency

    def read(field: str, amount: Decimal | None, kept: int) -> int:
        if amount is None and code == before:
            return kept
        found = minor(from_minor(kept, before) if amount is None else amount, code, field)
        if found < 0:
            raise field_error(field, "It cannot be negative.")
        return found

    goal.target_minor = read("target", given.get("target"), goal.target_minor or 0)
    goal.saved_minor = read("saved_by_hand", given.get("saved"), goal.saved_minor)
    goal.monthly_minor = read("monthly", given.get("monthly"), goal.monthly_minor)
    if goal.target_minor <= 0:
        raise field_error("target", "A goal needs a sum above zero.")


def _linked(goal: Goal, given: GoalGiven, *, is_new: bool) -> list[LedgerAccount] | None:
    """The accounts to link, or None where the links stay; then they must still fit the currency."""
    if "accounts" in given:
        ids = list(dict.fromkeys(given["accounts"]))
        if len(ids) > MOST_ACCOUNTS:
            raise field_error("accounts", f"Link at most {MOST_ACCOUNTS} accounts.")
        found = [own(LedgerAccount.objects.all(), goal.owner, pk, "accounts") for pk in ids]
    else:
        found = [] if is_new else [link.account for link in goal.links.select_related("account")]
    odd = next((account for account in found if account.currency != goal.currency), None)
    if odd is not None:
        raise field_error("accounts", f"{odd.name} is in {odd.currency}; the goal is in {goal.currency}.")
    return found if "accounts" in given else None


@transaction.atomic
def goal_delete(*, owner: User, goal_id: int) -> None:
    """It leaves every list and every figure; `goal_restore` brings it back."""
    rows = Goal.objects.select_for_update(no_key=True).filter(removed_at__isnull=True)
    goal = get_editable(rows, owner, goal_id)
    goal.removed_at = timezone.now()
    goal.save(update_fields=["removed_at", "updated_at"])


@transaction.atomic
def goal_restore(*, owner: User, goal_id: int) -> Goal:
    """As it was, in its old place. One that is not removed stays as it is."""
    goal = get_editable(Goal.objects.select_for_update(no_key=True), owner, goal_id)
    if goal.removed_at is not None:
        if editable_by(Goal.objects.filter(removed_at__isnull=True), owner).count() >= MOST_GOALS:
            raise DomainError("too_many", f"You can keep at most {MOST_GOALS} goals. Remove one first.", status=409)
        goal.removed_at = None
        goal.save(update_fields=["removed_at", "updated_at"])
    return goal


@transaction.atomic
def goals_reorder(*, owner: User, ids: Sequence[int]) -> None:
    """These goals in this order, the others behind them as they were. An account they share is given out in it."""
    rows = editable_by(Goal.objects.select_for_update(no_key=True).filter(removed_at__isnull=True), owner)
    goals = list(rows.order_by("position", "id"))
    known = {goal.pk: goal for goal in goals}
    if len(set(ids)) != len(ids) or not set(ids) <= known.keys():
        raise field_error("ids", "Name goals of yours, each once.")
    ordered = [known[pk] for pk in ids] + [goal for goal in goals if goal.pk not in set(ids)]
    for position, goal in enumerate(ordered, 1):
        goal.position = position
    Goal.objects.bulk_update(ordered, ["position"])


def goals_note(
    *, owner: User, found: Iterable[GoalStanding], facts: Mapping[str, Mapping[str, str]], day: date
) -> None:
    """What a run found of goals: their figures by key, and the day on which one was seen reached first. Inside the
    run's transaction."""
    rows = {str(row.pk): row for row in editable_by(Goal.objects.select_for_update(no_key=True), owner)}
    told = {one.plan.key: one for one in found}
    for key, row in rows.items():
        row.facts = dict(facts.get(key, {}))
        if key in told and told[key].is_reached and row.reached_on is None:
            row.reached_on = day
    # Not `updated_at`: nobody has changed anything.
    Goal.objects.bulk_update(rows.values(), ["facts", "reached_on"])
