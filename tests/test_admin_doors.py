"""The admin's addresses: whoever is not of the server's staff is sent to its door from each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.contrib.admindocs.views import simplify_regex
from django.test import Client
from django.urls import URLResolver, get_resolver

from accounts.models import User

pytestmark = pytest.mark.django_db


def test_the_admin_sends_everybody_but_staff_to_its_door() -> None:
    client = Client()
    client.force_login(User.objects.create_user("alice@example.org", "correct-horse-battery"))
    addresses = [str(simplify_regex(address)) for address in admin_addresses()]
    assert len(addresses) > 80
    for address in addresses:
        path = re.sub(r"<\w+>", "1", re.sub(r"<\w+:(\w+)>", r"<\1>", address))
        for somebody in (Client(), client):
            answer = somebody.get(path)
            if path in ("/admin/login/", "/admin/jsi18n/", "/admin/logout/"):
                assert answer.status_code in (200, 302, 405)
            elif answer.status_code != 404:
                assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/admin/login/"), path


def admin_addresses() -> Iterator[str]:
    def below(resolver: URLResolver, before: str) -> Iterator[str]:
        for entry in resolver.url_patterns:
            address = before + str(entry.pattern)
            if isinstance(entry, URLResolver):
                yield from below(entry, address)
            else:
                yield address

    for entry in get_resolver().url_patterns:
        if isinstance(entry, URLResolver) and entry.namespace == "admin":
            yield from below(entry, str(entry.pattern))
