"""An export put into an empty account is the same ledger; nothing else gets in by that door."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.models import BigIntegerField, JSONField

from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.references import INSIDE, PLAIN
from transactions.models import (
    Attachment,
    Category,
    Change,
    ExchangeRate,
    LedgerAccount,
    ReconciliationRow,
    StatementImport,
    StatementLine,
    Transaction,
    TransactionTag,
    Transfer,
)
from transactions.models.travel import travel_of
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.selectors.portable import MACHINERY, fields_of, is_left_behind, owner_path, portable_models
from transactions.services.accounts import account_create
from transactions.services.attachments import attachment_add, attachment_bytes
from transactions.services.changes import change_undo
from transactions.services.export import export_write
from transactions.services.imports import import_rollback, import_start
from transactions.services.ledger_check import ledger_check
from transactions.services.payees import payee_create
from transactions.services.rates import rate_set
from transactions.services.reconciliation import reconciliation_finish, reconciliation_start
from transactions.services.restore import export_restore
from transactions.services.rules import rule_create
from transactions.services.tags import tag_create
from transactions.services.transactions import transaction_create, transaction_delete
from transactions.services.transfers import transfer_create
from transactions.tests.fake_bank import bank_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
DAY = date(2026, 3, 2)
RECEIPT = b"%PDF-1.4 a receipt"


@pytest.fixture
def full(alice: User) -> User:
    """A bit of everything, with an import, a deleted row and a finished reconciliation."""
    giro = account_create(
        owner=alice, name="Giro", currency="EUR", opening_balance=Decimal(100), note="Main", position=2
    )
    yen = account_create(owner=alice, name="Yen", currency="JPY", opening_date=DAY)
    pets = Category.objects.get(owner=alice, key="pets")
    payee, tag = payee_create(owner=alice, name="Vet"), tag_create(owner=alice, name="rome")
    rule_create(owner=alice, contains="vet", category=pets.pk)
    rate_set(owner=alice, base="EUR", quote="JPY", rate_date=DAY, rate="160.25")
    sums = {"splits": [{"amount": Decimal(-3), "category": pets.pk}, {"amount": Decimal(-2), "note": "rest"}]}
    rows = [
        book(alice, giro, "-5", payee=payee.pk, category=pets.pk, note="Ü\n", **sums),
        book(alice, giro, "-10", description="to yen"),
        book(alice, yen, "1600"),
        book(alice, giro, "-1"),
    ]
    TransactionTag.objects.create(transaction=rows[0], tag=tag)
    attachment_add(owner=alice, transaction_id=rows[0].pk, file_name="receipt.pdf", chunks=[RECEIPT])
    transfer_create(owner=alice, outgoing=rows[1].pk, incoming=rows[2].pk)
    transaction_delete(owner=alice, transaction_id=rows[3].pk)
    data = bank_file(("2026-03-04", "-1", "Kiosk"), ("2026-03-05", "-7", "Baker"))
    assert import_start(owner=alice, file_name="a.json", data=data, commit=True).status == "committed"
    one = reconciliation_start(owner=alice, account_id=giro.pk, statement_date=DAY, closing_balance=Decimal(85))
    reconciliation_finish(owner=alice, reconciliation_id=one.pk)
    return alice


def book(owner: User, account: LedgerAccount, amount: str, **more: Any) -> Transaction:
    given: Any = {"account": account.pk, "booking_date": DAY, "amount": Decimal(amount), **more}
    return transaction_create(owner=owner, given=given)


def exported(owner: User) -> bytes:
    stream = io.BytesIO()
    export_write(owner=owner, stream=stream)
    return stream.getvalue()


def empty(name: str = "new") -> User:
    return User.objects.create_user(f"{name}@example.org")


def test_every_table_has_an_owner_or_is_machinery() -> None:
    assert all(owner_path(model).endswith("owner") for model in portable_models())
    assert {"Job", "MonthlyRollup"} <= MACHINERY


# JSON of people's and banks' words, in which no row is named by number.
WORDS_ONLY = {
    "ImportProfile.overrides", "LedgerAccount.other_refs",
    "StatementImport.columns", "StatementImport.errors", "StatementImport.overrides",
    "StatementImport.questions", "StatementImport.sums", "StatementImport.understood", "StatementLine.extras",
}  # fmt: skip


def test_every_json_column_is_known_to_hold_ids_or_none() -> None:
    """A new one must be listed in ledger.references, in what its model says of `travel`, or here: ids of another ledger
    would come along in it."""
    for model in portable_models():
        for field in fields_of(model):
            name = f"{model.__name__}.{field.attname}"
            travel = travel_of(model)
            if travel is not None and (field.attname in travel.columns or is_left_behind(field)):
                continue
            if isinstance(field, JSONField):
                assert name in INSIDE.keys() | WORDS_ONLY, name
            elif isinstance(field, BigIntegerField) and field.attname.endswith("_id"):
                assert name in PLAIN or field.primary_key, name


def test_the_restored_ledger_has_the_same_hash_and_is_sound(full: User) -> None:
    other = empty()
    done = export_restore(owner=other, stream=io.BytesIO(exported(full)))
    assert done.ledger_hash == ledger_content_hash(owner=other) == ledger_content_hash(owner=full)
    assert ledger_check(owner=other) == ledger_check(owner=full) == []
    assert (other.base_currency, done.files) == ("EUR", 2)
    counts = {
        model: model.objects.filter(owner=full).count() for model in (Transaction, Transfer, ExchangeRate, Category)
    }
    assert {model: model.objects.filter(owner=other).count() for model in counts} == counts


def test_what_names_rows_by_number_names_the_new_ones(full: User) -> None:
    other = empty()
    export_restore(owner=other, stream=io.BytesIO(exported(full)))
    mine = set(Transaction.objects.filter(owner=other).values_list("pk", flat=True))
    locked = ReconciliationRow.objects.filter(reconciliation__owner=other)
    assert {row.transaction_id for row in locked} <= mine
    record = StatementImport.objects.get(owner=other)
    accounts = set(LedgerAccount.objects.filter(owner=other).values_list("pk", flat=True))
    assert {row["id"] for row in record.accounts} <= accounts
    deleted = Change.objects.get(change_set__owner=other, after__isnull=True)
    assert deleted.before is not None
    assert deleted.before["account"]["id"] in accounts
    everywhere = set(Transaction.objects.values_list("pk", flat=True))
    assert deleted.transaction_id not in everywhere
    change_undo(owner=other, change_set_id=deleted.change_set_id)
    assert Transaction.objects.get(pk=deleted.transaction_id).owner == other
    assert (
        Transaction.objects.create(
            owner=other, account_id=min(accounts), booking_date=DAY, amount_minor=1, currency="EUR"
        ).pk
        > deleted.transaction_id
    )


def test_a_restored_import_can_be_rolled_back_and_its_file_is_there(full: User) -> None:
    other = empty()
    export_restore(owner=other, stream=io.BytesIO(exported(full)))
    record = StatementImport.objects.get(owner=other)
    theirs = StatementImport.objects.get(owner=full)
    assert record.stored_as != theirs.stored_as
    kept = Path(settings.MEDIA_ROOT, record.stored_as).read_bytes()
    assert hashlib.sha256(kept).hexdigest() == record.file_sha256
    receipt = Attachment.objects.get(owner=other)
    assert attachment_bytes(receipt) == RECEIPT
    assert receipt.last_transaction_id == receipt.transaction_id
    assert receipt.transaction is not None
    assert receipt.transaction.owner == other
    for owner, one in ((other, record), (full, theirs)):
        import_rollback(owner=owner, import_id=one.pk)
    assert ledger_content_hash(owner=other) == ledger_content_hash(owner=full)
    assert StatementLine.objects.filter(statement_import=theirs, status="rolled_back").count() == 2


def test_exporting_again_gives_the_same_rows(full: User) -> None:
    first = exported(full)
    other = empty()
    export_restore(owner=other, stream=io.BytesIO(first))
    second = zipfile.ZipFile(io.BytesIO(exported(other)))
    for name in zipfile.ZipFile(io.BytesIO(first)).namelist():
        if name.startswith("data/"):
            assert second.read(name).count(b"\n") == zipfile.ZipFile(io.BytesIO(first)).read(name).count(b"\n"), name


def test_only_into_an_empty_account_and_only_ones_own_rows(full: User, bob: User) -> None:
    account_create(owner=bob, name="Bob's", currency="USD")
    with pytest.raises(DomainError, match="new account"):
        export_restore(owner=bob, stream=io.BytesIO(exported(full)))
    lines = zipfile.ZipFile(io.BytesIO(exported(full))).read("data/LedgerAccount.jsonl")
    assert b"Bob" not in lines
    assert lines.count(b"\n") == LedgerAccount.objects.filter(owner=full).count() == 3


def changed(data: bytes, name: str, edit: Callable[[bytes], bytes], *, rehash: bool = True) -> io.BytesIO:
    """The archive with one member changed, and the manifest's hash with it unless told otherwise."""
    source, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    manifest = json.loads(source.read("manifest.json"))
    with zipfile.ZipFile(out, "w") as target:
        for member in source.namelist():
            content = source.read(member)
            if member == name and member != "manifest.json":
                content = edit(content)
                for row in manifest["files"]:
                    if row["name"] == name and rehash:
                        row["sha256"] = hashlib.sha256(content).hexdigest()
            if member != "manifest.json":
                target.writestr(member, content)
        text = json.dumps(manifest).encode()
        target.writestr("manifest.json", edit(text) if name == "manifest.json" else text)
    return io.BytesIO(out.getvalue())


