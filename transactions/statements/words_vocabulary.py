"""All names of columns that are known, by what the column holds: the common list and what each language adds."""

from __future__ import annotations

from transactions.statements import (
    words_baltic,
    words_east_asian,
    words_english,
    words_germanic,
    words_iberian,
    words_levant,
    words_nordic,
    words_romance,
    words_slavic_east,
    words_slavic_south,
    words_slavic_west,
    words_south_asian,
    words_various,
)
from transactions.statements.folding import phrases
from transactions.statements.words_columns import COLUMN_WORDS

BY_LANGUAGE: dict[str, dict[str, str]] = {
    **words_english.WORDS,
    **words_germanic.WORDS,
    **words_nordic.WORDS,
    **words_romance.WORDS,
    **words_iberian.WORDS,
    **words_slavic_west.WORDS,
    **words_slavic_south.WORDS,
    **words_slavic_east.WORDS,
    **words_baltic.WORDS,
    **words_levant.WORDS,
    **words_east_asian.WORDS,
    **words_south_asian.WORDS,
    **words_various.WORDS,
}


def names_by_role() -> dict[str, frozenset[str]]:
    """Folded names for each role."""
    found = {role: set(phrases(block)) for role, block in COLUMN_WORDS.items()}
    for language in BY_LANGUAGE.values():
        for role, block in language.items():
            found[role] |= phrases(block)
    return {role: frozenset(names) for role, names in found.items()}
