"""Schema, docs and admin: each page under a policy that allows scripts from this origin only."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

SCRIPTS = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)


def scripts_from(policy: str) -> list[str]:
    directives = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    return (directives.get("script-src") or directives["default-src"]).split()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/healthz", "/api/schema/", "/api/docs/", "/admin/login/", "/api/nothing/"])
def test_scripts_come_from_this_origin_only(client: Client, path: str) -> None:
    assert scripts_from(client.get(path)["Content-Security-Policy"]) == ["'self'"]


@pytest.mark.django_db
def test_docs_and_admin_carry_their_own_policy(client: Client) -> None:
    dashboard, docs, admin = (
        client.get(path)["Content-Security-Policy"] for path in ("/healthz", "/api/docs/", "/admin/login/")
    )
    assert docs == admin != dashboard
    assert "default-src 'none'" in docs


def test_docs_page_has_no_inline_script_and_only_local_files(client: Client) -> None:
    page = client.get("/api/docs/").content.decode()
    found = SCRIPTS.findall(page)
    assert len(found) >= 3
    for attributes, body in found:
        assert not body.strip()
        assert re.search(r'src="/(static|api/docs)/', attributes)
    for path in re.findall(r'"/static/([^"]+)"', page):
        assert finders.find(path), path


def test_docs_start_script_is_served_as_a_script(client: Client) -> None:
    answer = client.get("/api/docs/?script=")
    assert answer["Content-Type"].startswith("application/javascript")
    assert b"SwaggerUIBundle" in answer.content


def test_schema_is_open_and_names_the_doors(client: Client) -> None:
    answer = client.get("/api/schema/")
    assert answer.status_code == 200
    assert b"/api/auth/token/" in answer.content