DAMAGES: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "an amount": ("data/Transaction.jsonl", lambda text: text.replace(b"-1000", b"-1001"), "not what was exported"),
    "a share": ("data/Split.jsonl", lambda text: text.replace(b"-300", b"-301"), "exported"),
    "a reference outside": (
        "data/Transaction.jsonl", lambda text: text.replace(b'"account_id":', b'"account_id":9'), "not in it"
    ),
    "a missing row": ("data/LedgerAccount.jsonl", lambda text: text.partition(b"\n")[2], "not in it"),
    "no JSON": ("data/Tag.jsonl", lambda text: text[:-5], "not JSON"),
    "a row twice": ("data/Tag.jsonl", lambda text: text * 2, "no number of its own"),
    "a choice": ("data/Transaction.jsonl", lambda text: text.replace(b'"reconciled"', b'"fine"'), "holds 'fine'"),
    "a NUL": ("data/Tag.jsonl", lambda text: text.replace(b"rome", b"ro\\u0000me"), "not one of ours"),
    "half a character": ("data/Tag.jsonl", lambda text: text.replace(b"rome", b"ro\\ud800me"), "not JSON"),
    "half a character in JSON": (
        "data/StatementLine.jsonl", lambda text: text.replace(b'"extras":', b'"extras":{"a":"\\udfff"},"b":'),
        "not JSON",
    ),
    "a file elsewhere": (
        "data/StatementImport.jsonl", lambda text: text.replace(b"files/imports/", b"files/../../"), "place of its own"
    ),
    "an attachment of another kind": (
        "data/Attachment.jsonl", lambda text: text.replace(b"application/pdf", b"text/html"), "not what it says"
    ),
    "no manifest": ("manifest.json", lambda _: b"[]", "no manifest"),
    "another version": ("manifest.json", lambda text: text.replace(b'"version": 1', b'"version": 9'), "version"),
    "an unknown table": (
        "manifest.json", lambda text: text.replace(b"data/Tag.jsonl", b"data/Tags.jsonl"), "newer version"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGES)
