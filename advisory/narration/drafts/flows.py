"""Where money goes or stands, by its label and by what a draft says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from advisory.narration.drafts.label_names import own_words
from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.meanings import (
    USUAL_PATTERNS,
    concepts_by_sign,
    concepts_in,
    is_difference,
    label_categories,
    label_concepts,
    particular_words,
    speaks_of_remainder,
    without_topics,
)
from advisory.narration.drafts.parties import is_handed_over, takes_for_itself
from advisory.narration.drafts.reading import PLACE
from advisory.narration.drafts.supposing import is_supposed, may_be_spent
from advisory.narration.drafts.surroundings import Surroundings
from advisory.narration.drafts.verdicts import GateFact, decimal_of

AGAINST: Mapping[str, frozenset[str]] = {
    "out": frozenset(("in", "saved", "left", "owed", "balance", "limit", "goal", "togo")),
    "in": frozenset(("lost", "out", "saved", "left", "owed", "balance", "limit", "goal", "fee", "togo")),
    "saved": frozenset(("lost", "fee", "out", "in", "owed", "limit", "balance", "togo")),
    "left": frozenset(("lost", "out", "in", "owed", "limit")),
    "owed": frozenset(("balance", "in", "saved", "left", "out", "limit", "goal")),
    "balance": frozenset(("lost", "out", "in", "fee", "interest", "limit", "owed", "goal", "saved", "budget")),
    "limit": frozenset(("out", "in", "fee", "interest", "saved", "owed", "balance", "left", "budget")),
    "budget": frozenset(("in", "owed", "balance", "saved", "out")),
    "goal": frozenset(("fee", "interest", "out", "in", "owed", "limit", "saved", "togo")),
    "togo": frozenset(("out", "in", "owed", "limit", "balance", "saved")),
    "moved": frozenset(("lost", "in", "owed", "fee", "interest", "limit")),
}
"""For what a label is: what its figure may not be called without being called by its own name too."""
TOPICS: Mapping[str, frozenset[str]] = {
    "fee": frozenset(("interest", "refund", "balance", "limit")),
    "interest": frozenset(("fee", "refund", "balance", "limit")),
    "refund": frozenset(("fee", "interest", "limit")),
}
"""What the money is about, apart from where it flows."""
KIN: Mapping[str, tuple[str, ...]] = {"saved": ("left",), "left": ("saved", "balance"), "balance": ("left", "place")}


def flow_complaints(fact: GateFact, around: Surroundings) -> Iterator[str]:
    """Money said to flow or stand elsewhere than its label says, or to be about something else."""
    language, told = around.language, around
    around = _beside(fact, around)
    topics = label_concepts(fact.label, language) & TOPICS.keys()
    beside = concepts_in(around.near, language) or concepts_in(f"{around.left}@{around.right}", language)
    said = beside or _said_further_off(around)
    flows = concepts_in(without_topics(around.near, language), language) if topics and beside else said
    if flow_of(fact, language) & {"left", "balance"}:
        flows = _flows_of_remainder(flows, around)
    yield from _wrong_flow(fact, flows, around, told)
    wrong = {name for name in said for mine in topics if name in TOPICS[mine]}
    if wrong and not said & topics:
        yield f"spoken of as {', '.join(sorted(wrong))}"
    yield from _wrong_usual(fact, said, around)


def _beside(fact: GateFact, around: Surroundings) -> Surroundings:
    """Without the words of the label's own name, which mean what they name; and what a difference gained or came in
    above is no income."""
    own = own_words(fact.label, around.language).every - ACCOUNTS
    takes = MOVED[around.language] if is_difference(fact.label, around.language) else None
    return around.without(own, takes)


ACCOUNTS = words(
    "account accounts konto kontos compte comptes cuenta cuentas card cards karte carte tarjeta libreta livret"
)
MOVED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:(?:came|comes|come|coming) in|gain(?:s|ed)?|won|lost|put on|took|takes|needed|made)(?= )"),
    "de": re.compile(r" (?:gew(?:ann|annen|innt|onnen)|verlor\w*|brauch\w*|benoetig\w*)(?= )"),
    "fr": re.compile(r" (?:gagne\w*|pris|prend|perdu\w*|fallu|faut)(?= )"),
    "es": re.compile(r" (?:gan\w+|perd\w+|hizo|hicieron|recorte\w*)(?= )"),
}
"""How a difference came about."""


def _said_further_off(around: Surroundings) -> frozenset[str]:
    """Other parts of the clause, or what a colon announced, where no other figure may claim it."""
    if len(PLACE.findall(around.clause)) > 1:
        return frozenset()
    clause, announced = (PLACE.sub("@", text) for text in (around.clause, around.announced))
    return concepts_in(clause, around.language) or concepts_in(announced, around.language)


def _flows_of_remainder(flows: frozenset[str], around: Surroundings) -> frozenset[str]:
    """What is over is called so in many words, and it is over after something was paid."""
    if speaks_of_remainder(around.near, around.language):
        flows |= {"left"}
    afterwards = concepts_in(AFTERWARDS.sub(" ", around.near), around.language)
    return flows if "out" in afterwards else flows - {"out"}


def _wrong_flow(fact: GateFact, said: frozenset[str], around: Surroundings, told: Surroundings) -> Iterator[str]:
    """`around` without the words of the label's name, which `told` has."""
    own = flow_of(fact, around.language)
    if not own:
        return
    borne = label_concepts(fact.label, around.language)
    said -= _excused(borne, own, around)
    if "interest" in label_concepts(fact.label, around.language) & concepts_in(around.near, around.language):
        said -= {"owed"}  # interest is paid on a debt
    names = particular_words(fact.label, around.language)
    if own == {"out"} and takes_for_itself(told.left, told.sentence, names, around.language):
        said -= {"in"}
    if own == {"out"} and fact.kind == "money" and "cash" not in borne and is_handed_over(told.left, around.language):
        yield "spoken of as in"
    yield from _share_of_what(fact, own, around)
    wrong = {name for name in said if all(name in AGAINST.get(mine, ()) for mine in own)}
    fitting = _fitting(fact, own, around.language)
    if wrong & (TOPICS.keys() | {"owed"}):
        fitting -= {"place"}  # a fee on an account is no balance of it
    if wrong and not said & fitting:
        yield f"spoken of as {', '.join(sorted(wrong))}"
    yield from _wrong_verb(own, said, around)
    if (
        not concepts_in(around.near, "en")
        and around.language == "en"
        and around.right.startswith(" on ")
        and own & EARMARKED
    ):
        yield "spoken of as out"
    yield from _balance_for_limit(own, around)


