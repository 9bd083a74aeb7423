"""Where the lines of a file belong and which of them are there already. Reads only."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import PurePath

from django.db.models import QuerySet

from accounts.access import editable_by
from accounts.errors import DomainError
from accounts.models import User
from transactions.models import LedgerAccount, StatementImport, StatementLine
from transactions.services.import_read import ReadAccount, ReadFile

CHUNK = 400
BOOKED = StatementLine.Status.BOOKED


@dataclass(frozen=True, slots=True)
class PlannedAccount:
    """One account of the file with its target (None: a new one) and what is booked there already."""

    read: ReadAccount
    target: LedgerAccount | None
    name: str
    booked: dict[str, int] = field(default_factory=dict)
    """Fingerprint to the id of the booked line."""

    @property
    def lines_duplicate(self) -> int:
        return sum(fingerprint in self.booked for fingerprint in self.read.fingerprints)

    @property
    def lines_new(self) -> int:
        return len(self.read.lines) - self.lines_duplicate


def import_plan(*, owner: User, record: StatementImport, read: ReadFile) -> list[PlannedAccount]:
    """A target for each account of the file, in its order. DomainError when the chosen account cannot take the file."""
    candidates = list(editable_by(LedgerAccount.objects.order_by("id"), owner))
    chosen = _chosen(record, read)
    before = _accounts_of_same_file(owner, record)
    planned: list[PlannedAccount] = []
    for index, account in enumerate(read.accounts):
        taken = {plan.target.pk for plan in planned if plan.target is not None}
        free = [row for row in candidates if row.pk not in taken and _may_take(row, account)]
        remembered = before[index] if len(before) == len(read.accounts) else None
        target = chosen or _target(free, account, remembered, _stem(record.file_name))
        booked = booked_lines([target], account.fingerprints).get(target.pk, {}) if target else {}
        planned.append(PlannedAccount(account, target, _name(record, read, account), booked))
    return planned


def _chosen(record: StatementImport, read: ReadFile) -> LedgerAccount | None:
    chosen = record.chosen_account
    if chosen is None:
        return None
    if len(read.accounts) > 1:
        raise DomainError(
            "several_accounts",
            f"The file holds {len(read.accounts)} accounts. Import it without choosing one; each finds its own.",
        )
    for account in read.accounts:
        if account.currency != chosen.currency:
            raise DomainError(
                "other_currency",
                f"The file is in {account.currency}, the account {chosen.name} in {chosen.currency}.",
            )
    return chosen


def _may_take(row: LedgerAccount, account: ReadAccount) -> bool:
    """The currency is the same, and the two do not carry different account numbers."""
    both_named = bool(row.external_ref and account.external_ref)
    return row.currency == account.currency and (not both_named or row.external_ref == account.external_ref)


def _target(free: list[LedgerAccount], account: ReadAccount, remembered: int | None, stem: str) -> LedgerAccount | None:
    """By account number, by an earlier import of the same bytes, by rows that are there already, by name."""
    by_ref = next((row for row in free if account.external_ref and row.external_ref == account.external_ref), None)
    by_file = next((row for row in free if row.pk == remembered), None)
    return by_ref or by_file or _by_rows(free, account) or next((row for row in free if row.name == stem), None)


def _by_rows(free: list[LedgerAccount], account: ReadAccount) -> LedgerAccount | None:
    """The account that holds most of the lines: at least one of them and at least half."""
    if not account.fingerprints:
        return None
    hits = booked_lines(free, account.fingerprints)
    best = max(free, key=lambda row: len(hits.get(row.pk, {})), default=None)
    count = len(hits.get(best.pk, {})) if best else 0
    return best if count and count * 2 >= len(account.fingerprints) else None


def booked_lines(accounts: Iterable[LedgerAccount], keys: Collection[str]) -> dict[int, dict[str, int]]:
    """By account: which fingerprints are booked there, and as which line."""
    found: dict[int, dict[str, int]] = {}
    ids = [account.pk for account in accounts]
    ordered = list(keys)
    for start in range(0, len(ordered), CHUNK):
        rows = StatementLine.objects.filter(
            account_id__in=ids, fingerprint__in=ordered[start : start + CHUNK], status=BOOKED
        )
        for account_id, fingerprint, pk in rows.order_by().values_list("account_id", "fingerprint", "pk"):
            found.setdefault(account_id, {})[fingerprint] = pk
    return found


def _accounts_of_same_file(owner: User, record: StatementImport) -> list[int | None]:
    """The account ids, in file order, of the latest import of the same bytes."""
    same: QuerySet[StatementImport] = editable_by(
        StatementImport.objects.filter(
            file_sha256=record.file_sha256,
            status__in=[StatementImport.Status.COMMITTED, StatementImport.Status.ROLLED_BACK],
        ),
        owner,
    )
    accounts = same.order_by("-id").values_list("accounts", flat=True).first() or []
    return [account.get("id") for account in accounts]


def _name(record: StatementImport, read: ReadFile, account: ReadAccount) -> str:
    """What a new account is called: as the file says, else after the file, with its number if there are several."""
    if len(read.accounts) == 1:
        return account.name or _stem(record.file_name)
    named = account.name or account.external_ref or _stem(record.file_name)
    same = [
        other for other in read.accounts if (other.name or other.external_ref) == (account.name or account.external_ref)
    ]
    return f"{named} {account.currency}" if len(same) > 1 else named


def _stem(file_name: str) -> str:
    return PurePath(file_name).stem.strip()[:120] or "Imported account"
