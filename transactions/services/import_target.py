"""Which ledger account the rows of a file belong to. Reads only; when nothing speaks for one, it is a new one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from django.db.models import Max, Min, QuerySet, Sum

from accounts.access import editable_by
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.account_matching import Movement, Overlap, overlap_of, same_number
from transactions.models import LedgerAccount, Statement, StatementImport, StatementLine, Transaction
from transactions.services.import_read import ReadAccount, ReadFile
from transactions.services.import_verdicts import earlier, later

CHUNK = 400
BOOKED = StatementLine.Status.BOOKED
COMMITTED = StatementImport.Status.COMMITTED


@dataclass(slots=True)
class Candidates:
    """The accounts a file may go to, with what earlier imports say; looked up once for all accounts of the file."""

    owner: User
    record: StatementImport
    rows: list[LedgerAccount]
    profile_account: int | None = None
    same_file: list[int | None] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


def candidates_for(*, owner: User, record: StatementImport, profile_account: int | None = None) -> Candidates:
    rows = list(editable_by(LedgerAccount.objects.order_by("id"), owner))
    return Candidates(owner, record, rows, profile_account, _accounts_of_same_file(owner, record))


def chosen_target(record: StatementImport, read: ReadFile) -> LedgerAccount | None:
    """The account the user chose. DomainError when it cannot take the file."""
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


def target_for(known: Candidates, read: ReadFile, index: int) -> LedgerAccount | None:
    """By account number, by an earlier import of the same bytes, by what is remembered of the source, by rows that
    are there already, by name, by balances that go on."""
    account = read.accounts[index]
    free = [row for row in known.rows if row.pk not in known.taken and _may_take(row, account)]
    if not free:
        return None
    by_number = _by_number(free, account)
    if by_number is not None:
        return by_number
    remembered = known.same_file[index] if len(known.same_file) == len(read.accounts) else None
    by_file = next((row for row in free if row.pk == remembered), None)
    if by_file is not None:
        return by_file
    overlaps = {row.pk: _overlap(row, account) for row in free}
    by_rows = _by_rows(free, account, overlaps)
    if by_rows is not None:
        return by_rows
    left = [row for row in free if not overlaps[row.pk].speaks_against]
    if len(read.accounts) == 1:
        by_source = next((row for row in left if row.pk == known.profile_account), None)
        if by_source is not None:
            return by_source
    return _by_name(left, account, known.record, read) or _by_balance(left, account)


def _may_take(row: LedgerAccount, account: ReadAccount) -> bool:
    """The currency is the same, and the two do not carry different account numbers."""
    both_named = bool(row.external_ref and account.external_ref)
    return row.currency == account.currency and (not both_named or same_number(row.external_ref, account.external_ref))


def _by_number(free: list[LedgerAccount], account: ReadAccount) -> LedgerAccount | None:
    """The same number; or the only one that may be the same, written in another way."""
    if not account.external_ref:
        return None
    exact = next((row for row in free if row.external_ref == account.external_ref), None)
    if exact is not None:
        return exact
    alike = [row for row in free if same_number(row.external_ref, account.external_ref)]
    return alike[0] if len(alike) == 1 else None


def _overlap(row: LedgerAccount, account: ReadAccount) -> Overlap:
    mine: list[Movement] = [(line.booking_date, line.amount_minor) for line in account.lines]
    if not mine:
        return overlap_of([], [])
    first, last = min(mine)[0], max(mine)[0]
    rows = Transaction.objects.filter(account=row)
    span = rows.aggregate(first=Min("booking_date"), last=Max("booking_date"))
    if span["first"] is None or span["first"] > last or span["last"] < first:
        return overlap_of([], [])
    theirs = list(
        rows.filter(booking_date__gte=earlier(first), booking_date__lte=later(last))
        .order_by()
        .values_list("booking_date", "amount_minor")
    )
    return overlap_of(mine, theirs)


def _by_rows(free: list[LedgerAccount], account: ReadAccount, overlaps: dict[int, Overlap]) -> LedgerAccount | None:
    """The account that holds most of the very same lines; else the one whose movements clearly are the file's."""
    if not account.fingerprints:
        return None
    hits = {pk: len(found) for pk, found in booked_lines(free, account.fingerprints).items()}
    best = max(free, key=lambda row: hits.get(row.pk, 0))
    if hits.get(best.pk, 0) * 2 >= len(account.fingerprints):
        return best
    alike = [row for row in free if overlaps[row.pk].speaks_for]
    alike.sort(key=lambda row: (overlaps[row.pk].matches, hits.get(row.pk, 0)), reverse=True)
    if not alike:
        return None
    if len(alike) > 1 and overlaps[alike[1].pk].matches * 2 > overlaps[alike[0].pk].matches:
        return None
    return alike[0]


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
            found.setdefault(account_id or 0, {})[fingerprint] = pk
    return found


