"""Which reader reads a file: the one most sure of its content. The name and extension are never asked."""

from __future__ import annotations

from transactions.ledger.errors import LineError
from transactions.statements.camt_reader import CamtReader
from transactions.statements.csv_reader import CsvReader
from transactions.statements.ofx_reader import OfxReader
from transactions.statements.parsed import ParsedStatement, ReaderContext, StatementReader

READERS: tuple[StatementReader, ...] = (OfxReader(), CamtReader(), CsvReader())
LEAST_SURE = 0.2  # below this no reader claims the file
KNOWN_BUT_UNREAD = (
    (b"%PDF-", "This is a PDF document."),
    (b"PK\x03\x04", "This is a zipped file or an Excel workbook."),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel workbook."),
    (b"!Type:", "This is a QIF file."),
    (b"{\\rtf", "This is a word-processor document."),
    (b"\x89PNG", "This is a picture."),
    (b"\xff\xd8\xff", "This is a picture."),
)
# Known by what stands near their beginning, whatever envelope a bank puts around them; the first that is found counts.
KNOWN_BY_A_MARK = (
    (b"camt.05", "This is a CAMT file."),
    (b":60F:", "This is an MT940 file."),
    (b":60M:", "This is an MT940 file."),
    (b":34F:", "This is an MT942 file."),
    (b"<?xml", "This is an XML file, but not OFX."),
)


def read_statement(data: bytes, context: ReaderContext) -> ParsedStatement:
    """Everything the file says, and every record that could not be read. Never raises, whatever the bytes."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return _refused("The file is empty. Download the statement again.")
    sure, reader = max(((reader.recognise(data), reader) for reader in READERS), key=lambda pair: pair[0])
    if sure < LEAST_SURE:
        return _refused(_unrecognised(data))
    return reader.read(data, context)


def _refused(message: str) -> ParsedStatement:
    return ParsedStatement(format="", errors=(LineError(None, "file", message),))


def _unrecognised(data: bytes) -> str:
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    what = next((words for start, words in KNOWN_BUT_UNREAD if head.startswith(start)), "")
    what = what or next((words for mark, words in KNOWN_BY_A_MARK if mark in data[:2000]), "")
    what = what or "The content is neither a table of movements nor OFX."
    return f"{what} Download the statement from the bank as CSV or OFX and import that."
