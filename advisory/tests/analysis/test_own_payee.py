"""A payee that always got the same category gets it again, whatever else would be guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisory.analysis.engine import categorise
from advisory.analysis.findings import Guess
from advisory.analysis.own_payee import told_by_payee
from advisory.analysis.rows import Row, Rows

OTHER = Guess(99, "Shopping", 0.4, "", "", (("Shopping", 0.4), ("Pets", 0.2)), "model")


def row(number: int, category: str = "", minor: int = -4150, text: str = "CORNER MARKET") -> Row:
    return Row(number, date(2026, 1, number), minor, "EUR", "1", text, "", category)


def told(*categories: str, minor: int = -4150) -> Guess:
    confirmed = [row(number, category) for number, category in enumerate(categories, start=1)]
    return told_by_payee([OTHER], [row(28, minor=minor)], confirmed)[0]


@pytest.mark.parametrize(
    ("times", "confidence", "is_sure"), [(3, 0.79, False), (6, 0.9231, False), (9, 0.9563, True), (15, 0.9682, True)]
)
def test_it_is_surer_the_more_often_it_was_said(times: int, confidence: float, is_sure: bool) -> None:
    guess = told(*["Groceries"] * times)
    assert (guess.category, guess.confidence, guess.is_sure, guess.source) == ("Groceries", confidence, is_sure, "own")
    assert guess.candidates[0] == ("Groceries", confidence)
    assert guess.evidence_ids == tuple(range(1, times + 1))
    assert "every time" in guess.reason


@pytest.mark.parametrize("said", [("Groceries",) * 2, ("Groceries",) * 5 + ("Pets",), ()])
def test_less_than_that_leaves_the_guess_as_it_is(said: tuple[str, ...]) -> None:
    assert told(*said) == OTHER


def test_a_user_who_broke_with_such_payees_before_is_trusted_less() -> None:
    fickle = [row(at, "Pets" if at == 9 else "Groceries", text="OTHER MARKET") for at in range(1, 10)]
    steady = [row(at, "Groceries", text="OTHER MARKET") for at in range(1, 10)]
    same = [replace(row(at, "Groceries"), id=100 + at) for at in range(10, 19)]
    (low,) = told_by_payee([OTHER], [row(28)], [*fickle, *same])
    (high,) = told_by_payee([OTHER], [row(28)], [*steady, *same])
    assert low.confidence < high.confidence


def test_money_that_comes_back_is_another_thing() -> None:
    assert told(*["Groceries"] * 9, minor=500) == OTHER


def test_the_whole_cascade_learns_from_confirmed_rows() -> None:
    rows = Rows.of([*(row(number, "Groceries") for number in range(1, 10)), row(20)])
    (guess,) = categorise(rows, None, ["Groceries", "Shopping", "Pets"])
    assert (guess.category, guess.is_sure) == ("Groceries", True)


def test_one_category_alone_is_not_the_answer_to_everything() -> None:
    rows = Rows.of([*(row(number, "Rent", text="LINDEN HOUSING") for number in range(1, 10)), row(20)])
    (guess,) = categorise(rows)
    assert not guess.is_sure


def test_one_category_of_a_scheme_brings_the_others_of_it() -> None:
    known = [row(number, "Hospitality", text="LINDEN HOTEL") for number in range(1, 6)]
    (guess,) = categorise(Rows.of([*known, row(20, text="ESSO SERVICE STATION")]))
    assert guess.category == "Vehicle Fuel"
