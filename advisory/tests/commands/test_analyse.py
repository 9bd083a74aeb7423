"""`manage.py analyse`: the shape it prints, what it says of lines it cannot read, and that no database is opened."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

ROOT = Path(__file__).resolve().parents[3]


def household() -> list[dict[str, Any]]:
    """Two years of rent and a subscription that becomes dearer, a salary, coffees, and a transfer."""
    rows: list[dict[str, Any]] = []

    def add(day: date, amount: str, text: str, account: str = "Giro", **more: str) -> None:
        row = {"id": f"r{len(rows):04}", "date": day.isoformat(), "amount": amount, "currency": "EUR", "text": text}
        rows.append({**row, "account": account, **more})

    for month in range(24):
        first = date(2024 + month // 12, month % 12 + 1, 1)
        add(first, "-980.00", "LINDEN HOUSING RENT", category="Rent")
        add(first + timedelta(days=11), "-12.99" if month < 14 else "-14.99", "STREAMLY SUBSCRIPTION")
        add(first + timedelta(days=24), "2850.00", "HARBOUR EMPLOYER SALARY")
        add(first + timedelta(days=5), f"-{3 + month % 4}.20", "CORNER COFFEE")
    add(date(2025, 11, 14), "-300.00", "TRANSFER TO SAVINGS")
    add(date(2025, 11, 15), "300.00", "TRANSFER FROM GIRO", account="Savings")
    return rows


def file_of(folder: Path, rows: list[dict[str, Any]]) -> str:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    call_command("analyse", *arguments, "--json")
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_it_prints_what_the_engines_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = household()
    found = printed(capsys, file_of(tmp_path, rows))
    assert {"categories", "recurring", "alerts", "transfers", "forecast", "facts"} <= found.keys()
    by_id = {row["id"]: row for row in rows}
    without = {row["id"] for row in rows if "category" not in row and not row["text"].startswith("TRANSFER")}
    assert found["categories"].keys() == without
    assert all({"category", "confidence", "reason"} <= guess.keys() for guess in found["categories"].values())
    rent = next(one for one in found["recurring"] if one["ids"][0] == "r0000")
    assert (rent["cadence"], rent["status"], rent["next_date"]) == ("monthly", "active", "2026-01-01")
    assert {by_id[pk]["text"] for pk in rent["ids"]} == {"LINDEN HOUSING RENT"}
    assert found["transfers"] == [["r0096", "r0097"]]
    assert "EUR" in found["forecast"]


def test_figures_re_sum_from_their_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = household()
    found = printed(capsys, file_of(tmp_path, rows))
    cents = {row["id"]: round(float(row["amount"]) * 100) for row in rows}
    sums = [fact for fact in found["facts"] if fact["kind"] == "sum"]
    assert len(sums) > 4
    for fact in sums:
        assert round(float(fact["value"]) * 100) == sum(cents[pk] for pk in fact["transactions"])


def test_the_order_of_lines_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = household()
    one = printed(capsys, file_of(tmp_path, rows))
    other = printed(capsys, file_of(tmp_path, rows[::-1]))
    assert one == other


def test_what_is_after_the_last_day_is_not_looked_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, file_of(tmp_path, household()), "--as-of", "2025-10-31")
    assert found["transfers"] == []
    assert found["as_of"] == "2025-10-31"
    rent = next(one for one in found["recurring"] if one["ids"][0] == "r0000")
    assert rent["next_date"] == "2025-11-01"


def test_people_get_a_few_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("analyse", file_of(tmp_path, household()))
    told = capsys.readouterr().out
    assert "As of 2025-12-25" in told
    assert "Linden Housing Rent: -980.00 EUR monthly bill, active, next 2026-01-01" in told


def test_lines_that_cannot_be_read_stop_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = household()
    rows[2]["amount"] = "12,50"
    with pytest.raises(CommandError, match="1 line"):
        call_command("analyse", file_of(tmp_path, rows), "--json")
    told = capsys.readouterr()
    assert told.out == ""
    assert "Line 3, amount: '12,50' is no amount." in told.err


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "empty.jsonl").write_bytes(content)
    with pytest.raises(CommandError, match="no row"):
        call_command("analyse", str(tmp_path / "empty.jsonl"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be opened"):
        call_command("analyse", str(tmp_path / "none.jsonl"))
    with pytest.raises(CommandError, match="cannot be opened"):
        call_command("analyse", str(tmp_path))


def test_no_database_is_opened_and_no_traceback_shown(tmp_path: Path) -> None:
    """In a process of its own, with a data directory that must stay empty."""
    data = tmp_path / "data"
    data.mkdir()
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": 1}\n')
    answers = {}
    for name in (file_of(tmp_path, household()), str(broken)):
        done = subprocess.run(
            [sys.executable, "manage.py", "analyse", name, "--json"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": "/usr/bin:/bin", "SPENDWISE_DEBUG": "on", "SPENDWISE_DATA_DIR": str(data)},
        )
        answers[Path(name).name] = (done.returncode, "Traceback" in done.stderr)
    assert answers == {"rows.jsonl": (0, False), "broken.jsonl": (1, False)}
    assert list(data.glob("*.db*")) == []
