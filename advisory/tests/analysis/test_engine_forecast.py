"""When the engine forecasts at all."""

from datetime import date, timedelta

import pytest

from advisory.analysis.engine_forecast import FEWEST_DAYS, cash_ahead
from advisory.analysis.rows import Row, Rows

FIRST = date(2026, 3, 2)


@pytest.mark.parametrize(("days", "is_told"), [(1, False), (FEWEST_DAYS - 1, False), (FEWEST_DAYS, True)])
def test_a_past_of_less_than_four_weeks_is_not_carried_on(days: int, is_told: bool) -> None:
    rows = Rows.of(
        Row(number, FIRST + timedelta(days=number - 1), -700 - number, "EUR", "Current", "Bakery")
        for number in range(1, days + 1)
    )
    found = cash_ahead(rows, (), {"Current": 100_000}, FIRST + timedelta(days=days), 90)
    assert bool(found) is is_told
