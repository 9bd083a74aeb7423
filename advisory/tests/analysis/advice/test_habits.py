"""A15, A16, A17: habits above their own normal, and next to them what is none."""

from __future__ import annotations

from advisory.analysis.advice.choice import choose
from advisory.tests.analysis.advice.makers import Ledger, gains, months_ago


def dining(*amounts: int, is_partial: bool = False) -> list[object]:
    ledger = Ledger()
    for place, amount in enumerate(amounts):
        ledger.book(months_ago(len(amounts) - 1 - place, 5), amount, "Trattoria Sole", "restaurants")
    return list(ledger.says("A15", is_partial=is_partial))


def test_a15_two_of_three_months_above_the_own_eightieth_percentile() -> None:
    ledger = Ledger()
    for place, amount in enumerate((-9000, -10_000, -11_000, -10_000, -15_000, -10_000, -16_000)):
        ledger.book(months_ago(6 - place, 5), amount, "Trattoria Sole", "restaurants")
    (advice,) = ledger.says("A15")
    assert (advice.figures["usual"].value, advice.figures["lately"].value) == ("-100.00", "-150.00")
    assert gains(advice) == ("150.00", "300.00", "600.00")
    assert advice.follow_up is not None
    assert sum(advice.follow_up.watch["counts"]) == 7


def test_a15_is_silent_on_small_excess_and_a_month_that_is_back_to_normal() -> None:
    assert dining(-9000, -1, -11_000, -10_000, -15_000, -16_000, -10_000) == []
    assert dining(-10_000, -10_000, -10_000, -10_000, -10_900, -10_000, -10_900) == []


def test_a15_is_silent_on_one_month_short_history_and_a_running_month() -> None:
    assert dining(-9000, -10_000, -11_000, -10_000, -10_000, -10_000, -16_000) == []
    assert dining(-9000, -10_000, -11_000, -15_000, -10_000, -16_000) == []
    assert dining(-9000, -10_000, -11_000, -10_000, -15_000, -10_000, -16_000, is_partial=True) == []


def test_a15_leaves_out_what_cannot_be_cut_at_will() -> None:
    ledger = Ledger()
    for place, amount in enumerate((-9000, -10_000, -11_000, -10_000, -15_000, -10_000, -16_000)):
        ledger.book(months_ago(6 - place, 5), amount, "City Energy", "utilities")
    assert ledger.says("A15") == []


def nibbling(*counts: int) -> Ledger:
    ledger = Ledger()
    for place, count in enumerate(counts):
        back = len(counts) - 1 - place
        ledger.book(months_ago(back, 2), -8000, "Wardrobe Berlin", "clothing")
        ledger.book(months_ago(back, 3), -9000, "Wardrobe Berlin", "clothing")
        for number in range(count):
            ledger.book(months_ago(back, 4 + number % 20), -400, "Kiosk", "coffee")
    return ledger


def test_a16_many_small_purchases_two_months_running() -> None:
    (advice,) = nibbling(10, 11, 10, 9, 10, 20, 22).says("A16")
    assert (advice.figures["usual"].value, advice.figures["lately"].value) == ("-40.00", "-84.00")
    assert gains(advice) == ("88.00", "176.00", "352.00")
    assert len(advice.claims) == 42


def test_a16_is_silent_on_one_month_and_on_few_more() -> None:
    assert nibbling(10, 11, 10, 9, 10, 10, 22).says("A16") == []
    assert nibbling(10, 11, 10, 12, 10, 11, 12).says("A16") == []


def eating(*out: int) -> Ledger:
    ledger = Ledger()
    for place, minor in enumerate(out):
        back = len(out) - 1 - place
        ledger.book(months_ago(back, 4), -30_000 + minor, "Corner Market", "groceries")
        ledger.book(months_ago(back, 16), -minor, "Trattoria Sole", "restaurants")
    return ledger


def test_a17_ten_points_from_the_shop_to_the_restaurant() -> None:
    (advice,) = eating(*[6000] * 6, 12_000, 12_000, 12_000).says("A17")
    assert (advice.figures["part"].value, advice.figures["before"].value) == ("0.4000", "0.2000")
    assert advice.figures["moved"].value == "-180.00"
    assert gains(advice) == ("180.00", "360.00", "720.00")


def test_a17_is_silent_on_little_and_on_a_single_feast() -> None:
    assert eating(*[6000] * 6, 8000, 8000, 8000).says("A17") == []
    assert eating(*[6000] * 6, 6000, 6000, 24_000).says("A17") == []


def test_what_one_piece_claims_another_is_made_again_without() -> None:
    ledger = nibbling(10, 11, 10, 9, 10, 20, 22)
    (small,) = ledger.says("A16")
    assert small.again is not None
    half = frozenset(sorted(small.claims)[::2])
    assert small.again(half) is None, "what is left is no more than before"
    few = frozenset(sorted(small.claims)[:2])
    smaller = small.again(few)
    assert smaller is not None
    assert smaller.claims == small.claims - few
    assert choose([small, *ledger.says("A15")])[0].rule in {"A15", "A16"}
