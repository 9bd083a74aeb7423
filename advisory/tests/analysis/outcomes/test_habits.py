"""Habits: chance goes back by itself, a change stays, and a quarter decides."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from advisory.analysis.outcomes.habit import levels, look
from advisory.analysis.outcomes.totals import Told, totals_of
from advisory.analysis.outcomes.weeks import Weeks, weeks_until
from advisory.tests.analysis.outcomes.makers import ACCEPTED, After

SELECT = {"currency": "EUR", "categories": ["restaurants"]}


def eating(after_factor: float, weeks: int, *, seed: int = 7, back_after: int | None = None) -> After:
    """Two evenings out a week for a year and a half before, and so many weeks after."""
    dice, after = Random(seed), After("habit", {}, 182)
    for week in range(-78, weeks):
        factor = 1.0 if week < 0 or (back_after is not None and week >= back_after) else after_factor
        for day in (1, 4):
            minor = -round(2000 * factor * dice.uniform(0.8, 1.2))
            after.book(ACCEPTED + timedelta(days=7 * week + day), minor, "trattoria", category_key="restaurants")
    before = [one for one in after.shares if one.booking_date <= ACCEPTED]
    frozen = weeks_until(before, ACCEPTED, 78, 2400)
    after.watch = {"select": SELECT, "cap": 2400, "is_long_enough": True, **frozen.as_json()}
    return after


def state_after(factor: float, weeks: int, **more: int) -> str:
    return eating(factor, weeks, **more).state(ACCEPTED + timedelta(days=7 * weeks))


def test_a_cut_is_likely_first_and_proven_after_a_quarter() -> None:
    assert state_after(0.8, 3) == "pending"
    assert state_after(0.8, 8) == "likely"
    assert state_after(0.8, 13) == "proven"
    measured = eating(0.8, 13).judged(ACCEPTED + timedelta(days=91))
    assert measured.p is not None
    assert measured.p < 0.1
    assert abs(measured.saved_minor - 13 * 800) < 2000


def test_nothing_changed_is_nothing_proven() -> None:
    states = [state_after(1.0, 26, seed=seed) for seed in range(12)]
    assert set(states) <= {"failed", "likely"}
    assert states.count("failed") >= 10


def test_what_comes_back_is_reversed() -> None:
    assert state_after(0.7, 30, back_after=13) == "reversed"
    assert state_after(0.7, 30) == "proven"


def test_a_short_past_never_proves_anything() -> None:
    after = eating(0.5, 20)
    after.watch["is_long_enough"] = False
    assert after.state(ACCEPTED + timedelta(days=140)) == "pending"


def test_the_same_rows_give_the_same_p() -> None:
    after = eating(0.9, 13)
    end = ACCEPTED + timedelta(days=91)
    first = after.judged(end)
    after.shares.reverse()
    assert after.judged(end) == first


def test_chance_is_not_believed_and_a_settled_level_is() -> None:
    noisy = [100, 180, 20, 150, 60, 120] * 9 + [150, 30, 190, 100, 120, 90, 160, 40, 130, 110, 70, 150, 100]
    usual, expected = levels(noisy)
    assert abs(expected - usual) < 3
    usual, expected = levels([100, 110, 90, 105] * 10 + [200] * 13)
    assert (round(usual), round(expected)) == (101, 200)


def test_less_than_last_year_is_asked_for_too() -> None:
    """Every winter is cheap: what happens each year proves nothing."""
    year = [100 if week < 39 else 70 for week in range(52)]
    past = year + year[:39]
    frozen = {"sums": past, "logs": [0.0] * len(past), "counts": [1] * len(past)}
    winter = Weeks(tuple([70] * 13), (0.0,) * 13, (1,) * 13)
    assert not look(frozen, winter, 13).is_proven
    assert look(frozen, Weeks(tuple([45] * 13), (0.0,) * 13, (1,) * 13), 13).is_proven


def test_totals_by_state_and_currency() -> None:
    told = [Told("EUR", 1000, 300, "proven"), Told("EUR", 500, 80, "likely"), Told("EUR", 200, 0, "failed"),
            Told("EUR", 100, 0, "reversed"), Told("SEK", 50, 0, "pending")]  # fmt: skip
    euros, kronor = totals_of(told)
    assert (euros.claimed, euros.proven, euros.likely, euros.failed) == (1800, 300, 80, 300)
    assert (kronor.currency, kronor.claimed, kronor.counts["pending"]) == ("SEK", 50, 1)
