"""Invented layouts: the same seed gives the same file, and the judge counts what it ought to."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from benchmarks.layouts import difference, judge
from benchmarks.layouts_country import countries
from benchmarks.layouts_make import make_plan
from benchmarks.layouts_print import print_amount, print_date
from benchmarks.layouts_write import write_file
from transactions.statements.parsed import ParsedStatement


def test_a_seed_gives_the_same_bytes_and_movements() -> None:
    assert write_file(make_plan(5)) == write_file(make_plan(5))
    assert make_plan(5).rows == make_plan(5).rows
    assert write_file(make_plan(5)) != write_file(make_plan(6))


def test_every_country_has_every_word() -> None:
    roles = set(countries()[0].words)

    assert len({country.code for country in countries()}) >= 40
    assert {country.code for country in countries() if set(country.words) != roles} == set()


@pytest.mark.parametrize(
    ("style", "printed"),
    [("d.m.y", "05.01.26"), ("M d, Y", "Jan 05, 2026"), ("BUDDHIST", "05/01/2569"), ("ROC", "115/01/05")],
)
def test_dates_as_printed(style: str, printed: str) -> None:
    assert print_date(date(2026, 1, 5), style, countries()[0].months, (0, 0, 0)) == printed


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("1.234,56", "1.234.567,80"),
        ("12,34,567.89", "12,34,567.80"),
        ("1 234,56", "1 234 567,80"),
        ("plain,", "1234567,80"),
    ],
)
def test_amounts_as_printed(style: str, printed: str) -> None:
    assert print_amount(Decimal("-1234567.8"), style, "EUR") == printed


def test_a_missing_or_turned_movement_is_no_right_reading() -> None:
    plan = next(plan for seed in range(99) if judge(plan := make_plan(seed)).outcome == "right" and len(plan.rows) > 2)
    truth = [(row.day, row.amount) for row in plan.rows]

    assert difference(ParsedStatement("csv"), truth, "EUR").startswith(f"0 of {len(truth)}")
    turned = replace(plan, rows=[replace(row, amount=-row.amount) for row in plan.rows], chance=random.Random(1))
    assert {judge(plan).outcome, judge(turned).outcome} <= {"right", "asked", "told", "silent"}
