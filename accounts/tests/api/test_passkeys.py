"""Passkeys: made with the password, asked for after it or instead of it, and no answer but the right one opens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core import signing
from django.test import Client
from django.utils import timezone
from fido2.utils import websafe_encode
from rest_framework.test import APIClient

from accounts.models import AuditEvent, Passkey, RecoveryCode, SignIn, SignInChallenge, SpentChallenge, User
from accounts.services import ceremonies
from accounts.services.passwords import password_change
from accounts.services.second_factors import second_factor_remove
from accounts.tests.authenticators import ATTESTED, PRESENT, VERIFIED, Authenticator, cose
from accounts.tests.conftest import PASSWORD, Doors

LIST = "/api/auth/passkeys/"
BEGIN = "/api/auth/passkeys/begin/"
TOKEN = "/api/auth/token/"
SECOND_STEP = "/api/auth/token/second-factor/"
SIGN_IN_BEGIN = "/api/auth/token/passkey/begin/"
SIGN_IN = "/api/auth/token/passkey/"
FACTOR = "/api/auth/second-factor/"
CODES = "/api/auth/second-factor/recovery-codes/"


def client_of(doors: Doors, email: str = "alice@example.org") -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {doors.sign_in(email)['access']}")
    return client


@pytest.fixture
def inside(alice: User, doors: Doors) -> APIClient:
    return client_of(doors)


def begin(client: APIClient, **extra: Any) -> dict[str, Any]:
    begun = client.post(BEGIN, {"password": PASSWORD, **extra})
    assert begun.status_code == 200, begun.content
    return dict(begun.json())


def register(client: APIClient, device: Authenticator, name: str = "Key", **wrong: Any) -> Any:
    begun = begin(client)
    credential = device.make(begun["options"], **wrong)
    return client.post(LIST, {"challenge": begun["challenge"], "name": name, "credential": credential})


@pytest.fixture
def device(inside: APIClient) -> Authenticator:
    """Alice's passkey, which is on."""
    device = Authenticator()
    made = register(inside, device)
    assert made.status_code == 201, made.content
    device.recovery = made.json()["recovery_codes"]  # type: ignore[attr-defined]
    return device


def password_step(email: str = "alice@example.org") -> dict[str, Any]:
    answer = APIClient().post(TOKEN, {"email": email, "password": PASSWORD})
    assert (answer.status_code, answer.json()["code"]) == (401, "second_factor_required")
    return dict(answer.json())


def sign_in_begin(challenge: str = "") -> dict[str, Any]:
    begun = APIClient().post(SIGN_IN_BEGIN, {"challenge": challenge} if challenge else {})
    assert begun.status_code == 200, begun.content
    return dict(begun.json())


def sign_in(device: Authenticator, begun: dict[str, Any] | None = None, cookie: bool = False, **wrong: Any) -> Any:
    begun = begun or sign_in_begin()
    credential = device.use(begun["options"], **wrong)
    return APIClient().post(SIGN_IN, {"challenge": begun["challenge"], "credential": credential, "cookie": cookie})


def test_the_browser_is_asked_for_one_of_this_host(inside: APIClient) -> None:
    options = begin(inside)["options"]
    assert options["rp"] == {"name": "SpendWise", "id": "localhost"}
    assert options["user"]["name"] == "alice@example.org"
    assert [each["alg"] for each in options["pubKeyCredParams"]] == [-7, -8, -257]
    assert options["authenticatorSelection"]["residentKey"] == "preferred"
    assert options["excludeCredentials"] == []


def test_the_host_is_a_setting(inside: APIClient, settings: Any) -> None:
    settings.PASSKEY_HOST, settings.PASSKEY_ORIGINS = "money.example.org", ["https://money.example.org"]
    assert begin(inside)["options"]["rp"]["id"] == "money.example.org"
    for origin in ("http://localhost:8000", "https://example.org", "http://money.example.org", "https://[", "null"):
        assert register(inside, Authenticator(), origin=origin).status_code == 400
    assert register(inside, Authenticator(), origin="https://money.example.org").status_code == 201


@pytest.mark.parametrize("body", [{"password": "wrong-password"}, {}])
def test_making_one_wants_the_password(inside: APIClient, body: dict[str, str]) -> None:
    assert inside.post(BEGIN, body).status_code == 400


