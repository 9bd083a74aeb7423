"""What the generator makes: accounts, rows, and the truth about every row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

CHECKING, SAVINGS, CARD = "checking", "savings", "credit_card"

# Anomalies. A row that carries none is ordinary.
DUPLICATE_CHARGE = "duplicate_charge"  # the second of two equal charges, made by mistake
OUTLIER = "outlier"  # far above what this household pays in this category
PRICE_RISE = "price_rise"  # first charge of a series at a higher price
TRIAL_END = "trial_end"  # first full price after a trial
REFUND = "refund"  # money back for an earlier purchase
ANOMALIES = (DUPLICATE_CHARGE, OUTLIER, PRICE_RISE, TRIAL_END, REFUND)


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One booked movement and the truth about it. `amount_minor` is in cents; leaving is negative.

    `series` names the recurring series it belongs to, `transfer` the pair it is one side of, "" otherwise.
    `payee` is who it really was, `counterparty` and `description` what the bank prints.
    """

    account: str
    booking_date: date
    value_date: date
    amount_minor: int
    payee: str
    counterparty: str
    description: str
    category: str
    series: str = ""
    anomaly: str = ""
    transfer: str = ""
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class SampleAccount:
    """`kind` is one of LedgerAccount.Kind; `bank_code` is the routing number that OFX asks for.

    `external_ref` is how files name the account: an IBAN, `bank code/number`, or a card account's number.
    """

    kind: str
    name: str
    currency: str
    external_ref: str
    bank_code: str
    opening_minor: int
