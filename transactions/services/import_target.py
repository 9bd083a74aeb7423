"""Which ledger account the rows of a file belong to. Reads only; when nothing speaks for one, it is a new one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Max, Min, Sum

from accounts.access import editable_by
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.account_matching import Movement, Overlap, overlap_of, same_number
from transactions.ledger.file_names import name_pattern, undated
from transactions.models import LedgerAccount, Statement, StatementImport, StatementLine, Transaction
from transactions.services.import_names import stem
from transactions.services.import_read import ReadAccount, ReadFile
from transactions.services.import_verdicts import earlier, later

CHUNK = 400
MOST_OFFERED = 5
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
    is_standing: bool = False  # the earlier import of the same bytes was not taken back
    fed: dict[int, set[str]] = field(default_factory=dict)  # accounts that files of this source went to: their names
    taken: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Found:
    """Where the rows belong (None: a new account) and why. `is_asked`: the user has to say so. `others`: accounts
    that it may be as well, each with a reason."""

    account: LedgerAccount | None = None
    reason: str = ""
    is_asked: bool = False
    others: tuple[tuple[LedgerAccount, str], ...] = ()


NOWHERE = Found()


def candidates_for(
    *, owner: User, record: StatementImport, source_key: str = "", profile_account: int | None = None
) -> Candidates:
    rows = list(editable_by(LedgerAccount.objects.order_by("id"), owner))
    ids, is_standing = _accounts_of_same_file(owner, record)
    return Candidates(owner, record, rows, profile_account, ids, is_standing, _fed_by(owner, source_key))


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


def target_for(known: Candidates, read: ReadFile, index: int) -> Found:
    """By an earlier import of the same bytes, by account number, by what is remembered of the source, by rows that
    are there already, by name, by balances that go on. Where the evidence is thin, it asks."""
    account = read.accounts[index]
    rows = [row for row in known.rows if row.pk not in known.taken and row.currency == account.currency]
    remembered = known.same_file[index] if len(known.same_file) == len(read.accounts) else None
    by_file = next((row for row in rows if row.pk == remembered), None)
    if by_file is not None and known.is_standing:
        return Found(by_file, "This very file was imported into it.")
    free = [row for row in rows if not _has_other_number(row, account)]
    by_number = _by_number(free, account)
    if by_number is not None:
        return Found(by_number, "The file states its number.")
    if by_file in free and by_file is not None:
        return Found(by_file, "This very file was imported into it before.")
    overlaps = {row.pk: _overlap(row, account) for row in rows}
    by_rows = _by_rows(rows, free, account, overlaps)
    if by_rows is not None:
        return by_rows
    left = [row for row in free if not overlaps[row.pk].speaks_against]
    return _by_source(known, left, read, index) or Found(others=_of_source(known, left))


def _by_source(known: Candidates, left: list[LedgerAccount], read: ReadFile, index: int) -> Found | None:
    account, is_only = read.accounts[index], len(read.accounts) == 1
    profiled = next((row for row in left if row.pk == known.profile_account), None) if is_only else None
    if profiled is not None:
        return Found(profiled, "You chose it for files of this source.")
    by_name = _by_name(left, account, known.record, read)
    if by_name is not None:
        return Found(by_name, "The file bears its name.")
    monthly = _by_series(known, left) if is_only and not account.external_ref and not account.name else None
    if monthly is not None:
        return Found(monthly, "Files of this source with such names went to it before.")
    by_balance = _by_balance(left, account)
    return Found(by_balance, "The balances go on where it ends.") if by_balance is not None else None


def _by_series(known: Candidates, left: list[LedgerAccount]) -> LedgerAccount | None:
    """The only account that files of this source went to, when this file is named like them but for month and day."""
    pattern = name_pattern(stem(known.record.file_name))
    fed = [row for row in known.rows if row.pk in known.fed]
    if len(fed) != 1 or fed[0] not in left:
        return None
    return fed[0] if pattern in {name_pattern(stem(name)) for name in known.fed[fed[0].pk]} else None


def _of_source(known: Candidates, left: list[LedgerAccount]) -> tuple[tuple[LedgerAccount, str], ...]:
    reason = "Files of this source went to it before."
    return tuple((row, reason) for row in left if row.pk in known.fed)[:MOST_OFFERED]


def _fed_by(owner: User, source_key: str) -> dict[int, set[str]]:
    """By account: the names of the standing files of this source that brought rows to it."""
    found: dict[int, set[str]] = {}
    if not source_key:
        return found
    files = Statement.objects.filter(
        statement_import__in=editable_by(StatementImport.objects.filter(source_key=source_key, status=COMMITTED), owner)
    )
    for pk, name in files.order_by().values_list("account_id", "statement_import__file_name").distinct():
        found.setdefault(pk, set()).add(name)
    return found


def _has_other_number(row: LedgerAccount, account: ReadAccount) -> bool:
    return bool(row.refs and account.external_ref) and not _bears(row, account.external_ref)


def _bears(row: LedgerAccount, number: str) -> bool:
    return any(same_number(ref, number) for ref in row.refs)


def _by_number(free: list[LedgerAccount], account: ReadAccount) -> LedgerAccount | None:
    """The same number; or the only one that may be the same, written in another way."""
    if not account.external_ref:
        return None
    exact = next((row for row in free if account.external_ref in row.refs), None)
    if exact is not None:
        return exact
    alike = [row for row in free if _bears(row, account.external_ref)]
    return alike[0] if len(alike) == 1 else None


def overlaps_clearly(row: LedgerAccount, account: ReadAccount) -> bool:
    """The account holds the file's movements, whatever numbers the two bear."""
    return _overlap(row, account).speaks_for


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