@pytest.mark.parametrize("key", [None, Ed25519PrivateKey.generate()])
def test_the_first_one_comes_with_recovery_codes_and_asks_from_then_on(
    inside: APIClient, doors: Doors, key: Any
) -> None:
    device = Authenticator(key=key) if key else Authenticator()
    made = register(inside, device, "Blue key")
    assert len(made.json()["recovery_codes"]) == 10
    assert made["Cache-Control"] == "no-store"
    assert inside.get(FACTOR).json() == {
        "is_on": True, "confirmed_at": None, "passkeys": 1, "recovery_codes_left": 10,
    }  # fmt: skip
    asked = password_step()
    assert asked["methods"] == ["passkey", "recovery"]
    pair = sign_in(device, sign_in_begin(asked["challenge"]))
    assert doors.me(pair.json()["access"]) == 200
    [shown] = inside.get(LIST).json()
    assert (shown["name"], shown["last_used_at"] is not None) == ("Blue key", True)


def test_the_database_holds_no_secret_of_it(device: Authenticator) -> None:
    row = Passkey.objects.get()
    assert row.transports == ["usb"]
    assert row.user_handle == device.handle
    assert "alice" not in row.user_handle


def test_a_second_one_keeps_the_codes_and_is_not_made_twice(device: Authenticator, inside: APIClient) -> None:
    begun = begin(inside)
    assert [each["id"] for each in begun["options"]["excludeCredentials"]] == [websafe_encode(device.credential_id)]
    assert begun["options"]["user"]["id"] == device.handle
    second = register(inside, Authenticator(), "Spare")
    assert (second.status_code, second.json()["recovery_codes"]) == (201, [])
    assert register(inside, device).status_code == 400
    assert RecoveryCode.objects.count() == 10


def test_it_opens_without_a_password_where_the_device_knows_its_owner(device: Authenticator, doors: Doors) -> None:
    begun = sign_in_begin()
    assert "allowCredentials" not in begun["options"]
    assert begun["options"]["userVerification"] == "required"
    answer = sign_in(device, begun, cookie=True)
    assert (answer.status_code, list(answer.json())) == (200, ["access"])
    assert {"spendwise_refresh", "spendwise_device"} <= set(answer.cookies)
    assert doors.me(answer.json()["access"]) == 200
    assert AuditEvent.objects.filter(action="signed_in", detail__door="passkey").count() == 1


def test_without_a_password_the_device_has_to_ask(device: Authenticator) -> None:
    assert sign_in(device, flags=PRESENT).status_code == 400
    assert sign_in(device, sign_in_begin(password_step()["challenge"]), flags=PRESENT).status_code == 200


def test_a_sign_in_by_it_stands_in_the_list(device: Authenticator) -> None:
    before = SignIn.objects.count()
    assert sign_in(device).status_code == 200
    assert SignIn.objects.count() == before + 1


WRONG_REGISTRATIONS: dict[str, dict[str, Any]] = {
    "origin": {"origin": "https://evil.example.com"},
    "no origin": {"origin": None},
    "an origin that ends alike": {"origin": "http://evil-localhost:8000"},
    "challenge": {"challenge": websafe_encode(b"x" * 32)},
    "challenge no text": {"challenge": 7},
    "host": {"host": "evil.example.com"},
    "type": {"type": "webauthn.get"},
    "not touched": {"flags": VERIFIED | ATTESTED},
    "nothing attested": {"flags": PRESENT | VERIFIED},
    "algorithm by SHA-1": {"public": {1: 3, 3: -65535, -1: b"n" * 256, -2: b"\x01\x00\x01"}},
    "unknown algorithm": {"public": {1: 2, 3: -9999}},
    "no algorithm": {"public": {1: 2}},
    "key no map": {"public": [1, 2]},
}


@pytest.mark.parametrize("wrong", WRONG_REGISTRATIONS.values(), ids=WRONG_REGISTRATIONS.keys())
def test_what_is_no_registration_is_refused(inside: APIClient, wrong: dict[str, Any]) -> None:
    refused = register(inside, Authenticator(), **wrong)
    assert (refused.status_code, refused.json()["code"]) == (400, "passkey_refused")
    assert not Passkey.objects.exists()


def test_a_registration_is_good_once_for_one_person_in_one_session(inside: APIClient, bob: User, doors: Doors) -> None:
    device, begun = Authenticator(), begin(inside)
    sent = {"challenge": begun["challenge"], "name": "Key", "credential": device.make(begun["options"])}
    assert client_of(doors, bob.email).post(LIST, sent).status_code == 400
    assert inside.post(LIST, sent).json()["code"] == "challenge_ended"

    begun = begin(inside)
    sent = {"challenge": begun["challenge"], "name": "Key", "credential": device.make(begun["options"])}
    assert client_of(doors).post(LIST, sent).status_code == 400

    begun = begin(inside)
    sent = {"challenge": begun["challenge"], "name": "Key", "credential": device.make(begun["options"])}
    assert inside.post(LIST, sent).status_code == 201
    assert inside.post(LIST, sent).json()["code"] == "challenge_ended"


