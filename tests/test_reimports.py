"""A small run of `benchmarks.reimports`: no row is lost, hardly one doubled, and a roll-back leaves no trace."""

from __future__ import annotations

import pytest

from benchmarks.reimports_cases import CASES, Scenario, scenarios
from benchmarks.reimports_count import Tally
from benchmarks.reimports_ledger import play as play_through_services
from benchmarks.reimports_pure import play as play_the_rules

MOST_DOUBLED = 0.001
EACH = 3  # scenarios of a class


def total(tallies: list[Tally]) -> Tally:
    found = Tally()
    for tally in tallies:
        found.add(tally)
    return found


def test_the_rules_lose_nothing() -> None:
    found = total([play_the_rules(scenario) for scenario in scenarios(8 * len(CASES), seed=1)])
    assert found.lost == 0
    assert found.doubled <= MOST_DOUBLED * found.true


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", CASES)
def test_the_services_lose_nothing_and_roll_back_without_a_trace(kind: str) -> None:
    chosen: list[Scenario] = [scenario for scenario in scenarios(EACH * len(CASES), seed=1) if scenario.kind == kind]
    found = total([play_through_services(scenario) for scenario in chosen])
    assert found.scenarios == EACH
    assert (found.lost, found.hashes_differ, found.misread) == (0, 0, 0)
    assert found.doubled <= max(3, MOST_DOUBLED * found.true)
    assert found.doubled - found.asked_doubled <= 1  # the others are put before the user