OF_WHAT: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:of|in) (?:all |everything )?(?:your |the |what (?:you |came )?)?\S+ (?:in )?"),
    "de": re.compile(
        r" (?:(?:an|von) )?(?:ihrer|deiner|ihres|deines|aller|ihren|deinen|des|an|von)(?: allem , was (?:sie|du))? \S+ "
    ),
    "fr": re.compile(r" (?:de|des|du|d'|dans) (?:vos |tes |votre |ta |ton |la |l' |ce que vous (?:avez )?)?\S+ "),
    "es": re.compile(r" (?:de|del|en) (?:tus? |sus? |la |lo que |lo |los )?\S+ "),
}


def _share_of_what(fact: GateFact, own: frozenset[str], around: Surroundings) -> Iterator[str]:
    """A share of the spending, said to be one of the income or the debts."""
    if fact.kind not in ("ratio", "percent") or own != {"out"}:
        return
    pattern = OF_WHAT[around.language]
    behind, before = pattern.match(around.right), list(pattern.finditer(around.left))
    said = concepts_in(behind[0] if behind else "", around.language)
    said |= frozenset().union(*(concepts_in(one[0], around.language) for one in before))
    if said & {"in", "owed", "saved"} and "out" not in said:
        yield f"spoken of as {', '.join(sorted(said))}"


EARMARKED = frozenset(("in", "saved", "owed", "limit", "togo"))


def _balance_for_limit(own: frozenset[str], around: Surroundings) -> Iterator[str]:
    """A sentence of one figure that speaks of a limit alone has a limit for its figure."""
    if len(PLACE.findall(around.sentence)) != 1:
        return
    named = concepts_in(around.sentence, around.language) & {"balance", "limit"}
    if "balance" in own and "limit" not in own and named == {"limit"}:
        yield "spoken of as limit"


ALSO_SAID: Mapping[str, frozenset[str]] = {
    "bills": frozenset(("togo", "owed", "left")),
    "cash": frozenset(("left",)),
    "budget": frozenset(("limit",)),
    "interest": frozenset(("owed",)),
}
"""What a label bears says more than where its money goes: bills are open and owed, an allowance is a limit."""


def _excused(borne: frozenset[str], own: frozenset[str], around: Surroundings) -> frozenset[str]:
    also = frozenset().union(*(said for name, said in ALSO_SAID.items() if name in borne))
    if "moved" in borne and PUT_THERE.search(around.clause):
        also |= {"in", "out", "saved"}
    if own & {"left", "balance"} and len(PLACE.findall(around.sentence)) == 1:
        both = frozenset(("in", "out"))
        also |= both if both <= concepts_in(around.sentence, around.language) else set()
    if "cash" in borne and HANDED_OUT.search(around.clause):
        also |= {"in"}
    return also | _excused_by_sentence(own, around)


PUT_THERE = re.compile(
    r" (?:paid into|contribut\w*|transferr?\w*|moved?|moving|add(?:ed|ing)?|sent|eingezahlt|ueberw\w+|umgebucht|"
    r"beigesteuert|vers\w+|vir\w+|ajout\w*|transfer\w*|aport\w*|ingres\w*|traspas\w*|anad\w*|mov\w+) "
)
HANDED_OUT = re.compile(
    r" (?:(?:gave|handed|dispensed|paid out)|(?:gab|gibt|spuckte|zahlte aus)|(?:remis|donne|delivre|distribue)|"
    r"(?:entreg|dio|dispens|sac)\w*) "
)
"""What a cash machine does with what was taken out."""


