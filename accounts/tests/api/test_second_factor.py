"""The second factor: set up, asked for at every door, each code once, and switched off by whoever has both."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import AuditEvent, GuessCount, RecoveryCode, SecondFactor, SignIn, SignInChallenge, User
from accounts.one_time_codes import STEP_SECONDS, code_at
from accounts.services import challenges
from accounts.services.passwords import password_change
from accounts.tests.conftest import PASSWORD, Doors

TOKEN = "/api/auth/token/"
STEP_TWO = "/api/auth/token/second-factor/"
FACTOR = "/api/auth/second-factor/"
CONFIRM = "/api/auth/second-factor/confirm/"
CODES = "/api/auth/second-factor/recovery-codes/"


class Phone:
    """An authenticator app. Its first code is of the step before this one, so that two more are at hand."""

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.step = int(time.time()) // STEP_SECONDS - 2

    def code(self) -> str:
        self.step += 1
        return code_at(self.secret, self.step)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """One moment for the whole test: steps of thirty seconds would else end in the middle of one."""
    now = timezone.now().replace(microsecond=0)
    monkeypatch.setattr(timezone, "now", lambda: now)
    monkeypatch.setattr(time, "time", now.timestamp)


@pytest.fixture
def inside(alice: User, doors: Doors) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {doors.sign_in()['access']}")
    return client


@pytest.fixture
def phone(inside: APIClient) -> Phone:
    """Alice's second factor is on; the codes of this step and of the next are unused."""
    setup = inside.post(FACTOR, {"password": PASSWORD})
    assert setup.status_code == 201
    phone = Phone(setup.json()["secret"])
    confirmed = inside.post(CONFIRM, {"code": phone.code()})
    assert confirmed.status_code == 200, confirmed.content
    phone.recovery = confirmed.json()["recovery_codes"]  # type: ignore[attr-defined]
    return phone


def challenge(**body: Any) -> str:
    answer = APIClient().post(TOKEN, {"email": "alice@example.org", "password": PASSWORD, **body})
    assert answer.status_code == 401
    assert answer.json()["code"] == "second_factor_required"
    return str(answer.json()["challenge"])


def finish(text: str, code: str, **extra: Any) -> Any:
    return APIClient().post(STEP_TWO, {"challenge": text, "code": code, **extra})


def test_the_set_up_is_a_picture_and_a_text_of_the_same_secret(inside: APIClient) -> None:
    answer = inside.post(FACTOR, {"password": PASSWORD})
    setup = answer.json()
    assert setup["uri"].startswith("otpauth://totp/SpendWise:alice%40example.org?")
    assert f"secret={setup['secret']}" in setup["uri"]
    assert "counter" not in setup["uri"]
    assert setup["svg"].startswith("<svg ")
    assert answer["Cache-Control"] == "no-store"
    assert len(setup["secret"]) == 32


def test_an_unconfirmed_one_asks_for_nothing(inside: APIClient, doors: Doors) -> None:
    inside.post(FACTOR, {"password": PASSWORD})
    assert doors.me(doors.sign_in()["access"]) == 200
    assert inside.get(FACTOR).json() == {
        "is_on": False, "confirmed_at": None, "passkeys": 0, "recovery_codes_left": 0,
    }  # fmt: skip


def test_the_secret_and_the_codes_are_not_in_the_database(phone: Phone) -> None:
    stored = SecondFactor.objects.get()
    assert phone.secret not in stored.sealed_secret
    hashes = set(RecoveryCode.objects.values_list("code_hash", flat=True))
    assert len(hashes) == 10
    assert not hashes & set(phone.recovery)  # type: ignore[attr-defined]


@pytest.mark.parametrize("body", [{"password": "wrong-password"}, {}])
def test_the_set_up_wants_the_password(inside: APIClient, body: dict[str, str]) -> None:
    assert inside.post(FACTOR, body).status_code == 400
    assert not SecondFactor.objects.exists()


def test_a_second_one_is_refused(phone: Phone, inside: APIClient) -> None:
    assert inside.post(FACTOR, {"password": PASSWORD}).status_code == 409
    assert inside.post(CONFIRM, {"code": phone.code()}).status_code == 409


