"""Money in: salary with a yearly raise and a thirteenth pay, the tax refund, a second-hand sale now and then."""

from __future__ import annotations

from collections.abc import Iterator

from transactions.sampledata import category_keys as keys
from transactions.sampledata.descriptors import credit_transfer
from transactions.sampledata.month import Month
from transactions.sampledata.rows import SampleRow

EMPLOYER = "Nordlicht Maschinenbau GmbH"
FIRST_PAY = 326_418
RAISE_PER_MILLE = 34
NOVEMBER, AUGUST = 11, 8


def net_pay(month: Month) -> int:
    """Cents a month: raised in the tenth month of the story and every twelve months after."""
    pay = FIRST_PAY
    for _ in range((month.index + 3) // 12):
        pay += pay * RAISE_PER_MILLE // 1000
    return pay


def income(month: Month) -> Iterator[SampleRow]:
    dice = month.dice("income")
    period = f"{month.first:%m/%Y}"
    yield credit_transfer(
        month.day(28), net_pay(month), EMPLOYER, f"Lohn/Gehalt {period} Pers.-Nr. 20417", keys.SALARY, series="salary"
    )
    if month.first.month == NOVEMBER:
        bonus = net_pay(month) * 72 // 100
        yield credit_transfer(
            month.day(15), bonus, EMPLOYER, f"13. Gehalt {month.first.year} Pers.-Nr. 20417", keys.SALARY
        )
    if month.first.month == AUGUST:
        subject = f"Einkommensteuer {month.first.year - 1} Erstattung STNR 231/4417/0926"
        yield credit_transfer(
            month.day(dice.randint(8, 22)), dice.randint(38_000, 71_000), "Finanzamt Leipzig I", subject, keys.TAXES
        )
