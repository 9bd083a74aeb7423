"""Which reader reads a file: the one most sure of its content. The name and extension are never asked."""

from __future__ import annotations

from dataclasses import replace

from transactions.ledger.errors import LineError
from transactions.statements.camt_reader import CamtReader
from transactions.statements.csv_reader import CsvReader
from transactions.statements.decoding import null_bytes
from transactions.statements.mt940_reader import Mt940Reader
from transactions.statements.ofx_reader import OfxReader
from transactions.statements.parsed import ParsedStatement, ReaderContext, StatementReader
from transactions.statements.pdf_reader import PdfReader
from transactions.statements.qif_reader import QifReader
from transactions.statements.rivals import RIVAL_READERS
from transactions.statements.xlsx_reader import XlsxReader
from transactions.statements.zip_reader import ZipReader

LEAST_SURE = 0.2  # below this no reader claims the file
TEXTS = ("csv", "ofx", "qif", "mt940", "camt")  # formats whose files hold no null byte
NULL_BYTES = (
    "Null bytes stand in this file (number: {}, the first in this line): it was damaged on its way. Values with one in "
    "them were not read. Download the statement again."
)
KNOWN_BUT_UNREAD = (
    (b"PK\x03\x04", "This is an office document or another program's archive."),
    (b"\xd0\xcf\x11\xe0", "This is an old office document, but no workbook."),
    (b"{\\rtf", "This is a word-processor document."),
    (b"\x89PNG", "This is a picture."),
    (b"\xff\xd8\xff", "This is a picture."),
    (b"<?xml", "This is an XML file, but neither OFX nor CAMT."),
)


def read_statement(data: bytes, context: ReaderContext) -> ParsedStatement:
    """Everything the file says, and every record that could not be read. Never raises, whatever the bytes."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return _refused("The file is empty. Download the statement again.")
    sure, reader = max(((reader.recognise(data), reader) for reader in READERS), key=lambda pair: pair[0])
    if sure < LEAST_SURE:
        return _refused(_unrecognised(data))
    statement = reader.read(data, context)
    return _with_null_bytes(data, statement) if reader.format in TEXTS else statement


# The zip reader reads its members through this very door, so the list stands below it.
READERS: tuple[StatementReader, ...] = (
    *RIVAL_READERS,
    OfxReader(),
    CamtReader(),
    Mt940Reader(),
    QifReader(),
    XlsxReader(),
    PdfReader(),
    ZipReader(read_statement),
    CsvReader(),
)


def _with_null_bytes(data: bytes, statement: ParsedStatement) -> ParsedStatement:
    """A text with null bytes was damaged on its way: what was read is kept, and it is said."""
    if not any(account.lines for account in statement.accounts):
        return statement
    found = null_bytes(data)
    if found is None:
        return statement
    line, count = found
    return replace(statement, errors=(*statement.errors, LineError(line, "file", NULL_BYTES.format(count))))


def _refused(message: str) -> ParsedStatement:
    return ParsedStatement(format="", errors=(LineError(None, "file", message),))


def _unrecognised(data: bytes) -> str:
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    what = next((words for start, words in KNOWN_BUT_UNREAD if head.startswith(start)), "")
    what = what or "The content is neither a table of movements nor a statement in a known format."
    return (
        f"{what} Download the statement from the bank as CSV, Excel, OFX (also QFX, QBO), QIF, MT940 or CAMT, "
        "or several of them in a zip, and import that."
    )
