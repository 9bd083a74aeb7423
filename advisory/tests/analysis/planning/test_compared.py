"""Scenarios side by side: nothing changed is nothing moved, and what is cheaper never lowers a balance."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.analysis.planning import Compared, Outlook, compare, drawn_out
from advisory.analysis.planning.compared import month_ends, months_on
from advisory.analysis.planning.debts import Debt
from advisory.analysis.planning.from_advice import changes_from
from advisory.analysis.planning.written import KINDS, READERS, Known, change_of
from advisory.tests.analysis.planning.plans import ALL, AS_OF, PAY, RENT, STREAM, forecast, groceries

bounded = settings(max_examples=40, deadline=None)
LOAN = Debt("7", 60_000, Decimal("9.9"), 10_000)
KNOWN = Known(AS_OF, {pk: one for one in ALL for pk in one.ids}, {3: "Groceries"}, {7: LOAN})
LATER = {"from": "2026-09-01"}


@cache
def outlook() -> Outlook:
    total, *_ = drawn_out(forecast(), (), months_on(AS_OF, 24))
    (line,) = (groceries(),)
    return Outlook(total, ALL, (type(line)(**{**{n: getattr(line, n) for n in line.__slots__}, "category": "3"}),))


def tried(*written: dict[str, Any]) -> Compared:
    return compare(outlook(), [change_of(one, KNOWN) for one in written])


def test_nothing_changed_is_the_forecast_itself() -> None:
    found = tried()
    assert found.found.after is outlook().forecast
    assert found.effects == ()
    assert not any(found.found.difference)


def test_month_ends_and_the_last_day() -> None:
    total, *_ = drawn_out(forecast(), (), date(2026, 6, 12))
    assert [one.day for one in month_ends(total)] == [date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 12)]


@pytest.mark.parametrize(
    ("written", "at_end"),
    [
        ({"kind": "cancel", "row": STREAM.ids[0]}, 24 * 1299),
        ({"kind": "cancel", "row": STREAM.ids[-1], "from": "2027-04-01"}, 12 * 1299),
        ({"kind": "amount", "row": PAY.ids[1], "amount": 260_000}, 24 * 10_000),
        ({"kind": "due_day", "row": RENT.ids[0], "day": 5}, 0),
        ({"kind": "add", "amount": -60_000, "from": "2026-05-04"}, -60_000),
        ({"kind": "add", "amount": -500, "from": "2026-05-04", "cadence": "monthly", "until": "2026-12-31"}, -8 * 500),
        ({"kind": "lose_income", "months": 3, **LATER}, -3 * 250_000),
        ({"kind": "lose_income", "months": 2, "rows": [PAY.ids[0]]}, -2 * 250_000),
        ({"kind": "category", "category": 3, "per_cent": "-10"}, 24 * 4000),
    ],
)
def test_each_kind_of_change_does_what_it_says(written: dict[str, Any], at_end: int) -> None:
    found = tried(written)
    assert found.found.at_end == at_end
    assert [one and one.at_end for one in found.effects] == [at_end]


def test_a_debt_paid_faster_saves_interest_in_the_end() -> None:
    found = tried({"kind": "debt", "account": 7, "amount": 20_000})
    (effect,) = found.effects
    assert effect
    assert effect.at_end > 0 > effect.deepest


@pytest.mark.parametrize(
    "written",
    [
        {"kind": "cancel", "row": 999},
        {"kind": "amount", "row": 999, "amount": 1},
        {"kind": "due_day", "row": 999, "day": 1},
        {"kind": "lose_income", "months": 1, "rows": [PAY.ids[0], 999]},
        {"kind": "category", "category": 999, "per_cent": "1"},
        {"kind": "debt", "account": 999, "amount": 1},
    ],
)
def test_what_is_gone_changes_nothing_and_says_so(written: dict[str, Any]) -> None:
    found = tried(written, {"kind": "cancel", "row": STREAM.ids[0]})
    assert found.effects[0] is None
    assert found.found.at_end == 24 * 1299


def test_every_kind_has_a_reader() -> None:
    assert tuple(READERS) == KINDS


days = st.dates(AS_OF - timedelta(days=40), AS_OF + timedelta(days=760)).map(date.isoformat)
costs = st.sampled_from([RENT.ids[0], STREAM.ids[0]])
written = st.one_of(
    st.builds(lambda row, day: {"kind": "cancel", "row": row, "from": day}, st.sampled_from([11, 21, 31]), days),
    st.builds(lambda minor, day: {"kind": "add", "amount": minor, "from": day}, st.integers(-(10**7), 10**7), days),
    st.builds(
        lambda minor, day, how: {"kind": "add", "amount": minor, "from": day, "cadence": how},
        st.integers(-(10**6), 10**6), days, st.sampled_from(["weekly", "monthly", "quarterly", "yearly"]),
    ),
    st.builds(lambda months, day: {"kind": "lose_income", "months": months, "from": day}, st.integers(1, 24), days),
    st.builds(
        lambda part, day: {"kind": "category", "category": 3, "per_cent": str(part), "from": day},
        st.integers(-100, 200), days,
    ),
    st.builds(lambda extra: {"kind": "debt", "account": 7, "amount": extra}, st.integers(0, 10**6)),
)  # fmt: skip


@bounded
@given(st.lists(written, max_size=5))
def test_effects_sum_to_the_difference_and_the_difference_lies_between_the_lines(several: list[dict[str, Any]]) -> None:
    found = tried(*several)
    assert sum(one.at_end for one in found.effects if one) == found.found.at_end
    for before, after, by in zip(outlook().forecast.days, found.found.after.days, found.found.difference, strict=True):
        assert after.mid_minor == before.mid_minor + by
        assert (after.low_minor or 0) - (before.low_minor or 0) == by


@bounded
@given(costs, days, st.lists(written, max_size=2))
def test_cancelling_a_cost_never_lowers_a_balance(row: int, day: str, others: list[dict[str, Any]]) -> None:
    kept = tried(*others).found.difference
    ended = tried(*others, {"kind": "cancel", "row": row, "from": day}).found.difference
    assert all(after >= before for before, after in zip(kept, ended, strict=True))


@bounded
@given(costs, st.integers(-(10**6), 0), st.integers(0, 10**6), days)
def test_a_dearer_bill_never_raises_a_balance(row: int, minor: int, more: int, day: str) -> None:
    cheap, dear = (
        tried({"kind": "amount", "row": row, "amount": amount, "from": day}).found.difference
        for amount in (minor, minor - more)
    )
    assert all(b <= a for a, b in zip(cheap, dear, strict=True))


@bounded
@given(st.integers(1, 23), days)
def test_a_longer_loss_never_raises_a_balance(months: int, day: str) -> None:
    short, long = (
        tried({"kind": "lose_income", "months": count, "from": day}).found.difference for count in (months, months + 1)
    )
    assert all(b <= a <= 0 for a, b in zip(short, long, strict=True))


@bounded
@given(st.integers(-100, 199), st.integers(0, 100), days)
def test_spending_more_in_a_category_never_raises_a_balance(part: int, more: int, day: str) -> None:
    less, much = (
        tried({"kind": "category", "category": 3, "per_cent": str(one), "from": day}).found.difference
        for one in (part, part + more)
    )
    assert all(b <= a for a, b in zip(less, much, strict=True))


@bounded
@given(st.integers(-(10**6), 0), days, st.integers(0, 300))
def test_buying_later_never_lowers_a_balance_and_costs_the_same(minor: int, day: str, later: int) -> None:
    other = (date.fromisoformat(day) + timedelta(days=later)).isoformat()
    now, then = (tried({"kind": "add", "amount": minor, "from": one}).found.difference for one in (day, other))
    if date.fromisoformat(day) > AS_OF:
        assert all(b >= a for a, b in zip(now, then, strict=True))


@bounded
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_paying_a_debt_faster_never_costs_more_in_the_end(extra: int, more: int) -> None:
    slow, fast = (tried({"kind": "debt", "account": 7, "amount": one}).found.at_end for one in (extra, extra + more))
    assert fast >= slow >= 0


@bounded
@given(st.permutations([
    {"kind": "cancel", "row": STREAM.ids[0], **LATER},
    {"kind": "add", "amount": -60_000, "from": "2026-05-04"},
    {"kind": "category", "category": 3, "per_cent": "-10"},
    {"kind": "debt", "account": 7, "amount": 5000},
    {"kind": "lose_income", "months": 3, **LATER},
    {"kind": "due_day", "row": RENT.ids[0], "day": 20},
]))  # fmt: skip
def test_the_order_of_changes_to_different_things_does_not_matter(several: list[dict[str, Any]]) -> None:
    named = sorted(several, key=lambda one: str(one["kind"]))
    assert tried(*several).found.difference == tried(*named).found.difference


def test_the_order_matters_where_two_changes_meet_one_series() -> None:
    """A price is said of the days on which it holds: which was said last stands."""
    price = [{"kind": "amount", "row": RENT.ids[0], "amount": minor} for minor in (-80_000, -70_000)]
    first, second = (tried(*order).found.at_end for order in permutations(price))
    assert (first, second) == (24 * 20_000, 24 * 10_000)


def test_advice_to_end_something_ends_it_and_other_advice_brings_its_saving() -> None:
    said: dict[str, Any] = {"ids_of": {1: 40, 2: 41}, "first": date(2026, 4, 1), "label": "Less"}
    assert changes_from("A01", [1, 1, 2, 9], 1200, **said) == [
        {"kind": "cancel", "series": 40},
        {"kind": "cancel", "series": 41},
    ]
    (saving,) = changes_from("A15", [1], 1210, **said)
    assert saving == {"kind": "add", "amount": 100, "cadence": "monthly", "starts": "2026-04-01", "label": "Less"}
    (back,) = changes_from("A06", [1], 1210, **said)
    assert back == {"kind": "add", "amount": 1210, "starts": "2026-04-01", "label": "Less"}
    assert changes_from("A21", [1], None, **said) == changes_from("A15", [1], 11, **said) == []
