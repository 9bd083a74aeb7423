"""Other currencies, each for itself: without a rate nothing is mixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from advisory.analysis.history import whole_bookings
from advisory.analysis.study import Study
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence, say
from advisory.reports.document import Column, Section, Table
from transactions.ledger.columns import Share

COLUMNS = (
    Column("Currency", is_wide=True),
    Column("Income", is_numeric=True),
    Column("Spending", is_numeric=True),
    Column("Kept", is_numeric=True),
    Column("Rows", is_numeric=True),
)


def build(study: Study) -> Section | None:
    """None when all of the month is in the base currency."""
    others: defaultdict[str, list[Share]] = defaultdict(list)
    for share in study.history.shares:
        if share.currency != study.currency and share.booking_date in study.month and not share.is_transfer:
            others[share.currency].append(share)
    if not others:
        return None
    rows = tuple(_row(study, currency, others[currency]) for currency in sorted(others))
    table = Table("currencies", "Totals by currency", COLUMNS, rows)
    return Section("currencies", "Other currencies", (tell("currencies.intro"),), (table,))


def _row(study: Study, currency: str, shares: Iterable[Share]) -> tuple[Sentence, ...]:
    bookings, book, about = whole_bookings(shares), study.book, {"currency": currency}
    signs = (("income", 1), ("spending", -1))
    came, went = (
        book.sum(
            f"currency_{name}",
            [share for booking in bookings if booking.amount_minor * sign > 0 for share in booking.shares],
            study.month,
            currency,
            about,
        )
        for name, sign in signs
    )
    every = [share for booking in bookings for share in booking.shares]
    net = book.sum("currency_net", every, study.month, currency, about)
    count = book.count("currency_rows", net.transactions, study.month, about)
    return (
        say("{fact.currency}", fact=net),
        say("{fact.size}", fact=came),
        say("{fact.size}", fact=went),
        say("{fact.amount}", fact=net),
        say("{fact.number}", fact=count),
    )
