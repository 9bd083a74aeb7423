"""The proof of a booked import: every line of the file accounted for, balances, and the ledger before and after."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from transactions.ledger.errors import LineError
from transactions.models import StatementImport
from transactions.services.import_plan import PlannedAccount
from transactions.services.import_read import ReadFile
from transactions.services.import_record import error_rows, match_row, not_new

MOST = 1000


def certificate_of(
    record: StatementImport, read: ReadFile, booked: Sequence[PlannedAccount], hash_before: str, hash_after: str
) -> dict[str, Any]:
    """JSON for the record, which has its counts and accounts already."""
    rejected, remarks = errors_parted(read)
    duplicates = (pair for pair in not_new(booked) if pair[1].is_there)
    return {
        "bytes": record.file_bytes,
        "sha256": record.file_sha256,
        "lines_found": record.lines_found,
        "lines_new": record.lines_new,
        "lines_duplicate": record.lines_duplicate,
        "lines_rejected": record.lines_rejected,
        "accounts": [_account(row) for row in record.accounts],
        "duplicates": [
            {"line": line.line, "reason": verdict.reason, "match": match_row(verdict.match)}
            for line, verdict in islice(duplicates, MOST)
        ],
        "rejected": error_rows(rejected),
        "remarks": error_rows(remarks),
        "ledger_hash_before": hash_before,
        "ledger_hash_after": hash_after,
        "committed_at": record.finished_at.isoformat() if record.finished_at else None,
    }


def errors_parted(read: ReadFile) -> tuple[list[LineError], list[LineError]]:
    """What says of a line that it could not be read, and all else: about the file, or about lines that were read."""
    asked = {error.line for error in read.errors if error.line is not None}
    known = {line.line for account in read.accounts for line in account.lines if line.line in asked} if asked else set()
    rejected = [error for error in read.errors if error.line is not None and error.line not in known]
    return rejected, [error for error in read.errors if error.line is None or error.line in known]


def _account(row: dict[str, Any]) -> dict[str, Any]:
    is_stated = row["balance_check"] != "not_stated"
    return {
        **{name: row[name] for name in ("id", "name", "currency", "opening_balance", "sum", "closing_balance")},
        "difference": (row["balance_difference"] or "0") if is_stated else None,
        "agrees": row["balance_check"] == "agrees" if is_stated else None,
    }
