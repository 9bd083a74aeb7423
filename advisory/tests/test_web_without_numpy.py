"""The web process knows every address and admits every job, and yet none of the engines or numpy is in its memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import json, sys
import spendwise_project.asgi
from django.urls import get_resolver
def walk(resolver):
    for entry in resolver.url_patterns:
        walk(entry) if hasattr(entry, "url_patterns") else entry.callback
walk(get_resolver())
{also}
heavy = ("mcp", "pydantic", "numpy", "scipy", "sklearn", "pandas",
    "advisory.services.analysis", "advisory.analysis.engine",
    *("advisory.analysis." + name for name in ("rows", "series", "alerts", "forecasts", "categorise", "transfers")))
print(json.dumps([name for name in heavy if name in sys.modules]))
"""


def loaded(also: str, data: Path) -> list[str]:
    environment = {"PATH": "/usr/bin:/bin", "SPENDWISE_DEBUG": "on", "SPENDWISE_DATA_DIR": str(data)}
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(also=also)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("also", ["", "import advisory.dispatch, advisory.receivers, advisory.tasks"])
def test_the_web_process_loads_no_engine(tmp_path: Path, also: str) -> None:
    assert loaded(also, tmp_path) == []


def test_a_worker_would(tmp_path: Path) -> None:
    """Without this, a misspelt module name would pass for a light process."""
    assert {"numpy", "advisory.analysis.engine"} <= set(loaded("import advisory.services.analysis", tmp_path))
