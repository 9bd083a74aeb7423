"""What a label and a stretch of a draft speak of: concepts of money, counts, parts and differences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from advisory.narration.drafts.categories import categories_in
from advisory.narration.drafts.concepts import BROAD_VERBS, CONCEPTS, COUNTED, DIFFERENCE, PARTS, STRONG_IN, STRONG_OUT, TOPIC_NOUNS, USUAL_WORDS
from advisory.narration.drafts.tokens import tokens_of
from advisory.narration.drafts.verdicts import GateFact


def _bounded(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^ ])(?:{pattern})(?![^ ])")


LINKS = (
    "on|for|in|at|to|from|this|that|than|and|or|of|by|a|per|each|over|with|as|is|was|were|are|which|more|less|the|your|every|went|came|"
    "fuer|im|an|auf|bei|von|zu|aus|und|oder|mehr|weniger|als|pro|am|dem|den|der|die|das|ihre|ihren|ihr|ausgegeben|gezahlt|bezahlt|fuer|"
    "pour|en|sur|dans|chez|au|aux|du|de|d'|par|et|ou|que|plus|moins|ce|cette|le|la|les|vos|votre|des|ont|sont|"
    "para|por|del|al|y|o|mas|menos|este|esta|el|los|las|sus|su|tus|tu|con|han|son|has|ha"
)
CONCEPT_PATTERNS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    language: {name: _bounded(pattern) for name, pattern in concepts.items()} for language, concepts in CONCEPTS.items()
}
VERBS: Mapping[str, re.Pattern[str]] = {
    language: _bounded(
        "|".join((CONCEPTS[language]["out"], CONCEPTS[language]["in"], CONCEPTS[language]["saved"], words))
    )
    for language, words in BROAD_VERBS.items()
}
COUNT_PATTERNS = {language: _bounded(pattern) for language, pattern in COUNTED.items()}
_SPANS = frozenset("days? months? weeks? tagen? monaten? wochen jours? mois semaines? dias? mes meses semanas?".split())
COUNTABLE = {
    language: _bounded("|".join(one for one in pattern.split("|") if one not in _SPANS)) for language, pattern in COUNTED.items()
}
THINGS_COUNTED = {
    language: re.compile(
        r" (?:(?!(?:un|une|ein|eine|una|unas|unos|cada|chaque|jede|jeden|" + LINKS + r") )[^\W\d_]+ )?(?:" + "|".join(one for one in pattern.split("|") if one not in _SPANS) + r")(?= )"
    )
    for language, pattern in COUNTED.items()
}
PART_PATTERNS = {language: _bounded(pattern) for language, pattern in PARTS.items()}
DIFFERENCE_PATTERNS = {language: _bounded(pattern) for language, pattern in DIFFERENCE.items()}
IN_BRACKETS = re.compile(r"\([^)]*\)")
STRONG = {
    "out": {language: _bounded(pattern) for language, pattern in STRONG_OUT.items()},
    "in": {language: _bounded(pattern) for language, pattern in STRONG_IN.items()},
}
USUAL_PATTERNS = {language: _bounded(pattern) for language, pattern in USUAL_WORDS.items()}
TOPIC_PATTERNS = {language: _bounded(pattern) for language, pattern in TOPIC_NOUNS.items()}
BALANCING = frozenset(("left", "balance", "saved"))


ACCOUNT_NAMES = re.compile(
    r" (?:comptes? (?:d' )?(?:epargne|depot|courant)|(?:cuentas?|libretas?) de ahorros?|savings accounts?|savings pots?|credit cards?|sparkont\w+|sparbuch\w*|"
    r"tarjetas? de credito|cartes? de credit|kreditkarten?\w*|tagesgeldkont\w+|cuentas? nomina|compte joint) "
)


@lru_cache(maxsize=4096)
def concepts_in(text: str, language: str) -> frozenset[str]:
    """An account called after saving or credit says nothing of what its figure is."""
    text = ACCOUNT_NAMES.sub(" account ", text)
    strong = {name for name, patterns in STRONG.items() if patterns[language].search(text)}
    for name in strong:
        text = STRONG[name][language].sub(" ", text)
    return frozenset(strong) | frozenset(name for name, pattern in CONCEPT_PATTERNS[language].items() if pattern.search(text))


def without_topics(text: str, language: str) -> str:
    return TOPIC_PATTERNS[language].sub(" ", text)


@cache
def label_text(label: str, language: str) -> str:
    """A label in the plain form of a draft of `language`."""
    whole = tokens_of(IN_BRACKETS.sub(" ", label))
    return " " + " ".join(token.german if language == "de" else token.plain for token in whole if token.is_word) + " "


@cache
def label_concepts(label: str, language: str) -> frozenset[str]:
    """Labels are in English or in the draft's language: what either makes of it."""
    found = concepts_in(label_text(label, language), language)
    if language != "en":
        found |= concepts_in(label_text(label, "en"), "en")
    return found


