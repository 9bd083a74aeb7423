"""Rule on labels: a figure is spoken of as what its label says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from advisory.narration.drafts.categories import categories_in
from advisory.narration.drafts.clauses import SENTENCE_END, Clause
from advisory.narration.drafts.cues import ADVICE, CUES
from advisory.narration.drafts.meanings import (
    COUNT_PATTERNS,
    concepts_in,
    is_difference,
    label_categories,
    label_concepts,
    label_text,
)
from advisory.narration.drafts.reading import PLACE, Reading
from advisory.narration.drafts.verdicts import GateFact

AGAINST: Mapping[str, frozenset[str]] = {
    "out": frozenset(("in", "saved", "left", "owed", "balance", "limit", "goal", "refund")),
    "in": frozenset(("out", "saved", "left", "owed", "balance", "limit", "fee", "goal")),
    "saved": frozenset(("out", "in", "owed", "limit", "fee", "balance")),
    "left": frozenset(("out", "in", "owed", "limit", "fee")),
    "owed": frozenset(("in", "saved", "left", "out", "limit", "fee", "goal")),
    "balance": frozenset(("out", "in", "limit", "owed", "fee", "goal", "saved")),
    "limit": frozenset(("out", "in", "saved", "owed", "balance", "fee", "left")),
    "budget": frozenset(("in", "owed", "balance", "saved", "fee", "out")),
    "fee": frozenset(("in", "saved", "left", "balance", "limit", "interest", "owed", "goal")),
    "interest": frozenset(("fee", "limit", "balance", "goal", "left")),
    "goal": frozenset(("out", "in", "owed", "limit", "fee", "saved")),
    "refund": frozenset(("out", "owed", "limit", "fee", "saved")),
}
"""For what a label is: what its figure may not be called without being called by its own name too."""
KIN: Mapping[str, tuple[str, ...]] = {"saved": ("left",), "left": ("saved",), "budget": ("left",), "balance": ("left",)}
MONEY_WORDS = frozenset(("out", "in", "saved", "owed", "balance"))
FIGURES_ONLY = frozenset(("money", "amount", "count", "number", "integer", "ratio", "percent", "percentage", "share"))


def label_reasons(reading: Reading, clauses: Sequence[Clause]) -> Iterator[str]:
    for clause in clauses:
        for place, (mark, fact) in enumerate(clause.all_facts):
            left, right = _sides(clause, place)
            for complaint in _complaints(reading, clause, fact, left, right):
                yield f'label: "{fact.label}" is {complaint}'


def _sides(clause: Clause, place: int) -> tuple[str, str]:
    """What stands between a placeholder and its neighbours in the clause."""
    spans = [found.span() for found in PLACE.finditer(clause.text)]
    start = spans[place - 1][1] if place else 0
    end = spans[place + 1][0] if place + 1 < len(spans) else len(clause.text)
    return clause.text[start : spans[place][0]], clause.text[spans[place][1] : end]


def _complaints(reading: Reading, clause: Clause, fact: GateFact, left: str, right: str) -> Iterator[str]:
    if fact.kind in {"name", "text", "date", "month"}:
        return
    language = reading.language
    said = _said(left, right, clause.text, language)
    if _is_supposed(reading, clause):
        said -= {"saved", "left"} if "out" in _own(fact, language) or "fee" in _own(fact, language) else set()
    yield from _wrong_concept(fact, said, _sentence(clause, reading), language)
    yield from _wrong_verb(fact, left, language)
    yield from _wrong_category(reading, fact, left, right, clause)
    if fact.kind == "count":
        yield from _money_for_count(fact, left, right, language)
    if fact.kind == "money" and re.match(rf" (?:{COUNT_PATTERNS[language].pattern})", right):
        yield "money, not a count"
    if is_difference(fact.label, language) and not _compares(clause.text, language):
        yield "a difference, spoken of as a whole"


def _said(left: str, right: str, whole: str, language: str) -> frozenset[str]:
    return concepts_in(left, language) | concepts_in(right, language) or concepts_in(PLACE.sub("@", whole), language)


def _is_supposed(reading: Reading, clause: Clause) -> bool:
    """Under an if or a could, what was spent may be called kept or saved."""
    return ADVICE[reading.language].search(_sentence(clause, reading)) is not None


def _sentence(clause: Clause, reading: Reading) -> str:
    start = max((found.end() for found in SENTENCE_END.finditer(reading.text[: clause.start + 1])), default=0)
    end = SENTENCE_END.search(reading.text, clause.start + 1)
    return reading.text[start : end.end() + 1 if end else None]


def _wrong_verb(fact: GateFact, left: str, language: str) -> Iterator[str]:
    """The verb right before a figure weighs more than a noun behind it (`you saved {{debt}} on the loan`)."""
    own = _own(fact, language)
    last = VERB_BEFORE[language].search(left)
    if not own or not last or concepts_in(left, language) & own:
        return
    said = concepts_in(f" {last[1]} ", language)
    if said and all(name in AGAINST.get(mine, ()) for name in said for mine in own):
        yield f"spoken of as {', '.join(sorted(said))}"


VERB_BEFORE = {
    "en": re.compile(r" (earned|received|saved|owe|owed|spent|paid)(?: (?:about|just|only|around|exactly|nearly))? $"),
    "de": re.compile(r" (verdienten|sparten|schulden|schuldeten|zahlten|erhielten)(?: (?:etwa|rund|nur|noch))? $"),
    "fr": re.compile(r" (gagne|epargne|economise|depense|paye|recu|devez|gagnez|depensez)(?: (?:environ|encore))? $"),
    "es": re.compile(
        r" (ganado|ahorrado|gastado|pagado|recibido|debe|gasto|gano|ahorro|pago|recibio)(?: (?:unos|casi|aun))? $"
    ),
}


def _wrong_concept(fact: GateFact, said: frozenset[str], sentence: str, language: str) -> Iterator[str]:
    own = _own(fact, language)
    if not own:
        return
    kin = {other for mine in own for other in KIN.get(mine, ())}
    wrong = {name for name in said if all(name in AGAINST.get(mine, ()) for mine in own)}
    if wrong and not said & (own | kin):
        yield f"spoken of as {', '.join(sorted(wrong))}"
    label = label_concepts(fact.label, language)
    if "usual" in said and "usual" not in label and "forecast" not in label and not is_difference(fact.label, language):
        yield "no usual figure"
    if (
        "usual" in label
        and "usual" not in concepts_in(sentence, language)
        and not is_difference(fact.label, language)
        and said & own
    ):
        yield "a usual figure, told as one of now"


def _own(fact: GateFact, language: str) -> frozenset[str]:
    found = label_concepts(fact.label, language) & AGAINST.keys()
    if not found and fact.kind == "money" and label_categories(fact.label, language):
        return frozenset(("out",))
    if "fee" in found or "interest" in found:
        found -= {"out"} if fact.kind == "money" else set()
    return frozenset(found)


def _wrong_category(reading: Reading, fact: GateFact, left: str, right: str, clause: Clause) -> Iterator[str]:
    language = reading.language
    own = label_categories(fact.label, language)
    said = categories_in(left) | categories_in(right)
    if said:
        foreign = said - own - (set() if own or not _particular(fact, language) else {"subscriptions"})
        if foreign and not said & own and not _explained(fact, left + right, language):
            yield f"not about {', '.join(sorted(foreign))}"
        return
    yield from _wrong_payee(reading, fact, left + " " + right)


def _explained(fact: GateFact, around: str, language: str) -> bool:
    """The label has a word of its own in common with what stands around: a category of the owner's own wording."""
    label = set(_particular(fact, language))
    return any(word in label for word in around.split())


