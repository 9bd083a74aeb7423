"""`python -m benchmarks.contract [--calls N] [--minutes M] [--seed S]`: does the server do what its document says?

Schemathesis reads the OpenAPI document of a whole running SpendWise with demo data and sends what the document allows
and what it forbids: to every operation by its cases (coverage), at random (fuzzing) and in chains (stateful), signed in
with every check that the tool has, then to every operation again without a sign-in. Every answer counts as a call.

A request that the document allows may still be refused by what it cannot say (a name that is taken, a password that is
wrong), with 400, 412 or 422 and in the documented shape; one that it forbids may meet an `If-Match` first (412).

Prints the calls by status and every failure with its reproduction (whole output: the folder it names). Ends with 1
unless there were N calls, no 5xx, no difference from the document, and no operation that ignored who was asking.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.demo import DEMO_EMAIL, DEMO_PASSWORD
from tests.stack.running import ROOT, Stack

SERVER_ERRORS, IGNORED_AUTH = ("ST101", "ST102"), ("ST401", "ST402")
ACCEPTED = ["2xx", "400", "401", "403", "404", "409", "412", "413", "422", "429"]
REFUSED = ["400", "401", "403", "404", "405", "406", "409", "412", "413", "415", "422", "429"]
CONFIGURATION = f"""
[checks]
positive_data_acceptance = {{ expected-statuses = {json.dumps(ACCEPTED)} }}
negative_data_rejection = {{ expected-statuses = {json.dumps(REFUSED)} }}
missing_required_header = {{ expected-statuses = {json.dumps(REFUSED)} }}
"""
SIGNED_IN = ("--phases", "examples,coverage,fuzzing,stateful", "--mode", "all")
SIGNED_OUT = ("--phases", "examples,coverage", "--mode", "all")
EVERY_RUN = (
    "--checks=all",
    "--continue-on-failure",
    "--no-shrink",
    "--generation-database=none",
    "--request-timeout=30",
    "--no-color",
    "--warnings=off",
    "--report=json,ndjson",
)


@dataclass(slots=True)
class Figures:
    """Calls by status, failures by what they are, and the errors of the tool itself."""

    statuses: Counter[int] = field(default_factory=Counter)
    failures: Counter[tuple[str, str]] = field(default_factory=Counter)
    operations: set[str] = field(default_factory=set)
    errors: int = 0

    @property
    def calls(self) -> int:
        return self.statuses.total()

    @property
    def server_errors(self) -> int:
        by_status = sum(count for status, count in self.statuses.items() if status >= 500)
        return max(by_status, self._of(SERVER_ERRORS))

    @property
    def ignored_auth(self) -> int:
        return self._of(IGNORED_AUTH)

    @property
    def differences(self) -> int:
        return sum(self.failures.values()) - self._of(SERVER_ERRORS) - self.ignored_auth

    def _of(self, codes: tuple[str, ...]) -> int:
        return sum(count for (found, _), count in self.failures.items() if found in codes)

    def add(self, folder: Path) -> None:
        """What one run has written."""
        report = json.loads((folder / "report.json").read_text())
        self.errors += len(report["errors"])
        for failure in report["failures"]:
            self.failures[failure["code"], failure["title"]] += failure["count"]
        with (folder / "events.ndjson").open() as events:
            for line in events:
                if line.startswith('{"ScenarioFinished"'):
                    self._add_scenario(json.loads(line)["ScenarioFinished"]["recorder"])

    def _add_scenario(self, recorder: dict[str, Any]) -> None:
        self.operations.add(recorder["label"])
        for interaction in recorder["interactions"].values():
            answer = interaction["response"]
            self.statuses[answer["status_code"] if answer else 0] += 1


def run(name: str, url: str, folder: Path, options: tuple[str, ...], hooks: str) -> None:
    """One run of Schemathesis; its reports and its words go into folder/name."""
    where = folder / name
    where.mkdir(parents=True)
    (where / "schemathesis.toml").write_text(CONFIGURATION)
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(where / "schemathesis.toml"), "run"]
    reports = (f"--report-json-path={where / 'report.json'}", f"--report-ndjson-path={where / 'events.ndjson'}")
    env = {**os.environ, "SPENDWISE_URL": url, "SCHEMATHESIS_HOOKS": hooks, "PYTHONPATH": str(ROOT)}
    with (where / "output.txt").open("wb") as output:
        subprocess.run(
            [*command, f"{url}/api/schema/", "--url", url, *EVERY_RUN, *reports, *options],
            cwd=where,
            env=env,
            stdout=output,
            stderr=output,
            check=False,
        )


def started() -> Stack:
    """A SpendWise with demo data; tokens outlive the run, and nobody is told to come back later."""
    settings = {
        "SPENDWISE_DEMO": "on",
        "SPENDWISE_DEMO_EMAIL": DEMO_EMAIL,
        "SPENDWISE_DEMO_PASSWORD": DEMO_PASSWORD,
        "SPENDWISE_ACCESS_TOKEN_SECONDS": "3600",
    }
    stack = Stack(settings=settings)
    stack.manage("prepare", "--demo")
    stack.start()
    return stack


def told(figures: Figures, least: int, seconds: float) -> bool:
    """Prints the figures; whether all is as it should be."""
    by_status = ", ".join(f"{status}: {count}" for status, count in sorted(figures.statuses.items()))
    print(f"operations                      {len(figures.operations)}")
    print(f"calls                           {figures.calls} in {seconds:.0f} s ({by_status})")
    print(f"5xx                             {figures.server_errors}")
    print(f"differences from the document   {figures.differences}")
    print(f"ignored auth                    {figures.ignored_auth}")
    for (code, title), count in figures.failures.most_common():
        print(f"  {code} {title}: {count}")
    if figures.errors:
        print(f"errors of the tool              {figures.errors}")
    bad = figures.server_errors + figures.differences + figures.ignored_auth + figures.errors
    return bad == 0 and figures.calls >= least


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.contract", description=__doc__)
    parser.add_argument("--calls", type=int, default=10_000, help="fewer are a failure")
    parser.add_argument("--minutes", type=float, default=12, help="of the run signed in; the other takes about two")
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--keep", type=Path, default=ROOT / "var" / "contract", help="where the reports go")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=_made(options.keep)))
    stack = started()
    began = time.monotonic()
    figures = Figures()
    try:
        most = (f"--max-time={int(options.minutes * 60)}", f"--seed={options.seed}")
        run("signed-in", stack.url, folder, (*SIGNED_IN, *most), "benchmarks.contract_hooks")
        run("signed-out", stack.url, folder, (*SIGNED_OUT, *most), "")
        (folder / "server.txt").write_text(stack.console())
    finally:
        stack.stop()
        stack.remove()
    for name in ("signed-in", "signed-out"):
        figures.add(folder / name)
    print(f"whole output: {folder}")
    sys.exit(0 if told(figures, options.calls, time.monotonic() - began) else 1)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    main()
