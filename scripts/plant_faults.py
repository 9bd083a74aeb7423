"""Is every check of the gate able to go red, and for the right reason? Plants one fault for each.

`python -m scripts.plant_faults [WORD]`

Works in a copy of the tracked files, with this folder's .venv and node_modules. Run ./scripts/test.sh once before.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from scripts.check_tracked import tracked
from scripts.running import ROOT

Edit = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What to do to one file (made if missing) so that the named check must fail, saying `sign`."""

    check: str
    sign: str
    path: str
    what: str
    edit: Edit
    environment: dict[str, str] = field(default_factory=dict)
    before: str = ""


def append(line: str) -> Edit:
    return lambda text: f"{text}\n{line}\n"


def prepend(line: str) -> Edit:
    return lambda text: f"{line}\n{text}"


def swap(pattern: str, new: str) -> Edit:
    """Replace the first match; a pattern that matches nothing would plant no fault."""

    def edit(text: str) -> str:
        changed, count = re.subn(pattern, new, text, count=1)
        if not count:
            raise ValueError(f"nothing matches {pattern!r}")
        return changed

    return edit


PLANTED = {"PYTEST_ADDOPTS": "-k planted"}
FAULTS = [
    Fault("ruff format", "would be reformatted", "accounts/errors.py", "odd spacing", append("odd  =  {'a':1}")),
    Fault("ruff check", "F401", "accounts/errors.py", "an import nobody uses", append("import os")),
    Fault(
        "mypy strict",
        "Incompatible types in assignment",
        "accounts/errors.py",
        "a text called a number",
        append('wrong: int = "text"'),
    ),
    Fault(
        "import contracts",
        "transactions.ledger.money -> django",
        "transactions/ledger/money.py",
        "pure code imports Django",
        append("import django"),
    ),
    Fault(
        "tracked files",
        "a lock file address",
        "frontend/package-lock.json",
        "an address in the lock file",
        append('"resolved"' + ': "https://x"'),
    ),
    Fault(
        "migrations",
        "Alter field",
        "transactions/models/payee.py",
        "a field changed",
        swap(r"max_length=\d+", "max_length=77"),
    ),
    Fault(
        "deploy check",
        "security.W006",
        "spendwise_project/settings.py",
        "sniffing allowed",
        swap(r"(NOSNIFF = )True", r"\1False"),
    ),
    Fault(
        "schema drift",
        "title: X",
        "frontend/openapi.yaml",
        "the schema edited by hand",
        swap("title: SpendWise", "title: X"),
    ),
    Fault(
        "typed client drift",
        "export type X",
        "frontend/src/api/schema.gen.ts",
        "the client edited by hand",
        append("export type X = 1"),
    ),
    Fault(
        "tsc strict",
        "TS2322",
        "frontend/src/main.tsx",
        "a text called a number",
        append("export const x: number = 'text'"),
    ),
    Fault(
        "eslint",
        "no-restricted-paths",
        "frontend/src/lib/planted.ts",
        "lib imports app",
        append("export { router } from '@/app/router'"),
    ),
    Fault("vitest", "planted", "frontend/src/planted.test.ts", "a failing test", append("throw new Error('planted')")),
    Fault("vite build", "./nothing", "frontend/src/main.tsx", "an import of nothing", prepend("import './nothing'")),
    Fault(
        "pytest",
        "test_planted",
        "accounts/tests/test_planted.py",
        "a failing test",
        append("def test_planted() -> None:\n    raise AssertionError"),
        PLANTED,
    ),
    Fault(
        "stack tests",
        "test_two_copies",
        "spendwise_project/health.py",
        "a health page that lies",
        swap("200 if is_ready else 503", "503"),
        {"PYTEST_ADDOPTS": "-k two_copies"},
    ),
    Fault(
        "journals",
        "wrong ",
        "transactions/ledger/journal_book.py",
        "a price that is one unit too high",
        swap(r"to_text\(abs\(self\.price\[0\]\)", "to_text(1 + abs(self.price[0])"),
    ),
    Fault("compose config", "nonsense", "docker-compose.yml", "a service of no kind", append("    nonsense: true")),
    Fault(
        "playwright and axe",
        "html-has-lang",
        "frontend/index.html",
        "a page that does not say its language",
        swap(r' lang="\w+"', ""),
        before="vite build",
    ),
]


def main() -> None:
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    missed = [fault.check for fault in FAULTS if word in fault.check and not goes_red(fault)]
    print(f"\n{'every planted fault was seen' if not missed else 'not seen: ' + ', '.join(missed)}")
    sys.exit(bool(missed))


def goes_red(fault: Fault) -> bool:
    """Plant the fault in a fresh copy and run its check alone."""
    with tempfile.TemporaryDirectory(prefix="sw-fault-") as folder:
        copy = Path(folder) / "copy"
        copy_repository(copy)
        target = copy / fault.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(fault.edit(target.read_text() if target.exists() else ""))
        if fault.before:
            gate(copy, fault.before, {})
        done = gate(copy, fault.check, fault.environment)
    has_failed = re.search(rf"^FAIL .*{re.escape(fault.check)}", done.stdout, re.MULTILINE) is not None
    is_red = done.returncode != 0 and has_failed and fault.sign in done.stdout
    print(f"{'red ' if is_red else 'MISSED'}  {fault.check:<20} {fault.what} ({fault.path})", flush=True)
    if not is_red:
        print(done.stdout[-3000:], done.stderr[-2000:])
    return is_red


def gate(copy: Path, check: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = ["./scripts/test.sh", "--only", check]
    env = {**os.environ, **environment}
    return subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True, check=False)


def copy_repository(copy: Path) -> None:
    for path in tracked():
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    subprocess.run(["git", "init", "-q"], cwd=copy, check=True)
    (copy / ".venv").symlink_to(ROOT / ".venv")
    (copy / "frontend" / "node_modules").symlink_to(ROOT / "frontend" / "node_modules")
    if (ROOT / "staticfiles").is_dir():
        (copy / "staticfiles").symlink_to(ROOT / "staticfiles")


if __name__ == "__main__":
    main()
