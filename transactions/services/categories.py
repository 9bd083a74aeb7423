"""Categories: a tree of the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.ledger.default_categories import DEFAULT_CATEGORIES
from transactions.models import Category, ChangeSet, Rule, Split, Transaction
from transactions.services.given import field_error, name_text, own, own_or_none
from transactions.services.history import ledger_change
from transactions.services.news import announce_change
from transactions.services.rules import rules_forget

LONGEST_PATH = 5
UNCATEGORISED = {"category": None, "category_source": Transaction.CategorySource.NONE, "category_reason": ""}


class CategoryChanges(TypedDict, total=False):
    name: str
    kind: str
    group: str
    is_essential: bool
    parent: int | None
    position: int
    is_archived: bool


def categories_ensure(*, owner: User) -> list[int]:
    """The default categories, for an owner who has none at all: one who deleted some keeps it that way. Returns the
    ids of those it made."""
    if editable_by(Category.objects.all(), owner).exists():
        return []
    rows = [
        Category(
            owner=owner,
            name=default.name,
            key=default.key,
            kind=default.kind,
            group=default.group,
            is_essential=default.is_essential,
            position=position,
        )
        for position, default in enumerate(DEFAULT_CATEGORIES)
    ]
    Category.objects.bulk_create(rows, ignore_conflicts=True)
    return list(editable_by(Category.objects.exclude(key=""), owner).order_by("pk").values_list("pk", flat=True))


def category_create(
    *,
    owner: User,
    name: str,
    kind: str = Category.Kind.EXPENSE,
    group: str = "",
    is_essential: bool = False,
    parent: int | None = None,
    position: int = 0,
    is_archived: bool = False,
) -> Category:
    """DomainError when the owner has a category of this name or the parent is not theirs."""
    return _saved(
        Category(
            owner=owner,
            name=name_text(name),
            kind=kind,
            group=group,
            is_essential=is_essential,
            parent=own_or_none(Category.objects.all(), owner, parent, "parent"),
            position=position,
            is_archived=is_archived,
        )
    )


def category_update(*, owner: User, category_id: int, changes: CategoryChanges, actor: User | None = None) -> Category:
    with ledger_change(owner=owner, kind=ChangeSet.Kind.CATEGORY, actor=actor) as change:
        category = get_editable(Category.objects.select_for_update(no_key=True), owner, category_id)
        change.watch_things(Category, [category.pk])
        change.says(f"Changed the category {category.name}")
        if "name" in changes:
            category.name = name_text(changes["name"])
        if "parent" in changes:
            category.parent = own_or_none(Category.objects.all(), owner, changes["parent"], "parent")
            _check_path(category)
        plain: dict[str, Any] = {key: value for key, value in changes.items() if key not in ("name", "parent")}
        for field, value in plain.items():
            setattr(category, field, value)
        saved = _saved(category)
        announce_change(owner)
    return saved


def _check_path(category: Category) -> None:
    above = category.parent
    for _ in range(LONGEST_PATH):
        if above is None:
            return
        if above.pk == category.pk:
            raise field_error("parent", "A category cannot be above itself.")
        above = above.parent
    raise field_error("parent", f"Categories can be nested at most {LONGEST_PATH} deep.")


def _saved(category: Category) -> Category:
    try:
        with transaction.atomic():
            category.save()
    except IntegrityError:
        raise field_error("name", f"There is already a category called {category.name}.") from None
    return category


def categories_reorder(*, owner: User, ids: Sequence[int], actor: User | None = None) -> None:
    """These categories in this order, the others behind them as they were."""
    summary = "Put the categories into another order"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.CATEGORY, summary=summary, actor=actor) as change:
        rows = list(editable_by(Category.objects.select_for_update(no_key=True), owner).order_by("position", "id"))
        known = {row.pk: row for row in rows}
        if len(set(ids)) != len(ids) or not set(ids) <= known.keys():
            raise field_error("ids", "Name categories of yours, each once.")
        change.watch_things(Category, known)
        ordered = [known[pk] for pk in ids] + [row for row in rows if row.pk not in set(ids)]
        for position, row in enumerate(ordered):
            row.position = position
        Category.objects.bulk_update(ordered, ["position"], batch_size=500)
        announce_change(owner)


def category_merge(*, owner: User, category_id: int, into: int, actor: User | None = None) -> Category:
    """Everything of the one belongs to the other from now on: transactions, shares, rules and what is below it."""
    category = get_editable(Category.objects.all(), owner, category_id)
    kept = own(Category.objects.all(), owner, into, "into")
    if kept.pk == category.pk:
        raise field_error("into", "Choose another category.")
    _remove(owner, category, kept, f"Merged the category {category.name} into {kept.name}", actor)
    kept.refresh_from_db()
    return kept


def category_delete(*, owner: User, category_id: int, move_to: int | None = None, actor: User | None = None) -> None:
    """Its transactions and shares move to another category or become uncategorised, and so do rules, of which those
    that did nothing else go with it. What is below it moves up."""
    category = get_editable(Category.objects.all(), owner, category_id)
    kept = own_or_none(Category.objects.all(), owner, move_to, "move_to")
    if kept is not None and kept.pk == category.pk:
        raise field_error("move_to", "Choose another category.")
    _remove(owner, category, kept, f"Deleted the category {category.name}", actor)


def _remove(owner: User, category: Category, kept: Category | None, summary: str, actor: User | None) -> None:
    with ledger_change(owner=owner, kind=ChangeSet.Kind.CATEGORY, summary=summary, actor=actor) as change:
        below = Category.objects.filter(parent=category).values_list("pk", flat=True)
        change.watch_things(Category, [category.pk, *below])
        shares = Split.objects.filter(category=category)
        rows = editable_by(
            Transaction.objects.filter(Q(category=category) | Q(pk__in=shares.values("transaction"))), owner
        )
        for ids in change.steps(rows.order_by().values_list("pk", flat=True)):
            mine = Transaction.objects.filter(pk__in=ids)
            mine.update(revision=F("revision") + 1, updated_at=timezone.now())
            mine.filter(category=category).update(**({"category": kept} if kept else UNCATEGORISED))
            shares.filter(transaction__in=ids).update(category=kept)
        rules_forget(change, name="category", pk=category.pk, instead=kept.pk if kept else None)
        _lift_children(category, kept)
        category.delete()
        announce_change(owner)


def _lift_children(category: Category, kept: Category | None) -> None:
    """What is below goes below the category that stays, or one step up; never below itself."""
    below = Category.objects.filter(parent=category)
    if kept is None:
        below.update(parent=category.parent)
        return
    if _is_above(category, kept):
        below.update(parent=category.parent)
        return
    below.update(parent=kept)


def _is_above(category: Category, other: Category) -> bool:
    above = other.parent
    for _ in range(LONGEST_PATH + 1):
        if above is None or above.pk == category.pk:
            return above is not None
        above = above.parent
    return False


def categories_usage(*, owner: User) -> list[dict[str, int]]:
    """The same for every category of the owner, in a fixed number of queries: `category` and the four counts."""
    rows = editable_by(Transaction.objects.exclude(category=None), owner)
    shares = Split.objects.exclude(category=None).filter(transaction__owner=owner)
    rules = editable_by(Rule.objects.exclude(category=None), owner)
    mine = editable_by(Category.objects.all(), owner)
    counts = {
        "transactions": _counted(rows, "category"),
        "shares": _counted(shares, "category"),
        "rules": _counted(rules, "category"),
        "below": _counted(mine.exclude(parent=None), "parent"),
    }
    ids = mine.order_by("position", "id").values_list("pk", flat=True)
    return [{"category": pk, **{name: found.get(pk, 0) for name, found in counts.items()}} for pk in ids]


def _counted(rows: QuerySet[Any], name: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(name).annotate(count=Count("pk")))


def category_usage(*, owner: User, category: Category) -> dict[str, int]:
    """How many transactions, shares, rules and categories below would be touched if it went."""
    shares = Split.objects.filter(category=category, transaction__owner=owner)
    return {
        "transactions": editable_by(Transaction.objects.filter(category=category), owner).count(),
        "shares": shares.count(),
        "rules": category.rules.count(),
        "below": category.children.count(),
    }
