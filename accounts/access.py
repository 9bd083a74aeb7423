"""Who may see and edit whose data. Asked by every selector and service; nothing else compares user ids.

Today everyone sees and edits only what is their own; shared households will change this module alone.
"""

from __future__ import annotations

from typing import TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet

from accounts.errors import NotFoundError
from accounts.models import User

ModelT = TypeVar("ModelT", bound=Model)


def visible_to(rows: QuerySet[ModelT], owner: User) -> QuerySet[ModelT]:
    """The rows that `owner` may read. The model has an `owner` field."""
    return rows.filter(owner_id=owner.pk)


def editable_by(rows: QuerySet[ModelT], owner: User) -> QuerySet[ModelT]:
    """The rows that `owner` may change. The model has an `owner` field."""
    return rows.filter(owner_id=owner.pk)


def get_visible(rows: QuerySet[ModelT], owner: User, pk: object) -> ModelT:
    """One row by primary key; NotFoundError when it is absent or not visible."""
    return _get(visible_to(rows, owner), pk)


def get_editable(rows: QuerySet[ModelT], owner: User, pk: object) -> ModelT:
    """One row by primary key, for changing; NotFoundError when it is absent or not editable."""
    return _get(editable_by(rows, owner), pk)


def _get(rows: QuerySet[ModelT], pk: object) -> ModelT:
    if isinstance(pk, str) and "\x00" in pk:  # no key holds one, and PostgreSQL takes no text that does
        raise NotFoundError(str(rows.model._meta.verbose_name))  # noqa: SLF001
    try:
        return rows.get(pk=pk)
    except (ObjectDoesNotExist, ValueError, OverflowError):
        raise NotFoundError(str(rows.model._meta.verbose_name)) from None  # noqa: SLF001
