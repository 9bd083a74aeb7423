"""Whose figure a draft says it is: category, payee, account."""

from __future__ import annotations

from collections.abc import Iterator

from advisory.narration.drafts.categories import categories_in
from advisory.narration.drafts.flows import flow_of
from advisory.narration.drafts.language import SMALL_WORDS
from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.meanings import COUNT_PATTERNS, concepts_in, label_categories, label_text
from advisory.narration.drafts.reading import Reading
from advisory.narration.drafts.supposing import is_left_out
from advisory.narration.drafts.surroundings import Surroundings
from advisory.narration.drafts.tokens import tokens_of
from advisory.narration.drafts.verdicts import GateFact


def category_complaints(reading: Reading, fact: GateFact, around: Surroundings) -> Iterator[str]:
    """A figure of one category, payee or account told under the name of another."""
    language = reading.language
    own = label_categories(fact.label, language)
    particular = _particular(fact, reading)
    if particular & set((around.left + around.right).split()):
        return
    if own or particular:
        told = _told_of(around.left, around.right, language)
    else:
        told = _told_of(around.last_part, around.first_part, language)
    said, beside = categories_in(told, language), set(told.split())
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
    words = label_text(fact.label, language).split()
    names = {
        token.german if language == "de" else token.plain
        for token in tokens_of(fact.label)[1:]
        if token.text[0].isupper()
    }
    return frozenset(word for word in words if _is_particular(word, language, shortest=3 if word in names else 4))


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
    "todavia hacia entre mismo"
)
