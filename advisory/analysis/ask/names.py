"""The user's own names in a question: found whole, by their main words, or with a slip of the hand; never guessed.

Where a word fits two names equally well, both are offered and neither is taken. A name is data: whatever a payee is
called, it can only ever be found, and a name made of nothing but words of the grammar is not even that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from advisory.analysis.ask.clock import NUMBERS
from advisory.analysis.ask.folding import is_near, words_of
from advisory.analysis.ask.lexicon import GRAMMAR_WORDS
from advisory.analysis.ask.synonyms import ACCOUNT_KINDS, CATEGORY_WORDS
from advisory.analysis.ask.times import TIME_WORDS
from advisory.analysis.ask.vocabulary import Vocabulary

FULL, MAIN, OTHER, BEGINNING, WITHIN = range(5)
"""How well words fit a name, the best first: all of it, its main words, another word for it, its first words, one."""
FORMS = frozenset(
    words_of(
        "gmbh ag se kg ohg ev e v co inc ltd llc plc sa sarl bv nv ab oy the com www de und and of markt deutschland "
        "germany der die das dr & mbh cokg gbr stiftung vertrieb europe international"
    )
)
TURNING = frozenset(
    words_of(
        "summer autumn fall winter spring sommer herbst fruhling fruhjahr christmas easter weihnachten ostern "
        "silvester bar card karte credit debit gift gutschein rechnung invoice holiday holidays urlaub ferien "
        "birthday geburtstag not no never none nothing neither nor without except excluding besides only but if "
        "unless until till before after between during since while under over above below about around against "
        "toward towards into onto next last first second third half double twice once again back off planned "
        "budgeted expected future tomorrow online abroad private business taxable unpaid pending refunded "
        "reimbursed weekend weekends weekday weekdays morning evening night noon person people husband wife son "
        "daughter mother father brother sister friend boss neighbour neighbor they them their his her she him "
        "nicht kein keine keinen keiner nie niemals nichts weder noch ohne außer ausgenommen abzüglich bis vor "
        "nach seit während unter neben statt anstatt gegen zurück geplant erwartet morgen übermorgen halb doppelt "
        "zweimal einmal wochenende werktags morgens abends nachts beruflich privat steuerlich erstattet mann frau "
        "sohn tochter mutter vater bruder schwester freund freundin chef nachbar ihr ihre sein seine sie er "
        "ausland "
    )
)
"""Words that turn a question into another one. They are part of many names ("Ärzte ohne Grenzen") and mean such a name
only where more of it is said; nor is any of them a slip of the hand."""
LEADING = frozenset(words_of("at to with from paid pay bei beim an von vom zu zum"))
SHORTEST_WITHIN = 4
KNOWN = GRAMMAR_WORDS | TIME_WORDS | frozenset(NUMBERS)
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """What a name means. `ids`: more than one where one word stands for several (a heading, a kind of account)."""

    kind: str
    ids: tuple[int, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """Every way to say a name: {words: {target: how well}}."""

    entries: Mapping[Words, Mapping[Target, int]]
    longest: int

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Names:
        found: defaultdict[Words, dict[Target, int]] = defaultdict(dict)
        for words, target, fit in _sayings(vocabulary):
            if words and fit < found[words].get(target, WITHIN + 1):
                found[words][target] = fit
        return cls(dict(found), max(map(len, found), default=1))

    def at(self, words: Words, *, is_led: bool) -> tuple[Target, ...]:
        """Those that these words fit best; several are equally good. Empty where they fit none.

        `is_led`: a word like "at" or "to" stands before them; a word from within a name means it only then.
        """
        fits = self.entries.get(words, {})
        return _best(fits if is_led else {target: fit for target, fit in fits.items() if fit < WITHIN})

    def near(self, word: str) -> tuple[Target, ...]:
        """Those whose single word is a slip away from this one."""
        close: dict[Target, int] = {}
        if word in TURNING:
            return ()
        for words, targets in self.entries.items():
            if len(words) == 1 and is_near(word, words[0]):
                close |= {target: fit for target, fit in targets.items() if fit < WITHIN}
        return tuple(sorted(close))


def _best(targets: Mapping[Target, int]) -> tuple[Target, ...]:
    best = min(targets.values(), default=0)
    return tuple(sorted(target for target, fit in targets.items() if fit == best))


Saying = tuple[Words, Target, int]


def _sayings(vocabulary: Vocabulary) -> Iterator[Saying]:
    yield from _of_categories(vocabulary)
    yield from _of_accounts(vocabulary)
    own = frozenset(word for one in vocabulary.categories.values() for word in words_of(one.name))
    others: defaultdict[int, list[str]] = defaultdict(list)
    for spelling, payee in vocabulary.aliases.items():
        others[payee].append(spelling)
    payees = {words_of(name) for name in vocabulary.payees.values()}
    for label in sorted(set(vocabulary.series.values())):
        ids = tuple(sorted(pk for pk, name in vocabulary.series.items() if name == label))
        if words_of(label) not in payees:
            yield from _kept([(words_of(label), Target("series", ids, label), OTHER)], own)
    for payee, name in vocabulary.payees.items():
        target = Target("payee", (payee,), name)
        yield from _kept(_of_name(name, target), own)
        for spelling in others[payee]:
            yield from _kept([(words_of(spelling), target, MAIN)], own)


def _of_categories(vocabulary: Vocabulary) -> Iterator[Saying]:
    headings: defaultdict[str, list[int]] = defaultdict(list)
    taken = {words_of(one.name) for one in vocabulary.categories.values()}
    for one in vocabulary.categories.values():
        target = Target("category", (one.id,), one.name)
        yield words_of(one.name), target, FULL
        for part in one.name.replace(":", "/").split("/")[0 if "/" in one.name else 1 :]:
            yield words_of(part), target, MAIN
        for word in CATEGORY_WORDS.get(one.key, ()):
            yield words_of(word), target, OTHER
        if one.group:
            headings[one.group].append(one.id)
    for heading, ids in headings.items():
        words = words_of(heading)
        if words not in taken and not set(words) <= KNOWN:
            yield words, Target("category", tuple(sorted(ids)), heading), OTHER


def _of_accounts(vocabulary: Vocabulary) -> Iterator[Saying]:
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    for one in vocabulary.accounts.values():
        target = Target("account", (one.id,), one.name)
        yield words_of(one.name), target, FULL
        yield (*words_of(one.name), "account"), target, FULL
        if not one.is_archived:
            kinds[one.kind].append(one.id)
    for kind, ids in kinds.items():
        for word in ACCOUNT_KINDS.get(kind, ()):
            yield words_of(word), Target("account", tuple(sorted(ids)), word), OTHER


def _of_name(name: str, target: Target) -> Iterator[Saying]:
    """All of a name, its main words, its first ones, and single long ones from further in."""
    words = words_of(name)
    yield words, target, FULL
    main = tuple(word for word in words if word not in FORMS) or words
    yield main, target, MAIN
    for spoken in (main, words):
        for count in range(1, len(spoken)):
            if not set(spoken[:count]) <= TURNING:
                yield spoken[:count], target, BEGINNING
        for start in range(1, len(spoken) - 1):
            yield spoken[start:], target, WITHIN
    for word in main[1:]:
        if len(word) >= SHORTEST_WITHIN and not word.isdigit() and word not in TURNING:
            yield (word,), target, WITHIN


def _kept(sayings: Iterable[Saying], own: frozenset[str]) -> Iterator[Saying]:
    """Without what would read words of the question itself as a name."""
    for words, target, fit in sayings:
        has_grammar = any(word in KNOWN or word.isdigit() for word in words)
        if not (has_grammar and all(word in KNOWN or word in own or word.isdigit() for word in words)):
            yield words, target, fit
