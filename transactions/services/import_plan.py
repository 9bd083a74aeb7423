"""What booking a file would do: where its lines belong, what becomes of each. Reads only, before any lock."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Max, Sum

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.account_matching import same_number
from transactions.models import (
    Category,
    LedgerAccount,
    Payee,
    Split,
    StatementImport,
    Tag,
    Transaction,
    TransactionTag,
)
from transactions.services.import_profiles import profile_for
from transactions.services.import_read import ReadAccount, ReadFile
from transactions.services.import_reviews import answers_of
from transactions.services.import_target import candidates_for, chosen_target, new_name, target_for
from transactions.services.import_verdicts import Verdict, source_of, verdicts_for
from transactions.statements.parsed import Question, QuestionOption

Stamp = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class PlannedAccount:
    """One account of the file with its target (None: a new one) and one verdict for each of its lines."""

    read: ReadAccount
    target: LedgerAccount | None
    name: str
    verdicts: tuple[Verdict, ...]

    @property
    def lines_duplicate(self) -> int:
        return sum(verdict.is_there for verdict in self.verdicts)

    @property
    def lines_review(self) -> int:
        return sum(verdict.kind == "review" for verdict in self.verdicts)

    @property
    def merged_into(self) -> list[int]:
        """Transactions that booking would change."""
        matches = (verdict.match for verdict in self.verdicts if verdict.kind == "merge")
        return [match.transaction_id for match in matches if match is not None and match.transaction_id is not None]

    @property
    def lines_new(self) -> int:
        return len(self.read.lines) - self.lines_duplicate


def import_plan(*, owner: User, record: StatementImport, read: ReadFile) -> list[PlannedAccount]:
    """A target for each account of the file, in its order. DomainError when the chosen account cannot take the file."""
    chosen = chosen_target(record, read)
    profile = None if chosen else profile_for(owner=owner, source_key=read.source_key)
    known = candidates_for(owner=owner, record=record, profile_account=profile.account_id if profile else None)
    answers, source = answers_of(owner), source_of(read.format, read.source_key)
    planned: list[PlannedAccount] = []
    for index, account in enumerate(read.accounts):
        target = chosen or target_for(known, read, index)
        if target is not None:
            known.taken.add(target.pk)
            name = target.name
        else:
            name = new_name(known, read, account, [plan.name for plan in planned])
        planned.append(PlannedAccount(account, target, name, verdicts_for(target, account, source, answers)))
    return planned


def ledger_stamp(owner: User) -> Stamp:
    """Changes whenever something may have changed that a plan, or the hash over the owner's transactions, rests on;
    cheap enough to ask for inside the lock. Whoever writes a transaction, its splits or its tags touches the
    transaction's `updated_at`."""
    rows = editable_by(Transaction.objects.order_by(), owner)
    runs = editable_by(StatementImport.objects.order_by(), owner).exclude(finished_at=None)
    found: list[object] = [
        *rows.aggregate(Count("pk"), Max("pk"), Sum("pk"), Max("updated_at"), Sum("revision")).values(),
        *runs.aggregate(Count("pk"), Max("pk"), Max("finished_at")).values(),
        *Split.objects.filter(transaction__in=rows).order_by().aggregate(Count("pk"), Sum("pk")).values(),
        *TransactionTag.objects.filter(transaction__in=rows).order_by().aggregate(Count("pk"), Sum("pk")).values(),
    ]
    # What transactions are called by is hashed with them, and may be renamed without touching them.
    accounts = editable_by(LedgerAccount.objects.order_by("pk"), owner)
    found += [
        tuple(accounts.values_list("pk", "name", "currency", "external_ref", "updated_at")),
        tuple(editable_by(Category.objects.order_by("pk"), owner).values_list("pk", "name")),
        tuple(editable_by(Tag.objects.order_by("pk"), owner).values_list("pk", "name")),
        hash(tuple(editable_by(Payee.objects.order_by("pk"), owner).values_list("pk", "key").iterator())),
    ]
    return tuple(found)


def questions_about(record: StatementImport, read: ReadFile) -> list[Question]:
    """The reader's questions, and whether a chosen account that bears another number is meant."""
    found = list(read.questions)
    chosen, only = record.chosen_account, read.accounts[0] if len(read.accounts) == 1 else None
    if chosen is None or only is None or not (chosen.external_ref and only.external_ref):
        return found
    if not same_number(chosen.external_ref, only.external_ref):
        message = (
            f"The file is of account {only.external_ref}, and {chosen.name} is {chosen.external_ref}. "
            f"Should its rows go to {chosen.name} all the same?"
        )
        options = (QuestionOption(str(chosen.pk), f"Yes, to {chosen.name}"), QuestionOption("", "No, find its own"))
        found.append(Question("account", message, options, str(chosen.pk)))
    return found
