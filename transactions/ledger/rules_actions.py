"""What rules do: plain JSON in, frozen actions out.

    {"type": "set_category", "category": 7}            {"type": "set_payee", "payee": 3}
    {"type": "add_tags", "tags": ["rome"]}             {"type": "remove_tags", "tags": ["rome"]}
    {"type": "set_note", "note": "..."}                {"type": "append_note", "note": "..."}
    {"type": "set_status", "status": "cleared"}        {"type": "link_transfer", "account": 2}
    {"type": "split", "shares": [{"percent": "60", "category": 7}, {"amount": "5.00"}, {"category": 8}]}

Of the shares, the last one gets what the others leave and has neither percent nor amount.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from transactions.ledger.rules_problems import RuleProblem

MOST_ACTIONS = 10
MOST_TAGS = 20
MOST_SHARES = 20
LONGEST_TAG = 80
LONGEST_NOTE = 1000
LONGEST_SHARE_NOTE = 200
STATUSES = ("pending", "cleared")
NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,4})?")


@dataclass(frozen=True, slots=True)
class SetCategory:
    category_id: int


@dataclass(frozen=True, slots=True)
class SetPayee:
    payee_id: int


@dataclass(frozen=True, slots=True)
class AddTags:
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemoveTags:
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetNote:
    note: str


@dataclass(frozen=True, slots=True)
class AppendNote:
    note: str


@dataclass(frozen=True, slots=True)
class SetStatus:
    status: str


@dataclass(frozen=True, slots=True)
class LinkTransfer:
    """Link with the opposite row on this account."""

    account_id: int


@dataclass(frozen=True, slots=True)
class RuleShare:
    """A part of the whole: `percent` of it, or `amount` in units of its currency and without sign; neither: the
    rest."""

    percent: Decimal | None = None
    amount: Decimal | None = None
    category_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SplitShares:
    shares: tuple[RuleShare, ...]


Action = SetCategory | SetPayee | AddTags | RemoveTags | SetNote | AppendNote | SetStatus | LinkTransfer | SplitShares


def rule_actions(given: object) -> tuple[Action, ...]:
    """The actions, or RuleProblem that says where they make no sense."""
    if not isinstance(given, list) or not 0 < len(given) <= MOST_ACTIONS:
        raise RuleProblem("actions", f"Give 1 to {MOST_ACTIONS} actions.")
    return tuple(_action(one, f"actions.{at}") for at, one in enumerate(given))


def _action(given: object, path: str) -> Action:
    if not isinstance(given, dict):
        raise RuleProblem(path, "An action is an object with a type.")
    kind = given.get("type")
    if not isinstance(kind, str) or kind not in READERS:
        raise RuleProblem(f"{path}.type", f"Choose one of {', '.join(READERS)}.")
    name, read = READERS[kind]
    if strange := sorted(given.keys() - {"type", name}):
        raise RuleProblem(f"{path}.{strange[0]}", f"“{kind}” has only {name}.")
    return read(given.get(name), f"{path}.{name}")


def _id(value: Any, path: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**63:
        raise RuleProblem(path, "Choose one.")
    return value


def _tags(value: Any, path: str) -> tuple[str, ...]:
    fits = isinstance(value, list) and 0 < len(value) <= MOST_TAGS
    names = [" ".join(one.split()) for one in value if isinstance(one, str)] if fits else []
    if not names or len(names) != len(value) or not all(0 < len(one) <= LONGEST_TAG for one in names):
        raise RuleProblem(path, f"Give 1 to {MOST_TAGS} tags of at most {LONGEST_TAG} characters.")
    return tuple(dict.fromkeys(names))


def _note(value: Any, path: str) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_NOTE or "\x00" in value:
        raise RuleProblem(path, f"Write a note of at most {LONGEST_NOTE} characters.")
    return value.strip()


def _status(value: Any, path: str) -> str:
    if value not in STATUSES:
        raise RuleProblem(path, f"Choose one of {', '.join(STATUSES)}.")
    return str(value)


def _shares(value: Any, path: str) -> tuple[RuleShare, ...]:
    if not isinstance(value, list) or not 2 <= len(value) <= MOST_SHARES:
        raise RuleProblem(path, f"A split needs 2 to {MOST_SHARES} shares.")
    last = len(value) - 1
    shares = tuple(_share(one, f"{path}.{at}", is_last=at == last) for at, one in enumerate(value))
    if sum((share.percent or Decimal(0) for share in shares), Decimal(0)) > 100:
        raise RuleProblem(path, "The shares come to more than 100 per cent.")
    return shares


def _share(given: Any, path: str, *, is_last: bool) -> RuleShare:
    if not isinstance(given, dict) or given.keys() - {"percent", "amount", "category", "note"}:
        raise RuleProblem(path, "A share has percent or amount, category and note.")
    sizes = [name for name in ("percent", "amount") if given.get(name) is not None]
    if is_last and sizes:
        raise RuleProblem(f"{path}.{sizes[0]}", "The last share gets what the others leave: give it no size.")
    if not is_last and len(sizes) != 1:
        raise RuleProblem(path, "Say how large the share is: either percent or amount.")
    size = _size(given[sizes[0]], f"{path}.{sizes[0]}") if sizes else None
    category = given.get("category")
    note = given.get("note", "")
    if not isinstance(note, str) or len(note) > LONGEST_SHARE_NOTE:
        raise RuleProblem(f"{path}.note", f"Write a note of at most {LONGEST_SHARE_NOTE} characters.")
    return RuleShare(
        percent=size if sizes == ["percent"] else None,
        amount=size if sizes == ["amount"] else None,
        category_id=None if category is None else _id(category, f"{path}.category"),
        note=note,
    )


def _size(value: Any, path: str) -> Decimal:
    text = str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    if not NUMBER.fullmatch(text) or not Decimal(text):
        raise RuleProblem(path, "Write a number above zero, with a point.")
    return Decimal(text)


READERS: Mapping[str, tuple[str, Callable[[Any, str], Action]]] = {
    "set_category": ("category", lambda value, path: SetCategory(_id(value, path))),
    "set_payee": ("payee", lambda value, path: SetPayee(_id(value, path))),
    "add_tags": ("tags", lambda value, path: AddTags(_tags(value, path))),
    "remove_tags": ("tags", lambda value, path: RemoveTags(_tags(value, path))),
    "set_note": ("note", lambda value, path: SetNote(_note(value, path))),
    "append_note": ("note", lambda value, path: AppendNote(_note(value, path))),
    "set_status": ("status", lambda value, path: SetStatus(_status(value, path))),
    "link_transfer": ("account", lambda value, path: LinkTransfer(_id(value, path))),
    "split": ("shares", lambda value, path: SplitShares(_shares(value, path))),
}


def ids_named(actions: Sequence[Action]) -> dict[str, set[int]]:
    """The numbers of categories, payees and accounts that actions point at."""
    found: dict[str, set[int]] = {"category": set(), "payee": set(), "account": set()}
    for action in actions:
        match action:
            case SetCategory(pk):
                found["category"].add(pk)
            case SetPayee(pk):
                found["payee"].add(pk)
            case LinkTransfer(pk):
                found["account"].add(pk)
            case SplitShares(shares):
                found["category"] |= {share.category_id for share in shares if share.category_id is not None}
    return found
