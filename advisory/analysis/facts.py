"""Facts: computed figures that carry their own proof, and the book that makes them.

A fact's id is made from its content and the owner's namespace: the same content is the same fact.
Values are signed like the ledger (money leaving is negative) and written as plain decimal text.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from advisory.analysis.formulas import FORMULAS, Evidence, ratio_text
from transactions.ledger.columns import Columns, Share
from transactions.ledger.money import to_text
from transactions.ledger.period import Period

Kind = Literal["sum", "count", "ratio", "other"]


@dataclass(frozen=True, slots=True)
class FactDraft:
    """One figure and everything that proves it. `shares` holds minor units only for partly counted transactions."""

    metric: str
    kind: Kind
    value: str
    unit: str
    period: Period
    formula: str
    params: Mapping[str, str] = field(default_factory=dict)
    transactions: tuple[int, ...] = ()
    shares: Mapping[int, int] = field(default_factory=dict)
    inputs: tuple[str, ...] = ()
    id: str = ""


@dataclass(slots=True)
class FactBook:
    """Makes facts from shares and from other facts; keeps them in the order of their making, each once."""

    namespace: str
    wholes: Mapping[int, int]
    facts: dict[str, FactDraft] = field(default_factory=dict)
    _made: dict[tuple[object, ...], FactDraft] = field(default_factory=dict)

    def once(self, key: tuple[object, ...], make: Callable[[], FactDraft]) -> FactDraft:
        """What `make` made when this key was asked for first; for figures over so many rows that it takes a while."""
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
        return found

    @classmethod
    def over(cls, columns: Columns, namespace: str) -> FactBook:
        """A book that knows the whole amount of every transaction, to tell partly counted ones."""
        wholes: defaultdict[int, int] = defaultdict(int)
        for share in columns.shares:
            wholes[share.transaction_id] += share.amount_minor
        return cls(namespace, wholes)

    def sum(
        self,
        metric: str,
        shares: Iterable[Share],
        period: Period,
        currency: str,
        params: Mapping[str, str] | None = None,
    ) -> FactDraft:
        """The exact signed sum of the shares, which must all be in `currency`; nothing at all sums to zero."""
        counted: defaultdict[int, int] = defaultdict(int)
        for share in shares:
            if share.currency != currency:
                raise ValueError(f"{share.currency} cannot be added to {currency}.")
            counted[share.transaction_id] += share.amount_minor
        partly = {txn: minor for txn, minor in sorted(counted.items()) if minor != self.wholes[txn]}
        value = to_text(sum(counted.values()), currency)
        return self._keep(
            FactDraft(
                metric, "sum", value, currency, period, "sum@1", dict(params or {}), tuple(sorted(counted)), partly
            )
        )

    def count(
        self, metric: str, transactions: Iterable[int], period: Period, params: Mapping[str, str] | None = None
    ) -> FactDraft:
        """How many different transactions there are."""
        ids = tuple(sorted(set(transactions)))
        return self._keep(
            FactDraft(metric, "count", str(len(ids)), "count", period, "count@1", dict(params or {}), ids)
        )

    def ratio(
        self,
        metric: str,
        above: FactDraft,
        below: FactDraft,
        period: Period,
        params: Mapping[str, str] | None = None,
    ) -> FactDraft | None:
        """`above` divided by `below`, half-even to four places; None where `below` is zero."""
        value = ratio_text(above.value, below.value)
        if value is None:
            return None
        return self._keep(
            FactDraft(
                metric, "ratio", value, "ratio", period, "ratio@1", dict(params or {}), inputs=(above.id, below.id)
            )
        )

    def derive(
        self,
        metric: str,
        formula: str,
        unit: str,
        period: Period,
        *,
        inputs: Sequence[FactDraft] = (),
        shares: Sequence[Share] = (),
        params: Mapping[str, str] | None = None,
    ) -> FactDraft:
        """A fact of kind other by a named formula, computed by the very function that will recompute it."""
        ids = tuple(sorted({share.transaction_id for share in shares}))
        named, sources = dict(params or {}), tuple(fact.id for fact in inputs)
        amounts, values = [self.wholes[txn] for txn in ids], [fact.value for fact in inputs]
        value = FORMULAS[formula].compute(unit, named, amounts, values)
        return self._keep(FactDraft(metric, "other", value, unit, period, formula, named, ids, {}, sources))

    def closure(self, ids: Iterable[str], also: Iterable[FactDraft] = ()) -> tuple[FactDraft, ...]:
        """The named facts and all they were made from, in the order of their making; then those of another book,
        `also`, that this one's figures are made from or that are named beside them."""
        known = self.facts | {fact.id: fact for fact in also if fact.id not in self.facts}
        wanted: set[str] = set()
        queue = list(ids)
        while queue:
            current = queue.pop()
            if current not in wanted:
                wanted.add(current)
                queue.extend(known[current].inputs)
        return tuple(fact for key, fact in known.items() if key in wanted)

    def _keep(self, draft: FactDraft) -> FactDraft:
        content = {
            "namespace": self.namespace,
            "metric": draft.metric,
            "kind": draft.kind,
            "value": draft.value,
            "unit": draft.unit,
            "period": [draft.period.start.isoformat(), draft.period.end.isoformat()],
            "formula": draft.formula,
            "params": draft.params,
            "transactions": draft.transactions,
            "shares": {str(txn): minor for txn, minor in draft.shares.items()},
            "inputs": draft.inputs,
        }
        key = fact_id(content)
        return self.facts.setdefault(key, replace(draft, id=key))


def fact_id(content: Mapping[str, object]) -> str:
    """'f' and 24 hex digits of the hash over the canonical JSON of everything else."""
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "f" + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def recompute(fact: Evidence, amounts_by_txn: Mapping[int, int], inputs: Sequence[str]) -> str:
    """The value again, from the evidence alone.

    `amounts_by_txn` holds the whole minor units of the fact's transactions as they stand now; one that is gone
    counts nothing. `inputs` are the values of the input facts in the fact's order.
    Raises LookupError for a formula this version does not know.
    """
    present = [txn for txn in fact.transactions if txn in amounts_by_txn]
    amounts = [fact.shares.get(txn, amounts_by_txn[txn]) for txn in present]
    return FORMULAS[fact.formula].compute(fact.unit, fact.params, amounts, inputs)
