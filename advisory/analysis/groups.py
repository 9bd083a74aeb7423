"""The month by category and by payee, each held against the user's own normal: the median of up to six full months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.history import tidy
from advisory.analysis.payees.shares import payee_key, payee_shown
from advisory.analysis.robust import middle
from advisory.analysis.study import UNNAMED, Study, spanning
from transactions.ledger.columns import Share

LISTED_PAYEES = 8
MOVERS_EACH_WAY = 4
# A move smaller than this part of the month's normal spending is noise, not news.
WORTH_TELLING = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """One category or payee: this month, its part of all spending, its normal and the exact difference."""

    key: str
    now: FactDraft
    part: FactDraft | None
    normal: FactDraft | None
    change: FactDraft | None


@dataclass(frozen=True, slots=True)
class Grouping:
    """How shares are put together: the word for it, the key of a share (empty: left out) and its name for people."""

    word: str
    key: Callable[[Share], str]
    name: Callable[[Share], str]


BY_CATEGORY = Grouping(
    "category",
    lambda share: str(share.category_id if share.category_id is not None else share.category_key or "none"),
    lambda share: tidy(share.category_name) or "Uncategorised",
)
BY_PAYEE = Grouping("payee", payee_key, lambda share: payee_shown(share) or UNNAMED)

Months = dict[date, list[Share]]


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups of one kind, by month, before any fact is made of them: cheap to compare."""

    study: Study
    grouping: Grouping
    shares: dict[str, Months]

    @classmethod
    def of(cls, study: Study, grouping: Grouping) -> Groups:
        shares: defaultdict[str, Months] = defaultdict(dict)
        for period in (*study.history.normal_months, study.month):
            for share in study.history.spent(period):
                if key := grouping.key(share):
                    shares[key].setdefault(period.start, []).append(share)
        return cls(study, grouping, dict(shares))

    def largest(self, count: int | None = None) -> list[GroupFigures]:
        """The groups with spending this month, largest first."""
        start = self.study.month.start
        spent = [key for key in self.shares if start in self.shares[key]]
        ranked = sorted(spent, key=lambda key: (self._minor(key, start), self._name(key), key))
        return [self.figures(key) for key in ranked[:count]]

    def movers(self) -> tuple[list[GroupFigures], list[GroupFigures]]:
        """Those that cost most more than normal, and those that cost most less; both largest first."""
        if not self.study.history.normal_months:
            return [], []
        noise = abs(sum((self._normal(key) for key in self.shares), Decimal(0))) * WORTH_TELLING
        moved = {key: self._minor(key, self.study.month.start) - self._normal(key) for key in self.shares}
        told = [key for key, change in moved.items() if abs(change) > noise]
        ranked = sorted(told, key=lambda key: (moved[key], self._name(key), key))
        up = [key for key in ranked if moved[key] < 0][:MOVERS_EACH_WAY]
        down = [key for key in reversed(ranked) if moved[key] > 0][:MOVERS_EACH_WAY]
        return [self.figures(key) for key in up], [self.figures(key) for key in down]

    def figures(self, key: str) -> GroupFigures:
        study, word = self.study, self.grouping.word
        named = {word: self._name(key), f"{word}_id": key}
        now = self._sum(key, study.month.start)
        part = study.book.ratio(f"{word}_part", now, study.spending(study.month), study.month, named)
        months = study.history.normal_months
        if not months:
            return GroupFigures(key, now, part, None, None)
        sums = [self._sum(key, period.start) for period in months]
        normal = study.median(f"{word}_normal", sums, spanning(months), **named)
        return GroupFigures(key, now, part, normal, study.difference(f"{word}_change", now, normal, **named))

    def _sum(self, key: str, start: date) -> FactDraft:
        word = self.grouping.word
        named = {word: self._name(key), f"{word}_id": key}
        period = next(month for month in (*self.study.history.normal_months, self.study.month) if month.start == start)
        return self.study.sum(f"{word}_spending", self.shares[key].get(start, ()), period, **named)

    def _minor(self, key: str, start: date) -> int:
        return total(self.shares[key].get(start, ()))

    def _normal(self, key: str) -> Decimal:
        months: Sequence[date] = [period.start for period in self.study.history.normal_months]
        return middle([Decimal(self._minor(key, start)) for start in months])

    def _name(self, key: str) -> str:
        """The name it carried last; a payee or category may have been renamed on the way."""
        months = self.shares[key]
        return self.grouping.name(months[max(months)][-1])


def total(shares: Iterable[Share]) -> int:
    return sum(share.amount_minor for share in shares)
