"""Why a category, in words that name the payee and the word that tells."""

import numpy as np
import pytest

from advisory.analysis.categorise import Categoriser, Example, load_model
from advisory.analysis.categorise.outside import translation
from advisory.analysis.categorise.reasons import Words, shown_name
from advisory.analysis.rows import Rows
from advisory.tests.analysis.categorise.texts import row


@pytest.mark.parametrize(
    ("brand", "words", "name"),
    [
        ("Bio", "Bio Company SE", "Bio Company SE"),
        ("Noodle House", "POS 0042 NOODLE HOUSE BERLIN", "Noodle House"),
        ("", "4711 ", "4711"),
        ("Aral", "Aral", "Aral"),
    ],
)
def test_a_payee_of_which_little_is_left_is_shown_as_the_bank_wrote_it(brand: str, words: str, name: str) -> None:
    assert shown_name(brand, words) == name


def test_the_telling_word_points_to_the_category_by_itself() -> None:
    model = load_model()
    told = translation(model.head, [], np.zeros((0, len(model.labels))), [])
    words = Words.of(["rosen apotheke", "xqzt"], model.head, told)
    assert words.telling("rosen apotheke", "Health") == "apotheke"
    assert words.telling("rosen apotheke", "Fuel") == ""
    assert words.telling("xqzt", "Health") == ""
    assert words.telling("rosen apotheke", "No such category") == ""


def test_the_reason_of_a_short_brand_names_the_whole_payee() -> None:
    known = [row(1, "Bio Company SE", category="Groceries")]
    (guess,) = Categoriser([Example.of(one) for one in known]).categorise(Rows.of([row(2, "Bio Company SE", days=90)]))
    assert "Bio Company SE" in guess.reason
