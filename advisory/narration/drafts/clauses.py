"""The clauses of a draft, each with the placeholders that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.meanings import VERBS
from advisory.narration.drafts.reading import PLACE, Reading
from advisory.narration.drafts.verdicts import GateFact

FIGURELESS = frozenset(("name", "text", "date", "month"))
ENDS = re.compile(r" (?:[.;:!?…–—()]|- )(?= )")
SENTENCE_END = re.compile(r" [.!?…](?= )")
JOINTS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:, )?(?:but|while|whereas|although|though|because|so that|however|yet|since|if|unless)(?= )|"
        r" , (?:and|or|so|which|who|where|when|if|as|you|your|it|this|that|they|we)(?= )"
    ),
    "de": re.compile(
        r" (?:, )?(?:aber|waehrend|wohingegen|obwohl|weil|sondern|doch|jedoch|denn|sodass)(?= )| , (?:und|"
        r"oder|was|das|die|der|wenn|wobei|womit|dass|sie|ihre?|es|dies)(?= )"
    ),
    "fr": re.compile(
        r" (?:, )?(?:mais|si(?! \w+ que)|tandis|alors que|bien que|car|parce|cependant|toutefois|or)(?= )|"
        r" , (?:et|ou|ce qui|qui|que|dont|soit(?=x)|vous|votre|vos|cela|c'|si|il|elle)(?= )"
    ),
    "es": re.compile(
        r" (?:, )?(?:pero|si|mientras|aunque|porque|sino|sin embargo|pues)(?= )| , (?:y|e|o|lo que|que|cuyo|"
        r"si|usted|su|sus|esto|eso|se|ha|han)(?= )"
    ),
}
"""Where one statement ends and another begins for certain."""
ANDS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:and|or|then|as|when) "),
    "de": re.compile(r" (?:und|oder|dann) "),
    "fr": re.compile(r" (?:et|ou|puis|quand) "),
    "es": re.compile(r" (?:y|e|o|luego|cuando) "),
}


@dataclass(frozen=True)
class Clause:
    """`text` keeps its spaces at both ends; `sentence` counts from nought."""

    text: str
    start: int
    sentence: int
    facts: tuple[tuple[str, GateFact], ...]
    """Mark in the text and fact, in order, figures only."""
    all_facts: tuple[tuple[str, GateFact], ...]


def clauses_of(reading: Reading) -> tuple[Clause, ...]:
    return tuple(_clauses(reading))


def _clauses(reading: Reading) -> Iterator[Clause]:
    text = reading.text
    cuts = {0, len(text) - 1}
    cuts |= {found.start() + 2 for found in ENDS.finditer(text)}
    cuts |= {
        found.start() for found in JOINTS[reading.language].finditer(text) if _parts(text, found, reading.language)
    }
    whole = sorted(cuts)
    for found in ANDS[reading.language].finditer(text):
        first = max(cut for cut in whole if cut <= found.start())
        last = min((cut for cut in whole if cut > found.start()), default=len(text) - 1)
        if _joins_statements(text[first : found.start() + 1], text[found.end() - 1 : last + 1], reading.language):
            cuts.add(found.start())
    cuts |= _conditions(text, sorted(cuts), reading.language)
    cuts |= _independent(text, sorted(cuts), reading.language)
    places = sorted(cuts)
    sentence = 0
    for start, end in pairwise(places):
        piece = text[start : end + 1]
        if len(piece) > 2:
            yield _clause(piece, start, sentence, reading)
        if SENTENCE_END.search(piece):
            sentence += 1


def _independent(text: str, cuts: list[int], language: str) -> set[int]:
    """Commas after which a statement of its own follows that speaks of no figure."""
    found: set[int] = set()
    for start, end in pairwise(cuts):
        piece = text[start : end + 1]
        for comma in re.finditer(r" , ", piece):
            before, after = piece[: comma.start() + 1], piece[comma.end() - 1 :]
            if (
                VERBS[language].search(before.replace(" a @", " @"))
                and not PLACE.search(after)
                and len(after.split()) > 4
                and (OWN_VERBS[language].search(after, after.index(" ", 1)) or BIDDING.match(after))
            ):
                found.add(start + comma.start())
    return found


CONDITION: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:, )?(?:if|when|unless|once|should|as soon as|by \w+ing) "),
    "de": re.compile(r" (?:, )?(?:wenn|falls|sobald|wer|solange) "),
    "fr": re.compile(r" (?:, )?(?:si|quand|lorsque|en \w+ant) "),
    "es": re.compile(r" (?:, )?(?:si|cuando|al|quien) "),
}


def _conditions(text: str, cuts: list[int], language: str) -> set[int]:
    """A clause that opens with an if ends at its first comma."""
    found: set[int] = set()
    for start, end in pairwise(cuts):
        opening = CONDITION[language].match(text, start)
        comma = text.find(" , ", opening.end()) if opening else -1
        if -1 < comma < end:
            found.add(comma)
    return found


BIDDING = re.compile(
    r" (?:achten|pruefen|schauen|nehmen|denken|behalten) sie |(?: (?:try|keep|watch|consider|check|look|"
    r"think|pensez|verifiez|gardez|evitez|surveillez|asegurese|asegurate|revise|revisa|vigile|vigila|"
    r"piense|piensa|cuidado|attention) )"
)
OWN_VERBS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:is|are|was|were|would|could|should|can|may|might|will|has|have|had|try|look|check|keep|watch|"
        r"consider|let|take) "
    ),
    "de": re.compile(
        r" (?:ist|sind|war|waren|taete|waere|koennte\w*|sollte\w*|kann|koennen|wird|wuerde\w*|hat|haben|"
        r"achten|pruefen|schauen|nehmen|reicht|lohnt|bleibt) "
    ),
    "fr": re.compile(
        r" (?:est|sont|etait|serait|suffirait|pourr\w+|devr\w+|peut|a|ont|pensez|verifiez|regardez|vaut|faut|"
        r"veillez|gardez) "
    ),
    "es": re.compile(
        r" (?:es|son|fue|era|seria|podria\w*|deberia\w*|puede|ha|han|conviene|baste|basta|revise|revisa|vale|"
        r"asegurate|piense|mire|hay) "
    ),
}


SOFT = words(
    "your you it this that they we was das die der sie ihr ihre es dies vous votre vos cela il elle "
    "usted su sus esto eso se"
)


def _parts(text: str, joint: re.Match[str], language: str) -> bool:
    """A comma before a pronoun or article ends a clause only where a verb follows; else an apposition "
    "stands there."""
    if joint.start() <= 1:
        return False
    if joint[0].split()[-1] not in SOFT:
        return True
    before = text[_opening(text, joint.start()) : joint.start() + 1]
    if not VERBS[language].search(before.replace(" a @", " @")):
        return False
    end = text.find(" , ", joint.end())
    return VERBS[language].search(text, joint.end() - 1, end + 1 if end > -1 else len(text)) is not None


def _opening(text: str, place: int) -> int:
    """Where the sentence or part that `place` stands in begins."""
    return max((found.end() for found in ENDS.finditer(text, 0, place + 1)), default=0)


def _joins_statements(left: str, right: str, language: str) -> bool:
    """Both sides of an `and` hold a verb, or the right side begins with one after a placeholder's statement."""
    verbs = VERBS[language]
    return bool(verbs.search(left)) and bool(verbs.search(right)) and bool(PLACE.search(right))


def _clause(piece: str, start: int, sentence: int, reading: Reading) -> Clause:
    marked = []
    for found in PLACE.finditer(piece):
        fact = reading.facts.get(reading.tokens[int(found[1])].fact)
        if fact is not None:
            marked.append((found[0], fact))
    figures = tuple((mark, fact) for mark, fact in marked if fact.kind not in FIGURELESS)
    return Clause(piece, start, sentence, figures, tuple(marked))
