"""From evidence to a choice: a small linear mix whose weights move with the length and the closeness of the history.

Both steps were fitted on users held out from what they were fitted on (`benchmarks.training.scorers`): the mix by the
likelihood of the right label, the trust by how often the chosen one was right.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisory.analysis.categorise.evidence import Evidence

Doubles = NDArray[np.float64]
LOWEST = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """`mean`, `spread` (signs,) bring the signs of evidence to one size; `mix` (contexts, signs); `trust` (terms,)."""

    mean: Doubles
    spread: Doubles
    mix: Doubles
    trust: Doubles

    def shares(self, evidence: Evidence) -> Doubles:
        """(rows, candidates): how likely each candidate is; rows sum to 1, a missing candidate has 0."""
        signs = (evidence.signs - self.mean) / self.spread
        odds = np.einsum("qck,qk->qc", signs, evidence.context @ self.mix) + evidence.direction
        return softmax(np.where(evidence.is_candidate, odds, -np.inf))

    def confidence(self, shares: Doubles, evidence: Evidence) -> Doubles:
        """(rows,): the chance that the likeliest candidate is right, as calibrated on held-out users."""
        return np.asarray(1 / (1 + np.exp(-trust_terms(shares, evidence) @ self.trust)))


def trust_terms(shares: Doubles, evidence: Evidence) -> Doubles:
    """(rows, terms): what the calibration looks at."""
    best = np.sort(shares, axis=1)
    top = np.clip(best[:, -1], LOWEST, 1 - LOWEST)
    second = best[:, -2] if shares.shape[1] > 1 else np.zeros(len(shares))
    odds = np.log(top / (1 - top))[:, None]
    context = evidence.context
    return np.concatenate([context, context * odds, (best[:, -1] - second)[:, None]], axis=1)


def softmax(odds: Doubles) -> Doubles:
    """Shares of each row; a row without any finite entry becomes zeros."""
    with np.errstate(invalid="ignore"):
        top = odds.max(axis=1, keepdims=True)
        raised = np.where(np.isfinite(odds), np.exp(odds - np.where(np.isfinite(top), top, 0.0)), 0.0)
    total = raised.sum(axis=1, keepdims=True)
    return np.asarray(raised / np.maximum(total, 1e-300))
