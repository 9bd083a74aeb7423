"""Invented bank files: one layout put together from independent parts, with the movements it truly holds.

Every choice comes from the seed. Parts: country (language, currency, encoding), delimiter and quotes, style of dates
and numbers, how a file says which way money went, preamble, rows of balances and totals, order of rows and of columns,
columns nobody needs, header or none, 1 to 40 rows.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from benchmarks.layouts_country import Country, countries

LAST_DAY = date(2026, 11, 20)
# How a file says which way money went, and how often.
SIGNS = {
    "signed": 42, "pair": 26, "pair, debits negative": 5, "pair, zeros": 4, "flag": 9, "flag beside signs": 2,
    "charges positive": 8, "card, charges negative": 2, "kind of booking": 2,
}  # fmt: skip
FOOTERS = {"none": 64, "closing": 8, "totals": 8, "opening and closing": 5, "summary": 5, "legal": 6, "count": 4}


@dataclass(frozen=True, slots=True)
class Movement:
    """One true movement; the amount is signed from the holder's view."""

    day: date
    value_day: date
    amount: Decimal
    text: str
    party: str
    kind: str
    balance: Decimal  # of the account after it


@dataclass(slots=True)
class Plan:
    """Every choice of one file."""

    seed: int
    country: Country
    sign: str
    rows: list[Movement]
    opening: Decimal
    chance: random.Random
    traits: dict[str, str] = field(default_factory=dict)

    @property
    def is_card(self) -> bool:
        return self.sign in ("charges positive", "card, charges negative")

    def word(self, role: str) -> str:
        return self.chance.choice(self.country.words[role])

    def trait(self, name: str) -> str:
        return self.traits.get(name, "")


def make_plan(seed: int) -> Plan:
    chance = random.Random(seed)
    country = chance.choice(countries())
    sign = _pick(chance, SIGNS)
    opening = Decimal(chance.randint(10_000, 900_000)) / 100
    rows = _movements(chance, country, sign, opening)
    plan = Plan(seed, country, sign, rows, opening, chance)
    _choose(plan)
    return plan


def _pick(chance: random.Random, weights: dict[str, int]) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]


def _movements(chance: random.Random, country: Country, sign: str, opening: Decimal) -> list[Movement]:
    """In order of time. Cards hold charges, refunds and a payment; accounts mostly money out."""
    count = chance.choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 22, 40])
    is_card = "charges" in sign
    day = LAST_DAY - timedelta(days=chance.randint(0, 700) + count * 3)
    pace = chance.choice([0.6, 1.5, 3])
    scale = 100 if country.currency in ("JPY", "KRW", "VND", "HUF", "IDR", "RSD", "TWD") else 1
    if country.currency in ("VND", "IDR"):
        scale = 10_000
    balance, rows = opening, []
    for number in range(count):
        day += timedelta(days=min(int(chance.expovariate(1 / pace)), 9))
        is_in = chance.random() < (0.12 if is_card else 0.22) or (is_card and number == count - 1 and count > 2)
        rows.append(_movement(chance, country, day, is_in=is_in, is_card=is_card, scale=scale, balance=balance))
        balance = rows[-1].balance
    return rows


def _movement(
    chance: random.Random, country: Country, day: date, *, is_in: bool, is_card: bool, scale: int, balance: Decimal
) -> Movement:
    words = country.words
    size = Decimal(int(chance.lognormvariate(3.4 + 1.6 * is_in, 1.1) * 100) + 5) / 100 * scale
    amount = (size if is_in else -size).quantize(Decimal(1) if scale > 1 else Decimal("0.01"))
    text = chance.choice(words["payment" if is_card and is_in else "in" if is_in else "out"])
    party = chance.choice(words["people"])
    if not is_card and chance.random() < 0.25:
        text = f"{party} {chance.randint(1000, 99999)}"
    if chance.random() < 0.01:
        text = chance.choice([words["total"][0], "Saldo Bar", "TOTAL 4711", "Balance Yoga", "Summa Hotel"])
    kind = chance.choice(words["kinds_in" if is_in else "kinds_out"])
    value_day = day + timedelta(days=chance.choice([0, 0, 0, 1, 2]))
    return Movement(day, value_day, amount, text, party, kind, balance + amount)


def _choose(plan: Plan) -> None:
    """The traits that do not follow from the rows."""
    chance, country = plan.chance, plan.country
    is_pair = plan.sign.startswith("pair")
    number = chance.choice(country.numbers)
    has_comma = number.endswith(",56") or number == "plain,"
    has_balance = not plan.is_card and chance.random() < 0.55
    needs_header = plan.is_card or plan.sign == "kind of booking" or (is_pair and not has_balance)
    style = chance.choice(country.dates)
    if chance.random() < 0.05:
        style = chance.choice(["d-M-Y", "d M Y", "d-M-y"])
    plan.traits = {
        "number": number,
        "date": style,
        "delimiter": chance.choice(";;;;;;\t," if has_comma else ",,,,,,;;\t|"),
        "quotes": chance.choice(["minimal", "minimal", "all"]),
        "encoding": chance.choice(["utf-8"] * 3 + ["utf-8-sig", "utf-16"] + [country.encoding] * 2),
        "newline": chance.choice(["\n", "\r\n", "\r\n"]),
        "header": "yes" if needs_header or chance.random() < 0.88 else "",
        "balance": "yes" if has_balance else "",
        "order": chance.choice(["up", "down"]),
        "value": "yes" if chance.random() < 0.4 else "",
        "party": "yes" if chance.random() < 0.35 else "",
        "currency": chance.choice(["", "", "column", "column", "name", "cell", "preamble"]),
        "minus": chance.choice(["-", "-", "-", "-", "-", "-", "-", "\u2212", "behind", "brackets", "plus too"]),
        "preamble": chance.choice(["", "", "", "pairs", "pairs", "title", "balances"]),
        "footer": _pick(chance, FOOTERS),
        "inside": chance.choice(["", "", "", "", "", "", "", "", "opening", "both"]) if not plan.is_card else "",
        "extra": " ".join(
            role
            for role, share in (("ref", 0.3), ("other", 0.2), ("account", 0.2), ("category", 0.15), ("foreign", 0.1),
                                ("fee", 0.06), ("kind", 0.15), ("time", 0.06), ("number", 0.06), ("card", 0.04))
            if chance.random() < share
        ),
        "mixed columns": "yes" if chance.random() < 0.3 else "",
    }  # fmt: skip
    if plan.is_card:  # no other account and no kinds of booking; mostly the card's number
        kept = [role for role in plan.traits["extra"].split() if role not in ("other", "kind", "category", "card")]
        plan.traits["extra"] = " ".join([*kept, "card"] if chance.random() < 0.6 else kept)
