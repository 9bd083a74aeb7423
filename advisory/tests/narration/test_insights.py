"""Every kind of insight has words, with and without the figures that may be missing, and none holds a digit."""

from __future__ import annotations

from datetime import date

import pytest

from advisory.analysis.facts import FactDraft
from advisory.models import Insight
from advisory.narration.insights import TEXTS, TITLES, insight_words, slots
from advisory.narration.voice import LANGUAGES
from transactions.ledger.period import Period

ABOUT = {"payee": "Corner Market", "booked": "2026-03-04"}
FACT = FactDraft(
    "movement", "sum", "-12.30", "EUR", Period(date(2026, 3, 4), date(2026, 3, 5)), "sum@1", ABOUT, id="f1"
)


def test_every_kind_has_words() -> None:
    for language in LANGUAGES:
        assert set(TITLES[language]) == set(TEXTS[language]) == set(Insight.Kind.values)


def test_every_language_speaks_of_the_same_figures() -> None:
    for table in (TITLES, TEXTS):
        for kind, templates in table["en"].items():
            assert [slots(one) for one in templates] == [slots(one) for one in table["de"][kind]]


def _templates(kind: str) -> list[str]:
    return [one for table in (TITLES, TEXTS) for language in LANGUAGES for one in table[language][kind]]


@pytest.mark.parametrize("kind", Insight.Kind.values)
def test_words_hold_no_figure_of_their_own(kind: str) -> None:
    for template in _templates(kind):
        assert not any(letter.isnumeric() for letter in template)


@pytest.mark.parametrize("kind", Insight.Kind.values)
def test_all_that_is_there_is_said(kind: str) -> None:
    names = {name for template in _templates(kind) for name in slots(template)}
    title, text = insight_words(kind, dict.fromkeys(names, FACT))
    assert title.text
    assert text.text.endswith(".")
    assert "{" not in title.text + text.text


def test_a_sentence_whose_figure_is_missing_is_not_said() -> None:
    _, text = insight_words("amount", {"amount": FACT})
    assert text.text == "€12.30 on 4 March 2026 is far from what is usual there."
