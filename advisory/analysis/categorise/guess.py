"""What the categoriser answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from advisory.analysis.rows import Row

RULE, OWN, SIMILAR, OTHERS, MODEL, NOBODY = "rule", "own", "similar", "others", "model", ""


@dataclass(frozen=True, slots=True)
class Guess:
    """The category of one row; '' where the categoriser abstains.

    `confidence`: the calibrated chance, 0 to 1, that `category` (or the first candidate, when abstaining) is right;
    `reason` in words for the user; `candidates`: up to three (category, share of the belief), best first; `source`:
    rule, own, similar, others, model or ''; `evidence_ids`: confirmed rows of the user that speak for it.
    """

    id: int
    category: str
    confidence: float
    reason: str
    runner_up: str
    candidates: tuple[tuple[str, float], ...]
    source: str
    evidence_ids: tuple[int, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Sure enough to be applied and marked as suggested; everything else belongs into the review queue."""
        return bool(self.category) and self.confidence >= APPLIED_FROM


APPLIED_FROM = 0.95  # the precision target: at most one in twenty applied categories may be wrong


@dataclass(frozen=True, slots=True)
class CategoryRule:
    """A rule of the user: rows for which `matches` holds get `category`. `name` is shown as the reason."""

    name: str
    category: str
    matches: Callable[[Row], bool]
