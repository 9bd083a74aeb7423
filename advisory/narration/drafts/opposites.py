"""Rule on labels: words that say the opposite of what a label bears, or that what they name is another thing.

A label may be in another language than the draft, so each side of a pair holds the stems of all four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from advisory.narration.drafts.label_names import own_words
from advisory.narration.drafts.label_reading import label_text
from advisory.narration.drafts.meanings import concepts_in, label_concepts
from advisory.narration.drafts.reading import PLACE
from advisory.narration.drafts.surroundings import Surroundings
from advisory.narration.drafts.verdicts import GateFact


def _side(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<= )(?:{words})(?= )")


PAIRS = (
    (
        _side(
            r"late|overdue|delayed|behind time|(?:zu )?spaet|verspaetet\w*|saeumig\w*|ueberfaellig\w*|en retard|"
            r"tardi\w*|tarde|con retraso|retras\w+|atrasad\w+"
        ),
        _side(
            r"early|ahead of time|on time|punctual\w*|(?:zu )?frueh|vorzeitig\w*|puenktlich\w*|en avance|a temps|"
            r"a l' heure|temprano|pronto|antes de tiempo|a tiempo|puntual\w*|adelantad\w+"
        ),
    ),
    (
        _side(
            r"highest|biggest|largest|greatest|top|most(?! of)|costliest|dearest|peak|hoechst\w+|groesst\w+|teuerst\w+|"
            r"meist\w*|spitzen\w+|staerkst\w+|plus (?:eleve\w*|haut\w*|gros\w*|grand\w*|cher\w*|couteu\w+|depens\w+)|"
            r"mayor|mas (?:alt\w+|car\w+|elevad\w+|gast\w*|grand\w+|costos\w+)|maxim\w+"
        ),
        _side(
            r"lowest|smallest|cheapest|least|niedrigst\w+|kleinst\w+|guenstigst\w+|billigst\w+|wenigst\w+|geringst\w+|"
            r"sparsamst\w+|(?:plus|moins) (?:econom\w+|bas\w*|petit\w*|faible\w*|econome\w*)|"
            r"moins (?:cher\w*|depens\w+)|"
            r"tout en bas|menor|mas (?:barat\w+|baj\w+|pequen\w+)|menos (?:car\w+|gast\w+)|minim\w+"
        ),
    ),
    (
        _side(
            r"held|right|correct\w*|accura\w+|hit|eingetroffen\w*|treffer\w*|stimmt\w*|richtig\w*|justes?|exact\w*|"
            r"fiab\w+|tenu\w*|verifie\w*|acertad\w+|aciert\w*|cumplid\w+|correct\w+"
        ),
        _side(
            r"fail(?:ed|s)?|wrong|missed|off|falsch\w*|daneben|verfehl\w+|fauss\w+|faux|trompe\w*|"
            r"fall(?:o|aron|an|ado)|errone\w+|equivoc\w+|incorrect\w+"
        ),
    ),
    (
        _side(
            r"(?:unusually|exceptionally) (?:large|high|big)|exceptional|ungewoehnlich (?:hoh\w+|gross\w+)|"
            r"auffaellig\w*|(?:inhabituellement|exceptionnellement) (?:eleve\w*|gros\w*|haut\w*)|hors norme|"
            r"(?:inusualmente|excepcionalmente) (?:alt\w+|grande\w*|elevad\w+)|fuera de lo comun"
        ),
        _side(
            r"(?:unusually|exceptionally) (?:small|low)|ungewoehnlich (?:niedrig\w*|klein\w*|gering\w*)|"
            r"(?:inhabituellement|exceptionnellement) (?:faible\w*|bas\w*|petit\w*)|"
            r"(?:inusualmente|excepcionalmente) (?:baj\w+|pequen\w+)"
        ),
    ),
)
"""A label that bears one side may not be told with the other alone."""
OF_PAIRS = frozenset(("name", "text", "month", "count", "ratio", "percent", "money"))
UNITS = _side(
    r"days?|weeks?|months?|years?|tagen?|wochen?|monaten?|jahren?|jours?|semaines?|mois|ans|annees?|dias?|semanas?|"
    r"mes|meses|anos?"
)
CATEGORY = _side(r"categor\w+|\w*kategorie\w*|postes?|partidas?|\w*posten")
UNTIMED = frozenset(("money", "ratio", "percent", "score"))


def opposite_complaints(fact: GateFact, around: Surroundings) -> Iterator[str]:
    label = label_text(fact.label, around.language) + label_text(fact.label, "en")
    if fact.kind in OF_PAIRS:
        pairs = PAIRS[-1:] if fact.kind == "money" else PAIRS
        for one, other in (*pairs, *((right, left) for left, right in pairs)):
            bears, says = one.search(label), other.search(around.clause)
            if bears and says and not other.search(label) and not one.search(around.clause):
                yield f'told as "{says[0]}"'
    if fact.kind in UNTIMED and UNITS.match(f" {' '.join(around.right.split()[:1])} ", 1):
        yield "no span of time"
    if fact.kind == "month" or (fact.kind in ("name", "text") and CATEGORY.search(label)):
        said = concepts_in(PLACE.sub("@", around.clause), around.language)
        if "out" in label_concepts(fact.label, around.language) and "in" in said and "out" not in said:
            yield "spoken of as in"
    if fact.kind == "money":
        yield from _turned_predicate(fact, around)
        yield from _another_topic(fact, around)
        yield from _moved_away(fact, around)


WAS = (
    r"(?:was|were|is|are|been|got|wurden?|worden|ist|sind|a ete|ont ete|est|sont|fue|fueron|es|son|ha sido|han sido|se)"
)
LEFT_FOR: Mapping[str, re.Pattern[str]] = {
    "in": re.compile(
        rf" {WAS} (?:\S+ ){{0,3}}(?:spent|deducted|debited|charged|paid out|taken|withdrawn|ausgegeben|abgezogen|"
        r"abgebucht|einbehalten|belastet|depens\w+|prelev\w+|debit\w+|retenu\w*|factur\w+|gast\w+|cargad\w+|cargo|"
        r"descontad\w+|esfum\w+|cobr(?:ad\w+|o)|retirad\w+) "
    ),
    "out": re.compile(
        rf" {WAS} (?:\S+ ){{0,3}}(?:earned|credited|refunded|reimbursed|gifted|rewarded|gutgeschrieben|verdient|"
        r"erstattet|geschenkt|offerts?|offertes?|rembours\w+|gagne\w*|credite\w*|ganad\w+|reembolsad\w+|devuelt\w+|"
        r"regalad\w+|ingresad\w+) "
    ),
}
"""What happened to a figure, told behind it (`your wages of {{x}} were deducted`), weighs more than its name."""


def _turned_predicate(fact: GateFact, around: Surroundings) -> Iterator[str]:
    flows = label_concepts(fact.label, around.language)
    for flow, turned in LEFT_FOR.items():
        if flow in flows and len(flows & LEFT_FOR.keys()) == 1 and "refund" not in flows:
            found = turned.search(around.first_part)
            if found and len(PLACE.findall(around.clause)) == 1:
                yield f'told as "{found[0].strip()}"'


TOPIC_BEHIND = re.compile(
    r" (?:for|of|in|on|an|fuer|von|de|d'|en|por|para) "
    r"(?:(?:the|your|die|den|der|les|des|vos|las|los|sus|tus|bank|account) )?"
    r"(?P<topic>(?:bank )?(?:fees?|charges)|interest|\w*zinsen|\w*gebuehren|frais(?: bancaires)?|agios|interets|"
    r"comisiones|intereses) "
)
TOPIC_BEFORE = re.compile(
    r" (?P<topic>fees|charges|interest|\w*zinsen|\w*gebuehren|frais|agios|interets|comisiones|intereses) "
    r"(?:of|von|in hoehe von|de|por|worth) $"
)


def _another_topic(fact: GateFact, around: Surroundings) -> Iterator[str]:
    """`{{x}} for bank charges` of a figure whose label knows none."""
    borne = label_concepts(fact.label, around.language)
    if borne & {"fee", "interest"} or not borne & {"out", "cash", "bills"}:
        return
    found = TOPIC_BEHIND.match(around.right) or TOPIC_BEFORE.search(around.left)
    if found and found["topic"].split()[-1] not in label_text(fact.label, around.language).split():
        yield f'spoken of as "{found["topic"]}"'


AWAY = r" (?:out of|from|von|aus|vom|depuis|desde) (?:\S+ ){0,3}"


def _moved_away(fact: GateFact, around: Surroundings) -> Iterator[str]:
    """Moved out of where the label says it is moved to."""
    if "moved" not in label_concepts(fact.label, around.language):
        return
    for name in own_words(fact.label, around.language).certain:
        if re.search(rf"{AWAY}{re.escape(name)} ", around.clause):
            yield "moved the other way"
            return
