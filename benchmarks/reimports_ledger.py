"""The scenarios through the real services: files into import_start, on a throw-away database in this process."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

from benchmarks.reimports_cases import Bring, Edit, Remove, Scenario, Type, Undo
from benchmarks.reimports_count import Tally, compare
from benchmarks.reimports_files import to_bytes
from benchmarks.reimports_views import Download
from benchmarks.throwaway import django_on_a_throwaway_database

if TYPE_CHECKING:
    from accounts.models import User
    from transactions.models import LedgerAccount, StatementImport


@contextmanager
def playing() -> Iterator[Callable[..., Tally]]:
    """Django on a fresh SQLite file in a temporary folder; gives the function that plays one scenario."""
    with django_on_a_throwaway_database("reimports-"):
        quiet()
        yield play


def quiet() -> None:
    """Nobody advises these households: news of their imports goes nowhere, and no queue is needed."""
    from transactions.signals import ledger_changed, statement_imported

    ledger_changed.receivers = []
    statement_imported.receivers = []


class Household:
    """One owner with one account, and which movement each row of the ledger truly is."""

    def __init__(self, scenario: Scenario, *, finds_accounts: bool = False) -> None:
        from accounts.models import User
        from transactions.services.accounts import account_create

        self.scenario = scenario
        self.owner: User = User.objects.create(email=f"{secrets.token_hex(8)}@example.org", base_currency="EUR")
        self.account: LedgerAccount = account_create(owner=self.owner, name="Giro", currency="EUR", kind="checking")
        self.account_id = None if finds_accounts else self.account.pk
        self.typed: dict[int, int] = {}
        self.lines: dict[int, int] = {}
        self.files: list[tuple[StatementImport, Download, str]] = []
        self.removed: set[int] = set()
        self.tally = Tally(scenarios=1)

    def bring(self, file: Download, *, may_be_undone: bool = True) -> None:
        from transactions.models import StatementLine
        from transactions.services.imports import import_commit, import_start

        before = self.hash() if may_be_undone else ""
        name = f"statement.{file.habits.format}"
        record = import_start(
            owner=self.owner, file_name=name, data=to_bytes(file), account_id=self.account_id, commit=True,
            accept_assumed=self.account_id is not None,
        )  # fmt: skip
        if record.status == "previewed":
            self.tally.accounts_asked += any(question["code"] == "account" for question in record.questions)
            record = import_commit(owner=self.owner, import_id=record.pk)
        lines = list(StatementLine.objects.filter(statement_import=record).order_by("line", "pk"))
        shown = [(row.day, row.amount) for row in file.rows]
        if record.status != "committed" or [(line.booking_date, line.amount_minor) for line in lines] != shown:
            self.tally.misread += 1
        self.lines.update((line.pk, row.event) for line, row in zip(lines, file.rows, strict=False))
        self.files.append((record, file, before))
        self.tally.imports += 1
        self.tally.asked += record.lines_review

    def undo(self) -> Download:
        from transactions.services.imports import import_rollback

        record, file, before = self.files.pop()
        import_rollback(owner=self.owner, import_id=record.pk)
        self.tally.rolled_back += 1
        self.tally.hashes_differ += self.hash() != before
        return file

    def type_in(self, step: Type) -> None:
        from transactions.services.transactions import transaction_create

        amount = Decimal(step.amount) / 100
        txn = transaction_create(
            owner=self.owner,
            given={
                "account": self.account.pk, "booking_date": step.day, "amount": amount, "description": step.text,
            },
        )  # fmt: skip
        self.typed[txn.pk] = step.event

    def change(self, step: Remove | Edit) -> None:
        from transactions.services.transactions import transaction_delete, transaction_update

        for pk, event in self.rows().items():
            if event != step.event:
                continue
            if isinstance(step, Remove):
                transaction_delete(owner=self.owner, transaction_id=pk)
                self.removed.add(event)
            else:
                transaction_update(owner=self.owner, transaction_id=pk, changes={"note": "mine"})

    def rows(self) -> dict[int, int]:
        """Every transaction and the movement that it is."""
        from transactions.models import Transaction

        found: dict[int, int] = {}
        for pk, line in Transaction.objects.filter(owner=self.owner).values_list("pk", "statement_line_id"):
            event = self.typed.get(pk) if pk in self.typed else self.lines.get(line or 0)
            found[pk] = -1 if event is None else event
        return found

    def hash(self) -> str:
        from transactions.selectors.ledger_content import ledger_content_hash

        return ledger_content_hash(owner=self.owner)

    def settle(self) -> Tally:
        """Roll the last import back and bring it again, then count."""
        if self.files:
            after = self.hash()
            self.bring(self.undo())
            self.tally.hashes_differ += self.hash() != after
        from transactions.models import DuplicateReview

        listed = {row.event for _, file, _ in self.files for row in file.rows} | set(self.typed.values())
        rows = self.rows()
        open_reviews = DuplicateReview.objects.filter(owner=self.owner, status="open")
        asked = [self.lines[pk] for pk in open_reviews.values_list("line_id", flat=True) if pk in self.lines]
        expected = listed - self.removed
        self.tally.true = len(expected)
        self.tally.accounts_more = self._accounts_more()
        self.tally.lost, self.tally.doubled, self.tally.asked_doubled = compare(
            self.scenario, expected, rows.values(), asked
        )
        return self.tally

    def _accounts_more(self) -> int:
        """Accounts that hold rows, but for one."""
        from transactions.models import Transaction

        used = Transaction.objects.filter(owner=self.owner).order_by().values("account").distinct().count()
        return max(0, used - 1)


def play(scenario: Scenario, *, finds_accounts: bool = False) -> Tally:
    """`finds_accounts`: no file is told its account. The first finds the empty one by hand or makes one of its own."""
    home = Household(scenario, finds_accounts=finds_accounts)
    steps = scenario.steps
    for step, after in zip(steps, [*steps[1:], Undo()], strict=True):
        match step:
            case Bring(file):
                home.bring(file, may_be_undone=isinstance(after, Undo))
            case Undo():
                home.undo()
            case Type():
                home.type_in(step)
            case Remove() | Edit():
                home.change(step)
    return home.settle()
