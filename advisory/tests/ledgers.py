"""Hypothesis strategies for whole ledgers: splits, transfers, currencies of every exponent, gaps and odd payees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from transactions.ledger.columns import AccountState, Columns, Share

CURRENCIES = ("EUR", "EUR", "EUR", "JPY", "KWD")
CATEGORIES = (
    (None, "", ""),
    (1, "groceries", "Groceries"),
    (2, "fees", "Fees"),
    (3, "rent_mortgage", "Rent/Mortgage"),
    (4, "", "My own {words} #let"),
)
PAYEES = (
    (None, ""),
    (1, "Markt am Eck"),
    (2, '#import "x" *bold* <script>'),
    (3, "7-Eleven {0}"),
    (None, "Nobody\x00known\n"),
)
ESSENTIAL = ("groceries", "rent_mortgage")
# Few different amounts, so that equal and near-equal ones come up; and any others.
AMOUNTS = st.one_of(st.sampled_from([-999, -1000, -1250, -4500, 250_000, 0]), st.integers(-(10**12), 10**12))
DAYS = st.one_of(
    st.dates(date(2025, 1, 1), date(2026, 11, 15)), st.builds(date, st.just(2026), st.integers(3, 10), st.just(5))
)


@dataclass(frozen=True)
class Ledger:
    columns: Columns
    accounts: tuple[AccountState, ...]


@st.composite
def ledgers(draw: st.DrawFn, *, most: int = 40) -> Ledger:
    """Up to `most` transactions on three accounts, the balances of which follow from the rows."""
    count = draw(st.integers(0, most))
    shares = [share for txn in range(1, count + 1) for share in draw(transactions(txn))]
    accounts = tuple(
        AccountState(key, f"Account {key}", kind, currency, draw(st.integers(-(10**6), 10**9)), draw(st.booleans()))
        for key, (kind, currency) in enumerate((("checking", "EUR"), ("savings", "EUR"), ("cash", "JPY")), start=1)
    )
    return Ledger(Columns.of(shares), accounts)


@st.composite
def transactions(draw: st.DrawFn, txn: int) -> list[Share]:
    """One transaction: mostly whole, sometimes split into parts of any sign."""
    parts = draw(st.lists(AMOUNTS, min_size=1, max_size=3)) if draw(st.integers(0, 4)) == 0 else [draw(AMOUNTS)]
    payee, name = draw(st.sampled_from(PAYEES))
    day, currency = draw(DAYS), draw(st.sampled_from(CURRENCIES))
    is_transfer, account = draw(st.integers(0, 9)) == 0, draw(st.integers(1, 3))
    shares = []
    for amount in parts:
        category, key, title = draw(st.sampled_from(CATEGORIES))
        shares.append(
            Share(
                txn,
                day,
                amount,
                currency,
                account,
                payee,
                name,
                category,
                key,
                title,
                is_essential=key in ESSENTIAL,
                is_transfer=is_transfer,
                is_whole=len(parts) == 1,
            )
        )
    return shares
