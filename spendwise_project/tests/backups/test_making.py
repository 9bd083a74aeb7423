"""The scheduler makes one backup a day; the age shows; files come in once they are whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from spendwise_project.backups import archive, making

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.BACKUP_DIR.mkdir()
    return Path(settings.BACKUP_DIR)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    calls: list[datetime] = []
    monkeypatch.setattr(making, "backup_make", lambda *, now: calls.append(now))
    return calls


def there(folder: Path, moment: datetime) -> Path:
    path = folder / archive.archive_name(moment)
    path.write_bytes(b"x")
    return path


def test_one_is_made_when_today_has_none(folder: Path, made: list[datetime]) -> None:
    there(folder, NOW - timedelta(days=1))
    making.backup_if_due(NOW)
    assert made == [NOW]


def test_none_is_made_twice_or_when_switched_off(folder: Path, made: list[datetime], settings: Settings) -> None:
    settings.BACKUPS = False
    making.backup_if_due(NOW)
    settings.BACKUPS = True
    there(folder, NOW - timedelta(hours=5))
    making.backup_if_due(NOW)
    assert made == []


def test_only_what_the_rule_lets_go_is_removed(folder: Path) -> None:
    paths = [there(folder, NOW - timedelta(days=back)) for back in range(10)]
    stranger = folder / "spendwise-of-mine.tar.gz"
    stranger.write_bytes(b"x")
    gone = making.backups_forget(folder)
    assert set(gone) == set(paths[7:])
    assert stranger.exists()


@pytest.mark.parametrize("name", ["reports/1/2026-10/3-1.tmp/report.pdf", "imports/1/abc.part", ".ready-1"])
def test_unfinished_files_stay_out(name: str) -> None:
    assert making.is_unfinished(Path(name))
    assert not making.is_unfinished(Path("reports/1/2026-10/3-1/report.pdf"))


@pytest.mark.django_db
@pytest.mark.parametrize(("hours", "is_ok"), [(3, True), (40, False)])
def test_readyz_says_how_old_the_newest_is(client: Client, folder: Path, hours: int, is_ok: bool) -> None:
    there(folder, datetime.now(UTC) - timedelta(hours=hours))
    told = client.get("/readyz").json()["backup"]
    assert told["ok"] is is_ok
    assert abs(told["hours"] - hours) < 0.2
