"""One fault put into a right sentence. Each maker answers the faulty item, or None where the sentence offers no hold.

A maker changes the words or the facts, never both, and takes an id out of `need` where its placeholder goes, so that no
second fault comes with the first. `side` is 0 for dev and 1 for held: each takes every other addition of a list. Blind,
2, and the sides after it take all: their additions are their own, and what has no words (marks.py) is the same for all.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from benchmarks.gate_corpus import marks
from benchmarks.gate_corpus.concepts import COUNTS, DIFFERENCES, DIRECTIONS, MONEY_IN, MONEY_OUT, RATIOS
from benchmarks.gate_corpus.figures import Fact, Filled, fact_of
from benchmarks.gate_corpus.words import Token


@dataclass(frozen=True, slots=True)
class Made:
    """What a line of the corpus holds beside its names."""

    draft: str
    facts: dict[str, Fact]
    need: list[str]


Part = TypeVar("Part")
Maker = Callable[[Filled, random.Random, int], Made | None]

BLIND = 2
MONEY = (*MONEY_IN, *MONEY_OUT, *DIFFERENCES)
RELABELLED = {
    "out": "in", "in": "out", "saved": "debt", "debt": "saved", "balaccount": "limitaccount",
    "limitaccount": "balaccount", "fees": "refund", "refund": "fees",
}  # fmt: skip
SIGNED = ("left", "short", "budleft", "budover", "fc", "fcshort")
# A sentence that only denies a change, or calls it small, is not untrue of every other direction.
DENIES = re.compile(r"\b(not|nicht|kaum|barely|guère|apenas|no)\b|n[’']t\b|\bn[’'](a|ont|avez)\b", re.IGNORECASE)
SEGMENT = re.compile(r"(?:\{[^}]*\}|[^.,;:?!{])+")
PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
WORD = re.compile(r"[^\W\d_]{4,}")
HOLE = "\ue000"


def right(filled: Filled) -> Made:
    return Made(filled.draft, filled.facts, filled.need)


def of_side(parts: Sequence[Part], side: int) -> Sequence[Part]:
    return parts[side::2] if side < BLIND else parts


def instead_of(filled: Filled, token: Token, text: str) -> Made:
    """The sentence with `text` where the placeholder of `token` stood."""
    draft = replace(filled, text=filled.text.replace(token.text, HOLE)).draft.replace(HOLE, text)
    return Made(draft, filled.facts, filled.without_need(filled.ids[token.text]).need)


def figure(filled: Filled, rng: random.Random, concepts: Sequence[str]) -> Token | None:
    fitting = [token for token in filled.template.tokens if token.concept in concepts]
    return rng.choice(fitting) if fitting else None


def written(texts: Sequence[str], concepts: Sequence[str] = (*MONEY, *COUNTS)) -> Maker:
    """A figure written out where its placeholder should be."""

    def make(filled: Filled, rng: random.Random, side: int) -> Made | None:
        token = figure(filled, rng, concepts)
        return instead_of(filled, token, rng.choice(of_side(texts, side))) if token else None

    return make


def spelled(filled: Filled, rng: random.Random, side: int) -> Made | None:
    return written(filled.template.lists["spelled"])(filled, rng, side)


def dressed(name: str, concepts: Sequence[str]) -> Maker:
    """A placeholder with a currency or a per cent sign beside it."""

    def make(filled: Filled, rng: random.Random, side: int) -> Made | None:
        token = figure(filled, rng, concepts)
        if token is None:
            return None
        dress = rng.choice(of_side(filled.template.lists[name], side))
        made = instead_of(filled, token, dress.format("{{" + filled.ids[token.text] + "}}"))
        return replace(made, need=filled.need)

    return make


def sentence(name: str) -> Maker:
    """Another sentence before or after this one."""

    def make(filled: Filled, rng: random.Random, side: int) -> Made | None:
        added = rng.choice(of_side(filled.template.lists[name], side))
        both = f"{added} {filled.draft}" if rng.random() < 0.3 else f"{filled.draft} {added}"
        return replace(right(filled), draft=both)

    return make


def address(filled: Filled, rng: random.Random, side: int) -> Made | None:
    added = rng.choice(of_side(marks.ADDRESSES, side))
    draft = f"{filled.draft[:-1]} ({added}){filled.draft[-1]}" if rng.random() < 0.5 else f"{filled.draft} {added}"
    return replace(right(filled), draft=draft)


def in_word(change: Callable[[str, random.Random, int], str]) -> Maker:
    """One word of the sentence changed, outside of placeholders."""

    def make(filled: Filled, rng: random.Random, side: int) -> Made | None:
        draft = filled.draft
        covered = {place for found in PLACEHOLDER.finditer(draft) for place in range(*found.span())}
        words = [word for word in WORD.finditer(draft) if word.start() not in covered]
        rng.shuffle(words)
        for word in words:
            if (changed := change(word[0], rng, side)) != word[0]:
                return replace(right(filled), draft=draft[: word.start()] + changed + draft[word.end() :])
        return None

    return make


def marked_up(word: str, rng: random.Random, side: int) -> str:
    return rng.choice(of_side(marks.MARKUP, side)).format(word)


def invisible(word: str, rng: random.Random, side: int) -> str:
    place = rng.randrange(1, len(word))
    return word[:place] + rng.choice(of_side(marks.INVISIBLE, side)) + word[place:]


def lookalike(word: str, rng: random.Random, side: int) -> str:
    pairs = [pair for pair in of_side(marks.LOOKALIKES, side) if pair[0] in word[1:]]
    if not pairs:
        return word
    latin, other = rng.choice(pairs)
    return word[0] + word[1:].replace(latin, other, 1)


def placeholder(shapes: Sequence[str]) -> Maker:
    def make(filled: Filled, rng: random.Random, side: int) -> Made | None:
        tokens = filled.template.tokens
        if not tokens:
            return None
        token = rng.choice(tokens)
        return instead_of(filled, token, rng.choice(of_side(shapes, side)).format(filled.ids[token.text]))

    return make


def empty(filled: Filled, rng: random.Random, side: int) -> Made | None:
    """No words; what was needed is spoken of as far as figures alone can."""
    tokens = filled.template.tokens
    if not tokens:
        return None
    return Made(rng.choice(of_side(marks.EMPTY, side)).format(filled.ids[tokens[0].text]), filled.facts, [])


def missing(filled: Filled, rng: random.Random, side: int) -> Made | None:
    """One more fact is needed than the sentence speaks of."""
    spoken = set(filled.ids.values())
    unspoken = [one for one in filled.facts if one not in spoken]
    if unspoken:
        return replace(right(filled), need=[*filled.need, rng.choice(unspoken)])
    added = fact_of(Token("", "interest", "", ""), filled.cast, rng)
    return Made(filled.draft, filled.facts | {"also": added}, [*filled.need, "also"])


def stranger(filled: Filled, rng: random.Random, side: int) -> Made | None:
    """Another payee than the facts know."""
    if "<payee>" not in filled.text:
        return None
    name = rng.choice(of_side(filled.template.lists["stranger"], side))
    cast = replace(filled.cast, names=filled.cast.names | {"payee": name})
    return right(replace(filled, cast=cast))


def other_category(filled: Filled, rng: random.Random, side: int) -> Made | None:
    """A category's figure under another category's name, in one and the same clause."""
    for segment in SEGMENT.finditer(filled.text):
        figures = [token for token in filled.template.tokens if token.argument == "cat" and token.text in segment[0]]
        named = re.search(r"<(Cat|cat|catn)>", segment[0])
        if figures and named and "<cat2>" not in segment[0]:
            other = named[1].replace("cat", "other").replace("Cat", "Other")
            start, end = segment.start() + named.start(), segment.start() + named.end()
            return right(replace(filled, text=f"{filled.text[:start]}<{other}>{filled.text[end:]}"))
    return None


def swapped(filled: Filled, rng: random.Random, side: int) -> Made | None:
    """Two placeholders changed over: of two categories, or a count and money."""
    tokens = filled.template.tokens
    for one in tokens:
        for two in tokens:
            categories = one.argument == "cat" and two.argument == "cat2" and one.sign == two.sign
            if categories or (one.concept in COUNTS and two.concept in MONEY):
                ids = filled.ids | {one.text: filled.ids[two.text], two.text: filled.ids[one.text]}
                return right(replace(filled, ids=ids))
    return None


def relabelled(filled: Filled, rng: random.Random, side: int) -> Made | None:
    """The figure under the sentence is another one: what was earned under "spent"."""
    tokens = filled.template.tokens
    if len(tokens) != 1 or tokens[0].key not in RELABELLED or not filled.template.has_choice("label.word"):
        return None
    key = RELABELLED[tokens[0].key]
    argument = tokens[0].argument
    other = Token("", key.removesuffix(argument) if argument else key, argument, tokens[0].sign)
    return changed_fact(filled, tokens[0], fact_of(other, filled.cast, rng))


def changed_fact(filled: Filled, token: Token, fact: Fact) -> Made:
    return Made(filled.draft, filled.facts | {filled.ids[token.text]: fact}, filled.need)


def turned(filled: Filled, rng: random.Random, side: int) -> Made | None:
    """The fact went the other way than the sentence says."""
    token = directed(filled, rng)
    if token is None or (token.sign == "=" and DENIES.search(filled.template.right)):
        return None
    sign = {"+": "-", "-": "+", "=": "+"}[token.sign]
    fact = replace_sign(filled.facts[filled.ids[token.text]], token, sign)
    return changed_fact(filled, token, fact | {"direction": rng.choice(DIRECTIONS[sign])})


def undirected(filled: Filled, rng: random.Random, side: int) -> Made | None:
    """The fact says nothing about a change; the sentence states one."""
    token = directed(filled, rng)
    if token is None or token.sign == "=" or DENIES.search(filled.template.right):
        return None
    fact = filled.facts[filled.ids[token.text]]
    without: Fact = {"label": fact["label"], "kind": fact["kind"], "value": fact["value"], "unit": fact["unit"]}
    return changed_fact(filled, token, without | {"direction": "none"} if rng.random() < 0.5 else without)


def directed(filled: Filled, rng: random.Random) -> Token | None:
    if not filled.template.has_choice("direction.word"):
        return None
    tokens = [token for token in filled.template.tokens if token.sign]
    return rng.choice(tokens) if tokens else None


def replace_sign(fact: Fact, token: Token, sign: str) -> Fact:
    """A difference changes its sign with its direction; other figures stay."""
    if token.concept not in DIFFERENCES or sign == token.sign:
        return fact
    return fact | {"value": negated(fact["value"])}


def negated(value: str) -> str:
    return value.removeprefix("-") if value.startswith("-") else f"-{value}"


def wrong_sign(filled: Filled, rng: random.Random, side: int) -> Made | None:
    """A balance said to be left that is short, or the other way round."""
    token = figure(filled, rng, SIGNED)
    if token is None or not filled.template.has_choice("direction.word"):
        return None
    fact = filled.facts[filled.ids[token.text]]
    return changed_fact(filled, token, fact | {"value": negated(fact["value"])})


MAKERS: dict[str, Maker] = {
    "number.digits": written(marks.DIGITS),
    "number.script": written(marks.SCRIPTS),
    "number.roman": written(marks.ROMANS, (*MONEY, *COUNTS, "reserve", "days")),
    "number.spelled": spelled,
    "number.fraction": sentence("fraction"),
    "rank": sentence("rank"),
    "month": sentence("month"),
    "name.word": sentence("name"),
    "name.payee": stranger,
    "money.currency": dressed("currency", MONEY),
    "money.percent": dressed("percent", (*RATIOS, *MONEY)),
    "money.word": sentence("money"),
    "link.address": address,
    "link.markup": in_word(marked_up),
    "link.invisible": in_word(invisible),
    "link.lookalike": in_word(lookalike),
    "placeholder.unknown": placeholder(marks.UNKNOWN),
    "placeholder.broken": placeholder(marks.BROKEN),
    "missing": missing,
    "empty": empty,
    "label.category": other_category,
    "label.swap": swapped,
    "label.fact": relabelled,
    "direction.fact": turned,
    "direction.none": undirected,
    "direction.sign": wrong_sign,
}
