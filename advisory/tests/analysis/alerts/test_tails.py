from __future__ import annotations

import pytest

from advisory.analysis.alerts.amounts import gap_above, tail_above
from advisory.analysis.alerts.tails import student_tail


@pytest.mark.parametrize(
    ("t", "freedom", "tail"),
    [(6.314, 1, 0.05), (2.920, 2, 0.05), (2.353, 3, 0.05), (3.747, 4, 0.01), (2.015, 5, 0.05), (2.896, 8, 0.01)],
)
def test_the_tables_of_student_are_met(t: float, freedom: int, tail: float) -> None:
    assert student_tail(t, freedom) == pytest.approx(tail, abs=2e-4)


def test_both_sides_sum_to_one() -> None:
    assert student_tail(1.3, 7) + student_tail(-1.3, 7) == pytest.approx(1.0)
    assert student_tail(0.0, 4) == 0.5


def test_a_higher_amount_is_never_more_ordinary() -> None:
    past = [3.0, 3.2, 2.8, 3.4, 3.1, 2.9]
    tails = [tail_above(value, past, 0.5) for value in (3.0, 3.5, 4.0, 5.0)]
    gaps = [gap_above(value, past) for value in (3.0, 3.5, 4.0, 5.0)]
    assert tails == sorted(tails, reverse=True)
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[0] == 1.0
