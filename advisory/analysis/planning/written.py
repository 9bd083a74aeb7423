"""Changes as they are written down: plain JSON that outlives a run and travels with an export.

A series is named by one of its rows, since rows keep their identity where series are found anew. Keys: `kind`, then
what the kind needs; amounts are whole minor units of the scenario's currency, signed; days are ISO dates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from advisory.analysis.findings import Series
from advisory.analysis.planning.changes import (
    AddPayment,
    CancelSeries,
    Change,
    ChangeAmount,
    ChangeCategory,
    LoseIncome,
    MoveDueDay,
    PayDebtFaster,
)
from advisory.analysis.planning.debts import Debt

KINDS = ("cancel", "amount", "due_day", "add", "lose_income", "category", "debt")
Written = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What changes may speak of. `series` by each of their rows; `categories`: names by id; `debts` by account id.

    `as_of`: the last day seen; what was to begin before begins with the day after.
    """

    as_of: date
    series: Mapping[int, Series] = field(default_factory=dict)
    categories: Mapping[int, str] = field(default_factory=dict)
    debts: Mapping[int, Debt] = field(default_factory=dict)


def change_of(written: Written, known: Known) -> Change | None:
    """None where what it is about is no longer there."""
    return READERS[written["kind"]](written, known)


def _day(written: Written, name: str) -> date | None:
    text = written.get(name)
    return date.fromisoformat(text) if text else None


def _cancel(written: Written, known: Known) -> Change | None:
    series = known.series.get(written["row"])
    return CancelSeries(series, _day(written, "from")) if series else None


def _amount(written: Written, known: Known) -> Change | None:
    series = known.series.get(written["row"])
    return ChangeAmount(series, written["amount"], _day(written, "from")) if series else None


def _due_day(written: Written, known: Known) -> Change | None:
    series = known.series.get(written["row"])
    return MoveDueDay(series, written["day"], _day(written, "from")) if series else None


def _add(written: Written, _known: Known) -> Change | None:
    first = date.fromisoformat(written["from"])
    return AddPayment(written["amount"], first, written.get("cadence", ""), _day(written, "until"))


def _lose_income(written: Written, known: Known) -> Change | None:
    rows = written.get("rows", [])
    found = [known.series[row] for row in rows if row in known.series]
    if len(found) < len(rows):
        return None
    return LoseIncome(written["months"], _day(written, "from") or known.as_of + timedelta(days=1), tuple(found))


def _category(written: Written, known: Known) -> Change | None:
    if written["category"] not in known.categories:
        return None
    return ChangeCategory(str(written["category"]), Decimal(written["per_cent"]), _day(written, "from"))


def _debt(written: Written, known: Known) -> Change | None:
    debt = known.debts.get(written["account"])
    return PayDebtFaster(debt, written["amount"]) if debt else None


READERS: Mapping[str, Callable[[Written, Known], Change | None]] = {
    "cancel": _cancel,
    "amount": _amount,
    "due_day": _due_day,
    "add": _add,
    "lose_income": _lose_income,
    "category": _category,
    "debt": _debt,
}