def _by_name(
    left: list[LedgerAccount], account: ReadAccount, record: StatementImport, read: ReadFile
) -> LedgerAccount | None:
    """The name that the file states. After the file's own name only with more than that: every bank has an
    export.csv, so the account has to be new to imports or to have had files of this source."""
    if account.name:
        stated = account.name.casefold()
        return next((row for row in left if row.name.casefold() == stated), None)
    if len(read.accounts) > 1:
        return None
    named = [row for row in left if row.name == stem(record.file_name)]
    return next((row for row in named if _is_of_source(row, read.source_key)), None)


def _is_of_source(row: LedgerAccount, source_key: str) -> bool:
    files = StatementImport.objects.filter(statements__account=row, status=COMMITTED)
    keys = set(files.order_by().values_list("source_key", flat=True))
    return not keys or bool(source_key and source_key in keys)


def _by_balance(left: list[LedgerAccount], account: ReadAccount) -> LedgerAccount | None:
    """The only account whose balance the file takes up where it ended, or that takes up where the file ends."""
    opening = account.implied_opening_minor
    if opening is None or not account.lines:
        return None
    closing = opening + sum(line.amount_minor for line in account.lines if not line.is_pending)
    first = min(line.booking_date for line in account.lines)
    last = max(line.booking_date for line in account.lines)
    fits = [row for row in left if row.has_known_opening and _goes_on(row, first, last, opening, closing)]
    return fits[0] if len(fits) == 1 else None


def _goes_on(row: LedgerAccount, first: object, last: object, opening: int, closing: int) -> bool:
    rows = Transaction.objects.filter(account=row)
    if not Statement.objects.filter(account=row).exists():
        return False
    found = rows.aggregate(first=Min("booking_date"), last=Max("booking_date"), total=Sum("amount_minor"))
    if found["first"] is None:
        return False
    if found["last"] < first:
        return bool(opening) and row.opening_balance_minor + found["total"] == opening
    if found["first"] > last:
        return bool(closing) and row.opening_balance_minor == closing
    return False


def _accounts_of_same_file(owner: User, record: StatementImport) -> list[int | None]:
    """The account ids, in file order, of the latest import of the same bytes."""
    same: QuerySet[StatementImport] = editable_by(
        StatementImport.objects.filter(
            file_sha256=record.file_sha256, status__in=[COMMITTED, StatementImport.Status.ROLLED_BACK]
        ),
        owner,
    )
    accounts = same.order_by("-id").values_list("accounts", flat=True).first() or []
    return [account.get("id") for account in accounts]


def new_name(known: Candidates, read: ReadFile, account: ReadAccount, planned: Sequence[str]) -> str:
    """What a new account is called: as the file says, else after the file, with its number if there are several; a
    name that is taken gets a number."""
    wanted = _wanted_name(known.record, read, account)
    names = {row.name for row in known.rows} | set(planned)
    numbered = (f"{wanted[:115]} {number}" for number in range(2, len(names) + 3))
    return wanted if wanted not in names else next(name for name in numbered if name not in names)


def _wanted_name(record: StatementImport, read: ReadFile, account: ReadAccount) -> str:
    if len(read.accounts) == 1:
        return account.name or stem(record.file_name)
    named = account.name or account.external_ref or stem(record.file_name)
    same = [
        other for other in read.accounts if (other.name or other.external_ref) == (account.name or account.external_ref)
    ]
    return f"{named} {account.currency}" if len(same) > 1 else named


def stem(file_name: str) -> str:
    return PurePath(file_name).stem.strip()[:120] or "Imported account"
