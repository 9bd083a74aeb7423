"""What a label and a stretch of a draft speak of: concepts of money, counts, parts and differences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from advisory.narration.drafts.categories import categories_in
from advisory.narration.drafts.label_reading import ACCOUNT_NAMES, BAR, IN_BRACKETS, label_text, read_label
from advisory.narration.drafts.lexicon_files import LANGUAGES, alternatives, bounded, by_language, sections, words
from advisory.narration.drafts.tokens import tokens_of

LINKS = (
    "un|une|ein|eine|una|unas|unos|cada|chaque|jede|jeden|on|for|in|at|to|from|this|that|than|and|or|of|"
    "by|a|per|each|over|with|as|is|was|were|are|which|more|less|the|your|every|went|came|"
    "fuer|im|an|auf|bei|von|zu|aus|und|oder|mehr|weniger|als|pro|am|dem|den|der|die|das|ihre|ihren|ihr|"
    "ausgegeben|gezahlt|bezahlt|fuer|"
    "pour|en|sur|dans|chez|au|aux|du|de|d'|par|et|ou|que|plus|moins|ce|cette|le|la|les|vos|votre|des|ont|sont|"
    "para|por|del|al|y|o|mas|menos|este|esta|el|los|las|sus|su|tus|tu|con|han|son|has|ha"
)
CONCEPT_PATTERNS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    language: {
        heading.removeprefix("concept "): bounded(words)
        for heading, words in sections(language).items()
        if heading.startswith("concept ") and heading != "concept void"
    }
    for language in LANGUAGES
}
VERBS: Mapping[str, re.Pattern[str]] = {
    language: bounded(
        "|".join(sections(language)[heading] for heading in ("concept out", "concept in", "concept saved", "verbs"))
    )
    for language in LANGUAGES
}
COUNT_PATTERNS = by_language("counted")
SPANS = words("days? months? weeks? tagen? monaten? wochen jours? mois semaines? dias? mes meses semanas?")
THINGS = {
    language: "|".join(one for one in alternatives(language, "counted") if one not in SPANS) for language in LANGUAGES
}
COUNTABLE = {language: bounded(THINGS[language]) for language in LANGUAGES}
THINGS_COUNTED = {
    language: re.compile(rf" (?:(?!(?:{LINKS}) )[^\W\d_]+ )?(?:{THINGS[language]})(?= )") for language in LANGUAGES
}
DIFFERENCE_PATTERNS = by_language("difference")
STRONG = {"out": by_language("flow out"), "in": by_language("flow in")}
USUAL_PATTERNS = by_language("usual")
TOPIC_PATTERNS = by_language("topics")
ACCOUNT = {"en": " account ", "de": " konto ", "fr": " compte ", "es": " cuenta "}
SAID_OF_NOTHING: Mapping[str, re.Pattern[str]] = {
    language: bounded(sections(language)["concept void"]) for language in LANGUAGES
}
"""Room to save, to owe it to oneself: phrases in which a word of money says nothing of a figure."""


@lru_cache(maxsize=4096)
def concepts_in(text: str, language: str) -> frozenset[str]:
    """An account called after saving or credit says nothing of what its figure is."""
    text = ACCOUNT_NAMES.sub(ACCOUNT[language], text)
    text = SAID_OF_NOTHING[language].sub(" ", text)
    strong = {name for name, patterns in STRONG.items() if patterns[language].search(text)}
    for name in strong:
        text = STRONG[name][language].sub(" ", text)
    return frozenset(strong) | frozenset(
        name for name, pattern in CONCEPT_PATTERNS[language].items() if pattern.search(text)
    )


def without_topics(text: str, language: str) -> str:
    return TOPIC_PATTERNS[language].sub(" ", text)


@lru_cache(maxsize=4096)
def label_concepts(label: str, language: str) -> frozenset[str]:
    """What its own words say; of a label made of none of them, what a draft's words would say."""
    found = concepts_in(label_text(label, language), language)
    if language != "en":
        found |= concepts_in(label_text(label, "en"), "en")
    reading = read_label(label, language)
    return reading.concepts | (found & BESIDE) if reading.concepts or BAR in reading.rest else found


@lru_cache(maxsize=4096)
def concepts_by_sign(label: str, language: str, *, is_negative: bool) -> frozenset[str]:
    """Money that leaves is negative: where a label bears both ways (`Net pay`, `Outstanding`), the sign says which."""
    found = label_concepts(label, language)
    if OPEN in found:
        found = found - {OPEN} | ({"owed"} if is_negative else {"togo"} if found == {OPEN} else set())
    if is_negative and found & {"interest", "fee"}:
        found -= {"in"}
    if {"in", "out"} <= found and not found & {"left", "balance", "refund"}:
        found -= {"in"} if is_negative else {"out"}
    return found


