"""The score of figures finds what does not re-sum, and finds nothing where all does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisory.analysis.facts import FactBook, FactDraft
from benchmarks.scores import facts
from benchmarks.scores.facts import Count, look_at, seeds_of, trouble_with
from benchmarks.scores.score import QUICK_SEEDS, Setting
from transactions.ledger.columns import Share
from transactions.ledger.period import Period

MINORS = {1: -1250, 2: -300, 3: 99}
PERIOD = Period(date(2025, 3, 1), date(2025, 4, 1))


@pytest.fixture
def book() -> FactBook:
    return FactBook("tests", MINORS)


def spent(book: FactBook) -> FactDraft:
    return book.sum("spending", [Share(pk, date(2025, 3, 2), MINORS[pk], "EUR", 1) for pk in (1, 2)], PERIOD, "EUR")


def test_a_whole_household_re_sums() -> None:
    count = Count()
    look_at(1001, count)
    assert (count.wrong, count.untold, count.twice) == ([], [], [])
    assert count.figures > 200
    assert {"sum@1", "count@1", "median@1"} <= count.kinds.keys()


def test_a_figure_that_is_a_cent_off_is_found(book: FactBook, monkeypatch: pytest.MonkeyPatch) -> None:
    fact = spent(book)
    assert trouble_with(fact, MINORS, book.facts) == ""
    wrong = replace(fact, value="-15.51")
    assert trouble_with(wrong, MINORS, book.facts) == "its formula gives another value"
    # Even where the formula itself is wrong in the same way.
    monkeypatch.setattr(facts, "recompute", lambda fact, *_: fact.value)
    assert "-15.51 is not" in trouble_with(wrong, MINORS, book.facts)


def test_a_figure_must_name_what_is_there(book: FactBook) -> None:
    fact = spent(book)
    assert "a row" in trouble_with(replace(fact, transactions=(1, 9)), MINORS, book.facts)
    double = book.derive("twice", "times@1", "EUR", PERIOD, inputs=(fact,), params={"factor": "2"})
    assert trouble_with(double, MINORS, book.facts) == ""
    assert "a figure" in trouble_with(double, MINORS, {})
    assert trouble_with(replace(double, formula="new@7"), MINORS, book.facts) != ""


def test_a_published_run_looks_at_a_thousand() -> None:
    assert len(seeds_of(Setting())) == 1000
    assert len(seeds_of(Setting(seeds=QUICK_SEEDS))) == 40
    assert seeds_of(Setting(seeds=(1000, 1001))) == (1000, 1001)
