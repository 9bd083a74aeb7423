"""Which Redis is used, and where ours listens."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from spendwise_project import envfile
from spendwise_project.supervisor import cli, redis_source


def test_a_running_redis_is_used(redis_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_URL", redis_server)
    assert cli.redis_plan() == (redis_server, [])


def test_a_dead_redis_url_falls_back_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REDIS_URL", f"unix://{tmp_path}/nobody.sock")
    monkeypatch.setenv("SPENDWISE_DATA_DIR", str(tmp_path))
    url, argv = cli.redis_plan()
    assert url == f"unix://{envfile.redis_socket()}"
    assert argv[0] == redis_source.server_binary()
    assert "Nothing answers at REDIS_URL" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["redis-server", "valkey-server"])
def test_a_server_on_path_comes_before_the_wheel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    program = tmp_path / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert redis_source.server_binary() == str(program)


def test_a_short_data_directory_holds_the_socket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SPENDWISE_DATA_DIR", "/tmp/sw-short")  # noqa: S108 - only a name here
    assert envfile.redis_socket() == Path("/tmp/sw-short/redis.sock").resolve()  # noqa: S108


def test_a_long_data_directory_gets_a_private_short_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SPENDWISE_DATA_DIR", str(tmp_path / ("long" * 30)))
    first = envfile.redis_socket()
    assert len(os.fsencode(first)) <= envfile.LONGEST_SOCKET_PATH
    assert first == envfile.redis_socket()
    monkeypatch.setenv("SPENDWISE_DATA_DIR", str(tmp_path / ("other" * 30)))
    assert first != envfile.redis_socket()


def test_private_directory_is_made_for_us_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "private"
    redis_source.ensure_private_directory(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    redis_source.ensure_private_directory(path)


def test_a_directory_open_to_others_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with pytest.raises(PermissionError, match="not a private directory"):
        redis_source.ensure_private_directory(tmp_path)


def test_a_link_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    with pytest.raises(PermissionError, match="not a private directory"):
        redis_source.ensure_private_directory(link)
