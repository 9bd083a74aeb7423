"""Budgets as they stand in one month: a fixed number of queries, whatever the history, and sums by day only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from accounts.access import visible_to
from accounts.models import User
from advisory.analysis.budgets import (
    ROLLOVERS,
    BudgetPlan,
    CategoryNode,
    Given,
    Pace,
    Rollover,
    Standing,
    free_a_day,
    given_out,
    holders,
    pace,
    standing,
)
from advisory.analysis.history import LAST_START_OF_FULL_MONTH, NORMAL_MONTHS
from advisory.models import Budget, BudgetChoice, BudgetLine, BudgetMove
from advisory.selectors.budget_bills import bills_due
from advisory.selectors.budget_sums import Sums, sums_by_day
from advisory.selectors.budgets import budget_choice, budget_list, category_nodes
from transactions.ledger.period import Period, month_of, months_before
from transactions.ledger.rates import NoRate, RateBook
from transactions.models import Transaction
from transactions.selectors.rates import rate_book
from transactions.selectors.summary import base_currency


@dataclass(frozen=True, slots=True)
class BudgetStanding:
    """One budget in the month. `due`: payments that are still expected in it this month; `free`: what may be spent a
    day from today on. Both None in another month than the running one, and for income."""

    row: Budget
    categories: tuple[int, ...]
    standing: Standing
    pace: Pace | None = None
    due: int | None = None
    free: int | None = None


@dataclass(frozen=True, slots=True)
class BudgetMonth:
    """All budgets in the month, in the order of their categories. `outside`: by category, the signed sum of what no
    budget holds; None: without a category. `envelopes` only where they are in use."""

    month: Period
    currency: str
    today: date
    budgets: tuple[BudgetStanding, ...]
    outside: Mapping[int | None, int]
    categories: Mapping[int, CategoryNode]
    choice: BudgetChoice | None
    envelopes: Given | None
    missing_rates: tuple[NoRate, ...] = ()
    paced_months: int = 0

    @property
    def day(self) -> int:
        """The last day of the month that counts for the pace."""
        return min(max(self.today, self.month.start), self.month.last_day).day

    @property
    def days_left(self) -> int | None:
        """Today included; None in another month."""
        return (self.month.end - self.today).days if self.today in self.month else None

    @property
    def due(self) -> int | None:
        """What is still expected to leave in budgets; None in another month."""
        return None if self.days_left is None else sum(one.due or 0 for one in self.budgets)

    @property
    def free(self) -> int | None:
        """What may be spent a day over all budgets: one that is overspent takes from the others."""
        if self.days_left is None or self.due is None:
            return None
        left = sum(one.standing.left for one in self.budgets if not one.row.is_income)
        return free_a_day(left, self.due, self.days_left)


@dataclass
class Book:
    """What was planned and moved, in the base currency; amounts of an earlier one at the rate of the month's start."""

    currency: str
    rates: RateBook
    missing: dict[str, NoRate] = field(default_factory=dict)

    def minor(self, minor: int, currency: str, day: date) -> int:
        found = self.rates.convert(minor, currency, self.currency, day)
        if isinstance(found, NoRate):
            self.missing.setdefault(currency, found)
            return 0
        return found


def budget_month(*, owner: User, month: Period, today: date) -> BudgetMonth:
    """How every budget stands at the end of the month, or today in the running one."""
    currency = base_currency(owner=owner)
    choice = budget_choice(owner=owner)
    rows = list(budget_list(owner=owner))
    lines = list(BudgetLine.objects.filter(budget__in=[row.pk for row in rows], month__lte=month.start))
    moves = list(visible_to(BudgetMove.objects.filter(undone_at__isnull=True, month__lte=month.start), owner))
    past = _past_months(owner, month)
    since = choice.envelopes_from if choice else None
    said = [*(one.month for one in lines), *(one.month for one in moves)]
    start = min([month.start, *said, *(one.start for one in past)])
    start = start if since is None else min(start, since)
    daily = min([month.start, *(one.start for one in past), *([since] if since and since.day > 1 else [])])
    sums = sums_by_day(owner=owner, start=start, end=month.end, currency=currency, daily_from=daily.replace(day=1))
    book = book_of(owner, currency, choice, [*lines, *moves])
    plans = plans_of(rows, lines, moves, book)
    nodes = category_nodes(owner=owner)
    held = holders(plans.values(), nodes)
    due = bills_due(owner=owner, month=month, currency=currency) if today in month else {}
    days = days_by_budget(sums, held, plans)
    found = BudgetMonth(month, currency, today, (), _outside(sums, held, month), nodes, choice, None)
    budgets = [_standing(found, row, plans[row.pk], days[row.pk], held, since, past, due) for row in rows]
    return BudgetMonth(
        month=month,
        currency=currency,
        today=today,
        budgets=tuple(sorted(budgets, key=lambda one: _place(one, nodes))),
        outside=found.outside,
        categories=nodes,
        choice=choice,
        envelopes=_envelopes(choice, book, sums, budgets, month),
        missing_rates=tuple({one.base: one for one in (*sums.missing, *book.missing.values())}.values()),
        paced_months=len(past),
    )


