"""What the search bar takes, and how it says no."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.search import Query, QueryError, parse_query
from transactions.ledger.search.nodes import And, Everything, IdTest, Not, Or, TextTest
from transactions.ledger.search.parsing import LONGEST, MOST_TERMS
from transactions.tests.search_ledger import CASES, REFUSALS, TODAY, Case, Refusal

PIECES = st.sampled_from(
    [
        "(",
        ")",
        "-",
        "not ",
        "or",
        " ",
        '"',
        "payee:",
        "amount>",
        "5",
        "2026-01",
        "..",
        ",",
        "is:",
        "date:",
        "x",
        "é",
        "|",
    ]
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.query or "nothing")
def test_every_query_of_the_table_is_understood(case: Case) -> None:
    assert isinstance(parse_query(case.query, TODAY), Query)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.query[:30])
def test_a_query_without_sense_is_refused_where_it_stops_making_any(refusal: Refusal) -> None:
    found = parse_query(refusal.query, TODAY)
    assert isinstance(found, QueryError)
    piece = refusal.query[found.position : found.position + found.length]
    assert (piece, found.suggestion) == (refusal.piece, refusal.suggestion)
    assert refusal.says in found.message


def test_not_binds_closer_than_and_and_that_closer_than_or() -> None:
    a, b, c = (TextTest("text", "contains", letter) for letter in "abc")
    found = parse_query("-a b or c")
    assert isinstance(found, Query)
    assert found.node == Or((And((Not(a), b)), c))


def test_equal_queries_are_equal_trees() -> None:
    trees = {parse_query(text).node for text in ("a b c", "a (b c)", "(a and b) c", "((a b)) and c")}  # type: ignore[union-attr]
    assert len(trees) == 1


def test_numbers_stand_for_things() -> None:
    found = parse_query("category:#7 or id:1,2")
    assert isinstance(found, Query)
    one, two = (IdTest("id", frozenset({pk})) for pk in (1, 2))
    assert found.node == Or((IdTest("category", frozenset({7})), one, two))


def test_nothing_is_everything() -> None:
    assert parse_query(" \t") == Query(Everything(), " \t")


def test_words_that_need_a_day_to_count_from_are_unknown_without_it() -> None:
    assert isinstance(parse_query("date:last-month", TODAY), Query)
    assert isinstance(parse_query("date:last-month"), QueryError)


def test_length_and_number_of_conditions_are_bounded() -> None:
    assert isinstance(parse_query("x " * MOST_TERMS), Query)
    assert isinstance(parse_query("x " * (MOST_TERMS + 1)), QueryError)
    long = parse_query("x" * (LONGEST + 5))
    assert isinstance(long, QueryError)
    assert (long.position, long.length) == (LONGEST, 5)
    assert isinstance(parse_query("a\x00b"), QueryError)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_a_query_or_an_error_inside_it(text: str) -> None:
    found = parse_query(text, TODAY)
    if isinstance(found, QueryError):
        assert 0 <= found.position <= found.position + found.length <= len(text)
        assert found.message
    else:
        assert found.text == text
