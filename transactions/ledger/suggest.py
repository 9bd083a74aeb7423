"""A category for a row nobody has decided yet, with the reason in words. Suggestions, never decisions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from transactions.ledger.default_categories import DEFAULT_CATEGORIES
from transactions.ledger.lexicon import LONGEST_PHRASE, lexicon
from transactions.ledger.words import phrases_of, squeeze


@dataclass(frozen=True, slots=True)
class CategorySuggestion:
    """`key` is a default category's; `reason` is shown to the user."""

    key: str
    reason: str


NAMES_BY_SQUEEZED = {squeeze(category.name): category.key for category in DEFAULT_CATEGORIES} | {
    category.key.replace("_", ""): category.key for category in DEFAULT_CATEGORIES
}


@lru_cache(maxsize=16384)
def suggest_category(text: str, *, is_incoming: bool) -> CategorySuggestion | None:
    """The category of the longest known phrase in the text, the earliest among equals; None when none is known.

    Money coming in is only looked up in the words for income: a refund from a shop is no income and no spending word.
    """
    known = lexicon(is_incoming=is_incoming)
    for phrase in phrases_of(text, LONGEST_PHRASE):
        if phrase in known:
            return CategorySuggestion(known[phrase], f"The text says \u201c{phrase}\u201d.")
    return None


def suggest_from_bank(category_hint: str) -> CategorySuggestion | None:
    """The bank's own category, where it is the name of one of the default categories."""
    key = NAMES_BY_SQUEEZED.get(squeeze(category_hint)) if category_hint else None
    return CategorySuggestion(key, f"The bank calls it \u201c{category_hint[:80]}\u201d.") if key else None
