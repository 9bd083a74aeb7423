"""What can be tried out: changes to the money that is expected. Each is a plain value; nothing is booked.

Amounts are signed minor units as everywhere: leaving is negative. A change without a first day holds from tomorrow on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from advisory.analysis.findings import Series
from advisory.analysis.planning.debts import Debt


@dataclass(frozen=True, slots=True)
class CancelSeries:
    """No payment of the series from that day on."""

    series: Series
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class ChangeAmount:
    """Another price, or a rise in pay: every payment of the series is `to_minor` from that day on."""

    series: Series
    to_minor: int
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class AddPayment:
    """A payment that is not expected yet: once where no cadence is given, else in its rhythm up to `until`, included.

    A purchase is one; so is a new contract, a loan that is paid out, a second income.
    """

    minor: int
    first_day: date
    cadence: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class LoseIncome:
    """No income for so many months from that day on: of these series, or of every income there is where none is named.

    After that it comes again as expected.
    """

    months: int
    from_day: date
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveDueDay:
    """Payments of the series fall on another day (1 to 31, held to the length) of the same month."""

    series: Series
    day: int
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class ChangeCategory:
    """So many per cent more (negative: less) in one category than is expected, spread evenly over each month's days.

    Of what is expected without the scenario: what other changes do to the same category is not looked at.
    """

    category: str
    per_cent: Decimal
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class PayDebtFaster:
    """So much more on a debt each month (positive), until it is paid; then neither that nor its minimum leaves.

    `day`: of the month on which it is paid.
    """

    debt: Debt
    extra_minor: int
    day: int = 1


Change = CancelSeries | ChangeAmount | AddPayment | LoseIncome | MoveDueDay | ChangeCategory | PayDebtFaster


@dataclass(frozen=True, slots=True)
class Scenario:
    """Changes in the order in which they are made."""

    changes: tuple[Change, ...] = field(default=())
