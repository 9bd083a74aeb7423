"""The words the shipped model learns from: every line is usable, and the printed variations stay close to them."""

from random import Random

from benchmarks.training.lexicon_files import FOLDER, phrases, variations
from benchmarks.training.merchant_codes import category_of_code
from transactions.ledger.default_categories import DEFAULT_CATEGORIES

KEYS = {category.key for category in DEFAULT_CATEGORIES}


def test_every_line_names_a_default_category_and_every_category_has_words() -> None:
    lines = [line for path in FOLDER.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines()]
    assert {line.partition(": ")[0] for line in lines} == KEYS


def test_phrases_are_plain_known_once_and_many() -> None:
    listed = list(phrases())
    assert len(listed) == len(set(listed)) > 8000
    assert all(phrase == phrase.strip() and key in KEYS for phrase, key in listed)


def test_variations_begin_with_the_phrase_and_weigh_less_than_it() -> None:
    made = variations("noodle house north", Random(1))
    assert made[0] == ("noodle house north", 1.0)
    assert all(text and weight < 1 for text, weight in made[1:])
    assert any("noodlehousenorth" in text for text, _ in made)
    assert made == variations("noodle house north", Random(1))


def test_merchant_codes_stand_for_categories_and_unclear_ones_for_none() -> None:
    codes = {"5411": "groceries", "5541": "fuel", "3001": "travel", "6011": "cash", "7399": ""}
    assert {code: category_of_code(code) for code in codes} == codes
