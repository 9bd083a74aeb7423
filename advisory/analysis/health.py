"""Health indicators: what the data can say about the state of a household, and where the bands come from.

Only full months enter. An indicator without the data it needs says which data it misses; it never guesses.
Bands are conventions, not laws; each function names its source.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from advisory.analysis.facts import FactDraft
from advisory.analysis.history import tidy
from advisory.analysis.study import Study, day_before, spanning
from transactions.ledger.columns import AccountState, Share
from transactions.ledger.period import Period

Verdict = Literal["good", "fair", "weak", "none"]

RECENT_MONTHS = 3
BUFFER_MONTHS = 6
LEAST_MONTHS_FOR_VOLATILITY = 6
LIQUID_KINDS = ("checking", "savings", "cash")
FEES_KEY = "fees"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator with the figures it is made of. `missing` says in plain words what it would need."""

    key: str
    verdict: Verdict
    fact: FactDraft | None = None
    support: tuple[FactDraft, ...] = ()
    missing: str = ""


def assess_health(study: Study) -> list[Indicator]:
    return [measure(study) for measure in INDICATORS]


def savings_rate(study: Study) -> Indicator:
    """What was kept of income over the last three full months.

    Good from 20 %, weak below 0: the 50-30-20 convention (half needs, a third wishes, a fifth saved).
    """
    months = study.history.judged_months[-RECENT_MONTHS:]
    if not months:
        return _missing("savings_rate", "a full month")
    period = spanning(months)
    income, net = _over(study, "income", study.history.earned, months), _over_net(study, months)
    fact = study.book.ratio("savings_rate_recent", net, income, period)
    if fact is None:
        return _missing("savings_rate", "income in the last full months")
    return Indicator("savings_rate", _above(fact, good="0.20", fair="0"), fact, (net, income))


def buffer_months(study: Study) -> Indicator:
    """How many months of essential spending stand on current, savings and cash accounts.

    Good from 3 months, weak below half a month. Vanguard (2025, 12,400 people): three to six months of expenses go
    with clearly higher well-being; JPMorgan Chase Institute: about six weeks of take-home pay cover a common shock.
    """
    months = study.history.judged_months[-BUFFER_MONTHS:]
    liquid = [account for account in study.history.accounts if _is_liquid(account, study.currency)]
    if not liquid or not all(account.has_known_opening for account in liquid):
        return _missing("buffer_months", "the opening balance of every current, savings and cash account")
    needs = [_essentials(study, month) for month in months]
    if len(months) < RECENT_MONTHS:
        return _missing("buffer_months", "three full months")
    usual = study.median("essential_spending_normal", needs, spanning(months))
    standing = liquid_balance(study, liquid)
    if not Decimal(usual.value):
        return _missing("buffer_months", "spending in categories marked as essential")
    fact = study.book.derive("buffer_months", "cover@1", "months", study.month, inputs=(standing, usual))
    return Indicator("buffer_months", _above(fact, good="3", fair="0.5"), fact, (standing, usual))


def essential_share(study: Study) -> Indicator:
    """Essential spending as a part of income over the last three full months.

    Good up to 50 %, weak above 65 %: the 50-30-20 convention, read on take-home income.
    """
    months = study.history.judged_months[-RECENT_MONTHS:]
    if not months:
        return _missing("essential_share", "a full month")
    period = spanning(months)
    income = _over(study, "income", study.history.earned, months)
    needs = _over(study, "essential_spending", lambda month: _essential_shares(study, month), months)
    if not Decimal(income.value):
        return _missing("essential_share", "income in the last full months")
    if not Decimal(needs.value):
        return _missing("essential_share", "spending in categories marked as essential")
    fact = study.book.derive("essential_share", "share@1", "ratio", period, inputs=(needs, income))
    return Indicator("essential_share", _below(fact, good="0.50", fair="0.65"), fact, (needs, income))


