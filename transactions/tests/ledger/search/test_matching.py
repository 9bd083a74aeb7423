"""The table of queries asked without a database."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest

from transactions.ledger.money import to_minor
from transactions.ledger.search import CategoryRow, Query, RowFacts, lineages, matches, parse_query, predicate
from transactions.ledger.search.facts import NO_CATEGORY
from transactions.ledger.search.nodes import TextTest
from transactions.ledger.search.patterns import PatternProblem, name_fits
from transactions.tests.search_ledger import ACCOUNTS, CASES, CATEGORIES, ROWS, TODAY, TRANSFER, Case, Row

NUMBERS = {name: number for number, name in enumerate(CATEGORIES, 1)}
LINEAGES = lineages(
    CategoryRow(NUMBERS[name], NUMBERS.get(parent), name, group) for name, (parent, group) in CATEGORIES.items()
)
TAGS = {name: number for number, name in enumerate(sorted({tag for row in ROWS for tag in row.tags}), 1)}


def facts_of(row: Row) -> RowFacts:
    shares = [name for _, name, _ in row.shares] or [row.category]
    currency = ACCOUNTS[row.account]
    return RowFacts(
        booking_date=date.fromisoformat(row.day),
        value_date=date.fromisoformat(row.valued) if row.valued else None,
        amount_minor=to_minor(row.amount, currency),
        currency=currency,
        account=row.account,
        payee_id=1 if row.payee else None,
        payee=row.payee,
        counterparty=row.counterparty,
        description=row.description,
        note=row.note,
        share_notes=tuple(note for _, _, note in row.shares if note),
        categories=tuple(LINEAGES[NUMBERS[name]] if name else NO_CATEGORY for name in shares),
        tags={TAGS[name]: name for name in row.tags},
        status=row.status,
        is_transfer=row.key in TRANSFER,
        has_attachment=row.has_file,
        is_split=bool(row.shares),
        is_suggested=row.source == "suggestion",
        rule=row.reason if row.source == "rule" else "",
    )


FACTS = {row.key: facts_of(row) for row in ROWS}


def test_the_table_is_long_enough() -> None:
    assert len({case.query for case in CASES}) >= 100


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.query or "nothing")
def test_a_query_finds_its_rows(case: Case) -> None:
    query = parse_query(case.query, TODAY)
    assert isinstance(query, Query)
    assert "".join(key for key, row in FACTS.items() if matches(query, row)) == case.rows


def test_a_category_is_found_by_what_is_above_it_and_circles_end() -> None:
    found = lineages([CategoryRow(1, 2, "A", ""), CategoryRow(2, 1, "B", "G"), CategoryRow(3, 9, "C", "")])
    assert found[1].ids == found[2].ids == {1, 2}
    assert found[1].labels == {"a", "b", "g"}
    assert found[3].ids == {3}


@pytest.mark.parametrize(
    ("pattern", "name", "fits"),
    [
        ("food", "food", True),
        ("food", "foods", False),
        ("fo*", "food", True),
        ("*od", "food", True),
        ("f*o*d", "food", True),
        ("f*x*d", "food", False),
        ("*", "", True),
        ("food*food", "food", False),
        ("CAFÉ*", "cafe", True),
    ],
)
def test_stars_stand_for_any_letters(pattern: str, name: str, fits: bool) -> None:
    assert name_fits(pattern, name) is fits


def regex(pattern: str, text: str) -> bool:
    row = RowFacts(date(2026, 1, 1), -1, "EUR", description=text)
    return predicate(TextTest("description", "regex", pattern))(row)


def test_regular_expressions_match_without_regard_to_case() -> None:
    assert regex(r"^inv-\d{3}$", "INV-123")
    assert not regex(r"^inv-\d{3}$", "INV-12")


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(a|aa)+$", r"(.*a){25}$", r"^([a-z]*)*$"])
def test_a_pathological_expression_costs_no_more_than_the_text_is_long(pattern: str) -> None:
    start = perf_counter()
    assert not regex(pattern, "a" * 20_000 + "!")
    assert perf_counter() - start < 2


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        (r"(a)\1", "not supported"),
        (r"(?=a)b", "not supported"),
        (r"(?<!a)b", "not supported"),
        ("((a{500}){500}){500}", "repeats too much"),
        ("(a", "not valid"),
        ("", "empty"),
        ("a" * 201, "at most 200"),
    ],
)
def test_an_expression_that_cannot_be_taken_is_refused_in_words(pattern: str, says: str) -> None:
    with pytest.raises(PatternProblem, match=says):
        regex(pattern, "a")
