"""Facts for the figures of a sentence, and the sentence with its placeholders."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypedDict

from benchmarks.gate_corpus.concepts import (
    COUNTS,
    DATES,
    DIFFERENCES,
    DIRECTIONS,
    DURATIONS,
    MONEY_IN,
    MONEY_OUT,
    MONTHS,
    NAMED,
    RATIOS,
    SAME_LABEL,
    SCORES,
    SIZED,
    UNASKED,
    UNITS,
)
from benchmarks.gate_corpus.words import OPEN, TOKEN, Template, Token, words_of

SLOT = re.compile(r"<(\w+)>")


class Fact(TypedDict, total=False):
    label: str
    kind: str
    value: str
    unit: str
    direction: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what a sentence speaks of, the currency of its figures and the language of its labels."""

    names: dict[str, str]
    unit: str
    labels: str
    folder: str = OPEN
    relabelled: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence with its facts. `text` still holds tokens; `ids` says which placeholder stands for each."""

    template: Template
    cast: Cast
    text: str
    ids: dict[str, str]
    facts: dict[str, Fact]
    need: list[str] = field(default_factory=list)

    @property
    def draft(self) -> str:
        worded = SLOT.sub(lambda slot: self.cast.names[slot[1]], self.text)
        return TOKEN.sub(lambda token: "{{" + self.ids[token[0]] + "}}", worded)

    def spoken(self, token: Token) -> str:
        return self.ids[token.text]

    def without_need(self, *ids: str) -> Filled:
        return replace(self, need=[one for one in self.need if one not in ids])


def filled(template: Template, rng: random.Random, text: str = "") -> Filled:
    """The right sentence, or `text`: another one over the same figures."""
    cast = cast_of(template, rng)
    tokens = template.tokens
    ids = dict(zip([token.text for token in tokens], ids_of(tokens, rng), strict=True))
    facts = {ids[token.text]: fact_of(token, cast, rng) for token in tokens}
    if template.folder in SIZED:
        add_up(facts, {token.concept: ids[token.text] for token in tokens})
    need = [one for one in facts if rng.random() < 0.6]
    facts |= unasked(facts, {token.concept for token in tokens}, cast, rng)
    mixed = list(facts)
    rng.shuffle(mixed)
    worded = typeset(text or template.right, template.lang, rng)
    told = {one: facts[one] for one in mixed} | unlabelled(template, cast, facts)
    return Filled(template, cast, worded, ids, told, need)


def unlabelled(template: Template, cast: Cast, facts: dict[str, Fact]) -> dict[str, Fact]:
    """The names of the right sentence that stand in no label: they may be said only as facts of their own."""
    slots = [slot for slot in NAMED if f"<{slot}>" in template.right]
    labels = " ".join(fact["label"] + fact["value"] for fact in facts.values()).casefold()
    return {
        f"who_{slot}": {"label": slot.capitalize(), "kind": "name", "value": cast.names[slot], "unit": ""}
        for slot in slots
        if cast.names[slot].casefold() not in labels
    }


def cast_of(template: Template, rng: random.Random) -> Cast:
    lists = template.lists
    cats = rng.sample(lists["cat"], 3)
    names = {
        "payee": rng.choice(lists["payee"]),
        "account": rng.choice(lists["account"]),
        "goal": rng.choice(lists["goal"]),
    }
    for slot, cat in zip(("cat", "cat2", "other"), cats, strict=True):
        with_article, _, bare = cat.partition("|")
        names |= {
            slot: with_article,
            f"{slot}n": bare or cat,
            slot.capitalize(): with_article[0].upper() + with_article[1:],
        }
    unit = rng.choice(UNITS.get(template.folder, UNITS[OPEN]))
    return Cast(names, unit, "en" if rng.random() < 0.35 else template.lang, template.folder, template.relabelled)


def ids_of(tokens: list[Token], rng: random.Random) -> list[str]:
    numbers = rng.sample(range(1, 30), len(tokens))
    style = rng.randrange(3)
    if style == 0:
        return [f"f{place}" for place, _ in enumerate(tokens, 1)]
    if style == 1:
        return [f"fact_{number}" for number in numbers]
    return [f"{token.concept}_{chr(ord('a') + place)}" for place, token in enumerate(tokens)]


def fact_of(token: Token, cast: Cast, rng: random.Random) -> Fact:
    kind, value, unit = figure_of(token, cast, rng)
    fact: Fact = {"label": label_of(token, cast, rng), "kind": kind, "value": value, "unit": unit}
    if token.sign:
        fact["direction"] = rng.choice(DIRECTIONS[token.sign])
    elif rng.random() < 0.7:
        fact["direction"] = "none"
    return fact


def label_of(token: Token, cast: Cast, rng: random.Random) -> str:
    names = dict(cast.names)
    if token.argument == "cat2":
        names |= {"cat": names["cat2"], "catn": names["cat2n"]}
    if cast.labels == "en":
        names["cat"] = names["catn"]  # an English label takes the bare name of the category
    every = words_of(cast.labels, cast.folder).labels
    if cast.relabelled:
        every = every | words_of(cast.labels, cast.relabelled).labels
    labels = every[SAME_LABEL.get(token.key, token.key)].split("; ")
    label = (rng.choice(labels) if len(labels) > 1 else labels[0]).format(**names)
    return label[0].upper() + label[1:]


def figure_of(token: Token, cast: Cast, rng: random.Random) -> tuple[str, str, str]:
    """Kind, value and unit of a figure."""
    concept = token.concept
    if concept in (*MONEY_IN, *MONEY_OUT, *DIFFERENCES):
        sign = DIFFERENCES.get(concept, -1 if concept in MONEY_OUT else 1) * (
            -1 if concept in DIFFERENCES and token.sign == "-" else 1
        )
        return "money", f"{'-' if sign < 0 else ''}{amount_of(token, cast, rng)}", cast.unit
    if concept in COUNTS:
        return "count", str(rng.randrange(2, 60)), "count"
    if concept in RATIOS:
        low, high = SIZED.get(cast.folder, {}).get(concept, (20, 600))
        return rng.choice(("ratio", "percent")), f"0.{rng.randrange(low, high):03}", "ratio"
    return named_of(concept, cast, rng)


def amount_of(token: Token, cast: Cast, rng: random.Random) -> str:
    """Whole and hundredths; in a folder of SIZED as large as a household's figure of that meaning is."""
    sizes = SIZED.get(cast.folder)
    if sizes is None:
        return f"{rng.randrange(3, 2500)}.{rng.randrange(100):02}"
    low, high = sizes.get(token.key, sizes.get(token.concept, (20, 400)))
    whole = rng.randrange(low, high)
    return str(whole) if rng.random() < 0.15 else f"{whole}.{rng.randrange(100):02}"


