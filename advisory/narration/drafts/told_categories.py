"""Whose figure a draft says it is: category, payee, account."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from advisory.narration.drafts.categories import categories_in
from advisory.narration.drafts.flows import flow_of
from advisory.narration.drafts.language import SMALL_WORDS
from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.meanings import (
    CONCEPT_PATTERNS,
    COUNT_PATTERNS,
    DIFFERENCE_PATTERNS,
    STRONG,
    USUAL_PATTERNS,
    concepts_in,
    label_categories,
    label_concepts,
    label_text,
)
from advisory.narration.drafts.reading import NAMING, Reading
from advisory.narration.drafts.supposing import is_left_out
from advisory.narration.drafts.surroundings import Surroundings
from advisory.narration.drafts.tokens import tokens_of
from advisory.narration.drafts.verdicts import GateFact


def category_complaints(reading: Reading, fact: GateFact, around: Surroundings) -> Iterator[str]:
    """A figure of one category, payee or account told under the name of another."""
    language = reading.language
    own = label_categories(fact.label, language)
    particular = _particular(fact, reading)
    if _is_called_generally(fact, reading):
        particular &= set(reading.text.split())
    if PAID_FOR.search(label_text(fact.label, "en") + label_text(fact.label, language)) is None and _is_unnamed(
        particular, own, reading
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
        foreign = said - own - (set() if own or not particular else {"subscriptions"})
        if foreign and not said & own:
            yield f"not about {', '.join(sorted(foreign))}"
        return
    if not particular and not flow_of(fact, language) & {"out", "in"}:
        return
    for other in reading.facts.values():
        theirs = _particular(other, reading) - particular
        if other.label != fact.label and theirs and theirs <= beside and other.kind not in {"date", "month"}:
            yield f'not about "{other.label}"'
            return


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


def _particular(fact: GateFact, reading: Reading) -> frozenset[str]:
    """Words of a label that are its own: names and categories, not words of money or grammar."""
    language = reading.language
    names = {
        token.german if language == "de" else token.plain
        for token in tokens_of(fact.label)[1:]
        if token.text[0].isupper()
    }
    words = _words_named(fact.label, language, names)
    return frozenset(word for word in words if _is_particular(word, language, shortest=3 if word in names else 4))


@lru_cache(maxsize=4096)
def _cut_out(label: str, language: str) -> str:
    """A label with a bar for each of its words of money, number or comparison."""
    text = label_text(label, language)
    for tongue in dict.fromkeys((language, "en")):
        patterns = (*CONCEPT_PATTERNS[tongue].values(), *(flow[tongue] for flow in STRONG.values()))
        for pattern in (*patterns, DIFFERENCE_PATTERNS[tongue], USUAL_PATTERNS[tongue]):
            text = pattern.sub(" | ", text)
    return text


def _words_named(label: str, language: str, names: Collection[str]) -> Iterator[str]:
    """Where a label says what kind of figure it is, only what stands before that, what a preposition leads in and what
    is written as a name can be whose it is; the rest tells the kind more closely (`Paid in interest, upper end`)."""
    text = _cut_out(label, language)
    if "|" not in text:
        if not COUNT_PATTERNS[language].search(text) and not COUNT_PATTERNS["en"].search(text):
            yield from text.split()
        return
    leads = re.compile(rf"(?:{LEADS})")
    is_led = True  # what stands before the first bar
    for word in text.split():
        if word == "|":
            is_led = False
        elif leads.fullmatch(word):
            is_led = True
        elif is_led or (word in names and language != "de"):
            yield word


LEADS = (
    "on|for|at|to|of|from|in|towards?|fuer|bei|an|von|auf|zu|zum|zur|aus|unter|pour|chez|en|sur|dans|de|d'|du|des|"
    "au|aux|a|para|por|del|al"
)


def _is_particular(word: str, language: str, shortest: int) -> bool:
    if len(word) < shortest or word in COMMON or word in GRAMMAR:
        return False
    if COUNT_PATTERNS[language].search(f" {word} ") or COUNT_PATTERNS["en"].search(f" {word} "):
        return False
    return not concepts_in(f" {word} ", language) and not concepts_in(f" {word} ", "en")


GRAMMAR = frozenset().union(*SMALL_WORDS.values())
COMMON = words(
    "bank banks banque banco insgesamt total totale overall altogether gesamte gesamter ensemble conjunto "
    " against normal normally usual part total month year week last lately before "
    "earlier latest next this your with from charge "
    "charges amount number transactions transaction share rate change difference average typical yearly "
    "monthly current all "
    "running full largest single account accounts money above below more less than their what been have "
    "under over after "
    "into towards toward category categories without possible still report reserve lasts long "
    "subscription price comparison "
    "compared joint checking card credit gegen gegenueber anteil gesamt monat jahr monats anzahl betrag "
    "diesem dieses letzte "
    "naechste ueblich normale durchschnitt veraenderung konto laufende unter ueber nach kategorie "
    "kategorien ohne moegliche "
    "ersparnis bericht reserve gesamte gesamtschulden moegliches monatsende vormonat "
    "mois annee pour dans votre vos nombre montant habituel habituelle moyenne rapport ecart compte "
    "apres categorie categories "
    "sans possible sous depuis avant chez prochain fin "
    "peso importe numero sobre para respecto cuenta este esta tras frente categoria sin con posible "
    "desde antes proximo final "
    "todavia hacia entre mismo "
    # What figures of one kind are called by, whoever they are of.
    "until payday reach coverage covered span length time rate quota ratio figure sum overall score index points "
    "previous prior preceding following coming past recent current present daily weekly quarterly annual yearly "
    "recurring regular fixed variable essential essentials needs wants discretionary everyday household personal "
    "emergency buffer fund cushion pot salary wages wage pension net gross extra highest lowest biggest smallest "
    "payee merchant store shop purchase purchases item items cash flow flows change outflow inflow bill bills due "
    "gastos gasto ingresos ingreso ahorrado ahorro depenses revenus ausgaben einnahmen polster ruecklage reserve "
    "ruecklagen reserves reserva reservas vormonat "
    "reichweite laenge dauer zeit zahltag quote stand vorigen voriges vergangenen taeglich woechentlich jaehrlich "
    "regelmaessige feste variable notwendige haushalt haushalts persoenliche notgroschen puffer netto brutto "
    "groesste kleinste hoechste niedrigste empfaenger haendler laden kauf kaeufe monatlich monatliche bisher gesamt "
    "duree couverte temps paie taux precedent precedente bancaires bancaire quotidien hebdomadaire annuel annuelle "
    "recurrent recurrentes reguliers fixes variables essentielles essentiels foyer menage personnelles coussin "
    "matelas brut nette plus gros grosse petite beneficiaire marchand commerce magasin achats flux tresorerie mensuel "
    "mensuelle mensuels mensuelles courant courante jusqu "
    "duracion colchon tiempo tasa anterior bancarias bancarios diario semanal anual recurrentes fijos variables "
    "esenciales hogar personales neto bruto mayor menor beneficiario comercio tienda compras flujo caja mensual "
    "mensuales actual corriente pasado"
)
