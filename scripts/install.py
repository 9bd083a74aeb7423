"""Python packages into .venv, Node where there is none, the dashboard's bundle: each only when its inputs changed.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.running import ROOT, StepFailedError, step, stop_with_children

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"
LOGS = VENV / "logs"
FRONTEND = ROOT / "frontend"
DIST = FRONTEND / "dist"
OLDEST_NODE = (22, 19)
NOT_INPUTS = {"node_modules", "dist", "e2e", "test-results", "playwright-report"}


def packages(*, dev: bool = False, mcp: bool = False) -> None:
    """Make .venv hold the pinned packages: runtime, a Redis and a Node if the machine has none, and what is asked for:
    the test tools, and what `manage.py mcp` needs, which is tested with them."""
    files = [ROOT / "requirements.txt"]
    if not has_redis():
        files.append(ROOT / "requirements" / "redis.txt")
    if not machine_node():
        files.append(ROOT / "requirements" / "build.txt")
    if dev:
        files.append(ROOT / "requirements" / "dev.txt")
    if dev or mcp:
        files.append(ROOT / "requirements" / "mcp.txt")
    wanted = {file.name: digest([file]) for file in files} | {"python": f"{sys.version_info[0]}.{sys.version_info[1]}"}
    held = dict(line.split("=", 1) for line in read_stamp("packages").split())
    if PYTHON.exists() and wanted.items() <= held.items():
        return
    if not is_usable_venv():
        shutil.rmtree(VENV, ignore_errors=True)
        step("Making the virtual environment", [sys.executable, "-m", "venv", str(VENV)], log=LOGS / "venv.log")
    requirements = [part for file in files for part in ("--requirement", str(file))]
    step(
        "Installing Python packages",
        [str(PYTHON), "-m", "pip", "install", *requirements],
        env=pip_env(),
        log=LOGS / "pip.log",
    )
    # What another script added stays, unless making the environment anew has swept it away.
    held = dict(line.split("=", 1) for line in read_stamp("packages").split())
    write_stamp("packages", "\n".join(f"{name}={value}" for name, value in {**held, **wanted}.items()))


def is_usable_venv() -> bool:
    """Whether .venv is whole and of the Python that runs this; a broken-off or foreign one is made anew."""
    if not PYTHON.exists():
        return False
    ask = "import sys, pip; print(sys.version_info[:2], sys.prefix)"
    found = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False)
    return found.stdout.strip() == f"{sys.version_info[:2]} {VENV}"


def has_redis() -> bool:
    return bool(os.environ.get("REDIS_URL") or shutil.which("redis-server") or shutil.which("valkey-server"))


def machine_node() -> str:
    """The machine's own Node if it is new enough and has npm beside it; empty otherwise."""
    ours = (VENV / "bin").resolve()
    parts = os.environ.get("PATH", "").split(os.pathsep)
    path = os.pathsep.join(part for part in parts if part and Path(part).resolve() != ours)
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
    env |= {"PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1", "NO_COLOR": "1"}
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


def read_stamp(name: str) -> str:
    path = STAMPS / name
    return path.read_text() if path.is_file() else ""


def write_stamp(name: str, text: str) -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(text)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """One installation in this folder at a time: a second start waits for the first."""
    descriptor = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def environment() -> None:
    """Print shell lines that put .venv and a new enough Node first on PATH."""
    env = node_env()
    values = {
        "PATH": f"{VENV / 'bin'}{os.pathsep}{env['PATH']}",
        "NODE_OPTIONS": env["NODE_OPTIONS"],
        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1",
    }
    for name, value in values.items():
        print(f"export {name}={shlex.quote(value)}")


def main() -> None:
    stop_with_children()
    works = {
        "packages": lambda: packages(dev=True),
        "mcp": lambda: packages(mcp=True),
        "node-modules": node_modules,
        "bundle": bundle,
        "environment": environment,
    }
    if len(sys.argv) != 2 or sys.argv[1] not in works:
        sys.exit(f"usage: install.py {'|'.join(works)}")
    try:
        with one_at_a_time():
            works[sys.argv[1]]()
    except StepFailedError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
