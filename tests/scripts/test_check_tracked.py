"""The gate sees what must not be in a public repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import check_tracked

LINES = {
    "a lock file address": '      "resol' + 'ved": "https://example.org/a.tgz",',
    "a registry address": "see https://" + "registry.npm" + "js.org/left-pad",
    "a machine's folder": 'DATA = "/ro' + 'ot/data"',
}


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(check_tracked, "ROOT", tmp_path)
    return tmp_path / "some.txt"


@pytest.mark.parametrize("what", LINES)
def test_finds(what: str, file: Path) -> None:
    file.write_text(f"fine\n{LINES[what]}\n")
    (finding,) = check_tracked.findings_in(file)
    assert finding.startswith(f"some.txt:2: {what}: ")


def test_lets_ordinary_lines_pass(file: Path) -> None:
    file.write_text("WORKDIR /app\nhttps://www.apache.org/licenses/\nvar/work/list\n/api/accounts/\n")
    assert check_tracked.findings_in(file) == []


def test_pictures_are_passed_over(file: Path) -> None:
    file.write_bytes(b"\x89PNG\xff\xfe")
    assert check_tracked.findings_in(file) == []


def test_this_repository_is_clean() -> None:
    assert [finding for path in check_tracked.tracked() for finding in check_tracked.findings_in(path)] == []
