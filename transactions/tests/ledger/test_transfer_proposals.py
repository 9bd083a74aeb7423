from __future__ import annotations

import time
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.matching import Leg, OwnAccount
from transactions.ledger.transfer_proposals import Proposal, propose_transfers

DAY = date(2026, 3, 10)
ACCOUNTS = {
    1: OwnAccount("Giro", "DE75512108001245126199", "checking"),
    2: OwnAccount("Rainy day", "", "savings"),
    3: OwnAccount("Dollar pot", "US-99887766", "checking"),
    4: OwnAccount("Visa", "", "credit_card"),
}


def leg(
    pk: int, account: int, amount: int, days: int = 0, *, text: str = "", declared: str = "", currency: str = "EUR"
) -> Leg:
    return Leg(pk, account, DAY + timedelta(days=days), amount, currency, text=text, declared=declared)


def dollars(pk: int, amount: int, days: int = 0, text: str = "") -> Leg:
    return leg(pk, 3, amount, days, text=text, currency="USD")


def rate(source: str, target: str, _day: date) -> Decimal | None:
    return {("EUR", "USD"): Decimal("1.10"), ("USD", "EUR"): Decimal("0.909")}.get((source, target))


def ids(found: list[Proposal]) -> list[tuple[int, int]]:
    return [(one.outgoing.transaction_id, one.incoming.transaction_id) for one in found]


def test_a_declared_side_decides_between_two_candidates() -> None:
    legs = [leg(1, 1, -500, declared="Rainy Day"), leg(2, 2, 500, 1), leg(3, 4, 500)]
    (found,) = propose_transfers(legs, ACCOUNTS)
    assert ids([found]) == [(1, 2)]
    assert found.is_certain
    assert "Rainy day" in found.reason


def test_declared_equal_amounts_pair_by_the_nearest_day_one_to_one() -> None:
    legs = [leg(1, 1, -500, declared="Rainy day"), leg(2, 1, -500, 3, declared="Rainy day")]
    legs += [leg(3, 2, 500), leg(4, 2, 500, 3)]
    assert ids(propose_transfers(legs, ACCOUNTS)) == [(1, 3), (2, 4)]


def test_equal_amounts_are_surer_with_a_hint_and_on_nearer_days() -> None:
    (plain,) = propose_transfers([leg(1, 1, -500), leg(2, 2, 500)], ACCOUNTS)
    (later,) = propose_transfers([leg(1, 1, -500), leg(2, 2, 500, 4)], ACCOUNTS)
    (named,) = propose_transfers([leg(1, 1, -500, text="to rainy day"), leg(2, 2, 500)], ACCOUNTS)
    (card,) = propose_transfers([leg(1, 1, -500, text="Abrechnung"), leg(2, 4, 500)], ACCOUNTS)
    assert later.confidence < plain.confidence < named.confidence
    assert [plain.is_certain, named.is_certain, card.is_certain] == [False, True, True]
    assert named.reason == "Opposite amounts on one day; the text names Rainy day."


@pytest.mark.parametrize(("cents", "is_found"), [(11000, True), (10700, True), (11320, True), (10600, False)])
def test_two_currencies_pair_within_three_per_cent_of_the_rate(cents: int, is_found: bool) -> None:
    found = propose_transfers([leg(1, 1, -10000), dollars(2, cents, 1)], ACCOUNTS, rate_of=rate)
    assert bool(found) is is_found
    assert all(one.rate == Decimal(cents) / 10000 and not one.is_certain for one in found)


def test_without_a_rate_two_currencies_pair_only_when_a_text_names_the_account() -> None:
    assert not propose_transfers([leg(1, 1, -10000), dollars(2, 11000)], ACCOUNTS)
    (found,) = propose_transfers([leg(1, 1, -10000, text="FX to US-99887766"), dollars(2, 11000)], ACCOUNTS)
    assert found.rate == Decimal("1.1")
    assert not found.is_certain


def test_two_currencies_that_could_pair_twice_are_left_alone() -> None:
    legs = [leg(1, 1, -10000), dollars(2, 11000), dollars(3, 11010, 1)]
    assert propose_transfers(legs, ACCOUNTS, rate_of=rate) == []


def test_refused_pairs_are_not_proposed_in_any_way() -> None:
    equal = [leg(1, 1, -500), leg(2, 2, 500)]
    assert propose_transfers(equal, ACCOUNTS, frozenset({(1, 2)})) == []
    assert propose_transfers([leg(1, 1, -500, declared="Rainy day"), equal[1]], ACCOUNTS, frozenset({(1, 2)})) == []
    assert propose_transfers([leg(1, 1, -10000), dollars(2, 11000)], ACCOUNTS, frozenset({(1, 2)}), rate) == []


LEGS = st.lists(
    st.tuples(
        st.integers(1, 4), st.sampled_from([-220, -200, 200, 220]), st.integers(0, 7), st.sampled_from(["", "Giro"])
    ),
    max_size=12,
).map(
    lambda rows: [
        leg(pk, account, amount, day, declared=said, currency="USD" if account == 3 else "EUR")
        for pk, (account, amount, day, said) in enumerate(rows)
    ]
)


@given(LEGS, st.randoms(use_true_random=False))
def test_no_leg_is_used_twice_and_the_order_changes_nothing(legs: list[Leg], random: object) -> None:
    found = propose_transfers(legs, ACCOUNTS, rate_of=rate)
    used = [pk for pair in ids(found) for pk in pair]
    assert len(used) == len(set(used))
    for one in found:
        assert one.outgoing.amount_minor < 0 < one.incoming.amount_minor
        assert one.outgoing.account_id != one.incoming.account_id
        assert 0 < one.confidence < 1
    shuffled = list(legs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert propose_transfers(shuffled, ACCOUNTS, rate_of=rate) == found


def test_many_equal_amounts_in_two_currencies_stay_quick() -> None:
    legs = [leg(pk, 1, -10000, pk % 200, declared="Dollar pot") for pk in range(10_000)]
    legs += [dollars(10_000 + pk, 11000, pk % 200) for pk in range(10_000)]
    began = time.perf_counter()
    assert propose_transfers(legs, ACCOUNTS, rate_of=rate) == []
    assert time.perf_counter() - began < 20