def _by_rows(
    rows: list[LedgerAccount], free: list[LedgerAccount], account: ReadAccount, overlaps: dict[int, Overlap]
) -> Found | None:
    """The account that holds most of the very same lines; else the one whose movements clearly are the file's. One
    with another number only where nearly all of them are: what is less is asked about, and so is what fits two."""
    if not account.fingerprints or not rows:
        return None
    hits = {pk: len(found) for pk, found in booked_lines(free, account.fingerprints).items()}
    best = max(free, key=lambda row: hits.get(row.pk, 0), default=None)
    if best is not None and hits.get(best.pk, 0) * 2 >= len(account.fingerprints):
        return Found(best, "It holds the same rows.")
    alike = [row for row in rows if overlaps[row.pk].speaks_for]
    alike.sort(key=lambda row: (overlaps[row.pk].matches, hits.get(row.pk, 0)), reverse=True)
    if not alike:
        return _as_part(free, overlaps)
    first = overlaps[alike[0].pk]
    reason = f"{first.matches} of its {first.theirs} movements of these days are the file's."
    is_open = len(alike) > 1 and overlaps[alike[1].pk].matches * 2 > first.matches
    is_sure = not is_open and (alike[0] in free or first.is_overwhelming)
    others = tuple((row, "Its movements look like the file's.") for row in alike[1:MOST_OFFERED])
    return Found(alike[0], reason, is_asked=not is_sure, others=others)


def _as_part(free: list[LedgerAccount], overlaps: dict[int, Overlap]) -> Found | None:
    parts = sorted((row for row in free if overlaps[row.pk].is_part), key=lambda row: -overlaps[row.pk].matches)
    if not parts:
        return None
    first = overlaps[parts[0].pk]
    reason = f"{first.matches} of its {first.theirs} movements of these days are among the file's {first.mine}."
    others = tuple((row, "Some of its movements look like the file's.") for row in parts[1:MOST_OFFERED])
    return Found(parts[0], reason, is_asked=True, others=others)


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
    named = [row for row in left if row.name in {stem(record.file_name), undated(stem(record.file_name))}]
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
    if not Statement.objects.filter(account=row, statement_import__status=COMMITTED).exists():
        return False
    found = rows.aggregate(first=Min("booking_date"), last=Max("booking_date"), total=Sum("amount_minor"))
    if found["first"] is None:
        return False
    if found["last"] < first:
        return bool(opening) and row.opening_balance_minor + found["total"] == opening
    if found["first"] > last:
        return bool(closing) and row.opening_balance_minor == closing
    return False


def _accounts_of_same_file(owner: User, record: StatementImport) -> tuple[list[int | None], bool]:
    """The account ids, in file order, of the latest import of the same bytes that stands, else of the latest that was
    taken back; and whether it stands."""
    same = editable_by(StatementImport.objects.filter(file_sha256=record.file_sha256), owner).order_by("-id")
    for status in (COMMITTED, StatementImport.Status.ROLLED_BACK):
        accounts = same.filter(status=status).values_list("accounts", flat=True).first()
        if accounts is not None:
            return [account.get("id") for account in accounts], status == COMMITTED
    return [], False


def currencies_of_same_file(owner: User, record: StatementImport) -> list[str]:
    """The currencies, in file order, in which the same bytes were booked and stand; [] where they do not."""
    same = editable_by(StatementImport.objects.filter(file_sha256=record.file_sha256, status=COMMITTED), owner)
    accounts = same.order_by("-id").values_list("accounts", flat=True).first() or []
    return [account["currency"] for account in accounts]
