"""Two hundred threads ask for the same report."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

import pytest

from scripts.statement import last_full_month
from tests.campaign.conftest import Start
from tests.stack.reporting import ask_at_once, report_folders, with_statement
from tests.stack.today import today

pytestmark = pytest.mark.timeout(300)
HANDS = 200


def test_two_hundred_requests_make_one_report(start: Start, figures: Callable[[str], None]) -> None:
    stack = start()
    alice = with_statement(stack)
    began = time.monotonic()
    answers = ask_at_once(stack, alice, last_full_month(today()), HANDS)
    seconds = time.monotonic() - began
    statuses = Counter(status for status, _, _ in answers)
    report = alice.wait_for_report(alice.get(f"/api/reports/{answers[0][1]}/"))
    figures(
        f"many hands: {HANDS} requests answered in {seconds:.1f} s, statuses {dict(statuses)};"
        f" {len({report for _, report, _ in answers})} report, {len(report_folders(stack))} folder"
    )
    assert set(statuses) <= {200, 202}
    assert statuses[202] >= 1
    assert len({(report, job) for _, report, job in answers}) == 1
    assert (report["status"], report["version"]) == ("succeeded", 1)
    assert stack.rows("SELECT count(*) FROM transactions_job WHERE kind = 'monthly_report'") == [(1,)]
    assert len(report_folders(stack)) == 1
