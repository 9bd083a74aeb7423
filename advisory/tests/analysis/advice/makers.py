"""Small ledgers by hand for rules of advice, with findings written out instead of found."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from advisory.analysis.advice.choice import candidates
from advisory.analysis.advice.inputs import AdviceInputs, Said, state_of
from advisory.analysis.advice.piece import Advice
from advisory.analysis.carried.answers import assumption, follow_up
from advisory.analysis.carried.keys import SUBJECTS, advice_key
from advisory.analysis.facts import FactBook
from advisory.analysis.findings import Alert, CashDay, CashForecast, PriceChange, Series
from advisory.analysis.history import History
from advisory.analysis.study import Study
from advisory.tests.households import NAMESPACE
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.default_categories import DEFAULT_CATEGORIES
from transactions.ledger.period import add_months, parse_month

AS_OF = date(2026, 10, 31)
MONTH = parse_month("2026-10")
CATEGORIES = {one.key: (place, one) for place, one in enumerate(DEFAULT_CATEGORIES, start=1)}
GIRO, SAVINGS, CARD, LOAN = 1, 2, 3, 4
KINDS = {GIRO: "checking", SAVINGS: "savings", CARD: "credit_card", LOAN: "loan"}


def months_ago(count: int, day: int) -> date:
    return add_months(MONTH.start, -count).replace(day=day)


@dataclass
class Ledger:
    """Rows, series and alerts as a test writes them. `openings` by account, minor units."""

    openings: dict[int, int] = field(default_factory=lambda: {GIRO: 1_000_000})
    shares: list[Share] = field(default_factory=list)
    keys: dict[int, str] = field(default_factory=dict)
    series: list[Series] = field(default_factory=list)
    alerts: list[Alert] = field(default_factory=list)
    forecasts: list[CashForecast] = field(default_factory=list)
    said: Said = field(default_factory=Said)

    def book(self, day: date, minor: int, payee: str, key: str = "", account: int = GIRO) -> int:
        place, category = CATEGORIES.get(key, (None, None))
        pk = len(self.shares) + 1
        self.keys[pk] = payee.casefold()
        self.shares.append(
            Share(
                pk, day, minor, "EUR", account, None, payee, place, key, category.name if category else "",
                bool(category and category.is_essential), text=payee,
            )
        )  # fmt: skip
        return pk

    def move(self, day: date, minor: int) -> None:
        self.book(day, -minor, "Own savings", "transfer")
        self.shares[-1] = replace(self.shares[-1], is_transfer=True)

    def contract(
        self, payee: str, minors: Sequence[int], day: int = 5, key: str = "subscriptions", **found: Any
    ) -> Series:
        """Monthly rows, the last of them in the month under study, and the series an engine makes of them."""
        count = len(minors)
        ids = [self.book(months_ago(count - 1 - place, day), minor, payee, key) for place, minor in enumerate(minors)]
        return self.found(ids, **found)

    def found(self, ids: Sequence[int], **found: Any) -> Series:
        rows = [self.shares[pk - 1] for pk in ids]
        last = rows[-1]
        changes = [
            PriceChange(new.booking_date, old.amount_minor, new.amount_minor)
            for old, new in pairwise(rows)
            if old.amount_minor != new.amount_minor
        ]
        given: dict[str, Any] = {
            "ids": tuple(ids), "payee_key": last.payee_name.casefold(), "label": last.payee_name, "currency": "EUR",
            "account": str(last.account_id), "cadence": "monthly", "role": "subscription", "status": "active",
            "day": last.booking_date.day, "first_date": rows[0].booking_date, "last_date": last.booking_date,
            "next_date": add_months(last.booking_date.replace(day=1), 1).replace(day=last.booking_date.day),
            "next_from": None, "next_until": None, "amount_minor": last.amount_minor,
            "amount_low": last.amount_minor, "amount_high": last.amount_minor, "price_changes": tuple(changes),
        }  # fmt: skip
        series = Series(**(given | found))
        self.series.append(series)
        return series

    def alert(self, kind: str, *ids: int, score: float = 0.95) -> None:
        size = abs(self.shares[ids[-1] - 1].amount_minor)
        self.alerts.append(Alert(kind, ids, (), 1 - score, score, size, "made"))

    def forecast(self, shortfall: float, lowest: int = -5_000) -> None:
        days = tuple(CashDay(AS_OF + timedelta(days=ahead), lowest if ahead == 9 else 10_000) for ahead in range(1, 31))
        self.forecasts.append(
            CashForecast("EUR", "", AS_OF, False, 10_000, days, (), (1,), (), "made@1", shortfall=shortfall)
        )

    def states(self, end: date) -> list[AccountState]:
        return [
            AccountState(
                account, f"Account {account}", KINDS[account], "EUR",
                opening + sum(s.amount_minor for s in self.shares if s.account_id == account and s.booking_date <= end),
                has_known_opening=True,
            )
            for account, opening in self.openings.items()
        ]  # fmt: skip

    def inputs(self, as_of: date = AS_OF, *, is_partial: bool = False) -> AdviceInputs:
        columns = Columns.of(self.shares)
        history = History.of(columns, self.states(MONTH.last_day), MONTH, "EUR", is_partial=is_partial)
        study = Study(history, FactBook.over(columns, NAMESPACE))
        return AdviceInputs.of(
            study, columns, as_of, series=self.series, alerts=self.alerts, forecasts=self.forecasts,
            health=state_of(study), accounts=self.states(as_of), keys=self.keys, said=self.said,
        )  # fmt: skip

    def says(self, rule: str, *, is_partial: bool = False) -> list[Advice]:
        found = [one for one in candidates(self.inputs(is_partial=is_partial)) if one.rule == rule]
        for one in found:
            assert_travels(one)
        return found

    def live(self, months: int = 12, *, pay: int = 250_000, food: int = 30_000, out: int = 10_000) -> None:
        """Pay, rent, food and evenings out in each month up to the one under study."""
        for back in range(months - 1, -1, -1):
            self.book(months_ago(back, 1), -90_000, "Linden Housing", "rent_mortgage")
            self.book(months_ago(back, 9), -food, "Corner Market", "groceries")
            self.book(months_ago(back, 17), -out, "Trattoria Sole", "restaurants")
            self.book(months_ago(back, 25), pay, "Harbour Employer", "income_salary")

    def pay_series(self, **found: Any) -> Series:
        ids = [one.transaction_id for one in self.shares if one.payee_name == "Harbour Employer"]
        return self.found(ids, role="income", **found)


def assert_travels(advice: Advice) -> None:
    """What a rule freezes is known to an export as a whole: with every id as it was, it comes back as it was."""
    if advice.follow_up is not None:
        frozen = json.loads(json.dumps(advice.follow_up.as_json()))
        assert follow_up(frozen, lambda _table, old: old) == {**frozen, "baseline_fact": ""}
    for one in advice.assumptions:
        assert assumption(one.as_json(), lambda _table, old: old) == one.as_json()
    assert advice_key(advice.key, lambda _table, old: old) == advice.key
    assert advice.rule in SUBJECTS or not re.search(r"\b(account|category)=", advice.subject)


def gains(advice: Advice) -> tuple[str, str, str]:
    assert advice.gain
    return advice.gain.low.value, advice.gain.mid.value, advice.gain.high.value
