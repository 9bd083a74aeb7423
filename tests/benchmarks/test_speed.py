"""The speed command's own parts: the household is what it says, goals judge what was measured, limits count right."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.speed import household, limits, page, peers
from benchmarks.speed.goals import Check, Goal, goals
from benchmarks.speed.rounds import Cost, median


def test_the_household_is_the_same_every_time_and_equally_dense() -> None:
    rows = household.movements(600, 2)
    assert rows == household.movements(600, 2)
    by_month = Counter(one.day.replace(day=1) for one in rows)
    assert (len(by_month), set(by_month.values())) == (24, {25})
    assert rows[0].day.year == 2024
    assert max(one.day for one in household.movements(50, 1)) <= household.LAST_DAY
    assert {one.account for one in rows} == {name for name, *_ in household.ACCOUNTS}


def test_distinct_rows_say_what_no_other_says() -> None:
    texts = [one.text for one in household.movements(600, 2, are_distinct=True)]
    assert len(set(texts)) == len(texts)
    plain = [one.text for one in household.movements(600, 2)]
    assert len(set(plain)) < len(plain)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    household.write(tmp_path / "data", 240, 1)
    return tmp_path / "data"


def test_the_files_hold_the_same_rows_in_three_orders(data: Path) -> None:
    for name, *_ in household.ACCOUNTS:
        oldest, newest, shuffled = (
            (data / order / f"{name}.csv").read_text().splitlines() for order in ("oldest", "newest", "shuffled")
        )
        assert oldest[:1] + oldest[:0:-1] == newest
        assert sorted(oldest) == sorted(shuffled)
    assert len((data / "late.csv").read_text().splitlines()) == household.LATE_ROWS + 1
    assert len(json.loads((data / "rules.json").read_text())) == household.RULES


def test_the_limit_imports_every_row_once_and_its_sums_are_those_of_the_rows(data: Path, tmp_path: Path) -> None:
    base = limits.opened(tmp_path / "limit.db")
    base.executescript(limits.TABLES)
    assert (limits.fill(data, base), limits.fill(data, base)) == (240, 0)
    sums = base.execute("SELECT sum(minor), sum(rows) FROM month_sum").fetchone()
    assert sums == base.execute("SELECT sum(minor), count(*) FROM entry").fetchone()
    assert base.execute("SELECT count(*) FROM entry WHERE category <> ''").fetchone()[0] > 100
    assert limits.sums_anew(data, base) > 0
    assert sums == base.execute("SELECT sum(minor), sum(rows) FROM month_sum").fetchone()


def test_other_programs_get_the_same_rows(data: Path) -> None:
    peers.convert(data)
    assert (data / "books.beancount").read_text().count(" * ") == 240
    assert (data / "hledger.rules").read_text().count("if ") == household.RULES


def test_a_goal_is_short_by_its_worst_part() -> None:
    goal = Goal(1, "x", [Check("a", 1.0, 2), Check("b", 6.0, 2), Check("c", 2.0, 4, True), Check("d", None, 1)])
    assert goal.verdict == "short by 3.00 times"
    assert goal.is_measured


def test_a_goal_is_met_only_when_all_of_it_was_measured() -> None:
    assert Goal(1, "x", [Check("a", 1.0, 2), Check("b", 5.0, 4, True)]).verdict == "met"
    partly = Goal(1, "x", [Check("a", 1.0, 2), Check("b", None, 2)])
    assert (partly.verdict, partly.is_measured) == ("not measured in full (1 of 2 parts, met)", False)
    assert Goal(1, "x", [Check("a", None, 2)]).verdict == "not measured"
    assert not Check("a", None, 0).is_met


def test_nine_goals_are_judged_from_what_there_is() -> None:
    cost = Cost(1.0, 1.0, 100.0)
    found = {"import oldest 10k": cost, "Actual import 10k": Cost(70.0, 1, 1), "GET month 10k": cost}
    judged = goals(found)
    assert [goal.number for goal in judged] == list(range(1, 10))
    assert judged[0].checks[1].value == 70
    assert page.last_line(judged) == "goals met: 0 of 0 measured (9 not measured in full)"
    short = goals(found | {"GET month 40 years": Cost(2.0, 1, 1), "GET month 1 year": cost})
    assert short[2].verdict == "short by 1.90 times"
    assert page.last_line(short) == "goals met: 0 of 1 measured (8 not measured in full)"


def test_figures_go_between_the_marks_and_nowhere_else(tmp_path: Path) -> None:
    there = tmp_path / "PERFORMANCE.md"
    there.write_text(f"before\n{page.BEGIN}\nold\n{page.END}\nafter\n")
    page.put(there, "new")
    page.put(there, page.text({"a": Cost(0.001, 2.0, 3.0)}, goals({}), {"SQLite": "3"}, ["fava"], "x"))
    text = there.read_text()
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "| a | 1.00 ms | 2.00 s | 3 |" in text
    assert "hence not measured: fava" in text
    assert "old" not in text
    there.write_text("no marks")
    with pytest.raises(ValueError, match="no place"):
        page.put(there, "new")


def test_the_median_keeps_the_most_memory() -> None:
    assert median([Cost(1, 1, 5), Cost(9, 9, 7), Cost(2, 2, 6)]) == Cost(2, 2, 7)
