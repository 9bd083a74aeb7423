"""Indicators of what is owed: payments on debts, and how much of a card's limit is drawn."""

from __future__ import annotations

from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.health.balances import account_balance
from advisory.analysis.health.bills import known_series
from advisory.analysis.health.flows import over, recent_of
from advisory.analysis.health.indicator import Indicator, judged, missing
from advisory.analysis.health.outlook import Outlook
from advisory.analysis.study import Study, spanning
from transactions.ledger.columns import Share
from transactions.ledger.period import Period


def debt_service(study: Study, outlook: Outlook) -> Indicator:
    """What was paid on loans and instalments as a part of income, over the last three full months.

    What was really paid: what would have been the least is not known. Mortgages among the housing categories are left
    there. Without any loan, instalment or series known, nothing is said; with series and none of them a debt it is
    nothing.
    """
    months = recent_of(study)
    loans = {one.account_id for one in study.history.accounts if one.kind == "loan" and one.currency == study.currency}
    if not months:
        return missing("debt_service", "a full month")
    if not loans and not outlook.series:
        return missing("debt_service", "a loan account, or payments that come back")
    income = over(study, "income", study.history.earned, months)
    if not Decimal(income.value):
        return missing("debt_service", "income in the last full months")
    instalments = {
        booking.transaction_id
        for one in known_series(study, outlook.series, ("instalment",))
        for booking in one.bookings
    }
    own = [one for one in study.history.shares if one.currency == study.currency]

    def into_loans(month: Period) -> list[Share]:
        return [
            one
            for one in own
            if one.account_id in loans and one.is_transfer and _comes_in(one) and one.booking_date in month
        ]

    def in_rates(month: Period) -> list[Share]:
        return [one for one in study.history.spent(month) if one.transaction_id in instalments]

    repaid, rates = over(study, "loan_payments", into_loans, months), over(study, "instalments", in_rates, months)
    period = spanning(months)
    paid = study.book.derive("debt_payments", "difference@1", study.currency, period, inputs=(repaid, rates))
    fact = study.book.derive("debt_service", "share@1", "ratio", period, inputs=(paid, income))
    return judged(study, "debt_service", fact, (paid, income))


def _comes_in(share: Share) -> bool:
    return share.amount_minor > 0


def utilisation(study: Study, outlook: Outlook) -> Indicator:
    """How much of the limits of all cards is drawn at the end of the month."""
    cards = [
        one
        for one in study.history.accounts
        if one.kind == "credit_card" and one.currency == study.currency and outlook.limits.get(one.account_id, 0) > 0
    ]
    if not cards or not all(card.has_known_opening for card in cards):
        return missing("utilisation", "a card with a known balance and limit")
    drawn = [_drawn(study, account_balance(study, card)) for card in cards]
    limits = [
        study.book.derive(
            "card_limit",
            "stated@1",
            study.currency,
            study.month,
            params={"account": card.name, "stated": study.text_of(outlook.limits[card.account_id])},
        )
        for card in cards
    ]
    owed = study.book.derive("cards_drawn", "total@1", study.currency, study.month, inputs=drawn)
    allowed = study.book.derive("card_limits", "total@1", study.currency, study.month, inputs=limits)
    fact = study.book.derive("utilisation", "share@1", "ratio", study.month, inputs=(owed, allowed))
    return judged(study, "utilisation", fact, (owed, allowed))


def _drawn(study: Study, balance: FactDraft) -> FactDraft:
    """A card in credit draws nothing."""
    nothing = study.book.derive(
        "nothing_drawn", "stated@1", study.currency, study.month, params={"stated": study.text_of(0)}
    )
    return study.book.derive("card_drawn", "least@1", study.currency, study.month, inputs=(balance, nothing))
