"""Report files: whole or not at all, each attempt in a place of its own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pytest_django import Settings

from advisory import storage
from advisory.tests.books import media

FILES = {"report.json": b"{}", "report.pdf": b"%PDF"}
BASE = "reports/7/2025-03/12"


@pytest.fixture
def root(settings: Settings) -> Path:
    return Path(settings.MEDIA_ROOT)


def test_the_folder_appears_with_all_files_or_not_at_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full_disk)
        with pytest.raises(OSError, match="No space left"):
            storage.write_folder(BASE, 1, FILES)
    assert not (root / f"{BASE}-1").exists()
    assert storage.write_folder(BASE, 1, FILES) == f"{BASE}-1"
    assert media() == ["7/2025-03/12-1/report.json", "7/2025-03/12-1/report.pdf"]


def full_disk(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_the_same_attempt_twice_leaves_the_second(root: Path) -> None:
    storage.write_folder(BASE, 1, {"old.json": b"1"})
    storage.write_folder(BASE, 1, FILES)
    assert [path.name for path in sorted((root / f"{BASE}-1").iterdir())] == sorted(FILES)


def test_clearing_away_touches_earlier_attempts_of_this_report_only(root: Path) -> None:
    for base, attempt in ((BASE, 1), (BASE, 2), (BASE, 3), (BASE, 10), ("reports/7/2025-03/112", 1)):
        storage.write_folder(base, attempt, FILES)
    (root / f"{BASE}-2.tmp").mkdir()
    (root / f"{BASE}-3.tmp").mkdir()
    storage.remove_attempts(BASE, before=3)
    assert media("*/*/*") == ["7/2025-03/112-1", "7/2025-03/12-10", "7/2025-03/12-3", "7/2025-03/12-3.tmp"]
    storage.remove_attempts(BASE)
    assert media("*/*/*") == ["7/2025-03/112-1"]


def test_removing_what_is_not_there_is_quiet() -> None:
    storage.remove_attempts(BASE)
    storage.remove_attempt(BASE, 1)
    storage.remove_owner(7)
    assert media("*") == []


def test_a_user_who_goes_takes_only_their_own_files(root: Path) -> None:
    for owner in (7, 77):
        storage.write_folder(f"reports/{owner}/2025-03/1", 1, FILES)
    storage.remove_owner(7)
    assert media("*") == ["77"]


def test_files_are_described_by_their_ending() -> None:
    described = storage.described(FILES)
    assert described["pdf"] == {"name": "report.pdf", "bytes": 4, "sha256": hashlib.sha256(b"%PDF").hexdigest()}
    assert set(described) == {"json", "pdf"}


def test_a_file_that_is_gone_reads_as_none() -> None:
    folder = storage.write_folder(BASE, 1, FILES)
    assert storage.read_file(folder, "report.json") == b"{}"
    assert storage.read_file(folder, "report.html") is None
    assert storage.is_complete(folder, FILES)
    assert not storage.is_complete(folder, [*FILES, "report.html"])
    assert not storage.is_complete("", [])
