"""The score: what it needs, what it weighs, how sure it is, and why it moved."""

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

from advisory.analysis.facts import FactBook, recompute
from advisory.analysis.health import (
    BANDS,
    PILLARS,
    Assessment,
    HealthOverTime,
    Ledger,
    Outlook,
    assess,
    health_over_time,
)
from advisory.analysis.health.bands import verdict_of
from advisory.analysis.history import History
from advisory.analysis.settle import settled
from advisory.analysis.study import Study
from advisory.tests.analysis.outlooks import outlook_of
from advisory.tests.households import NAMESPACE, Household, household, month
from advisory.tests.ledgers import Ledger as Drawn
from advisory.tests.ledgers import ledgers
from transactions.ledger.columns import AccountState, Columns

bounded = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assessed(home: Household, outlook: Outlook | None = None) -> Assessment:
    history = History.of(home.columns(), home.accounts(), month(), "EUR", is_partial=False)
    return assess(Study(history, FactBook.over(home.columns(), NAMESPACE)), outlook or outlook_of(home))


def over_time(home: Household, outlook: Outlook | None = None) -> HealthOverTime:
    ledger = Ledger(home.columns(), home.accounts(), "EUR", NAMESPACE)
    return health_over_time(ledger, month(), outlook or outlook_of(home))


def test_a_household_with_history_has_a_score_with_range_and_coverage() -> None:
    score = assessed(household()).score
    assert score.fact
    assert score.low
    assert score.high
    assert (score.known, score.possible, score.reason) == (13, 15, "")
    assert 70 < Decimal(score.low.value) <= Decimal(score.fact.value) <= Decimal(score.high.value) <= 100
    assert score.low.value < score.high.value
    assert [pillar.key for pillar in score.pillars] == list(PILLARS)


def test_what_is_missing_shares_its_weight_among_all_that_is_known() -> None:
    """Of the sixteenths of spend, save and plan and the twelfths of borrow, a card's limit and a goal are missing."""
    score = assessed(household()).score
    assert sum(score.weights.values()) == 1
    assert score.weights["savings_rate"] == score.weights["bill_cover"] == Fraction(3, 41)
    assert score.weights["debt_service"] == score.weights["cost_of_money"] == Fraction(4, 41)
    assert {one.key: one.weight for one in score.pillars} == {
        "spend": Fraction(12, 41),
        "save": Fraction(12, 41),
        "borrow": Fraction(8, 41),
        "plan": Fraction(9, 41),
    }
    told = [(Fraction(one.score.value), one.weight) for one in score.pillars if one.score]
    assert score.fact
    assert abs(sum(points * weight for points, weight in told) - Fraction(score.fact.value)) <= Fraction(1, 10)


def test_an_empty_pillar_shares_its_weight() -> None:
    home = household()
    home.shares = [replace(one, category_id=None, category_key="", is_essential=False) for one in home.shares]
    found = assessed(home, replace(outlook_of(home), series=()))
    borrow = next(pillar for pillar in found.score.pillars if pillar.key == "borrow")
    assert borrow.score is None
    assert borrow.weight == 0
    assert sum(found.score.weights.values()) == 1


def test_no_score_from_less_than_sixty_days() -> None:
    home = household(months=2)
    home.shares = [one for one in home.shares if one.booking_date > date(2026, 9, 2)]
    score = assessed(home).score
    assert (score.fact, score.low, score.high) == (None, None, None)
    assert "sixty days" in score.reason


def test_no_score_without_income() -> None:
    home = household()
    home.shares = [one for one in home.shares if one.amount_minor < 0]
    score = assessed(home, Outlook()).score
    assert score.fact is None
    assert "income" in score.reason


def test_no_score_from_fewer_than_half_of_the_indicators() -> None:
    home = household(months=4)
    home.shares = [replace(one, category_id=None, category_key="", is_essential=False) for one in home.shares]
    score = assessed(home, Outlook()).score
    assert score.known * 2 < score.possible
    assert score.fact is None
    assert "half" in score.reason