def spend_volatility(study: Study) -> Indicator:
    """How far a month's spending usually lies from the middle month, over up to twelve full months.

    Good below 0.15, weak above 0.35: our own bands, until a long own history can replace them.
    """
    months = study.history.judged_months
    if len(months) < LEAST_MONTHS_FOR_VOLATILITY:
        return _missing("spend_volatility", "six full months")
    sums = [study.spending(month) for month in months]
    period = spanning(months)
    usual = study.median("spending_normal", sums, period)
    if not Decimal(usual.value):
        return _missing("spend_volatility", "spending in most months")
    fact = study.book.derive("spend_volatility", "volatility@1", "ratio", period, inputs=sums)
    return Indicator("spend_volatility", _below(fact, good="0.15", fair="0.35"), fact, (usual,))


def cost_of_money(study: Study) -> Indicator:
    """Fees and interest as a part of all spending, over up to twelve full months.

    Good at nothing, weak above 2 %: what a bank charges is avoidable almost by definition.
    """
    months = study.history.judged_months
    if not months:
        return _missing("cost_of_money", "a full month")
    spent = _over(study, "spending", study.history.spent, months)
    sorted_rows = [share for month in months for share in study.history.spent(month) if share.category_key]
    if not sorted_rows or not Decimal(spent.value):
        return _missing("cost_of_money", "categorised spending")
    fees = _over(study, "fees", lambda month: fee_shares(study, month), months)
    fact = study.book.ratio("cost_of_money", fees, spent, spanning(months))
    return Indicator("cost_of_money", _below(fact, good="0", fair="0.02"), fact, (fees,))


INDICATORS: tuple[Callable[[Study], Indicator], ...] = (
    savings_rate,
    buffer_months,
    essential_share,
    spend_volatility,
    cost_of_money,
)


def liquid_balance(study: Study, accounts: Sequence[AccountState]) -> FactDraft:
    """What stands on the accounts: each one's stated opening plus all its rows."""
    balances = [_balance(study, account) for account in accounts]
    return study.book.derive("liquid_balance", "total@1", study.currency, study.month, inputs=balances)


def _balance(study: Study, account: AccountState) -> FactDraft:
    """The opening is taken as stated; the rows prove the rest."""
    rows = [
        share
        for share in study.history.shares
        if share.account_id == account.account_id and share.currency == account.currency
    ]
    named = {"account": tidy(account.name), "account_id": str(account.account_id)}
    begin = min([study.month.start, *(share.booking_date for share in rows)])
    period = Period(begin, study.month.end)
    moved = study.sum("account_movements", rows, period, **named)
    opening_minor = account.balance_minor - sum(share.amount_minor for share in rows)
    stated = study.text_of(opening_minor)
    opening = study.book.derive(
        "opening_balance", "stated@1", study.currency, day_before(begin), params={**named, "stated": stated}
    )
    return study.book.derive(
        "account_balance", "total@1", study.currency, period, inputs=(opening, moved), params=named
    )


def fee_shares(study: Study, month: Period) -> list[Share]:
    return [share for share in study.history.spent(month) if share.category_key == FEES_KEY]


def _essential_shares(study: Study, month: Period) -> list[Share]:
    return [share for share in study.history.spent(month) if share.is_essential]


def _essentials(study: Study, month: Period) -> FactDraft:
    return study.sum("essential_spending", _essential_shares(study, month), month)


def _over(study: Study, metric: str, shares_of: Callable[[Period], list[Share]], months: Sequence[Period]) -> FactDraft:
    return study.sum(metric, [share for month in months for share in shares_of(month)], spanning(months))


def _over_net(study: Study, months: Sequence[Period]) -> FactDraft:
    history = study.history
    return _over(study, "net", lambda month: [*history.earned(month), *history.spent(month)], months)


def _is_liquid(account: AccountState, currency: str) -> bool:
    return account.kind in LIQUID_KINDS and account.currency == currency


def _missing(key: str, what: str) -> Indicator:
    return Indicator(key, "none", missing=what)


def _above(fact: FactDraft, *, good: str, fair: str) -> Verdict:
    """Higher is better; a value on the line belongs to the better side."""
    value = Decimal(fact.value)
    return "good" if value >= Decimal(good) else "fair" if value >= Decimal(fair) else "weak"


def _below(fact: FactDraft | None, *, good: str, fair: str) -> Verdict:
    """Lower is better; a value on the line belongs to the better side."""
    value = abs(Decimal(fact.value)) if fact else Decimal(0)
    return "good" if value <= Decimal(good) else "fair" if value <= Decimal(fair) else "weak"
