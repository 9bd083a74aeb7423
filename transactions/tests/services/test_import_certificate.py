"""What a certificate says of lines that could not be read, apart from what is only remarked."""

from __future__ import annotations

from transactions.ledger.errors import LineError
from transactions.services.import_certificate import errors_parted
from transactions.services.import_read import ReadFile, exact
from transactions.statements.parsed import ReaderContext
from transactions.tests.fake_bank import bank_file, read_fake


def read_with(*errors: LineError) -> ReadFile:
    parsed = read_fake(bank_file(("2026-03-01", "-1.00", "Cafe"), ("2026-03-02", "-2.00", "Shop")), ReaderContext())
    read = exact(parsed, "EUR")
    return ReadFile(format="fake", accounts=read.accounts, errors=errors, lines_rejected=1)


def test_only_lines_that_are_not_there_count_as_rejected() -> None:
    line = read_with().accounts[0].lines[0].line
    gone = LineError(900, "date", "No date.")
    remarks = [LineError(None, "file", "The balances differ."), LineError(line, "amount", "It was rounded.")]
    assert errors_parted(read_with(remarks[0], gone, remarks[1])) == ([gone], remarks)
    assert errors_parted(read_with()) == ([], [])
