"""Debts of one currency as their owner says they are, paid off in every way, with the days on which they are gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from advisory.analysis.planning.debts import Debt, DebtChoice, DebtPlan, debt_choice
from transactions.ledger.columns import AccountState
from transactions.ledger.period import add_months

VERSION = "debts@1"
BORROWED_KINDS = ("loan", "credit_card")
Why = Literal["saves_interest", "easier_to_keep", "never_ends", "one_debt"]


@dataclass(frozen=True, slots=True)
class DebtTermsSaid:
    """`rate`: per cent a year; `least_minor`: positive, a month."""

    account_id: int
    rate: Decimal
    least_minor: int


@dataclass(frozen=True, slots=True)
class PayoffSaid:
    """`terms` in the owner's own order; `extra`: minor units a month on top of the least payments, by currency."""

    terms: tuple[DebtTermsSaid, ...] = ()
    extra: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Payoff:
    """`debts`: accounts with their terms, in the owner's order, and `choice` the plans; None where no account both owes
    and has terms. Debts are named by their account's id. `unknown`: accounts that owe and have no terms."""

    currency: str
    extra_minor: int
    debts: tuple[tuple[AccountState, DebtTermsSaid], ...]
    choice: DebtChoice | None
    unknown: tuple[AccountState, ...]

    @property
    def plans(self) -> tuple[DebtPlan, ...]:
        if self.choice is None:
            return ()
        own = () if self.choice.own is None else (self.choice.own,)
        return (self.choice.least, self.choice.avalanche, self.choice.snowball, *own)

    @property
    def advised(self) -> DebtPlan | None:
        return next((plan for plan in self.plans if self.choice and plan.order == self.choice.advised), None)

    @property
    def why(self) -> Why:
        """Why that way is advised."""
        choice = self.choice
        if choice is None or len(self.debts) < 2:
            return "one_debt"
        if choice.avalanche.is_endless:
            return "never_ends"
        return "saves_interest" if choice.advised == "avalanche" else "easier_to_keep"


def payoff_of(
    accounts: Sequence[AccountState], said: PayoffSaid, currency: str, extra_minor: int | None = None
) -> Payoff:
    """`extra_minor`: instead of what the owner says. Raises ValueError for a negative one."""
    owing = {
        one.account_id: one
        for one in accounts
        if one.kind in BORROWED_KINDS and one.currency == currency and one.balance_minor < 0
    }
    debts = tuple((owing[one.account_id], one) for one in said.terms if one.account_id in owing)
    known = {account.account_id for account, _ in debts}
    extra = said.extra.get(currency, 0) if extra_minor is None else extra_minor
    given = [Debt(name_of(account), -account.balance_minor, one.rate, one.least_minor) for account, one in debts]
    choice = debt_choice(given, extra, [one.name for one in given]) if given else None
    unknown = tuple(one for pk, one in sorted(owing.items()) if pk not in known)
    return Payoff(currency, extra, debts, choice, unknown)


def name_of(account: AccountState) -> str:
    return str(account.account_id)


def currencies_owed(accounts: Sequence[AccountState]) -> list[str]:
    """Those in which a loan or a card owes something, each once."""
    return sorted({one.currency for one in accounts if one.kind in BORROWED_KINDS and one.balance_minor < 0})


def month_of_plan(as_of: date, number: int) -> date:
    """First day of a plan's month; the first one is the month after `as_of`."""
    return add_months(as_of.replace(day=1), number)
