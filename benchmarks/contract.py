"""`python -m benchmarks.contract [--calls N] [--minutes M] [--seed S]`: does the server do what its document says?

Schemathesis reads the OpenAPI document of a whole running SpendWise with demo data and sends what the document allows
and what it forbids, with every check that it has: to every operation by its cases (coverage), without a sign-in and
with one, then for M minutes at random (fuzzing) and in chains (stateful), and on until there were N calls, or for M
minutes more. Every answer counts as a call.

A request that the document allows may still be refused by what it cannot say (a name that is taken, a password that is
wrong), with 400, 412 or 422 and in the documented shape; one that it forbids may meet an `If-Match` first (412). A
value of another type that is understood all the same, such as 0 for false, is told of and is no failure.

Prints the calls by status and every failure with its reproduction (whole output: the folder it names). Ends with 1
unless there were N calls, no 5xx, no difference from the document, and no operation that ignored who was asking.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
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
ACCEPTED_WRONG = "ST201"
OTHER_TYPE = re.compile(r"[Ii]ncorrect type|violates `type`")
ACCEPTED = ["2xx", "400", "401", "403", "404", "409", "412", "413", "422", "429"]
REFUSED = ["400", "401", "403", "404", "405", "406", "409", "412", "413", "415", "422", "429"]
CONFIGURATION = f"""
[checks]
positive_data_acceptance = {{ expected-statuses = {json.dumps(ACCEPTED)} }}
negative_data_rejection = {{ expected-statuses = {json.dumps(REFUSED)} }}
missing_required_header = {{ expected-statuses = {json.dumps(REFUSED)} }}
"""
HOOKS = "benchmarks.contract_hooks"
EVERY_RUN = (
    "--checks=all",
    "--mode=all",
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
    """Calls by status, what is wrong as (code, operation, what), and the errors of the tool itself.

    `understood`: operations that read a value of another type than the document names, such as 0 for false or 5 for
    "5", and did what was meant.
    """

    statuses: Counter[int] = field(default_factory=Counter)
    failures: set[tuple[str, str, str]] = field(default_factory=set)
    understood: set[str] = field(default_factory=set)
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
        return len(self.failures) - self._of(SERVER_ERRORS) - self.ignored_auth

    def _of(self, codes: tuple[str, ...]) -> int:
        return sum(code in codes for code, _, _ in self.failures)

    def add(self, folder: Path) -> None:
        """What one run has written."""
        self.errors += len(json.loads((folder / "report.json").read_text())["errors"])
        with (folder / "events.ndjson").open() as events:
            for line in events:
                if line.startswith('{"ScenarioFinished"'):
                    self._add_scenario(json.loads(line)["ScenarioFinished"]["recorder"])

    def _add_scenario(self, recorder: dict[str, Any]) -> None:
        self.operations.add(recorder["label"])
        for interaction in recorder.get("interactions", {}).values():
            answer = interaction["response"]
            self.statuses[answer["status_code"] if answer else 0] += 1
        for checks in recorder.get("checks", {}).values():
            for check in checks:
                if check["status"] == "failure":
                    self._add_failure(check["failure_info"]["failure"])

    def _add_failure(self, failure: dict[str, Any]) -> None:
        code, operation, message = failure["code"], failure["operation"], str(failure["message"])
        if code == ACCEPTED_WRONG and OTHER_TYPE.search(message):
            self.understood.add(operation)
        else:
            what = message.strip().rpartition("\n")[2] if code == ACCEPTED_WRONG else message.strip().partition("\n")[0]
            self.failures.add((code, operation, f"{failure['title']}: {what}"[:200]))


@dataclass(slots=True)
class Runs:
    """Runs of Schemathesis against one server; the reports and the words of each go into a folder of its own."""

    url: str
    folder: Path
    seed: int
    figures: Figures = field(default_factory=Figures)

    def play(self, least: int, seconds: float) -> Figures:
        self.run("signed-out", "examples,coverage", hooks="")
        self.run("coverage", "examples,coverage")
        self.run("stateful", "stateful", f"--max-time={int(seconds / 3)}")
        self.run("fuzzing", "fuzzing", f"--max-time={int(seconds * 2 / 3)}")
        ends = time.monotonic() + seconds
        while self.figures.calls < least and time.monotonic() < ends:
            self.seed += 1
            self.run(f"fuzzing-{self.seed}", "fuzzing", "--max-time=120")
        return self.figures

    def run(self, name: str, phases: str, *options: str, hooks: str = HOOKS) -> None:
        where = self.folder / name
        where.mkdir(parents=True)
        (where / "schemathesis.toml").write_text(CONFIGURATION)
        command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(where / "schemathesis.toml"), "run"]
        reports = [f"--report-json-path={where / 'report.json'}", f"--report-ndjson-path={where / 'events.ndjson'}"]
        chosen = [f"--url={self.url}", f"--phases={phases}", f"--seed={self.seed}", *EVERY_RUN, *reports, *options]
        env = {**os.environ, "SPENDWISE_URL": self.url, "SCHEMATHESIS_HOOKS": hooks, "PYTHONPATH": str(ROOT)}
        before = self.figures.calls
        with (where / "output.txt").open("wb") as output:
            full = [*command, f"{self.url}/api/schema/", *chosen]
            subprocess.run(full, cwd=where, env=env, stdout=output, stderr=output, check=False)
        self.figures.add(where)
        print(f"{name}: {self.figures.calls - before} calls", flush=True)


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
    for failure in sorted(figures.failures):
        print("  " + " ".join(failure))
    print(f"read a value of another type    {len(figures.understood)} operations")
    if figures.errors:
        print(f"errors of the tool              {figures.errors}")
    bad = figures.server_errors + figures.differences + figures.ignored_auth + figures.errors
    return bad == 0 and figures.calls >= least


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.contract", description=__doc__)
    parser.add_argument("--calls", type=int, default=10_000, help="fewer are a failure")
    parser.add_argument("--minutes", type=float, default=9, help="at random and in chains; the cases take ten more")
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--keep", type=Path, default=ROOT / "var" / "contract", help="where the reports go")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=_made(options.keep)))
    stack = started()
    began = time.monotonic()
    try:
        figures = Runs(stack.url, folder, options.seed).play(options.calls, options.minutes * 60)
        (folder / "server.txt").write_text(stack.console())
    finally:
        stack.stop()
        stack.remove()
    print(f"whole output: {folder}")
    sys.exit(0 if told(figures, options.calls, time.monotonic() - began) else 1)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    main()
