"""What a label and a stretch of a draft speak of: concepts of money, counts, parts and differences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from advisory.narration.drafts.categories import categories_in
from advisory.narration.drafts.concepts import BROAD_VERBS, CONCEPTS, COUNTED, DIFFERENCE, PARTS
from advisory.narration.drafts.tokens import tokens_of
from advisory.narration.drafts.verdicts import GateFact


def _bounded(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^ ])(?:{pattern})(?![^ ])")


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
PART_PATTERNS = {language: _bounded(pattern) for language, pattern in PARTS.items()}
DIFFERENCE_PATTERNS = {language: _bounded(pattern) for language, pattern in DIFFERENCE.items()}
IN_BRACKETS = re.compile(r"\([^)]*\)")
BALANCING = frozenset(("left", "balance", "saved"))


def concepts_in(text: str, language: str) -> frozenset[str]:
    return frozenset(name for name, pattern in CONCEPT_PATTERNS[language].items() if pattern.search(text))


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
    "en": re.compile(r"(?:more|less|over|above|below) .{0,25}(?:came in|earned|your income|received|you earn|your earnings|you made|went out|you spent|your spending)|(?:exceeded|exceeds) (?:your )?(?:income|spending|earnings|expenses|what)"),
    "de": re.compile(r"(?:mehr|weniger|ueber|unter) .{0,25}(?:einnahmen|einkommen|eingenommen|verdient|hereinkam|ausgegeben|ausgaben|einging|eingegangen)|ueberstieg\w* .{0,20}(?:einnahmen|einkommen|ausgaben)"),
    "fr": re.compile(r"(?:plus|moins|dessus|depass\w+) .{0,25}(?:revenus?|gagne|recu|rentre|depense|depenses|gagnez|entre)"),
    "es": re.compile(r"(?:mas|menos|encima|super\w+) .{0,25}(?:ingres\w+|gan\w+|recibi\w+|entro|gast\w+|cobr\w+)"),
}  # fmt: skip


def outspent(text: str, word: str, language: str) -> bool:
    """Spending held against income (`more than came in`) is no change in time."""
    found = OUTSPENT[language].search(text)
    return found is not None and word in found[0]


def is_money_balance(facts: Sequence[tuple[str, GateFact]], word: str) -> bool:
    return False
