"""What is not a good credential is 401: at the bearer doors, at refresh and at sign-out. Never 2xx, never 5xx."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from django.conf import settings as django_settings
from rest_framework.test import APIClient
from rest_framework_simplejwt import state
from rest_framework_simplejwt.backends import TokenBackend

from accounts.models import SignIn, User
from accounts.services.passwords import password_change
from accounts.services.users import user_erase
from accounts.tests.conftest import PASSWORD, Doors

Pair = dict[str, str]
KEY = django_settings.JWT_SECRET_KEY
OTHER_KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0" * 2


def segment(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def opened(token: str) -> dict[str, Any]:
    return dict(jwt.decode(token, options={"verify_signature": False}))


def signed(token: str, key: str = KEY, algorithm: str = "HS256", **claims: Any) -> str:
    """The token with other claims (None removes one), signed anew."""
    payload = {name: value for name, value in (opened(token) | claims).items() if value is not None}
    return jwt.encode(payload, key, algorithm=algorithm)


def unsigned(token: str, header: Any) -> str:
    return f"{segment(header)}.{token.split('.')[1]}."


def signed_with_nothing(token: str) -> str:
    """By hand: the library refuses to sign with an empty key."""
    message = token.rpartition(".")[0]
    digest = hmac.digest(b"", message.encode(), "sha256")
    return f"{message}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"


def flipped(token: str) -> str:
    head, body, signature = token.split(".")
    return f"{head}.{body}.{'B' if signature[0] == 'A' else 'A'}{signature[1:]}"


def repacked(token: str) -> str:
    """Another user's number under the old signature."""
    head, _, signature = token.split(".")
    return f"{head}.{segment(opened(token) | {'user_id': '2'})}.{signature}"


HOUR_AGO = int((datetime.now(UTC) - timedelta(hours=1)).timestamp())

FORGERIES: dict[str, Callable[[str], str]] = {
    "garbage": lambda _: "garbage",
    "three dots": lambda _: "a.b.c",
    "only dots": lambda _: "..",
    "alg none": lambda t: unsigned(t, {"alg": "none", "typ": "JWT"}),
    "alg None": lambda t: unsigned(t, {"alg": "None", "typ": "JWT"}),
    "alg missing": lambda t: unsigned(t, {"typ": "JWT"}),
    "alg a list": lambda t: unsigned(t, {"alg": ["HS256"]}),
    "alg a number": lambda t: unsigned(t, {"alg": 256}),
    "kid a path": lambda t: unsigned(t, {"alg": "HS256", "kid": "../../etc/passwd"}),
    "kid a number": lambda t: unsigned(t, {"alg": "HS256", "kid": 1}),
    "crit unknown": lambda t: unsigned(t, {"alg": "HS256", "crit": ["x"]}),
    "detached payload": lambda t: unsigned(t, {"alg": "HS256", "b64": False}),
    "header no object": lambda t: unsigned(t, [1]),
    "header nested deeply": lambda t: unsigned(t, "[" * 1500),
    "other algorithm": lambda t: signed(t, algorithm="HS512"),
    "tampered signature": flipped,
    "tampered payload": repacked,
    "cut short": lambda t: t[:-4],
    "weak key": lambda t: signed(t, key="secret"),
    "empty key": signed_with_nothing,
    "other secret": lambda t: signed(t, key=OTHER_KEY),
    "django's key": lambda t: signed(t, key=django_settings.SECRET_KEY),
    "expired": lambda t: signed(t, exp=HOUR_AGO),
    "without expiry": lambda t: signed(t, exp=None),
    "without id": lambda t: signed(t, jti=None),
    "without type": lambda t: signed(t, token_type=None),
    "other audience": lambda t: signed(t, aud="elsewhere"),
    "without audience": lambda t: signed(t, aud=None),
    "other issuer": lambda t: signed(t, iss="elsewhere"),
    "without issuer": lambda t: signed(t, iss=None),
    "without family": lambda t: signed(t, family=None),
    "family no uuid": lambda t: signed(t, family="x"),
    "family unknown": lambda t: signed(t, family="00000000-0000-4000-8000-000000000000"),
    "family of another type": lambda t: signed(t, family=[1]),
    "without user": lambda t: signed(t, user_id=None),
    "user no number": lambda t: signed(t, user_id="x"),
    "user too large": lambda t: signed(t, user_id="9" * 30),
    "user unknown": lambda t: signed(t, user_id="4711"),
    "user a list": lambda t: signed(t, user_id=[1]),
}


def end_of_user(pair: Pair) -> None:
    user_erase(user=User.objects.get(email="alice@example.org"))


def end_of_sign_in(pair: Pair) -> None:
    APIClient().post("/api/auth/logout/", {"refresh": pair["refresh"]})


def reuse(pair: Pair) -> None:
    for _ in range(2):
        APIClient().post("/api/auth/token/refresh/", {"refresh": pair["refresh"]})


def deactivation(pair: Pair) -> None:
    User.objects.update(is_active=False)


