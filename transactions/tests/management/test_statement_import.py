"""`manage.py statement_import` and `manage.py ledger_hash`: the same services, for a terminal."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from accounts.models import User
from transactions.models import ImportProfile, StatementImport, Transaction
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services.accounts import account_create
from transactions.services.imports import import_commit, import_preview, import_rollback, import_start
from transactions.tests.fake_bank import bank_file, bank_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake_bank")]
ASKING: dict[str, Any] = {"source_key": "layout", "asks": "sign"}


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "march.csv"
    path.write_bytes(bank_file(("2026-03-01", "-12.30", "Tesco"), ("2026-03-02", "-2.80", "Cafe")))
    return path


def test_a_file_is_imported_and_the_result_is_told(alice: User, file: Path) -> None:
    account_create(owner=alice, name="Giro", currency="EUR")
    told = run("statement_import", str(file), "--user", alice.email, "--account", "Giro")
    assert "2 lines (fake), 2 new, 0 there already" in told
    assert "Giro: 2 new" in told
    assert f"-> {ledger_content_hash(owner=alice)}" in told
    again = json.loads(run("statement_import", str(file), "--user", alice.email, "--json"))
    assert (again["status"], again["certificate"]["lines_new"], Transaction.objects.count()) == ("committed", 0, 2)


def test_what_cannot_be_done_is_said_in_a_sentence(alice: User, file: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no user"):
        run("statement_import", str(file), "--user", "nobody@example.org")
    with pytest.raises(CommandError, match="no account called"):
        run("statement_import", str(file), "--user", alice.email, "--account", "Nowhere")
    with pytest.raises(CommandError, match="cannot be read"):
        run("statement_import", str(tmp_path / "none.csv"), "--user", alice.email)
    file.write_bytes(b"nonsense")
    with pytest.raises(CommandError, match="no statement"):
        run("statement_import", str(file), "--user", alice.email)
    assert Transaction.objects.count() == 0


def test_an_open_question_ends_it_unless_the_assumption_is_taken(alice: User, file: Path) -> None:
    file.write_bytes(bank_files({"rows": [("2026-03-01", "-1.00", "A")]}, **ASKING))
    with pytest.raises(CommandError, match=r"Which way did the money go.*It was paid"):
        run("statement_import", str(file), "--user", alice.email)
    assert "1 new" in run("statement_import", str(file), "--user", alice.email, "--accept-assumed")


def test_the_hash_of_a_ledger_is_printed(alice: User, file: Path) -> None:
    empty = run("ledger_hash", "--user", alice.email).strip()
    run("statement_import", str(file), "--user", alice.email)
    full = run("ledger_hash", "--user", alice.email).strip()
    assert (empty != full, ledger_content_hash(owner=alice) in full) == (True, True)
    import_rollback(owner=alice, import_id=StatementImport.objects.get().pk)
    assert run("ledger_hash", "--user", alice.email).strip() == empty
    with pytest.raises(CommandError):
        run("ledger_hash", "--user", "nobody@example.org")


def test_an_answer_is_remembered_for_the_next_file_of_the_source(alice: User) -> None:
    first = import_start(
        owner=alice, file_name="a.csv", data=bank_files({"rows": [("2026-03-01", "-1.00", "A")]}, **ASKING), commit=True
    )
    assert (first.status, first.questions[0]["code"]) == ("previewed", "sign")
    seen = import_preview(owner=alice, import_id=first.pk, overrides={"sign": "reversed"})
    assert seen.questions == []
    assert import_commit(owner=alice, import_id=first.pk).status == "committed"
    assert ImportProfile.objects.get().overrides == {"sign": "reversed"}
    second = import_start(
        owner=alice, file_name="b.csv", data=bank_files({"rows": [("2026-04-01", "-1.00", "B")]}, **ASKING), commit=True
    )
    assert (second.status, second.profile, second.questions) == ("committed", ImportProfile.objects.get(), [])


def test_a_question_that_was_shown_is_taken_as_assumed(alice: User) -> None:
    data = bank_files({"rows": [("2026-03-01", "-1.00", "A")]}, **ASKING)
    first = import_start(owner=alice, file_name="a.csv", data=data)
    assert import_commit(owner=alice, import_id=first.pk).status == "committed"
    assert ImportProfile.objects.get().overrides == {"sign": "signed"}
