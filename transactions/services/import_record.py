"""What an import says about itself: counts, accounts, errors and the first lines, as the API answers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from itertools import islice
from typing import Any

from django.utils import timezone

from transactions.ledger.errors import LineError
from transactions.ledger.money import to_text
from transactions.models import StatementImport
from transactions.services.import_lines import ImportLine
from transactions.services.import_plan import PlannedAccount, questions_about
from transactions.services.import_read import ReadFile
from transactions.services.import_verdicts import Existing, Verdict
from transactions.statements.parsed import ColumnRole, Question

MOST_ERRORS = 500
MOST_COLUMNS = 500
PREVIEW_LINES = 50
MOST_DUPLICATES = 500
SHOWN = 300
NO_MOVEMENTS = LineError(None, "file", "The file holds no transactions.")


def describe(record: StatementImport, read: ReadFile, plans: Sequence[PlannedAccount]) -> None:
    """Fill the record (without saving it) from what was read and planned."""
    describe_reading(record, read)
    record.questions = question_rows(questions_about(record, read, plans))
    record.errors = error_rows(read.errors)
    record.accounts = [account_row(plan) for plan in plans]
    record.preview, record.duplicates = preview_rows(plans), duplicate_rows(plans, MOST_DUPLICATES)
    record.lines_found = read.lines_found
    record.lines_rejected = read.lines_rejected
    record.lines_new = sum(plan.lines_new for plan in plans)
    record.lines_duplicate = sum(plan.lines_duplicate for plan in plans)
    record.lines_review = sum(plan.lines_review for plan in plans)
    days = [day for plan in plans for day in _span(plan.read.lines.days)]
    record.first_date, record.last_date = min(days, default=None), max(days, default=None)
    record.sums = sum_rows(plans)
    if read.format and not read.lines_found and not record.errors:
        record.errors = error_rows([NO_MOVEMENTS])


def describe_accounts(record: StatementImport, plans: Sequence[PlannedAccount]) -> None:
    """The accounts as they are called now that they are booked; all else is described already."""
    record.accounts = [row | account_name(plan) for row, plan in zip(record.accounts, plans, strict=True)]


def account_name(plan: PlannedAccount) -> dict[str, Any]:
    read, target = plan.read, plan.target
    return {
        "id": target.pk if target else None,
        "name": target.name if target else plan.name,
        "kind": target.kind if target else read.kind,
        "external_ref": read.external_ref or (target.external_ref if target else ""),
    }


def describe_reading(record: StatementImport, read: ReadFile) -> None:
    """What the reader understood, whatever comes of it."""
    record.format = read.format[:16]
    record.encoding = read.encoding[:40]
    record.source_key = read.source_key
    record.understood = read.understood
    record.columns = [column_row(column) for column in read.columns[:MOST_COLUMNS]]
    record.questions = question_rows(read.questions)


def describe_failure(record: StatementImport, read: ReadFile, errors: Sequence[LineError] = ()) -> None:
    """Fill the record (without saving it) of a file that was refused: every line it holds counts as rejected."""
    record.status = StatementImport.Status.FAILED
    record.finished_at = timezone.now()
    describe_reading(record, read)
    record.errors = error_rows([*errors, *read.errors]) or error_rows([NO_MOVEMENTS])
    record.accounts, record.preview, record.duplicates, record.sums = [], [], [], []
    record.lines_new = record.lines_duplicate = record.lines_review = 0
    record.first_date = record.last_date = None
    record.lines_found = record.lines_rejected = read.lines_found


def column_row(column: ColumnRole) -> dict[str, Any]:
    return {**asdict(column), "samples": [sample[:SHOWN] for sample in column.samples[:3]]}


def question_rows(questions: Sequence[Question]) -> list[dict[str, Any]]:
    return [{**asdict(question), "options": [asdict(option) for option in question.options]} for question in questions]


def error_rows(errors: Sequence[LineError]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {"line": error.line, "field": error.field, "message": error.message} for error in errors[:MOST_ERRORS]
    ]
    if len(errors) > MOST_ERRORS:
        message = f"{len(errors) - MOST_ERRORS} more rows could not be read."
        rows.append({"line": None, "field": "file", "message": message})
    return rows


def account_row(plan: PlannedAccount) -> dict[str, Any]:
    read = plan.read
    days = _span(read.lines.days)
    booked = zip(read.lines.amounts, read.lines.pending, strict=True)
    total = sum(amount for amount, is_pending in booked if not is_pending)
    difference = None
    if read.opening_minor is not None and read.closing_minor is not None:
        difference = read.closing_minor - read.opening_minor - total
    check = "not_stated" if difference is None else "differs" if difference else "agrees"
    return {
        **account_name(plan),
        "currency": read.currency,
        "lines_new": plan.lines_new,
        "lines_duplicate": plan.lines_duplicate,
        "opening_balance": money(read.opening_minor, read.currency),
        "closing_balance": money(read.closing_minor, read.currency),
        "sum": to_text(total, read.currency) if read.lines else "0",
        "first_date": min(days).isoformat() if days else None,
        "last_date": max(days).isoformat() if days else None,
        "balance_check": check,
        "balance_difference": money(difference, read.currency) if difference else None,
        "reason": plan.found.reason,
        "candidates": [{"id": row.pk, "name": row.name, "reason": why} for row, why in plan.found.others],
    }


def _span(days: Sequence[date]) -> tuple[date, ...]:
    """The first and the last of many days."""
    return (min(days), max(days)) if days else ()


def money(amount: int | None, currency: str) -> str | None:
    return None if amount is None else to_text(amount, currency)


def sum_rows(plans: Sequence[PlannedAccount]) -> list[dict[str, Any]]:
    """One row a currency, over all readable lines."""
    found: dict[str, list[int]] = {}
    for plan in plans:
        if plan.read.lines:
            both = found.setdefault(plan.read.currency, [0, 0])
            both[0] += sum(plan.read.lines.amounts)
            both[1] += len(plan.read.lines)
    return [
        {"currency": code, "sum": to_text(total, code), "count": count}
        for code, (total, count) in sorted(found.items())
    ]


def preview_rows(plans: Sequence[PlannedAccount]) -> list[dict[str, Any]]:
    """The first lines of the file, over all its accounts."""
    rows = [
        preview_row(line, verdict)
        for plan in plans
        for line, verdict in zip(plan.read.lines[:PREVIEW_LINES], plan.verdicts[:PREVIEW_LINES], strict=True)
    ]
    return sorted(rows, key=lambda row: int(str(row["line"])))[:PREVIEW_LINES]


def duplicate_rows(plans: Sequence[PlannedAccount], most: int) -> list[dict[str, Any]]:
    """The first lines that are not simply new, account by account."""
    return [preview_row(line, verdict) for line, verdict in islice(not_new(plans), most)]


def not_new(plans: Sequence[PlannedAccount]) -> Iterator[tuple[ImportLine, Verdict]]:
    return (
        (plan.read.lines[index], verdict)
        for plan in plans
        for index, verdict in enumerate(plan.verdicts)
        if verdict.kind != "new"
    )


def preview_row(line: ImportLine, verdict: Verdict) -> dict[str, Any]:
    return {
        "line": line.line,
        "booking_date": line.booking_date.isoformat(),
        "value_date": line.value_date.isoformat() if line.value_date else None,
        "amount": to_text(line.amount_minor, line.currency),
        "currency": line.currency,
        "counterparty": line.counterparty,
        "description": line.description[:SHOWN],
        "balance": money(line.balance_minor, line.currency),
        "status": verdict.kind,
        "reason": verdict.reason,
        "match": match_row(verdict.match),
        "is_duplicate": verdict.is_there,
    }


def match_row(match: Existing | None) -> dict[str, Any] | None:
    if match is None:
        return None
    return {
        "transaction": match.transaction_id,
        "booking_date": match.booking_date.isoformat(),
        "amount": to_text(match.amount_minor, match.currency),
        "counterparty": match.counterparty,
        "description": match.description[:SHOWN],
    }
