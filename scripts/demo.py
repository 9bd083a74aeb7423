"""What demo.sh does once it has a Python: install, build, prepare, become the supervisor. Standard library only."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from scripts import install
from scripts.running import ROOT, StepFailedError, step, stop_with_children

DEMO_EMAIL = "demo@spendwise.local"
DEMO_PASSWORD = "try-the-ledger"  # noqa: S105 - known to everybody; `seed --demo` refuses it off loopback


def main() -> None:
    options = parsed()
    stop_with_children()
    refuse_busy_port(options.port)
    data = data_directory(options)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ.update(demo_environment(data))
    try:
        with install.one_at_a_time():
            prepare()
    except StepFailedError as error:
        sys.exit(str(error))
    module = "scripts.once" if options.once else "spendwise_project.supervisor"
    python = str(install.PYTHON)
    os.execv(python, [python, "-m", module, "--port", str(options.port), "--data-dir", str(data)])


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./scripts/demo.sh", description="Install, prepare and run SpendWise.")
    parser.add_argument("--port", type=int, default=8000, help="where to listen on this machine (default 8000)")
    parser.add_argument("--data-dir", default="", help="database, files, logs and secrets (default ./var)")
    parser.add_argument(
        "--once", action="store_true", help="import a statement, make last month's report, stop, exit 0"
    )
    parser.add_argument("--from", dest="caller", type=Path, default=Path.cwd(), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not 1 <= options.port <= 65535:
        parser.error("--port must be from 1 to 65535")
    return options


def data_directory(options: argparse.Namespace) -> Path:
    """A relative --data-dir is meant from where demo.sh was called."""
    given = options.data_dir or os.environ.get("SPENDWISE_DATA_DIR") or str(ROOT / "var")
    caller: Path = options.caller
    return (caller / Path(given).expanduser()).resolve()


def refuse_busy_port(port: int) -> None:
    """Ask before the long work; the supervisor asks again."""
    script = ROOT / "spendwise_project" / "supervisor" / "ports.py"
    said = subprocess.run([sys.executable, str(script), str(port)], capture_output=True, text=True, check=False)
    if said.returncode:
        sys.exit(said.stderr.strip())


def demo_environment(data: Path) -> dict[str, str]:
    """DEBUG is off whatever the caller's environment says; the fixed password exists only here."""
    return {
        "SPENDWISE_DATA_DIR": str(data),
        "SPENDWISE_DEBUG": "off",
        "SPENDWISE_DEMO": "on",
        "SPENDWISE_DEMO_EMAIL": DEMO_EMAIL,
        "SPENDWISE_DEMO_PASSWORD": DEMO_PASSWORD,
        "PYTHONUNBUFFERED": "1",
    }


def prepare() -> None:
    install.packages()
    install.bundle()
    command = [str(install.PYTHON), "manage.py", "prepare", "--demo"]
    step("Preparing the data", command, log=Path(os.environ["SPENDWISE_DATA_DIR"]) / "logs" / "prepare.log")


if __name__ == "__main__":
    main()
