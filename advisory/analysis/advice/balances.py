"""What stands on accounts at the end of the last day seen, as figures that lead to their rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from advisory.analysis.advice.inputs import AdviceInputs
from advisory.analysis.facts import FactDraft
from advisory.analysis.health.balances import LIQUID_KINDS
from advisory.analysis.history import tidy
from advisory.analysis.study import day_before
from transactions.ledger.columns import AccountState, Share
from transactions.ledger.money import to_text
from transactions.ledger.period import Period


def liquid_accounts(inputs: AdviceInputs) -> list[AccountState]:
    """Current, savings and cash accounts of the base currency; none where the balance of one is not known."""
    found = [one for one in inputs.accounts if one.kind in LIQUID_KINDS and one.currency == inputs.currency]
    return found if all(one.has_known_opening for one in found) else []


def standing_minor(accounts: Sequence[AccountState]) -> int:
    return sum(one.balance_minor for one in accounts)


def standing(inputs: AdviceInputs, accounts: Sequence[AccountState]) -> FactDraft:
    """The sum of their balances."""
    parts = [balance_of(inputs, one) for one in accounts]
    period = Period(min(one.period.start for one in parts), inputs.as_of + timedelta(days=1))
    return inputs.study.book.derive("liquid_balance", "total@1", inputs.currency, period, inputs=parts)


def balance_of(inputs: AdviceInputs, account: AccountState) -> FactDraft:
    """The opening is taken as stated; the rows prove the rest."""
    rows = _shares(inputs, account)
    named = {"account": tidy(account.name), "account_id": str(account.account_id)}
    end = inputs.as_of + timedelta(days=1)
    begin = min([inputs.study.month.start, *(share.booking_date for share in rows)])
    moved = inputs.study.book.sum("account_movements", rows, Period(begin, end), account.currency, named)
    opening = account.balance_minor - sum(share.amount_minor for share in rows)
    stated = inputs.study.book.derive(
        "opening_balance", "stated@1", account.currency, day_before(begin),
        params={**named, "stated": to_text(opening, account.currency)},
    )  # fmt: skip
    return inputs.study.book.derive(
        "account_balance", "total@1", account.currency, Period(begin, end), inputs=(stated, moved), params=named
    )


def balance_rows(inputs: AdviceInputs, account: AccountState) -> list[int]:
    """Ids of the account's rows, oldest first."""
    return [share.transaction_id for share in _shares(inputs, account)]


def _shares(inputs: AdviceInputs, account: AccountState) -> list[Share]:
    return [
        share
        for one in inputs.bookings.values()
        for share in one.shares
        if share.account_id == account.account_id and share.currency == account.currency
    ]
