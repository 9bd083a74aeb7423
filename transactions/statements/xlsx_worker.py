"""The child process that opens a workbook: native code on other people's bytes, with its memory and time bounded.

Reads the file from standard input, writes JSON lines: a sheet's name, then its rows as [number, cells], or an error.
A workbook whose sizes lie, or that spreads two cells over a billion, ends this process and nothing else.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
import zlib
from collections.abc import Sequence
from typing import TextIO

from transactions.statements.native_child import limit_this_process
from transactions.statements.xlsx_cells import Cell, columns_with_cents, row_texts

TOO_LARGE, PROTECTED, BROKEN, ENTITIES = "too large", "protected", "broken", "entities"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PIECE = 1 << 20
HEAD = 1 << 14  # bytes of a part within which a document type would stand


def main() -> None:
    memory, seconds, max_rows, max_text = (int(argument) for argument in sys.argv[1:5])
    limit_this_process(memory, seconds)
    write_sheets(sys.stdin.buffer.read(), sys.stdout, max_rows, max_text)


def write_sheets(data: bytes, out: TextIO, max_rows: int, max_text: int) -> None:
    """All sheets of a workbook, or one line that says why not."""
    import python_calamine as calamine

    error = ""
    try:
        if ENCRYPTED in data:
            error = PROTECTED
        elif data.startswith(b"PK") and (problem := _problem_of_parts(data, max_text)):
            error = problem
        else:
            book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
            error = _write_book(book, out, max_rows, max_text)
    except calamine.PasswordError:
        error = PROTECTED
    except (calamine.CalamineError, zipfile.BadZipFile, zlib.error, ValueError, OverflowError, NotImplementedError):
        error = BROKEN
    except MemoryError:
        error = TOO_LARGE
    print(json.dumps({"error": error} if error else {"end": True}), file=out)


def _write_book(book: object, out: TextIO, max_rows: int, max_text: int) -> str:
    import python_calamine as calamine

    assert isinstance(book, calamine.CalamineWorkbook)
    rows_left = max_rows
    for about in book.sheets_metadata:
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        rows_left -= sheet.height
        if rows_left < 0:
            return TOO_LARGE
        first = sheet.start[0] + 1 if sheet.start else 1
        is_visible = about.visible == calamine.SheetVisibleEnum.Visible
        print(json.dumps({"sheet": about.name[:100], "visible": is_visible}), file=out)
        max_text = _write_rows(sheet.to_python(skip_empty_area=True), first, out, max_text)
        if max_text < 0:
            return TOO_LARGE
    return ""


def _write_rows(rows: Sequence[Sequence[Cell]], first: int, out: TextIO, max_text: int) -> int:
    """The rows that are not blank; gives back how many characters may still be written."""
    has_cents = columns_with_cents(rows)
    for number, row in enumerate(rows, first):
        cells = row_texts(row, has_cents)
        if any(cells):
            text = json.dumps([number, cells], ensure_ascii=True)
            max_text -= len(text)
            if max_text < 0:
                break
            print(text, file=out)
    return max_text


def _problem_of_parts(data: bytes, limit: int) -> str:
    """Whether the parts of a zipped workbook are within the limit, as declared and as they really come out, and
    declare no entities; '' when there is nothing against reading them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".rels", ".bin"))]
        if sum(part.file_size for part in parts) > limit:
            return TOO_LARGE
        return next((problem for part in parts if (problem := _problem_of(archive, part))), "")


def _problem_of(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> str:
    """Whether a part is longer than it says, or declares entities. Reading checks its sum too."""
    length = 0
    with archive.open(part) as stream:
        while length <= part.file_size and (piece := stream.read(PIECE)):
            if not length and b"<!ENTITY" in piece[:HEAD]:
                return ENTITIES
            length += len(piece)
    return TOO_LARGE if length > part.file_size else ""


if __name__ == "__main__":
    main()
