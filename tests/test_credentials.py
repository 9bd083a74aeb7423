"""Every operation x every kind of credential that is not good, or not good enough: refused, and nothing is shown.

What another user's good credential meets, in addresses, bodies, filters and searches, is in tests/test_strangers.py.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import PersonalToken, User
from accounts.scopes import scopes_for
from accounts.services.personal_tokens import personal_token_create, personal_token_revoke
from accounts.services.sign_ins import NOBODY, enter
from accounts.services.users import user_erase
from accounts.tests.api.test_bad_credentials import HOUR_AGO, OTHER_KEY, flipped, opened, segment, signed, unsigned
from tests import test_routes
from tests.test_routes import CLOSED, ONE, PASSWORD, Route, state_of

pytestmark = [
    pytest.mark.campaign,  # three minutes
    pytest.mark.django_db,
    pytest.mark.timeout(900),
    pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning"),
]
alice, things = test_routes.alice, test_routes.things  # their fixtures: one of each kind
NAMES = (b"alice@example.org", b"Linden", b"Harbour", b"Corner Market", b"Streamly")
Pair = dict[str, str]


def pair_of(email: str) -> Pair:
    """Past the doors, which would ask Alice for her passkey."""
    pair = enter(User.objects.get(email=email), NOBODY)
    assert pair is not None
    return {"access": pair.access, "refresh": pair.refresh}


def ended_by(deed: Callable[[User, Pair], object]) -> str:
    """The access token of somebody whose sign-in was good until the deed."""
    user = User.objects.create_user(f"{secrets.token_hex(4)}@example.org", PASSWORD)
    pair = pair_of(user.email)
    deed(user, pair)
    return pair["access"]


def signed_out(_: User, pair: Pair) -> None:
    assert APIClient().post("/api/auth/logout/", {"refresh": pair["refresh"]}).status_code == 204


def refresh_used_twice(_: User, pair: Pair) -> None:
    for _time in range(2):
        APIClient().post("/api/auth/token/refresh/", {"refresh": pair["refresh"]})


def password_changed(user: User, _: Pair) -> None:
    user.set_password("another-long-phrase")
    user.save()


def deactivated(user: User, _: Pair) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


def deleted(user: User, _: Pair) -> None:
    user_erase(user=user)


ENDINGS = (signed_out, refresh_used_twice, password_changed, deactivated, deleted)


def personal(owner: User, *, is_over: bool = False) -> str:
    token, text = personal_token_create(owner=owner, name="Script", scopes=list(PersonalToken.Scope.values))
    if is_over:
        PersonalToken.objects.filter(pk=token.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    else:
        personal_token_revoke(owner=owner, token_id=token.pk)
    return text


def another_user(token: str, other: User) -> str:
    """Alice's number under the signature of somebody else's token."""
    head, _, signature = token.split(".")
    return f"{head}.{segment(opened(token) | {'user_id': str(other.pk)})}.{signature}"


@pytest.fixture
def credentials(alice: User) -> dict[str, str]:
    """Name -> what stands in the Authorization header; all of Alice's own that can be, for a sign-in that lives."""
    good = pair_of(alice.email)
    bearer = {
        "garbage": "garbage",
        "alg none": unsigned(good["access"], {"alg": "none", "typ": "JWT"}),
        "tampered signature": flipped(good["access"]),
        "tampered payload": another_user(ended_by(signed_out), alice),
        "weak key": signed(good["access"], key="secret"),
        "rotated key": signed(good["access"], key=OTHER_KEY),
        "refresh as access": good["refresh"],
        "expired": signed(good["access"], exp=HOUR_AGO),
        **{deed.__name__: ended_by(deed) for deed in ENDINGS},
        "personal token ended": personal(alice),
        "personal token expired": personal(alice, is_over=True),
    }
    basic = "Basic YWxpY2VAZXhhbXBsZS5vcmc6Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5"
    return {"anonymous": "", "basic": basic, **{name: f"Bearer {text}" for name, text in bearer.items()}}


def asked(route: Route, method: str, things: dict[str, object], header: str) -> Any:
    address = route.of(things) if route.address in ONE else route.address.replace("<pk>", "1")
    extra = {"HTTP_AUTHORIZATION": header} if header else {}
    return getattr(APIClient(raise_request_exception=False), method)(address, **extra)


def faults_of(answer: Any, status: int, what: str) -> list[str]:
    found = [] if answer.status_code == status else [f"{answer.status_code} {what}"]
    content = b"" if answer.streaming else answer.content
    return found + [f"{name!r} shown: {what}" for name in NAMES if name in content]


def test_no_bad_credential_opens_any_operation(
    things: dict[str, object], alice: User, credentials: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    before, statuses, faults = state_of(alice), Counter[int](), []
    for route, method in CLOSED:
        for name, header in credentials.items():
            answer = asked(route, method, things, header)
            statuses[answer.status_code] += 1
            faults += faults_of(answer, 401, f"{method} {route.address} with {name}")
    with capsys.disabled():
        print(f"\n{len(CLOSED)} operations x {len(credentials)} credentials: {dict(statuses)}, {len(faults)} faults")  # noqa: T201
    assert faults == []
    assert len(credentials) >= 16
    assert state_of(alice) == before


def test_a_personal_token_opens_only_what_its_scopes_name(things: dict[str, object], alice: User) -> None:
    texts = {scope: personal_token_create(owner=alice, name=scope, scopes=[scope])[1] for scope in PersonalToken.Scope}
    before, faults, tried = state_of(alice), [], 0
    for route, method in CLOSED:
        path = route.of(things) if route.address in ONE else route.address.replace("<pk>", "1")
        for scope in set(texts) - scopes_for(method, path):
            answer = asked(route, method, things, f"Bearer {texts[scope]}")
            tried += 1
            faults += faults_of(answer, 403, f"{method} {route.address} with the scope {scope}")
    assert faults == []
    assert tried > len(CLOSED)
    assert state_of(alice) == before
