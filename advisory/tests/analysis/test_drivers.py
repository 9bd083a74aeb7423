"""Why a month cost more: splits that leave nothing over."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory.analysis.drivers import Against, By, Drivers, Effects, Tally, drivers_of, effects_between
from advisory.analysis.facts import FactBook, recompute
from advisory.analysis.groups import total
from advisory.analysis.history import History
from advisory.analysis.study import Study
from advisory.narration.drivers import line_words
from advisory.narration.gate import assert_words_carry_only_facts
from advisory.tests.analysis.outlooks import outlook_of
from advisory.tests.households import NAMESPACE, Household, household, month
from advisory.tests.ledgers import Ledger, ledgers
from transactions.ledger.columns import Columns
from transactions.ledger.money import to_minor

bounded = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BYS: tuple[By, ...] = ("category", "payee", "series")
AGAINST: tuple[Against, ...] = ("previous", "usual")


def study_of(columns: Columns) -> Study:
    return Study(History.of(columns, (), month(), "EUR", is_partial=False), FactBook.over(columns, NAMESPACE))


def split(home: Household, by: By = "category", against: Against = "previous") -> Drivers:
    return drivers_of(study_of(home.columns()), by, against, outlook_of(home).series)


def tally(count: int, total_minor: int) -> Tally:
    return Tally(Fraction(count), Fraction(total_minor))


def test_more_payments_at_the_same_price_are_count() -> None:
    found = effects_between({"a": tally(2, -2000)}, {"a": tally(5, -5000)})
    assert whole(found) == (-3000, 0, 0)


def test_dearer_payments_are_price() -> None:
    found = effects_between({"a": tally(4, -4000)}, {"a": tally(4, -6000)})
    assert whole(found) == (0, 0, -2000)


def test_going_to_the_dearer_place_is_mix() -> None:
    before = {"cheap": tally(3, -3000), "dear": tally(1, -3000)}
    now = {"cheap": tally(1, -1000), "dear": tally(3, -9000)}
    found = effects_between(before, now)
    assert whole(found) == (0, -4000, 0)


def test_what_was_not_there_before_is_count() -> None:
    assert effects_between({}, {"a": tally(2, -500)}).count == -500
    assert effects_between({"a": tally(2, -500)}, {}).count == 500


def test_two_factors_share_what_they_do_together_evenly() -> None:
    """Twice as many at twice the price: 3 of 4 parts are theirs together, and no order of blame is better."""
    found = effects_between({"a": tally(1, -100)}, {"a": tally(2, -400)})
    assert whole(found) == (-150, 0, -150)


def whole(found: Effects) -> tuple[int, int, int]:
    parts = (found.count, found.mix, found.price)
    assert all(part.denominator == 1 for part in parts)
    return int(parts[0]), int(parts[1]), int(parts[2])


tallies = st.dictionaries(
    st.sampled_from("abcd"), st.builds(tally, st.integers(1, 9), st.integers(-(10**7), 10**7)), max_size=4
)


@given(tallies, tallies)
def test_the_effects_are_the_whole_change_and_swap_sides(before: dict[str, Tally], now: dict[str, Tally]) -> None:
    found, back = effects_between(before, now), effects_between(now, before)
    change = sum((one.total for one in now.values()), Fraction(0)) - sum(
        (one.total for one in before.values()), Fraction(0)
    )
    assert found.total == change
    assert (back.count, back.mix, back.price) == (-found.count, -found.mix, -found.price)


@given(tallies)
def test_no_change_has_no_effects(one: dict[str, Tally]) -> None:
    found = effects_between(one, one)
    assert whole(found) == (0, 0, 0)


def test_the_household_month_is_explained() -> None:
    found = split(household())
    assert found.lines[0].name == "Electronics"
    assert found.lines[0].before == 0
    assert found.now == total(study_of(household().columns()).history.spent(month()))
    assert sum(line.change for line in found.lines) == found.change


def test_a_price_rise_of_a_series_is_price() -> None:
    home = household()
    old_price = ("Streamly", date(2026, 9, 5))
    home.shares = [
        replace(one, amount_minor=-1299) if (one.payee_name, one.booking_date) == old_price else one
        for one in home.shares
    ]
    found = split(home, "series")
    line = next(one for one in found.lines if one.name == "Streamly")
    assert (line.change, line.count, line.mix, line.price) == (-200, 0, 0, -200)
    assert line_words(line).text == "It cost €2.00 more than before, mostly from dearer payments."


def test_without_a_month_before_it_says_so() -> None:
    home = household(months=1)
    assert split(home).missing == "a full month before"
    assert split(home, against="usual").missing == "an earlier full month"
    assert split(home).lines == ()


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize("against", AGAINST)
@bounded
@given(ledgers(most=60), st.integers(0, 2**32))
def test_everything_adds_up_and_is_proven(by: By, against: Against, ledger: Ledger, seed: int) -> None:
    study = study_of(ledger.columns)
    found = drivers_of(study, by, against)
    assert_adds_up(found)
    assert found.missing or found.now == total(study.history.spent(study.month))
    assert_proven(study, ledger.columns)
    shuffled = list(ledger.columns.shares)
    Random(seed).shuffle(shuffled)
    assert drivers_of(study_of(Columns.of(shuffled)), by, against) == found
    for line in found.lines:
        assert_words_carry_only_facts(line_words(line), study.book.facts)


def assert_adds_up(found: Drivers) -> None:
    for name in ("before", "now", "change"):
        assert sum(getattr(line, name) for line in found.lines) == getattr(found, name)
    for line in found.lines:
        assert line.count + line.mix + line.price == line.change == line.now - line.before
        for name in ("before", "now", "change", "count", "mix", "price"):
            if name in line.facts:
                assert to_minor(line.facts[name].value, "EUR") == getattr(line, name)
            else:
                assert getattr(line, name) == 0
    for name, fact in found.facts.items():
        assert to_minor(fact.value, "EUR") == getattr(found, name)


def assert_proven(study: Study, columns: Columns) -> None:
    amounts: defaultdict[int, int] = defaultdict(int)
    for share in columns.shares:
        amounts[share.transaction_id] += share.amount_minor
    facts = study.book.facts
    for fact in facts.values():
        assert recompute(fact, amounts, [facts[key].value for key in fact.inputs]) == fact.value, fact


def test_a_usual_month_is_the_mean_of_the_months_before() -> None:
    home = household()
    found = split(home, against="usual")
    spent = [
        total(study_of(home.columns()).history.spent(one)) for one in study_of(home.columns()).history.normal_months
    ]
    assert abs(Decimal(found.before) - Decimal(sum(spent)) / 6) <= Decimal("0.5")
