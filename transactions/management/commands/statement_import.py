"""`manage.py statement_import FILE --user EMAIL`: a bank file into a ledger, through the same service as the API."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.access import editable_by
from accounts.errors import DomainError
from accounts.models import User
from transactions.models import LedgerAccount, StatementImport
from transactions.services.imports import import_start
from transactions.services.jobs import job_run

CHUNK = 64 * 1024
Status = StatementImport.Status


class Command(BaseCommand):
    help = "Import a bank file. Ends with 1 and a sentence when it is refused or leaves a question open."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--user", required=True, metavar="EMAIL", help="whose ledger")
        parser.add_argument("--account", metavar="NAME", help="the account by its name (default: it finds its own)")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")
        parser.add_argument("--accept-assumed", action="store_true", help="import although questions are open")

    def handle(self, *_args: Any, **options: Any) -> None:
        owner = User.objects.filter(email=User.objects.normalise(options["user"])).first()
        if owner is None:
            raise CommandError(f"There is no user {options['user']}.")
        try:
            record = import_start(
                owner=owner,
                file_name=options["file"].name,
                data=chunks(options["file"]),
                account_id=account_named(owner, options["account"]),
                commit=True,
                accept_assumed=options["accept_assumed"],
            )
            record = finished(record)
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be read: {error.strerror}.") from None
        except DomainError as error:
            raise CommandError(error.message) from None
        check(record)
        self.stdout.write(json.dumps(result_of(record), ensure_ascii=False) if options["json"] else words_of(record))


def chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def account_named(owner: User, name: str | None) -> int | None:
    if name is None:
        return None
    found = list(editable_by(LedgerAccount.objects.filter(name=name), owner).values_list("pk", flat=True))
    if len(found) != 1:
        raise CommandError(f"There {'is no account' if not found else 'are several accounts'} called {name}.")
    return found[0]


def finished(record: StatementImport) -> StatementImport:
    """A large file is a job for the worker; here it is done at once, by the same code."""
    if record.job_id is not None and record.status == Status.QUEUED:
        job_run(job_id=record.job_id)
        record.refresh_from_db()
    return record


def check(record: StatementImport) -> None:
    if record.status == Status.PREVIEWED and record.questions:
        question = record.questions[0]
        raise CommandError(
            f"{question['message']} Nothing was imported. Answer it on the import page, or use --accept-assumed to go "
            f"on with “{label_of(question)}”."
        )
    if record.status != Status.COMMITTED:
        reason = record.errors[0]["message"] if record.errors else f"The import is {record.get_status_display()}."
        raise CommandError(reason)


def label_of(question: dict[str, Any]) -> str:
    labels = (option["label"] for option in question["options"] if option["value"] == question["assumed"])
    return str(next(labels, question["assumed"]))


def result_of(record: StatementImport) -> dict[str, Any]:
    return {
        "id": record.pk,
        "status": record.status,
        "file": record.file_name,
        "format": record.format,
        "accounts": record.accounts,
        "lines_review": record.lines_review,
        "questions": record.questions,
        "errors": record.errors,
        "certificate": record.certificate,
    }


def words_of(record: StatementImport) -> str:
    rows = [
        (
            f"{record.file_name}: {record.lines_found:,} lines ({record.format}), {record.lines_new:,} new, "
            f"{record.lines_duplicate:,} there already, {record.lines_rejected:,} not readable"
        )
    ]
    rows += [
        f"  {account['name']}: {account['lines_new']:,} new, {account['lines_duplicate']:,} there already, "
        f"sum {account['sum']} {account['currency']}"
        for account in record.accounts
    ]
    if record.lines_review:
        rows.append(f"  {record.lines_review:,} may be there already: look at them on the import page")
    rows += [f"  line {error['line'] or '-'}: {error['message']}" for error in record.errors[:20]]
    proof = record.certificate or {}
    rows.append(f"ledger {proof.get('ledger_hash_before')} -> {proof.get('ledger_hash_after')}")
    return "\n".join(rows)
