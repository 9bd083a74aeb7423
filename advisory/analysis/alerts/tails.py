"""Tail probabilities, without a statistics library."""

from __future__ import annotations

from math import atan, cos, pi, sin, sqrt


def student_tail(t: float, freedom: int) -> float:
    """P(T >= t) of Student's distribution with whole degrees of freedom (Abramowitz and Stegun 26.7.3-4)."""
    if t <= 0:
        return 1 - student_tail(-t, freedom) if t < 0 else 0.5
    angle = atan(t / sqrt(freedom))
    if freedom == 1:
        return 0.5 - angle / pi
    if freedom % 2:
        term, total = cos(angle), cos(angle)
        for step in range(3, freedom - 1, 2):
            term *= cos(angle) ** 2 * (step - 1) / step
            total += term
        inside = 2 / pi * (angle + sin(angle) * total)
    else:
        term, total = 1.0, 1.0
        for step in range(2, freedom - 1, 2):
            term *= cos(angle) ** 2 * (step - 1) / step
            total += term
        inside = sin(angle) * total
    return max(0.0, (1 - inside) / 2)
