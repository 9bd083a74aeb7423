"""Found series are matched with true ones by their rows, strictly."""

from __future__ import annotations

from datetime import date

from advisory.analysis.rows import Row, Rows
from benchmarks.scores.households.truth import Cadence, Role, Status, TrueSeries, Truth
from benchmarks.scores.matching import match_series
from benchmarks.scores.rivals import above_mean, equal_within_days, first_and_large, same_amount_thrice


def series(*ids: int, cadence: Cadence = Cadence.MONTHLY) -> TrueSeries:
    return TrueSeries(str(ids[0]), "Shop", "current", ids, cadence, Role.BILL, Status.ACTIVE, None)


def truth(*members: TrueSeries, neutral: frozenset[int] = frozenset()) -> Truth:
    return Truth(members, (), (), {}, neutral)


def test_four_in_five_rows_make_a_match() -> None:
    result = match_series([{1, 2, 3, 4}, {11, 12, 13, 99, 98}], truth(series(1, 2, 3, 4, 5), series(11, 12, 13)))
    assert [place for place, _ in result.right] == [0]
    assert result.wrong == (1,)
    assert [one.name for one in result.missed] == ["11"]


def test_a_series_found_in_two_halves_is_missed_and_both_are_wrong() -> None:
    result = match_series([{1, 2, 3}, {4, 5, 6}], truth(series(1, 2, 3, 4, 5, 6)))
    assert (result.right, result.wrong, len(result.missed)) == ((), (0, 1), 1)
    assert (result.found, result.asked) == (2, 1)


def test_a_series_found_twice_is_right_once() -> None:
    result = match_series([{1, 2, 3}, {1, 2, 3}], truth(series(1, 2, 3)))
    assert (len(result.right), result.wrong) == (1, (1,))


def test_neutral_rows_and_series_too_short_to_ask_for_count_for_nothing() -> None:
    facts = truth(series(1, 2, 3), series(21, 22), series(31, 32, cadence=Cadence.YEARLY), neutral=frozenset({7, 8, 9}))
    result = match_series([{1, 2, 3, 7}, {8, 9}, {21, 22}], facts)
    assert [place for place, _ in result.right] == [0]
    assert result.wrong == ()
    assert [one.name for one in result.missed] == ["31"]


def test_a_series_of_bonuses_is_open_but_not_one_with_a_single_neutral_row() -> None:
    facts = truth(series(1, 2, 3), neutral=frozenset({7, 8}))
    assert match_series([{7, 1}], facts).wrong == ()
    assert match_series([{7, 1, 51}], facts).wrong == (0,)


def rows(*facts: tuple[int, str, int, str]) -> Rows:
    return Rows.of(Row(number, date.fromisoformat(day), minor, "EUR", "a", text) for number, day, minor, text in facts)


def test_rules_of_others_do_what_is_said_of_them() -> None:
    monthly = [
        (1, "2025-01-03", -999, "TUNES 81"),
        (2, "2025-02-04", -999, "TUNES 17"),
        (3, "2025-03-03", -999, "TUNES 5"),
    ]
    assert same_amount_thrice(rows(*monthly)) == [(1, 2, 3)]
    assert same_amount_thrice(rows(*monthly[:2])) == []
    assert same_amount_thrice(rows(*monthly[:2], (3, "2025-03-20", -999, "TUNES 5"))) == []
    assert list(equal_within_days(rows(*monthly, (4, "2025-03-05", -999, "TUNES 6")))) == [(3, 4)]
    assert list(above_mean(rows(*monthly, (4, "2025-03-09", -1250, "TUNES 6")))) == [4]
    assert list(above_mean(rows(*monthly, (4, "2025-03-09", -1240, "TUNES 6")))) == []
    assert list(first_and_large(rows(*monthly, (4, "2025-03-09", -6000, "ROOFS")))) == [4]