def test_the_password_alone_gives_no_token_and_no_cookie(phone: Phone) -> None:
    before = SignIn.objects.count()
    answer = APIClient().post(TOKEN, {"email": "alice@example.org", "password": PASSWORD, "cookie": True})
    assert set(answer.json()) == {"code", "message", "fields", "challenge", "methods"}
    assert not answer.cookies
    assert SignIn.objects.count() == before


def test_a_challenge_opens_nothing_by_itself(phone: Phone, doors: Doors) -> None:
    text = challenge()
    assert doors.me(text) == 401
    assert doors.refresh(text).status_code == 401


def test_password_and_code_open(phone: Phone, doors: Doors) -> None:
    pair = finish(challenge(), phone.code())
    assert pair.status_code == 200
    assert doors.me(pair.json()["access"]) == 200
    assert doors.refresh(pair.json()["refresh"]).status_code == 200


def test_the_cookie_takes_the_refresh_token(phone: Phone) -> None:
    answer = finish(challenge(), phone.code(), cookie=True)
    assert list(answer.json()) == ["access"]
    assert answer.cookies["spendwise_refresh"]["httponly"]


def test_a_code_works_once(phone: Phone) -> None:
    code = phone.code()
    assert finish(challenge(), code).status_code == 200
    assert finish(challenge(), code).status_code == 400


def test_an_older_code_than_the_last_is_refused(phone: Phone) -> None:
    older, newer = phone.code(), phone.code()
    assert finish(challenge(), newer).status_code == 200
    assert finish(challenge(), older).status_code == 400


