"""Questions from the templates, over generated households, each with the exact answer worked out from plain rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.ask import truth
from benchmarks.ask.homes import Home
from benchmarks.ask.refusals import NOTHINGS, REFUSED, STRANGERS, WORDS_PUT_IN
from benchmarks.ask.templates import TEMPLATES
from benchmarks.ask.truth import Window

EACH = 5
EACH_REFUSED = 3
TURNED = 6
CATEGORIES: Mapping[str, tuple[Sequence[str], Sequence[str]]] = {
    "groceries": (("groceries", "Groceries", "food shopping"), ("Lebensmittel", "lebensmittel")),
    "restaurants": (("restaurants", "eating out"), ("Restaurants", "Essen gehen")),
    "coffee": (("coffee", "Coffee"), ("Kaffee", "kaffee")),
    "transport": (("transport", "public transport"), ("Verkehr", "Nahverkehr")),
    "fuel": (("fuel", "petrol"), ("Benzin", "Tanken", "Sprit")),
    "rent_mortgage": (("rent", "Rent"), ("Miete", "miete")),
    "utilities": (("utilities", "energy"), ("Nebenkosten", "Energie")),
    "phone_internet": (("phone and internet", "phone/internet"), ("Telefon und Internet", "Telefon/Internet")),
    "insurance": (("insurance", "insurances"), ("Versicherungen", "Versicherung")),
    "health": (("health", "Health"), ("Gesundheit",)),
    "clothing": (("clothes", "clothing"), ("Kleidung", "Klamotten")),
    "entertainment": (("entertainment",), ("Freizeit", "Unterhaltung")),
    "subscriptions": (("subscriptions", "Subscriptions"), ("Abos", "Abonnements")),
    "pets": (("pets", "my pets"), ("Haustiere", "Haustier")),
}
PAYEES: Mapping[str, Sequence[str]] = {
    "REWE Markt GmbH": ("Rewe", "REWE", "rewe markt"),
    "EDEKA Südvorstadt": ("Edeka", "Edeka Suedvorstadt"),
    "Kaufland": ("Kaufland", "kaufland"),
    "LIDL Dienstleistung": ("Lidl", "lidl"),
    "ALDI Nord": ("Aldi", "Aldi Nord"),
    "Netflix.com": ("Netflix",),
    "Spotify AB": ("Spotify",),
    "dm-drogerie markt": ("dm-drogerie markt", "dm drogerie"),
    "Rossmann": ("Rossmann",),
    "Telekom Deutschland GmbH": ("Telekom",),
    "Hausverwaltung Lindenhof": ("Hausverwaltung Lindenhof", "Lindenhof"),
    "Kaffee Franz": ("Kaffee Franz",),
    "Fressnapf": ("Fressnapf",),
    "H&M": ("H&M",),
}
ACCOUNTS = {
    "checking": (("everyday account", "checking account"), ("Girokonto", "dem Girokonto")),
    "savings": (("savings account", "savings"), ("dem Sparkonto", "Sparkonto")),
    "credit_card": (("credit card",), ("Kreditkarte", "der Kreditkarte")),
}
MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTHS_DE = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
NUMBER_WORDS = {2: ("two", "zwei"), 3: ("three", "drei"), 6: ("six", "sechs")}


@dataclass(frozen=True, slots=True)
class Said:
    """A time as it is said in both languages, and the days that it means."""

    en: str
    de: str
    window: Window


@dataclass(frozen=True, slots=True)
class Question:
    """`kind` says which figure of the answer is held against `expected`. `expected` None: there is none to give, and
    a refusal is the answer."""

    text: str
    language: str
    form: str
    is_held: bool
    home: Home
    kind: str
    expected: object


def month_window(year: int, month: int) -> Window:
    start = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = (start + timedelta(days=32)).replace(day=1)
    return Window(start, after - timedelta(days=1))


def english_day(day: date) -> str:
    return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"


def german_day(day: date) -> str:
    return f"{day.day}. {MONTHS_DE[day.month - 1]} {day.year}"


def dotted(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def times(home: Home, dice: Random) -> list[Said]:
    """Every way to name a time, with days worked out from the newest booked one."""
    now = home.as_of
    this, last = month_window(now.year, now.month), month_window(now.year, now.month - 1)
    back = month_window(now.year, now.month - dice.randint(2, 9))
    month, year = back.first.month, back.first.year
    name_en, name_de = MONTHS_EN[month - 1], MONTHS_DE[month - 1]
    some = dice.choice((2, 3, 6))
    spoken_en, spoken_de = dice.choice((NUMBER_WORDS[some], (str(some), str(some))))
    monday = now - timedelta(days=now.weekday())
    later = month_window(year, month + 2)
    day_one, day_two = date(year, month, 3), date(year, month, 3) + timedelta(days=40)
    quarter_start = date(back.first.year, (month - 1) // 3 * 3 + 1, 1)
    quarter = Window(quarter_start, month_window(quarter_start.year, quarter_start.month + 2).last)
    number = (month - 1) // 3
    ordinal_en = ("first", "second", "third", "fourth")[number]
    ordinal_de = ("ersten", "zweiten", "dritten", "vierten")[number]
    found = [
        Said("last month", "letzten Monat", last),
        Said("last month", "im letzten Monat", last),
        Said("this month", "diesen Monat", this),
        Said("this year", "dieses Jahr", Window(date(now.year, 1, 1), date(now.year, 12, 31))),
        Said(f"in {name_en}", f"im {name_de}", back),
        Said(f"in {name_en} {year}", f"im {name_de} {year}", back),
        Said(f"in {year}", f"{year}", Window(date(year, 1, 1), date(year, 12, 31))),
        Said(
            f"in the last {spoken_en} months",
            f"in den letzten {spoken_de} Monaten",
            Window(month_window(now.year, now.month - some).first, last.last),
        ),
        Said("in the last 30 days", "in den letzten 30 Tagen", Window(now - timedelta(days=29), now)),
        Said("last week", "letzte Woche", Window(monday - timedelta(days=7), monday - timedelta(days=1))),
        Said(f"since {name_en} {year}", f"seit {name_de} {year}", Window(back.first, now)),
        Said(
            f"between {name_en} {year} and {MONTHS_EN[later.first.month - 1]} {later.first.year}",
            f"von {name_de} {year} bis {MONTHS_DE[later.first.month - 1]} {later.first.year}",
            Window(back.first, later.last),
        ),
        Said(
            f"in the {ordinal_en} quarter of {quarter.first.year}",
            f"im {ordinal_de} Quartal {quarter.first.year}",
            quarter,
        ),
        Said(f"in Q{number + 1} {quarter.first.year}", f"in Q{number + 1} {quarter.first.year}", quarter),
        Said(
            f"from {english_day(day_one)} to {english_day(day_two)}",
            f"vom {german_day(day_one)} bis zum {german_day(day_two)}",
            Window(day_one, day_two),
        ),
        Said(
            f"between {day_one.isoformat()} and {day_two.isoformat()}",
            f"zwischen dem {dotted(day_one)} und dem {dotted(day_two)}",
            Window(day_one, day_two),
        ),
    ]
    if month_window(now.year - 1, 1).first >= home.first_day.replace(day=1):
        last_year = Window(date(now.year - 1, 1, 1), date(now.year - 1, 12, 31))
        found.append(Said("last year", "letztes Jahr", last_year))
    return [one for one in found if one.window.first <= now and one.window.last >= home.first_day]


def long_times(home: Home, dice: Random) -> list[Said]:
    """Times of several whole months."""
    return [one for one in times(home, dice) if len(truth.full_months(home, one.window)) >= 2]


def questions(homes: Sequence[Home]) -> Iterator[Question]:
    for form, by_language in TEMPLATES.items():
        for language, phrasings in by_language.items():
            for place, phrasing in enumerate(phrasings):
                for round_ in range(EACH):
                    dice = Random(f"{form}/{language}/{place}/{round_}")
                    home = homes[(place * EACH + round_) % len(homes)]
                    yield MAKERS[form](phrasing, language, form, home, dice, place % 2 == 1)


Maker = Callable[[str, str, str, Home, Random, bool], Question]


@dataclass(frozen=True, slots=True)
class Filled:
    text: str
    key: str
    payee: str
    window: Window
    number: int
    account: str


def fill(phrasing: str, language: str, home: Home, dice: Random, *, is_long: bool = False) -> Filled:
    at = 1 if language == "de" else 0
    key = dice.choice(sorted(CATEGORIES))
    known = {row.payee for row in home.rows}
    payee = dice.choice([name for name in sorted(PAYEES) if name in known])
    said = dice.choice(long_times(home, dice) if is_long else times(home, dice))
    account, number = dice.choice(sorted(ACCOUNTS)), dice.choice((3, 5, 10))
    if "{amount}" in phrasing:
        number = dice.choice((50, 100, 200))
    text = phrasing.format(
        category=dice.choice(CATEGORIES[key][at]),
        payee=dice.choice(PAYEES[payee]),
        period=said.de if at else said.en,
        amount=number,
        n=number,
        account=dice.choice(ACCOUNTS[account][at]),
    )
    text = " ".join(text.split()).replace(" ?", "?")
    return Filled(text, key, payee, said.window, number, account if "{account}" in phrasing else "")


def way_of(text: str) -> truth.Way:
    """Who asks for transactions asks for what came in too; else for what was paid."""
    said = text.lower()
    return truth.moved if "transaction" in said or "buchung" in said else truth.spent


def simple(kind: str, expect: Callable[[Home, Filled], object], *, is_long: bool = False) -> Maker:
    def make(  # noqa: PLR0917 (a question has no fewer sides)
        phrasing: str, language: str, form: str, home: Home, dice: Random, is_held: bool
    ) -> Question:
        filled = fill(phrasing, language, home, dice, is_long=is_long)
        if "{payee}" not in phrasing:
            filled = Filled(filled.text, filled.key, "", filled.window, filled.number, filled.account)
        return Question(filled.text, language, form, is_held, home, kind, expect(home, filled))

    return make


def _sum(way: truth.Way, *, by_key: bool = False) -> Callable[[Home, Filled], object]:
    def expect(home: Home, filled: Filled) -> object:
        key = filled.key if by_key and not filled.payee else ""
        return truth.cents_text(truth.total(truth.chosen(home, filled.window, way, key=key, payee=filled.payee)))

    return expect


def _count(home: Home, filled: Filled) -> object:
    return str(len(truth.chosen(home, filled.window, way_of(filled.text), payee=filled.payee)))


def _mean(home: Home, filled: Filled) -> object:
    return truth.average_payment(truth.chosen(home, filled.window, way_of(filled.text), payee=filled.payee))


def _largest(home: Home, filled: Filled) -> object:
    rows = truth.chosen(home, filled.window, way_of(filled.text))
    return truth.cents_text(max((row.cents for row in rows), key=abs)) if rows else None


def _top(by: str) -> Callable[[Home, Filled], object]:
    def expect(home: Home, filled: Filled) -> object:
        rows = truth.chosen(home, filled.window, truth.spent)
        return truth.ranked(rows, lambda row: str(getattr(row, by)), filled.number)

    return expect


def _compare(home: Home, filled: Filled) -> object:
    now = home.as_of
    this, last = month_window(now.year, now.month), month_window(now.year, now.month - 1)
    here, there = (truth.total(truth.chosen(home, one, truth.spent, key=filled.key)) for one in (this, last))
    return [truth.cents_text(here), truth.cents_text(there), truth.cents_text(here - there)]


def _share(home: Home, filled: Filled) -> object:
    whole = truth.chosen(home, filled.window, truth.spent)
    return truth.share([row for row in whole if row.key == filled.key], whole)


def _trend(home: Home, filled: Filled) -> object:
    months = truth.months_touched(home, filled.window)
    sums = (truth.total(truth.chosen(home, one, truth.spent, key=filled.key)) for one in months)
    return [truth.cents_text(cents) for cents in sums]


def _listed(home: Home, filled: Filled) -> object:
    rows = truth.chosen(home, filled.window, way_of(filled.text))
    return sorted(row.id for row in rows if abs(row.cents) > filled.number * 100)


def _average(home: Home, filled: Filled) -> object:
    return truth.average_month(home, filled.window, filled.key)


def _balance(home: Home, filled: Filled) -> object:
    return truth.balance(home, filled.account)


MAKERS: Mapping[str, Maker] = {
    "sum_category": simple("sum", _sum(truth.spent, by_key=True)),
    "sum_payee": simple("sum", _sum(truth.spent)),
    "sum_spending": simple("sum", _sum(truth.spent)),
    "sum_income": simple("sum", _sum(truth.earned)),
    "net": simple("sum", _sum(truth.moved)),
    "average_month": simple("average", _average, is_long=True),
    "average_payment": simple("average", _mean),
    "count": simple("count", _count),
    "largest": simple("largest", _largest),
    "top_payees": simple("lines", _top("payee")),
    "top_categories": simple("lines", _top("key")),
    "compare": simple("compare", _compare),
    "share": simple("part", _share),
    "trend": simple("lines", _trend, is_long=True),
    "list_amount": simple("rows", _listed),
    "balance": simple("balance", _balance),
    "keyword": simple("sum", _sum(truth.spent, by_key=True)),
}


def slips(homes: Sequence[Home]) -> Iterator[Question]:
    """Questions for a category with one letter left out of its name: answered right, or refused."""
    for language in ("en", "de"):
        phrasings = TEMPLATES["sum_category"][language]
        for place in range(60):
            dice = Random(f"slip/{language}/{place}")
            home, phrasing = homes[place % len(homes)], phrasings[place % len(phrasings)]
            key = dice.choice(
                [one for one in sorted(CATEGORIES) if len(CATEGORIES[one][0 if language == "en" else 1][0]) > 6]
            )
            name = CATEGORIES[key][0 if language == "en" else 1][0]
            cut = dice.randrange(2, len(name) - 1)
            said = dice.choice(times(home, dice))
            text = phrasing.format(
                category=name[:cut] + name[cut + 1 :], period=said.de if language == "de" else said.en
            )
            cents = truth.total(truth.chosen(home, said.window, truth.spent, key=key))
            yield Question(text, language, "slip", place % 2 == 1, home, "sum", truth.cents_text(cents))


def turned(homes: Sequence[Home]) -> Iterator[Question]:
    """Questions that are answered, made into others by a word put in at any place: none may be answered as before."""
    for language, words in WORDS_PUT_IN.items():
        for place, word in enumerate(words):
            for round_ in range(TURNED):
                dice = Random(f"turned/{language}/{place}/{round_}")
                form = dice.choice(("sum_category", "sum_payee", "count", "average_month", "trend"))
                home = homes[(place + round_) % len(homes)]
                filled = fill(dice.choice(TEMPLATES[form][language]), language, home, dice, is_long=True)
                said = filled.text.split()
                said.insert(dice.randrange(len(said) + 1), word)
                yield Question(" ".join(said), language, "a word put in", round_ % 2 == 1, home, "refusal", None)


def refused(homes: Sequence[Home]) -> Iterator[Question]:
    """Questions that must not be answered."""
    for form, by_language in REFUSED.items():
        for language, phrasings in by_language.items():
            for place, phrasing in enumerate(phrasings):
                for round_ in range(EACH_REFUSED):
                    dice = Random(f"refused/{form}/{language}/{place}/{round_}")
                    home = homes[(place + round_) % len(homes)]
                    wider = phrasing.replace("{stranger}", dice.choice(STRANGERS)).replace(
                        "{nothing}", dice.choice(NOTHINGS[language])
                    )
                    filled = fill(wider, language, home, dice)
                    yield Question(filled.text, language, form, place % 2 == 1, home, "refusal", None)
