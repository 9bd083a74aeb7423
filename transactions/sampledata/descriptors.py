"""Bank text as German banks print it: point-of-sale prefixes, masked cards, mandate and creditor references."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from transactions.sampledata import category_keys as keys
from transactions.sampledata.banking_days import banking_day
from transactions.sampledata.rows import CARD, CHECKING, SampleRow

HOME = "Leipzig"
HOME_PLACE = "LEIPZIG DE"
DEBIT_CARD, CREDIT_CARD = "4417", "0926"
# Where card networks place those who sell over the wire.
PLACES = {
    "AMZN Mktp DE": "LUXEMBOURG LU",
    "Apple.com/bill": "CORK IE",
    "DB Vertrieb GmbH": "FRANKFURT DE",
    "FlixBus": "MUENCHEN DE",
    "Lieferando.de": "BERLIN DE",
    "Lufthansa Online": "KOELN DE",
    "Lumo Sprachtrainer": "BERLIN DE",
    "Netflix.com": "AMSTERDAM NL",
    "Otto Versand": "HAMBURG DE",
    "Spotify AB": "STOCKHOLM SE",
    "Steam Games": "HAMBURG DE",
    "Tagblatt Digital": "HAMBURG DE",
    "TIER Mobility": "BERLIN DE",
    "Zalando SE": "BERLIN DE",
}


def price(dice: Random, low: int, high: int) -> int:
    """Cents between two bounds, most often in the middle."""
    return (dice.randint(low, high) + dice.randint(low, high)) // 2


def debit_card(day: date, cents: int, shop: str, category: str, town: str = HOME) -> SampleRow:
    """A payment with the debit card of the checking account; no time of day, so two equal ones look the same."""
    return SampleRow(
        account=CHECKING,
        booking_date=banking_day(day),
        value_date=day,
        amount_minor=-cents,
        payee=shop,
        counterparty=f"{shop}//{town}/DE",
        description=f"Kartenzahlung {day:%d.%m.%Y} girocard XXXX{DEBIT_CARD} Folge-Nr. 003",
        category=category,
    )


def credit_card(
    day: date, cents: int, shop: str, category: str, dice: Random, *, place: str = "", series: str = ""
) -> SampleRow:
    """A credit-card purchase, booked on the next banking day."""
    return SampleRow(
        account=CARD,
        booking_date=banking_day(day + timedelta(days=1)),
        value_date=day,
        amount_minor=-cents,
        payee=shop,
        counterparty=f"{shop} {place or PLACES.get(shop, HOME_PLACE)}".upper(),
        description=f"Kauf {day:%d.%m.} Karte 5524XXXXXXXX{CREDIT_CARD} Ref {dice.randrange(10**9):09d}",
        category=category,
        series=series,
    )


def direct_debit(day: date, cents: int, creditor: str, subject: str, category: str, *, series: str = "") -> SampleRow:
    """A SEPA direct debit; the mandate and the creditor id depend on creditor and contract only."""
    number = Random(f"{creditor}/{series}").randrange(10**9)
    reference = f"EREF+{day:%Y%m}{number % 10**6:06d} MREF+M{number:09d} CRED+DE{number % 90 + 10}ZZZ{number:011d}"
    return SampleRow(
        account=CHECKING,
        booking_date=banking_day(day),
        value_date=banking_day(day),
        amount_minor=-cents,
        payee=creditor,
        counterparty=creditor,
        description=f"SEPA-Basislastschrift {subject} {reference}",
        category=category,
        series=series,
    )


def credit_transfer(
    day: date, amount: int, party: str, subject: str, category: str, *, series: str = "", account: str = CHECKING
) -> SampleRow:
    """Money sent or received by order: standing orders, salary, refunds by transfer. `amount` is signed."""
    kind = "Gutschrift" if amount > 0 else "Dauerauftrag" if series else "Überweisung"
    return SampleRow(
        account=account,
        booking_date=banking_day(day),
        value_date=banking_day(day),
        amount_minor=amount,
        payee=party,
        counterparty=party,
        description=f"{kind} {subject}",
        category=category,
        series=series,
    )


def bank_entry(day: date, amount: int, text: str, category: str, *, account: str = CHECKING) -> SampleRow:
    """Interest and fees: the bank itself is the other party and prints only a text."""
    series = {keys.INTEREST: "interest", keys.FEES: "account_fee"}.get(category, "")
    return SampleRow(account, banking_day(day), day, amount, "Musterbank", "Musterbank AG", text, category, series)
