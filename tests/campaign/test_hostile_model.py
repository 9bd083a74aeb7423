"""A thousand reports against a model that means harm."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from scripts.running import ROOT

pytestmark = pytest.mark.timeout(3600)


def test_a_thousand_reports_are_delivered_and_none_says_what_no_fact_bears(figures: Callable[[str], None]) -> None:
    command = [sys.executable, "-m", "benchmarks.hostile_model", "--reports", "1000"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    figures(run.stdout)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
