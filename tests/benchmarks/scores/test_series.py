from __future__ import annotations

from benchmarks.scores.alerts import _count
from benchmarks.scores.households.build import household
from benchmarks.scores.score import Setting
from benchmarks.scores.series import Tally, _is_found, _short


def test_a_tally_is_a_share_with_its_target() -> None:
    tally = Tally()
    tally.add(9, 10)
    tally.add(10, 10)
    score = tally.score("recall", "found", "two", "series", target=0.985)
    assert (score.value, score.n, score.is_missed) == (0.95, 20, True)


def test_nothing_to_count_is_no_figure() -> None:
    assert Tally().score("recall", "found", "none", "series").value is None


def test_a_duplicate_must_name_both_rows_and_others_theirs() -> None:
    home = household(1000)
    kinds = {one.type.value for one in home.truth.anomalies}
    for kind in sorted(kinds - {"missing_income"}):
        true = [one.ids for one in home.truth.anomalies if one.type == kind]
        right, hit = Tally(), Tally()
        _count(right, hit, [*true, (true[0][0], 10**9)], home.truth, kind)
        assert hit.share == 1.0
        assert right.share == len(true) / (len(true) + 1)


def test_short_histories_and_first_charges_are_measured() -> None:
    scores = list(_short(Setting(seeds=(1000,)), 5))
    assert [score.key for score in scores] == ["precision_5", "recall_5"]
    assert all(score.value is not None and score.value > 0.5 for score in scores)
    home = household(1000, months=5)
    monthly = [one for one in home.truth.series if len(one.ids) >= 4 and one.cadence == "monthly"]
    assert any(_is_found(home, one, 4) for one in monthly)
    assert not any(_is_found(home, one, 1) for one in monthly)
