"""Reading debts: loans and cards that are drawn, what they cost, and how they are paid off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from accounts.access import get_visible, visible_to
from accounts.errors import NotFoundError
from accounts.models import User
from advisory.analysis.planning.payoff import (
    BORROWED_KINDS,
    DebtTermsSaid,
    Payoff,
    PayoffSaid,
    currencies_owed,
    payoff_of,
)
from advisory.models import DebtTerms, PayoffChoice
from transactions.ledger.columns import AccountState
from transactions.models import LedgerAccount
from transactions.selectors.columns import account_states
from transactions.selectors.summary import base_currency


@dataclass(frozen=True, slots=True)
class DebtRow:
    """A loan or a card at the end of a day. `owed_minor` is positive, zero where nothing is owed."""

    account: AccountState
    terms: DebtTerms | None

    @property
    def owed_minor(self) -> int:
        return max(-self.account.balance_minor, 0)


def debt_rows(*, owner: User, today: date) -> list[DebtRow]:
    """Every loan and card, drawn or not; in the owner's own order, those without terms last."""
    states = account_states(owner=owner, as_of=today + timedelta(days=1))
    terms = {row.account_id: row for row in visible_to(DebtTerms.objects.all(), owner)}
    rows = [DebtRow(one, terms.get(one.account_id)) for one in states if one.kind in BORROWED_KINDS]
    return sorted(rows, key=lambda row: (row.terms is None, row.terms.position if row.terms else 0, _id(row)))


def _id(row: DebtRow) -> int:
    return row.account.account_id


def debt_get(*, owner: User, account_id: object, today: date) -> DebtRow:
    """NotFoundError for an account that is not there or lends nothing."""
    account = get_visible(LedgerAccount.objects.all(), owner, account_id)
    rows = debt_rows(owner=owner, today=today)
    found = next((row for row in rows if row.account.account_id == account.pk), None)
    if found is None:
        raise NotFoundError("debt")
    return found


def payoff_choices(*, owner: User) -> list[PayoffChoice]:
    return list(visible_to(PayoffChoice.objects.order_by("currency"), owner))


def payoffs_said(*, owner: User) -> PayoffSaid:
    """What the owner says of debts, as plans read it."""
    terms = visible_to(DebtTerms.objects.order_by("position", "id"), owner)
    return PayoffSaid(
        terms=tuple(DebtTermsSaid(row.account_id, row.rate, row.least_minor) for row in terms),
        extra={one.currency: one.extra_minor for one in payoff_choices(owner=owner)},
    )


def debt_words(owner: User) -> Sequence[tuple[Any, ...]]:
    """The user's word about debts, for the hash of all that a report sees."""
    said = payoffs_said(owner=owner)
    return [*((one.account_id, str(one.rate), one.least_minor) for one in said.terms), *sorted(said.extra.items())]


def payoff_for(
    *, owner: User, today: date, currency: str | None = None, extra_minor: int | None = None
) -> tuple[Payoff, str]:
    """All plans for the debts of one currency, and the order that the owner chose. Without a currency the base
    currency's where something is owed in it, else that of the first that is owed."""
    accounts = account_states(owner=owner, as_of=today + timedelta(days=1))
    code = currency or _usual(currencies_owed(accounts), base_currency(owner=owner))
    chosen = next((one.order for one in payoff_choices(owner=owner) if one.currency == code), None)
    found = payoff_of(accounts, payoffs_said(owner=owner), code, extra_minor)
    return found, chosen or str(PayoffChoice.Order.AVALANCHE)


def _usual(owed: Sequence[str], base: str) -> str:
    return base if base in owed or not owed else owed[0]
