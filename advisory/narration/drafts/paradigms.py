"""The forms of a verb from its dictionary form, as a regular expression over plain text.

A line of `lexicon/LANG_verbs.txt` is a verb, with its stem forms parted by slashes where it is strong, and a particle
behind a tilde where it has one: `take/took/taken~in`, `streichen/strich/gestrichen~ein`, `contar/cuent`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

PREPOSITIONS = frozenset(("ein", "an", "auf", "aus", "zu", "vor", "um", "ueber", "mit", "nach", "durch", "bei"))
"""German particles that are small words too: parted from their verb only at a clause's end."""
CLAUSE_END = r"(?= (?:$|[^\w@ ]|und |oder |aber ))"
GAP = r"(?:\S+ ){0,5}"
ENGLISH_VOWELS = "aeiou"


def english(line: str) -> str:
    verb, _, particle = line.partition("~")
    base, *others = verb.split("/")
    forms = _english_forms(base) | set(others)
    whole = "|".join(sorted(forms, key=len, reverse=True))
    return rf"(?:{whole}) {GAP}{particle}" if particle else whole


def _english_forms(base: str) -> set[str]:
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    third = base + ("es" if base.endswith(("s", "x", "sh", "ch", "z")) else "s")
    if base.endswith("y") and base[-2] not in ENGLISH_VOWELS:
        return {base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", base):
        stem = base + base[-1]
    return {base, third, f"{stem}ed", f"{stem}ing"}


def german(line: str) -> str:
    verb, _, particle = line.partition("~")
    infinitive, *strong = verb.split("/")
    stem = infinitive.removesuffix("n").removesuffix("e")
    participle = strong[1] if len(strong) > 1 else f"{'' if _unstressed(stem) else 'ge'}{stem}(?:e?t)"
    finite = rf"{stem}(?:e|en|st|est|t|et|te\w*|ete\w*|end\w*)" if not strong else _strong(stem, strong)
    if not particle:
        return rf"{finite}|{participle}(?:e[nrsm]?)?"
    end = CLAUSE_END if particle in PREPOSITIONS else ""
    gap = r"(?:\S+ ){0,14}"
    joined = rf"{particle}(?:zu)?(?:{finite})|{particle}{' ?' if ' ' in particle else ''}{participle}(?:e[nrsm]?)?"
    return rf"{joined}|(?:{finite}) {gap}{particle}{end}"


def _unstressed(stem: str) -> bool:
    return stem.startswith(("be", "er", "ver", "ent", "zer", "ueber", "unter")) or stem.endswith("ier")


def _strong(stem: str, forms: list[str]) -> str:
    third = f"|{forms[2].removesuffix('t')}s?t" if len(forms) > 2 else ""
    past = forms[0]
    return rf"{stem}(?:e|en|st|est|t|et|end\w*)|{past}(?:e?st|en|e?t|n)?{third}"


def french(line: str) -> str:
    whole, _, particle = line.partition("~")
    verb, *others = whole.split("/")
    stem = verb[:-2]
    endings = {
        "er": r"(?:e\w{0,7}|a\w{0,5}|ons|i(?:ons|ez))",
        "ir": r"i\w{0,8}",
        "re": r"(?:s|re\w{0,5}|ons|ez|ent|ai\w{1,4}|ant|u|ue|us|ues|i\w{0,5})?",
    }[verb[-2:]]
    forms = "|".join([stem + endings, *others])
    return rf"(?:{forms}) {GAP}{particle}" if particle else forms


def spanish(line: str) -> str:
    whole, _, particle = line.partition("~")
    verb, *stems = whole.replace("se/", "/").removesuffix("se").split("/")
    ending = (
        r"(?:o|a\w{0,9}|e(?:s|n|mos|is)?|u?e(?:s|n|mos|is)?)"
        if verb.endswith("ar")
        else r"(?:z?c?o|e\w{0,9}|i\w{0,9}|z?c?a(?:s|n|mos|is)?|y\w{1,6})"
    )
    forms = "|".join(f"{stem}{ending}" for stem in (verb[:-2], *stems))
    return rf"(?:{forms}) {GAP}{particle}" if particle else forms


INFLECTED: Mapping[str, Callable[[str], str]] = {
    "en": english,
    "de": german,
    "fr": french,
    "es": spanish,
}
