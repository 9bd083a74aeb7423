"""What an account is called that an import makes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath

from transactions.ledger.file_names import undated
from transactions.models import StatementImport
from transactions.services.import_read import ReadAccount, ReadFile


def new_name(record: StatementImport, read: ReadFile, account: ReadAccount, taken: Collection[str]) -> str:
    """What a new account is called: as the file says, else after the file, with its number if there are several; a
    name that is taken gets a number."""
    wanted = _wanted_name(record, read, account)
    numbered = (f"{wanted[:115]} {number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(name for name in numbered if name not in taken)


def _wanted_name(record: StatementImport, read: ReadFile, account: ReadAccount) -> str:
    if len(read.accounts) == 1:
        return account.name or undated(stem(record.file_name))
    named = account.name or account.external_ref or undated(stem(record.file_name))
    same = [
        other for other in read.accounts if (other.name or other.external_ref) == (account.name or account.external_ref)
    ]
    return f"{named} {account.currency}" if len(same) > 1 else named


def stem(file_name: str) -> str:
    return PurePath(file_name).stem.strip()[:120] or "Imported account"
