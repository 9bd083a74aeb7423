"""What leaves the account by contract: home, energy, telephone, insurance, subscriptions, memberships."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from transactions.sampledata import category_keys as keys
from transactions.sampledata.descriptors import credit_card, credit_transfer, direct_debit
from transactions.sampledata.month import Month
from transactions.sampledata.rows import PRICE_RISE, TRIAL_END, SampleRow

COLD_RENT, SERVICE_CHARGES = 86_500, 17_000
RENT_PER_MILLE = 23


@dataclass(frozen=True, slots=True)
class Contract:
    """Charged on `day` of every `months`-th month from month `phase` on, by direct debit from checking."""

    series: str
    creditor: str
    subject: str
    category: str
    day: int
    cents: int
    months: int = 1
    phase: int = 0


DIRECT_DEBITS = (
    Contract("electricity", "Stadtwerke Leipzig GmbH", "Abschlag Strom VK 400417092", keys.UTILITIES, 4, 7_400),
    Contract("gas", "Stadtwerke Leipzig GmbH", "Abschlag Gas VK 400417093", keys.UTILITIES, 4, 8_900),
    Contract("broadcasting", "Rundfunk ARD, ZDF, DRadio", "Rundfunkbeitrag", keys.UTILITIES, 15, 5_508, 3, 1),
    Contract("internet", "Telekom Deutschland GmbH", "Festnetz Vertragskonto 2304417", keys.PHONE, 9, 3_995),
    Contract("mobile", "Drillisch Online GmbH", "Mobilfunk Kundennummer 7704417", keys.PHONE, 18, 1_499),
    Contract("transit_pass", "Leipziger Verkehrsbetriebe", "Deutschlandticket Abo", keys.TRANSPORT, 3, 5_800),
    Contract("supplementary_health", "HanseMerkur Versicherung", "Zahnzusatz K 0926", keys.INSURANCE, 1, 2_480),
    Contract(
        "liability", "Allianz Versicherungs-AG", "Privathaftpflicht Jahresbeitrag", keys.INSURANCE, 2, 6_214, 12, 3
    ),
    Contract("contents", "Allianz Versicherungs-AG", "Hausrat Jahresbeitrag", keys.INSURANCE, 2, 11_860, 12, 8),
    Contract("car_insurance", "HUK-COBURG", "Kfz-Versicherung L-SW 417", keys.INSURANCE, 3, 13_742, 3, 2),
    Contract("car_tax", "Bundeskasse Halle", "Kfz-Steuer L-SW 417", keys.TAXES, 12, 9_800, 12, 5),
    Contract("pet_insurance", "Agila Haustierversicherung", "Katze Mimi Beitrag", keys.PETS, 5, 1_690),
    Contract("donation", "Ärzte ohne Grenzen e.V.", "Spende Danke", keys.GIFTS, 16, 1_000),
)
CARD_SUBSCRIPTIONS = (
    Contract("music", "Spotify AB", "", keys.SUBSCRIPTIONS, 11, 1_099),
    Contract("cloud", "Apple.com/bill", "", keys.SUBSCRIPTIONS, 20, 299),
    Contract("forgotten_app", "Lumo Sprachtrainer", "", keys.SUBSCRIPTIONS, 23, 799),
)
GYM = Contract("gym", "FitWerk Süd GmbH", "Mitgliedsbeitrag", keys.ENTERTAINMENT, 1, 2_990)
GYM_MONTHS = 17
STREAMING_RISE, TRIAL_MONTH = 13, 5


def contracts(month: Month) -> Iterator[SampleRow]:
    yield from _home(month)
    for contract in DIRECT_DEBITS:
        if month.every(contract.months, contract.phase):
            yield _debit(month, contract)
    if month.index < GYM_MONTHS:
        yield _debit(month, GYM)
    yield from _card_subscriptions(month)


def _debit(month: Month, contract: Contract) -> SampleRow:
    subject = f"{contract.subject} {month.first:%m/%Y}"
    day = month.day(contract.day)
    return direct_debit(day, contract.cents, contract.creditor, subject, contract.category, series=contract.series)


def _home(month: Month) -> Iterator[SampleRow]:
    """Rent by standing order; an index clause raises the rent proper in month 8 and every twelve months after."""
    rent = COLD_RENT
    for _ in range((month.index + 4) // 12):
        rent += rent * RENT_PER_MILLE // 1000
    rise = PRICE_RISE if month.every(12, 8) else ""
    row = credit_transfer(
        month.day(1),
        -(rent + SERVICE_CHARGES),
        "Hausverwaltung Lindenhof",
        "Miete Wohnung 12 inkl. Nebenkosten",
        keys.RENT,
        series="rent",
    )
    yield replace(row, anomaly=rise)


def _card_subscriptions(month: Month) -> Iterator[SampleRow]:
    dice = month.dice("subscriptions")
    for item in CARD_SUBSCRIPTIONS:
        day = month.day(item.day)
        yield credit_card(day, item.cents, item.creditor, item.category, dice, series=item.series)
    yield _streaming(month)
    if month.index >= TRIAL_MONTH:
        yield _newspaper(month)


def _streaming(month: Month) -> SampleRow:
    """13.99 at first; two euros more every two years, the first time in month 13."""
    rises = (month.index + 24 - STREAMING_RISE) // 24
    row = credit_card(
        month.day(7),
        1_399 + 200 * rises,
        "Netflix.com",
        keys.SUBSCRIPTIONS,
        month.dice("streaming"),
        series="streaming",
    )
    return replace(row, anomaly=PRICE_RISE if month.every(24, STREAMING_RISE) else "")


def _newspaper(month: Month) -> SampleRow:
    """One euro for the trial month, the full price from then on."""
    cents = 100 if month.index == TRIAL_MONTH else 1_490
    row = credit_card(
        month.day(14),
        cents,
        "Tagblatt Digital",
        keys.SUBSCRIPTIONS,
        month.dice("newspaper"),
        series="newspaper",
    )
    return replace(row, anomaly=TRIAL_END if month.index == TRIAL_MONTH + 1 else "")
