"""One place says how the four processes are started; compose and the operations page must agree with it."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from spendwise_project.envfile import BASE_DIR
from spendwise_project.supervisor import commands


@pytest.fixture
def services() -> dict[str, Any]:
    return dict(yaml.safe_load((BASE_DIR / "docker-compose.yml").read_text())["services"])


@pytest.fixture
def documented() -> list[str]:
    return (BASE_DIR / "docs" / "OPERATIONS.md").read_text().splitlines()


def test_compose_starts_the_web_as_the_supervisor_does(services: dict[str, Any]) -> None:
    shell, flag, script = shlex.split(services["backend"]["command"])
    assert (shell, flag) == ("sh", "-c")
    prepare, _, web = " ".join(script.split()).partition(" && exec ")
    assert prepare == "python manage.py prepare"
    assert web == commands.WEB.format(host="0.0.0.0", port=8000)  # noqa: S104 - inside a container


def test_compose_runs_worker_and_scheduler_under_the_supervisor(services: dict[str, Any]) -> None:
    assert services["worker"]["command"] == "python -m spendwise_project.supervisor --only worker,beat"


def test_compose_starts_redis_as_the_supervisor_does(services: dict[str, Any]) -> None:
    expected = commands.REDIS.format(listen=commands.LISTEN_IN_CONTAINER, directory="/data")
    assert shlex.split(services["redis"]["command"]) == shlex.split(expected)
    assert "ports" not in services["redis"]


def test_compose_images_run_as_ordinary_users(services: dict[str, Any]) -> None:
    assert services["redis"]["user"] == "redis"
    last_user: dict[str, str] = {}
    stage = ""
    for line in (BASE_DIR / "Dockerfile").read_text().splitlines():
        words = line.split()
        if words[:1] == ["FROM"]:
            stage = words[3]
            last_user[stage] = last_user.get(words[1], "root")
        elif words[:1] == ["USER"]:
            last_user[stage] = words[1]
    assert set(last_user) == {"dashboard-dev", "dashboard", "runtime", "bundle"}
    assert "root" not in last_user.values()


def test_compose_gives_every_service_as_little_as_it_needs(services: dict[str, Any]) -> None:
    for name in ("frontend", "backend", "worker", "redis"):
        about = services[name]
        assert about["read_only"], name
        assert about["cap_drop"] == ["ALL"], name
        assert about["security_opt"] == ["no-new-privileges:true"], name
        assert about.get("privileged") is None, name
    assert services["redis"]["networks"] == ["inside"]
    whole = yaml.safe_load((BASE_DIR / "docker-compose.yml").read_text())
    assert whole["networks"]["inside"] == {"internal": True}
    assert all(port.startswith("127.0.0.1:") for about in services.values() for port in about.get("ports", []))
    assert {name for name, about in services.items() if "healthcheck" in about} == {"backend", "worker", "redis"}


@pytest.mark.parametrize(
    "command",
    [
        commands.WEB.format(host="127.0.0.1", port=8000),
        commands.WORKER.format(concurrency=2),
        commands.BEAT.format(data="$SPENDWISE_DATA_DIR"),
        commands.REDIS.format(
            listen=commands.LISTEN_PRIVATELY.format(socket="$SPENDWISE_DATA_DIR/redis.sock"),
            directory="$SPENDWISE_DATA_DIR/redis",
        ),
    ],
)
def test_operations_page_gives_the_very_command(documented: list[str], command: str) -> None:
    assert command in documented


def test_argument_lists_survive_odd_paths() -> None:
    odd = Path("/data/with space and 'quote'")
    assert commands.beat(odd)[-2] == f"{odd}/beat-schedule"
    argv = commands.redis("/bin/redis-server", odd / "redis.sock", odd / "redis")
    assert argv[argv.index("--unixsocket") + 1] == f"{odd}/redis.sock"
    assert argv[argv.index("--save") + 1] == ""


def test_python_roles_use_this_interpreter() -> None:
    assert commands.web("127.0.0.1", 8000)[0] == sys.executable
    assert commands.worker(3)[-3:] == ["3", "--without-gossip", "--without-mingle"]
