"""What is installed and built again, and what is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts import install


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("REDIS_URL", raising=False)
    return tmp_path


def put_program(folder: Path, name: str, says: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\necho {says}\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("version", "is_taken"), [("v22.19.0", True), ("v24.1.0", True), ("v22.18.9", False), ("v20.20.2", False)]
)
def test_only_a_new_enough_node_is_taken(programs: Path, version: str, *, is_taken: bool) -> None:
    node = put_program(programs, "node", version)
    put_program(programs, "npm", "11")
    assert install.machine_node() == (str(node) if is_taken else "")


def test_a_node_without_npm_is_not_taken(programs: Path) -> None:
    put_program(programs, "node", "v24.1.0")
    assert install.machine_node() == ""


def test_npm_runs_with_the_systems_certificates(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NODE_OPTIONS", "--max-old-space-size=512")
    env = install.node_env()
    assert env["NODE_OPTIONS"] == "--max-old-space-size=512 --use-system-ca"
    assert env["PATH"].split(os.pathsep)[0] == str(install.VENV / "bin")


def test_a_redis_of_the_machine_spares_the_wheel(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not install.has_redis()
    put_program(programs, "valkey-server", "")
    assert install.has_redis()


def test_the_digest_follows_names_and_contents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(install, "ROOT", tmp_path)
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("same")
    two.write_text("same")
    assert install.digest([one]) != install.digest([two])
    before = install.digest([one, two])
    two.write_text("other")
    assert install.digest([one, two]) != before


def test_the_bundle_depends_on_sources_but_not_on_what_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(install, "FRONTEND", tmp_path)
    for name in ("src/main.tsx", "node_modules/x/index.js", "dist/index.html", "e2e/a.spec.ts", "tsc.tsbuildinfo"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert [path.relative_to(tmp_path).as_posix() for path in install.frontend_inputs()] == ["src/main.tsx"]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["requirements.txt"]),
        ({"mcp": True}, ["requirements.txt", "mcp.txt"]),
        ({"dev": True}, ["requirements.txt", "dev.txt", "mcp.txt"]),
    ],
)
def test_what_the_assistants_door_needs_is_installed_only_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, asked: dict[str, bool], names: list[str]
) -> None:
    seen: list[str] = []
    monkeypatch.setenv("REDIS_URL", "redis://localhost")
    monkeypatch.setattr(install, "machine_node", lambda: "/usr/bin/node")
    monkeypatch.setattr(install, "read_stamp", lambda _name: "")
    monkeypatch.setattr(install, "write_stamp", lambda _name, _text: None)
    monkeypatch.setattr(install, "is_usable_venv", lambda: True)
    monkeypatch.setattr(install, "step", lambda _what, command, **_: seen.extend(command))
    install.packages(**asked)
    assert [Path(seen[place + 1]).name for place, part in enumerate(seen) if part == "--requirement"] == names


def test_the_demo_signs_in_as_the_user_that_seed_makes() -> None:
    from scripts import demo
    from transactions.management.commands import seed

    assert (demo.DEMO_EMAIL, demo.DEMO_PASSWORD) == (seed.DEMO_EMAIL, seed.DEMO_PASSWORD)
