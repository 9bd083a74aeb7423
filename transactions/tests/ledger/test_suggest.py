from __future__ import annotations

import pytest

from transactions.ledger.default_categories import DEFAULT_CATEGORIES
from transactions.ledger.lexicon import INCOMING, LONGEST_PHRASE, OUTGOING, compiled
from transactions.ledger.suggest import suggest_category, suggest_from_bank

NAMES = (
    "Groceries, Restaurants, Coffee, Transport, Fuel, Rent/Mortgage, Utilities, Phone/Internet, Insurance, Health, "
    "Shopping, Clothing, Electronics, Entertainment, Subscriptions, Travel, Education, Childcare, Pets, "
    "Gifts/Donations, Fees, Taxes, Income:Salary, Income:Interest, Transfer, Cash, Other"
)


def test_there_are_exactly_the_27_categories_with_unique_keys() -> None:
    assert [category.name for category in DEFAULT_CATEGORIES] == NAMES.split(", ")
    assert len({category.key for category in DEFAULT_CATEGORIES}) == 27


@pytest.mark.parametrize("lists", [OUTGOING, INCOMING])
def test_every_word_belongs_to_one_known_category_and_is_short_enough(lists: dict[str, str]) -> None:
    keys = {category.key for category in DEFAULT_CATEGORIES}
    phrases = compiled(lists)
    assert set(lists) <= keys
    assert all(phrase and len(phrase.split()) <= LONGEST_PHRASE for phrase in phrases)
    assert len(phrases) == sum(len({p.strip() for p in text.split(",")}) for text in lists.values())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("REWE Markt Köln", "groceries"),
        ("Apotheke am Markt", "health"),
        ("Miete März", "rent_mortgage"),
        ("Shell 4711", "fuel"),
        ("UBER EATS", "restaurants"),
        ("UBER TRIP", "transport"),
        ("council tax direct debit", "taxes"),
        ("Prélèvement loyer", "rent_mortgage"),
    ],
)
def test_words_in_several_languages(text: str, key: str) -> None:
    found = suggest_category(text, is_incoming=False)
    assert found is not None
    assert found.key == key
    assert "says" in found.reason


def test_whole_words_only_and_nothing_for_the_unknown() -> None:
    assert suggest_category("Parenting Ltd", is_incoming=False) is None
    assert suggest_category("", is_incoming=False) is None


def test_money_coming_in_is_salary_or_interest_never_spending() -> None:
    salary = suggest_category("Gehalt März", is_incoming=True)
    assert salary is not None
    assert salary.key == "income_salary"
    assert suggest_category("Tesco refund", is_incoming=True) is None


def test_the_banks_word_counts_when_it_is_a_category() -> None:
    assert suggest_from_bank("phone / internet") is not None
    assert suggest_from_bank("Miscellaneous") is None
    assert suggest_from_bank("") is None