def new_password(pair: Pair) -> None:
    password_change(owner=User.objects.get(), current_password=PASSWORD, new_password="another-long-phrase")


def new_password_by_another_road(pair: Pair) -> None:
    user = User.objects.get()
    user.set_password("another-long-phrase")
    user.save()


ENDINGS = [end_of_user, end_of_sign_in, reuse, deactivation, new_password, new_password_by_another_road]

BEARER_DOORS = [
    ("get", "/api/auth/me/", None),
    ("patch", "/api/auth/me/", {"display_name": "Mallory"}),
    ("delete", "/api/auth/me/", {"password": PASSWORD}),
    ("post", "/api/auth/password/", {"current_password": PASSWORD, "new_password": "another-long-phrase"}),
]
REFRESH_DOORS = ["/api/auth/token/refresh/", "/api/auth/logout/"]


def assert_refused(answer: Any) -> None:
    assert answer.status_code == 401, answer.content
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert set(answer.json()) == {"code", "message", "fields"}
    assert b"alice" not in answer.content


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
@pytest.mark.parametrize("door", BEARER_DOORS)
@pytest.mark.parametrize("forgery", FORGERIES)
def test_forged_access_tokens(alice: User, doors: Doors, forgery: str, door: tuple[str, str, Any]) -> None:
    token = FORGERIES[forgery](doors.sign_in()["access"])
    method, path, body = door
    assert_refused(getattr(APIClient(), method)(path, body, HTTP_AUTHORIZATION=f"Bearer {token}"))
    alice.refresh_from_db()
    assert alice.display_name == "Alice"
    assert alice.check_password(PASSWORD)


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
@pytest.mark.parametrize("path", REFRESH_DOORS)
@pytest.mark.parametrize("forgery", FORGERIES)
def test_forged_refresh_tokens(alice: User, doors: Doors, forgery: str, path: str) -> None:
    token = FORGERIES[forgery](doors.sign_in()["refresh"])
    assert_refused(APIClient().post(path, {"refresh": token}))
    assert SignIn.objects.get().ended_at is None


@pytest.mark.parametrize("ending", ENDINGS)
def test_tokens_of_what_has_ended(alice: User, doors: Doors, ending: Callable[[Pair], None]) -> None:
    pair = doors.sign_in()
    ending(pair)
    for method, path, body in BEARER_DOORS:
        assert_refused(getattr(APIClient(), method)(path, body, HTTP_AUTHORIZATION=f"Bearer {pair['access']}"))
    for path in REFRESH_DOORS:
        assert_refused(APIClient().post(path, {"refresh": pair["refresh"]}))


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Basic YWxpY2U6eA==",
        "Token {access}",
        "{access}",
        "Bearer {access} x",
        "Bearer é",
    ],
)
def test_headers_that_hold_no_token(alice: User, doors: Doors, header: str | None) -> None:
    pair = doors.sign_in()
    extra: dict[str, Any] = {} if header is None else {"HTTP_AUTHORIZATION": header.format(**pair)}
    assert_refused(APIClient().get("/api/auth/me/", **extra))


def test_a_refresh_token_opens_no_bearer_door(alice: User, doors: Doors) -> None:
    assert doors.me(doors.sign_in()["refresh"]) == 401


def test_an_access_token_does_not_refresh(alice: User, doors: Doors) -> None:
    assert_refused(doors.refresh(doors.sign_in()["access"]))


def test_a_token_in_the_address_or_a_cookie_counts_for_nothing(alice: User, doors: Doors) -> None:
    access = doors.sign_in()["access"]
    client = APIClient()
    client.cookies["access"] = access
    assert_refused(client.get(f"/api/auth/me/?access={access}&token={access}&jwt={access}"))


def test_a_family_of_another_user_is_refused(alice: User, bob: User, doors: Doors) -> None:
    of_alice, of_bob = doors.sign_in(), doors.sign_in("bob@example.org")
    mixed = signed(of_alice["access"], family=opened(of_bob["access"])["family"])
    assert doors.me(mixed) == 401


def test_activating_a_user_again_is_not_undone_by_the_refusal(alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    User.objects.update(is_active=False)
    assert doors.me(pair["access"]) == 401
    User.objects.update(is_active=True)
    assert doors.me(pair["access"]) == 200


def test_a_new_secret_ends_every_old_token_and_new_ones_work(
    alice: User, doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = doors.sign_in()
    monkeypatch.setattr(state, "token_backend", TokenBackend("HS256", OTHER_KEY, "", "spendwise", "spendwise"))
    assert doors.me(old["access"]) == 401
    assert_refused(doors.refresh(old["refresh"]))
    assert doors.me(doors.sign_in()["access"]) == 200


@pytest.mark.parametrize("path", REFRESH_DOORS)
@pytest.mark.parametrize("refresh", [None, 5, [], {}, "", "x" * 5000, "\x00", True])
def test_refresh_bodies_of_the_wrong_kind(db: None, path: str, refresh: Any) -> None:
    assert APIClient().post(path, {"refresh": refresh}).status_code in {400, 401}