def add_up(facts: dict[str, Fact], ids: dict[str, str]) -> None:
    """Income is made what was spent and what is left, where a sentence speaks of all three."""
    earned = ids.get("in") or ids.get("wage")
    if earned and "out" in ids and "left" in ids:
        spent, left = (Decimal(facts[ids[concept]]["value"]) for concept in ("out", "left"))
        facts[earned]["value"] = str(left - spent)


def named_of(concept: str, cast: Cast, rng: random.Random) -> tuple[str, str, str]:
    month = f"2026-{rng.randrange(1, 13):02}"
    if concept in MONTHS:
        return "month", month, ""
    if concept in DATES:
        return "date", f"{month}-{rng.randrange(1, 29):02}", ""
    if concept in DURATIONS:
        return "duration", str(rng.randrange(2, 25)), "months" if concept == "reserve" else "days"
    if concept in SCORES:
        return "score", str(rng.randrange(20, 96)), ""
    name = cast.names["catn"] if concept == "topcat" else cast.names["payee"]
    return "name", name[0].upper() + name[1:], ""


def unasked(facts: dict[str, Fact], taken: set[str], cast: Cast, rng: random.Random) -> dict[str, Fact]:
    """Up to three facts that the sentence leaves out."""
    free = [concept for concept in UNASKED if concept not in taken]
    chosen = rng.sample(free, rng.randrange(4))
    made: dict[str, Fact] = {}
    for concept in chosen:
        sign = rng.choice(("", "", "+", "-"))
        one = f"g{len(made) + 1}" if "f1" in facts else f"{concept}_z"
        made[one] = fact_of(Token("", concept, "", sign), cast, rng)
    return made


def typeset(text: str, lang: str, rng: random.Random) -> str:
    """The marks as different writers set them: curled apostrophes, and French spaces that do not break."""
    text = text.replace("\\n", "\n")
    if lang in ("fr", "en") and rng.random() < 0.35:
        text = text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
    if lang == "fr" and rng.random() < 0.5:
        space = rng.choice("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
        text = re.sub(r" (?=[?!:;])", space, text)
    return text
