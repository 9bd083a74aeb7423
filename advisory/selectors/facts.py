"""Reading a fact and proving it again from today's rows."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from accounts.access import get_visible, visible_to
from accounts.models import User
from advisory.analysis.facts import FactDraft, Kind, recompute
from advisory.analysis.formulas import FORMULAS
from advisory.models import Fact
from transactions.ledger.period import Period
from transactions.models import Transaction
from transactions.selectors.evidence import transaction_amounts, transaction_states, transactions_by_ids

MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One transaction behind a fact: what it contributes and the sum up to it, both in signed minor units."""

    txn: Transaction
    counted_minor: int
    running_minor: int


@dataclass(frozen=True, slots=True)
class Grounds:
    """Facts with all facts below them, and what their transactions are today: minor units and state by id."""

    facts: Mapping[str, Fact]
    amounts: Mapping[int, int]
    states: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact, the rows it stands on today, and what they give when it is computed again now.

    `rows` holds at most 500 of the `row_count` there are, `offset` counts those before them. `after`: the place behind
    which the rows that follow begin, None where there are none. `stale` holds the ids of those that are stale, of the
    fact and its inputs. `total_minor`: what all rows count together.
    """

    fact: Fact
    rows: Sequence[EvidenceRow]
    row_count: int
    offset: int
    after: tuple[date, int] | None
    total_minor: int
    inputs: Sequence[Fact]
    recomputed: str
    stale: frozenset[str]

    @property
    def is_stale(self) -> bool:
        return self.fact.pk in self.stale

    @property
    def matches(self) -> bool:
        return self.recomputed == self.fact.value


def fact_get(owner: User, fact_id: str) -> Fact:
    return get_visible(Fact.objects.all(), owner, fact_id)


def fact_evidence(owner: User, fact_id: str, after: tuple[date, int] | None = None) -> Evidence:
    """The rows behind a fact in booking order with a running sum, and the fact computed again from them.

    `after`: booking date and id of the last row seen, so that a row which comes or goes meanwhile moves no other over
    the edge of a page.
    """
    fact = fact_get(owner, fact_id)
    grounds = grounds_of(owner, [fact])
    inputs = [grounds.facts[pk] for pk in fact.inputs if pk in grounds.facts]
    places = row_places(owner, fact)
    offset = bisect_right([(day, pk) for day, pk, _ in places], after) if after else 0
    shown = places[offset : offset + MOST_LISTED]
    return Evidence(
        fact=fact,
        rows=rows_shown(owner, fact, shown, sum_of(fact, places[:offset])),
        row_count=len(places),
        offset=offset,
        after=shown[-1][:2] if offset + len(shown) < len(places) else None,
        total_minor=sum_of(fact, places),
        inputs=inputs,
        recomputed=recomputed(fact, grounds),
        stale=frozenset(row.pk for row in (fact, *inputs) if is_stale(row, grounds)),
    )


def stale_among(owner: User, facts: Sequence[Fact]) -> frozenset[str]:
    """The ids of those facts of which a row, or a row of an input, was changed or deleted since they were computed."""
    grounds = grounds_of(owner, facts)
    return frozenset(fact.pk for fact in facts if is_stale(fact, grounds))


def grounds_of(owner: User, facts: Iterable[Fact]) -> Grounds:
    """Read level by level, so that a deep proof costs a query a level and not some for each fact."""
    known: dict[str, Fact] = {}
    level = list(facts)
    while level:
        known |= {fact.pk: fact for fact in level}
        below = {pk for fact in level for pk in fact.inputs} - known.keys()
        level = list(visible_to(Fact.objects.filter(pk__in=below), owner)) if below else []
    ids = {txn for fact in known.values() for txn in fact.transaction_ids}
    return Grounds(known, transaction_amounts(owner=owner, ids=ids), transaction_states(owner=owner, ids=ids))


Place = tuple[date, int, int]


def row_places(owner: User, fact: Fact) -> list[Place]:
    """(booking date, id, whole minor units) of the rows that are still there, oldest first."""
    ids = fact.transaction_ids
    found: list[Place] = []
    for start in range(0, len(ids), MOST_LISTED):
        rows = visible_to(Transaction.objects.filter(pk__in=ids[start : start + MOST_LISTED]), owner)
        found += rows.order_by().values_list("booking_date", "pk", "amount_minor")
    return sorted(found)


def rows_shown(owner: User, fact: Fact, shown: Sequence[Place], running: int) -> list[EvidenceRow]:
    """These rows with what each counts and the sum up to it; `running`: what those before them count."""
    txns = {txn.pk: txn for txn in transactions_by_ids(owner=owner, ids=(pk for _, pk, _ in shown))}
    rows: list[EvidenceRow] = []
    for _, pk, minor in shown:
        counted = counted_of(fact, pk, minor)
        running += counted
        if pk in txns:
            rows.append(EvidenceRow(txns[pk], counted, running))
    return rows


def sum_of(fact: Fact, places: Iterable[Place]) -> int:
    return sum(counted_of(fact, pk, minor) for _, pk, minor in places)


def counted_of(fact: Fact, pk: int, whole_minor: int) -> int:
    return int(fact.shares.get(str(pk), whole_minor))


def recomputed(fact: Fact, grounds: Grounds) -> str:
    """The value from today's rows; inputs are computed again too, down to the transactions. Empty when there is none:
    an input has lost its own (a division by what is zero now), or this version does not know the formula."""
    inputs = [recomputed(grounds.facts[pk], grounds) for pk in fact.inputs if pk in grounds.facts]
    if len(inputs) < len(fact.inputs) or "" in inputs or fact.formula not in FORMULAS:
        return ""
    return recompute(draft_of(fact), grounds.amounts, inputs)


def draft_of(fact: Fact) -> FactDraft:
    return FactDraft(
        id=fact.pk,
        metric=fact.metric,
        kind=cast("Kind", fact.kind),
        value=fact.value,
        unit=fact.unit,
        period=Period(fact.period_start, fact.period_end),
        formula=fact.formula,
        params=fact.params,
        transactions=tuple(fact.transaction_ids),
        shares={int(txn): minor for txn, minor in fact.shares.items()},
        inputs=tuple(fact.inputs),
    )


def is_stale(fact: Fact, grounds: Grounds) -> bool:
    if fact.rows_hash != rows_hash(fact.transaction_ids, grounds.states):
        return True
    return any(is_stale(grounds.facts[pk], grounds) for pk in fact.inputs if pk in grounds.facts)


def rows_hash(ids: Iterable[int], states: Mapping[int, str]) -> str:
    """Changes exactly when one of the rows was changed or deleted."""
    text = ",".join(f"{txn}:{states.get(txn, 'gone')}" for txn in ids)
    return hashlib.sha256(text.encode()).hexdigest()


def id_ranges(ids: Sequence[int]) -> list[list[int]]:
    """Ascending ids as [first, last] of each unbroken run."""
    ranges: list[list[int]] = []
    for pk in ids:
        if ranges and ranges[-1][1] == pk - 1:
            ranges[-1][1] = pk
        else:
            ranges.append([pk, pk])
    return ranges
