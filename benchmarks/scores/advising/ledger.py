"""A ledger that a script writes row by row, read by the engines as they read any other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from advisory.analysis.advice.choice import candidates
from advisory.analysis.advice.inputs import AdviceInputs, Said, state_of
from advisory.analysis.advice.piece import Advice
from advisory.analysis.alerts import Feedback, find_alerts
from advisory.analysis.engine import with_transfers
from advisory.analysis.engine_forecast import cash_ahead
from advisory.analysis.facts import FactBook
from advisory.analysis.findings import Alert, CashForecast, Series
from advisory.analysis.history import History
from advisory.analysis.outcomes.accepted import Accepted, Measured, Since
from advisory.analysis.outcomes.measure import measure
from advisory.analysis.rows import Row, Rows
from advisory.analysis.series import Known, detect_series
from advisory.analysis.series.keys import household_keys
from advisory.analysis.study import Study
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.default_categories import DEFAULT_CATEGORIES
from transactions.ledger.period import month_of

NAMESPACE = "scripted"
CURRENCY = "EUR"
CATEGORIES = {one.key: (place, one) for place, one in enumerate(DEFAULT_CATEGORIES, start=1)}
CURRENT, SAVINGS, LOAN = 1, 2, 3
KINDS = {CURRENT: ("Giro", "checking"), SAVINGS: ("Savings", "savings"), LOAN: ("Car loan", "loan")}
DAY = timedelta(days=1)


@dataclass
class Ledger:
    """Shares of whole rows, and the engines over them up to any day. `openings` by account, minor units."""

    dice: Random
    openings: dict[int, int] = field(default_factory=lambda: {CURRENT: 500_000})
    shares: list[Share] = field(default_factory=list)
    said: Said = field(default_factory=Said)
    returned: frozenset[int] = frozenset()
    values: dict[str, str] = field(default_factory=dict)
    with_cash: bool = False

    def book(self, day: date, minor: int, payee: str, key: str = "", account: int = CURRENT) -> int:
        place, category = CATEGORIES.get(key, (None, None))
        share = Share(
            transaction_id=len(self.shares) + 1,
            booking_date=day,
            amount_minor=minor,
            currency=CURRENCY,
            account_id=account,
            payee_name=payee,
            category_id=place,
            category_key=key,
            category_name=category.name if category else "",
            is_essential=bool(category and category.is_essential),
            text=payee,
        )
        self.shares.append(share)
        return share.transaction_id

    def move(self, day: date, minor: int, into: int = SAVINGS) -> None:
        """A confirmed transfer from the current account."""
        for account, amount in ((CURRENT, -minor), (into, minor)):
            self.book(day, amount, "Own transfer", "transfer", account)
            self.shares[-1] = replace(self.shares[-1], is_transfer=True)

    def columns(self, as_of: date) -> Columns:
        return Columns.of(one for one in self.shares if one.booking_date <= as_of)

    def accounts(self, as_of: date) -> list[AccountState]:
        return [
            AccountState(key, *KINDS[key], CURRENCY, opening + self._moved(key, as_of), has_known_opening=True)
            for key, opening in sorted(self.openings.items())
        ]

    def _moved(self, account: int, as_of: date) -> int:
        return sum(one.amount_minor for one in self.shares if one.account_id == account and one.booking_date <= as_of)

    def rows(self, as_of: date) -> Rows:
        return Rows.of(
            Row(one.transaction_id, one.booking_date, one.amount_minor, CURRENCY, str(one.account_id),
                one.text, "", one.category_name, one.is_transfer)
            for one in self.shares if one.booking_date <= as_of
        )  # fmt: skip

    def found(self, as_of: date) -> tuple[tuple[Series, ...], tuple[Alert, ...], tuple[CashForecast, ...], Rows]:
        rows = with_transfers(self.rows(as_of), ())
        series = detect_series(rows, as_of, known=Known(cancelled=self.said.cancelled))
        alerts = find_alerts(rows, series, as_of, feedback=Feedback(returned=self.returned))
        balances = {str(one.account_id): one.balance_minor for one in self.accounts(as_of) if one.kind == "checking"}
        return series, alerts, cash_ahead(rows, series, balances, as_of, 60) if self.with_cash else (), rows

    def inputs(self, as_of: date) -> AdviceInputs:
        columns = self.columns(as_of)
        month = month_of((as_of + DAY).replace(day=1) - DAY)
        states = self.accounts(month.last_day)
        study = Study(History.of(columns, states, month, CURRENCY, is_partial=False), FactBook.over(columns, NAMESPACE))
        series, alerts, forecasts, rows = self.found(as_of)
        return AdviceInputs.of(
            study,
            columns,
            as_of,
            series=series,
            alerts=alerts,
            forecasts=forecasts,
            health=state_of(study),
            accounts=self.accounts(as_of),
            keys=dict(zip(rows.ids.tolist(), household_keys(rows, {}), strict=True)),
            said=self.said,
        )

    def advice(self, rule: str, as_of: date) -> list[Advice]:
        """What this rule says, whatever else is said."""
        return [one for one in candidates(self.inputs(as_of)) if one.rule == rule and not one.is_question]

    def outcome(self, piece: Advice, accepted_on: date, as_of: date) -> Measured:
        """What has come of a piece that was accepted on a day."""
        assert piece.follow_up is not None
        follow = piece.follow_up
        accepted = Accepted(follow.kind, follow.watch, accepted_on, follow.window_days)
        rows = self.rows(as_of)
        since = Since(
            as_of,
            self.columns(as_of).shares,
            dict(zip(rows.ids.tolist(), household_keys(rows, {}), strict=True)),
            detect_series(rows, as_of),
            tuple(self.accounts(as_of)),
            self.values,
        )
        return measure(accepted, since)
