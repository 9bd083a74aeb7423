"""Which shares a plan means: by direction, category, payee, account, amount and currency; never by anything else.

Direction is that of the whole transaction, and confirmed transfers are left out, as everywhere in the product: what
left the accounts is spending, what came in is income, a refund included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.vocabulary import Vocabulary
from transactions.ledger.columns import Columns, Share
from transactions.ledger.money import to_minor
from transactions.ledger.period import Period


@dataclass(frozen=True, slots=True)
class Picker:
    """A plan's filters made ready. `wholes`: signed minor units of every transaction that was read; `rows`: those of
    the plan's series."""

    plan: Plan
    categories: frozenset[int]
    bounds: Mapping[str, tuple[int | None, int | None]]
    wholes: Mapping[int, int]
    rows: frozenset[int] = frozenset()

    @classmethod
    def of(cls, plan: Plan, columns: Columns, vocabulary: Vocabulary) -> Picker:
        wholes: defaultdict[int, int] = defaultdict(int)
        for share in columns.shares:
            wholes[share.transaction_id] += share.amount_minor
        meant = {below for one in plan.categories for below in (vocabulary.below(one) if one else (0,))}
        unit = vocabulary.base_currency
        low, high = ((to_minor(text, unit) if text else None) for text in (plan.minimum, plan.maximum))
        return cls(plan, frozenset(meant), {unit: (low, high)}, wholes, vocabulary.rows_of(plan.series))

    def without_names(self) -> Picker:
        """The same without categories, payees and series: the whole that a part is held against."""
        return replace(self, plan=replace(self.plan, categories=(), payees=(), series=()), categories=frozenset())

    def pick(self, shares: Iterable[Share], period: Period) -> list[Share]:
        return [share for share in shares if share.booking_date in period and self.is_meant(share)]

    def is_meant(self, share: Share) -> bool:
        plan = self.plan
        if share.is_transfer or (plan.currency and share.currency != plan.currency):
            return False
        if plan.payees and share.payee_id not in plan.payees:
            return False
        if plan.series and share.transaction_id not in self.rows:
            return False
        if plan.accounts and share.account_id not in plan.accounts:
            return False
        if plan.categories and (share.category_id or 0) not in self.categories:
            return False
        return self._is_that_way(share) and self._is_that_large(share)

    def _is_that_way(self, share: Share) -> bool:
        whole = self.wholes[share.transaction_id]
        if self.plan.direction == "spending":
            return whole < 0
        return whole > 0 if self.plan.direction == "income" else True

    def _is_that_large(self, share: Share) -> bool:
        """A bound is an amount in the base currency; a row in another has no size to hold against it."""
        if not self.plan.minimum and not self.plan.maximum:
            return True
        low, high = self.bounds.get(share.currency, (None, None))
        if low is None and high is None:
            return False
        size = abs(self.wholes[share.transaction_id])
        return (low is None or size >= low) and (high is None or size <= high)


def by_currency(shares: Sequence[Share]) -> dict[str, list[Share]]:
    found: defaultdict[str, list[Share]] = defaultdict(list)
    for share in shares:
        found[share.currency].append(share)
    return dict(found)
