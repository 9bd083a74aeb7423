"""What households agree to pay, and how often: the table contracts are drawn from."""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.scores.households.truth import Cadence, Role


class Offer(NamedTuple):
    """`kind` names a list of the country's payees. Prices are euro cents for one month, scaled to the cadence's length.
    `chance`: share of households that have it. `spread` and `season` apply to half of those that have it.
    """

    kind: str
    role: Role
    category: str
    channel: str
    cadences: tuple[Cadence, ...]
    low: int
    high: int
    chance: float
    spread: float = 0.0
    season: float = 0.0


OFFERS = (
    Offer(
        "electricity",
        Role.BILL,
        "utilities",
        "debit",
        (Cadence.MONTHLY, Cadence.MONTHLY, Cadence.BIMONTHLY, Cadence.QUARTERLY),
        4500,
        9500,
        0.95,
        0.12,
        0.3,
    ),
    Offer(
        "water",
        Role.BILL,
        "utilities",
        "debit",
        (Cadence.QUARTERLY, Cadence.HALF_YEARLY, Cadence.BIMONTHLY, Cadence.MONTHLY),
        1200,
        3000,
        0.7,
        0.08,
    ),
    Offer("internet", Role.BILL, "phone_internet", "debit", (Cadence.MONTHLY,), 2500, 4500, 0.95),
    Offer(
        "mobile",
        Role.BILL,
        "phone_internet",
        "debit",
        (Cadence.MONTHLY, Cadence.MONTHLY, Cadence.FOUR_WEEKLY),
        1000,
        3000,
        0.9,
        0.1,
    ),
    Offer(
        "insurance",
        Role.BILL,
        "insurance",
        "debit",
        (Cadence.YEARLY, Cadence.HALF_YEARLY, Cadence.QUARTERLY, Cadence.MONTHLY),
        2500,
        6000,
        0.9,
    ),
    Offer("health_insurance", Role.BILL, "insurance", "debit", (Cadence.MONTHLY, Cadence.QUARTERLY), 4000, 12000, 0.5),
    Offer(
        "tax",
        Role.BILL,
        "taxes",
        "debit",
        (Cadence.QUARTERLY, Cadence.HALF_YEARLY, Cadence.YEARLY, Cadence.MONTHLY),
        1500,
        6000,
        0.7,
    ),
    Offer(
        "broadcast",
        Role.BILL,
        "subscriptions",
        "debit",
        (Cadence.QUARTERLY, Cadence.YEARLY, Cadence.MONTHLY),
        1000,
        2000,
        0.6,
    ),
    Offer(
        "childcare",
        Role.BILL,
        "childcare",
        "standing",
        (Cadence.MONTHLY, Cadence.WEEKLY, Cadence.SEMI_MONTHLY),
        9000,
        24000,
        0.3,
    ),
    Offer(
        "loan",
        Role.INSTALMENT,
        "rent_mortgage",
        "debit",
        (Cadence.MONTHLY, Cadence.MONTHLY, Cadence.SEMI_MONTHLY),
        9000,
        26000,
        0.5,
    ),
    Offer(
        "gym",
        Role.SUBSCRIPTION,
        "health",
        "debit",
        (Cadence.MONTHLY, Cadence.BIWEEKLY, Cadence.FOUR_WEEKLY, Cadence.WEEKLY),
        1900,
        4500,
        0.6,
    ),
    Offer(
        "paper",
        Role.SUBSCRIPTION,
        "subscriptions",
        "online",
        (Cadence.MONTHLY, Cadence.FOUR_WEEKLY, Cadence.QUARTERLY),
        900,
        2500,
        0.5,
    ),
    Offer(
        "box",
        Role.SUBSCRIPTION,
        "groceries",
        "online",
        (Cadence.WEEKLY, Cadence.BIWEEKLY, Cadence.FOUR_WEEKLY),
        4000,
        12000,
        0.45,
    ),
    Offer(
        "club",
        Role.SUBSCRIPTION,
        "entertainment",
        "debit",
        (Cadence.YEARLY, Cadence.HALF_YEARLY, Cadence.QUARTERLY),
        700,
        2500,
        0.5,
    ),
    Offer("account_fee", Role.BILL, "fees", "fee", (Cadence.MONTHLY, Cadence.QUARTERLY), 300, 900, 0.4),
)
"""Besides: a home, brands, instalments, savings and incomes, which `contracts` draws by hand."""

GOODS = ("Lens Direct", "Pet Pantry", "Razor Post", "Vitamin Kit")
CHARITIES = ("UNICEF", "Red Cross", "Greenpeace", "Animal Shelter Fund")
INVESTING = ("Index Plan Invest", "Meridian Broker", "Pension Plus")
PEOPLE = ("L Petrov", "Ana Moreira", "S Lindqvist", "K Adeyemi", "Mei Tan")
"""Invented: a cleaner, a music teacher, a friend."""
PAY_RHYTHMS = {
    "US": (Cadence.BIWEEKLY, Cadence.SEMI_MONTHLY, Cadence.BIWEEKLY, Cadence.MONTHLY),
    "GB": (Cadence.MONTHLY, Cadence.FOUR_WEEKLY, Cadence.MONTHLY, Cadence.WEEKLY),
    "BR": (Cadence.SEMI_MONTHLY, Cadence.MONTHLY),
}
"""Elsewhere pay is monthly: on a day, or on the last banking day."""
BONUS_MONTHS = {"DE": 11, "ES": 6, "IT": 12, "NL": 5, "BR": 12, "JP": 7, "FR": 12, "PL": 12}
"""Where a thirteenth salary is usual, and when."""
