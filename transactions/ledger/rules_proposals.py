"""Rules that the user's own corrections ask for: the same payee put into the same category by hand, again and again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from transactions.ledger.search.facts import folded

LEAST = 3
AGREEING = 0.8
"""Share of the user's decisions for one payee that must name the same category; below it, the words alone do not
tell."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A row whose category the user chose by hand. `text` is what a rule would look into."""

    transaction_id: int
    payee: str
    text: str
    category_id: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Put rows that contain `words` into the category. `count`: how often the user did; `examples`: the latest rows."""

    key: str
    words: str
    category_id: int
    count: int
    of: int
    examples: tuple[int, ...]


def rule_proposals(
    rows: Iterable[Decided], decided_by_rules: Callable[[str], int | None], answered: frozenset[str]
) -> list[Proposal]:
    """The most frequent first. `decided_by_rules`: the category that the user's rules give a text already. Whoever
    has rules that look at more than words asks them about the examples (see `unruled`).

    Proposals whose key was answered before are left out.
    """
    by_payee: defaultdict[str, list[Decided]] = defaultdict(list)
    for row in rows:
        words = folded(row.payee)
        if len(words) > 1 and words in folded(row.text):
            by_payee[words].append(row)
    found = [proposal for several in by_payee.values() if (proposal := _proposal(several)) is not None]
    open_ones = [
        proposal for proposal in found if proposal.key not in answered and decided_by_rules(proposal.words) is None
    ]
    return sorted(open_ones, key=lambda proposal: (-proposal.count, proposal.words))


def unruled(proposals: Iterable[Proposal], ruled: Container[int]) -> list[Proposal]:
    """Those of which no example is among the rows that some rule gives a category: there, a rule exists already."""
    return [proposal for proposal in proposals if not any(pk in ruled for pk in proposal.examples)]


def _proposal(rows: list[Decided]) -> Proposal | None:
    (category, count), *_ = Counter(row.category_id for row in rows).most_common(1)
    if count < LEAST or count < AGREEING * len(rows):
        return None
    examples = sorted((row.transaction_id for row in rows if row.category_id == category), reverse=True)[:5]
    words = max(rows, key=lambda row: row.transaction_id).payee
    return Proposal(f"{folded(words)[:160]}:{category}", words, category, count, len(rows), tuple(examples))
