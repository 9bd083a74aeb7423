"""A zip of statements: every member is read by whichever reader knows it, and their accounts stand side by side.

Nothing is written to disk and no member is read further than it may be: sizes are refused as declared and as they
turn out, since a bomb lies about the first.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from transactions.ledger.errors import LineError
from transactions.statements.parsed import ParsedAccount, ParsedStatement, Question, ReaderContext

MAX_ERRORS = 1000
MAX_MEMBERS = 500
MAX_MEMBER_BYTES = 256_000_000
MAX_TOTAL_BYTES = 512_000_000
MAX_RATIO = 200  # statements shrink to a tenth or a twentieth; a file of one repeated character to a thousandth
RATIO_FREE_BYTES = 5_000_000  # below this the ratio says nothing
CHUNK = 1_000_000
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# A zip that is a document or another program's export: read by the reader that knows it, or by none.
OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "Index/Document.iwa")
DATABASES = ("db.sqlite", "metadata.json")
RUBBISH = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
Read = Callable[[bytes, ReaderContext], ParsedStatement]


@dataclass(slots=True)
class _Joined:
    """What the members gave together."""

    accounts: list[ParsedAccount] = field(default_factory=list)
    errors: list[LineError] = field(default_factory=list)
    rejected: int = 0
    formats: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    source_keys: list[str] = field(default_factory=list)
    understood: dict[str, str] = field(default_factory=dict)
    lines: int = 0


class _RefusedError(Exception):
    """A member or the whole archive cannot be read; the text is a sentence for people."""


class ZipReader:
    """`read_member` is the registry's door; it is handed in, since the registry knows this reader."""

    format = "zip"

    def __init__(self, read_member: Read) -> None:
        self._read_member = read_member

    def recognise(self, data: bytes) -> float:
        if not data.startswith(ZIP_STARTS):
            return 0.0
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = [info.filename for info in archive.infolist()[: MAX_MEMBERS + 1]]
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
            return 0.4  # broken: said in words by `read`
        bases = {name.rpartition("/")[2] for name in names}
        if any(name in OFFICE or name.startswith("xl/") for name in names) or bases & set(DATABASES):
            return 0.0
        return 0.9

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        joined = _Joined()
        names: list[str] = []
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name, read in _members(archive, len(data)):
                    names.append(name)
                    self._take(name, read, context, joined)
        except _RefusedError as refused:
            return _refused(str(refused))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
            return _refused("The zip file is damaged. Download it again, or unpack it and import the files in it.")
        if not names:
            return _refused("The zip file is empty. Download it again.")
        return _statement(names, joined)

    def _take(self, name: str, read: Callable[[], bytes], context: ReaderContext, joined: _Joined) -> None:
        try:
            content = read()
        except _RefusedError as refused:
            joined.errors.append(LineError(None, "file", f"{name}: {refused}"))
            return
        left = replace(context, file_name=name, max_lines=max(context.max_lines - joined.lines, 0))
        _join(name, self._read_member(content, left), joined)


def _members(archive: zipfile.ZipFile, packed: int) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The files of the archive with a way to read each; _RefusedError where the archive as a whole is a bomb."""
    infos = [info for info in archive.infolist() if not info.is_dir() and not _is_rubbish(info.filename)]
    if len(infos) > MAX_MEMBERS:
        raise _RefusedError(f"The zip file holds more than {MAX_MEMBERS} files. Unpack it and import them in parts.")
    declared = sum(info.file_size for info in infos)
    if declared > MAX_TOTAL_BYTES:
        raise _RefusedError("The zip file unpacks to more than may be imported at once. Unpack it and import in parts.")
    if _is_bomb(declared, packed):  # many members that each stay below what is told by a ratio
        raise _RefusedError("The zip file unpacks to far more than bank statements have. It was not read.")
    budget = _Budget(min(MAX_TOTAL_BYTES, max(RATIO_FREE_BYTES, MAX_RATIO * packed)))
    for info in infos:
        yield info.filename[:200], lambda info=info: _content(archive, info, budget)  # type: ignore[misc]


@dataclass(slots=True)
class _Budget:
    """How many bytes may still come out of the archive, whatever it declares."""

    left: int


def _is_rubbish(name: str) -> bool:
    return name.startswith(RUBBISH) or name.rpartition("/")[2] in RUBBISH or name.rpartition("/")[2].startswith("._")


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget) -> bytes:
    if info.flag_bits & 0x1:
        raise _RefusedError("This file is protected with a password. Unpack it and import it by itself.")
    most = min(MAX_MEMBER_BYTES, budget.left)
    if info.file_size > most or _is_bomb(info.file_size, info.compress_size):
        raise _RefusedError("This file unpacks to far more than a bank statement has. It was not read.")
    content = io.BytesIO()
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(CHUNK):
                content.write(chunk)
                if content.tell() > most or _is_bomb(content.tell(), info.compress_size):
                    raise _RefusedError("This file unpacks to far more than it declares. It was not read.")
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError) as error:
        raise _RefusedError("This file is damaged inside the zip. Download it again.") from error
    except (NotImplementedError, RuntimeError) as error:
        raise _RefusedError(
            "This file is packed in a way that is not read. Unpack it and import it by itself."
        ) from error
    budget.left -= content.tell()
    if content.getvalue().startswith(b"PK\x03\x04") and _is_plain_zip(content.getvalue()):
        raise _RefusedError("This is a zip file inside a zip file. Unpack it and import it by itself.")
    return content.getvalue()


def _is_bomb(size: int, packed: int) -> bool:
    return size > RATIO_FREE_BYTES and size > MAX_RATIO * max(packed, 1)


def _is_plain_zip(data: bytes) -> bool:
    """A zip that is not a workbook: those are read."""
    return b"[Content_Types].xml" not in data[:4000] and b"xl/" not in data[-8000:]


def _join(name: str, read: ParsedStatement, joined: _Joined) -> None:
    joined.accounts += read.accounts
    joined.errors += [LineError(error.line, error.field, f"{name}: {error.message}") for error in read.errors]
    joined.rejected += read.lines_rejected
    joined.lines += read.lines_found
    if read.format:
        joined.formats.append(read.format)
        joined.source_keys.append(read.source_key)
    joined.understood |= {f"{name}: {what}"[:120]: words for what, words in list(read.understood.items())[:12]}
    for question in read.questions:
        if question.code not in {one.code for one in joined.questions}:
            joined.questions.append(replace(question, message=f"{name}: {question.message}"))


def _statement(names: list[str], joined: _Joined) -> ParsedStatement:
    kinds = set(joined.formats)
    understood = {"files": f"{len(names)} in the zip: {', '.join(names[:10])}{', ...' if len(names) > 10 else ''}"}
    keys = set(joined.source_keys)
    return ParsedStatement(
        format=kinds.pop() if len(kinds) == 1 else "zip" if kinds else "",
        accounts=tuple(joined.accounts),
        errors=tuple(joined.errors[:MAX_ERRORS]),
        lines_rejected=joined.rejected,
        understood=understood | dict(list(joined.understood.items())[:60]),
        questions=tuple(joined.questions),
        source_key=keys.pop() if len(keys) == 1 else "",
    )


def _refused(message: str) -> ParsedStatement:
    return ParsedStatement("", errors=(LineError(None, "file", message),))
