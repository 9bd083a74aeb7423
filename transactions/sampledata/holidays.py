"""Two journeys a year, one in summer and one in winter, paid with the card in another country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from transactions.sampledata import category_keys as keys
from transactions.sampledata.banking_days import banking_day
from transactions.sampledata.descriptors import credit_card, price
from transactions.sampledata.month import Month
from transactions.sampledata.rows import CARD, SampleRow

SUMMER, WINTER = 7, 2
# The fee that German card issuers commonly ask for payments outside the euro area.
FOREIGN_FEE_PER_MYRIAD = 175


@dataclass(frozen=True, slots=True)
class Journey:
    """`has_fee` is true where the card company charges for another currency."""

    place: str
    hotel: str
    tables: tuple[str, ...]
    nights: int
    night_cents: int
    first_day: int
    has_fee: bool


SUMMERS = (
    Journey("LISBOA PT", "Hotel Miradouro", ("Tasca do Chico", "Pastelaria Alfama"), 8, 7_900, 9, has_fee=False),
    Journey("SPLIT HR", "Apartmani Marjan", ("Konoba Varos", "Bistro Bacvice"), 9, 7_200, 12, has_fee=False),
    Journey("PALERMO IT", "Albergo Vucciria", ("Osteria Ballaro", "Bar del Corso"), 8, 7_600, 7, has_fee=False),
)
WINTERS = (
    Journey("KRAKOW PL", "Hotel Kazimierz", ("Restauracja Polana", "Kawiarnia Noworolski"), 3, 6_400, 14, has_fee=True),
    Journey("BERGEN NO", "Fjord Hostel", ("Bryggen Spiseri", "Kaffemisjonen"), 3, 8_900, 10, has_fee=True),
    Journey("ZUERICH CH", "Pension Limmat", ("Gasthof Krone", "Cafe Odeon"), 3, 9_800, 17, has_fee=True),
)


def journey_of(month: Month) -> Journey | None:
    choices = {SUMMER: SUMMERS, WINTER: WINTERS}.get(month.first.month)
    return choices[(month.first.year + month.seed) % len(choices)] if choices else None


def is_away(month: Month, day: date) -> bool:
    journey = journey_of(month)
    return journey is not None and journey.first_day <= day.day < journey.first_day + journey.nights


def holidays(month: Month) -> Iterator[SampleRow]:
    journey = journey_of(month)
    if journey is None:
        return
    dice = month.dice("holidays")
    arrival = month.day(journey.first_day)
    yield credit_card(month.day(2), price(dice, 11_900, 26_900), "Lufthansa Online", keys.TRAVEL, dice)
    yield from _with_fee(
        journey,
        credit_card(
            arrival, journey.nights * journey.night_cents, journey.hotel, keys.TRAVEL, dice, place=journey.place
        ),
    )
    for night in range(journey.nights):
        if dice.randrange(100) < 75:
            table = dice.choice(journey.tables)
            day = arrival + timedelta(days=night)
            row = credit_card(day, price(dice, 1_400, 5_200), table, keys.RESTAURANTS, dice, place=journey.place)
            yield from _with_fee(journey, row)


def _with_fee(journey: Journey, row: SampleRow) -> Iterator[SampleRow]:
    yield row
    if journey.has_fee:
        yield SampleRow(
            account=CARD,
            booking_date=banking_day(row.booking_date),
            value_date=row.value_date,
            amount_minor=row.amount_minor * FOREIGN_FEE_PER_MYRIAD // 10_000,
            payee="Musterbank",
            counterparty="Auslandseinsatzentgelt 1,75%",
            description=f"zu {row.counterparty} {row.value_date:%d.%m.}",
            category=keys.FEES,
        )
