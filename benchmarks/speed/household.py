"""A seeded household's bank files: `rows` movements over `years`, equally many in each month.

Everything is drawn from the seed, so that the same call gives the same bytes. `write` leaves behind, in one folder:
`all.csv` (every row with its account), one file an account in `oldest/`, `newest/`, `shuffled/` and `distinct/` (the
last: no two rows say the same), `late.csv` (a hundred later rows of the first account) and `rules.json` (fragment of
a text -> category).
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

LAST_DAY = date(2025, 12, 31)
MONTH = "2025-06"
"""The month that is asked for everywhere."""
LATE_ROWS = 100
ACCOUNTS = (("Current", "EUR", 55), ("Card", "EUR", 34), ("Savings", "EUR", 6), ("Dollars", "USD", 5))
"""Name, currency, share of the rows in percent."""
CATEGORIES = (
    ("Groceries", 4200, ("MARKTHALLE", "FRISCHKORB", "OBSTGARTEN", "KAUFGUT", "BIOHOF", "TANTE ELSE", "NORDKAUF")),
    ("Restaurants", 2600, ("TRATTORIA SOLE", "NOODLE BAR", "ZUM ANKER", "CURRY ECK", "PIZZA MARE", "SUSHI KAI")),
    ("Coffee", 520, ("KAFFEEWERK", "ESPRESSO LAB", "MOKKA HAUS", "TEESTUBE")),
    ("Transport", 1400, ("STADTBAHN", "FAHRWERK TAXI", "ROLLER JETZT", "FERNZUG")),
    ("Fuel", 5600, ("TANKHOF", "AUTOSTOPP", "BENZINA")),
    ("Shopping", 3800, ("WARENHAUS SUED", "MODEWELT", "BUECHERINSEL", "TECHNIKRAUM", "ALLESDA ONLINE")),
    ("Health", 2900, ("APOTHEKE AM TOR", "ZAHNHAUS", "OPTIK BLICK")),
    ("Entertainment", 1900, ("LICHTSPIELE", "STREAMBOX", "KONZERTKASSE", "SPIELEWELT")),
    ("Travel", 24000, ("FLUGLINIE OST", "HOTEL SEEBLICK", "FERIENHAUS24")),
    ("Household", 5200, ("BAUSTOFFE KURZ", "MOEBELHOF", "GARTENCENTER")),
    ("Rent", 98000, ("HAUSVERWALTUNG LINDE",)),
    ("Utilities", 8700, ("STADTWERKE", "WASSERVERBAND", "FERNWAERME")),
    ("Insurance", 6400, ("SICHER DIREKT", "KRANKENKASSE NORD")),
)
SALARY = ("Salary", -310000, ("ARBEITGEBER GMBH",))
TOWNS = ("BERLIN", "HAMBURG", "LEIPZIG", "KOELN", "DRESDEN", "BREMEN")
SYLLABLES = ("ba", "ko", "lin", "mer", "tu", "sa", "ren", "vo", "pix", "dal", "nor", "fes", "gu", "hal", "wim", "zet")
MADE_UP_SHOPS = 400
RULES = 101


@dataclass(frozen=True, slots=True)
class Movement:
    day: date
    account: str
    currency: str
    shop: str
    text: str
    minor: int
    category: str

    @property
    def amount(self) -> str:
        return f"{'-' if self.minor < 0 else ''}{abs(self.minor) // 100}.{abs(self.minor) % 100:02d}"


def movements(rows: int, years: int, seed: int = 11, *, are_distinct: bool = False) -> list[Movement]:
    """Oldest first. Month by month the same number of rows, to within one."""
    luck = random.Random(f"{seed}/{rows}/{years}")
    months, found = years * 12, []
    shops = [*_shops(luck), *([_of(SALARY)] * 2)]
    weights = [4] * (len(shops) - MADE_UP_SHOPS - 2) + [1] * MADE_UP_SHOPS + [1, 1]
    for number in range(months):
        first = _month(number - months)
        days = (_month(number - months + 1) - first).days
        for _ in range(rows * (number + 1) // months - rows * number // months):
            day = first + timedelta(days=luck.randrange(days))
            shop, category, usual = luck.choices(shops, weights)[0]
            found.append(_movement(luck, day, shop, category, usual, are_distinct))
    return sorted(found, key=lambda one: one.day)


def rules() -> dict[str, str]:
    """Fragments of texts and the categories that they mean."""
    luck = random.Random("rules")
    known = {shop: name for name, _, shops in (*CATEGORIES, SALARY) for shop in shops}
    made_up = {shop: category for shop, category, _ in _made_up(luck)}
    return dict(list({**known, **made_up}.items())[:RULES])


def write(folder: Path, rows: int, years: int) -> None:
    """All files of one household; nothing is done where they are there."""
    if (folder / "rules.json").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    plain = movements(rows, years)
    with (folder / "all.csv").open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("date", "text", "shop", "amount", "currency", "account", "category"))
        writer.writerows(
            (one.day, one.text, one.shop, one.amount, one.currency, one.account, one.category) for one in plain
        )
    shuffled = list(plain)
    random.Random(rows).shuffle(shuffled)
    _write_accounts(folder / "oldest", plain)
    _write_accounts(folder / "newest", plain[::-1])
    _write_accounts(folder / "shuffled", shuffled)
    _write_accounts(folder / "distinct", movements(rows, years, are_distinct=True))
    late = [one for one in movements(LATE_ROWS * 3, 1, seed=12) if one.account == ACCOUNTS[0][0]][:LATE_ROWS]
    _write_file(folder / "late.csv", late)
    (folder / "rules.json").write_text(json.dumps(rules(), indent=1))


def _write_accounts(folder: Path, rows: Sequence[Movement]) -> None:
    folder.mkdir(exist_ok=True)
    for name, _, _ in ACCOUNTS:
        _write_file(folder / f"{name}.csv", (one for one in rows if one.account == name))


def _write_file(path: Path, rows: Iterable[Movement]) -> None:
    with path.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("Booking date", "Counterparty", "Description", "Amount", "Currency"))
        writer.writerows((one.day, one.shop, one.text, one.amount, one.currency) for one in rows)


def _movement(  # noqa: PLR0917 (what one movement is made of)
    luck: random.Random, day: date, shop: str, category: str, usual: int, is_distinct: bool
) -> Movement:
    account, currency, _ = luck.choices(ACCOUNTS, [share for *_, share in ACCOUNTS])[0]
    words = [f"{luck.choice(('CARD', 'POS', 'SEPA', 'ONLINE'))} {shop}"]
    if luck.random() < 0.6:
        words.append(f"{luck.randrange(1000, 9999)} {luck.choice(TOWNS)}")
    if luck.random() < 0.3:
        words.append(f"REF {luck.randrange(10**8, 10**9)}")
    if is_distinct:
        words.append("".join(luck.choice(SYLLABLES) for _ in range(6)))
    minor = -round(usual * luck.uniform(0.4, 1.9))
    return Movement(day, account, currency, shop.title(), " ".join(words), minor or -1, category)


def _shops(luck: random.Random) -> Iterator[tuple[str, str, int]]:
    for name, usual, shops in CATEGORIES:
        yield from ((shop, name, usual) for shop in shops)
    del luck
    yield from _made_up(random.Random("rules"))


def _made_up(luck: random.Random) -> Iterator[tuple[str, str, int]]:
    """Small shops with names of syllables, so that there are many different texts."""
    for number in range(MADE_UP_SHOPS):
        name = "".join(luck.choice(SYLLABLES) for _ in range(4)).upper()
        category, usual, _ = luck.choice(CATEGORIES[:10])
        yield f"{name} {number:03d}", category, usual


def _of(kind: tuple[str, int, tuple[str, ...]]) -> tuple[str, str, int]:
    name, usual, shops = kind
    return shops[0], name, usual


def _month(ahead: int) -> date:
    """The first day of the month that lies so many months from the one after LAST_DAY."""
    number = (LAST_DAY.year + 1) * 12 + ahead
    return date(number // 12, number % 12 + 1, 1)
