"""What of the database is an owner's own and travels with them: every table of this app but the machinery's, and of the
apps above what says so itself (see models.travel).

Asked of the models themselves, so that a table that is added later travels along without a word here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Field, ForeignKey, Model, QuerySet

from accounts.models import User
from transactions.models.travel import travel_of

MACHINERY = {
    "Job", "JobEvent", "PoolSeat", "MonthlyRollup", "CategoryRollup", "StaleMonth", "KeptSum",
    "IdempotencyKey", "IdempotentAnswer",
}  # fmt: skip
"""Work that is under way, answers kept for a day, and sums that are made anew: they stay behind."""

FILE_FIELD = "stored_as"
CHUNK = 2000


def portable_models() -> list[type[Model]]:
    """In the order of their names, which decides nothing: references are resolved whatever the order."""
    ours = apps.get_app_config("transactions").get_models()
    above = (model for model in apps.get_models() if travel_of(model) is not None)
    models = [*(model for model in ours if model.__name__ not in MACHINERY), *above]
    return sorted(models, key=lambda model: model.__name__)


def fields_of(model: type[Model]) -> list[Field[Any, Any]]:
    return list(model._meta.concrete_fields)  # noqa: SLF001 (the documented model API)


def points_at_user(field: Field[Any, Any]) -> bool:
    return isinstance(field, ForeignKey) and field.remote_field.model is User


def owner_path(model: type[Model]) -> str:
    """'owner', or the way to it over references that are always there, such as 'transaction__owner'."""
    names = {field.name for field in fields_of(model)}
    if "owner" in names:
        return "owner"
    for field in fields_of(model):
        if isinstance(field, ForeignKey) and not field.null and not points_at_user(field):
            return f"{field.name}__{owner_path(field.remote_field.model)}"
    raise LookupError(f"{model.__name__} belongs to nobody: give it an owner, or name it as machinery.")


def rows_of(model: type[Model], owner: User) -> QuerySet[Model]:
    """The owner's rows, oldest first. Shared rows are nobody's and stay behind."""
    return model._default_manager.filter(**{owner_path(model): owner}).order_by("pk")  # noqa: SLF001


def travelling_rows_of(model: type[Model], owner: User) -> QuerySet[Model]:
    """Those of `rows_of` that an export takes along."""
    travel = travel_of(model)
    return rows_of(model, owner) if travel is None else rows_of(model, owner).filter(travel.rows)


def row_values(model: type[Model], owner: User) -> Iterator[dict[str, Any]]:
    """Each row that travels as {column name: plain JSON value}. A reference to the owner is true; what stays behind is
    left out, and so is a reference to machinery."""
    kept = [field for field in fields_of(model) if not is_left_behind(field)]
    users = {field.attname for field in kept if points_at_user(field)}
    names = [field.attname for field in kept]
    for values in travelling_rows_of(model, owner).values_list(*names).iterator(chunk_size=CHUNK):
        row = dict(zip(names, map(plain, values), strict=True))
        for name in users:
            row[name] = row[name] == owner.pk
        yield row


def is_left_behind(field: Field[Any, Any]) -> bool:
    travel = travel_of(field.model)
    if travel is not None and field.name in travel.anew:
        return True
    return isinstance(field, ForeignKey) and field.remote_field.model.__name__ in MACHINERY


def plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def media_path(stored_as: str) -> str:
    """Where a file of ours lies; settings are read late, since tests move the folder."""
    return f"{settings.MEDIA_ROOT}/{stored_as}"
