"""Python packages into .venv, Node where the machine has none, the dashboard's bundle: each only when its inputs changed.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from running import ROOT, step

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"
LOGS = VENV / "logs"
FRONTEND = ROOT / "frontend"
DIST = FRONTEND / "dist"
OLDEST_NODE = (22, 18)
NOT_INPUTS = {"node_modules", "dist", "e2e", "test-results", "playwright-report"}


def packages(*, dev: bool = False) -> None:
    """Make .venv hold the pinned packages: runtime, a Redis and a Node if the machine has none, test tools if asked."""
    files = [ROOT / "requirements.txt"]
    if not has_redis():
        files.append(ROOT / "requirements" / "redis.txt")
    if not machine_node():
        files.append(ROOT / "requirements" / "build.txt")
    if dev:
        files.append(ROOT / "requirements" / "dev.txt")
    wanted = [f"{file.name}={digest([file])}" for file in files]
    held = read_stamp("packages").split()
    if PYTHON.exists() and set([*wanted, f"python={sys.version_info[:2]}".replace(" ", "")]) <= set(held):
        return
    if not is_usable_venv():
        step("Making the virtual environment", [sys.executable, "-m", "venv", "--clear", str(VENV)], log=first_log("venv"))
    requirements = [part for file in files for part in ("--requirement", str(file))]
    step("Installing Python packages", [str(PYTHON), "-m", "pip", "install", *requirements], env=pip_env(), log=first_log("pip"))
    others = [entry for entry in held if entry.split("=")[0] not in {item.split("=")[0] for item in wanted}]
    write_stamp("packages", "\n".join([*wanted, *others, f"python={sys.version_info[:2]}".replace(" ", "")]))


def is_usable_venv() -> bool:
    """Whether .venv is whole and of the Python that runs this; a broken-off or foreign one is made anew."""
    if not PYTHON.exists():
        return False
    ask = "import sys, pip; print(sys.version_info[:2])"
    found = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False)
    return found.stdout.strip() == str(sys.version_info[:2])


def has_redis() -> bool:
    return bool(os.environ.get("REDIS_URL") or shutil.which("redis-server") or shutil.which("valkey-server"))


def machine_node() -> str:
    """The machine's own Node if it is new enough and has npm beside it; empty otherwise."""
    path = os.pathsep.join(
        part for part in os.environ.get("PATH", "").split(os.pathsep) if part and Path(part) != VENV / "bin"
    )
    node = shutil.which("node", path=path)
    if not node or not shutil.which("npm", path=path):
        return ""
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    numbers = re.match(r"v(\d+)\.(\d+)", said)
    return node if numbers and (int(numbers[1]), int(numbers[2])) >= OLDEST_NODE else ""


def bundle() -> None:
    """Build frontend/dist unless it was built from these very files."""
    inputs = digest(frontend_inputs())
    if (DIST / "index.html").is_file() and read_stamp("bundle") == inputs:
        return
    node_modules()
    (STAMPS / "bundle").unlink(missing_ok=True)
    step("Building the dashboard", ["npm", "run", "build"], env=node_env(), cwd=FRONTEND, log=LOGS / "build.log")
    step("Compressing it", [str(PYTHON), "-m", "whitenoise.compress", "--quiet", str(DIST)], log=LOGS / "compress.log")
    write_stamp("bundle", inputs)


def node_modules() -> None:
    """`npm ci` unless node_modules came from this lock file and this Node."""
    wanted = digest([FRONTEND / "package.json", FRONTEND / "package-lock.json"]) + (machine_node() or "wheel")
    if (FRONTEND / "node_modules" / ".bin").is_dir() and read_stamp("npm") == wanted:
        return
    (STAMPS / "npm").unlink(missing_ok=True)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    step("Installing the dashboard's packages", command, env=node_env(), cwd=FRONTEND, log=LOGS / "npm.log")
    write_stamp("npm", wanted)


def node_env() -> dict[str, str]:
    """Node from the machine or the wheel, with the system's certificates: the wheel's npm knows only its own."""
    env = dict(os.environ)
    node = machine_node()
    first = Path(node).parent if node else VENV / "bin"
    env["PATH"] = f"{first}{os.pathsep}{env.get('PATH', '')}"
    env["NODE_OPTIONS"] = f"{env.get('NODE_OPTIONS', '')} --use-system-ca".strip()
    env["PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD"] = "1"
    return env


def pip_env() -> dict[str, str]:
    return {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0", "PIP_NO_INPUT": "1"}


def frontend_inputs() -> Iterator[Path]:
    for folder, names, files in os.walk(FRONTEND):
        names[:] = sorted(set(names) - NOT_INPUTS)
        yield from (Path(folder) / name for name in sorted(files) if not name.endswith((".tsbuildinfo", ".log")))


def digest(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes() + b"\0")
    return total.hexdigest()


def first_log(name: str) -> Path:
    """Where a log can lie before .venv exists: making it clears the folder."""
    return ROOT / "var" / "install" / f"{name}.log"


def read_stamp(name: str) -> str:
    path = STAMPS / name
    return path.read_text() if path.is_file() else ""


def write_stamp(name: str, text: str) -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(text)
