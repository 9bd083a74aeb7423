"""Figures of a learning curve on numbers small enough to count by hand."""

import numpy as np
import pytest

from benchmarks.scores.curves import Asked

ASKED = Asked(
    right=np.array([True, True, False, True]),
    confidence=np.array([0.95, 0.95, 0.55, 0.55]),
    user=np.array(["a", "a", "b", "b"]),
)


def test_the_right_rows_of_each_user_are_counted() -> None:
    assert ASKED.by_user() == ([2.0, 1.0], [2.0, 2.0])


def test_calibration_is_the_gap_between_stated_and_real_weighted_by_rows() -> None:
    assert ASKED.calibration() == pytest.approx(0.5 * 0.05 + 0.5 * 0.05)


def test_answered_is_the_largest_share_that_keeps_the_precision() -> None:
    assert ASKED.answered(1.0) == 0.5
    assert ASKED.answered(0.75) == 1.0
    assert Asked(np.array([False]), np.array([0.9]), np.array(["a"])).answered(0.95) == 0.0


def test_what_comes_of_applying_from_a_confidence_is_said_in_words() -> None:
    assert ASKED.applied(0.9) == "50% of rows, 100.0% right"
    assert ASKED.applied(0.99) == "nothing"
