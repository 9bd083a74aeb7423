"""How a model of an app above says that rows of its owner belong into an export: this app may not name it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q

from transactions.ledger.references import Mapper


@dataclass(frozen=True, slots=True)
class Travel:
    """`rows`: those in which the user said something; what is computed stays behind and is made anew. `anew`: columns
    that stay behind, too, and begin as those of a new row. `columns`: what makes a column's value of an exported row
    and the mapper of ids, where there are ids in it or a shape that others rely on; ValueError or TypeError where it
    cannot be."""

    rows: Q
    anew: frozenset[str] = frozenset()
    columns: Mapping[str, Callable[[Mapping[str, Any], Mapper], Any]] = field(default_factory=dict)


def travel_of(model: type[Model]) -> Travel | None:
    """What the model's attribute `travel` says; None where all its rows travel, or none does."""
    found = getattr(model, "travel", None)
    return found if isinstance(found, Travel) else None
