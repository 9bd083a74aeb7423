"""What an import says about itself: counts, accounts, errors and the first lines, as the API answers them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from transactions.ledger.errors import LineError
from transactions.ledger.money import to_text
from transactions.models import StatementImport
from transactions.services.import_plan import PlannedAccount
from transactions.services.import_read import ReadFile

MOST_ERRORS = 500
PREVIEW_LINES = 20
NO_MOVEMENTS = LineError(None, "file", "The file holds no transactions.")


def describe(record: StatementImport, read: ReadFile, plans: Sequence[PlannedAccount]) -> None:
    """Fill the record (without saving it) from what was read and planned."""
    record.format = read.format
    record.understood = read.understood
    record.errors = error_rows(read.errors)
    record.accounts = [account_row(plan) for plan in plans]
    record.preview = preview_rows(plans)
    record.lines_found = read.lines_found
    record.lines_rejected = read.lines_rejected
    record.lines_new = sum(plan.lines_new for plan in plans)
    record.lines_duplicate = sum(plan.lines_duplicate for plan in plans)
    if read.format and not read.lines_found and not record.errors:
        record.errors = error_rows([NO_MOVEMENTS])


def describe_failure(record: StatementImport, read: ReadFile, errors: Sequence[LineError] = ()) -> None:
    """Fill the record (without saving it) of a file that was refused: every line it holds counts as rejected."""
    record.status = StatementImport.Status.FAILED
    record.finished_at = timezone.now()
    record.format = read.format
    record.understood = read.understood
    record.errors = error_rows([*errors, *read.errors]) or error_rows([NO_MOVEMENTS])
    record.accounts, record.preview = [], []
    record.lines_new = record.lines_duplicate = 0
    record.lines_found = record.lines_rejected = read.lines_found


def error_rows(errors: Sequence[LineError]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {"line": error.line, "field": error.field, "message": error.message} for error in errors[:MOST_ERRORS]
    ]
    if len(errors) > MOST_ERRORS:
        message = f"{len(errors) - MOST_ERRORS} more rows could not be read."
        rows.append({"line": None, "field": "file", "message": message})
    return rows


def account_row(plan: PlannedAccount) -> dict[str, Any]:
    closing = plan.read.closing_minor
    return {
        "id": plan.target.pk if plan.target else None,
        "name": plan.target.name if plan.target else plan.name,
        "currency": plan.read.currency,
        "lines_new": plan.lines_new,
        "lines_duplicate": plan.lines_duplicate,
        "closing_balance": None if closing is None else to_text(closing, plan.read.currency),
    }


def preview_rows(plans: Sequence[PlannedAccount]) -> list[dict[str, Any]]:
    """The first lines of the file, over all its accounts."""
    rows = [
        {
            "line": line.line,
            "booking_date": line.booking_date.isoformat(),
            "amount": to_text(line.amount_minor, line.currency),
            "currency": line.currency,
            "counterparty": line.counterparty,
            "description": line.description[:300],
            "is_duplicate": fingerprint in plan.booked,
        }
        for plan in plans
        for line, fingerprint in zip(
            plan.read.lines[:PREVIEW_LINES], plan.read.fingerprints[:PREVIEW_LINES], strict=True
        )
    ]
    return sorted(rows, key=lambda row: int(str(row["line"])))[:PREVIEW_LINES]