def test_a_changed_archive_leaves_nothing(name: str, full: User) -> None:
    member, edit, said = DAMAGES[name]
    other = empty()
    with pytest.raises(DomainError, match=said):
        export_restore(owner=other, stream=changed(exported(full), member, edit))
    assert not LedgerAccount.objects.filter(owner=other).exists()
    assert Category.objects.filter(owner=other).exists(), "the default ones are still there"
    folder = Path(settings.MEDIA_ROOT, "imports", str(other.pk))
    assert not folder.exists() or not list(folder.iterdir())


def test_a_member_that_does_not_fit_its_hash_is_seen(full: User) -> None:
    data = changed(exported(full), "data/Payee.jsonl", lambda text: text.replace(b"Vet", b"Wet"), rehash=False)
    with pytest.raises(DomainError, match="was changed"):
        export_restore(owner=empty(), stream=data)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"x" * 1000])
def test_what_is_no_archive_is_refused(data: bytes, db: None) -> None:
    with pytest.raises(DomainError, match="no readable ZIP"):
        export_restore(owner=empty(), stream=io.BytesIO(data))


def test_an_archive_that_unpacks_to_too_much_is_refused(full: User, settings: Any) -> None:
    data = exported(full)
    settings.RESTORE_MAX_BYTES = 2000
    with pytest.raises(DomainError, match="larger"):
        export_restore(owner=empty(), stream=io.BytesIO(data))


def test_the_commands_do_the_same(full: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, file = empty(), tmp_path / "ledger.zip"
    call_command("export", str(file), user=full.email)
    call_command("restore", str(file), user=other.email)
    first, second = capsys.readouterr().out.splitlines()
    assert first.split()[-1] == second.split()[-1] == ledger_content_hash(owner=other)
    with pytest.raises(CommandError, match="new account"):
        call_command("restore", str(file), user=other.email)
    with pytest.raises(CommandError, match="no user"):
        call_command("export", str(file), user="nobody@example.org")
