from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.matching import Leg, OwnAccount, is_certain, match_transfers, names_account, says_transfer

DAY = date(2026, 3, 10)


def leg(pk: int, account: int, amount: int, days: int = 0, *, currency: str = "EUR", is_new: bool = True) -> Leg:
    return Leg(pk, account, DAY + timedelta(days=days), amount, currency, is_new=is_new)


def ids(pairs: list[tuple[Leg, Leg]]) -> list[tuple[int, int]]:
    return [(out.transaction_id, into.transaction_id) for out, into in pairs]


@pytest.mark.parametrize("days", [-3, 0, 3])
def test_opposite_amounts_within_three_days_are_one_movement(days: int) -> None:
    assert ids(match_transfers([leg(1, 1, -500), leg(2, 2, 500, days)])) == [(1, 2)]


@pytest.mark.parametrize(
    "other",
    [
        leg(2, 2, 500, 6),
        leg(2, 2, 500, -6),
        leg(2, 1, 500),
        leg(2, 2, 501),
        leg(2, 2, -500),
        leg(2, 2, 500, currency="USD"),
    ],
)
def test_too_late_same_account_other_amount_or_currency_is_none(other: Leg) -> None:
    assert match_transfers([leg(1, 1, -500), other]) == []


def test_two_possible_partners_are_left_alone_on_either_side() -> None:
    assert match_transfers([leg(1, 1, -500), leg(2, 2, 500), leg(3, 3, 500)]) == []
    assert match_transfers([leg(1, 1, -500), leg(2, 3, -500), leg(3, 2, 500)]) == []


def test_a_refused_pair_is_no_candidate_and_makes_room_for_the_other() -> None:
    legs = [leg(1, 1, -500), leg(2, 2, 500), leg(3, 3, 500)]
    assert ids(match_transfers(legs, frozenset({(1, 2)}))) == [(1, 3)]
    assert match_transfers(legs[:2], frozenset({(1, 2)})) == []


def test_rows_that_were_both_looked_at_before_are_not_proposed() -> None:
    assert match_transfers([leg(1, 1, -500, is_new=False), leg(2, 2, 500, is_new=False)]) == []
    assert len(match_transfers([leg(1, 1, -500, is_new=False), leg(2, 2, 500)])) == 1


LEGS = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from([-200, -100, 0, 100, 200]), st.integers(0, 8)), max_size=14
).map(lambda rows: [leg(pk, account, amount, day) for pk, (account, amount, day) in enumerate(rows)])


@given(LEGS, st.randoms(use_true_random=False))
def test_pairs_hold_and_do_not_hang_on_the_order(legs: list[Leg], random: object) -> None:
    pairs = match_transfers(legs)
    sides = [side for pair in pairs for side in pair]
    assert len(sides) == len(set(sides))
    for out, into in pairs:
        assert out.amount_minor == -into.amount_minor < 0
        assert out.account_id != into.account_id
        assert abs(out.booking_date - into.booking_date) <= timedelta(days=5)
    shuffled = list(legs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ids(match_transfers(shuffled)) == ids(pairs)


@given(LEGS)
def test_it_agrees_with_trying_all_pairs(legs: list[Leg]) -> None:
    possible = [
        (out, into)
        for out in legs
        for into in legs
        if out.amount_minor < 0
        and into.amount_minor == -out.amount_minor
        and out.account_id != into.account_id
        and abs((out.booking_date - into.booking_date).days) <= 5
    ]
    unique = [
        (out, into)
        for out, into in possible
        if sum(pair[0] == out for pair in possible) == 1 and sum(pair[1] == into for pair in possible) == 1
    ]
    assert ids(match_transfers(legs)) == sorted(ids(unique))


@pytest.mark.parametrize(
    "text", ["TRANSFER to savings", "Umbuchung", "Virement M. Martin", "przelew własny", "ÜBERTRAG", "Transferência"]
)
def test_transfer_is_said_in_many_languages(text: str) -> None:
    assert says_transfer(text)


def test_a_word_within_a_word_says_nothing() -> None:
    assert not says_transfer("Transferwise-like card purchase TFRX")


def test_an_account_is_named_by_its_number_or_its_whole_name() -> None:
    savings = OwnAccount("Rainy Day", "DE44 5001 0517 5407 3249 31")
    assert names_account("to DE44500105175407324931 thanks", savings)
    assert names_account("for my RAINY day", savings)
    assert not names_account("rainydays ahead", savings)
    assert not names_account("1234", OwnAccount("A", "1234"))


def test_a_pair_is_certain_when_a_side_names_the_other() -> None:
    giro, savings = OwnAccount("Giro", ""), OwnAccount("Savings pot", "")
    assert is_certain("to savings pot", "money", giro, savings)
    assert not is_certain("shop", "refund", giro, savings)


def test_money_that_pays_a_card_off_is_certain_whatever_the_text_says() -> None:
    card, everyday = OwnAccount("Visa", kind="credit_card"), OwnAccount("Giro", kind="checking")
    assert is_certain("Abrechnung 10/2026", "Zahlung erhalten", everyday, card)
    assert not is_certain("Abrechnung 10/2026", "Zahlung erhalten", card, everyday)
