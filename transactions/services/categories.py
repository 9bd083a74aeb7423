"""Categories: a tree of the user's own."""

from __future__ import annotations

from typing import Any, TypedDict

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.ledger.default_categories import DEFAULT_CATEGORIES
from transactions.models import Category, Split, Transaction
from transactions.services.given import field_error, name_text, own_or_none
from transactions.services.news import announce_change

LONGEST_PATH = 5


class CategoryChanges(TypedDict, total=False):
    name: str
    kind: str
    group: str
    is_essential: bool
    parent: int | None
    position: int


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
        )
    )


@transaction.atomic
def category_update(*, owner: User, category_id: int, changes: CategoryChanges) -> Category:
    category = get_editable(Category.objects.select_for_update(no_key=True), owner, category_id)
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


@transaction.atomic
def category_delete(*, owner: User, category_id: int) -> None:
    """Its transactions and splits become uncategorised, and its rules go with it."""
    category = get_editable(Category.objects.select_for_update(), owner, category_id)
    splits = Split.objects.filter(category=category)
    touched = Q(category=category) | Q(pk__in=splits.values("transaction_id"))
    Transaction.objects.filter(touched).update(revision=F("revision") + 1, updated_at=timezone.now())
    Transaction.objects.filter(category=category).update(
        category=None, category_source=Transaction.CategorySource.NONE, category_reason=""
    )
    splits.update(category=None)
    category.delete()
    announce_change(owner)
