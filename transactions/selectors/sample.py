"""What of a ledger is the demo household's, and what is the owner's own."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from accounts.access import visible_to
from accounts.models import User
from transactions.models import Job, LedgerAccount, StatementImport, Transaction
from transactions.selectors.jobs import LIVE


@dataclass(frozen=True, slots=True)
class SampleState:
    """`rows` and `own_rows` count transactions; `accounts` are the household's. `job` is the one that brings it in or
    takes it away just now. It can come only where nothing is: a made-up row among real ones would falsify them all."""

    rows: int
    own_rows: int
    accounts: tuple[int, ...]
    is_empty: bool
    job: Job | None

    @property
    def is_there(self) -> bool:
        return bool(self.accounts) or self.rows > 0


def sample_key(owner: User) -> str:
    """The key that both jobs share: one household comes or leaves at a time."""
    return f"demo_household_{owner.pk}"


def sample_state(*, owner: User) -> SampleState:
    every = visible_to(Transaction.objects.all(), owner).count()
    rows = sample_transactions(owner).count()
    return SampleState(
        rows=rows,
        own_rows=every - rows,
        accounts=tuple(sample_accounts(owner).values_list("pk", flat=True)),
        is_empty=is_untouched(owner=owner),
        job=Job.objects.filter(key=sample_key(owner), status__in=LIVE).first(),
    )


def is_untouched(*, owner: User) -> bool:
    """No account and no row. Files that were looked at and never booked do not count."""
    return not any(visible_to(kind.objects.all(), owner).exists() for kind in (LedgerAccount, Transaction))


def sample_imports(owner: User) -> QuerySet[StatementImport]:
    return visible_to(StatementImport.objects.filter(is_sample=True), owner)


def sample_transactions(owner: User) -> QuerySet[Transaction]:
    return visible_to(Transaction.objects.filter(statement_line__statement_import__is_sample=True), owner)


def sample_accounts(owner: User) -> QuerySet[LedgerAccount]:
    """The accounts that its files were written for."""
    chosen = sample_imports(owner).exclude(chosen_account=None).order_by().values("chosen_account")
    return visible_to(LedgerAccount.objects.filter(pk__in=chosen), owner)
