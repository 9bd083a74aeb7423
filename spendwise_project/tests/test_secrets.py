"""Weak, equal and sample keys keep the server from starting. Each case is a fresh process, as a start is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

GOOD = "8f3a1c5e7b9d2046" * 4
OTHER = "0d2b4f6981a3c5e7" * 4


def start(data_dir: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """manage.py with nothing in the environment but what is given."""
    return subprocess.run(
        [sys.executable, "manage.py", *(command or ("check",))],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "SPENDWISE_DATA_DIR": str(data_dir), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("secret_key", "jwt_key", "complaint"),
    [
        (GOOD, "short", "JWT_SECRET_KEY is too weak"),
        (GOOD, "8f3a1c5e7b9d2046" * 3, "JWT_SECRET_KEY is too weak"),
        (GOOD, "a" * 64, "JWT_SECRET_KEY is too weak"),
        (GOOD, "change-me-" + GOOD, "JWT_SECRET_KEY is too weak"),
        ("short", GOOD, "SECRET_KEY is too weak"),
        (GOOD, GOOD, "JWT_SECRET_KEY equals SECRET_KEY"),
    ],
)
def test_it_refuses_to_start(tmp_path: Path, secret_key: str, jwt_key: str, complaint: str) -> None:
    ended = start(tmp_path, SECRET_KEY=secret_key, JWT_SECRET_KEY=jwt_key)
    assert ended.returncode != 0
    assert complaint in ended.stderr
    assert GOOD not in ended.stderr


def test_a_missing_key_is_named_with_the_remedy(tmp_path: Path) -> None:
    ended = start(tmp_path, JWT_SECRET_KEY=GOOD)
    assert ended.returncode != 0
    assert "SECRET_KEY is not set" in ended.stderr


def test_good_keys_start_with_debug_off(tmp_path: Path) -> None:
    ended = start(tmp_path, SECRET_KEY=GOOD, JWT_SECRET_KEY=OTHER)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_first_start_writes_fresh_keys_that_only_the_owner_reads(tmp_path: Path) -> None:
    assert start(tmp_path).returncode == 0
    env_file = tmp_path / "spendwise.env"
    assert env_file.stat().st_mode & 0o777 == 0o600
    keys = [line.split("=")[1] for line in env_file.read_text().splitlines()]
    assert [len(key) for key in keys] == [64, 64]
    assert keys[0] != keys[1]


def test_what_the_env_file_says_is_not_handed_on_to_child_processes(tmp_path: Path) -> None:
    code = "import os; print(os.environ.get('JWT_SECRET_KEY'))"
    ended = start(tmp_path, "shell", "--no-imports", "-c", code)
    assert ended.stdout.strip() == "None"


def test_keys_may_stand_in_files(tmp_path: Path) -> None:
    files = {}
    for name, key in (("SECRET_KEY", GOOD), ("JWT_SECRET_KEY", OTHER)):
        (tmp_path / name).write_text(key + "\n")
        files[f"{name}_FILE"] = str(tmp_path / name)
    ended = start(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **files)
    assert ended.returncode == 0, ended.stderr
    assert not (tmp_path / "spendwise.env").exists()
    refused = start(tmp_path, "rotate_jwt_secret", **files)
    assert refused.returncode == 1
    assert "JWT_SECRET_KEY_FILE" in refused.stderr
    (tmp_path / "JWT_SECRET_KEY").unlink()
    broken = start(tmp_path, **files)
    assert "JWT_SECRET_KEY_FILE names a file that cannot be read" in broken.stderr


@pytest.mark.parametrize("https", ["on", "off"])
def test_production_settings_pass_the_deploy_check(tmp_path: Path, https: str) -> None:
    keys = {"SECRET_KEY": GOOD, "JWT_SECRET_KEY": OTHER, "SPENDWISE_HTTPS": https}
    ended = start(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **keys)
    assert ended.returncode == 0, ended.stderr
