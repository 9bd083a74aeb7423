"""A short run of the state machine with every test run; `python -m benchmarks.ledger_machine` makes long ones."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from transactions.tests.machine.machine import LedgerMachine
from transactions.tests.machine.side_by_side import SideBySide

pytestmark = pytest.mark.django_db


@pytest.mark.timeout(600)
def test_the_ledger_does_what_plain_integers_do() -> None:
    SideBySide.steps = 0
    run_state_machine_as_test(
        LedgerMachine,
        settings=settings(
            max_examples=8,
            stateful_step_count=30,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert SideBySide.steps > 100
