"""The pure packages, met alone: a fresh process imports every module of them and must not meet a framework."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PURE = (
    "transactions/ledger",
    "transactions/statements",
    "transactions/sampledata",
    "advisory/analysis",
    "advisory/narration",
    "advisory/reports",
)
FRAMEWORKS = ("django", "rest_framework", "celery", "redis", "environ")
PROGRAM = """
import importlib, json, sys
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
print(json.dumps([name for name in json.loads(sys.argv[2]) if name in sys.modules]))
"""


def pure_modules() -> list[str]:
    files = [path for folder in PURE for path in sorted((ROOT / folder).rglob("*.py")) if "tests" not in path.parts]
    dotted = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]
    return [name.removesuffix(".__init__") for name in dotted]


def test_pure_modules_import_without_any_framework() -> None:
    modules = pure_modules()
    assert {"transactions.ledger.money", "advisory.analysis.facts", "advisory.reports.monthly"} <= set(modules)
    program = [sys.executable, "-c", PROGRAM, json.dumps(modules), json.dumps(FRAMEWORKS)]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
