"""Which kind of witness a figure asks for, by its label."""

from __future__ import annotations

import re
from functools import lru_cache

from advisory.narration.drafts.label_reading import label_text
from advisory.narration.drafts.meanings import concepts_by_sign, is_difference, label_categories
from advisory.narration.drafts.verdicts import GateFact, decimal_of

UNSORTED = re.compile(r" (?:without|uncategori\w+|ohne|sans|sin) ")
SUBSCRIPTIONS = re.compile(r" (?:subscriptions?|\w*abos?|abonnements?|suscripcion(?:es)?) ")
UNTIL = re.compile(r" (?:payday|zahltag|paie|nomina|pay day) ")
LASTING = re.compile(r" (?:lasts?|reserves?|buffer|ruecklagen?|reichweite|duree|reserva|colchon|emergency) ")
DUE = re.compile(r" (?:due|faellig\w*|prochain|prochaine|proximo|proxima|naechste\w*) ")
MOST = re.compile(r" (?:largest|biggest|highest|most|top|groesste\w*|hoechste\w*|meist\w*|plus|mayor|principal|mas) ")
TOPICS = ("refund", "fee", "interest", "togo", "owed", "limit")
FLOWS = ("out", "in")


def kinds_of(fact: GateFact, language: str) -> frozenset[str]:
    """Empty where a label says too little to ask anything of the words around its figure."""
    found = _kinds(fact.label, fact.kind, (decimal_of(fact.value) or 0) < 0, language)
    return frozenset(found.split())


@lru_cache(maxsize=4096)
def _kinds(label: str, kind: str, is_negative: bool, language: str) -> str:
    """The names of the kinds, parted by spaces."""
    if kind in OF_MONEY:
        return "" if is_difference(label, language) else _of_money(label, is_negative, language)
    if kind not in OF_KIND:
        return ""
    text = label_text(label, language) + label_text(label, "en")
    return next((name for name, words in OF_KIND[kind] if words.search(text)), "")


ANY = re.compile("")
OF_MONEY = frozenset(("money", "ratio", "percent"))
LASTS = (("payday", UNTIL), ("last", LASTING))
OF_KIND = {
    "date": (("due", DUE),),
    "name": (("top", MOST),),
    "text": (("top", MOST),),
    "duration": LASTS,
    "days": LASTS,
    "months": LASTS,
    "month": (),
    "count": (("subs", SUBSCRIPTIONS), ("uncat", UNSORTED), ("count", ANY)),
}


def _of_money(label: str, is_negative: bool, language: str) -> str:
    said = concepts_by_sign(label, language, is_negative=is_negative)
    topic = next((topic for topic in TOPICS if topic in said), "")
    if topic:
        return topic
    if said & {"balance", "left"}:
        return _of_remainder(said, is_negative)
    if "saved" in said and not said & {"budget", "usual"}:
        return "save" if "possible" in said else "saved"
    named = next((name for name in ("budget", "usual", *FLOWS) if name in said), "")
    return named or ("out" if not said and is_negative and label_categories(label, language) else "")


def _of_remainder(said: frozenset[str], is_negative: bool) -> str:
    if is_negative:
        return "short owed" if said == {"balance"} else "short"
    return "left balance" if "balance" in said and not said & {"budget", "left"} else "left"
