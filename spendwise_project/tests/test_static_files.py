"""Static files and the bundle: whole, compressed where the browser can, cached for ever where the name holds a hash."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from asgiref.sync import async_to_sync
from django.test import AsyncClient, Client
from pytest_django import Settings

SCRIPT = b"console.log('spendwise')\n" * 200


@pytest.fixture
def bundle(settings: Settings, tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "index-Ab12Cd34.js").write_bytes(SCRIPT)
    (tmp_path / "index.html").write_text("<!doctype html>")
    (tmp_path / "app.webmanifest").write_text("{}")
    settings.WHITENOISE_ROOT = settings.FRONTEND_DIST = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.WHITENOISE_AUTOREFRESH = False
    (tmp_path / "static").mkdir()
    return tmp_path


@pytest.fixture
def no_warning() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.mark.usefixtures("bundle")
def test_a_hashed_file_is_cached_for_ever(client: Client) -> None:
    answer = client.get("/assets/index-Ab12Cd34.js")
    assert (answer.status_code, answer.content) == (200, SCRIPT)
    assert answer["Content-Type"].startswith("text/javascript")
    assert "immutable" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.usefixtures("bundle")
def test_other_files_are_asked_for_again(client: Client) -> None:
    answer = client.get("/app.webmanifest")
    assert "immutable" not in answer["Cache-Control"]
    assert answer["Content-Type"].startswith("application/manifest+json")
    again = client.get("/app.webmanifest", headers={"if-modified-since": answer["Last-Modified"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("bundle")
def test_a_part_of_a_file(client: Client) -> None:
    answer = client.get("/assets/index-Ab12Cd34.js", headers={"range": "bytes=0-6"})
    assert (answer.status_code, answer.content) == (206, b"console")


@pytest.mark.usefixtures("bundle")
def test_heads_have_no_body(client: Client) -> None:
    answer = client.head("/assets/index-Ab12Cd34.js")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.usefixtures("bundle", "no_warning")
def test_files_are_not_streamed_under_asgi(async_client: AsyncClient) -> None:
    answer = async_to_sync(async_client.get)("/assets/index-Ab12Cd34.js")
    assert not answer.streaming
    assert answer.content == SCRIPT


def test_the_compressed_file_is_taken(client: Client, bundle: Path) -> None:
    (bundle / "assets" / "index-Ab12Cd34.js.gz").write_bytes(b"small")
    answer = client.get("/assets/index-Ab12Cd34.js", headers={"accept-encoding": "gzip"})
    assert (answer.content, answer["Content-Encoding"]) == (b"small", "gzip")
