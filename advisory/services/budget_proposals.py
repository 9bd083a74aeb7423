"""What the engine would plan for a month, from the own full months before it, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from accounts.access import visible_to
from accounts.models import User
from advisory.analysis.facts import FactBook
from advisory.analysis.history import YEAR_MONTHS, History
from advisory.analysis.planning.budget import NOT_ENOUGH, BudgetLine, propose_budget
from advisory.analysis.robust import middle
from advisory.analysis.study import Study
from transactions.ledger.columns import Columns
from transactions.ledger.money import currency_exponent
from transactions.ledger.period import Period, add_months, month_of
from transactions.models import Category, Transaction
from transactions.selectors.columns import shares_of
from transactions.selectors.summary import base_currency


@dataclass(frozen=True, slots=True)
class Proposed:
    """`minor` and `usual_minor` in the budget's direction, never negative. `reason`: fixed, steady, lumpy or income.
    `kept`: the part of `months` that stayed within it, four places; empty for income."""

    category: Category
    minor: int
    usual_minor: int
    reason: str
    kept: str
    rolls_over: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """`missing` says what it would need; empty where there are lines. `months`: first days of those it rests on."""

    month: Period
    currency: str
    lines: tuple[Proposed, ...]
    months: tuple[date, ...] = ()
    missing: str = ""


def budget_propose(*, owner: User, month: Period) -> Proposal:
    """Only months before `month` are looked at, up to a year of them."""
    study = _study(owner, month)
    plan = propose_budget(study)
    months = tuple(one.start for one in study.history.judged_months)
    if plan.missing:
        return Proposal(month, study.currency, (), months, NOT_ENOUGH)
    known = {str(row.pk): row for row in visible_to(Category.objects.exclude(kind=Category.Kind.TRANSFER), owner)}
    lines = [_line(one, known[one.key], study.currency) for one in plan.lines if one.key in known]
    spending = [one for one in lines if one.minor and one.category.kind == Category.Kind.EXPENSE]
    return Proposal(month, study.currency, (*_income(study, known), *spending), months)


def _study(owner: User, month: Period) -> Study:
    before = month_of(add_months(month.start, -1))
    start = add_months(before.start, -YEAR_MONTHS - 1)
    rows = visible_to(Transaction.objects.filter(booking_date__gte=start, booking_date__lt=before.end), owner)
    columns = Columns.of(shares_of(owner=owner, rows=rows))
    history = History.of(columns, (), before, base_currency(owner=owner), is_partial=False)
    return Study(history, FactBook.over(columns, f"user:{owner.pk}"))


def _line(line: BudgetLine, category: Category, currency: str) -> Proposed:
    minor, usual = (_size(fact.value, currency) for fact in (line.proposed, line.usual))
    return Proposed(category, minor, usual, line.reason, line.kept.value, line.rolls_over)


def _size(value: str, currency: str) -> int:
    """Spending turned positive; where more came back than was spent nothing is planned. The middle of two months may
    be half a minor unit, and is rounded up: a budget had better be kept."""
    exact = -Decimal(value).scaleb(currency_exponent(currency))
    return max(int(exact.to_integral_value(ROUND_CEILING)), 0)


def _income(study: Study, known: Mapping[str, Category]) -> list[Proposed]:
    """The middle of the months, of each category of income that came in more than half of them."""
    months = study.history.judged_months
    by_category: dict[str, dict[date, int]] = {}
    for month in months:
        for share in study.history.earned(month):
            sums = by_category.setdefault(str(share.category_id), {})
            sums[month.start] = sums.get(month.start, 0) + share.amount_minor
    found = []
    for key, sums in sorted(by_category.items()):
        category = known.get(key)
        if category is not None and category.kind == Category.Kind.INCOME and len(sums) * 2 > len(months):
            usual = int(middle([Decimal(sums.get(month.start, 0)) for month in months]))
            found.append(Proposed(category, max(usual, 0), max(usual, 0), "income", "", False))
    return found
