"""Generated households as the questions see them: plain rows for the truth, a vocabulary and shares for the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from advisory.analysis.ask.vocabulary import NamedAccount, NamedCategory, Vocabulary
from transactions.ledger.columns import Columns, Share
from transactions.ledger.default_categories import DEFAULT_CATEGORIES
from transactions.sampledata.household import generate_household

GERMAN_NAMES = {
    "groceries": "Lebensmittel", "restaurants": "Restaurants", "coffee": "Kaffee", "transport": "Verkehr",
    "fuel": "Tanken", "rent_mortgage": "Miete", "utilities": "Nebenkosten", "phone_internet": "Telefon/Internet",
    "insurance": "Versicherungen", "health": "Gesundheit", "shopping": "Einkaufsbummel", "clothing": "Kleidung",
    "electronics": "Elektronik", "entertainment": "Freizeit", "subscriptions": "Abos", "travel": "Reisen",
    "education": "Bildung", "childcare": "Kinderbetreuung", "pets": "Haustier", "gifts_donations": "Geschenke/Spenden",
    "fees": "Gebühren", "taxes": "Steuern", "income_salary": "Gehalt", "income_interest": "Zinsen",
    "transfer": "Umbuchung", "cash": "Bargeld", "other": "Sonstiges",
}  # fmt: skip
HOMES = (
    (1, date(2024, 1, 1), date(2026, 3, 1), "en"),
    (2, date(2024, 5, 1), date(2026, 6, 16), "de"),
    (3, date(2025, 1, 1), date(2026, 2, 11), "en"),
    (4, date(2023, 7, 1), date(2025, 12, 29), "de"),
    (5, date(2024, 10, 1), date(2026, 11, 20), "en"),
    (6, date(2025, 2, 1), date(2026, 5, 1), "de"),
    (7, date(2024, 3, 1), date(2026, 1, 8), "en"),
    (8, date(2024, 8, 1), date(2026, 9, 30), "de"),
    (9, date(2023, 1, 1), date(2025, 8, 15), "en"),
    (10, date(2025, 4, 1), date(2026, 10, 5), "de"),
    (11, date(2024, 2, 1), date(2026, 7, 21), "en"),
    (12, date(2024, 12, 1), date(2026, 4, 25), "de"),
)


@dataclass(frozen=True, slots=True)
class PlainRow:
    """One movement for the truth: no class of the product stands behind it."""

    id: int
    day: date
    cents: int
    payee: str
    key: str
    account: str
    is_transfer: bool


@dataclass(frozen=True, slots=True)
class Home:
    seed: int
    names: str
    as_of: date
    first_day: date
    rows: tuple[PlainRow, ...]
    openings: Mapping[str, int]
    account_names: Mapping[str, str]
    vocabulary: Vocabulary
    columns: Columns

    def renamed(self, payee: str, other: str) -> Home:
        """The same household where one payee is called something else."""
        (pk,) = (pk for pk, name in self.vocabulary.payees.items() if name == payee)
        payees = {**self.vocabulary.payees, pk: other}
        shares = (replace(one, payee_name=other) if one.payee_id == pk else one for one in self.columns.shares)
        return replace(self, vocabulary=replace(self.vocabulary, payees=payees), columns=Columns(tuple(shares)))


def make_home(seed: int, start: date, end: date, names: str) -> Home:
    household = generate_household(seed, start, end)
    rows = tuple(
        PlainRow(pk, row.booking_date, row.amount_minor, row.payee, row.category, row.account, bool(row.transfer))
        for pk, row in enumerate(household.rows, start=1)
    )
    accounts = {one.kind: pk for pk, one in enumerate(household.accounts, start=1)}
    payees = {name: pk for pk, name in enumerate(sorted({row.payee for row in rows}), start=1)}
    categories = {
        one.key: NamedCategory(pk, GERMAN_NAMES[one.key] if names == "de" else one.name, one.key, one.kind, one.group)
        for pk, one in enumerate(DEFAULT_CATEGORIES, start=1)
    }
    earning = {payees[row.payee] for row in rows} - {payees[row.payee] for row in rows if row.cents < 0}
    vocabulary = Vocabulary(
        as_of=max(row.day for row in rows),
        first_day=min(row.day for row in rows),
        base_currency="EUR",
        categories={one.id: one for one in categories.values()},
        accounts={
            accounts[one.kind]: NamedAccount(
                accounts[one.kind], one.name, one.kind, "EUR", one.opening_minor, has_known_opening=True
            )
            for one in household.accounts
        },
        payees={pk: name for name, pk in payees.items()},
        currencies=("EUR",),
        earning=frozenset(earning),
    )
    shares = (
        Share(
            row.id,
            row.day,
            row.cents,
            "EUR",
            accounts[row.account],
            payees[row.payee],
            row.payee,
            categories[row.key].id,
            row.key,
            categories[row.key].name,
            is_transfer=row.is_transfer,
        )
        for row in rows
    )
    return Home(
        seed,
        names,
        vocabulary.as_of,
        vocabulary.first_day,
        rows,
        {one.kind: one.opening_minor for one in household.accounts},
        {one.kind: one.name for one in household.accounts},
        vocabulary,
        Columns.of(shares),
    )
