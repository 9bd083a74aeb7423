"""Everything that rules of advice are given, frozen: the month under study, the findings, what the user said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from advisory.analysis.advice.piece import Assumption
from advisory.analysis.facts import FactDraft
from advisory.analysis.findings import Alert, CashForecast, Series
from advisory.analysis.formulas import rounded
from advisory.analysis.health import Indicator
from advisory.analysis.health.balances import buffer_months
from advisory.analysis.health.flows import savings_rate
from advisory.analysis.history import Booking, tidy, whole_bookings
from advisory.analysis.study import UNNAMED, Study
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.money import is_currency
from transactions.ledger.period import Period


@dataclass(frozen=True, slots=True)
class GoalState:
    """A goal of the user's: `odds` of reaching it in time (0 to 1), `needed_minor` a month for good odds."""

    key: str
    label: str
    odds: Decimal
    needed_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class BudgetState:
    """One budget: `kept` of the last `months` it was kept, and what would be kept in seven of ten months."""

    key: str
    label: str
    kept: int
    months: int
    planned_minor: int
    proposed_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Said:
    """The user's word. `values`: {advice key: {assumption: text}}; `unused`: payee keys marked as no longer used;
    `unconfirmed`: payee keys that two quarterly questions left unanswered; `cancelled`: payee key to the day;
    `claimed`: rows whose money accepted advice counts already; `resting`: advice keys that are not to come now;
    `answers`: {rule: (taken, refused)}."""

    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    unused: frozenset[str] = frozenset()
    unconfirmed: frozenset[str] = frozenset()
    cancelled: Mapping[str, date] = field(default_factory=dict)
    claimed: frozenset[int] = frozenset()
    resting: frozenset[str] = frozenset()
    answers: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    goals: tuple[GoalState, ...] = ()
    budgets: tuple[BudgetState, ...] = ()


@dataclass(frozen=True, slots=True)
class AdviceInputs:
    """`as_of`: the last day seen, included; `accounts` and `bookings` are of that day, the study's month ends before.

    `keys`: payee key by transaction id, as the series have it.
    """

    study: Study
    as_of: date
    series: tuple[Series, ...]
    alerts: tuple[Alert, ...]
    forecasts: tuple[CashForecast, ...]
    health: tuple[Indicator, ...]
    accounts: tuple[AccountState, ...]
    bookings: Mapping[int, Booking]
    keys: Mapping[int, str]
    said: Said

    @classmethod
    def of(
        cls,
        study: Study,
        columns: Columns,
        as_of: date,
        *,
        series: Sequence[Series] = (),
        alerts: Sequence[Alert] = (),
        forecasts: Sequence[CashForecast] = (),
        health: Sequence[Indicator] = (),
        accounts: Sequence[AccountState] = (),
        keys: Mapping[int, str] | None = None,
        said: Said | None = None,
    ) -> AdviceInputs:
        seen = whole_bookings(share for share in columns.shares if share.booking_date <= as_of)
        return cls(
            study,
            as_of,
            tuple(series),
            tuple(alerts),
            tuple(forecasts),
            tuple(health),
            tuple(accounts),
            {one.transaction_id: one for one in seen},
            dict(keys or {}),
            said or Said(),
        )

    @property
    def currency(self) -> str:
        return self.study.currency

    @property
    def outgoing(self) -> list[Series]:
        """Running contracts that cost money, as far as one row of theirs is still there."""
        return [one for one in self._running if one.amount_minor < 0 and one.role != "saving"]

    @property
    def incomes(self) -> list[Series]:
        return [one for one in self._running if one.role == "income" and one.currency == self.currency]

    @property
    def _running(self) -> list[Series]:
        """A row may be deleted between the run's two reads; what it leaves empty is no contract any more."""
        return [one for one in self.series if one.is_running and self.charges(one)]

    @property
    def cash(self) -> CashForecast | None:
        """All accounts of the base currency together."""
        return next((one for one in self.forecasts if one.currency == self.currency and not one.account), None)

    def charges(self, series: Series) -> list[Booking]:
        """Its rows that are there, oldest first."""
        return [self.bookings[pk] for pk in series.ids if pk in self.bookings]

    def recent(self, days: int) -> list[Booking]:
        """Whole rows of the base currency of the last so many days, oldest first; transfers are left out."""
        since = self.as_of - timedelta(days=days)
        return [one for one in self.own_rows() if one.booking_date > since]

    def own_rows(self) -> list[Booking]:
        return [one for one in self.bookings.values() if is_own(one, self.currency)]

    def charge(self, booking: Booking, **params: str) -> FactDraft:
        return self.study.one("series_charge", booking, **params)

    def sum_of(self, metric: str, bookings: Iterable[Booking], **params: str) -> FactDraft:
        """The exact sum of whole rows of one currency; there is at least one."""
        shares = [share for one in bookings for share in one.shares]
        return self.study.book.sum(metric, shares, span_of(shares), shares[0].currency, params)

    def assume(self, key: str, name: str, default: str, unit: str, *, source: str = "default") -> Assumption:
        """The user's value of an assumption of the advice `key`, else the default."""
        said = self.said.values.get(key, {}).get(name)
        return Assumption(name, said, unit, "user") if said is not None else Assumption(name, default, unit, source)

    def stated(self, assumption: Assumption, **params: str) -> FactDraft:
        """An assumption as a figure that words can use."""
        unit = assumption.unit
        value = rounded(Decimal(assumption.value), unit) if is_currency(unit) else assumption.value
        named = {**params, "stated": value, "source": assumption.source}
        return self.study.book.derive(
            f"assumed_{assumption.key}", "stated@1", assumption.unit, self.study.month, params=named
        )

    def text_of(self, minor: int) -> str:
        return self.study.text_of(minor)


def state_of(study: Study) -> tuple[Indicator, ...]:
    """The indicators of health that rules lean on."""
    return savings_rate(study), buffer_months(study)


def is_own(booking: Booking, currency: str) -> bool:
    return booking.lead.currency == currency and not booking.lead.is_transfer


def about(series: Series) -> dict[str, str]:
    return {"payee": tidy(series.label) or UNNAMED}


def subject_of(series: Series) -> str:
    """The contract, whatever it costs today."""
    return f"{series.payee_key}:{series.cadence}:{series.currency}"


def span_of(shares: Sequence[Share]) -> Period:
    days = [share.booking_date for share in shares]
    return Period(min(days), max(days) + timedelta(days=1))


def money(fact: FactDraft) -> Decimal:
    return Decimal(fact.value)
