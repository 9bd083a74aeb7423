from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from accounts.services.users import user_erase
from transactions.models import Attachment
from transactions.services.attachments import attachments_sweep
from transactions.services.changes import transaction_restore

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]
PDF = b"%PDF-1.4 a receipt"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
def me(alice: User, api: Client) -> APIClient:
    return api(alice)


@pytest.fixture
def txn(me: APIClient) -> int:
    account = me.post("/api/accounts/", {"name": "Giro", "currency": "EUR"}).json()["id"]
    body = {"account": account, "booking_date": "2026-03-01", "amount": "-5"}
    return int(me.post("/api/transactions/", body).json()["id"])


def attach(me: APIClient, txn: int, data: bytes = PDF, name: str = "receipt.pdf", status: int = 201) -> Any:
    body = {"file": SimpleUploadedFile(name, data)}
    answer = me.post(f"/api/transactions/{txn}/attachments/", body, format="multipart")
    assert answer.status_code == status, answer.content
    return answer.json()


def files(settings: Any) -> list[Path]:
    return sorted(path for path in Path(settings.MEDIA_ROOT).glob("attachments/*/*"))


def test_a_file_comes_back_as_it_was_and_only_to_its_owner(
    me: APIClient, txn: int, bob: User, api: Client, settings: Any
) -> None:
    made = attach(me, txn, name="../Beleg März.PDF")
    assert (made["name"], made["content_type"], made["size"]) == ("Beleg März.PDF", "application/pdf", len(PDF))
    assert me.get(f"/api/transactions/{txn}/").json()["attachments"][0]["id"] == made["id"]
    answer = me.get(f"/api/attachments/{made['id']}/file/")
    assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert api(bob).get(f"/api/attachments/{made['id']}/file/").status_code == 404
    assert api(None).get(f"/api/attachments/{made['id']}/file/").status_code == 401
    assert [path.stat().st_mode & 0o77 for path in files(settings)] == [0]


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PNG, "a.png", ("a.png", "image/png")),
        (b"\xff\xd8\xff\xe0JFIF", "photo.jpeg", ("photo.jpeg", "image/jpeg")),
        (b"\xff\xd8\xff\xe0JFIF", "photo.png", ("photo.jpg", "image/jpeg")),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a", ("a.webp", "image/webp")),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "i.HEIC", ("i.HEIC", "image/heic")),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "i.heif", ("i.heif", "image/heic")),
        (PDF, "page.html", ("page.pdf", "application/pdf")),
    ],
)
def test_the_content_says_what_a_file_is(
    me: APIClient, txn: int, data: bytes, name: str, kind: tuple[str, str]
) -> None:
    made = attach(me, txn, data, name)
    assert (made["name"], made["content_type"]) == kind


@pytest.mark.parametrize(
    "data",
    [
        b"<html><script>1</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a",
        b"PK\x03\x04",
        b" %PDF-1.4",
        b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif",
        b"\0\0\0\x18ftypmp42\0\0\0\0isom",
        b"",
    ],
)
def test_other_content_is_refused_whatever_it_is_called(me: APIClient, txn: int, data: bytes, settings: Any) -> None:
    assert list(attach(me, txn, data, "a.pdf", 400)["fields"]) == ["file"]
    assert files(settings) == []


def test_too_large_and_too_many_leave_nothing_behind(me: APIClient, txn: int, settings: Any) -> None:
    settings.ATTACHMENT_MAX_BYTES = 50
    assert attach(me, txn, PDF + b"x" * 50, status=413)["code"] == "too_large"
    for _ in range(30):
        attach(me, txn)
    attach(me, txn, status=400)
    assert len(files(settings)) == Attachment.objects.count() == 30


def test_a_removed_file_is_back_after_undo_and_gone_after_a_month(me: APIClient, txn: int, settings: Any) -> None:
    made = attach(me, txn)
    path = f"/api/attachments/{made['id']}/"
    assert me.delete(path).status_code == 204
    assert me.get(path).status_code == 404
    history = me.get(f"/api/transactions/{txn}/history/").json()["results"]
    assert history[0]["fields"] == [{"field": "attachments", "before": ["receipt.pdf"], "after": []}]
    me.post("/api/changes/undo/")
    assert me.get(f"{path}file/").content == PDF
    me.delete(path)
    assert attachments_sweep() == 0
    Attachment.objects.update(removed_at=timezone.now() - timedelta(days=31))
    assert attachments_sweep() == 1
    assert files(settings) == []
    assert me.post("/api/changes/undo/").json()["code"] == "undone_already"


def test_files_of_a_deleted_row_wait_for_it(me: APIClient, txn: int, alice: User, settings: Any) -> None:
    attach(me, txn)
    me.delete(f"/api/transactions/{txn}/")
    assert attachments_sweep() == 0
    transaction_restore(owner=alice, transaction_id=txn)
    assert len(me.get(f"/api/transactions/{txn}/").json()["attachments"]) == 1
    account = me.get("/api/accounts/").json()["results"][0]["id"]
    me.delete(f"/api/accounts/{account}/")
    attachments_sweep()
    assert Attachment.objects.get().removed_at is not None


def test_a_merged_row_brings_its_files(me: APIClient, txn: int) -> None:
    attach(me, txn)
    other = me.post(f"/api/transactions/{txn}/duplicate/").json()["id"]
    assert me.get(f"/api/transactions/{other}/").json()["attachments"] == []
    me.post("/api/transactions/merge/", {"keep": other, "others": [txn]})
    assert len(me.get(f"/api/transactions/{other}/").json()["attachments"]) == 1
    me.post("/api/changes/undo/")
    assert [len(me.get(f"/api/transactions/{pk}/").json()["attachments"]) for pk in (txn, other)] == [1, 0]


def test_uploads_that_broke_off_are_swept_and_a_deleted_user_leaves_no_file(
    me: APIClient, txn: int, alice: User, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    attach(me, txn)
    folder = files(settings)[0].parent
    for name in ("fresh.part", "old.part", "old"):
        (folder / name).write_bytes(b"x")
    for name in ("old.part", "old", files(settings)[0].name):
        two_days_ago = time.time() - 2 * 86_400
        os.utime(folder / name, (two_days_ago, two_days_ago))
    assert attachments_sweep() == 2
    assert {path.name for path in files(settings)} >= {"fresh.part"}
    assert len(files(settings)) == 2
    with django_capture_on_commit_callbacks(execute=True):
        user_erase(user=alice)
    assert not folder.exists()
    assert not Attachment.objects.exists()
