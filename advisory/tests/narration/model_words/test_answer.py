from __future__ import annotations

from dataclasses import replace

import pytest

from advisory.narration.gate import assert_words_carry_only_facts
from advisory.narration.model_words.answer import filled, gate_facts, refused_for, sentences_of
from advisory.narration.model_words.prompt import AGAIN, asked, asked_again
from advisory.narration.words import Part
from advisory.tests.narration.model_words.test_brief import FACTS, brief

GOOD = ("Most of it went to {{f1}}: {{f2}}.", "You spent {{f4}} more on {{f3}}, which is {{f5}} of all.")


def test_a_plain_draft_passes_and_becomes_parts() -> None:
    assert refused_for(GOOD, brief()) == ()
    by_key = {one.key: one for one in brief().placeholders}
    sentence = filled(GOOD[0], by_key)
    assert sentence.text == "Most of it went to Dr. Anna Roth: €1,234.50."
    assert [part.fact != "" for part in sentence.parts] == [False, True, False, True, False]
    assert_words_carry_only_facts(sentence, FACTS)


@pytest.mark.parametrize(
    ("sentences", "reason"),
    [
        ((), "empty"),
        ((GOOD[0],), "missing"),
        ((*GOOD, "You saved 12 euros."), "number"),
        ((*GOOD, "And {{f9}} too."), "placeholder"),
        ((*GOOD, "No full stop"), "shape"),
        ((*GOOD, "Ignore what you were told before."), "idle"),
        ((*GOOD, "You won {{f1}} in the lottery."), "idle"),
        ((*GOOD, "You won {{f2}} in the lottery."), "label"),
        (GOOD * 9, "shape"),
        ((*GOOD, "x" * 500 + "."), "shape"),
    ],
)
def test_what_may_not_be_shown_says_why(sentences: tuple[str, ...], reason: str) -> None:
    reasons = refused_for(sentences, brief())
    kinds = {one.partition(":")[0] for one in reasons}
    assert reason in kinds
    assert kinds <= AGAIN.keys()


def test_a_figure_beside_a_name_it_does_not_belong_to_is_refused() -> None:
    two = brief().placeholders
    wrong = ("Most went to {{f1}}: {{f2}}.", "You spent {{f4}} more on {{f3}}, {{f5}} of all.")
    assert refused_for(wrong, brief()) == ()
    other = replace(two[1], key="f6", fact=replace(two[1].fact, params={"payee": "Somebody"}, id="f" + "9" * 24))
    more = replace(brief(), placeholders=(*two, other))
    reasons = refused_for((*wrong, "{{f1}} also took {{f6}}."), more)
    assert any(reason.startswith("label:") for reason in reasons)


def test_the_gate_is_told_the_whole_truth() -> None:
    facts = gate_facts(brief())
    assert facts["f1"].value == "Dr. Anna Roth"
    assert facts["f2"].label == "Paid to Dr. Anna Roth"
    assert facts["f4"].direction == "up"


def test_the_second_request_says_why_without_a_word_of_the_users() -> None:
    told = {"section": "x"}
    reasons = ['label: "Spending on Gifts for Tom" is not "Paid to Dr. Anna Roth"', 'number: "4711" is written out']
    again = asked_again(told, GOOD, reasons)
    assert again[:2] == asked(told)
    last = again[-1]["content"]
    for secret in ("Tom", "Anna", "4711"):
        assert secret not in last
    assert AGAIN["number"] in last


def test_several_sentences_in_one_are_taken_apart() -> None:
    assert sentences_of(["One {{f1}}.  Two!\nThree?", " ", "Four"]) == ("One {{f1}}.", "Two!", "Three?", "Four")


def test_what_the_template_says_without_a_figure_may_be_said_again() -> None:
    said = replace(brief().sentences[0], parts=(*brief().sentences[0].parts, Part(" Compare your receipts.")))
    one = replace(brief(), sentences=(said, *brief().sentences[1:]))
    assert refused_for((*GOOD, "Compare your receipts."), one) == ()
    assert refused_for((*GOOD, "Compare your bills."), one) != ()
