"""The corpus that judges the number gate is what its program makes, large enough, and labelled by the contract."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.gate_corpus.make import SIDES, Item, items, read, read_text, text_of
from benchmarks.gate_corpus.words import BLIND, LANGUAGES, templates_of, words_of

CONTRACT = Path(__file__).parents[2] / "docs" / "NUMBER_GATE.md"
PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")


@pytest.fixture(scope="module")
def corpus() -> list[Item]:
    return [item for side in SIDES for item in read(side)]


@pytest.mark.parametrize("side", SIDES)
def test_the_files_are_what_the_program_makes(side: str) -> None:
    assert read_text(side) == text_of(side)
    assert len(read_text(side).encode()) > 1_000_000


def test_every_language_has_enough_of_both(corpus: list[Item]) -> None:
    counted = Counter((item["lang"], item["truth"]) for item in corpus)
    assert {lang for lang, _ in counted} == set(LANGUAGES)
    assert min(counted.values()) >= 600
    assert sum(count for (_, truth), count in counted.items() if truth) >= 2400
    assert sum(count for (_, truth), count in counted.items() if not truth) >= 2400


def test_every_language_has_a_hundred_and_twenty_sentences_of_its_own(corpus: list[Item]) -> None:
    for lang in LANGUAGES:
        assert len({template.right for template in templates_of(lang)}) == len(templates_of(lang)) >= 120
        assert len({item["template"] for item in corpus if item["lang"] == lang and item["truth"]}) >= 120


def test_no_sentence_stands_on_both_sides() -> None:
    dev, held, blind = ({item["template"] for item in items(side)} for side in SIDES)
    assert min(len(dev), len(held), len(blind)) >= 240
    assert not dev & held
    assert not blind & (dev | held)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_blind_sentences_are_enough_and_in_other_words(lang: str) -> None:
    """Four words in a row that both lists hold are a turn of phrase that was repeated; a few are unavoidable."""
    blind, known = ([template.right for template in templates_of(lang, *folder)] for folder in ((BLIND,), ()))
    assert len(set(blind)) == len(blind) >= 60
    assert not set(blind) & set(known)
    repeated = [one for one in blind if runs_of(one) & {run for other in known for run in runs_of(other)}]
    assert len(repeated) <= len(blind) / 4, repeated


def runs_of(sentence: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w']+|<\w+>|\{", re.sub(r"\{[^}]*\}", "{", sentence.casefold()))
    return {tuple(words[place : place + 4]) for place in range(len(words) - 3)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_blind_names_and_additions_are_its_own(lang: str) -> None:
    known, blind = words_of(lang).lists, words_of(lang, BLIND).lists
    own = set(known) - {"account", "currency", "percent"}
    assert {name for name in known if known[name] != blind[name]} == own
    assert not {(name, one) for name in own - {"stranger"} for one in set(known[name]) & set(blind[name])}
    assert not set(blind["stranger"]) & {*blind["payee"], *known["payee"]}


def test_the_blind_part_alone_has_every_reason_in_every_language() -> None:
    reasons = set(re.findall(r"^\| `(\w+)` \|", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE))
    for lang in LANGUAGES:
        faults = [item["fault"] for item in read("blind") if item["lang"] == lang]
        assert {fault.split(".")[0] for fault in faults if fault} == reasons
        assert min(sum(not fault for fault in faults), sum(bool(fault) for fault in faults)) >= 300


def test_every_reason_of_the_contract_has_faults_in_every_language(corpus: list[Item]) -> None:
    reasons = set(re.findall(r"^\| `(\w+)` \|", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE))
    for lang in LANGUAGES:
        assert {item["fault"].split(".")[0] for item in corpus if item["lang"] == lang and not item["truth"]} == reasons


def test_right_sentences_speak_of_all_they_need_and_hold_no_figure(corpus: list[Item]) -> None:
    for item in corpus:
        if item["truth"]:
            spoken = set(PLACEHOLDER.findall(item["draft"]))
            assert set(item["need"]) <= spoken <= set(item["facts"]), item
            assert not re.search(r"[\d{}<>\[\]|%€$£]", PLACEHOLDER.sub("", item["draft"])), item


def test_a_wrong_sentence_is_never_also_a_right_one(corpus: list[Item]) -> None:
    assert all(bool(item["fault"]) != item["truth"] for item in corpus)
    right = {(item["draft"], repr(item["facts"]), repr(item["need"])) for item in corpus if item["truth"]}
    wrong = {(item["draft"], repr(item["facts"]), repr(item["need"])) for item in corpus if not item["truth"]}
    assert not right & wrong