def test_every_scale_rises_or_falls_between_its_edges() -> None:
    for key, band in BANDS.items():
        if not band.knots:
            continue
        knots = [tuple(map(Decimal, knot.split(":"))) for knot in band.knots.split()]
        values, points = [one for one, _ in knots], [one for _, one in knots]
        assert values == sorted(values), key
        assert points in (sorted(points), sorted(points, reverse=True)), key
        assert {min(points), max(points)} == {Decimal(0), Decimal(100)}, key
        assert {verdict_of(one) for one in points} >= {"good", "weak"}, key


@pytest.mark.parametrize(
    ("key", "value", "verdict"),
    [
        ("savings_rate", "0.20", "good"),
        ("savings_rate", "0", "fair"),
        ("savings_rate", "-0.0001", "weak"),
        ("buffer_months", "3", "good"),
        ("buffer_months", "0.49", "weak"),
        ("housing_ratio", "0.40", "fair"),
        ("housing_ratio", "0.4001", "weak"),
        ("debt_service", "0.43", "fair"),
        ("utilisation", "0.10", "good"),
        ("cost_of_money", "0", "good"),
        ("cost_of_money", "0.0001", "fair"),
        ("cost_of_money", "0.0201", "weak"),
        ("bills_on_time", "0.98", "good"),
        ("bills_on_time", "0.8999", "weak"),
        ("spend_volatility", "0.35", "fair"),
        ("income_volatility", "0.0833", "good"),
        ("income_volatility", "0.3333", "fair"),
        ("essential_share", "0.65", "fair"),
        ("low_cash_days", "0", "good"),
        ("low_cash_days", "1", "weak"),
        ("bill_cover", "1.25", "good"),
        ("bill_cover", "0.99", "weak"),
    ],
)
def test_a_value_on_an_edge_belongs_to_the_better_side(key: str, value: str, verdict: str) -> None:
    assert verdict_of(BANDS[key].points(Decimal(value))) == verdict


def test_the_change_is_explained_to_the_last_tenth() -> None:
    home = household()
    home.book(date(2026, 10, 30), -250_000, "Motorhaus", "travel")
    found = over_time(home)
    assert found.change.fact
    assert Decimal(found.change.fact.value) < 0
    added = {key: Decimal(fact.value) for key, fact in found.change.contributions.items()}
    assert sum(added.values()) == Decimal(found.change.fact.value)
    assert min(added, key=lambda key: added[key]) in {"savings_rate", "essential_share"}


def test_an_indicator_that_has_become_known_brings_only_its_weight() -> None:
    """Not all its points: the score did not rise by them."""
    home = household()
    home.shares = [one for one in home.shares if one.booking_date >= date(2026, 5, 1)]
    found = over_time(home)
    assert "spend_volatility" in found.now.score.points
    assert "spend_volatility" not in found.before.score.points
    assert found.change.fact
    added = {key: Decimal(fact.value) for key, fact in found.change.contributions.items()}
    assert abs(added["spend_volatility"]) < 5
    assert sum(added.values()) == Decimal(found.change.fact.value)


def test_the_months_before_are_scored_as_they_were_when_they_were_the_last() -> None:
    home = household()
    found = over_time(home)
    assert [one.study.month.month_key for one in found.earlier][-1] == "2026-08"
    august = found.earlier[-1]
    history = [one for one in home.shares if one.booking_date < date(2026, 9, 1)]
    moved: defaultdict[int, int] = defaultdict(int)
    for one in home.shares:
        if one.booking_date >= date(2026, 9, 1):
            moved[one.account_id] += one.amount_minor
    accounts = [replace(one, balance_minor=one.balance_minor - moved[one.account_id]) for one in home.accounts()]
    then = health_over_time(
        Ledger(Columns.of(history), accounts, "EUR", NAMESPACE), august.study.month, outlook_of(home)
    ).now
    assert august.score.fact
    assert then.score.fact
    assert {one.key: one.fact and one.fact.value for one in august.indicators} == {
        one.key: one.fact and one.fact.value for one in then.indicators
    }
    assert august.score.fact.value == then.score.fact.value


def test_every_fact_of_the_score_recomputes() -> None:
    home = household()
    found = over_time(home)
    book = found.now.study.book
    amounts: defaultdict[int, int] = defaultdict(int)
    for share in home.shares:
        amounts[share.transaction_id] += share.amount_minor
    for fact in book.facts.values():
        assert recompute(fact, amounts, [book.facts[key].value for key in fact.inputs]) == fact.value, fact


