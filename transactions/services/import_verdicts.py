"""What becomes of each line of a file on its account: new, there already, merged, or to be asked. Reads only."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.db.models import Q

from transactions.ledger.fingerprint import content_key
from transactions.models import LedgerAccount, StatementLine, Transaction
from transactions.services.import_read import ReadAccount
from transactions.services.import_reviews import Answers

CHUNK = 400
AROUND = timedelta(days=15)  # the widest window of the rules, with room
Line = StatementLine.Status
Kind = Literal["new", "duplicate", "merge", "review"]


@dataclass(frozen=True, slots=True)
class Existing:
    """A movement that is there: a booked line of an earlier file, or a transaction entered by hand."""

    line_id: int | None
    transaction_id: int | None  # None: the user removed it; it must not come back
    booking_date: date
    value_date: date | None
    amount_minor: int
    currency: str
    counterparty: str
    description: str
    external_id: str
    is_pending: bool
    fingerprint: str  # "" for what was entered by hand
    import_id: int | None

    @property
    def key(self) -> str:
        """The content alone, without counting: what answers are remembered by."""
        return self.fingerprint.partition("-")[0] or content_key(self)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a line, why, and the movement it is about."""

    kind: Kind = "new"
    reason: str = ""
    match: Existing | None = None
    confidence: float = 1.0

    @property
    def is_there(self) -> bool:
        """It adds no transaction."""
        return self.kind in ("duplicate", "merge")


NEW = Verdict()


def verdicts_for(account: LedgerAccount | None, read: ReadAccount, answers: Answers) -> tuple[Verdict, ...]:
    """One verdict per line, in file order."""
    if account is None or not read.lines:
        return (NEW,) * len(read.lines)
    existing = existing_rows(account, read)
    return decided(read, existing, aliases(account, read.fingerprints, existing), answers)


def decided(
    read: ReadAccount, existing: Sequence[Existing], known_as: dict[str, Existing], _answers: Answers
) -> tuple[Verdict, ...]:
    by_key = {row.fingerprint: row for row in existing if row.fingerprint}
    found: list[Verdict] = []
    for line, fingerprint in zip(read.lines, read.fingerprints, strict=True):
        row = by_key.get(fingerprint)
        if row is not None:
            becomes_posted = row.is_pending and not line.is_pending and row.transaction_id is not None
            kind: Kind = "merge" if becomes_posted else "duplicate"
            found.append(Verdict(kind, "It was pending and is booked now." if becomes_posted else SAME, row))
        elif fingerprint in known_as:
            found.append(Verdict("duplicate", "It was recognised in an earlier file.", known_as[fingerprint]))
        else:
            found.append(NEW)
    return tuple(found)


SAME = "The same day, amount and text are there already."
LINE_FIELDS = (
    "pk", "transaction__pk", "booking_date", "value_date", "amount_minor", "currency", "counterparty", "description",
    "external_id", "is_pending", "fingerprint", "statement_import_id",
)  # fmt: skip
HAND_FIELDS = (
    "pk", "booking_date", "value_date", "amount_minor", "currency", "counterparty", "description", "status",
)  # fmt: skip


def existing_rows(account: LedgerAccount, read: ReadAccount) -> list[Existing]:
    """What the account holds around the days of the file, by day and age."""
    days = [line.booking_date for line in read.lines]
    around = Q(booking_date__gte=earlier(min(days)), booking_date__lte=later(max(days)))
    lines = StatementLine.objects.filter(around, account=account, status=Line.BOOKED).order_by("booking_date", "pk")
    rows = [Existing(*values) for values in lines.values_list(*LINE_FIELDS).iterator(chunk_size=5000)]
    typed = Transaction.objects.filter(around, account=account, statement_line=None).order_by("booking_date", "pk")
    for pk, day, value_day, amount, currency, who, text, status in typed.values_list(*HAND_FIELDS):
        pending = status == Transaction.Status.PENDING
        rows.append(Existing(None, pk, day, value_day, amount, currency, who, text, "", pending, "", None))
    return rows


def earlier(day: date) -> date:
    return day - AROUND if day - date.min > AROUND else date.min


def later(day: date) -> date:
    return day + AROUND if date.max - day > AROUND else date.max


def aliases(account: LedgerAccount, fingerprints: Collection[str], existing: Sequence[Existing]) -> dict[str, Existing]:
    """Lines of earlier files that were recognised as a movement under another text: the same line is that movement
    again. Superseded pending lines belong to the posted one."""
    by_line = {row.line_id: row for row in existing if row.line_id}
    by_transaction = {row.transaction_id: row for row in existing if row.transaction_id}
    found: dict[str, Existing] = {}
    ordered = list(fingerprints)
    for start in range(0, len(ordered), CHUNK):
        rows = StatementLine.objects.filter(
            account=account,
            fingerprint__in=ordered[start : start + CHUNK],
            status__in=[Line.DUPLICATE, Line.SUPERSEDED],
        ).exclude(duplicate_of=None, matched_transaction=None)
        fields = rows.order_by("pk").values_list("fingerprint", "duplicate_of_id", "matched_transaction_id")
        for fingerprint, line_id, transaction_id in fields:
            row = by_line.get(line_id) or by_transaction.get(transaction_id)
            if row is not None:
                found.setdefault(fingerprint, row)
    return found
