from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from advisory.analysis.facts import FactBook, recompute
from transactions.ledger.columns import Columns, Share
from transactions.ledger.period import parse_month

MONTH = parse_month("2026-10")
DAY = date(2026, 10, 5)
WHOLE = Share(1, DAY, -1000, "EUR", 1)
FOOD, WINE = (Share(2, DAY, amount, "EUR", 1, is_whole=False) for amount in (-700, -300))
YEN = Share(3, DAY, -1000, "JPY", 1)


def book(namespace: str = "alice") -> FactBook:
    return FactBook.over(Columns.of([WHOLE, FOOD, WINE, YEN]), namespace)


def test_a_sum_is_made_of_its_shares() -> None:
    fact = book().sum("spending", [WHOLE, FOOD, WINE], MONTH, "EUR")
    assert (fact.value, fact.unit, fact.kind, fact.transactions) == ("-20.00", "EUR", "sum", (1, 2))
    assert fact.shares == {}


def test_a_partly_counted_transaction_says_how_much_of_it_counts() -> None:
    fact = book().sum("spending", [WHOLE, FOOD], MONTH, "EUR")
    assert (fact.value, fact.shares) == ("-17.00", {2: -700})
    assert recompute(fact, {1: -1000, 2: -1000}, []) == "-17.00"


def test_nothing_sums_to_zero_in_the_decimals_of_the_currency() -> None:
    values = [book().sum("spending", [], MONTH, currency).value for currency in ("EUR", "JPY", "KWD")]
    assert values == ["0.00", "0", "0.000"]


def test_currencies_are_never_added_to_each_other() -> None:
    with pytest.raises(ValueError, match="JPY cannot be added to EUR"):
        book().sum("spending", [WHOLE, YEN], MONTH, "EUR")


def test_a_ratio_is_rounded_half_even_to_four_places_and_none_over_zero() -> None:
    facts = book()
    third = facts.ratio(
        "r", facts.sum("a", [WHOLE], MONTH, "EUR"), facts.sum("b", [WHOLE, FOOD, WINE], MONTH, "EUR"), MONTH
    )
    assert third is not None
    assert third.value == "0.5000"
    assert facts.ratio("r", third, facts.sum("zero", [], MONTH, "EUR"), MONTH) is None


def test_the_same_content_is_the_same_fact_and_other_content_another() -> None:
    first, again = (book().sum("spending", [WHOLE], MONTH, "EUR") for _ in range(2))
    assert first == again
    assert first.id[0] == "f"
    assert len(first.id) == 25
    others = [
        book("bob").sum("spending", [WHOLE], MONTH, "EUR"),
        book().sum("income", [WHOLE], MONTH, "EUR"),
        book().sum("spending", [WHOLE], parse_month("2026-09"), "EUR"),
        book().sum("spending", [WHOLE], MONTH, "EUR", {"category": "Food"}),
        book().sum("spending", [replace(WHOLE, transaction_id=2)], MONTH, "EUR"),
    ]
    assert len({first.id, *(fact.id for fact in others)}) == 6


def test_a_changed_row_shows_when_the_fact_is_computed_again() -> None:
    fact = book().sum("spending", [WHOLE], MONTH, "EUR")
    assert recompute(fact, {1: -2500}, []) == "-25.00"
    assert recompute(fact, {}, []) == "0.00"


def test_an_unknown_formula_is_a_lookup_error() -> None:
    fact = replace(book().sum("spending", [WHOLE], MONTH, "EUR"), formula="sum@99")
    with pytest.raises(LookupError):
        recompute(fact, {1: -1000}, [])


def test_the_closure_holds_what_a_fact_was_made_from_and_nothing_else() -> None:
    facts = book()
    spending, other = facts.sum("spending", [WHOLE], MONTH, "EUR"), facts.sum("other", [FOOD], MONTH, "EUR")
    ratio = facts.ratio("r", spending, spending, MONTH)
    assert ratio is not None
    assert facts.closure([ratio.id]) == (spending, ratio)
    assert other.id in facts.facts


@pytest.mark.parametrize(
    ("formula", "unit", "inputs", "params", "value"),
    [
        ("median@1", "EUR", ["-1.00", "-4.00", "-2.01"], {}, "-2.01"),
        ("median@1", "EUR", ["-1.00", "-2.01"], {}, "-1.50"),
        ("median@1", "JPY", ["3", "4"], {}, "4"),
        ("total@1", "EUR", ["1.10", "-3.00"], {}, "-1.90"),
        ("difference@1", "EUR", ["1.10", "-3.00"], {}, "4.10"),
        ("cover@1", "months", ["100.00", "-40.00"], {}, "2.50"),
        ("share@1", "ratio", ["-30.00", "90.00"], {}, "0.3333"),
        ("volatility@1", "ratio", ["-100.00", "-100.00", "-120.00", "-80.00"], {}, "0.1483"),
        ("times@1", "EUR", ["-2.50"], {"factor": "12"}, "-30.00"),
        ("part@1", "EUR", ["-100.00"], {"parts": "12"}, "-8.33"),
        ("yearly-gain@1", "EUR", ["-3.33"], {"factor": "0.5"}, "1.66"),
        ("number-of@1", "count", ["1.00", "2.00"], {}, "2"),
        ("stated@1", "EUR", [], {"stated": "5.00"}, "5.00"),
        ("next-due@1", "date", [], {"cadence": "monthly", "last": "2026-01-31", "day": "31"}, "2026-02-28"),
    ],
)
def test_each_named_formula(formula: str, unit: str, inputs: list[str], params: dict[str, str], value: str) -> None:
    fact = replace(book().sum("m", [], MONTH, "EUR"), formula=formula, unit=unit, params=params)
    assert recompute(fact, {}, inputs) == value


def test_row_formulas_use_the_amounts_of_the_rows() -> None:
    facts = book()
    middle = facts.derive("usual", "median-amount@1", "EUR", MONTH, shares=[WHOLE, FOOD])
    largest = facts.derive("most", "largest-amount@1", "EUR", MONTH, shares=[WHOLE, FOOD])
    assert (middle.value, largest.value, middle.transactions) == ("-10.00", "-10.00", (1, 2))


def test_ratios_of_huge_sums_stay_exact() -> None:
    huge = Share(9, DAY, 2**63 - 1, "KWD", 1)
    facts = FactBook.over(Columns.of([huge]), "alice")
    above = facts.sum("a", [huge], MONTH, "KWD")
    ratio = facts.ratio("r", above, above, MONTH)
    assert ratio is not None
    assert Decimal(ratio.value) == 1