def _excused_by_sentence(own: frozenset[str], around: Surroundings) -> frozenset[str]:
    if own & {"left", "limit", "budget"} and may_be_spent(around.sentence, around.language):
        return frozenset(("out",))
    if "saved" in own and OUT_OF_INCOME.search(around.clause):
        return frozenset(("in",))
    if not is_supposed(around.sentence, around.language):
        return frozenset()
    if "out" in own:
        return frozenset(("saved", "left"))
    return frozenset(("in",)) if "saved" in own and around.language == "fr" else frozenset()


def _fitting(fact: GateFact, own: frozenset[str], language: str) -> frozenset[str]:
    kin = {other for mine in own for other in KIN.get(mine, ())}
    return own | kin | (label_concepts(fact.label, language) & {"budget"})


def flow_of(fact: GateFact, language: str) -> frozenset[str]:
    """Where the money of a label goes or stands; what has no word for it and a minus sign left."""
    is_negative = (decimal_of(fact.value) or 0) < 0
    label = concepts_by_sign(fact.label, language, is_negative=is_negative)
    found = set(label & AGAINST.keys())
    for alone in ("togo", "owed"):
        if alone in found:
            return frozenset((alone,))
    if "left" in found or "balance" in found:
        found -= {"out", "in", "budget"}
    if "balance" in found and is_negative:
        found |= {"owed"}  # what stands below zero on a card is owed
    if "refund" in label:
        return frozenset(("in",))
    if found & {"saved", "moved"}:
        found -= {"goal"}
    if found & {"limit", "goal", "budget"}:
        found -= {"saved", "out"}
    if not found and "place" in label:
        return frozenset(("balance",))
    if not found and fact.kind == "money":
        is_spent = is_negative or "fee" in label or (not label and label_categories(fact.label, language))
        return frozenset(("out",)) if is_spent else frozenset()
    return frozenset(found)


def _wrong_verb(own: frozenset[str], flows: frozenset[str], around: Surroundings) -> Iterator[str]:
    """The verb right before a figure weighs more than a noun behind it (`you saved {{debt}} on the loan`)."""
    last = VERB_BEFORE[around.language].search(around.left)
    if not last:
        return
    if "saved" in own & flows and last[1] in RECEIVED:
        return  # a pot receives savings
    said = concepts_in(f" {last[1]} @ ", around.language) & flows
    if said and all(name in AGAINST.get(mine, ()) for name in said for mine in own):
        yield f"spoken of as {', '.join(sorted(said))}"


RECEIVED = frozenset(("received", "receives", "erhielten", "recu", "recibio", "recibido"))
OUT_OF_INCOME = re.compile(
    r" (?:out of|of) (?:all|everything|what|every)|(?:von|aus) (?:allem|dem)|(?:de|sur) (?:tout )?ce|de (?:todo )?lo|"
    r"de (?:cada|chaque) "
)
AFTERWARDS = re.compile(
    r" (?:once|after|when|nachdem|nach|sobald|als|une fois|apres|tras|una vez|despues de) (?:\S+ ){0,5}"
    r"(?:paid|settled|bezahlt|beglichen|payee?s?|reglee?s?|pagad[oa]s?|pagar)(?= )"
)
VERB_BEFORE = {
    "en": re.compile(
        r" (earned|earns|received|receives|saved|owe|owed|spent|paid)(?: (?:you|us))?(?: (?:about|just|only|"
        r"around|exactly|nearly))? $"
    ),
    "de": re.compile(
        r" (verdienten|verdient|sparten|erwirtschaftet|einbringt|schulden|schuldeten|zahlten|"
        r"erhielten)(?: (?:etwa|rund|nur|noch))? $"
    ),
    "fr": re.compile(
        r" (gagne|epargne|economise|rapporte|rapportent|genere|depense|paye|recu|devez|gagnez|"
        r"depensez)(?: (?:environ|encore))? $"
    ),
    "es": re.compile(
        r" (aporta|aportan|genera|generan|ganado|ahorrado|gastado|pagado|recibido|debes?|gasto|gano|ahorro|"
        r"pago|recibio)(?: (?:unos|casi|aun))? $"
    ),
}


def _wrong_usual(fact: GateFact, said: frozenset[str], around: Surroundings) -> Iterator[str]:
    language = around.language
    if is_difference(fact.label, language):
        return
    label, flow = label_concepts(fact.label, language), flow_of(fact, language)
    if flow and not label & {"usual", "forecast"} and "usual" in concepts_in(around.last_part, language):
        yield "no usual figure"
    if "usual" in label and said & flow and not USUAL_PATTERNS[language].search(around.sentence):
        yield "a usual figure, told as one of now"
