"""People in the admin: changed by hand, history untouched, rights only from superusers."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken

from accounts.models import AuditEvent, SignIn, User
from accounts.signals import user_registered
from accounts.tests.conftest import PASSWORD, Doors

NEW = "another-long-phrase"


@pytest.fixture
def root(db: None) -> User:
    return User.objects.create_superuser("root@example.org", PASSWORD)


@pytest.fixture
def client(root: User) -> Client:
    client = Client()
    client.force_login(root)
    return client


def address(model: type[Any], page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def form_of(user: User, **changes: Any) -> dict[str, Any]:
    form = {"email": user.email, "display_name": user.display_name, "base_currency": "", "is_active": "on",
            "language": user.language, "time_zone": user.time_zone}  # fmt: skip
    return {name: value for name, value in {**form, **changes}.items() if value is not None}


def test_staff_sign_in_by_address_in_any_case_and_leave_a_trail(root: User) -> None:
    client = Client()
    assert client.post("/admin/login/", {"username": "ROOT@example.org", "password": "wrong"}).status_code == 200
    answer = client.post("/admin/login/?next=/admin/", {"username": "ROOT@example.org", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")
    trail = AuditEvent.objects.order_by("id").values_list("action", "user", "detail__door")
    assert list(trail) == [("sign_in_failed", root.pk, "admin"), ("signed_in", root.pk, "admin")]


def test_somebody_who_is_not_staff_stays_outside(alice: User) -> None:
    answer = Client().post("/admin/login/", {"username": alice.email, "password": PASSWORD})
    assert b"staff account" in answer.content
    assert AuditEvent.objects.get().action == AuditEvent.Action.SIGN_IN_FAILED


@pytest.mark.parametrize("model", [User, SignIn, AuditEvent, OutstandingToken, BlacklistedToken])
def test_lists_can_be_searched_and_every_row_opened(
    client: Client, alice: User, doors: Doors, model: type[Any]
) -> None:
    doors.refresh(doors.sign_in()["refresh"])
    page = client.get(address(model, "changelist"), {"q": "alice"})
    assert page.status_code == 200
    assert b"alice@example.org" in page.content
    for row in model.objects.all():
        assert client.get(address(model, "change", row.pk)).status_code == 200


@pytest.mark.parametrize("model", [SignIn, AuditEvent, OutstandingToken, BlacklistedToken])
def test_history_is_read_only_even_for_superusers(client: Client, alice: User, doors: Doors, model: type[Any]) -> None:
    doors.refresh(doors.sign_in()["refresh"])
    row = model.objects.first()
    assert client.get(address(model, "add")).status_code == 403
    assert client.post(address(model, "change", row.pk), {}).status_code == 403
    assert client.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403


def test_a_user_made_here_gets_bcrypt_and_what_every_user_gets(client: Client) -> None:
    heard: list[User] = []

    def hear(user: User, **_: Any) -> None:
        heard.append(user)

    user_registered.connect(hear)
    form = {"email": "Dora@Example.org", "usable_password": "true", "password1": NEW, "password2": NEW}
    try:
        client.post(address(User, "add"), form)
    finally:
        user_registered.disconnect(hear)
    dora = User.objects.get(email="dora@example.org")
    assert heard == [dora]
    assert dora.password.startswith("bcrypt_sha256$")
    assert dora.check_password(NEW)


def test_a_taken_address_is_refused_in_any_case(client: Client, alice: User) -> None:
    form = {"email": "ALICE@example.org", "usable_password": "true", "password1": NEW, "password2": NEW}
    answer = client.post(address(User, "add"), form)
    assert answer.status_code == 200
    assert b"already exists" in answer.content


def test_a_password_set_here_ends_the_sign_ins(client: Client, alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    form = {"password1": NEW, "password2": NEW, "usable_password": "true"}
    answer = client.post(reverse("admin:auth_user_password_change", args=[alice.pk]), form)
    assert answer.status_code == 302
    assert doors.me(pair["access"]) == 401
    assert SignIn.objects.get().end_reason == SignIn.End.PASSWORD_CHANGED
    assert doors.me(doors.sign_in(password=NEW)["access"]) == 200


def test_a_deactivation_ends_the_sign_ins_for_good(client: Client, alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    for is_active in (None, "on"):
        assert client.post(address(User, "change", alice.pk), form_of(alice, is_active=is_active)).status_code == 302
        assert doors.me(pair["access"]) == 401
    alice.refresh_from_db()
    assert alice.is_active
    assert SignIn.objects.get().end_reason == SignIn.End.DEACTIVATED


def test_deleting_a_user_asks_once_and_takes_everything_along(client: Client, alice: User, doors: Doors) -> None:
    doors.sign_in()
    page = client.get(address(User, "delete", alice.pk))
    assert b"and everything they own" in page.content
    assert client.post(address(User, "delete", alice.pk), {"post": "yes"}).status_code == 302
    assert not User.objects.filter(pk=alice.pk).exists()
    assert AuditEvent.objects.filter(action=AuditEvent.Action.DELETED, detail__user_id=alice.pk).exists()


def test_several_users_can_be_deleted_at_once(client: Client, root: User, alice: User, bob: User) -> None:
    form = {"action": "delete_selected", "_selected_action": [alice.pk, bob.pk], "post": "yes"}
    assert client.post(address(User, "changelist"), form).status_code == 302
    assert list(User.objects.all()) == [root]


def test_a_superuser_ends_sign_ins(client: Client, alice: User, doors: Doors) -> None:
    pair = doors.sign_in()
    form = {"action": "end_selected", "_selected_action": [SignIn.objects.get().pk]}
    client.post(address(SignIn, "changelist"), form)
    assert doors.me(pair["access"]) == 401
    assert AuditEvent.objects.filter(action=AuditEvent.Action.ENDED_BY_STAFF, user=alice).count() == 1


@pytest.fixture
def staff(alice: User) -> Client:
    """Alice with every right over people, but no superuser."""
    User.objects.filter(pk=alice.pk).update(is_staff=True)
    alice.user_permissions.set(Permission.objects.filter(content_type__app_label="accounts"))
    client = Client()
    client.force_login(User.objects.get(pk=alice.pk))
    return client


def test_superusers_are_out_of_reach_for_other_staff(staff: Client, root: User) -> None:
    form = {"password1": NEW, "password2": NEW, "usable_password": "true"}
    for page in (address(User, "change", root.pk), address(User, "delete", root.pk)):
        assert staff.post(page, {"post": "yes"}).status_code == 302
    assert staff.post(reverse("admin:auth_user_password_change", args=[root.pk]), form).status_code == 404
    bulk = {"action": "delete_selected", "_selected_action": [root.pk], "post": "yes"}
    staff.post(address(User, "changelist"), bulk)
    assert User.objects.get(pk=root.pk).check_password(PASSWORD)


def test_staff_who_may_edit_people_cannot_promote_themselves(staff: Client, alice: User) -> None:
    form = form_of(alice, is_staff="on", is_superuser="on", display_name="Alice B.")
    assert staff.post(address(User, "change", alice.pk), form).status_code == 302
    alice.refresh_from_db()
    assert (alice.display_name, alice.is_superuser) == ("Alice B.", False)


def test_every_model_of_people_is_in_the_admin() -> None:
    assert {User, SignIn, AuditEvent} <= set(admin.site._registry)


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/", "/admin/accounts/user/add/"])
def test_admin_pages_carry_the_strict_policy_and_no_inline_script(client: Client, path: str) -> None:
    page = client.get(path, follow=True)
    assert "script-src 'self';" in page["Content-Security-Policy"] + ";"
    scripts = [piece.split(b">", 1)[0] for piece in page.content.split(b"<script")[1:]]
    assert scripts
    assert all(b"src=" in script or b'type="application/json"' in script for script in scripts)
