"""What does not come every month: electronics, presents, the vet, a course; a double charge and a refund."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from transactions.sampledata import category_keys as keys
from transactions.sampledata.banking_days import banking_day
from transactions.sampledata.descriptors import credit_card, credit_transfer, debit_card, price
from transactions.sampledata.month import Month
from transactions.sampledata.rows import DUPLICATE_CHARGE, OUTLIER, REFUND, SampleRow

DECEMBER = 12
# Months of the story (see Month.every); the year-long household of a short demo already has one of each.
OUTLIER_PHASE, DUPLICATE_PHASE, REFUND_PHASE = 5, 9, 10


def surprises(month: Month) -> Iterator[SampleRow]:
    yield from _electronics(month)
    yield from _presents(month)
    yield from _body_and_mind(month)
    yield from _double_charge(month)
    yield from _returned_parcel(month)


def _electronics(month: Month) -> Iterator[SampleRow]:
    dice = month.dice("electronics")
    if month.every(8, OUTLIER_PHASE):
        cents = dice.randint(64_900, 129_900) // 1_000 * 1_000 + 900
        row = credit_card(month.day(dice.randint(6, 24)), cents, "MediaMarkt", keys.ELECTRONICS, dice)
        yield replace(row, anomaly=OUTLIER)
    elif month.every(3, 1):
        cents = price(dice, 1_990, 8_900)
        yield credit_card(month.day(dice.randint(3, 26)), cents, "Conrad Electronic", keys.ELECTRONICS, dice)


def _presents(month: Month) -> Iterator[SampleRow]:
    dice = month.dice("presents")
    count = 4 if month.first.month == DECEMBER else dice.randint(0, 2)
    for _ in range(count):
        shop = dice.choice(("Thalia Buchhandlung", "Blumen Rosenrot", "Spielwaren Kunterbunt"))
        yield debit_card(month.day(dice.randint(2, 21)), price(dice, 1_200, 5_900), shop, keys.GIFTS)


def _body_and_mind(month: Month) -> Iterator[SampleRow]:
    dice = month.dice("body_and_mind")
    if month.every(6, 2):
        subject = f"Kurs Spanisch B1 {month.first:%Y}-{month.first.month:02d}"
        yield credit_transfer(
            month.day(10), -price(dice, 9_800, 16_400), "Volkshochschule Leipzig", subject, keys.EDUCATION
        )
    if month.every(5, 3):
        yield debit_card(
            month.day(dice.randint(4, 25)), price(dice, 4_800, 13_900), "Tierarztpraxis Dr. Wolf", keys.PETS
        )
    if month.every(4, 0):
        yield credit_transfer(
            month.day(dice.randint(5, 25)),
            -price(dice, 5_500, 17_900),
            "Zahnarzt Dr. Sommer",
            f"Rechnung {dice.randrange(9_000) + 1_000}",
            keys.HEALTH,
        )


def _double_charge(month: Month) -> Iterator[SampleRow]:
    """The same online order booked twice within two days; nobody has noticed."""
    if not month.every(24, DUPLICATE_PHASE):
        return
    dice = month.dice("double_charge")
    day, cents = month.day(dice.randint(8, 18)), price(dice, 5_900, 9_900)
    row = credit_card(day, cents, "Otto Versand", keys.SHOPPING, dice)
    yield row
    yield replace(row, booking_date=banking_day(row.booking_date + timedelta(days=1)), anomaly=DUPLICATE_CHARGE)


def _returned_parcel(month: Month) -> Iterator[SampleRow]:
    """Shoes bought and sent back; the whole price returns within two weeks, within the month."""
    if not month.every(12, REFUND_PHASE):
        return
    dice = month.dice("returned_parcel")
    cents = price(dice, 6_900, 11_900)
    bought = credit_card(month.day(dice.randint(3, 8)), cents, "Zalando SE", keys.CLOTHING, dice)
    yield bought
    back = banking_day(bought.booking_date + timedelta(days=dice.randint(6, 11)))
    yield replace(
        bought,
        booking_date=back,
        value_date=back,
        amount_minor=cents,
        description=f"Gutschrift {bought.description}",
        anomaly=REFUND,
    )