OPEN = "open"
BESIDE = frozenset(("forecast", "goal", "place"))
"""What a label may say beside the meaning of its money."""


@lru_cache(maxsize=4096)
def particular_words(label: str, language: str) -> frozenset[str]:
    """Names in a label: its capitalised words after the first."""
    return frozenset(
        token.german if language == "de" else token.plain
        for token in tokens_of(IN_BRACKETS.sub(" ", label))[1:]
        if token.is_word and token.text[0].isupper() and len(token.text) > 2
    )


@lru_cache(maxsize=4096)
def label_categories(label: str, language: str) -> frozenset[str]:
    return categories_in(label_text(label, language)) | categories_in(label_text(label, "en"))


@lru_cache(maxsize=4096)
def is_difference(label: str, language: str) -> bool:
    if "togo" in label_concepts(label, language):
        return False
    return any(DIFFERENCE_PATTERNS[tongue].search(label_text(label, tongue)) for tongue in {language, "en"})


OUTSPENT: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?:more|less) (?:\S+ ){0,4}than |exceed\w+|outstripped|above|below|over|under"),
    "de": re.compile(r"(?:mehr|weniger) (?:\S+ ){0,4}als |ueberst\w+|uebertr\w+|hoeher als|niedriger als|ueber|unter"),
    "fr": re.compile(r"(?:plus|moins) (?:\S+ ){0,4}qu|depass\w+|exced\w+"),
    "es": re.compile(r"(?:mas|menos) (?:\S+ ){0,4}(?:que|de lo que) |super\w+|exced\w+"),
}


def outspent(text: str, word: str, language: str) -> bool:
    """Spending held against income (`more than came in`) is no change in time."""
    found = OUTSPENT[language].search(text)
    return found is not None and found[0].startswith(word) and {"in", "out"} <= concepts_in(text, language)


SHORT = by_language("short")
SPARE = by_language("spare")
NEGATED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:not|never|no|n't|\w+n't|without|neither|nothing) "),
    "de": re.compile(r" (?:nicht(?! ausge| gebraucht| verbraucht)|nie|kein\w*|ohne|nichts) "),
    "fr": re.compile(r" (?:pas|jamais|sans|aucun\w*|rien) "),
    "es": re.compile(r" (?:no|nunca|sin|ningun\w*|nada) "),
}


def speaks_of_remainder(text: str, language: str) -> bool:
    return SHORT[language].search(text) is not None or SPARE[language].search(text) is not None


def _said_plainly(pattern: re.Pattern[str], text: str, language: str) -> re.Match[str] | None:
    """What is found, unless one of the four words before it takes it back."""
    found = pattern.search(text)
    if found and NEGATED[language].search(" " + " ".join(text[: found.start()].split()[-4:]) + " "):
        return None
    return found


LACK = re.compile(
    r" (?:gap|hole|deficit|shortfall|shortage|loch|minus|fehlbetrag|defizit|luecke|trou|deficit|decouvert|agujero|"
    r"descubierto|hueco|defecto) (?:of|von|de|in hoehe von|by) "
)


IN_RED = re.compile(
    r" (?:in the red|overdrawn|under water|in den (?:roten|miesen)|im (?:roten|minus)|ins minus|dans le rouge|"
    r"a decouvert|en (?:los )?numeros rojos|en (?:rojo|negativo|descubierto)) "
)
WEAK = re.compile(
    r"left|leave|"
    r"in your account|in the bank|en (?:tu|su|la) cuenta|en (?:el )?banco|en banque|laiss\w*|leaves?|leaving|"
    r"rest\w+|qued\w+|"
    r"bleib\w+|blieb\w*|dej\w+|figur\w+|contien\w*|tener|tendr\w*|verfueg\w*"
)


def misjudged_balance(text: str, is_short: bool, language: str) -> str:
    """The word that calls a shortfall a remainder, or a remainder a shortfall; empty where none does."""
    lacks, spares = _said_plainly(SHORT[language], text, language), _said_plainly(SPARE[language], text, language)
    if lacks and spares:
        weak = (
            LACK.search(text) or IN_RED.search(text) or WEAK.fullmatch(spares[0])
        )  # `leaves a gap of`: the noun says which it is
        spares = None if weak else spares
    if lacks and not spares and not is_short:
        return lacks[0].strip()
    return spares[0].strip() if spares and not lacks and is_short else ""
