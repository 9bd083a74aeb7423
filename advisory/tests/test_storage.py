"""Report folders: one per attempt, and no attempt touches what a later one has made."""

from __future__ import annotations

from advisory import storage

BASE = "reports/1/2026-03/7"
FILES = {"report.json": b"{}"}


def made(base: str, *attempts: int) -> list[str]:
    return [storage.write_folder(base, attempt, FILES) for attempt in attempts]


def left() -> list[str]:
    return sorted(path.name for path in (storage.media_root() / BASE).parent.iterdir())


def test_a_worker_that_wakes_late_removes_nothing_of_a_later_attempt() -> None:
    made(BASE, 1, 2, 10)
    storage.remove_attempts(BASE, before=2)
    assert left() == ["7-10", "7-2"]


def test_half_written_attempts_go_with_the_whole_ones() -> None:
    made(BASE, 1)
    (storage.media_root() / f"{BASE}-2.tmp").mkdir()
    storage.remove_attempts(BASE, before=3)
    assert left() == []


def test_another_report_with_a_longer_number_is_left_alone() -> None:
    made(BASE, 1)
    made("reports/1/2026-03/70", 1)
    storage.remove_attempts(BASE)
    assert left() == ["70-1"]


def test_attempts_of_a_report_without_a_folder_are_nothing_to_remove() -> None:
    storage.remove_attempts(BASE)
    assert not (storage.media_root() / BASE).parent.exists()
