"""The corpus that judges the number gate is what its program makes, large enough, and labelled by the contract."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.gate_corpus.make import APART, SIDES, Item, items, read, read_text, text_of
from benchmarks.gate_corpus.words import FOLDER, LANGUAGES, OTHER_LABELS, SEVENTH, SIXTH, templates_of, words_of

CONTRACT = Path(__file__).parents[2] / "docs" / "NUMBER_GATE.md"
REPEATED, PLAINLY = (
    0.25,
    0.6,
)  # a third of the seventh part is as plain as can be: it shares the phrases everybody writes
PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
OF_NOBODY = {"topcat", "toppayee", "nuncat"}
SLOTS = re.compile(r"\{(?:catn?|payee|goal|account)\}")


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


def test_no_sentence_stands_on_two_sides() -> None:
    templates = {side: {item["template"] for item in items(side)} for side in SIDES}
    assert min(len(names) for names in templates.values()) >= 240
    assert not any(templates[one] & templates[two] for one, two in combinations(SIDES, 2))
    for lang in LANGUAGES:
        known = {template.right for template in templates_of(lang)}
        apart = [template.right for folder in APART.values() for template in templates_of(lang, folder)]
        assert not known & set(apart)
        assert len(set(apart)) >= 0.98 * len(apart)  # hands that did not read each other may write a short one alike


@pytest.mark.parametrize("folder", APART.values())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentences_apart_are_enough_and_in_other_words(lang: str, folder: str) -> None:
    """Four words in a row that both lists hold are a turn of phrase that was repeated; a few are unavoidable."""
    apart, known = ([template.right for template in templates_of(lang, *other)] for other in ((folder,), ()))
    assert len(apart) >= 60
    repeated = [one for one in apart if runs_of(one) & {run for other in known for run in runs_of(other)}]
    assert len(repeated) <= len(apart) * (PLAINLY if folder == SEVENTH else REPEATED), len(repeated)


def runs_of(sentence: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w']+|<\w+>|\{", re.sub(r"\{[^}]*\}", "{", sentence.casefold()))
    return {tuple(words[place : place + 4]) for place in range(len(words) - 3)}


@pytest.mark.parametrize("folder", APART.values())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_names_and_additions_apart_are_their_own(lang: str, folder: str) -> None:
    known, apart = words_of(lang).lists, words_of(lang, folder).lists
    own = set(known) - {"account", "currency", "percent"}
    assert {name for name in known if known[name] != apart[name]} >= own
    assert not {(name, one) for name in own - {"stranger"} for one in set(known[name]) & set(apart[name])}
    assert not set(apart["stranger"]) & {*apart["payee"], *known["payee"]}


@pytest.mark.parametrize("side", APART)
def test_a_part_apart_alone_has_every_reason_in_every_language(side: str) -> None:
    reasons = set(re.findall(r"^\| `(\w+)` \|", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE))
    for lang in LANGUAGES:
        faults = [item["fault"] for item in read(side) if item["lang"] == lang]
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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_other_labels_name_figures_that_the_sentences_have(lang: str) -> None:
    others = relabelled_in(lang)
    known = words_of(lang, SIXTH).labels.keys() | words_of(lang, SEVENTH).labels.keys()
    assert set(others) <= known
    of_somebody = {key for key in others if key.endswith(("cat", "payee", "goal", "account"))} - OF_NOBODY
    assert all(SLOTS.search(text) for key in of_somebody for text in others[key].split("; "))


def relabelled_in(lang: str) -> dict[str, str]:
    lines = (FOLDER / OTHER_LABELS / f"{lang}.words").read_text(encoding="utf-8").splitlines()
    return dict(line.removeprefix("label ").split(": ", 1) for line in lines)
