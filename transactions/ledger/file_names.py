"""What of a file's name stays the same from month to month: without dates, months, counters and copy marks.

Other numbers stay: they may be an account's.
"""

from __future__ import annotations

import re

from transactions.ledger.words import fold, words_of

MONTHS = frozenset(
    words_of(
        """
        january february march april may june july august september october november december jan feb mar apr jun jul
        aug sep sept oct nov dec januar februar maerz marz mai juni juli oktober dezember okt dez janvier fevrier
        mars avril juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo
        junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre
        ottobre dicembre januari februari maart mei augustus janeiro fevereiro marco maio junho julho setembro
        outubro dezembro styczen grudzien luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik
        listopad
        """
    )
)
COPIES = frozenset({"copy", "kopie", "copie", "copia", "kopi", "kopia"})
JOINS = frozenset({"to", "bis", "of", "from", "von", "until", "til", "tot", "au", "du"})
# 2026, 202602, 20260215 and with a time behind it; 15022026; a day, a month or a counter.
DATE = re.compile(
    r"(?:(?:19|20)\d\d(?:[01]\d(?:[0-3]\d(?:\d{4,6})?)?)?|[0-3]\d[01]\d(?:19|20)\d\d|\d{1,2})(?:st|nd|rd|th)?"
)
PARTS = re.compile(r"[^\W\d_]+|\d+")
WORDS = re.compile(r"[^\W_]+")


def name_pattern(stem: str) -> str:
    """Equal for the files that a bank names alike. "" where the name is nothing but a date."""
    return " ".join(_lasting(stem)).casefold()


def undated(stem: str) -> str:
    """The name for an account after a file, without what tells one month from the other: "giro 2026-03 (1)" is "giro".
    As it is where nothing else is in it."""
    words = WORDS.findall(stem)
    kept = _lasting(stem)
    if not any(char.isalpha() for word in kept for char in word) or len(kept) == len(words):
        return stem
    first, last = stem.find(kept[0]), stem.rfind(kept[-1]) + len(kept[-1])
    inside = stem[first:last]
    return inside.strip() if WORDS.findall(inside) == kept else " ".join(kept)


def _lasting(stem: str) -> list[str]:
    """The words that are no date. "to" and the like only count beside something that lasts."""
    words = WORDS.findall(stem)
    flags = [_is_passing(word) for word in words]
    return [
        word
        for index, word in enumerate(words)
        if not flags[index]
        and not (word.casefold() in JOINS and any(flags[max(0, index - 1) : index] + flags[index + 1 : index + 2]))
    ]


def _is_passing(word: str) -> bool:
    folded = fold(word)
    if folded in COPIES or folded in MONTHS or DATE.fullmatch(folded):
        return True
    parts = PARTS.findall(folded)  # "mar2026", "2026feb15", "2026t120000"
    return len(parts) > 1 and all(part in MONTHS or bool(DATE.fullmatch(part)) for part in parts)
