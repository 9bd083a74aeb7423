"""The data directory's env file: secrets written once, settings read the way Django reads them."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from spendwise_project import envfile


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in ("SECRET_KEY", "JWT_SECRET_KEY", "SPENDWISE_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SPENDWISE_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def test_fresh_secrets_differ_and_are_private(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    envfile.ensure_env_file()
    text = envfile.env_file().read_text()
    keys = re.findall(r"^(?:JWT_)?SECRET_KEY=([0-9a-f]{64})$", text, re.MULTILINE)
    assert len(set(keys)) == 2
    assert stat.S_IMODE(envfile.env_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert not set(keys) & set(capsys.readouterr().err.split())


def test_existing_secrets_stay() -> None:
    envfile.ensure_env_file()
    before = envfile.env_file().read_text()
    envfile.ensure_env_file()
    assert envfile.env_file().read_text() == before


def test_debug_off_still_gets_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPENDWISE_DEBUG", "off")
    envfile.ensure_env_file()
    assert envfile.env_file().is_file()


def test_keys_in_the_environment_need_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JWT_SECRET_KEY", "given")
    envfile.ensure_env_file()
    assert not envfile.env_file().exists()


def test_settings_are_read_from_environment_then_file(monkeypatch: pytest.MonkeyPatch) -> None:
    envfile.replace_setting("SPENDWISE_WORKER_CONCURRENCY", "4")
    assert envfile.read_setting("SPENDWISE_WORKER_CONCURRENCY", "2") == "4"
    assert envfile.read_setting("SPENDWISE_OTHER", "2") == "2"
    monkeypatch.setenv("SPENDWISE_WORKER_CONCURRENCY", "8")
    assert envfile.read_setting("SPENDWISE_WORKER_CONCURRENCY", "2") == "8"


def test_replacing_keeps_every_other_line() -> None:
    envfile.ensure_env_file()
    lines = envfile.env_file().read_text().splitlines()
    envfile.replace_setting("JWT_SECRET_KEY", "new")
    after = envfile.env_file().read_text().splitlines()
    assert after == [lines[0], "JWT_SECRET_KEY=new"]


def test_the_example_documents_every_variable() -> None:
    sources = [
        *(envfile.BASE_DIR / "spendwise_project").glob("*.py"),
        *(envfile.BASE_DIR / "spendwise_project" / "supervisor").glob("*.py"),
    ]
    used = {
        name
        for path in sources
        for name in re.findall(r'"(SPENDWISE_[A-Z_]+|[A-Z_]*_?URL|(?:JWT_)?SECRET_KEY)"', path.read_text())
    }
    used = {
        name
        for name in used
        if name.startswith("SPENDWISE_") or name in {"REDIS_URL", "DATABASE_URL", "SECRET_KEY", "JWT_SECRET_KEY"}
    }
    documented = set(re.findall(r"^#?([A-Z_]+)=", (envfile.BASE_DIR / ".env.example").read_text(), re.MULTILINE))
    assert used == documented
