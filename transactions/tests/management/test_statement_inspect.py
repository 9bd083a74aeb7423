"""statement_inspect answers about every file, whatever it is, and needs no database and no secrets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import override_settings

from transactions.management.commands import statement_inspect
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement

STATEMENT = b"Date,Description,Amount\n2024-01-31,Shop,-12.30\n2024-02-01,Work,2000.00\n"
AMBIGUOUS = b"Date,Description,Amount\n01/02/2024,Shop,-12.30\n"


def inspect(*arguments: object) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("statement_inspect", *map(str, arguments), "--json", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_every_file_is_one_line_in_the_order_given(tmp_path: Path) -> None:
    good = written(tmp_path / "good.csv", STATEMENT)
    empty = written(tmp_path / "empty.csv", b"")
    answers = inspect(empty, good, tmp_path, tmp_path / "missing.csv")
    assert [Path(one["file"]).name for one in answers] == ["empty.csv", "good.csv", tmp_path.name, "missing.csv"]
    assert [line["amount"] for line in answers[1]["lines"]] == ["-12.30", "2000.00"]
    assert [set(answers[i]) for i in (0, 2, 3)] == [{"file", "refused"}] * 3


def test_the_largest_size_is_a_setting(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", STATEMENT)
    with override_settings(IMPORT_MAX_BYTES=len(STATEMENT)):
        assert "lines" in inspect(path)[0]
    with override_settings(IMPORT_MAX_BYTES=len(STATEMENT) - 1):
        assert "larger" in inspect(path)[0]["refused"]


def test_what_the_user_says_overrides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[ReaderContext] = []

    def read(data: bytes, context: ReaderContext) -> ParsedStatement:
        seen.append(context)
        return read_statement(data, context)

    monkeypatch.setattr(statement_inspect, "read_statement", read)
    path = written(tmp_path / "a.csv", AMBIGUOUS)
    inspect(path, "--date-order=MDY", "--delimiter=tab", "--column=2=amount", "--currency=USD")
    assert (seen[0].overrides.date_order, seen[0].overrides.delimiter) == ("MDY", "\t")
    assert (seen[0].overrides.columns, seen[0].overrides.currency) == ({2: "amount"}, "USD")
    with pytest.raises(CommandError):
        inspect(path, "--column=2=nonsense")


def test_a_fault_of_ours_is_said_and_the_other_files_are_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(data: bytes, _context: object) -> object:
        raise RecursionError(len(data))

    monkeypatch.setattr(statement_inspect, "read_statement", fail)
    path = written(tmp_path / "a.csv", STATEMENT)
    out, err = StringIO(), StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("statement_inspect", str(path), str(tmp_path / "missing"), "--json", stdout=out, stderr=err)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert end.value.code == 1
    assert answers[0]["refused"] == statement_inspect.OUR_FAULT
    assert "cannot be opened" in answers[1]["refused"]
    assert "RecursionError" in err.getvalue()


def test_a_fresh_checkout_needs_no_database_no_secret_and_no_alphabet(tmp_path: Path) -> None:
    good = written(tmp_path / "k\u00f6nto.csv", STATEMENT.replace(b"Shop", "Café €".encode()))
    kept = {name: value for name, value in os.environ.items() if name not in {"SECRET_KEY", "JWT_SECRET_KEY"}}
    env = kept | {"SPENDWISE_DATA_DIR": str(tmp_path / "data"), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "manage.py", "statement_inspect", str(good), str(tmp_path / "missing")]
    for options in ([], ["--json"]):
        done = subprocess.run(
            [*command, *options], cwd=settings.BASE_DIR, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0
        assert "Traceback" not in done.stderr
        assert len(done.stdout.splitlines()) >= 2
    assert not (tmp_path / "data" / "database.db").exists()
