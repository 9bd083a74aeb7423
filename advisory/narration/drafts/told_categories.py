"""Whose figure a draft says it is: category, payee, account."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisory.narration.drafts.categories import categories_in
from advisory.narration.drafts.flows import flow_of
from advisory.narration.drafts.label_names import own_words
from advisory.narration.drafts.label_reading import label_text
from advisory.narration.drafts.language import SMALL_WORDS
from advisory.narration.drafts.meanings import (
    label_categories,
    label_concepts,
)
from advisory.narration.drafts.reading import NAMING, Reading
from advisory.narration.drafts.supposing import is_left_out
from advisory.narration.drafts.surroundings import Surroundings
from advisory.narration.drafts.verdicts import GateFact


def category_complaints(reading: Reading, fact: GateFact, around: Surroundings) -> Iterator[str]:
    """A figure of one category, payee or account told under the name of another."""
    language = reading.language
    own = label_categories(fact.label, language)
    own_names = own_words(fact.label, language)
    particular = own_names.every
    if _is_called_generally(fact, reading):
        particular &= set(reading.text.split())
    if (
        PAID_FOR.search(label_text(fact.label, "en") + label_text(fact.label, language)) is None
        and own_names.certain
        and _is_unnamed(particular, own, reading)
    ):
        yield "told of without its own name"
        return
    if particular & set((around.left + around.right).split()):
        return
    if own or particular:
        told = _told_of(around.left, around.right, language)
    else:
        told = _told_of(around.last_part, around.first_part, language)
    said, beside = categories_in(told, language), set(told.split())
    if said and not own and not particular and not _in_slot(told, language):
        return
    if said:
        foreign = said - own - (set() if own or not (particular or recurs(fact.label)) else {"subscriptions"})
        if foreign and not said & own:
            yield f"not about {', '.join(sorted(foreign))}"
        return
    if not particular and not flow_of(fact, language) & {"out", "in"}:
        return
    for other in reading.facts.values():
        theirs = own_words(other.label, language).certain - particular
        if other.label != fact.label and theirs and theirs <= beside and other.kind not in {"date", "month"}:
            yield f'not about "{other.label}"'
            return


def recurs(label: str) -> bool:
    return RECURRING.search(label_text(label, "en")) is not None


RECURRING = re.compile(
    r" (?:recurr\w+|wiederkehrend\w*|laufend\w*|regular|reguli\w*|cuotas?|membership\w*|contracts?|vertra\w+) "
)
GENERAL = {
    "goal": re.compile(
        r" (?:goals?|projects?|dreams?|wish(?:es)?|target|purpose|plans?|\w*ziel\w*|wunsch\w*|traum|vorhaben|"
        r"projekt\w*|projets?|"
        r"objectifs?|but|reve|envie|metas?|objetivos?|proyectos?|suenos?|ilusion) "
    ),
    "account": re.compile(
        r" (?:accounts?|cards?|\w*kont(?:o|os|en)|karte|comptes?|cartes?|cuentas?|tarjetas?|libreta|livret) "
    ),
}
"""What a draft may call a goal or an account that it does not call by its name."""


def _is_called_generally(fact: GateFact, reading: Reading) -> bool:
    kinds = label_concepts(fact.label, reading.language)
    own = "goal" if kinds & {"saved", "togo"} else "account" if kinds & {"balance", "limit", "owed"} else ""
    return bool(own) and GENERAL[own].search(reading.text) is not None


PAID_FOR = re.compile(
    r" (?:paid to|payments? to|spent at|subscription|price|bezahlt an|zahlungen an|abo\w*|preis|paye\w* a|paiements? a|"
    r"abonnement|prix|pagado a|pagos? a|suscripcion|precio) "
)
"""What is paid to one and the same is often told of as "it" or "the subscription"."""


def _is_unnamed(particular: frozenset[str], own: frozenset[str], reading: Reading) -> bool:
    """A figure of one category, payee or account in a draft that never speaks of that one."""
    if not particular or own & categories_in(reading.text, reading.language):
        return False
    told = [word for word in (reading.text + _names_placed(reading)).split() if len(word) > 2]
    return not any(
        word.startswith(mine) or (len(word) > 3 and mine.startswith(word)) for word in told for mine in particular
    )


SLOTS = {
    "en": "on|for|in|under|of|towards?|about",
    "de": "fuer|bei|unter|an|in|im|zum|zur|auf|aus",
    "fr": "pour|en|sur|dans|de|d'|au|aux|cote|a",
    "es": "en|para|por|de|a|con",
}
CUT = re.compile(
    r" (?:explain\w*|erklaer\w*|expliquent|explique|explican|explica|because|weil|parce|porque|which|who) "
)


def _in_slot(told: str, language: str) -> bool:
    """Whether a category is what the figure is spent on or comes from, and no part of the story around it."""
    place = told.index("@")
    before = CUT.split(told[:place])[-1]
    text = f"{before}@{CUT.split(told[place + 1 :])[0]} "
    # Looked ahead at, not taken: the words after one of them may hold the next one.
    slots = re.finditer(rf" (?:{SLOTS[language]})(?=((?: \S+){{1,4}}))", text)
    if any(categories_in(f" {slot[1].strip()} ", language) for slot in slots):
        return True
    return bool(categories_in(text, language)) and bool(re.search(r"^ (?:\S+ ){0,2}@|@ (?:\S+ )?$", text))


def _names_placed(reading: Reading) -> str:
    """What the placeholders of names will say."""
    placed = [reading.facts[token.fact] for token in reading.tokens if token.fact in reading.facts]
    return "".join(label_text(fact.value, reading.language) for fact in placed if fact.kind in NAMING)


REACH = 7
"""Words between a figure and the category it is told of; what stands further off is the story around it."""


def _told_of(left: str, right: str, language: str) -> str:
    """The words around a figure, without the parts that leave something out of account (`rent aside`)."""
    before = [part for part in left.split(" , ") if not is_left_out(f" {part} ", language)]
    after = [part for part in right.split(" , ") if not is_left_out(f" {part} ", language)]
    near = [*" , ".join(before).split()[-REACH:], "@", *" , ".join(after).split()[:REACH]]
    return " " + " ".join(near) + " "


GRAMMAR = frozenset().union(*SMALL_WORDS.values())
