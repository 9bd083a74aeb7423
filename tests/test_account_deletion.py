"""Deleting an account really deletes: afterwards no table and no file knows anything of the person any more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import ForeignKey, Model
from rest_framework.test import APIClient

from accounts.models import AuditEvent, User
from advisory.tests.books import Book, job_id_of
from transactions.models import StaleMonth
from transactions.services.jobs import job_run

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "correct-horse-battery"
# Words that only Alice's data holds.
TRACES = ("alice-of-linden", "Zebra Kiosk", "Alice Linden", "zebra-tag")
CSV = b"Date,Amount,Payee\n2025-03-01,-1.00,Zebra Kiosk\n2025-03-02,-2.00,Zebra Kiosk\n"


@pytest.fixture(autouse=True)
def nothing_marked() -> None:
    """Emptying the tables after an earlier test fires the triggers too, and leaves marks of accounts that are gone."""
    StaleMonth.objects.all().delete()


def signed_in(email: str) -> APIClient:
    client = APIClient()
    pair = client.post("/api/auth/token/", {"email": email, "password": PASSWORD}).json()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    return client


def live(email: str, name: str) -> tuple[User, APIClient]:
    """Somebody who has used all there is: imports, reports, rates, reconciliation, rules, transfers, undone changes."""
    user = User.objects.create_user(email, PASSWORD, display_name=name)
    book = Book(user)
    book.three_months()
    book.everything()
    job_run(job_id=job_id_of(book.report()))
    http = signed_in(email)
    upload = {"file": SimpleUploadedFile("zebra.csv", CSV), "commit": True}
    assert http.post("/api/imports/", upload, format="multipart").status_code in (200, 201)
    account = http.get("/api/accounts/").json()["results"][0]["id"]
    sent: Any = {"account": account, "booking_date": "2025-03-04", "amount": "-3.00", "note": f"{name}'s own"}
    txn = http.post("/api/transactions/", sent).json()["id"]
    http.delete(f"/api/transactions/{txn}/")
    http.post("/api/tags/", {"name": "zebra-tag"})
    http.post("/api/rates/", {"base": "EUR", "quote": "USD", "rate_date": "2025-03-01", "rate": "1.1"})
    one = {"statement_date": "2025-03-31", "closing_balance": "0.00"}
    begun = http.post(f"/api/accounts/{account}/reconciliations/", one).json()
    assert http.post(f"/api/reconciliations/{begun['id']}/finish/", {"adjust": True}).status_code == 200
    export = http.post("/api/export/").json()["id"]
    assert job_run(job_id=export)
    assert http.get(f"/api/export/{export}/file/").status_code == 200
    return user, http


def counts() -> dict[str, int]:
    """Rows of every table that belongs to somebody."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 (names of our own)
            found[table] = cursor.fetchone()[0]
    return found


def everything_stored() -> str:
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (names of our own)
            rows += [repr(row) for row in cursor.fetchall()]
    return "\n".join(rows)


def pointing_at(user_id: int) -> dict[str, int]:
    found: dict[str, int] = {}
    models: list[type[Model]] = apps.get_models()
    for model in models:
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.remote_field.model is User:
                count = model._default_manager.filter(**{field.name: user_id}).count()
                found |= {f"{model.__name__}.{field.name}": count} if count else {}
    return found


def files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_nothing_of_a_deleted_person_is_left() -> None:
    before = counts()
    alice, http = live("alice-of-linden@example.org", "Alice Linden")
    alice_id = alice.pk
    assert len(files()) > 3
    text = everything_stored()
    assert all(trace in text for trace in TRACES), "or the test would look for nothing"
    refused = http.delete("/api/auth/me/", {"password": "wrong"})
    assert refused.status_code == 400
    assert http.delete("/api/auth/me/", {"password": PASSWORD}).status_code == 204
    assert not User.objects.filter(pk=alice_id).exists()
    assert pointing_at(alice_id) == {}
    left = everything_stored()
    assert [trace for trace in TRACES if trace in left] == []
    assert files() == []
    kept = {"accounts_auditevent", "sqlite_sequence", "transactions_poolseat"}  # the trail, without a name
    assert {table for table, count in counts().items() if count != before.get(table, 0)} <= kept
    assert set(AuditEvent.objects.values_list("email", flat=True)) == {""}
    assert http.get("/api/auth/me/").status_code == 401


def test_others_keep_everything() -> None:
    bob, bobs = live("bob@example.org", "Bob")
    with_bob, kept = counts(), files()
    _, http = live("alice-of-linden@example.org", "Alice Linden")
    assert http.delete("/api/auth/me/", {"password": PASSWORD}).status_code == 204
    after = counts()
    changed = {table for table in after if after[table] != with_bob[table]}
    assert changed <= {"accounts_auditevent", "sqlite_sequence", "transactions_poolseat"}
    assert sorted(files()) == sorted(kept)
    assert bobs.get("/api/auth/me/").json()["id"] == bob.pk