def _past_months(owner: User, month: Period) -> list[Period]:
    """Up to six months before this one that were seen from their start."""
    first = (
        visible_to(Transaction.objects.order_by("booking_date"), owner).values_list("booking_date", flat=True).first()
    )
    if first is None:
        return []
    start = first.replace(day=1) if first.day <= LAST_START_OF_FULL_MONTH else month_of(first).end
    return [one for one in months_before(month, NORMAL_MONTHS) if one.start >= start]


def book_of(owner: User, currency: str, choice: BudgetChoice | None, said: Sequence[BudgetLine | BudgetMove]) -> Book:
    kept = [(one.currency, one.month) for one in said]
    if choice is not None and choice.envelopes_from is not None:
        kept.append((choice.currency, choice.envelopes_from))
    other = [(code, day) for code, day in kept if code != currency]
    if not other:
        return Book(currency, RateBook((), 0))
    days = [day for _, day in other]
    codes = {currency, *(code for code, _ in other)}
    return Book(currency, rate_book(owner=owner, currencies=codes, start=min(days), end=max(days)))


def plans_of(
    rows: Iterable[Budget], lines: Iterable[BudgetLine], moves: Iterable[BudgetMove], book: Book
) -> dict[int, BudgetPlan]:
    planned: defaultdict[int, dict[date, int]] = defaultdict(dict)
    moved: defaultdict[int, defaultdict[date, int]] = defaultdict(lambda: defaultdict(int))
    for line in lines:
        planned[line.budget_id][line.month] = book.minor(line.amount_minor, line.currency, line.month)
    for move in moves:
        minor = book.minor(move.amount_minor, move.currency, move.month)
        moved[move.source_id][move.month] -= minor
        moved[move.target_id][move.month] += minor
    return {
        row.pk: BudgetPlan(
            row.pk,
            row.category_id,
            row.group,
            row.is_income,
            rollover_of(row),
            planned[row.pk],
            moved[row.pk],
        )
        for row in rows
    }


def rollover_of(row: Budget) -> Rollover:
    return next(one for one in ROLLOVERS if one == row.rollover)


def days_by_budget(
    sums: Sums, held: Mapping[int, int], plans: Mapping[int, BudgetPlan]
) -> defaultdict[int, dict[date, int]]:
    """What was used on each day, in the budget's own direction."""
    days: defaultdict[int, dict[date, int]] = defaultdict(dict)
    for (category, day), minor in sums.by_day.items():
        key = held.get(category) if category is not None else None
        if key is not None:
            turned = minor if plans[key].is_income else -minor
            days[key][day] = days[key].get(day, 0) + turned
    return days


def _outside(sums: Sums, held: Mapping[int, int], month: Period) -> dict[int | None, int]:
    found: defaultdict[int | None, int] = defaultdict(int)
    for (category, day), minor in sums.by_day.items():
        if day in month and (category is None or category not in held):
            found[category] += minor
    return {category: minor for category, minor in found.items() if minor}


def _standing(  # noqa: PLR0917 (what a budget's standing rests on)
    found: BudgetMonth,
    row: Budget,
    plan: BudgetPlan,
    days: Mapping[date, int],
    held: Mapping[int, int],
    since: date | None,
    past: Sequence[Period],
    due: Mapping[int, int],
) -> BudgetStanding:
    actual: defaultdict[date, int] = defaultdict(int)
    for day, minor in days.items():
        actual[day.replace(day=1)] += minor
    now = standing(plan, actual, found.month.start, None if row.is_income else since)
    categories = tuple(pk for pk, key in held.items() if key == row.pk)
    usual = pace(days, past, found.day)
    if found.days_left is None or row.is_income:
        return BudgetStanding(row, categories, now, usual)
    coming = sum(due.get(pk, 0) for pk in categories)
    free = free_a_day(now.left, coming, found.days_left)
    return BudgetStanding(row, categories, now, usual, coming, free)


def _envelopes(
    choice: BudgetChoice | None, book: Book, sums: Sums, budgets: Sequence[BudgetStanding], month: Period
) -> Given | None:
    if choice is None or choice.envelopes_from is None or month.start < choice.envelopes_from:
        return None
    net = sum(minor for (_, day), minor in sums.by_day.items() if day >= choice.envelopes_from)
    opening = book.minor(choice.opening_minor, choice.currency, choice.envelopes_from)
    return given_out(opening, net, [one.standing for one in budgets if not one.row.is_income])


def _place(one: BudgetStanding, nodes: Mapping[int, CategoryNode]) -> tuple[bool, int, int]:
    """Income first; a group where its first category is, before it."""
    order = {pk: at for at, pk in enumerate(nodes)}
    of_group = (order[pk] for pk, node in nodes.items() if node.group == one.row.group)
    at = order.get(one.row.category_id or 0) if one.row.category_id else min(of_group, default=None)
    return (not one.row.is_income, len(order) if at is None else at, int(one.row.category_id is not None))
