"""What the owner says of debts: rates, least payments, an order of their own, and what is paid on top."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction

from accounts.access import editable_by, get_editable
from accounts.errors import NotFoundError
from accounts.models import User
from advisory.analysis.planning.payoff import BORROWED_KINDS
from advisory.models import DebtTerms, PayoffChoice
from transactions.models import LedgerAccount
from transactions.services.given import currency_code, field_error, minor

HIGHEST_RATE = 200
RATE_PLACES = -3


@transaction.atomic
def debt_terms_set(
    *, owner: User, account_id: int, rate: Decimal, least: Decimal, position: int | None = None
) -> DebtTerms:
    """`rate` per cent a year; `least` what must be paid a month, in the account's currency. DomainError naming the
    field for what cannot be, NotFoundError for an account that lends nothing. Without a position a new one comes last.
    """
    account = get_editable(LedgerAccount.objects.select_for_update(no_key=True), owner, account_id)
    if account.kind not in BORROWED_KINDS:
        raise NotFoundError("debt")
    mine = editable_by(DebtTerms.objects.all(), owner)
    row = mine.filter(account=account).first() or DebtTerms(owner=owner, account=account, position=mine.count() + 1)
    row.rate = _rate(rate)
    row.least_minor = minor(least, account.currency, "least")
    if row.least_minor < 0:
        raise field_error("least", "It cannot be negative.")
    row.position = row.position if position is None else position
    row.save()
    return row


def _rate(rate: Decimal) -> Decimal:
    if not 0 <= rate <= HIGHEST_RATE:
        raise field_error("rate", f"Give the rate in per cent a year, from 0 to {HIGHEST_RATE}.")
    if rate != round(rate, -RATE_PLACES):
        raise field_error("rate", "Give the rate with at most three decimals.")
    return rate


def debt_terms_forget(*, owner: User, account_id: int) -> None:
    """Quiet where nothing was said."""
    editable_by(DebtTerms.objects.filter(account_id=account_id), owner).delete()


@transaction.atomic
def payoff_choose(*, owner: User, currency: str, extra: Decimal, order: str) -> PayoffChoice:
    """How debts of this currency are paid off. DomainError naming the field for what cannot be."""
    code = currency_code(currency)
    extra_minor = minor(extra, code, "extra")
    if extra_minor < 0:
        raise field_error("extra", "It cannot be negative.")
    values = {"extra_minor": extra_minor, "order": order}
    row, _ = PayoffChoice.objects.update_or_create(owner=owner, currency=code, defaults=values)
    return row
