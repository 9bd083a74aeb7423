"""How predictable a user has been, on histories short enough to count by hand."""

import numpy as np
import pytest

from advisory.analysis.categorise.record import Record, record_of

POINTS = np.eye(4, dtype=np.float32)


def record(payees: list[int], chosen: list[int], told: list[int]) -> Record:
    keys = np.array(payees)
    return record_of(POINTS[keys], keys, np.array(chosen), np.array(told), 3)


def test_too_few_rows_tell_nothing() -> None:
    assert record_of(POINTS[:1], np.array([0]), np.array([0]), np.array([0]), 1) == Record()


def test_a_user_who_always_files_a_payee_the_same_way_is_predictable() -> None:
    steady = record([0, 1] * 20, [0, 1] * 20, [2] * 40)
    fickle = record([0, 1] * 20, [at // 2 % 2 for at in range(40)], [2] * 40)
    assert steady.payee > 0.9
    assert fickle.payee < 0.6
    assert steady.nearest > fickle.nearest
    assert steady.told < 0.1
    assert steady.new < 0.2


def test_only_what_lay_before_a_row_speaks_for_it() -> None:
    assert record([0, 1, 2, 3], [0, 1, 2, 0], [0] * 4).payee == pytest.approx(0.75)
    assert record([0, 1, 2, 3], [0, 1, 2, 0], [0] * 4).new > 0.75
