"""A budget that could be kept: for each category what seven in ten of your own months stayed within.

What comes in lumps (fewer than half of the months) is put aside evenly instead and carried over. A cut for goals is
spread by how much a category moves by itself: where months differ most, a cut hurts least.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from advisory.analysis.facts import FactDraft
from advisory.analysis.groups import BY_CATEGORY, total
from advisory.analysis.robust import middle, spread
from advisory.analysis.settle import settled
from advisory.analysis.study import Study, spanning
from transactions.ledger.columns import Share
from transactions.ledger.money import to_minor

VERSION = "budget@1"
FEWEST_MONTHS = 3
KEPT_PER_CENT = "70"
ROLLOVER_SWING = Decimal("0.35")
Reason = Literal["fixed", "steady", "lumpy"]
NOT_ENOUGH = "three full months"


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """`proposed`, `usual` (the middle month) and `lowest` are signed like the ledger: spending is negative. `kept`: the
    part of the own months that stayed within the proposal. `cut`: what goals take of it, positive, None without one;
    `proposed` is after it. `rolls_over`: what is left of a month should be carried into the next."""

    key: str
    name: str
    reason: Reason
    proposed: FactDraft
    usual: FactDraft
    kept: FactDraft
    cut: FactDraft | None
    rolls_over: bool


@dataclass(frozen=True, slots=True)
class BudgetPlan:
    """`total`: of all proposals, None without any. `uncut_minor`: what could not be cut without going below the
    cheapest month of any category. `missing` says in words what it would need."""

    lines: tuple[BudgetLine, ...]
    total: FactDraft | None
    uncut_minor: int = 0
    missing: str = ""


@dataclass(frozen=True, slots=True)
class _Past:
    """One category over the months: a sum for each, in the order of the months."""

    key: str
    name: str
    sums: tuple[FactDraft, ...]
    minors: tuple[int, ...]

    @property
    def reason(self) -> Reason:
        if sum(map(bool, self.minors)) * 2 < len(self.minors):
            return "lumpy"
        return "fixed" if len(set(self.minors)) == 1 else "steady"

    @property
    def swing(self) -> Decimal:
        return spread([Decimal(minor) for minor in self.minors])


def propose_budget(study: Study, *, cut_minor: int = 0) -> BudgetPlan:
    """`cut_minor`: what goals need a month, positive. Raises ValueError for a negative one."""
    if cut_minor < 0:
        raise ValueError("What goals need is not negative.")
    if len(study.history.judged_months) < FEWEST_MONTHS:
        return BudgetPlan((), None, cut_minor, NOT_ENOUGH)
    pasts = [one for one in _pasts(study) if any(one.minors)]
    proposals = {one.key: _proposal(study, one) for one in pasts}
    cuts = _cuts(study, pasts, proposals, cut_minor)
    lines = tuple(_line(study, one, proposals[one.key], cuts.get(one.key, 0)) for one in pasts)
    ordered = tuple(sorted(lines, key=lambda line: (Decimal(line.proposed.value), line.name, line.key)))
    uncut = cut_minor - sum(cuts.values())
    if not ordered:
        return BudgetPlan((), None, uncut)
    proposed = [line.proposed for line in ordered]
    whole = study.book.derive("budget_total", "total@1", study.currency, study.month, inputs=proposed)
    return BudgetPlan(ordered, whole, uncut)


def _pasts(study: Study) -> list[_Past]:
    months = study.history.judged_months
    shares: defaultdict[str, defaultdict[date, list[Share]]] = defaultdict(lambda: defaultdict(list))
    for month in months:
        for share in study.history.spent(month):
            shares[BY_CATEGORY.key(share)][month.start].append(share)
    found = []
    for key, by_month in sorted(shares.items()):
        name = BY_CATEGORY.name(by_month[max(by_month)][-1])
        named = {"category": name, "category_id": key}
        sums = tuple(study.sum("category_spending", by_month.get(month.start, ()), month, **named) for month in months)
        found.append(_Past(key, name, sums, tuple(total(by_month.get(month.start, ())) for month in months)))
    return found


def _proposal(study: Study, past: _Past) -> FactDraft:
    period = spanning(study.history.judged_months)
    named = {"category": past.name, "category_id": past.key}
    if past.reason == "lumpy":
        every = study.book.derive("category_months", "total@1", study.currency, period, inputs=past.sums, params=named)
        parts = {**named, "parts": str(len(past.sums))}
        return study.book.derive("category_put_aside", "part@1", study.currency, period, inputs=(every,), params=parts)
    ranked = {**named, "per_cent": KEPT_PER_CENT}
    return study.book.derive("category_kept", "rank@1", study.currency, period, inputs=past.sums, params=ranked)


def _cuts(study: Study, pasts: Sequence[_Past], proposals: Mapping[str, FactDraft], wanted: int) -> dict[str, int]:
    """By category, spread by the swing, none further down than its cheapest month; as much as can be."""
    room = {one.key: _room(study, one, proposals[one.key]) for one in pasts if one.reason == "steady"}
    weights = {one.key: one.swing for one in pasts if room.get(one.key) and one.swing}
    cuts: dict[str, int] = {}
    left = min(wanted, sum(room[key] for key in weights))
    while left > 0:
        open_keys = [key for key in sorted(weights) if room[key] > cuts.get(key, 0)]
        whole = sum((Fraction(weights[key]) for key in open_keys), Fraction(0))
        parts = settled([left * Fraction(weights[key]) / whole for key in open_keys], left)
        for key, part in zip(open_keys, parts, strict=True):
            cuts[key] = min(cuts.get(key, 0) + part, room[key])
        left = min(wanted, sum(room[key] for key in weights)) - sum(cuts.values())
    return {key: cut for key, cut in cuts.items() if cut}


def _room(study: Study, past: _Past, proposal: FactDraft) -> int:
    """How far it may be cut: down to the cheapest month; not at all where more came back than was spent."""
    proposed = to_minor(Decimal(proposal.value), study.currency)
    return max(-proposed - min(map(abs, past.minors)), 0)


def _line(study: Study, past: _Past, proposal: FactDraft, cut_minor: int) -> BudgetLine:
    period = spanning(study.history.judged_months)
    named = {"category": past.name, "category_id": past.key}
    usual = study.median("category_normal", past.sums, period, **named)
    cut = None
    proposed = proposal
    if cut_minor:
        stated = {**named, "engine": VERSION, "found": study.text_of(cut_minor)}
        inputs = (proposal, *past.sums)
        cut = study.book.derive("budget_cut", "found@1", study.currency, period, inputs=inputs, params=stated)
        proposed = study.book.derive(
            "budget_proposed", "total@1", study.currency, period, inputs=(proposal, cut), params=named
        )
    kept = study.book.derive("budget_kept", "within@1", "ratio", period, inputs=(proposed, *past.sums), params=named)
    centre = middle([Decimal(abs(minor)) for minor in past.minors])
    swings = not centre or past.swing > centre * ROLLOVER_SWING
    return BudgetLine(past.key, past.name, past.reason, proposed, usual, kept, cut, past.reason == "lumpy" or swings)