def test_a_credential_of_somebody_else_is_not_taken(device: Authenticator, bob: User, doors: Doors) -> None:
    refused = register(client_of(doors, bob.email), device)
    assert (refused.status_code, refused.json()["code"]) == (400, "passkey_refused")
    assert not Passkey.objects.filter(user=bob).exists()


WRONG_SIGN_INS: dict[str, dict[str, Any]] = {
    "origin": {"origin": "https://evil.example.com"},
    "challenge": {"challenge": websafe_encode(b"x" * 32)},
    "host": {"host": "evil.example.com"},
    "type": {"type": "webauthn.create"},
    "not touched": {"flags": VERIFIED},
    "not verified": {"flags": PRESENT},
    "handle of another": {"handle": websafe_encode(b"h" * 32)},
    "no handle": {"handle": ""},
    "bytes left over": {"flags": PRESENT | VERIFIED | ATTESTED},
}


@pytest.mark.parametrize("wrong", WRONG_SIGN_INS.values(), ids=WRONG_SIGN_INS.keys())
def test_what_is_no_answer_opens_nothing(device: Authenticator, wrong: dict[str, Any]) -> None:
    before = SignIn.objects.count()
    refused = sign_in(device, **wrong)
    assert (refused.status_code, refused.json()["code"]) == (400, "passkey_refused")
    assert SignIn.objects.count() == before
    assert sign_in(device).status_code == 200


def test_another_key_under_the_same_id_opens_nothing(device: Authenticator) -> None:
    forged = Authenticator(credential_id=device.credential_id, handle=device.handle)
    assert sign_in(forged).json()["code"] == "passkey_refused"
    assert AuditEvent.objects.filter(action="sign_in_failed", detail__door="passkey").count() == 1
    unknown = Authenticator(handle=device.handle)
    assert sign_in(unknown).json()["code"] == "passkey_refused"


def test_an_answer_works_once_and_a_wrong_one_spends_the_challenge(device: Authenticator) -> None:
    begun = sign_in_begin()
    sent = {"challenge": begun["challenge"], "credential": device.use(begun["options"])}
    assert [APIClient().post(SIGN_IN, sent).status_code for _ in range(2)] == [200, 400]
    begun = sign_in_begin()
    assert sign_in(device, begun, origin="https://evil.example.com").status_code == 400
    late = sign_in(device, begun)
    assert (late.status_code, late.json()["code"]) == (400, "challenge_ended")
    other = sign_in_begin()
    sent = {"challenge": sign_in_begin()["challenge"], "credential": device.use(other["options"])}
    assert APIClient().post(SIGN_IN, sent).status_code == 400


