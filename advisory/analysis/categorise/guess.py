"""What the categoriser answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from advisory.analysis.rows import Row

RULE, OWN, SIMILAR, OTHERS, MODEL, NOBODY = "rule", "own", "similar", "others", "model", ""


@dataclass(frozen=True, slots=True)
class CategoryRule:
    """A rule of the user: rows for which `matches` holds get `category`. `name` is shown as the reason."""

    name: str
    category: str
    matches: Callable[[Row], bool]
