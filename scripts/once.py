"""The main job without a browser: start everything, import a statement, make last month's report, stop, exit 0."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scripts.client import Client, RefusedError
from scripts.statement import last_full_month, moved_statement
from spendwise_project.supervisor import readiness

READY_SECONDS = 120
REPORT_SECONDS = 120
STOP_SECONDS = 30
ENDED = {"succeeded", "failed", "cancelled"}


class OnceFailedError(Exception):
    """The main job could not be done; the text says what went wrong."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts.once", description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--data-dir", type=Path, required=True)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with supervisor(options.port, options.data_dir) as process:
            wait_until_ready(options.port, process)
            do_the_job(Client(options.port), options.data_dir)
    except (OnceFailedError, RefusedError, OSError) as error:
        sys.exit(f"{error}\nLogs: {options.data_dir / 'logs'}")
    except KeyboardInterrupt:
        sys.exit(130)


@contextmanager
def supervisor(port: int, data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The whole of SpendWise for as long as the block lasts."""
    command = [sys.executable, "-m", "spendwise_project.supervisor", "--quiet", "--until-eof"]
    output = data / "logs" / "once.log"
    output.parent.mkdir(parents=True, exist_ok=True)
    with output.open("wb") as log:
        process = subprocess.Popen(
            [*command, "--port", str(port), "--data-dir", str(data)],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,  # a Ctrl-C is ours to pass on, once
        )
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while missing := readiness.missing_parts(port):
        if process.poll() is not None:
            raise OnceFailedError(f"SpendWise ended before it was ready (exit {process.returncode}).")
        if time.monotonic() > deadline:
            raise OnceFailedError(f"SpendWise was not ready in {READY_SECONDS} s; still missing: {', '.join(missing)}.")
        time.sleep(0.2)


def do_the_job(client: Client, data: Path) -> None:
    today = datetime.now(tz=UTC).date()
    client.sign_in(os.environ["SPENDWISE_DEMO_EMAIL"], os.environ["SPENDWISE_DEMO_PASSWORD"])
    done = client.upload("/api/imports/", "sample-statement.csv", moved_statement(today), commit="true")
    say(f"Imported   {done['lines_new']} new lines, {done['lines_duplicate']} known already ({done['status']})")
    report = client.post("/api/reports/", {"month": last_full_month(today)})
    report = follow(client, report)
    if report["status"] != "succeeded":
        raise OnceFailedError(f"The report {report['status']}: {report['job']}")
    say(f"Report     {report['month']}, version {report['version']}: {report['headline']}")
    for kind, path in sorted(report["files"].items()):
        say(f"  {kind:<8} {file_on_disk(path, data)}")


def follow(client: Client, report: dict[str, Any]) -> dict[str, Any]:
    """Poll until the report has ended, printing each stage once."""
    deadline = time.monotonic() + REPORT_SECONDS
    told = ""
    while report["status"] not in ENDED:
        if time.monotonic() > deadline:
            raise OnceFailedError(f"The report was not finished in {REPORT_SECONDS} s: {report['job']}")
        job = report["job"]
        line = f"Working    {job['stage'] or job['status']} {job['progress']}%"
        if line != told:
            say(line)
            told = line
        time.sleep(0.3)
        report = client.get(f"/api/reports/{report['id']}/")
    return report


def file_on_disk(path: str, data: Path) -> str:
    """Where a report's file lies, for a person at this machine; its address when it cannot be found."""
    number, name = path.strip("/").split("/")[-2:]
    found = (data / "media" / "reports").glob(f"*/*/{number}-*/{name}")
    return str(max(found, key=lambda file: file.stat().st_mtime, default=path))


def say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main()
