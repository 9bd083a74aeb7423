"""The user's other rows that history names: still there under their number, else again by their name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.history import Snapshot, ids_of
from transactions.ledger.payee import payee_key
from transactions.models import Category, LedgerAccount, Payee, Tag
from transactions.selectors.snapshots import chunks
from transactions.services.payees import payees_ensure

Reference = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Names:
    """Number in history -> number now. A category that is gone and has no namesake is None; payees and tags are only
    words and are made again."""

    accounts: frozenset[int]
    payees: dict[int, int]
    categories: dict[int, int]
    tags: dict[int, int]

    def payee(self, named: Reference) -> int | None:
        return None if named is None else self.payees.get(named["id"])

    def category(self, named: Reference) -> int | None:
        return None if named is None else self.categories.get(named["id"])

    def tag(self, tag_id: int, _name: str) -> int:
        return self.tags[tag_id]


def names_for(owner: User, states: Iterable[Snapshot]) -> Names:
    payees: dict[int, str] = {}
    categories: dict[int, str] = {}
    tags: dict[int, str] = {}
    accounts: set[int] = set()
    for state in states:
        accounts.add(state["account"]["id"])
        tags |= ids_of(state, "tag")
        shares = [share["category"] for share in state["splits"]]
        for named in (state["category"], *shares):
            if named is not None:
                categories[named["id"]] = named["name"]
        if state["payee"] is not None:
            payees[state["payee"]["id"]] = state["payee"]["name"]
    return Names(
        accounts=frozenset(_there(owner, LedgerAccount, accounts)),
        payees=_payees(owner, payees),
        categories=_categories(owner, categories),
        tags=_tags(owner, tags),
    )


def _there(owner: User, model: type[Model], ids: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for chunk in chunks(ids):
        rows = editable_by(model._default_manager.filter(pk__in=chunk), owner)  # noqa: SLF001 (the documented model API)
        found.update(rows.values_list("pk", flat=True))
    return found


def _payees(owner: User, wanted: Mapping[int, str]) -> dict[int, int]:
    there = _there(owner, Payee, wanted)
    gone = {pk: name for pk, name in wanted.items() if pk not in there}
    made = payees_ensure(owner=owner, names=gone.values()) if gone else {}
    again = {pk: made[key] for pk, name in gone.items() if (key := payee_key(name)) in made}
    return {pk: pk for pk in there} | again


def _categories(owner: User, wanted: Mapping[int, str]) -> dict[int, int]:
    there = _there(owner, Category, wanted)
    gone = {pk: name for pk, name in wanted.items() if pk not in there}
    rows = editable_by(Category.objects.filter(name__in=gone.values()), owner)
    by_name = dict(rows.order_by().values_list("name", "pk"))
    return {pk: pk for pk in there} | {pk: by_name[name] for pk, name in gone.items() if name in by_name}


def _tags(owner: User, wanted: Mapping[int, str]) -> dict[int, int]:
    there = _there(owner, Tag, wanted)
    found = {pk: pk for pk in there}
    for pk, name in wanted.items():
        if pk not in there:
            found[pk] = Tag.objects.get_or_create(owner=owner, name=name)[0].pk
    return found
