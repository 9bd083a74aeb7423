"""Every damage to an archive is found before anything of it counts."""

from __future__ import annotations

import io
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from spendwise_project.backups import archive
from spendwise_project.backups.archive import BackupError

MOMENT = datetime(2026, 11, 28, 2, 35, 1, tzinfo=UTC)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    source = tmp_path / "source"
    (source / "media").mkdir(parents=True)
    (source / "database.db").write_bytes(bytes(range(256)) * 300)
    (source / "media" / "report.pdf").write_bytes(b"%PDF-1.7")
    target = tmp_path / archive.archive_name(MOMENT)
    members = [(path.relative_to(source).as_posix(), path) for path in source.rglob("*") if path.is_file()]
    archive.write(target, members, {"made_at": MOMENT.isoformat()})
    return target


def unpacked(source: Path, tmp_path: Path) -> dict[str, object]:
    folder = tmp_path / "unpacked"
    folder.mkdir(exist_ok=True)
    return archive.unpack(source, folder)


def test_what_goes_in_comes_out(made: Path, tmp_path: Path) -> None:
    manifest = unpacked(made, tmp_path)
    assert manifest["made_at"] == MOMENT.isoformat()
    assert (tmp_path / "unpacked" / "database.db").read_bytes() == bytes(range(256)) * 300
    assert (tmp_path / "unpacked" / "media" / "report.pdf").read_bytes() == b"%PDF-1.7"
    assert archive.archives(tmp_path) == {MOMENT: made}
    assert made.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_cut_archive_is_refused(made: Path, tmp_path: Path, share: float) -> None:
    content = made.read_bytes()
    made.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(BackupError, match="damaged"):
        unpacked(made, tmp_path)


@pytest.mark.parametrize("place", range(12))
def test_a_changed_byte_is_refused_or_says_nothing_else(made: Path, tmp_path: Path, place: int) -> None:
    """Bytes of the gzip header (a name, a time) mean nothing; every other one is noticed."""
    content = bytearray(made.read_bytes())
    content[30 + place * (len(content) - 40) // 12] ^= 0x41
    made.write_bytes(bytes(content))
    try:
        manifest = unpacked(made, tmp_path)
    except BackupError:
        return
    assert manifest["made_at"] == MOMENT.isoformat()
    assert (tmp_path / "unpacked" / "database.db").read_bytes() == bytes(range(256)) * 300


@pytest.mark.parametrize("name", ["../outside", "/outside", "media/../../outside"])
def test_a_name_outside_is_refused(tmp_path: Path, name: str) -> None:
    source = tmp_path / "evil.tar.gz"
    with tarfile.open(source, "w:gz") as tar:
        info = tarfile.TarInfo(name)
        info.size = 1
        tar.addfile(info, io.BytesIO(b"x"))
    with pytest.raises(BackupError, match="outside"):
        unpacked(source, tmp_path)
    assert not (tmp_path / "outside").exists()


def test_links_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "evil.tar.gz"
    with tarfile.open(source, "w:gz") as tar:
        info = tarfile.TarInfo("media")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc"
        tar.addfile(info)
    with pytest.raises(BackupError, match="damaged"):
        unpacked(source, tmp_path)


def test_files_that_the_manifest_does_not_name_are_refused(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    folder.mkdir()
    archive.unpack(made, folder)
    other = tmp_path / "other.tar.gz"
    with tarfile.open(other, "w:gz") as tar:
        tar.add(folder / "media" / "report.pdf", "media/more.pdf")
        content = b'{"format": 1, "files": {}}'
        info = tarfile.TarInfo(archive.MANIFEST)
        info.size = len(content)
        tar.addfile(info, io.BytesIO(content))
    with pytest.raises(BackupError, match="not those of its manifest"):
        unpacked(other, tmp_path)


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / archive.archive_name(MOMENT)
    with pytest.raises(FileNotFoundError):
        archive.write(target, [("media/gone", tmp_path / "gone")], {})
    assert list(tmp_path.iterdir()) == []