def test_a_challenge_ends_by_time(device: Authenticator, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = sign_in_begin()
    monkeypatch.setattr(ceremonies, "LIFETIME", timedelta(seconds=-1))
    assert sign_in(device, begun).json()["code"] == "challenge_ended"


def test_spent_challenges_are_forgotten_when_they_would_have_ended(device: Authenticator) -> None:
    SpentChallenge.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    sign_in(device)
    assert SpentChallenge.objects.count() == 1


def test_a_challenge_of_one_door_opens_no_other(device: Authenticator, inside: APIClient) -> None:
    made, begun = begin(inside), sign_in_begin()
    credential = Authenticator().make(made["options"])
    sent = {"challenge": begun["challenge"], "name": "Key", "credential": credential}
    assert inside.post(LIST, sent).json()["code"] == "challenge_ended"
    used = device.use({**begun["options"], "challenge": made["options"]["challenge"]})
    assert APIClient().post(SIGN_IN, {"challenge": made["challenge"], "credential": used}).status_code == 400
    assert APIClient().post(SECOND_STEP, {"challenge": begun["challenge"], "code": "123456"}).status_code == 401


def test_the_second_step_takes_passkeys_of_its_person_alone(device: Authenticator, bob: User, doors: Doors) -> None:
    of_bob = Authenticator()
    assert register(client_of(doors, bob.email), of_bob).status_code == 201
    begun = sign_in_begin(password_step()["challenge"])
    assert [each["id"] for each in begun["options"]["allowCredentials"]] == [websafe_encode(device.credential_id)]
    assert sign_in(of_bob, begun).json()["code"] == "passkey_refused"
    assert doors.me(sign_in(of_bob).json()["access"]) == 200


def test_a_sign_in_that_is_half_done_ends_with_its_passkey_step(device: Authenticator, alice: User) -> None:
    challenge = password_step()["challenge"]
    assert sign_in(device, sign_in_begin(challenge)).status_code == 200
    assert APIClient().post(SIGN_IN_BEGIN, {"challenge": challenge}).status_code == 401
    waiting = sign_in_begin(password_step()["challenge"])
    SignInChallenge.objects.update(expires_at=timezone.now())
    assert sign_in(device, waiting).status_code == 401
    waiting = sign_in_begin(password_step()["challenge"])
    alice.refresh_from_db()
    password_change(owner=alice, current_password=PASSWORD, new_password="another-long-phrase")
    assert sign_in(device, waiting).status_code == 401


def test_five_wrong_answers_end_it(device: Authenticator) -> None:
    challenge = password_step()["challenge"]
    for _ in range(5):
        assert sign_in(device, sign_in_begin(challenge), flags=0).status_code == 400
    assert APIClient().post(SIGN_IN_BEGIN, {"challenge": challenge}).status_code == 401


def test_a_counter_that_does_not_move_tells_of_a_copy(device: Authenticator) -> None:
    assert sign_in(device).status_code == 200
    device.counts = 0
    assert sign_in(device).json()["code"] == "passkey_refused"
    device.count -= 1
    assert sign_in(device).json()["code"] == "passkey_refused"
    device.counts, device.count = 1, 1
    assert sign_in(device).status_code == 200


def test_many_authenticators_never_count(inside: APIClient) -> None:
    device = Authenticator(counts=0)
    register(inside, device)
    assert [sign_in(device).status_code for _ in range(2)] == [200, 200]


def test_a_deactivated_user_stays_out(device: Authenticator) -> None:
    begun = sign_in_begin()
    User.objects.update(is_active=False)
    assert sign_in(device, begun).status_code == 400


def test_recovery_codes_open_where_the_passkey_is_lost(device: Authenticator) -> None:
    [code, *_] = device.recovery  # type: ignore[attr-defined]
    for expected in (200, 400):
        sent = {"challenge": password_step()["challenge"], "code": code}
        assert APIClient().post(SECOND_STEP, sent).status_code == expected


def test_the_admin_takes_a_recovery_code_in_its_place(device: Authenticator, alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(is_staff=True, is_superuser=True)
    form = {"username": alice.email, "password": PASSWORD}
    client = Client()
    assert client.post("/admin/login/?next=/admin/", form).status_code == 200
    assert client.get("/admin/").status_code == 302
    opened = client.post("/admin/login/?next=/admin/", {**form, "code": device.recovery[0]})  # type: ignore[attr-defined]
    assert (opened.status_code, client.get("/admin/").status_code) == (302, 200)


def aged(client: APIClient) -> None:
    SignIn.objects.update(created_at=timezone.now() - timedelta(minutes=16))


def test_changes_want_the_password_and_a_sign_in_just_now_or_a_code(device: Authenticator, inside: APIClient) -> None:
    one = f"{LIST}{Passkey.objects.get().pk}/"
    aged(inside)
    doings: list[Callable[[dict[str, str]], Any]] = [
        lambda proof: inside.post(BEGIN, proof),
        lambda proof: inside.post(FACTOR, proof),
        lambda proof: inside.post(CODES, proof),
        lambda proof: inside.delete(one, proof),
    ]
    for deed in doings:
        assert list(deed({"password": PASSWORD}).json()["fields"]) == ["code"]
        assert deed({"password": PASSWORD, "code": "000000"}).status_code == 400
        assert list(deed({"password": "wrong-password", "code": device.recovery[5]}).json()["fields"]) == ["password"]  # type: ignore[attr-defined]
    assert inside.post(BEGIN, {"password": PASSWORD, "code": device.recovery[0]}).status_code == 200  # type: ignore[attr-defined]
    fresh = APIClient()
    fresh.credentials(HTTP_AUTHORIZATION=f"Bearer {sign_in(device).json()['access']}")
    assert len(fresh.post(CODES, {"password": PASSWORD}).json()["recovery_codes"]) == 10
    assert fresh.delete(one, {"password": "wrong-password"}).status_code == 400
    assert fresh.delete(one, {"password": PASSWORD}).status_code == 204


def test_removing_the_last_one_leaves_the_password_alone(
    device: Authenticator, inside: APIClient, doors: Doors
) -> None:
    register(inside, spare := Authenticator(), "Spare")
    first, second = (f"{LIST}{row.pk}/" for row in Passkey.objects.all())
    assert inside.delete(first, {"password": PASSWORD}).status_code == 204
    assert sign_in(device).status_code == 400
    assert sign_in(spare).status_code == 200
    assert RecoveryCode.objects.count() == 10
    assert inside.delete(second, {"password": PASSWORD}).status_code == 204
    assert not RecoveryCode.objects.exists()
    assert doors.me(doors.sign_in()["access"]) == 200
    assert inside.delete(second, {"password": PASSWORD}).status_code == 404


def test_it_gets_another_name(device: Authenticator, inside: APIClient, bob: User, doors: Doors) -> None:
    one = f"{LIST}{Passkey.objects.get().pk}/"
    assert inside.patch(one, {"name": "Red key"}).json()["name"] == "Red key"
    assert inside.patch(one, {"name": ""}).status_code == 400
    assert client_of(doors, bob.email).patch(one, {"name": "Mine"}).status_code == 404
    assert client_of(doors, bob.email).delete(one, {"password": PASSWORD}).status_code == 404


def test_there_is_room_for_twenty(inside: APIClient, alice: User) -> None:
    for number in range(20):
        Passkey.objects.create(user=alice, name="x", credential_id=f"{number:032}", attested="", user_handle="aaaa")
    refused = inside.post(BEGIN, {"password": PASSWORD})
    assert (refused.status_code, refused.json()["code"]) == (400, "too_many")


def test_the_operator_takes_it_away(device: Authenticator, alice: User, doors: Doors) -> None:
    assert second_factor_remove(user=alice, door="command")
    assert not Passkey.objects.exists()
    assert doors.me(doors.sign_in()["access"]) == 200


def test_a_replaced_secret_key_leaves_it(device: Authenticator, settings: Any) -> None:
    settings.SECRET_KEY = "another-secret-key-of-forty-characters-00"
    assert sign_in(device).status_code == 200


@pytest.mark.parametrize("text", ["", "x", "a:b:c", "\x00", "☃", "x" * 5000])
def test_hostile_challenges_are_refused(device: Authenticator, inside: APIClient, text: str) -> None:
    begun, made = sign_in_begin(), begin(inside)
    used = {"challenge": text, "credential": device.use(begun["options"])}
    assert APIClient().post(SIGN_IN, used).status_code == 400
    sent = {"challenge": text, "name": "Key", "credential": Authenticator().make(made["options"])}
    assert inside.post(LIST, sent).status_code == 400
    assert APIClient().post(SIGN_IN_BEGIN, {"challenge": text}).status_code in (200, 400, 401)


JUNK = [
    "",
    "x",
    "AAAA",
    "!",
    "=",
    "\x00",
    "☃",
    websafe_encode(b'{"type": []}'),
    websafe_encode(b"[" * 5000),
    "A" * 40000,
]


@pytest.mark.parametrize("junk", [*JUNK, None, 7, [], {}])
def test_hostile_bytes_are_refused_whatever_field_holds_them(
    device: Authenticator, inside: APIClient, junk: Any
) -> None:
    for name in ("clientDataJSON", "authenticatorData", "signature"):
        begun = sign_in_begin()
        credential = device.use(begun["options"])
        credential["response"][name] = junk
        answer = APIClient().post(SIGN_IN, {"challenge": begun["challenge"], "credential": credential})
        assert answer.status_code == 400, name
    for name in ("clientDataJSON", "attestationObject"):
        made = begin(inside)
        credential = Authenticator().make(made["options"])
        credential["response"][name] = junk
        sent = {"challenge": made["challenge"], "name": "Key", "credential": credential}
        assert inside.post(LIST, sent).status_code == 400, name
    begun = sign_in_begin()
    sent = {"challenge": begun["challenge"], "credential": {**device.use(begun["options"]), "rawId": junk}}
    assert APIClient().post(SIGN_IN, sent).status_code == 400


def test_a_key_that_is_no_point_opens_nothing(inside: APIClient) -> None:
    device = Authenticator()
    broken = {**cose(device.key), -3: bytes(32)}
    assert register(inside, device, public=broken).status_code == 201
    assert sign_in(device).status_code == 400


def test_what_was_signed_for_something_else_is_no_challenge(device: Authenticator) -> None:
    for held in ({"p": "sign-in", "b": "", "s": {}}, "text", [1]):
        forged = signing.dumps(held, salt="spendwise.known-device")
        used = device.use(sign_in_begin()["options"])
        assert APIClient().post(SIGN_IN, {"challenge": forged, "credential": used}).status_code == 400


def test_the_trail_tells_of_it(device: Authenticator, inside: APIClient) -> None:
    inside.delete(f"{LIST}{Passkey.objects.get().pk}/", {"password": PASSWORD})
    trail = list(AuditEvent.objects.order_by("id").values_list("action", flat=True))
    assert trail == ["signed_in", "passkey_added", "passkey_removed", "second_factor_off"]
