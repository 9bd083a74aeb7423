"""Rule on rise and fall: every word of change is borne by the direction of the figure it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisory.narration.drafts.clauses import Clause
from advisory.narration.drafts.cues import (
    ADVICE,
    BACKWARD,
    CUES,
    NEGATION_AFTER,
    NEGATIONS,
    UP_AGAIN,
)
from advisory.narration.drafts.evidence_kinds import kinds_of
from advisory.narration.drafts.figures_compared import way_compared
from advisory.narration.drafts.meanings import (
    SHORT,
    concepts_in,
    is_difference,
    label_concepts,
    misjudged_balance,
    outspent,
)
from advisory.narration.drafts.reading import PLACE, Reading
from advisory.narration.drafts.verdicts import GateFact, decimal_of

OTHERS = {"up": frozenset(("down", "same")), "down": frozenset(("up", "same")), "same": frozenset(("up", "down"))}
BY = (
    r"(?:by|to|at|auf|bei|zu|a|au|hasta|jusqu'|um|de|d'|en|of|about|around|some|nearly|almost|exactly|rund|etwa|knapp|genau|environ|unos|"
    r"unas|casi|pres|quelque|a|only|just|"
    r"nur|lediglich|seulement|solo|von|with|mit|avec|con|the|der|die|das|amount|betrag|l'|le|la|el|un|una|une|total)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """`allowed` are the directions that bear the word."""

    word: str
    start: int
    end: int
    allowed: frozenset[str]


def direction_reasons(reading: Reading, clauses: Sequence[Clause]) -> Iterator[str]:
    for place, clause in enumerate(clauses):
        for cue in cues_in(clause, reading):
            if _is_of_budget(cue, clause, reading):
                continue
            wrong = _unborne(cue, clause, clauses[:place], clauses, reading)
            if wrong:
                yield f'direction: "{cue.word}" {wrong}'


BETTER: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?<= )(better|worse)(?= (?:\S+ ){0,3}(?:than|off)|$)"),
    "de": re.compile(r"(?<= )(besser|schlechter)(?= (?:\S+ ){0,3}als|$)"),
    "fr": re.compile(r"(?<= )(mieux|pire)s?(?= (?:\S+ ){0,3}qu)"),
    "es": re.compile(r"(?<= )(mejor|peor)(?:es)?(?= (?:\S+ ){0,3}(?:que|de lo))"),
}
WON: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:(?P<up>gained|won|earned more|put on|made up)|lost|lose|missing|short|gave up) "),
    "de": re.compile(r" (?:(?P<up>gew(?:ann|annen|innen|onnen|innst)|verdien\w+ mehr)|verlor\w*|eingebuesst|fehl\w+) "),
    "fr": re.compile(r" (?:(?P<up>gagne\w*|(?:a|ont) pris)|perd\w*|manqu\w*) "),
    "es": re.compile(r" (?:(?P<up>gan(?:o|aste|ado|aron)\w*)|perd\w*|falt\w*) "),
}
"""What something won or lost is a rise or a fall of it."""
REPAID = re.compile(
    r" (?:pa(?:id|y) (?:off|back|down)|repa(?:id|y)|cleared|(?:ab|zurueck)(?:be)?zahl\w*|getilgt|tilg\w*|abgetragen|"
    r"rembours\w*|amorti\w*|devolv\w*|liquid\w*|sald\w*) "
)
GOOD = frozenset(("better", "besser", "mieux", "mejor"))
GROWN_IS_GOOD = frozenset(("in", "saved", "balance", "left"))


def difference_reasons(reading: Reading, clauses: Sequence[Clause]) -> Iterator[str]:
    """A difference is told with a word that says which way it went, and better or worse goes by what it is of."""
    for clause in clauses:
        for _, fact in clause.facts:
            if not is_difference(fact.label, reading.language):
                continue
            kinds = label_concepts(fact.label, reading.language)
            found = BETTER[reading.language].search(clause.text)
            if found and kinds & GROWN_IS_GOOD:
                way = "up" if found[1] in GOOD else "down"
                if fact.direction != way:
                    yield f'direction: "{found[1]}" is said of "{fact.label}", which went {fact.direction}'
            elif fact.direction in ("up", "down"):
                own = _sentence_of(clause, clauses)
                cues = [cue for one in own for cue in cues_in(one, reading)]
                won = WON[reading.language].search(clause.text)
                if "owed" in kinds and fact.direction == "down" and REPAID.search(clause.text):
                    continue
                if won and ("up" if won["up"] else "down") == fact.direction:
                    continue
                if not found and not any(fact.direction in cue.allowed for cue in cues):
                    yield f'direction: nothing says that "{fact.label}" went {fact.direction}'


def _sentence_of(clause: Clause, clauses: Sequence[Clause]) -> list[Clause]:
    return [one for one in clauses if one.sentence == clause.sentence]


def balance_reasons(reading: Reading, clauses: Sequence[Clause]) -> Iterator[str]:
    """Short or left over, against the sign of a figure whose label speaks of a balance."""
    for clause in clauses:
        for _, fact in clause.facts:
            value = decimal_of(fact.value)
            if value is None or fact.kind != "money" or not speaks_of_balance(fact, reading.language):
                continue
            word = misjudged_balance(clause.text, value < 0, reading.language)
            if word:
                sign = "negative" if value < 0 else "not negative"
                yield f'direction: "{word}" is said of "{fact.label}", which is {sign}'


def speaks_of_balance(fact: GateFact, language: str) -> bool:
    found = label_concepts(fact.label, language)
    return (
        bool(found & {"left", "balance"})
        and not found & {"togo", "limit", "goal"}
        and not (found & {"saved"} and "left" not in found)
    )


BUDGET_WORDS = re.compile(r"budget|presupuesto")


def _is_of_budget(cue: Cue, clause: Clause, reading: Reading) -> bool:
    """To go over a budget is a matter of sign (`balance_reasons`), where the figure is what is left of it."""
    if not any(speaks_of_balance(fact, reading.language) for _, fact in clause.facts):
        return False
    return bool(BUDGET_WORDS.search(clause.text) or SHORT[reading.language].search(clause.text))


def cues_in(clause: Clause, reading: Reading) -> Iterator[Cue]:
    for found in CUES[reading.language].finditer(clause.text):
        kind = found.lastgroup or "void"
        if kind == "void":
            continue
        if kind == "down" and UP_AGAIN[reading.language].fullmatch(found[0]):
            kind = "up"
        if _is_name(found, clause, reading):
            continue
        if found[0] in SPANNING and _spans_time(clause, found.end()):
            continue
        yield Cue(found[0], found.start(), found.end(), _allowed(kind, found, clause.text, reading.language))


def _is_name(found: re.Match[str], clause: Clause, reading: Reading) -> bool:
    """Disney Plus: a capitalised word of a name in a label, in the middle of a sentence."""
    start = clause.start + found.start()
    token = next((token for at, token in zip(reading.offsets, reading.tokens, strict=True) if at == start), None)
    if token is None or token.starts_sentence or not token.text[:1].isupper() or token.plain not in reading.named:
        return False
    return reading.language != "de" or token.plain == "plus"


SPANNING = frozenset(("over", "under", "up", "ueber", "unter"))


def _spans_time(clause: Clause, end: int) -> bool:
    """`Over {{month}}` is a time, not more than it."""
    ahead = PLACE.match(clause.text, end + 1)
    if ahead is None:
        return False
    fact = dict(clause.facts).get(ahead[0])
    return fact is None or fact.kind in ("count", "duration", "days", "months")


def _allowed(kind: str, found: re.Match[str], text: str, language: str) -> frozenset[str]:
    if kind == "rises":
        return frozenset(("up", "none"))
    before = text[: found.start()]
    negated = NEGATIONS[language].search(before) or NEGATION_AFTER[language].search(text[found.end() :])
    if kind == "moved":
        return frozenset(("same",)) if negated else frozenset(("up", "down"))
    if negated and not (
        kind == "same" and found[0].split()[0] in {"no", "not", "did", "pas", "nicht", "aucun", "keine", "sin"}
    ):
        return OTHERS[kind]
    return frozenset((kind,))


AS_EVER = re.compile(
    r"as (?:usual|always|ever)|wie (?:immer|ueblich|gewohnt|sonst)|comme (?:toujours|d' habitude|a l' accoutumee)|"
    r"como (?:siempre|de costumbre|es habitual)"
)
"""Said of how something happens, not of how much it was."""


def _says_no_change(cue: Cue, clause: Clause, before: Sequence[Clause], language: str) -> bool:
    if (
        outspent(clause.text, cue.word, language)
        or way_compared(cue.start, cue.end, clause, before, language) in cue.allowed
    ):
        return True
    return AS_EVER.fullmatch(cue.word) is not None and all(fact.direction == "none" for _, fact in clause.facts)


def _unborne(cue: Cue, clause: Clause, before: Sequence[Clause], every: Sequence[Clause], reading: Reading) -> str:
    if _says_no_change(cue, clause, before, reading.language):
        return ""
    if not clause.facts:
        return _unborne_elsewhere(cue, clause, before, every, reading)
    governed = governing(cue, clause)
    if governed is not None and governed.direction != "none" and governed.direction not in cue.allowed:
        return f'is said of "{governed.label}", which went {governed.direction}'
    if (
        _label_says(cue, clause, reading)
        or any(fact.direction in cue.allowed for _, fact in clause.facts)
        or _is_aside(cue, clause, reading.language)
        or _is_of_a_bound(clause, reading.language)
        or _goes_itself(cue, clause, reading.language)
    ):
        return ""
    return "is borne by no figure of its clause"


BOUNDED = frozenset(("left", "short", "limit", "save", "budget", "togo"))
GOES = re.compile(
    r" @\d+@ (?:(?:s'|se|te|le|me|just|simply|simplement|sont|est|has|have|had|ont|ha|han|was|were|are) )*$"
)


def _is_of_a_bound(clause: Clause, language: str) -> bool:
    """Over, under, cut by: of what is left, allowed or may be saved such words state no change in time."""
    kinds = [kinds_of(fact, language) for _, fact in clause.facts]
    return all(fact.direction == "none" and fact.kind == "money" for _, fact in clause.facts) and all(
        one and one <= BOUNDED for one in kinds
    )


def _goes_itself(cue: Cue, clause: Clause, language: str) -> bool:
    """An amount that flew or slipped away is spent: it is the figure that goes, not what the figure is of."""
    facts = [fact for _, fact in clause.facts]
    return (
        language != "de"
        and all(fact.direction == "none" and kinds_of(fact, language) == {"out"} for fact in facts)
        and not SOFT[language].fullmatch(cue.word)
        and GOES.search(clause.text[: cue.start]) is not None
    )


SOFT: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"more|less|fewer|higher|greater|bigger|larger|smaller|lower|cheaper|dearer|costlier|lighter|heavier|"
        r"steeper|stable|steady"
    ),
    "de": re.compile(
        r"mehr|weniger|hoeher\w*|niedriger\w*|geringer\w*|groesser\w*|kleiner\w*|guenstiger\w*|billiger\w*|"
        r"teurer\w*|stabil\w*|tiefer"
    ),
    "fr": re.compile(r"(?:plus|moins)(?: \w+)?|davantage|stables?|superieure?s?|inferieure?s?"),
    "es": re.compile(r"(?:mas|menos)(?: \w+)?|mayor(?:es)?|menor(?:es)?|superior(?:es)?|inferior(?:es)?|estables?"),
}
"""Comparatives: said of anything, and of a figure only where they stand beside it or hold it against something."""
THAN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:\S+ ){0,4}(?:than|usual|normal|average) "),
    "de": re.compile(r" (?:\S+ ){0,4}(?:als|ueblich\w*|normal\w*|gewohn\w*) "),
    "fr": re.compile(r" (?:\S+ ){0,4}(?:que|qu'|d' habitude|normale?) "),
    "es": re.compile(r" (?:\S+ ){0,4}(?:que|de lo|habitual|normal) "),
}


def _is_aside(cue: Cue, clause: Clause, language: str) -> bool:
    """A comparative about something else in the clause of a figure that tells no change."""
    if not SOFT[language].fullmatch(cue.word) or any(fact.direction != "none" for _, fact in clause.facts):
        return False
    before, after = clause.text[: cue.start], clause.text[cue.end :]
    near = " " + " ".join(before.split()[-3:]) + " " + " ".join(after.split()[:3]) + " "
    return (
        not PLACE.search(near)
        and not BECOMING.search(near)
        and not THAN[language].match(after)
        and not concepts_in(near, language) & MONEY_FLOWS
    )


BECOMING = re.compile(
    r" (?:devenu\w*|geworden|become|became|got|getting|is|was|are|were|been|est|sont|etait|etaient|ist|"
    r"sind|war|waren|wurden?|es|fue|son|esta|"
    r"estan|salio|vuelto|resulto|looks|runs|ran|feels) "
)
MONEY_FLOWS = frozenset(("out", "in", "saved", "owed", "balance", "fee", "interest"))


def governing(cue: Cue, clause: Clause) -> GateFact | None:
    """The figure right before the word (`{{b}} more`), else the one it leads to (`rose by {{b}}`)."""
    facts = dict(clause.facts)
    marks = "|".join(re.escape(mark) for mark in facts)
    left, right = clause.text[: cue.start], clause.text[cue.end :]
    um = re.search(rf" (?:um|by) (?:\S+ )?({marks}) ", clause.text)
    if um:
        return facts[um[1]]
    near = re.search(rf"({marks}) (?:(?:de|en|a|pro|im|par|al|por|per|the|\w+ly) (?:\w+ )?)?$", left)
    if near:
        return facts[near[1]]
    ahead = re.match(rf" (?:{BY} )*({marks}) ", right)
    if ahead:
        return facts[ahead[1]]
    return clause.facts[0][1] if len(clause.facts) == 1 else None


def _label_says(cue: Cue, clause: Clause, reading: Reading) -> bool:
    """The word stands in the label of a figure of the clause that tells no change of its own."""
    return any(
        fact.direction == "none" and re.search(rf"\b{re.escape(cue.word)}\b", fact.label.casefold())
        for _, fact in clause.facts
    )


def _unborne_elsewhere(
    cue: Cue, clause: Clause, before: Sequence[Clause], every: Sequence[Clause], reading: Reading
) -> str:
    """A clause without a figure that points back at one, or announces one before a colon."""
    language = reading.language
    if ADVICE[language].search(clause.text) or EARLIER[language].search(clause.text):
        return ""
    points_back = BACKWARD[language].search(clause.text) is not None and bool(before)
    announces = (clause.text.rstrip().endswith(":") and cue.end > len(clause.text) - 30) or _goes_on(clause, every)
    spoken = [fact for other in every for _, fact in other.facts if fact.kind != "count"]
    if not (announces or points_back) or not spoken or any(fact.direction in cue.allowed for fact in spoken):
        return ""
    return "is borne by no figure near its clause"


def _goes_on(clause: Clause, every: Sequence[Clause]) -> bool:
    """The next clause says more of the same subject (`became dearer and now costs {{x}}`)."""
    after = [other for other in every if other.start > clause.start and other.sentence == clause.sentence]
    return bool(after) and bool(after[0].facts) and SAME_SUBJECT.match(after[0].text) is not None


SAME_SUBJECT = re.compile(
    r" (?:and|und|et|y) (?:now |jetzt |nun |inzwischen |maintenant |desormais |ahora |ya )?"
    r"(?:costs?|takes?|comes?|came|stands?|is|was|reached|kostet\w*|liegt|betraegt|lag|coute\w*|atteint|"
    r"est|s'|cuestan?|es|suma\w*|llega\w*) "
)
EARLIER = {
    "en": re.compile(r" (?:used to|once|(?<!than )before|earlier|formerly) "),
    "de": re.compile(r" (?:(?<!als )frueher|schon einmal|damals|(?<!als )zuvor) "),
    "fr": re.compile(r" (?:(?<!qu' )avant|autrefois|etait|etaient|jadis) "),
    "es": re.compile(r" (?:(?<!que )antes|era|eran|solia|solian) "),
}
