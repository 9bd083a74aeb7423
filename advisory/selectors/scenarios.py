"""Reading saved scenarios, and the stored forecast that they are tried on: nothing is forecast anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from accounts.access import get_visible, visible_to
from accounts.models import User
from advisory.analysis.bills.declared import mark_of
from advisory.analysis.findings import Backtest, CashDay, CashForecast, MonthsAhead, Payment, Series
from advisory.analysis.planning.compared import Compared, compare, months_on
from advisory.analysis.planning.debts import Debt
from advisory.analysis.planning.further import drawn_out
from advisory.analysis.planning.payoff import BORROWED_KINDS, name_of
from advisory.analysis.planning.scenario import Outlook
from advisory.analysis.planning.written import Known, Written, change_of
from advisory.models import ForecastRun, RecurringSeries, SavedScenario
from advisory.selectors.debts import payoffs_said
from advisory.selectors.findings import category_names, forecast_newest
from advisory.selectors.series import series_of
from transactions.ledger.money import to_minor
from transactions.selectors.columns import account_states


def scenario_list(*, owner: User) -> QuerySet[SavedScenario]:
    return visible_to(SavedScenario.objects.all(), owner).order_by("-id")


def scenario_get(*, owner: User, scenario_id: object) -> SavedScenario:
    return get_visible(scenario_list(owner=owner), owner, scenario_id)


@dataclass(frozen=True, slots=True)
class Subjects:
    """What changes in one currency may be about, and how it is called. `series` and `series_ids` by each row of theirs;
    `accounts`: names of what could owe something."""

    known: Known
    series: tuple[Series, ...] = ()
    series_ids: Mapping[int, int] = field(default_factory=dict)
    labels: Mapping[int, str] = field(default_factory=dict)
    accounts: Mapping[int, str] = field(default_factory=dict)


def subjects_for(*, owner: User, currency: str, as_of: date) -> Subjects:
    """A fixed number of queries, whatever the changes are."""
    rows = list(visible_to(RecurringSeries.objects.filter(currency=currency).order_by("-pk"), owner))
    by_row = _by_row(rows)
    rows = [row for row in rows if row.merged_into_id is None]
    found = {row.pk: replace(series_of(row), role=str(row.effective("role"))) for row in rows}
    states = account_states(owner=owner, as_of=as_of + timedelta(days=1))
    owing = {one.account_id: one for one in states if one.kind in BORROWED_KINDS and one.currency == currency}
    debts = {
        one.account_id: Debt(
            name_of(owing[one.account_id]), -owing[one.account_id].balance_minor, one.rate, one.least_minor
        )
        for one in payoffs_said(owner=owner).terms
        if one.account_id in owing and owing[one.account_id].balance_minor < 0
    }
    known = Known(as_of, {pk: found[row.pk] for pk, row in by_row.items()}, category_names(owner=owner), debts)
    return Subjects(
        known,
        tuple(found.values()),
        {pk: row.pk for pk, row in by_row.items()},
        {row.pk: str(row.effective("label")) for row in rows},
        {pk: one.name for pk, one in owing.items()},
    )


def _by_row(rows: Sequence[RecurringSeries]) -> dict[int, RecurringSeries]:
    """The series that counts by each row of it; a declared one by the mark of its own too, which outlives its first
    rows."""
    by_pk = {row.pk: row for row in rows}
    by_row: dict[int, RecurringSeries] = {}
    for row in rows:
        head, seen = row, {row.pk}
        while head.merged_into_id in by_pk and head.merged_into_id not in seen:
            head = by_pk[head.merged_into_id]
            seen.add(head.pk)
        by_row |= dict.fromkeys((*row.transactions, mark_of(row.pk)), head)
    return by_row


def rows_of_running(*, owner: User, currencies: Sequence[str]) -> dict[int, int]:
    """The running series that money leaves by, by each of their rows."""
    rows = RecurringSeries.objects.filter(
        currency__in=currencies, status__in=("early", "active"), amount_minor__lt=0, merged_into=None
    ).exclude(decision=RecurringSeries.Decision.IGNORED)
    found = visible_to(rows.order_by("pk"), owner).values_list("pk", "transactions")
    return {row: pk for pk, members in found for row in members}


@dataclass(frozen=True, slots=True)
class Trial:
    """Scenarios on one forecast. `run` None: nothing has been analysed. `baseline` is the trial of no change at all;
    `tried` in the order they were asked for. `has_band`: the forecast was closer than repeating the past."""

    currency: str
    months: int
    run: ForecastRun | None
    subjects: Subjects
    baseline: Compared | None = None
    tried: tuple[Compared, ...] = ()

    @property
    def has_band(self) -> bool:
        return self.run is not None and self.run.beats_naive is not False


def scenarios_tried(
    *, owner: User, currency: str, months: int, scenarios: Sequence[Sequence[Written]], today: date
) -> Trial:
    """`scenarios`: the changes of each, as they are written down. Reads the forecast once for all of them."""
    run = forecast_newest(owner=owner, currency=currency)
    subjects = subjects_for(owner=owner, currency=currency, as_of=run.as_of if run else today)
    if run is None or not run.cash.get("daily"):
        return Trial(currency, months, None, subjects)
    outlook = outlook_of(run, subjects.series, months)
    tried = tuple(compare(outlook, [change_of(one, subjects.known) for one in changes]) for changes in scenarios)
    return Trial(currency, months, run, subjects, compare(outlook, ()), tried)


def outlook_of(run: ForecastRun, series: tuple[Series, ...], months: int) -> Outlook:
    """The stored forecast of all accounts together, so many months long; categories are named by their ids."""
    total, *_ = drawn_out(*_stored(run), months_on(run.as_of, months))
    ahead = tuple(_months(run, line) for line in run.months if line["category"] is not None)
    return Outlook(total, series, ahead)


def _stored(run: ForecastRun) -> tuple[CashForecast, list[CashForecast]]:
    """(all accounts together, each of them)"""
    code = run.currency
    payments = tuple(
        Payment(date.fromisoformat(one["date"]), _minor(one["amount"], code), one["account"], one["evidence"])
        for one in run.cash.get("payments", [])
    )
    total = _line(run, run.cash, "", payments)
    parts = [
        _line(run, cash, account, tuple(one for one in payments if one.account == account))
        for account, cash in run.cash.get("accounts", {}).items()
    ]
    return total, parts


def _line(run: ForecastRun, cash: Mapping[str, Any], account: str, payments: tuple[Payment, ...]) -> CashForecast:
    code, is_whole = run.currency, not account
    days = tuple(
        CashDay(
            date.fromisoformat(day["date"]), _minor(day["mid"], code), _end(day["low"], code), _end(day["high"], code)
        )
        for day in cash.get("daily", [])
    )
    return CashForecast(
        currency=code,
        account=account,
        as_of=run.as_of,
        is_change=run.is_change,
        start_minor=_minor(cash["start"], code),
        days=days,
        backtests=(Backtest(30, run.windows, mase=run.mase, coverage=run.coverage, beats_naive=run.beats_naive),),
        row_ids=(),
        payments=payments,
        version=run.engine,
        method=cash.get("method", ""),
        shortfall=cash.get("shortfall") if is_whole else None,
    )


def _months(run: ForecastRun, line: Mapping[str, Any]) -> MonthsAhead:
    code, months = run.currency, line["months"]
    return MonthsAhead(
        currency=code,
        category=str(line["category"]),
        months=tuple(date.fromisoformat(f"{one['month']}-01") for one in months),
        mid=tuple(_minor(one["mid"], code) for one in months),
        low=tuple(_end(one["low"], code) for one in months),
        high=tuple(_end(one["high"], code) for one in months),
        method=line["method"],
        backtest=Backtest(0),
        row_ids=(),
    )


def _minor(text: str, currency: str) -> int:
    return to_minor(Decimal(text), currency)


def _end(text: str | None, currency: str) -> int | None:
    return None if text is None else _minor(text, currency)