@cache
def label_categories(label: str, language: str) -> frozenset[str]:
    return categories_in(label_text(label, language)) | categories_in(label_text(label, "en"))


@cache
def is_difference(label: str, language: str) -> bool:
    return any(DIFFERENCE_PATTERNS[tongue].search(label_text(label, tongue)) for tongue in {language, "en"})


@cache
def is_part(label: str, language: str) -> bool:
    return any(PART_PATTERNS[tongue].search(label_text(label, tongue)) for tongue in {language, "en"})


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


SHORT: Mapping[str, re.Pattern[str]] = {
    language: _bounded(words)
    for language, words in {
        "en": r"short|shy|lacking|lack|lacked|missing|in(?:to)? the red|overdrawn|overspent|deficit|shortfall|hole|gap|over (?:your |the )?budget|over your .{0,20}budget|(?:exceeded|blew|broke|burst|overshot|overran|went over|gone over|go over|over) (?:\S+ ){0,4}budget|beyond (?:\S+ ){0,3}budget|minus|in debt|below zero|negative|overdraft",
        "de": r"fehl(?:t|en|te|ten)|fehlbetrag|loch|minus|im minus|ins minus|ueberzogen|ueberzieh\w*|gesprengt|sprengt\w*|ueberschritten|ueberschrit\w*|im soll|in den miesen|defizit|unterdeckung|zu wenig|zu viel|luecke|klafft|im roten|rot|ueberschreit\w*|uebersteig\w*|knapp bei kasse",
        "fr": r"manqu\w*|a decouvert|decouvert|deficit|trou|dans le rouge|depass\w*|excede\w*|creve\w*|explose\w*|negatif|insuffisan\w*|deborde\w*|en moins",
        "es": r"falt\w*|deficit|descubierto|numeros rojos|en rojo|agujero|super\w+|excedid\w*|excedi\w*|sobrepas\w*|rebas\w*|pasad[oa] de(?:l)?|hueco|negativo|desfase|te pasaste|se paso",
    }.items()
}
SPARE: Mapping[str, re.Pattern[str]] = {
    language: _bounded(words)
    for language, words in {
        "en": r"left|left over|to spare|spare|remain|remains|remaining|remained|in the black|surplus|in hand|unspent|kept|keep|(?:under|below|beneath|inside) (?:\S+ ){0,3}budget|within (?:\S+ ){0,3}budget|stayed within|in credit|positive|room|free|extra|available|still there",
        "de": r"uebrig\w*|frei|bleib(?:t|en)(?! sie)|blieb(?:en)?|verbleib\w*|verblieb\w*|ueberschuss|im plus|nicht ausgeschoepft|eingehalten|unterschritten|verfuegbar|behalten|guthaben|luft|spielraum|konto sein|noch da|plus",
        "fr": r"rest(?:e|ent|ait|aient|era|eront|ant)|disponibles?|excedent\w*|surplus|marge|gard\w+|dans le vert|respecte\w*|positif|conserv\w+|de cote|libres?|garni\w*|non utilise\w*|de trop",
        "es": r"qued(?:a|an|o|aron|aba|aban|ado|ara|aran)|sobr(?:a|an|o|aron|aba|aban|ado|ante)(?! )|sobr(?:a|an|o|aron|aba|aban)|superavit|disponibles?|libres?|respetad\w*|margen|conserv\w+|positivo|ahorrad\w*|holgura|en verde|tener|tendr\w*",
    }.items()
}
NEGATED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:not|never|no|n't|\w+n't|without|neither|nothing) "),
    "de": re.compile(r" (?:nicht(?! ausgesch)|nie|kein\w*|ohne|nichts) "),
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


def misjudged_balance(text: str, is_short: bool, language: str) -> str:
    """The word that calls a shortfall a remainder, or a remainder a shortfall; empty where none does."""
    lacks, spares = _said_plainly(SHORT[language], text, language), _said_plainly(SPARE[language], text, language)
    if lacks and not spares and not is_short:
        return lacks[0].strip()
    return spares[0].strip() if spares and not lacks and is_short else ""
