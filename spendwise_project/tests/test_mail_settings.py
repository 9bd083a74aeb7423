"""Where mails go is read from one address; a wrong one keeps the server from starting and is not repeated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spendwise_project.tests.test_secrets import GOOD, OTHER, start

SHOWN = (
    "import json; from django.conf import settings as s; print(json.dumps([s.EMAIL_BACKEND.split('.')[-2],"
    "getattr(s, 'EMAIL_HOST', ''), getattr(s, 'EMAIL_PORT', 0), s.EMAIL_HOST_PASSWORD, s.EMAIL_USE_TLS,"
    "s.EMAIL_FILE_PATH, s.PUBLIC_URL, s.DEFAULT_FROM_EMAIL]))"
)


def read(tmp_path: Path, **environment: str) -> list[object]:
    ended = start(tmp_path, "shell", "-v", "0", "-c", SHOWN, SECRET_KEY=GOOD, JWT_SECRET_KEY=OTHER, **environment)
    assert ended.returncode == 0, ended.stderr
    found: list[object] = json.loads(ended.stdout)
    return found


def test_without_an_address_mails_are_files(tmp_path: Path) -> None:
    kind, *_, path, public, sender = read(tmp_path)
    assert (kind, path, public, sender) == (
        "filebased", str(tmp_path / "mail"), "", "SpendWise <spendwise@localhost>",
    )  # fmt: skip


def test_a_mail_server_is_one_address(tmp_path: Path) -> None:
    kind, host, port, password, tls, *_, public, sender = read(
        tmp_path,
        SPENDWISE_EMAIL_URL="smtp+tls://me%40example.org:p%2Fw@mail.example.org:587",
        SPENDWISE_PUBLIC_URL="https://money.example.org/",
        SPENDWISE_EMAIL_FROM="Money <money@example.org>",
    )
    assert (kind, host, port, password, tls) == ("smtp", "mail.example.org", 587, "p/w", True)
    assert (public, sender) == ("https://money.example.org", "Money <money@example.org>")


def test_a_folder_is_one_too(tmp_path: Path) -> None:
    kind, *_, path, _public, _sender = read(tmp_path, SPENDWISE_EMAIL_URL=f"filemail://{tmp_path}/out")
    assert (kind, path) == ("filebased", f"{tmp_path}/out")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SPENDWISE_EMAIL_URL", "me:hidden-word@mail.example.org"),
        ("SPENDWISE_EMAIL_URL", "ftp://me:hidden-word@mail.example.org"),
        ("SPENDWISE_PUBLIC_URL", "money.example.org"),
        ("SPENDWISE_PUBLIC_URL", "javascript:alert(1)"),
        ("SPENDWISE_PUBLIC_URL", "https://"),
        ("SPENDWISE_EMAIL_SECONDS", "soon"),
    ],
)
def test_a_wrong_one_keeps_it_from_starting(tmp_path: Path, name: str, value: str) -> None:
    ended = start(tmp_path, SECRET_KEY=GOOD, JWT_SECRET_KEY=OTHER, **{name: value})
    assert ended.returncode != 0
    assert name in ended.stderr
    assert "hidden-word" not in ended.stderr
