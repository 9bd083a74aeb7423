"""Reading goals, and how they stand by the rows that are there. Cheap enough for every page: sums by day only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from accounts.access import get_visible, visible_to
from accounts.models import User
from advisory.analysis.history import last_full_month
from advisory.analysis.planning.standing import GoalPlan, GoalStanding, goal_values, standings
from advisory.analysis.planning.surpluses import month_surpluses
from advisory.models import Goal, GoalAccount
from transactions.ledger.period import Period
from transactions.models import Transaction
from transactions.selectors.columns import account_states
from transactions.selectors.summary import transfer_legs


def goal_list(*, owner: User) -> QuerySet[Goal]:
    """All but those that were removed, in their order."""
    links = Prefetch("links", queryset=GoalAccount.objects.select_related("account").order_by("pk"))
    rows = Goal.objects.filter(removed_at__isnull=True).prefetch_related(links)
    return visible_to(rows, owner).order_by("position", "id")


def goal_get(*, owner: User, goal_id: object) -> Goal:
    return get_visible(goal_list(owner=owner), owner, goal_id)


def goal_removed(*, owner: User, goal_id: object) -> Goal:
    """Whether it was removed or not."""
    return get_visible(Goal.objects.all(), owner, goal_id)


def goal_plans(*, owner: User, as_of: date) -> tuple[GoalPlan, ...]:
    """Those that are not archived, in their order. One that is reached later than `as_of` is not reached yet."""
    return tuple(plan_of(row, as_of) for row in goal_list(owner=owner).filter(is_archived=False))


def plan_of(row: Goal, as_of: date) -> GoalPlan:
    return GoalPlan(
        key=str(row.pk),
        name=row.name,
        currency=row.currency,
        target_minor=row.target_minor,
        target_date=row.target_date,
        accounts=tuple(link.account_id for link in row.links.all()),
        saved_minor=row.saved_minor,
        monthly_minor=row.monthly_minor,
        is_reached=row.reached_on is not None and row.reached_on <= as_of,
    )


def goal_words(owner: User, as_of: date) -> list[tuple[Any, ...]]:
    """The user's word about goals, for hashes of all that a run sees. That one is reached is in it, whoever noted it: a
    run that notes it down asks for one more."""
    return [astuple(one) for one in goal_plans(owner=owner, as_of=as_of)]


@dataclass(frozen=True, slots=True)
class GoalsStanding:
    """How all goals stand at the end of a day, by what was booked up to then."""

    as_of: date
    found: tuple[GoalStanding, ...] = ()

    @property
    def by_goal(self) -> dict[str, GoalStanding]:
        return {one.plan.key: one for one in self.found}

    @property
    def values(self) -> dict[str, str]:
        return goal_values(self.found)


def goals_standing(*, owner: User, as_of: date, also: Iterable[Goal] = ()) -> GoalsStanding:
    """`also`: goals to tell of beside those that are not archived. No account counts for an archived one any more."""
    plans = goal_plans(owner=owner, as_of=as_of)
    put_away = (replace(plan_of(row, as_of), accounts=()) for row in also if row.is_archived)
    every = (*plans, *put_away)
    if not every:
        return GoalsStanding(as_of)
    states = account_states(owner=owner, as_of=as_of + timedelta(days=1))
    balances = {one.account_id: (one.currency, one.balance_minor) for one in states}
    past = surpluses(owner=owner, currencies={plan.currency for plan in every}, month=last_full_month(as_of))
    return GoalsStanding(as_of, standings(every, balances, past, as_of))


def surpluses(*, owner: User, currencies: Iterable[str], month: Period) -> dict[str, tuple[int, ...]]:
    """By currency, what was left of each past full month up to `month`."""
    rows = visible_to(Transaction.objects.filter(booking_date__lt=month.end, currency__in=set(currencies)), owner)
    days: defaultdict[str, dict[date, int]] = defaultdict(dict)
    moved: defaultdict[str, set[date]] = defaultdict(set)
    counted = rows.exclude(transfer_legs(owner)).order_by().values_list("currency", "booking_date")
    for code, day, total, count in counted.annotate(
        total=Sum("amount_minor"), count=Count("pk", filter=~Q(amount_minor=0))
    ):
        days[code][day] = total
        if count:
            moved[code].add(day)
    return {code: month_surpluses(days[code], frozenset(moved[code]), month) for code in days}


def last_day_booked(*, owner: User, today: date) -> date:
    """The day of the newest row up to today, which goals are judged on like everything else; today without any."""
    rows = visible_to(Transaction.objects.filter(booking_date__lte=today), owner)
    return rows.order_by("-booking_date").values_list("booking_date", flat=True).first() or today
