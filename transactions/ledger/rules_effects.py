"""What the actions of one rule make of a row. `history.Snapshot` in, the wanted snapshot out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from transactions.ledger.history import Snapshot, essence
from transactions.ledger.money import MoneyError, to_minor
from transactions.ledger.rules_actions import (
    Action,
    AddTags,
    AppendNote,
    RemoveTags,
    RuleShare,
    SetCategory,
    SetNote,
    SetPayee,
    SetStatus,
    SplitShares,
)

RECONCILED = "reconciled"
BY_HAND = "user"
LONGEST_NOTE = 10_000
Reference = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Things:
    """The user's categories and payees by number, and tags by name, as {"id", "name"}. What is gone is left out, and
    an action that points at it does nothing."""

    categories: Mapping[int, Reference] = field(default_factory=dict)
    payees: Mapping[int, Reference] = field(default_factory=dict)
    tags: Mapping[str, Reference] = field(default_factory=dict)


def reason_of(rule_name: str) -> str:
    return f"Your rule “{rule_name}”."[:200]


def effected(state: Snapshot, actions: Iterable[Action], rule_name: str, things: Things, *, overrule: bool) -> Snapshot:
    """The row after these actions. A category chosen by hand, and shares, stay unless `overrule`. Done twice, the
    second time changes nothing. Links are the caller's business: they take two rows."""
    changed = dict(state)
    for action in actions:
        _do(changed, action, rule_name, things, overrule=overrule)
    return changed


def _do(state: Snapshot, action: Action, rule_name: str, things: Things, *, overrule: bool) -> None:
    match action:
        case SetCategory(pk):
            _categorise(state, things.categories.get(pk), rule_name, overrule=overrule)
        case SetPayee(pk):
            payee = things.payees.get(pk)
            if payee is not None and essence(payee) != essence(state["payee"]):
                state["payee"] = payee
        case AddTags(names) | RemoveTags(names):
            _tag(
                state,
                [things.tags[name] for name in names if name in things.tags],
                is_added=isinstance(action, AddTags),
            )
        case SetNote(note):
            state["note"] = note
        case AppendNote(note):
            state["note"] = _appended(state["note"], note)
        case SetStatus(status):
            if state["status"] != RECONCILED:
                state["status"] = status
        case SplitShares(shares):
            _split(state, shares, things, overrule=overrule)


def _tag(state: Snapshot, tags: Iterable[Reference], *, is_added: bool) -> None:
    for tag in tags:
        if is_added:
            state.setdefault(f"tag:{tag['id']}", tag["name"])
        else:
            state.pop(f"tag:{tag['id']}", None)


def _appended(there: str, note: str) -> str:
    """The note with these words at its end, unless it has them already."""
    return there if note in there else "\n".join(part for part in (there, note) if part)[:LONGEST_NOTE]


def _categorise(state: Snapshot, category: Reference | None, rule_name: str, *, overrule: bool) -> None:
    is_same = essence(category) == essence(state["category"])
    is_by_hand = state["category_source"] == BY_HAND
    if category is None or state["splits"] or (is_by_hand and (is_same or not overrule)):
        return
    state |= {"category": category, "category_source": "rule", "category_reason": reason_of(rule_name)}


def _split(state: Snapshot, shares: tuple[RuleShare, ...], things: Things, *, overrule: bool) -> None:
    is_decided = bool(state["splits"]) or state["category_source"] == BY_HAND
    amounts = share_amounts(state["amount_minor"], state["currency"], shares)
    if amounts is None or (is_decided and not overrule):
        return
    state["splits"] = [
        {"amount_minor": amount, "category": things.categories.get(share.category_id or 0), "note": share.note}
        for amount, share in zip(amounts, shares, strict=True)
    ]


def share_amounts(amount_minor: int, currency: str, shares: tuple[RuleShare, ...]) -> list[int] | None:
    """Signed minor units of each share; together exactly the amount, because the last takes the rest. None where
    they do not fit: a share of nothing, or more than there is."""
    whole = abs(amount_minor)
    sizes = [_size(whole, currency, share) for share in shares[:-1]]
    known = [size for size in sizes if size]
    rest = whole - sum(known)
    if len(known) != len(sizes) or rest <= 0:
        return None
    sign = 1 if amount_minor > 0 else -1
    return [sign * size for size in (*known, rest)]


def _size(whole: int, currency: str, share: RuleShare) -> int:
    if share.percent is not None:
        return int((Decimal(whole) * share.percent / 100).to_integral_value(ROUND_HALF_EVEN))
    try:
        return to_minor(share.amount or Decimal(0), currency)
    except MoneyError:
        return 0
