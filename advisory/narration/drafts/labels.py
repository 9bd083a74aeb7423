"""Rule on labels: a figure is spoken of as what its label says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from advisory.narration.drafts.categories import categories_in
from advisory.narration.drafts.clauses import SENTENCE_END, Clause
from advisory.narration.drafts.comparing import compares
from advisory.narration.drafts.directions import decimal_of
from advisory.narration.drafts.language import SMALL_WORDS
from advisory.narration.drafts.meanings import (
    COUNT_PATTERNS,
    COUNTABLE,
    THINGS_COUNTED,
    USUAL_PATTERNS,
    concepts_in,
    is_difference,
    label_categories,
    label_concepts,
    label_text,
    speaks_of_remainder,
    without_topics,
)
from advisory.narration.drafts.reading import PLACE, Reading
from advisory.narration.drafts.supposing import is_left_out, is_supposed
from advisory.narration.drafts.tokens import tokens_of
from advisory.narration.drafts.verdicts import GateFact

AGAINST: Mapping[str, frozenset[str]] = {
    "out": frozenset(("in", "saved", "left", "owed", "balance", "limit", "goal", "togo")),
    "in": frozenset(("out", "saved", "left", "owed", "balance", "limit", "goal", "fee", "togo")),
    "saved": frozenset(("fee", "out", "in", "owed", "limit", "balance", "togo")),
    "left": frozenset(("out", "in", "owed", "limit")),
    "owed": frozenset(("balance", "in", "saved", "left", "out", "limit", "goal", "togo")),
    "balance": frozenset(("out", "in", "fee", "interest", "limit", "owed", "goal", "saved", "budget")),
    "limit": frozenset(("out", "in", "fee", "interest", "saved", "owed", "balance", "left", "budget")),
    "budget": frozenset(("in", "owed", "balance", "saved", "out")),
    "goal": frozenset(("fee", "interest", "out", "in", "owed", "limit", "saved", "togo")),
    "togo": frozenset(("out", "in", "owed", "limit", "balance", "saved")),
}
"""For what a label is: what its figure may not be called without being called by its own name too."""
TOPICS: Mapping[str, frozenset[str]] = {
    "fee": frozenset(("interest", "refund", "balance", "limit")),
    "interest": frozenset(("fee", "refund", "balance", "limit")),
    "refund": frozenset(("fee", "interest", "limit")),
}
"""What the money is about, apart from where it flows."""
KIN: Mapping[str, tuple[str, ...]] = {"saved": ("left",), "left": ("saved", "balance"), "balance": ("left",)}
MONEY_WORDS = frozenset(("out", "in", "saved", "owed", "balance", "fee", "interest", "refund", "limit"))
NEEDED = ("limit", "budget", "togo")
"""A figure that is always called by its name: what may be spent is easily taken for what was."""
WORDLESS = frozenset(("name", "text", "date", "month"))


def label_reasons(reading: Reading, clauses: Sequence[Clause]) -> Iterator[str]:
    for clause in clauses:
        for place, (_, fact) in enumerate(clause.all_facts):
            if fact.kind not in WORDLESS:
                left, right = _sides(clause, place)
                for complaint in _complaints(reading, clause, fact, left, right):
                    yield f'label: "{fact.label}" is {complaint}'


def _sides(clause: Clause, place: int) -> tuple[str, str]:
    """What stands between a placeholder and its neighbours in the clause."""
    spans = [found.span() for found in PLACE.finditer(clause.text)]
    start = spans[place - 1][1] if place else 0
    end = spans[place + 1][0] if place + 1 < len(spans) else len(clause.text)
    left, right = clause.text[start : spans[place][0]], clause.text[spans[place][1] : end]
    if place and clause.all_facts[place - 1][1].kind == "count":
        left = " " + " ".join(left.split()[1:]) + " "
    return left, right


def _complaints(reading: Reading, clause: Clause, fact: GateFact, left: str, right: str) -> Iterator[str]:
    language = reading.language
    sentence = sentence_of(clause, reading)
    if fact.kind == "count":
        yield from _money_for_count(fact, left, right, clause.text, language)
    elif fact.kind in {"duration", "days", "months"}:
        yield from _money_for_time(left, language)
    else:
        yield from _wrong_concept(fact, left, right, clause.text, _announced(clause, reading), sentence, language)
    if fact.kind == "money" and THINGS_COUNTED[language].match(right):
        yield "money, not a count"
    yield from _wrong_category(reading, fact, left, right)
    if is_difference(fact.label, language) and not compares(clause.text, language):
        yield "a difference, spoken of as a whole"


def _announced(clause: Clause, reading: Reading) -> str:
    """What stands before a colon that the clause follows."""
    before = reading.text[: clause.start + 1].rstrip()
    return re.split(r" [.;!?:] ", before[:-1])[-1] + " " if before.endswith(":") else ""


def sentence_of(clause: Clause, reading: Reading) -> str:
    start = max((found.end() for found in SENTENCE_END.finditer(reading.text[: clause.start + 1])), default=0)
    end = SENTENCE_END.search(reading.text, clause.start + 1)
    return reading.text[start : end.end() + 1 if end else None]


def _wrong_concept(fact: GateFact, left: str, right: str, clause: str, announced: str, sentence: str, language: str) -> Iterator[str]:
    topics = label_concepts(fact.label, language) & TOPICS.keys()
    near = f"{_last_part(left)}@{_first_part(right)} "
    around = concepts_in(near, language) or concepts_in(f"{left}@{right}", language)
    said = around or concepts_in(PLACE.sub("@", clause), language) or concepts_in(PLACE.sub("@", announced), language)
    flows = concepts_in(without_topics(near, language), language) if topics and around else said
    if "left" in (own := flow_of(fact, language)) or "balance" in own:
        flows |= {"left"} if speaks_of_remainder(near, language) else set()
    yield from _wrong_flow(fact, flows, left, right, sentence, language)
    wrong = {name for name in said for mine in topics if name in TOPICS[mine]}
    if wrong and not said & topics:
        yield f"spoken of as {', '.join(sorted(wrong))}"
    yield from _wrong_usual(fact, said, left, sentence, language)


def _last_part(left: str) -> str:
    part = left.rsplit(" , ", 1)[-1]
    return part if part.startswith(" ") else f" {part}"


def _first_part(right: str) -> str:
    """Up to the first comma, or to the second where the first opens an apposition (`{{x}}, your debt, ...`)."""
    parts = right.split(" , ")
    return " , ".join(parts[:2]) if right.startswith(" , ") else parts[0]


def _wrong_flow(fact: GateFact, said: frozenset[str], left: str, right: str, sentence: str, language: str) -> Iterator[str]:
    own = flow_of(fact, language)
    if not own:
        return
    if is_supposed(sentence, language):
        said -= {"saved", "left"} if "out" in own else {"in"} if "saved" in own and language == "fr" else set()
    kin = {"budget"} if "budget" in label_concepts(fact.label, language) else set()
    kin |= {other for mine in own for other in KIN.get(mine, ())}
    wrong = {name for name in said if all(name in AGAINST.get(mine, ()) for mine in own)}
    if wrong and not said & (own | kin):
        yield f"spoken of as {', '.join(sorted(wrong))}"
    yield from _wrong_verb(own, said, left, language)
    named = concepts_in(sentence, language)
    for need in NEEDED:
        if need in own and not named & own and (HAVING.search(left) or HAVING_AFTER.match(right)):
            yield f"a {need}, not called one"


def flow_of(fact: GateFact, language: str) -> frozenset[str]:
    """Where the money of a label goes or stands; what has no word for it and a minus sign left."""
    label = label_concepts(fact.label, language)
    found = set(label & AGAINST.keys())
    for alone in ("togo", "owed"):
        if alone in found:
            return frozenset((alone,))
    if "left" in found or "balance" in found:
        found -= {"out", "in", "budget"}
    if "refund" in label:
        return frozenset(("in",))
    if found & {"limit", "goal", "budget"}:
        found -= {"saved", "out"}
    if not found and fact.kind == "money":
        return _unspoken_flow(fact, label, language)
    return frozenset(found)


def _unspoken_flow(fact: GateFact, label: frozenset[str], language: str) -> frozenset[str]:
    value = decimal_of(fact.value)
    if "fee" in label or label_categories(fact.label, language) or (value is not None and value < 0):
        return frozenset(("out",))
    return frozenset()


def _wrong_verb(own: frozenset[str], flows: frozenset[str], left: str, language: str) -> Iterator[str]:
    """The verb right before a figure weighs more than a noun behind it (`you saved {{debt}} on the loan`)."""
    last = VERB_BEFORE[language].search(left)
    if not last:
        return
    said = concepts_in(f" {last[1]} @ ", language) & flows
    if said and all(name in AGAINST.get(mine, ()) for name in said for mine in own):
        yield f"spoken of as {', '.join(sorted(said))}"


HAVING = re.compile(
    r" (?:have|has|there is|there are|holds?|haben|hat|liegen|liegt|stehen|steht|avez|as|a|dispose|disposez|y a|tienes|tiene|hay|dispones|dispone)"
    r" (?:\S+ ){0,2}$"
)
HAVING_AFTER = re.compile(r" (?:liegen|liegt|stehen|steht|haben|hat) ")
VERB_BEFORE = {
    "en": re.compile(r" (earned|earns|received|receives|saved|owe|owed|spent|paid)(?: (?:you|us))?(?: (?:about|just|only|around|exactly|nearly))? $"),
    "de": re.compile(r" (verdienten|verdient|sparten|erwirtschaftet|einbringt|schulden|schuldeten|zahlten|erhielten)(?: (?:etwa|rund|nur|noch))? $"),
    "fr": re.compile(r" (gagne|epargne|economise|rapporte|rapportent|genere|depense|paye|recu|devez|gagnez|depensez)(?: (?:environ|encore))? $"),
    "es": re.compile(r" (aporta|aportan|genera|generan|ganado|ahorrado|gastado|pagado|recibido|debes?|gasto|gano|ahorro|pago|recibio)(?: (?:unos|casi|aun))? $"),
}


def _wrong_usual(fact: GateFact, said: frozenset[str], left: str, sentence: str, language: str) -> Iterator[str]:
    if is_difference(fact.label, language):
        return
    label = label_concepts(fact.label, language)
    calls_usual = "usual" in concepts_in(left.rsplit(" , ", 1)[-1], language)
    if calls_usual and not label & {"usual", "forecast"} and flow_of(fact, language):
        yield "no usual figure"
    if "usual" in label and not USUAL_PATTERNS[language].search(sentence) and said & flow_of(fact, language):
        yield "a usual figure, told as one of now"


def _wrong_category(reading: Reading, fact: GateFact, left: str, right: str) -> Iterator[str]:
    language = reading.language
    own = label_categories(fact.label, language)
    particular = _particular(fact, reading)
    if particular & set((left + right).split()):
        return
    if own or particular:
        around = _told_of(left, right, language)
    else:
        around = _told_of(_last_part(left), right.split(" , ", 1)[0] + " ", language)
    said, words = categories_in(around, language), set(around.split())
    if said:
        foreign = said - own - (set() if own or not particular else {"subscriptions"})
        if foreign and not said & own:
            yield f"not about {', '.join(sorted(foreign))}"
        return
    for other in reading.facts.values():
        theirs = _particular(other, reading) - particular
        if other.label != fact.label and theirs & words and other.kind not in {"date", "month"}:
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
    names = {token.german if language == "de" else token.plain for token in tokens_of(fact.label)[1:] if token.text[0].isupper()}
    return frozenset(word for word in words if _is_particular(word, language, shortest=3 if word in names else 4))


def _is_particular(word: str, language: str, shortest: int) -> bool:
    if len(word) < shortest or word in COMMON or word in GRAMMAR:
        return False
    if COUNT_PATTERNS[language].search(f" {word} ") or COUNT_PATTERNS["en"].search(f" {word} "):
        return False
    return not concepts_in(f" {word} ", language) and not concepts_in(f" {word} ", "en")


GRAMMAR = frozenset().union(*SMALL_WORDS.values())
COMMON = frozenset(
    "against normal normally usual part total month year week last lately before earlier latest next this your with from charge "
    "charges amount number transactions transaction share rate change difference average typical yearly monthly current all "
    "running full largest single account accounts money above below more less than their what been have under over after "
    "into towards toward category categories without possible still report reserve lasts long subscription price comparison "
    "compared joint checking card credit gegen gegenueber anteil gesamt monat jahr monats anzahl betrag diesem dieses letzte "
    "naechste ueblich normale durchschnitt veraenderung konto laufende unter ueber nach kategorie kategorien ohne moegliche "
    "ersparnis bericht reserve gesamte gesamtschulden moegliches monatsende vormonat "
    "mois annee pour dans votre vos nombre montant habituel habituelle moyenne rapport ecart compte apres categorie categories "
    "sans possible sous depuis avant chez prochain fin "
    "peso importe numero sobre para respecto cuenta este esta tras frente categoria sin con posible desde antes proximo final "
    "todavia hacia entre mismo".split()
)


def _money_for_count(fact: GateFact, left: str, right: str, clause: str, language: str) -> Iterator[str]:
    if COUNTABLE[language].search(left) or COUNTABLE[language].search(right):
        return
    if set(label_text(fact.label, language).split()) - GRAMMAR & set(right.split()[:1]):
        return
    if concepts_in(left + right, language) & MONEY_WORDS or concepts_in(clause, language) & MONEY_WORDS:
        yield "a count, not money"


def _money_for_time(left: str, language: str) -> Iterator[str]:
    if concepts_in(" " + " ".join(left.split()[-2:]) + " ", language) & {"out", "owed", "fee"}:
        yield "a span of time, not money"
