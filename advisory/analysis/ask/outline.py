"""A question as a planner that is not ours is told of it: what was recognised is replaced by tokens.

So such a planner cannot change a time, an amount or a name that was said, and never gets to see one: it chooses among
tokens. What the grammar knows that it must not answer at all is not even asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from advisory.analysis.ask import lexicon as word
from advisory.analysis.ask.folding import words_of
from advisory.analysis.ask.meanings import Refusal
from advisory.analysis.ask.names import TURNING, Target
from advisory.analysis.ask.reading import Reading, currencies_said, read_question
from advisory.analysis.ask.sizes import FoundSize
from advisory.analysis.ask.spans import Span
from advisory.analysis.ask.vocabulary import Vocabulary

FIT = frozenset(("unknown_words", "nothing_asked", "cannot_combine", "average_of_what", "share_of_what"))
"""Refusals that say no more than that the words were not understood. The others know what is wrong."""
NOT_FOR_OTHERS = frozenset(
    (word.NEVER, word.AHEAD, word.MONTH_END, word.YEAR_END, word.NEXT, word.SERIES, word.ADVICE, word.WHAT_IF)
)
AHEAD = frozenset(
    words_of(
        "will shall going gonna next soon later would could should werde wirst wird werden würde könnte sollte sollen"
    )
)
MOST_OFFERED = {"category": 120, "account": 40}
MOST_NEAR, NEAR_ENOUGH, SHORTEST_NEAR = 8, 0.7, 4
MOST_UNKNOWN = 8


@dataclass(frozen=True, slots=True)
class Outline:
    """`question`: its words with tokens in them, such as `how much did i splurge on category_1 time_1`. `names`: every
    token that may be chosen, `said`: those of them, and of times and sizes, that stand in the question."""

    question: str
    names: Mapping[str, Target]
    times: Mapping[str, Span]
    sizes: Mapping[str, FoundSize]
    said: frozenset[str]
    reading: Reading

    def offered(self, kind: str) -> tuple[str, ...]:
        return tuple(token for token, target in self.names.items() if target.kind == kind)


def outline_of(question: str, refusal: Refusal, vocabulary: Vocabulary) -> Outline | None:
    """None where nobody else is to be asked: the question is understood and must not be answered, or turns on a word
    that no plan can express."""
    reading = read_question(question, vocabulary)
    if refusal.reason not in FIT or not _is_open(reading, vocabulary):
        return None
    names = _numbered([*reading.names, *_offered(vocabulary), *_near(reading, vocabulary)])
    times = {f"time_{place}": span for place, span in enumerate(reading.times, 1)}
    sizes = {f"size_{place}": size for place, size in enumerate(reading.sizes, 1)}
    tokens: dict[object, str] = {target: token for token, target in names.items()}
    tokens |= {span: token for token, span in times.items()}
    tokens |= {size: token for token, size in sizes.items()}
    said = [tokens[thing] for thing in (*reading.names, *reading.times, *reading.sizes)]
    words = " ".join(tokens.get(piece.means, piece.words) for piece in reading.pieces)
    return Outline(words, names, times, sizes, frozenset(said), reading)


def _is_open(reading: Reading, vocabulary: Vocabulary) -> bool:
    turns = {*reading.unknown} & (TURNING | AHEAD)
    is_clear = not (reading.unclear or reading.has_bad_time or reading.ahead_days or reading.is_about_payee_deeds)
    is_one = len(reading.sizes) <= 1 and len(reading.times) <= 2 and len(reading.numbers) <= 1
    is_sized = all(size.is_clear for size in reading.sizes)
    is_ours = currencies_said(reading) <= {vocabulary.base_currency} and _kinds(reading) <= {
        "category",
        "payee",
        "account",
    }
    is_short = len(reading.pieces) > 0 and len(reading.unknown) <= MOST_UNKNOWN
    return (
        is_clear
        and is_one
        and is_sized
        and is_ours
        and is_short
        and not turns
        and not reading.meanings & NOT_FOR_OTHERS
    )


def _kinds(reading: Reading) -> set[str]:
    return {one.kind for one in reading.names}


def _numbered(targets: list[Target]) -> dict[str, Target]:
    found: dict[str, Target] = {}
    counts: dict[str, int] = {}
    for target in dict.fromkeys(targets):
        counts[target.kind] = counts.get(target.kind, 0) + 1
        found[f"{target.kind}_{counts[target.kind]}"] = target
    return found


def _offered(vocabulary: Vocabulary) -> Iterator[Target]:
    categories = [one for one in vocabulary.categories.values() if one.kind != "transfer"]
    for one in categories[: MOST_OFFERED["category"]]:
        yield Target("category", (one.id,), one.name)
    accounts = [one for one in vocabulary.accounts.values() if not one.is_archived]
    for account in accounts[: MOST_OFFERED["account"]]:
        yield Target("account", (account.id,), account.name)


def _near(reading: Reading, vocabulary: Vocabulary) -> list[Target]:
    """Payees one of whose words resembles a word that was not understood; no others are ever offered."""
    strange = [one for one in reading.unknown if len(one) >= SHORTEST_NEAR]
    if not strange:
        return []
    spoken: dict[str, list[Target]] = {}
    for pk, name in vocabulary.payees.items():
        for one in words_of(name):
            spoken.setdefault(one, []).append(Target("payee", (pk,), name))
    found = [hit for one in strange for hit in get_close_matches(one, spoken, MOST_NEAR, NEAR_ENOUGH)]
    return list(dict.fromkeys(target for hit in found for target in spoken[hit]))[:MOST_NEAR]