@bounded
@given(ledgers(most=60), st.integers(0, 2**32))
def test_any_ledger_is_told_without_an_error_and_in_any_order(drawn: Drawn, seed: int) -> None:
    ledger = Ledger(drawn.columns, drawn.accounts, "EUR", NAMESPACE)
    found = health_over_time(ledger, month(), Outlook())
    shuffled = list(drawn.columns.shares)
    Random(seed).shuffle(shuffled)
    again = health_over_time(replace(ledger, columns=Columns.of(shuffled)), month(), Outlook())
    assert told(found) == told(again)
    score = found.now.score
    assert (score.fact is None) == bool(score.reason)
    assert not score.weights or sum(score.weights.values()) == 1
    for one in found.now.indicators:
        assert (one.fact is None) == bool(one.missing), one.key
        assert not one.points or 0 <= Decimal(one.points.value) <= 100
    if found.change.fact:
        added = sum((Decimal(fact.value) for fact in found.change.contributions.values()), Decimal(0))
        assert added == Decimal(found.change.fact.value)


def told(found: HealthOverTime) -> list[object]:
    return [
        *((one.key, one.fact and one.fact.id, one.verdict, one.missing) for one in found.now.indicators),
        found.now.score.fact and found.now.score.fact.id,
        found.change.fact and found.change.fact.id,
        [one.score.fact and one.score.fact.value for one in found.earlier],
    ]


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=20), st.integers(1, 7))
def test_settled_parts_add_up_and_stay_within_one(values: list[int], by: int) -> None:
    parts = [Fraction(value, by) for value in values]
    total = round(sum(parts))
    whole = settled(parts, total) if sum(part // 1 for part in parts) <= total else None
    if whole is not None:
        assert sum(whole) == total
        assert all(abs(one - part) < 1 or one == part + 1 for one, part in zip(whole, parts, strict=True))


def test_parts_that_cannot_give_the_total_are_refused() -> None:
    with pytest.raises(ValueError, match="not the rounded sum"):
        settled([Fraction(1, 3)], 5)


def test_accounts_without_a_known_opening_take_nothing_away_but_themselves() -> None:
    home = household()
    ledger = Ledger(home.columns(), home.accounts(is_known=False), "EUR", NAMESPACE)
    found = health_over_time(ledger, month(), outlook_of(home))
    assert found.now.of("buffer_months").verdict == "none"
    assert found.now.score.fact
    assert found.now.score.known == 10


def test_other_accounts_change_nothing() -> None:
    home = household()
    others = [*home.accounts(), AccountState(8, "Yen", "savings", "JPY", 10**9, False)]
    ledger = Ledger(home.columns(), others, "EUR", NAMESPACE)
    assert told(health_over_time(ledger, month(), outlook_of(home))) == told(over_time(home))


def values(found: HealthOverTime) -> dict[str, str | None]:
    return {one.key: one.fact.value if one.fact else None for one in found.now.indicators}


@bounded
@given(st.integers(1, 10_000), st.dates(date(2025, 10, 1), date(2026, 10, 31)))
def test_money_moved_between_own_accounts_moves_no_score(minor: int, day: date) -> None:
    home = household()
    before = over_time(home)
    home.move(day, minor)
    after = over_time(home)
    assert values(after) == values(before)
    assert after.now.score.fact
    assert before.now.score.fact
    assert after.now.score.fact.value == before.now.score.fact.value


@pytest.mark.parametrize("factor", [10, 1000])
def test_a_currency_of_larger_figures_gives_the_same_score(factor: int) -> None:
    home, large = household(), household()
    large.shares = [replace(one, amount_minor=one.amount_minor * factor) for one in large.shares]
    accounts = [replace(one, balance_minor=one.balance_minor * factor) for one in home.accounts()]
    ledger = Ledger(large.columns(), accounts, "EUR", NAMESPACE)
    found = health_over_time(ledger, month(), outlook_of(large))
    assert values(found) == values(over_time(home))
    assert found.now.score.fact
    assert found.now.score.low
    same = over_time(home).now.score
    assert same.fact
    assert same.low
    assert (found.now.score.fact.value, found.now.score.low.value) == (same.fact.value, same.low.value)
