"""`python -m scripts.audit`: are known holes in what we build on, and secrets in what we publish?

Three looks, one line each, ends with 1 unless all three are clean: the pinned Python packages by pip-audit, the
dashboard's packages by `npm audit`, and all tracked files by `scripts.check_tracked`. The first two ask the package
registries; where those cannot be reached, the line says "not run", and that is not clean. Standard library only.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scripts.check_tracked import findings_in, tracked
from scripts.install import FRONTEND, LOGS, VENV, pip_env
from scripts.running import ROOT, StepFailedError, step

TOOL = VENV / "audit"
REQUIREMENTS = ("requirements.txt", "requirements/mcp.txt", "requirements/postgres.txt", "requirements/redis.txt")


@dataclass(frozen=True, slots=True)
class Look:
    """`state`: clean, found or not run. `details`: one line for each thing found, or why it was not run."""

    state: str
    details: tuple[str, ...] = ()


def of_python(answer: str) -> Look:
    """From pip-audit's JSON: {dependencies: [{name, version, vulns: [{id, fix_versions}]} or {name, skip_reason}]}."""
    parts = _decoded(answer).get("dependencies")
    if not isinstance(parts, list):
        return Look("not run", ("pip-audit gave no answer",))
    found = [
        f"{part['name']} {part['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none yet'}"
        for part in parts
        for hole in part.get("vulns", [])
    ]
    unknown = [part["name"] for part in parts if "skip_reason" in part]
    if found:
        return Look("found", tuple(found))
    if unknown:
        return Look("not run", (f"the service of known holes told nothing of {len(unknown)} of {len(parts)} packages",))
    return Look("clean") if parts else Look("not run", ("no package was looked at",))


def of_node(answer: str) -> Look:
    """From `npm audit --json`: {vulnerabilities: {name: {severity, range}}}, or {error: ...} without the service."""
    read = _decoded(answer)
    holes = read.get("vulnerabilities")
    if not isinstance(holes, dict):
        return Look("not run", ("the registry's service of known holes does not answer",))
    found = tuple(f"{name} {hole['range']}: {hole['severity']}" for name, hole in sorted(holes.items()))
    return Look("found", found) if found else Look("clean")


def _decoded(answer: str) -> dict[str, Any]:
    try:
        read = json.loads(answer)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def look_at_python() -> Look:
    try:
        step("Making a folder for pip-audit", [sys.executable, "-m", "venv", str(TOOL)], log=LOGS / "audit.log")
        wanted = ["--requirement", str(ROOT / "requirements" / "audit.txt")]
        install = [str(TOOL / "bin" / "python"), "-m", "pip", "install", *wanted]
        step("Installing pip-audit", install, env=pip_env(), log=LOGS / "audit.log")
    except StepFailedError:
        return Look("not run", ("pip-audit could not be installed",))
    files = [part for name in REQUIREMENTS for part in ("--requirement", name)]
    return of_python(_said([str(TOOL / "bin" / "pip-audit"), "--disable-pip", "--no-deps", "--format", "json", *files]))


def look_at_node() -> Look:
    return of_node(_said(["npm", "audit", "--json"], folder="frontend"))


def look_for_secrets() -> Look:
    found = tuple(finding for path in tracked() for finding in findings_in(path))
    return Look("found", found) if found else Look("clean")


def _said(command: list[str], *, folder: str = ".") -> str:
    """What a command printed; its status says no more than that."""
    try:
        done = subprocess.run(command, cwd=ROOT / folder, capture_output=True, text=True, check=False, timeout=600)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


LOOKS: dict[str, Callable[[], Look]] = {
    "Python packages": look_at_python,
    f"{FRONTEND.name} packages": look_at_node,
    "secrets in tracked files": look_for_secrets,
}


def main() -> int:
    states = []
    for name, look in LOOKS.items():
        seen = look()
        states.append(seen.state)
        print(f"{seen.state:8} {name}")
        for detail in seen.details:
            print(f"         {detail}")
    return 0 if set(states) == {"clean"} else 1


if __name__ == "__main__":
    sys.exit(main())
