"""Every kind of insight has words, with and without the figures that may be missing, and none holds a digit."""

from __future__ import annotations

from datetime import date

import pytest

from advisory.analysis.facts import FactDraft
from advisory.models import Insight
from advisory.narration.insights import TEXTS, TITLES, insight_words, slots
from transactions.ledger.period import Period

ABOUT = {"payee": "Corner Market", "booked": "2026-03-04"}
FACT = FactDraft(
    "movement", "sum", "-12.30", "EUR", Period(date(2026, 3, 4), date(2026, 3, 5)), "sum@1", ABOUT, id="f1"
)


def test_every_kind_has_words() -> None:
    assert set(TITLES) == set(TEXTS) == set(Insight.Kind.values)


@pytest.mark.parametrize("kind", Insight.Kind.values)
def test_words_hold_no_figure_of_their_own(kind: str) -> None:
    for template in (*TITLES[kind], *TEXTS[kind]):
        assert not any(letter.isnumeric() for letter in template)


@pytest.mark.parametrize("kind", Insight.Kind.values)
def test_all_that_is_there_is_said(kind: str) -> None:
    names = {name for template in (*TITLES[kind], *TEXTS[kind]) for name in slots(template)}
    title, text = insight_words(kind, dict.fromkeys(names, FACT))
    assert title.text
    assert text.text.endswith(".")
    assert "{" not in title.text + text.text


def test_a_sentence_whose_figure_is_missing_is_not_said() -> None:
    _, text = insight_words("amount", {"amount": FACT})
    assert text.text == "€12.30 on 4 March 2026 is far from what is usual there."
