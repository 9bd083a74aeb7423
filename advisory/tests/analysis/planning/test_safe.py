"""Safe-to-spend: the balance less what is spoken for until the next income."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.analysis.findings import Payment
from advisory.analysis.planning import SafeToSpend, safe_to_spend
from advisory.tests.analysis.planning.plans import ALL, RENT, START, STREAM, forecast


def asked(start: int = START, **kept: int) -> SafeToSpend:
    found = safe_to_spend(forecast(start), ALL, **kept)
    assert found
    return found


def test_bills_until_payday_are_taken_off() -> None:
    found = asked(floor_minor=10_000, goals_minor=5000)
    assert (found.until, found.has_income) == (date(2026, 4, 24), True)
    assert found.bills_minor == 90_000 + 1299
    assert found.safe_minor == START - 91_299 - 15_000
    assert found.per_day_minor == found.safe_minor // 24
    assert [one.evidence_id for one in found.bills] == [RENT.ids[-1], STREAM.ids[-1]]


def test_what_is_missing_is_said_and_nothing_is_safe() -> None:
    found = asked(start=50_000)
    assert (found.safe_minor, found.short_minor, found.per_day_minor) == (0, 41_299, 0)


def test_the_careful_figure_looks_at_the_low_end_of_the_worst_day() -> None:
    found = asked(start=300_000)
    lows = [day.low_minor for day in forecast(300_000).days if day.day <= found.until]
    assert found.careful_minor == min(low for low in lows if low is not None)
    no_band = replace(forecast(), days=tuple(replace(day, low_minor=None) for day in forecast().days))
    bare = safe_to_spend(no_band, ALL)
    assert bare
    assert bare.careful_minor is None


def test_without_an_income_in_sight_a_month_is_looked_at() -> None:
    found = safe_to_spend(forecast(every=(RENT, STREAM)), (RENT, STREAM))
    assert found
    assert (found.until, found.has_income) == (date(2026, 4, 30), False)


def test_without_a_balance_nobody_can_say() -> None:
    assert safe_to_spend(replace(forecast(), is_change=True), ALL) is None


def test_what_only_moves_between_own_accounts_is_no_bill() -> None:
    plain = forecast()
    moved = (Payment(date(2026, 4, 5), -20_000, "1", 71), Payment(date(2026, 4, 6), 20_000, "2", 72))
    together = safe_to_spend(replace(plain, payments=(*plain.payments, *moved)), ALL)
    alone = safe_to_spend(replace(plain, account="1", payments=(*plain.payments, moved[0])), ALL)
    assert together
    assert alone
    assert together.safe_minor == asked().safe_minor
    assert alone.safe_minor == asked().safe_minor - 20_000


def test_goals_are_not_negative() -> None:
    with pytest.raises(ValueError, match="not negative"):
        asked(goals_minor=-1)


@given(st.integers(-(10**6), 10**7), st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_more_kept_is_less_to_spend_and_the_parts_add_up(start: int, floor: int, goals: int, more: int) -> None:
    found = asked(start, floor_minor=floor, goals_minor=goals)
    assert found.safe_minor - found.short_minor == start - found.bills_minor - floor - goals
    assert not (found.safe_minor and found.short_minor)
    for kept in (asked(start, floor_minor=floor + more, goals_minor=goals), asked(start - more, floor_minor=floor)):
        assert (
            kept.safe_minor <= asked(start, floor_minor=floor, goals_minor=goals).safe_minor or kept.goals_minor < goals
        )