@pytest.mark.parametrize("far", [-2, 2])
def test_a_code_of_two_steps_away_is_refused(phone: Phone, far: int) -> None:
    SecondFactor.objects.update(last_step=0)
    here = int(time.time()) // STEP_SECONDS
    assert finish(challenge(), code_at(phone.secret, here + far)).status_code == 400
    assert finish(challenge(), code_at(phone.secret, here + far // 2)).status_code == 200


def test_a_recovery_code_works_once_however_it_is_typed(phone: Phone, inside: APIClient) -> None:
    code = phone.recovery[3]  # type: ignore[attr-defined]
    assert finish(challenge(), f" {code.upper().replace('-', ' ')} ").status_code == 200
    assert finish(challenge(), code).status_code == 400
    assert inside.get(FACTOR).json()["recovery_codes_left"] == 9


def test_a_challenge_is_good_for_one_sign_in(phone: Phone) -> None:
    text = challenge()
    assert finish(text, phone.code()).status_code == 200
    assert (finish(text, phone.code()).status_code, finish(text, phone.code()).json()["code"]) == (
        401,
        "challenge_ended",
    )


def test_five_tries_end_a_challenge(phone: Phone) -> None:
    text = challenge()
    assert [finish(text, "000000").status_code for _ in range(6)] == [400] * 5 + [401]
    assert finish(text, phone.code()).status_code == 401


def test_a_challenge_ends_by_time_and_with_the_password(phone: Phone, alice: User) -> None:
    late, stale = challenge(), challenge()
    SignInChallenge.objects.filter(pk=signing.loads(late, salt=challenges.SALT)).update(expires_at=timezone.now())
    assert finish(late, phone.code()).status_code == 401
    alice.refresh_from_db()
    password_change(owner=alice, current_password=PASSWORD, new_password="another-long-phrase")
    assert finish(stale, phone.code()).status_code == 401


@pytest.mark.parametrize("text", ["", "x", "a:b:c", "\x00", "☃", "x" * 5000])
@pytest.mark.parametrize("code", ["123456", "", "٣٤٥٦٧٨", "\x00", "-1", "x" * 70])
def test_hostile_answers_are_refused(phone: Phone, text: str, code: str) -> None:
    assert finish(text, code).status_code in (400, 401)
    assert finish(challenge(), code).status_code == 400


def test_wrong_codes_slow_the_person_down_over_all_challenges(phone: Phone, settings: Any) -> None:
    settings.THROTTLES = True
    assert [finish(challenge(), "000000").status_code for _ in range(6)] == [400] * 5 + [429]
    refused = finish(challenge(), phone.code())
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 6
    GuessCount.objects.update(blocked_until=timezone.now())
    assert finish(challenge(), phone.code()).status_code == 200


def test_a_wrong_password_looks_as_it_did_before(phone: Phone) -> None:
    answer = APIClient().post(TOKEN, {"email": "alice@example.org", "password": "wrong-password"})
    assert answer.json() == {"code": "wrong_credentials", "message": "E-mail or password is wrong.", "fields": {}}


def test_switching_off_wants_password_and_code(phone: Phone, inside: APIClient, doors: Doors) -> None:
    code = phone.code()
    assert inside.delete(FACTOR, {"password": "wrong-password", "code": code}).status_code == 400
    assert inside.delete(FACTOR, {"password": PASSWORD, "code": "000000"}).status_code == 400
    assert inside.delete(FACTOR, {"password": PASSWORD, "code": code}).status_code == 204
    assert not RecoveryCode.objects.exists()
    assert doors.me(doors.sign_in()["access"]) == 200
    assert inside.delete(FACTOR, {"password": PASSWORD, "code": code}).status_code == 409


def test_new_recovery_codes_end_the_old_ones(phone: Phone, inside: APIClient) -> None:
    assert inside.post(CODES, {"password": PASSWORD, "code": "000000"}).status_code == 400
    fresh = inside.post(CODES, {"password": PASSWORD, "code": phone.code()}).json()["recovery_codes"]
    assert len(set(fresh) | set(phone.recovery)) == 20  # type: ignore[attr-defined]
    assert finish(challenge(), phone.recovery[0]).status_code == 400  # type: ignore[attr-defined]
    assert finish(challenge(), fresh[0]).status_code == 200


def test_a_code_of_somebody_else_is_no_code(phone: Phone, bob: User, doors: Doors) -> None:
    of_bob = APIClient()
    of_bob.credentials(HTTP_AUTHORIZATION=f"Bearer {doors.sign_in(bob.email)['access']}")
    secret = of_bob.post(FACTOR, {"password": PASSWORD}).json()["secret"]
    codes = of_bob.post(CONFIRM, {"code": Phone(secret).code()}).json()["recovery_codes"]
    assert finish(challenge(), codes[0]).status_code == 400


def test_a_replaced_secret_key_leaves_the_recovery_codes(phone: Phone, settings: Any) -> None:
    settings.SECRET_KEY = "another-secret-key-of-forty-characters-00"
    assert finish(challenge(), phone.code()).status_code == 400
    assert finish(challenge(), phone.recovery[0]).status_code == 200  # type: ignore[attr-defined]


def test_the_admin_asks_for_it_too(phone: Phone, alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(is_staff=True, is_superuser=True)
    form = {"username": alice.email, "password": PASSWORD}
    for given in ({}, {"code": ""}, {"code": "000000"}):
        client = Client()
        answer = client.post("/admin/login/?next=/admin/", {**form, **given})
        assert (answer.status_code, client.get("/admin/").status_code) == (200, 302)
    code = phone.code()
    client = Client()
    assert client.post("/admin/login/?next=/admin/", {**form, "code": code}).status_code == 302
    assert client.get("/admin/").status_code == 200
    assert Client().post("/admin/login/?next=/admin/", {**form, "code": code}).status_code == 200


def test_the_admins_page_shows_the_field(db: None) -> None:
    assert b'name="code"' in Client().get("/admin/login/").content


def test_the_trail_tells_it_without_secrets(phone: Phone, inside: APIClient) -> None:
    finish(challenge(), "000000")
    finish(challenge(), phone.recovery[0])  # type: ignore[attr-defined]
    inside.delete(FACTOR, {"password": PASSWORD, "code": phone.code()})
    trail = list(AuditEvent.objects.order_by("id").values_list("action", flat=True))
    assert trail == [
        *("signed_in", "second_factor_on", "sign_in_failed"),
        *("recovery_code_used", "signed_in", "second_factor_off"),
    ]
    told = str(list(AuditEvent.objects.values_list("detail", flat=True)))
    assert phone.secret not in told
    assert "000000" not in told
