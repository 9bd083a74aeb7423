from __future__ import annotations

from advisory.analysis.facts import FactBook
from advisory.analysis.groups import BY_CATEGORY, BY_PAYEE, Grouping, Groups
from advisory.analysis.history import History
from advisory.analysis.study import Study
from advisory.tests.households import NAMESPACE, Household, household, month


def groups(home: Household, grouping: Grouping) -> Groups:
    history = History.of(home.columns(), home.accounts(), month(), "EUR", is_partial=False)
    return Groups.of(Study(history, FactBook.over(home.columns(), NAMESPACE)), grouping)


def test_categories_come_largest_first_with_part_normal_and_exact_difference() -> None:
    first, second, *_ = groups(household(), BY_CATEGORY).largest()
    assert [fact.value for fact in (first.now, first.part, first.normal, first.change) if fact] == [
        "-980.00",
        "0.3581",
        "-980.00",
        "0.00",
    ]
    assert second.normal
    assert second.change
    assert (second.now.value, second.normal.value, second.change.value) == ("-451.80", "-124.60", "-327.20")
    assert second.change.inputs == (second.now.id, second.normal.id)


def test_the_normal_is_the_middle_of_the_six_months_before() -> None:
    found = groups(household(), BY_CATEGORY).figures("3")
    assert found.normal
    assert len(found.normal.inputs) == 6
    assert (found.normal.period.start.isoformat(), found.normal.period.last_day.isoformat()) == (
        "2026-04-01",
        "2026-09-30",
    )


def test_movers_are_those_above_a_hundredth_of_normal_spending() -> None:
    up, down = groups(household(), BY_PAYEE).movers()
    assert [group.now.params["payee"] for group in up][-1] == "Trattoria Sole"
    assert down == []


def test_what_was_normal_and_is_gone_is_a_fall() -> None:
    home = household()
    home.shares = [
        share for share in home.shares if not (share.payee_name == "Markt am Eck" and share.booking_date in month())
    ]
    _, down = groups(home, BY_PAYEE).movers()
    assert [(group.now.value, group.now.transactions) for group in down] == [("0.00", ())]


def test_without_history_there_is_no_normal_and_no_mover() -> None:
    found = groups(household(months=1), BY_CATEGORY)
    assert found.movers() == ([], [])
    assert {group.normal for group in found.largest()} == {None}
