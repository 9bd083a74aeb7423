"""Which payees look like two spellings of one: proposals for the user, never applied by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

PROPOSED_FROM = 0.92  # below, more than one in ten proposals joined two payees in our own lists
SHORTEST_CUT = 7
CUT_SCORE, GAP_SCORE = 0.95, 0.98
LARGEST_BLOCK = 60  # a word that many payees share ("hotel") tells nothing


@dataclass(frozen=True, slots=True)
class MergeProposal:
    """`merge` looks like `keep`, the spelling with more rows; `score` 0 to 1; `reason` is shown to the user."""

    keep: str
    merge: str
    score: float
    reason: str


def merge_proposals(
    keys_with_counts: Iterable[tuple[str, int]], *, refused: Collection[tuple[str, str]] = ()
) -> tuple[MergeProposal, ...]:
    """Pairs of keys that look like one payee, best first; each key is merged away at most once.

    `keys_with_counts` holds (payee key, number of rows); pairs in `refused` (in any order) are never proposed again.
    """
    counts: dict[str, int] = defaultdict(int)
    for key, count in keys_with_counts:
        if key:
            counts[key] += count
    no = {frozenset(pair) for pair in refused}
    found: list[MergeProposal] = []
    for one, other in _neighbours(sorted(counts)):
        score, reason = likeness(one, other)
        if score < PROPOSED_FROM or frozenset((one, other)) in no:
            continue
        keep, merge = sorted((one, other), key=lambda key: (-counts[key], len(key), key))
        found.append(MergeProposal(keep, merge, round(score, 3), reason))
    return _once(sorted(found, key=lambda pair: (-pair.score, -counts[pair.keep], pair.keep, pair.merge)))


def likeness(one: str, other: str) -> tuple[float, str]:
    """(0 to 1, why) for two payee keys."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return GAP_SCORE, "They differ in a space only."
    if _numbers(one) != _numbers(other):
        return 0.0, ""
    short, long = sorted((one, other), key=len)
    if len(short.replace(" ", "")) >= SHORTEST_CUT and long.startswith(short) and long[len(short)] != " ":
        return CUT_SCORE, "One is the beginning of the other, cut off in the middle of a word."
    mine, theirs = set(one.split()), set(other.split())
    if mine == theirs:
        return GAP_SCORE, "They have the same words in another order."
    score = max(_edits(one, other), _edits(" ".join(sorted(mine)), " ".join(sorted(theirs))))
    return score, "They differ in a letter or two."


def _numbers(key: str) -> list[str]:
    return [letter for letter in key if letter.isdigit()]


def _neighbours(keys: list[str]) -> list[tuple[str, str]]:
    """Pairs worth a look: the same first four letters, or a long word in common."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        marks = {f"^{key.replace(' ', '')[:4]}"} | {word for word in key.split() if len(word) >= 5}
        for mark in marks:
            blocks[mark].append(key)
    pairs = {
        (one, other)
        for members in blocks.values()
        if len(members) <= LARGEST_BLOCK
        for place, one in enumerate(members)
        for other in members[place + 1 :]
    }
    return sorted(pairs)


def _edits(one: str, other: str) -> float:
    """1 minus the share of letters to change (optimal string alignment); 0 for short keys, where a letter is a name."""
    longest = max(len(one), len(other))
    if min(len(one), len(other)) < SHORTEST_CUT or abs(len(one) - len(other)) > 2:
        return 0.0
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        older, before = before, row
        row = [place]
        for column, theirs in enumerate(other, start=1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != theirs))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == theirs:
                cost = min(cost, older[column - 2] + 1)
            row.append(cost)
    return 1 - row[-1] / longest


def _once(proposals: list[MergeProposal]) -> tuple[MergeProposal, ...]:
    """A key that goes away keeps nobody and goes away once, so that no chain and no circle is proposed."""
    gone: set[str] = set()
    kept: set[str] = set()
    chosen: list[MergeProposal] = []
    for proposal in proposals:
        if proposal.merge in gone or proposal.merge in kept or proposal.keep in gone:
            continue
        gone.add(proposal.merge)
        kept.add(proposal.keep)
        chosen.append(proposal)
    return tuple(chosen)