def _wrong_payee(reading: Reading, fact: GateFact, around: str) -> Iterator[str]:
    language = reading.language
    own = _particular(fact, language)
    words = set(around.split())
    if own & words:
        return
    for other in reading.facts.values():
        theirs = _particular(other, language) - own
        if other is not fact and other.label != fact.label and theirs & words and other.kind not in {"date", "month"}:
            yield f'not about "{other.label}"'
            return


def _particular(fact: GateFact, language: str) -> frozenset[str]:
    """Words of a label that are its own: names and categories, not words of money or grammar."""
    words = label_text(fact.label, language).split()
    return frozenset(
        word
        for word in words
        if len(word) > 3
        and word not in COMMON
        and not concepts_in(f" {word} ", language)
        and not concepts_in(f" {word} ", "en")
    )


COMMON = frozenset(
    "against normal normally usual part total month year week last lately before earlier latest next this your with from charge "
    "charges amount number transactions transaction share rate change difference average typical yearly monthly current all "
    "running full own largest single payment payments account accounts money above below more less than their what been have "
    "gegen gegenueber anteil gesamt monat jahr monats zahlung zahlungen anzahl betrag fuer diesem dieses letzte naechste "
    "ueblich normale durchschnitt veraenderung buchungen transaktionen konto laufende "
    "mois annee total part pour dans votre vos nombre montant habituel habituelle moyenne rapport ecart operations compte "
    "total mes ano parte numero importe habitual media promedio sobre para respecto cuenta operaciones movimientos este esta "
    "without category categories comparison compared".split()
)


def _money_for_count(fact: GateFact, left: str, right: str, language: str) -> Iterator[str]:
    follows = re.match(r" ([^\W\d_]\S*)", right)
    if follows and (COUNT_PATTERNS[language].match(follows[1]) or follows[1] not in LINKS):
        return
    if concepts_in(left + right, language) & MONEY_WORDS and not COUNT_PATTERNS[language].search(left):
        yield "a count, not money"


LINKS = frozenset(
    "on for in at to from this that than and or of by a per each over with as is was were are which more less "
    "fuer in im an auf bei von zu aus und oder mehr weniger als pro am dem ausgegeben gezahlt bezahlt verdient gespart "
    "pour en sur dans chez au aux a de du par et ou que plus moins ce cette "
    "en para por a de del al y o mas menos que este esta".split()
)


def _compares(text: str, language: str) -> bool:
    if any((found.lastgroup or "void") != "void" for found in CUES[language].finditer(text)):
        return True
    return COMPARING[language].search(text) is not None


COMPARING = {
    "en": re.compile(r" (?:differ\w*|change\w*|against|versus|compared|gap|extra|additional|saved?|on top|swing|movement|move|by|away|beyond|shift\w*|deviat\w*|excess|step|rise|fall) "),
    "de": re.compile(r" (?:unterschied\w*|differenz|veraender\w*|aender\w*|gegenueber|vergleich\w*|verglichen|zusaetzlich\w*|abweich\w*|um|extra|mehr\w*|schritt|abstand) "),
    "fr": re.compile(r" (?:ecart\w*|differen\w*|vari\w*|rapport|compar\w*|supplement\w*|chang\w*|evolu\w*|en plus|de plus) "),
    "es": re.compile(r" (?:diferen\w*|vari\w*|respecto|frente|compar\w*|adicional\w*|cambi\w*|extra|desvi\w*) "),
}  # fmt: skip
