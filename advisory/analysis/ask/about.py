"""What a plan is about, in the user's own names, and the same as a search of the Transactions page."""

from __future__ import annotations

from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.vocabulary import Vocabulary
from advisory.analysis.history import tidy
from transactions.ledger.period import Period

MOST_NAMED = 3
DIRECTION_TERMS = {"spending": "is:expense", "income": "is:income"}


def about_of(plan: Plan, vocabulary: Vocabulary) -> str:
    """'Groceries, REWE, Giro'; empty for everything. Long lists are cut."""
    groups = (
        [_heading(plan.categories, vocabulary)],
        [vocabulary.payees.get(pk, "") for pk in plan.payees],
        sorted({vocabulary.series.get(pk, "") for pk in plan.series}),
        [vocabulary.accounts[pk].name for pk in plan.accounts if pk in vocabulary.accounts],
    )
    parts = [_joined([tidy(name) for name in names if name]) for names in groups]
    if plan.minimum:
        parts.append(f"\N{GREATER-THAN OR EQUAL TO} {plan.minimum}")
    if plan.maximum:
        parts.append(f"\N{LESS-THAN OR EQUAL TO} {plan.maximum}")
    return ", ".join(part for part in parts if part)


def _heading(categories: tuple[int, ...], vocabulary: Vocabulary) -> str:
    """The heading's name where the plan means exactly all categories under one."""
    groups = {vocabulary.categories[pk].group for pk in categories if pk in vocabulary.categories}
    if len(groups) == 1 and len(categories) > 1:
        (group,) = groups
        whole = {one.id for one in vocabulary.categories.values() if one.group == group}
        if group and whole == set(categories):
            return group
    return _joined([vocabulary.category_name(pk) or "No category" for pk in categories])


def _joined(names: list[str]) -> str:
    shown = " + ".join(names[:MOST_NAMED])
    return f"{shown} + \N{HORIZONTAL ELLIPSIS}" if len(names) > MOST_NAMED else shown


def search_of(plan: Plan, period: Period) -> dict[str, str]:
    """What the Transactions page is opened with: {q, period}; nothing where it cannot search for the same rows, which
    is so with those of a series."""
    if plan.series:
        return {}
    terms = [DIRECTION_TERMS[plan.direction]] if plan.direction in DIRECTION_TERMS else []
    terms += ["-is:transfer"]
    for field, ids in (("category", plan.categories), ("payee", plan.payees), ("account", plan.accounts)):
        if ids and 0 not in ids:
            terms.append(f"{field}:{','.join(f'#{pk}' for pk in ids)}")
    if 0 in plan.categories:
        terms.append("is:uncategorised")
    if plan.minimum:
        terms.append(f"amount:>={plan.minimum}")
    if plan.maximum:
        terms.append(f"amount:<={plan.maximum}")
    if plan.currency:
        terms.append(f"currency:{plan.currency}")
    return {"q": " ".join(terms), "period": f"{period.start.isoformat()}..{period.last_day.isoformat()}"}
