"""Zips: members through the registry, bombs and oddities refused in words, other programs' zips left alone."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from transactions.statements import zip_reader
from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import read_statement
from transactions.statements.zip_reader import ZipReader

CSV = b"Date,Description,Amount\n2026-01-14,Shop,-5.00\n2026-01-15,Pay,9.00\n"
QIF = b"!Type:Bank\nD1/31/2026\nT-1.00\n^\nDnever\nT1\n^\n"


def packed(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read(data: bytes) -> ParsedStatement:
    return read_statement(data, ReaderContext())


def only_error(data: bytes) -> str:
    statement = read(data)
    assert statement.accounts == ()
    assert len(statement.errors) == 1
    return statement.errors[0].message


def test_members_are_read_and_errors_say_which_one() -> None:
    statement = read(
        packed({"2026/a.csv": CSV, "b.qif": QIF, "__MACOSX/._a.csv": b"x", "note.txt": b"Dear customer\n"})
    )

    assert statement.format == "zip"
    assert sum(len(account.lines) for account in statement.accounts) == 3
    assert [error.message.partition(":")[0] for error in statement.errors] == ["b.qif", "note.txt"]
    assert statement.lines_rejected == 1


def test_members_of_one_format_give_that_format() -> None:
    assert read(packed({"a.csv": CSV, "b.csv": CSV.replace(b"Shop", b"Inn")})).format == "csv"


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing(compression: int) -> None:
    assert read(packed({"a.csv": CSV}, compression)).lines_found == 2


def test_a_zip_in_a_zip_is_refused() -> None:
    assert "a zip file inside a zip" in only_error(packed({"inner.zip": packed({"a.csv": CSV})}))


def test_a_password_is_named() -> None:
    data = bytearray(packed({"a.csv": CSV}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(signature) + offset, 1)

    assert "password" in only_error(bytes(data))


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    assert "far more" in only_error(packed({"zeros.csv": b"0" * 20_000_000}))


def test_a_bomb_that_lies_is_refused_by_what_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(packed({"a.csv": CSV}))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 1)
    monkeypatch.setattr(zip_reader, "MAX_MEMBER_BYTES", 10)

    assert only_error(bytes(data)).startswith("a.csv: ")


def test_too_many_members_and_too_large_a_sum_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_reader, "MAX_MEMBERS", 2)
    assert "more than 2 files" in only_error(packed({f"{n}.csv": CSV for n in range(3)}))
    monkeypatch.setattr(zip_reader, "MAX_TOTAL_BYTES", 100)
    assert "at once" in only_error(packed({f"{n}.csv": CSV for n in range(2)}))


def test_damage_is_a_sentence() -> None:
    data = packed({"a.csv": CSV * 200})

    assert "damaged" in only_error(data[: len(data) // 2])
    assert "damaged" in only_error(data[:60] + b"\x00" * 20 + data[80:])
    assert "empty" in only_error(packed({}))


@pytest.mark.parametrize("name", ["[Content_Types].xml", "xl/workbook.xml", "mimetype", "My-Finances/db.sqlite"])
def test_documents_and_exports_of_other_programs_are_not_claimed(name: str) -> None:
    data = packed({name: b"x", "a.csv": CSV})

    assert ZipReader(read_statement).recognise(data) == 0.0


def test_lines_count_over_all_members() -> None:
    statement = ZipReader(read_statement).read(packed({"a.qif": QIF, "b.qif": QIF}), ReaderContext(max_lines=2))

    assert "more than 0" in statement.errors[-1].message


def test_any_cut_of_a_zip_gives_an_answer() -> None:
    data = packed({"a.csv": CSV, "b.qif": QIF})
    for end in range(4, len(data), 7):
        assert read(data[:end]).errors
