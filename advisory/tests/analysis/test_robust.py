from __future__ import annotations

from decimal import Decimal

from advisory.analysis.robust import middle, percentile, spread


def test_middle() -> None:
    assert middle([]) == 0
    assert middle([Decimal(3), Decimal(1), Decimal(2)]) == 2
    assert middle([Decimal(1), Decimal(2)]) == Decimal("1.5")


def test_spread_ignores_one_odd_value() -> None:
    values = [Decimal(value) for value in (10, 11, 9, 10, 12, 8, 500)]
    assert spread(values) == Decimal("1.4826")


def test_percentile_is_the_nearest_rank() -> None:
    assert percentile([5, 1, 4, 2, 3], 80) == 4
    assert percentile([7], 80) == 7
    assert percentile([1, 2, 3, 4], 0) == 1
