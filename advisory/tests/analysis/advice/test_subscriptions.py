"""A01, A02, A04, A05, A07: where they should speak, and next to it where they should be silent."""

from __future__ import annotations

from datetime import date, timedelta

from advisory.analysis.advice.inputs import Said
from advisory.tests.analysis.advice.makers import AS_OF, Ledger, gains, months_ago


def test_a01_what_is_marked_unused_brings_all_it_costs() -> None:
    ledger = Ledger(said=Said(unused=frozenset({"netflix"})))
    series = ledger.contract("Netflix", [-1299] * 6)
    (advice,) = ledger.says("A01")
    assert gains(advice) == ("77.94", "155.88", "155.88")
    assert advice.claims == set(series.ids)
    assert advice.follow_up is not None
    assert advice.follow_up.watch["days"][0] == "2026-11-05"


def test_a01_is_never_guessed_and_silent_on_what_has_ended() -> None:
    ledger = Ledger()
    ledger.contract("Netflix", [-1299] * 6)
    assert ledger.says("A01") == []
    ended = Ledger(said=Said(unused=frozenset({"netflix"})))
    ended.contract("Netflix", [-1299] * 6, status="ended", next_date=None)
    assert ended.says("A01") == []


def test_a01_two_open_questions_ask_with_less_confidence() -> None:
    ledger = Ledger(said=Said(unconfirmed=frozenset({"netflix"})))
    ledger.contract("Netflix", [-1299] * 6)
    (advice,) = ledger.says("A01")
    assert (advice.variant, str(advice.confidence)) == ("unconfirmed", "0.40")


def services(*names: str) -> Ledger:
    ledger = Ledger()
    for place, name in enumerate(names):
        ledger.contract(name, [-999 - 200 * place] * 6)
    return ledger


def test_a02_three_services_of_one_kind_gain_the_cheapest() -> None:
    (advice,) = services("Netflix", "Hulu", "Disney Plus").says("A02")
    assert advice.figures["count"].value == "3"
    assert gains(advice) == ("59.94", "119.88", "119.88")
    assert len(advice.claims) == 6


def test_a02_two_are_a_choice_and_two_kinds_are_no_overlap() -> None:
    assert services("Netflix", "Hulu").says("A02") == []
    assert services("Netflix", "Hulu", "Spotify").says("A02") == []


def trial(first: int, paid: int, days: int = 30, payee: str = "Netflix") -> Ledger:
    ledger = Ledger()
    ledger.book(AS_OF - timedelta(days=days + 3), first, payee)
    ledger.book(AS_OF - timedelta(days=3), paid, payee)
    return ledger


def test_a04_the_first_full_charge_after_a_token_one() -> None:
    for first in (0, -100):
        (advice,) = trial(first, -1299).says("A04")
        assert gains(advice) == ("77.94", "155.88", "155.88")
        assert [(one.key, one.value) for one in advice.assumptions] == [("payments_a_year", "12")]


def test_a04_is_silent_on_small_purchases_shops_and_old_trials() -> None:
    assert trial(-450, -1299).says("A04") == []
    assert trial(-100, -1299, payee="Corner Bakery").says("A04") == []
    assert trial(-100, -1299, days=40).says("A04") == []
    again = trial(-100, -1299)
    again.book(AS_OF, -1299, "Netflix")
    assert again.says("A04") == []


def test_a04_asks_how_often_it_is_charged() -> None:
    ledger = trial(-100, -1299)
    ledger.said = Said(values={"A04:netflix": {"payments_a_year": "4"}})
    assert gains(ledger.says("A04")[0])[1] == "51.96"


def cancelled(day: date, *charged: int) -> Ledger:
    ledger = Ledger(said=Said(cancelled={"puregym": day}))
    for back in charged:
        ledger.book(months_ago(back, 5), -2990, "PureGym", "subscriptions")
    return ledger


def test_a05_adds_up_what_was_charged_after_the_end() -> None:
    (advice,) = cancelled(months_ago(2, 1), 3, 2, 1, 0).says("A05")
    assert advice.figures["total"].value == "-89.70"
    assert gains(advice) == ("44.85", "89.70", "89.70")
    assert len(advice.claims) == 3


def test_a05_is_silent_before_the_end_and_once_paid_back() -> None:
    assert cancelled(months_ago(0, 6), 3, 2, 1, 0).says("A05") == []
    paid_back = cancelled(months_ago(1, 1), 1)
    paid_back.book(months_ago(0, 9), 2990, "PureGym")
    assert paid_back.says("A05") == []


def test_a07_needs_the_users_price_and_a_gain() -> None:
    ledger = Ledger()
    ledger.contract("Spotify", [-1099] * 8)
    (asked,) = ledger.says("A07")
    assert (asked.is_question, asked.gain, asked.assumptions[0].value) == (True, None, "")
    ledger.said = Said(values={asked.key: {"yearly_price": "99"}})
    (advice,) = ledger.says("A07")
    assert (advice.key, advice.figures["saved"].value) == (asked.key, "32.88")
    assert gains(advice)[1] == "32.88"
    ledger.said = Said(values={asked.key: {"yearly_price": "140"}})
    assert ledger.says("A07") == []


def test_a07_does_not_ask_about_rent_or_what_is_new() -> None:
    ledger = Ledger()
    ledger.contract("Linden Housing", [-90_000] * 8, key="rent_mortgage")
    ledger.contract("Spotify", [-1099] * 3)
    assert ledger.says("A07") == []
