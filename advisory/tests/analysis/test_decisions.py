"""Which series is which of before, and what the user said standing over what is found."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from advisory.analysis.decisions import KnownSeries, match_series, settle_series
from advisory.analysis.findings import Series

AS_OF = date(2026, 6, 30)
DAYS = {pk: date(2026, 1, 1) + timedelta(days=pk) for pk in range(1, 200)}


def series(*ids: int, payee: str = "rent", minor: int = -980_00, **more: Any) -> Series:
    made = Series(
        ids=ids, payee_key=payee, label=payee.title(), currency="EUR", account="1", cadence="monthly", role="bill",
        status="active", day=1, first_date=DAYS[ids[0]], last_date=DAYS[ids[-1]], next_date=date(2026, 7, 1),
        next_from=date(2026, 6, 28), next_until=date(2026, 7, 4), amount_minor=minor, amount_low=minor,
        amount_high=minor,
    )  # fmt: skip
    return replace(made, **more)


def known(pk: int, found: Series, **more: Any) -> KnownSeries:
    return KnownSeries(pk, found, **more)


def test_a_series_with_one_more_row_is_the_same() -> None:
    assert match_series([series(1, 2, 3, 4)], [known(7, series(1, 2, 3))]) == {0: 7}


def test_the_one_that_shares_most_rows_is_it() -> None:
    before = [known(1, series(1, 2, 9)), known(2, series(3, 4, 5))]
    assert match_series([series(1, 3, 4, 5), series(2, 9)], before) == {0: 2, 1: 1}


def test_rows_that_came_with_new_ids_are_known_by_payee_rhythm_and_amount() -> None:
    cheap, dear = series(1, 2, payee="tel", minor=-10_00), series(3, 4, payee="tel", minor=-50_00)
    found = [series(13, 14, payee="tel", minor=-52_00), series(11, 12, payee="tel", minor=-10_00)]
    assert match_series(found, [known(1, cheap), known(2, dear)]) == {0: 2, 1: 1}


def test_income_and_spending_of_one_payee_are_two_things() -> None:
    assert match_series([series(11, 12, minor=500)], [known(1, series(1, 2, minor=-500))]) == {}


def test_the_order_decides_nothing() -> None:
    found = [series(*range(start, start + 5), payee=f"p{start % 3}") for start in range(1, 60, 5)]
    before = [known(place, replace(one, ids=one.ids[:3])) for place, one in enumerate(found, start=1)]
    expected = {one.ids: pk for place, pk in match_series(found, before).items() for one in [found[place]]}
    for seed in range(5):
        shuffled = random.Random(seed).sample(found, len(found))
        matched = match_series(shuffled, random.Random(seed + 9).sample(before, len(before)))
        assert {shuffled[place].ids: pk for place, pk in matched.items()} == expected


def test_corrections_stand_over_what_is_found() -> None:
    said = {"label": "Our flat", "cadence": "quarterly", "amount_minor": -1000_00, "next_date": date(2026, 7, 3)}
    (one,) = settle_series([series(1, 2)], [known(7, series(1, 2), corrections=said)], AS_OF, DAYS)
    assert (one.pk, one.is_ignored) == (7, False)
    assert one.found == series(1, 2)
    assert (one.series.label, one.series.cadence, one.series.amount_minor) == ("Our flat", "quarterly", -1000_00)
    assert one.series.next_from == one.series.next_date == one.series.next_until == date(2026, 7, 3)
    assert (one.series.amount_low, one.series.amount_high) == (-1000_00, -1000_00)


def test_a_corrected_day_that_has_come_says_no_more() -> None:
    said = {"next_date": AS_OF}
    (one,) = settle_series([series(1, 2)], [known(7, series(1, 2), corrections=said)], AS_OF, DAYS)
    assert one.series.next_date == date(2026, 7, 1)


def test_an_ignored_series_is_told_as_such() -> None:
    (one,) = settle_series([series(1, 2)], [known(7, series(1, 2), decision="ignored")], AS_OF, DAYS)
    assert one.is_ignored


@pytest.mark.parametrize(("decision", "kept"), [("confirmed", 1), ("open", 0), ("ignored", 0)])
def test_only_what_is_confirmed_stays_unfound(decision: Any, kept: int) -> None:
    settled = settle_series([], [known(7, series(1, 2), decision=decision)], AS_OF, DAYS)
    assert len(settled) == kept


def test_a_confirmed_series_loses_the_rows_that_are_gone_and_goes_with_the_last() -> None:
    before = [known(7, series(1, 2, 3), decision="confirmed")]
    (one,) = settle_series([], before, AS_OF, {2: DAYS[2], 3: DAYS[3]})
    assert (one.series.ids, one.series.first_date, one.found) == ((2, 3), DAYS[2], None)
    assert settle_series([], before, AS_OF, {}) == ()
