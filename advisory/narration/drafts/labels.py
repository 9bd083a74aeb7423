"""Rule on labels: a figure is spoken of as what its label says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from advisory.narration.drafts.clauses import Clause
from advisory.narration.drafts.comparing import compares
from advisory.narration.drafts.flows import flow_complaints
from advisory.narration.drafts.label_reading import label_text
from advisory.narration.drafts.lexicon_files import bounded, sections
from advisory.narration.drafts.meanings import (
    COUNTABLE,
    THINGS_COUNTED,
    concepts_in,
    is_difference,
    label_concepts,
)
from advisory.narration.drafts.opposites import opposite_complaints
from advisory.narration.drafts.reading import Reading
from advisory.narration.drafts.surroundings import Surroundings, surroundings_of
from advisory.narration.drafts.times import time_complaints
from advisory.narration.drafts.told_categories import GRAMMAR, category_complaints
from advisory.narration.drafts.verdicts import GateFact
from advisory.narration.drafts.witnesses import witness_complaints

WORDLESS = frozenset(("name", "text", "date", "month"))
SPANS_OF_TIME = frozenset(("duration", "days", "months"))
MONEY_WORDS = frozenset(("out", "in", "saved", "owed", "balance", "fee", "interest", "refund", "limit"))
COUNTED_IN = re.compile(r" (?:in|over|across|through|bei|mit|ueber|verteilt auf|sur|reparties? sur|repartid[oa]s en) $")
"""What was spent or came in, told with how many rows it took and nothing more: `..., in {{count}}.`"""
NUMBER_OF = re.compile(r" (?:the number|die zahl|anzahl|le nombre|el numero) (?:\S+ ){1,5}$")
OVER_OR_LEFT = re.compile(
    r" (?:(?:overspent|exceeded|overrun|over|under) by|(?:has|have) (?:still )?left|"
    r"(?:ueberzogen|ueberschritten|ueberreizt) um|"
    r"(?:rest|ueberschuss) von|(?:depasse\w*|explose\w*|creve\w*) de|il (?:vous |te |en )?reste(?: encore)?|"
    r"(?:superad\w+|excedid\w+|rebasad\w+|pasad\w+) (?:en|por)|(?:te |le |les )?(?:queda|sobra)n?(?: aun)?) (?:\S+ )?$"
)
BUDGET_IS = re.compile(
    r" (?:\w*budget|presupuesto) (?:\S+ ){0,4}(?:is|was|of|von|betraegt|betrug|liegt bei|est de|etait de|"
    r"es de|era de|fue de) $"
)


def label_reasons(reading: Reading, clauses: Sequence[Clause]) -> Iterator[str]:
    for clause in clauses:
        for place, (_, fact) in enumerate(clause.all_facts):
            around = surroundings_of(reading, clause, place)
            complaints = chain(witness_complaints(fact, around), opposite_complaints(fact, around))
            if fact.kind in WORDLESS:
                yield from _paid_turned_round(fact, clause, reading.language)
            else:
                complaints = chain(_complaints(reading, fact, around), complaints)
            for complaint in complaints:
                yield f'label: "{fact.label}" is {complaint}'


def _paid_turned_round(fact: GateFact, clause: Clause, language: str) -> Iterator[str]:
    """A payee or a due day of which is said that it brings money."""
    if "out" in label_concepts(fact.label, language) and BRINGS[language].search(clause.text):
        yield f'label: "{fact.label}" is spoken of as in'


BRINGS = {
    "en": bounded(sections("en")["flow in"] + "|wages?|salary|your income|refunds? you"),
    "de": bounded(sections("de")["flow in"] + "|ihr gehalt|ihren lohn|erstattet ihnen"),
    "fr": bounded(sections("fr")["flow in"] + r"|votre salaire|vous rembourse\w*"),
    "es": bounded(sections("es")["flow in"] + r"|(?:su|tu) (?:sueldo|salario|nomina)|(?:te|le) reembols\w*"),
}


def _complaints(reading: Reading, fact: GateFact, around: Surroundings) -> Iterator[str]:
    if fact.kind == "count":
        yield from _money_for_count(fact, around)
        yield from _other_things(fact, around)
    elif fact.kind in SPANS_OF_TIME:
        yield from _money_for_time(around)
    else:
        yield from flow_complaints(fact, around)
    if fact.kind == "money":
        yield from _count_for_money(fact, around)
    if fact.kind != "score":
        yield from category_complaints(reading, fact, around)
    yield from time_complaints(fact, around)
    if is_difference(fact.label, around.language) and not compares(around.clause, around.language):
        yield "a difference, spoken of as a whole"


WITHOUT_INCOME = re.compile(
    r" (?:(?:without|with no|until|ohne|sans|sin) (?:\w+ )?(?:income|pay|payday|wages?|salary|einkommen|lohn|gehalt|"
    r"revenus?|salaire|paie|sueldo|ingresos)|para (?:cobrar|recibir|la nomina)|hasta cobrar) "
)
"""How long money lasts without more of it, or until there is."""
SUM_OF = re.compile(
    r" (?:(?:a |the )?(?:cash )?(?:sum|amount|total) of|(?:summe|betrag) von|(?:somme|montant) de|"
    r"(?:suma|importe|cantidad) de) $"
)
MONEY_OF = re.compile(
    r" (?:(?:of|in) (?:spending )?(?:money|cash)|an geld|an bargeld|d' argent|en especes|de dinero|en efectivo) "
)
SUM_BEHIND = {
    "en": re.compile(
        r" (?:of|in|worth of) (?:\w+ )?(?:credit|cash|money|debts?|income|wages|savings|interest|fees|loans?|salary|"
        r"spending|turnover) "
    ),
    "de": re.compile(
        r" (?:an|in|von) (?:\w+ )?(?:kredit\w*|bargeld|geld|schulden|lohn|gehalt|zinsen|gebuehren|einnahmen|erspart\w*|"
        r"ersparniss\w*|umsatz|ausgaben) "
    ),
    "fr": re.compile(
        r" (?:de|d'|en) (?:\w+ )?(?:credits?|argent(?: liquide)?|liquide|especes|dettes?|salaires?|"
        r"interets?|frais|revenus?|"
        r"epargne|facture|budget|depenses?) "
    ),
    "es": re.compile(
        r" (?:de|en) (?:\w+ )?(?:creditos?|efectivo|dinero|deudas?|sueldos?|intereses|comisiones|ingresos|ahorros?|"
        r"presupuesto|gastos?) "
    ),
}
"""`{{count}} of credit`: a number of things told as a sum of money."""


def _money_for_count(fact: GateFact, around: Surroundings) -> Iterator[str]:
    language = around.language
    if SUM_BEHIND[language].match(around.right):
        yield "a count, not money"
        return
    if COUNTABLE[language].search(around.left) or COUNTABLE[language].search(around.right):
        return
    if COUNTED_IN.search(around.left) and not around.right.strip(" .,;!?)"):
        return
    if set(label_text(fact.label, language).split()) - GRAMMAR & set(around.right.split()[:1]):
        return
    if (concepts_in(around.left + around.right, language) | concepts_in(around.clause, language)) & MONEY_WORDS:
        yield "a count, not money"


def _money_for_time(around: Surroundings) -> Iterator[str]:
    """`Your reserve would cost you {{months}}`, `{{months}} of debts`."""
    if WITHOUT_INCOME.match(around.right):
        return
    if SUM_OF.search(around.left) or MONEY_OF.match(around.right):
        yield "a span of time, not money"
        return
    verb = " " + " ".join(around.left.split()[-2:]) + " "
    noun = " " + " ".join(around.right.split()[:2]) + " "
    if concepts_in(verb, around.language) & {"out", "owed", "fee"} or concepts_in(noun, around.language) & MONEY_NOUNS:
        yield "a span of time, not money"


def _other_things(fact: GateFact, around: Surroundings) -> Iterator[str]:
    """Payments counted as subscriptions, or the other way round."""
    label = label_text(fact.label, around.language) + label_text(fact.label, "en")
    own = {name for name, words in KINDS_OF_THINGS.items() if words.search(label)}
    said = {name for name, words in KINDS_OF_THINGS.items() if words.search(around.near)}
    if own and said and not own & said:
        yield f"counted as {', '.join(sorted(said))}"


MONEY_NOUNS = frozenset(("in", "saved", "owed", "fee", "interest"))
KINDS_OF_THINGS = {
    "subscriptions": re.compile(r" (?:subscriptions?|\w*abos?|abonnements?|suscripcion(?:es)?) "),
    "payments": re.compile(
        r" (?:payments?|purchases?|transactions?|bookings?|\w*zahlung(?:en)?|\w*buchung(?:en)?|"
        r"(?:ein)?kaeufen?|paiements?|"
        r"achats?|operations?|pagos?|compras?|operaciones|movimientos) "
    ),
}


def _count_for_money(fact: GateFact, around: Surroundings) -> Iterator[str]:
    if NUMBER_OF.search(around.left):
        yield "money, not a number of things"
    if BUDGET_IS.search(around.left) and "budget" not in label_concepts(fact.label, around.language):
        yield "no budget"
    if OVER_OR_LEFT.search(around.left) and label_concepts(fact.label, around.language) & {"budget", "left"} == {
        "budget"
    }:
        yield "a budget, told as what is over or left of it"
    if THINGS_COUNTED[around.language].match(around.right):
        yield "money, not a count"
