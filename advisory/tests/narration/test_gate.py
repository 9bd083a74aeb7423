"""The gate lets through what facts say, and nothing else: drafts with one lie each must be caught."""

from __future__ import annotations

import itertools
from dataclasses import replace
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.analysis.facts import FactBook, FactDraft
from advisory.narration.gate import UnprovenWordsError, assert_words_carry_only_facts
from advisory.narration.phrases import PHRASES
from advisory.narration.voice import LANGUAGES, Language, Voice, speaking
from advisory.narration.wordings import as_tuple
from advisory.narration.words import Part, Sentence, plain, say
from transactions.ledger.columns import Columns
from transactions.ledger.period import parse_month

BOOK = FactBook.over(Columns.of([]), "alice")
NET: FactDraft = BOOK.derive(
    "net", "stated@1", "EUR", parse_month("2026-10"), params={"stated": "463.13", "payee": "7-Eleven ½ {net.amount}"}
)
FACTS = {NET.id: NET}


def test_a_true_sentence_passes_with_its_name_and_month() -> None:
    sentence = say("You kept {net.size} at {net.payee} in {net.month}.", net=NET)
    assert_words_carry_only_facts(sentence, FACTS)
    assert sentence.text == "You kept €463.13 at 7-Eleven ½ {net.amount} in October 2026."
    assert sentence.facts == (NET.id,)


@pytest.mark.parametrize("lie", ["5 euros", "½ of it", "x²", "Ⅻ months", "٣ rows", "half, 50 %", "€ many", "１２"])
def test_a_number_of_its_own_is_caught(lie: str) -> None:
    with pytest.raises(UnprovenWordsError, match="of its own"):
        assert_words_carry_only_facts(plain(f"You kept {lie}."), FACTS)


@given(st.text(alphabet="0123456789.,€−", min_size=1))
def test_any_other_figure_in_place_of_the_fact_is_caught(text: str) -> None:
    part = Part(text, NET.id, "size")
    if text != "€463.13":
        with pytest.raises(UnprovenWordsError, match="is not the figure"):
            assert_words_carry_only_facts(Sentence((part,)), FACTS)


def test_a_name_that_is_not_the_facts_is_caught() -> None:
    part = replace(say("{net.payee}", net=NET).parts[0], text="Kabelhaus")
    with pytest.raises(UnprovenWordsError, match="is not the name"):
        assert_words_carry_only_facts(Sentence((part,)), FACTS)


def test_a_fact_that_is_not_there_is_caught() -> None:
    with pytest.raises(UnprovenWordsError, match="not there"):
        assert_words_carry_only_facts(say("{net.size}", net=NET), {})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(PHRASES["en"]))
def test_no_phrase_holds_a_number_or_an_unknown_view(key: str, language: Language) -> None:
    values = {
        "stated": "1.00",
        "payee": "P",
        "category": "C",
        "account": "A",
        "booked": "2026-10-05",
        "goal": "G",
        "title": "T",
        "kind": "K",
    }
    money = BOOK.derive("m", "stated@1", "EUR", parse_month("2026-10"), params=values)
    for turn, wording in enumerate(as_tuple(PHRASES[language][key])):
        slots = {name: _fitting(money, name, key) for name in _slots(wording)}
        with speaking(Voice(language, turn=turn)):
            assert_words_carry_only_facts(say(wording, **slots), {fact.id: fact for fact in slots.values()})


def test_every_key_speaks_of_the_same_figures_in_every_wording_and_language() -> None:
    """`net.month` and `net.size` are two views of one figure; which facts are spoken of is what must be the same."""
    assert PHRASES["en"].keys() == PHRASES["de"].keys()
    for key in PHRASES["en"]:
        told = [_slots(one) for language in LANGUAGES for one in as_tuple(PHRASES[language][key])]
        # One wording of overspending names income and spending as well: all of a call's facts may be spoken of.
        assert min(told, key=len) <= max(told, key=len), key
        assert all(one <= max(told, key=len) for one in told), key


def test_two_months_in_a_row_are_worded_differently_and_each_always_alike() -> None:
    wordings = as_tuple(PHRASES["en"]["headline.kept"])
    said = [[Voice("en", "user:1", turn).choose("headline.kept", wordings) for turn in range(24)] for _ in range(2)]
    assert said[0] == said[1]
    assert all(one != other for one, other in itertools.pairwise(said[0]))
    assert set(said[0]) == set(wordings)


def _slots(template: str) -> set[str]:
    return {place.partition(".")[0] for _, place, _, _ in Formatter().parse(template) if place}


def _fitting(money: FactDraft, slot: str, key: str = "") -> FactDraft:
    """A fact of the kind the phrase speaks of under this name."""
    units = {
        "count": "count",
        "transfers": "count",
        "added": "count",
        "changed": "count",
        "removed": "count",
        "months": "count",
        "seen": "date",
        "due": "date",
        "day": "date",
        "payday": "date",
    }
    unit = "date" if key == "recurring.late" else units.get(slot, "EUR")
    stated = {"count": "3", "date": "2026-10-05", "EUR": "1.00"}[unit]
    params = {**money.params, "stated": stated}
    return BOOK.derive(slot, "stated@1", unit, money.period, params=params)
