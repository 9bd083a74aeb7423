"""What booking a file would do: where its lines belong, what becomes of each. Reads only, before any lock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Sum

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.account_matching import same_number
from transactions.models import (
    Category,
    LedgerAccount,
    Payee,
    PayeeAlias,
    Split,
    StatementImport,
    Tag,
    Transaction,
    TransactionTag,
)
from transactions.services.import_names import new_name
from transactions.services.import_profiles import profile_for
from transactions.services.import_read import ReadAccount, ReadFile
from transactions.services.import_reviews import answers_of
from transactions.services.import_target import (
    NOWHERE,
    Candidates,
    Found,
    candidates_for,
    chosen_target,
    overlaps_clearly,
    target_for,
)
from transactions.services.import_verdicts import Verdict, source_of, verdicts_for
from transactions.statements.parsed import Question, QuestionOption

Stamp = tuple[object, ...]
ACCOUNT, NEW_ACCOUNT = "account", "new"


@dataclass(frozen=True, slots=True)
class PlannedAccount:
    """One account of the file with its target (None: a new one) and one verdict for each of its lines."""

    read: ReadAccount
    target: LedgerAccount | None
    name: str
    verdicts: tuple[Verdict, ...]
    found: Found = NOWHERE

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
    known = candidates_for(
        owner=owner,
        record=record,
        source_key=read.source_key,
        profile_account=profile.account_id if profile else None,
    )
    answers, source = answers_of(owner), source_of(read.format, read.source_key)
    planned: list[PlannedAccount] = []
    for index, account in enumerate(read.accounts):
        found = _found(record, known, read, index, chosen)
        target = found.account
        if target is not None:
            known.taken.add(target.pk)
            name = target.name
        else:
            name = new_name(record, read, account, {row.name for row in known.rows} | {plan.name for plan in planned})
        verdicts = verdicts_for(target, account, source, answers, same_bytes=record.file_sha256)
        planned.append(PlannedAccount(account, target, name, verdicts, found))
    return planned


def _found(
    record: StatementImport, known: Candidates, read: ReadFile, index: int, chosen: LedgerAccount | None
) -> Found:
    if chosen is not None:
        return Found(chosen, "You chose it.")
    found = target_for(known, read, index)
    if not record.wants_new_account or found.account is None:
        return found
    offered = ((found.account, found.reason), *found.others)
    return Found(reason="You said that it is a new account.", others=offered)


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
        tuple(editable_by(PayeeAlias.objects.order_by("pk"), owner).values_list("key", "payee__key")),
        _digest(editable_by(Payee.objects.order_by("pk"), owner).values_list("pk", "key").iterator()),
    ]
    return tuple(found)


def _digest(rows: Iterable[object]) -> str:
    """The same in every process, unlike `hash`."""
    found = hashlib.sha256()
    for row in rows:
        found.update(repr(row).encode())
    return found.hexdigest()


def questions_about(record: StatementImport, read: ReadFile, plans: Sequence[PlannedAccount]) -> list[Question]:
    """The reader's questions, and which account is meant where numbers and rows leave it open."""
    found = list(read.questions)
    for plan in plans:
        question = _number_question(record, read, plan) if record.chosen_account else _account_question(plan)
        if question is not None:
            found.append(question)
    return found


def _number_question(record: StatementImport, read: ReadFile, plan: PlannedAccount) -> Question | None:
    """The chosen account bears another number, and its movements are not the file's."""
    chosen, number = plan.target, plan.read.external_ref
    if chosen is None or len(read.accounts) != 1 or not (chosen.refs and number):
        return None
    if any(same_number(ref, number) for ref in chosen.refs) or overlaps_clearly(chosen, plan.read):
        return None
    message = (
        f"The file is of account {number}, and {chosen.name} is {chosen.refs[0]}. "
        f"Should its rows go to {chosen.name} all the same?"
    )
    options = (QuestionOption(str(chosen.pk), f"Yes, to {chosen.name}"), QuestionOption("", "No, find its own"))
    return Question(ACCOUNT, message, options, str(chosen.pk))


def _account_question(plan: PlannedAccount) -> Question | None:
    account = plan.found.account
    if account is None or not plan.found.is_asked:
        return None
    named = f"account {plan.read.external_ref}" if plan.read.external_ref else "this file"
    message = f"The rows of {named} look like those of {account.name}: {plan.found.reason} Is it the same account?"
    offered = [account, *(other for other, _ in plan.found.others)]
    options = [QuestionOption(str(row.pk), f"Yes, it is {row.name}") for row in offered]
    return Question(ACCOUNT, message, (*options, QuestionOption(NEW_ACCOUNT, "No, a new account")), str(account.pk))
