from __future__ import annotations

from datetime import date, timedelta

import pytest

from transactions.ledger.account_matching import Movement, overlap_of, same_number

DAY = date(2026, 3, 1)


def rows(*amounts: int, later: int = 0) -> list[Movement]:
    return [(DAY + timedelta(days=2 * n + later), amount) for n, amount in enumerate(amounts)]


def test_the_same_movements_some_days_apart_speak_for_one_account() -> None:
    found = overlap_of(rows(-1, -2, -3, -4, -5), rows(-1, -2, -3, -4, -5, later=2))
    assert found.speaks_for
    assert not found.speaks_against


@pytest.mark.parametrize(("count", "is_clear"), [(4, False), (5, True)])
def test_nearly_all_of_at_least_five_outweigh_another_number(count: int, is_clear: bool) -> None:
    both = rows(*range(-count, 0))
    assert overlap_of(both, both).is_overwhelming is is_clear


def test_a_part_of_the_rows_is_no_proof_and_is_asked_about() -> None:
    whole = rows(*range(-40, 0))
    found = overlap_of(whole, whole[::4])
    assert (found.matches, found.is_part, found.speaks_for, found.is_overwhelming) == (10, True, False, False)


def test_other_movements_of_the_same_days_speak_against_it() -> None:
    assert overlap_of(rows(-1, -2, -3, -4), rows(10, 20, 30, 40)).speaks_against


def test_periods_that_do_not_meet_say_nothing() -> None:
    found = overlap_of(rows(-1, -2), rows(-1, -2, later=90))
    assert (found.matches, found.speaks_for, found.speaks_against) == (0, False, False)


def test_equal_amounts_pair_once_each() -> None:
    assert overlap_of([(DAY, -5)] * 3, [(DAY, -5)] * 2).matches == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("DE75 5121 0800 1245 1261 99", "de75512108001245126199", True),
        ("****6199", "DE75512108001245126199", True),
        ("XXXX6199", "1245126199", True),
        ("1245126199", "DE75512108001245126199", True),
        ("0001245126199", "1245126199", True),
        ("51210800/1245126199", "DE75512108001245126199", True),
        ("****6198", "DE75512108001245126199", False),
        ("6199", "DE75512108001245126199", False),
        ("DE02120300000000202051", "DE75512108001245126199", False),
        ("", "DE75512108001245126199", False),
    ],
)
def test_spellings_of_one_number(one: str, other: str, same: bool) -> None:
    assert same_number(one, other) is same
    assert same_number(other, one) is same
