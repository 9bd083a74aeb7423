"""Reading a fact and proving it again from today's rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from accounts.access import get_visible, visible_to
from accounts.models import User
from advisory.analysis.facts import FactDraft, Kind, recompute
from advisory.models import Fact
from transactions.ledger.period import Period
from transactions.models import Transaction
from transactions.selectors.evidence import transaction_amounts, transaction_states, transactions_by_ids


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One transaction behind a fact: what it contributes and the sum up to it, both in signed minor units."""

    txn: Transaction
    counted_minor: int
    running_minor: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact, the rows it stands on today, and what they give when it is computed again now."""

    fact: Fact
    rows: Sequence[EvidenceRow]
    inputs: Sequence[Fact]
    recomputed: str
    is_stale: bool

    @property
    def matches(self) -> bool:
        return self.recomputed == self.fact.value


def fact_get(owner: User, fact_id: str) -> Fact:
    return get_visible(Fact.objects.all(), owner, fact_id)


def fact_evidence(owner: User, fact_id: str) -> Evidence:
    """The rows behind a fact in booking order with a running sum, and the fact computed again from them."""
    fact = fact_get(owner, fact_id)
    rows = counted_rows(fact, transactions_by_ids(owner=owner, ids=fact.transactions))
    return Evidence(
        fact=fact,
        rows=rows,
        inputs=inputs_of(owner, fact),
        recomputed=recomputed_now(owner, fact),
        is_stale=is_stale(owner, fact),
    )


def counted_rows(fact: Fact, txns: Sequence[Transaction]) -> list[EvidenceRow]:
    rows: list[EvidenceRow] = []
    running = 0
    for txn in txns:
        counted = fact.shares.get(str(txn.pk), txn.amount_minor)
        running += counted
        rows.append(EvidenceRow(txn, counted, running))
    return rows


def inputs_of(owner: User, fact: Fact) -> list[Fact]:
    """The input facts in the order the formula takes them."""
    found = {row.pk: row for row in visible_to(Fact.objects.filter(pk__in=fact.inputs), owner)}
    return [found[pk] for pk in fact.inputs if pk in found]


def recomputed_now(owner: User, fact: Fact) -> str:
    """The value from today's rows; inputs are computed again too, down to the transactions."""
    amounts = transaction_amounts(owner=owner, ids=fact.transactions)
    inputs = [recomputed_now(owner, row) for row in inputs_of(owner, fact)]
    return recompute(draft_of(fact), amounts, inputs)


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
        transactions=tuple(fact.transactions),
        shares={int(txn): minor for txn, minor in fact.shares.items()},
        inputs=tuple(fact.inputs),
    )


def is_stale(owner: User, fact: Fact) -> bool:
    """True when one of its rows, or of its inputs' rows, was changed or deleted since it was computed."""
    if fact.rows_hash != rows_hash(fact.transactions, transaction_states(owner=owner, ids=fact.transactions)):
        return True
    return any(is_stale(owner, row) for row in inputs_of(owner, fact))


def rows_hash(ids: Iterable[int], states: Mapping[int, str]) -> str:
    """Changes exactly when one of the rows was changed or deleted."""
    text = ",".join(f"{txn}:{states.get(txn, 'gone')}" for txn in ids)
    return hashlib.sha256(text.encode()).hexdigest()
