"""Fees, those for foreign currency among them, and income that did not come: alerts from words and due days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import ceil

from advisory.analysis.alerts.alert import FEE, FX_MARKUP, MISSING_INCOME, Feedback
from advisory.analysis.alerts.fee_words import says_fee, says_foreign
from advisory.analysis.alerts.foreign import is_abroad
from advisory.analysis.alerts.ledger import Ledger, Purchase
from advisory.analysis.findings import Alert
from advisory.analysis.series import Series
from advisory.analysis.series.rhythms import RHYTHMS
from advisory.analysis.series.series import INCOME, PAUSED
from advisory.analysis.series.signals import signal_of
from transactions.ledger.lexicon import lexicon
from transactions.ledger.matching import says_transfer
from transactions.ledger.words import phrases_of, words_of

LONGEST_PHRASE = 4
# The same fee is worth one alert in half a year.
FEE_AGAIN = 180
# Shops take what they want; a bank's fee is small beside the household's usual payments.
LARGEST_FEE = 6.0
# Banks book fees as such, never as a purchase with a card.
NEVER_FEES = frozenset({"card"})
# Shares of a purchase that banks add for another currency.
LOWEST_MARKUP, HIGHEST_MARKUP = 0.004, 0.045
MARKUP_DAYS = 3
PERCENT = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?)\s?%")
# Rows before an income is relied on; whoever wants to be told earlier needs three.
RELIABLE, FEWEST_RELIABLE = 4, 3

# Legal forms of who pays wages.
COMPANIES = frozenset(
    {"gmbh", "ag", "kg", "ltd", "plc", "inc", "llc", "corp", "bv", "sarl", "srl", "spa", "oy", "oyj", "ab"}
)


def find_fees(ledger: Ledger, answers: Feedback) -> Iterator[Alert]:
    """Fees of the bank outside any contract: one alert for all of a name and currency that fall in half a year, as the
    answers lean. A fee that is a mark-up on a purchase in another currency stands alone, the first in half a year."""
    groups: dict[tuple[str, str], list[Purchase]] = {}
    marked: dict[tuple[str, str], int] = {}
    again = FEE_AGAIN / answers.leaning(FEE)
    for purchase in ledger.purchases:
        if purchase.series is not None or purchase.is_transfer or not _is_fee(purchase, ledger):
            continue
        name = purchase.key or purchase.row.words, purchase.row.currency
        source = _marked_up(purchase, ledger)
        if source is not None:
            if name not in marked or purchase.day - marked[name] >= again:
                yield _markup(purchase, source)
            marked[name] = purchase.day
            continue
        group = groups.setdefault(name, [])
        if group and purchase.day - group[0].day >= again:
            yield _fees(group)
            group.clear()
        group.append(purchase)
    yield from (_fees(group) for group in groups.values())


def _markup(fee: Purchase, source: Purchase) -> Alert:
    return Alert(FX_MARKUP, (fee.row.id,), (source.row.id,), 0.01, 0.6, fee.size, "foreign_currency")


def _fees(group: Sequence[Purchase]) -> Alert:
    ids = tuple(one.row.id for one in group)
    return Alert(FEE, ids, (), 0.01, 0.6, sum(one.size for one in group), "bank_fee")


def _is_fee(purchase: Purchase, ledger: Ledger) -> bool:
    if purchase.channel in NEVER_FEES or purchase.size > LARGEST_FEE * ledger.usual[purchase.row.currency]:
        return False
    if not says_fee(purchase.row.words):
        return False
    known = lexicon(is_incoming=False)
    named = {known[phrase] for phrase in phrases_of(purchase.row.words, LONGEST_PHRASE) if phrase in known}
    return named <= {"fees", "cash", "transfer"}


def _marked_up(fee: Purchase, ledger: Ledger) -> Purchase | None:
    """The purchase in another currency that a fee was added to, where its text says so.

    Banks book it on the card or on the account behind it. Of several purchases that it fits, the one whose share the
    fee's text names is meant, then one with a foreign sum printed.
    """
    if not says_foreign(words_of(fee.row.words)):
        return None
    near = [
        one
        for one in ledger.purchases
        if one is not fee
        and one.row.currency == fee.row.currency
        and 0 <= fee.day - one.day <= MARKUP_DAYS
        and LOWEST_MARKUP <= fee.size / one.size <= HIGHEST_MARKUP
    ]
    said = PERCENT.search(fee.row.words)
    share = float(said[1].replace(",", ".")) / 100 if said else None

    def fit(one: Purchase) -> tuple[float, bool, int, str, int]:
        off = 0.0 if share is None else round(-abs(fee.size / one.size - share), 3)
        return off, is_abroad(one), one.day, one.row.words, one.row.id

    return max(near, key=fit) if near else None


def find_missing_income(ledger: Ledger, answers: Feedback) -> Iterator[Alert]:
    """Incomes that were due, came reliably so far, and are missing now."""
    reliable = max(FEWEST_RELIABLE, ceil(RELIABLE / answers.leaning(MISSING_INCOME)))
    for series in ledger.series:
        if series.role != INCOME or series.status != PAUSED or len(series.ids) < reliable:
            continue
        if _is_irregular(series) or _is_moved_here(series, ledger):
            continue
        yield Alert(
            MISSING_INCOME, (series.ids[-1],), series.ids[-6:-1], 0.01, 0.9, abs(series.amount_minor), "income_not_come"
        )


def _is_moved_here(series: Series, ledger: Ledger) -> bool:
    """Money from an own account whose other side is not here: nobody owes it."""
    last = next(row for row in ledger.rows if row.id == series.ids[-1])
    return last.is_transfer or (says_transfer(last.words) and not _says_employer(last.words))


def _says_employer(text: str) -> bool:
    """Pay comes by transfer as well: the text names it, or a firm."""
    is_firm = not COMPANIES.isdisjoint(words_of(text))
    return is_firm or signal_of("", is_incoming=True, text=text).odds > 0


def _is_irregular(series: Series) -> bool:
    """An income that left due days out before is not relied on."""
    span = (series.last_date - series.first_date).days / RHYTHMS[series.cadence].length
    return len(series.ids) - 1 < 0.9 * span
