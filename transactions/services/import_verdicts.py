"""What becomes of each line of a file on its account: new, there already, merged, or to be asked. Reads only.

The decision is `ledger.duplicates`; here is what it looks at, out of the database, and what it says about it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from django.db.models import Q, QuerySet

from transactions.ledger.duplicates import find_duplicates
from transactions.ledger.fingerprint import content_key
from transactions.ledger.movements import Movement, Span
from transactions.models import LedgerAccount, Statement, StatementImport, StatementLine, Transaction
from transactions.services.import_lines import ImportLine
from transactions.services.import_read import ReadAccount
from transactions.services.import_reviews import Answers

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

    @property
    def key(self) -> str:
        """The content alone, without counting: what answers are remembered by."""
        return self.fingerprint.rpartition("-")[0] or content_key(self)


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


def verdicts_for(
    account: LedgerAccount | None, read: ReadAccount, source: str, answers: Answers, *, same_bytes: str = ""
) -> tuple[Verdict, ...]:
    """One verdict per line, in file order. `source`: see `source_of`; `same_bytes`: the SHA-256 of the file, whose
    lines add nothing where it was imported before."""
    if account is None or not read.lines:
        return (NEW,) * len(read.lines)
    known = Known(account, read)
    lines = [
        _movement(index, index, line, fingerprint, source)
        for index, (line, fingerprint) in enumerate(zip(read.lines, read.fingerprints, strict=True))
    ]
    found = find_duplicates(known.movements, spans_of(account), lines, answers)
    verdicts = tuple(
        _verdict(each.kind.value, each.reason, known.rows.get(each.known or 0), each.confidence) for each in found
    )
    return _without_repeats(account, lines, verdicts, same_bytes)


def _without_repeats(
    account: LedgerAccount, lines: Sequence[Movement], verdicts: tuple[Verdict, ...], same_bytes: str
) -> tuple[Verdict, ...]:
    """Where the same bytes stand imported already, no line is new, whatever was made of the first telling since."""
    if all(verdict.is_there for verdict in verdicts):
        return verdicts
    imports = StatementImport.objects.filter(
        owner_id=account.owner_id, file_sha256=same_bytes, status=StatementImport.Status.COMMITTED
    )
    ids = list(imports.values_list("pk", flat=True)) if same_bytes else []
    if not ids:
        return verdicts
    earlier_lines = StatementLine.objects.filter(statement_import__in=ids, account=account)
    told: dict[str, Existing] = {}
    for values in earlier_lines.order_by("pk").values_list("duplicate_of", "matched_transaction", *LINE_FIELDS):
        row = Existing(*values[2:])
        movement = replace(row, line_id=values[0] or row.line_id, transaction_id=values[1] or row.transaction_id)
        told.setdefault(row.fingerprint.rpartition("-")[0], movement)
    return tuple(
        verdict
        if verdict.is_there or line.content not in told
        else Verdict("duplicate", "This very file was imported before.", told[line.content])
        for line, verdict in zip(lines, verdicts, strict=True)
    )


def _verdict(kind: Kind, reason: str, match: Existing | None, confidence: float) -> Verdict:
    if kind == "new" or match is None:
        return NEW
    # What the user removed while it was pending stays removed.
    is_gone = kind == "merge" and match.transaction_id is None
    return Verdict("duplicate" if is_gone else kind, reason, match, confidence)


def source_of(file_format: str, source_key: str) -> str:
    """One for each layout of each bank."""
    return f"{file_format}|{source_key}"


def spans_of(account: LedgerAccount) -> list[Span]:
    """The days that earlier files covered."""
    rows = Statement.objects.filter(account=account, statement_import__status=StatementImport.Status.COMMITTED).exclude(
        Q(period_start=None) | Q(period_end=None)
    )
    fields = rows.order_by("pk").values_list(
        "statement_import__format", "statement_import__source_key", "period_start", "period_end"
    )
    return [
        Span(source_of(form, key), first, end - timedelta(days=1)) for form, key, first, end in fields if first and end
    ]


LINE_FIELDS = (
    "pk", "transaction__pk", "booking_date", "value_date", "amount_minor", "currency", "counterparty", "description",
    "external_id", "is_pending", "fingerprint",
)  # fmt: skip
ORIGIN = ("statement_import__format", "statement_import__source_key")
HAND_FIELDS = (
    "pk", "booking_date", "value_date", "amount_minor", "currency", "counterparty", "description", "status",
)  # fmt: skip


class Known:
    """What the account holds around the days of a file: `rows` by number, each told in one or more `movements`.

    A booked line has its id as number, a transaction entered by hand its own below zero. Lines that were recognised
    as a row under another text tell that row too, so that the same text is recognised again.
    """

    def __init__(self, account: LedgerAccount, read: ReadAccount) -> None:
        days = [line.booking_date for line in read.lines]
        self.first, self.last = earlier(min(days)), later(max(days))
        self.around = Q(booking_date__gte=self.first, booking_date__lte=self.last)
        self.account = account
        self.rows: dict[int, Existing] = {}
        self.movements: list[Movement] = []
        self._booked()
        self._typed()
        self._told_otherwise()

    def _booked(self) -> None:
        lines = StatementLine.objects.filter(self.around, account=self.account, status=Line.BOOKED)
        for values in lines.order_by("booking_date", "pk").values_list(*LINE_FIELDS, *ORIGIN).iterator(5000):
            row = Existing(*values[:-2])
            self._add(row.line_id or 0, row, source_of(*values[-2:]))

    def _typed(self) -> None:
        typed = Transaction.objects.filter(self.around, account=self.account, statement_line=None)
        for values in typed.order_by("booking_date", "pk").values_list(*HAND_FIELDS):
            pk, day, value_day, amount, currency, who, text, status = values
            pending = status == Transaction.Status.PENDING
            self._add(-pk, Existing(None, pk, day, value_day, amount, currency, who, text, "", pending, ""), "")

    def _told_otherwise(self) -> None:
        """Duplicates and superseded lines. A row that is posted by now is not pending in any telling."""
        lines = StatementLine.objects.filter(
            self.around, account=self.account, status__in=[Line.DUPLICATE, Line.SUPERSEDED]
        ).exclude(duplicate_of=None, matched_transaction=None)
        self._far_away(lines)
        by_transaction = {row.transaction_id: number for number, row in self.rows.items() if row.transaction_id}
        merged = self._merged(lines, by_transaction)
        lines = lines.exclude(match_reason=StatementLine.MERGED_BY_USER)
        seen = {(movement.row, movement.content, movement.source) for movement in self.movements}
        fields = lines.order_by("booking_date", "pk").values_list(
            "duplicate_of_id", "matched_transaction_id", *LINE_FIELDS, *ORIGIN
        )
        for line_id, transaction_id, *values in fields.iterator(5000):
            number = line_id if line_id in self.rows else by_transaction.get(transaction_id)
            if number is None:
                continue
            row = replace(Existing(*values[:-2]), is_pending=self.rows[number].is_pending)
            told = _movement(row.line_id or 0, number, row, row.fingerprint, source_of(*values[-2:]))
            told = replace(told, row=merged.get((number, told.content), number))
            if (told.row, told.content, told.source) not in seen:
                self.movements.append(told)

    def _merged(self, lines: QuerySet[StatementLine], by_transaction: Mapping[int, int]) -> dict[tuple[int, str], int]:
        """Rows that the user merged into others: files go on listing each, so each is matched as a row of its own, and
        leads to the row that is left. (number of that row, content of a merged line) -> number of the merged one."""
        found: dict[tuple[int, str], int] = {}
        own = {(movement.row, movement.content) for movement in self.movements}
        fields = ("duplicate_of_id", "matched_transaction_id", *LINE_FIELDS, *ORIGIN)
        merged = lines.filter(match_reason=StatementLine.MERGED_BY_USER).order_by("pk")
        for line_id, transaction_id, *values in merged.values_list(*fields):
            kept = line_id if line_id in self.rows else by_transaction.get(transaction_id)
            if kept is None:
                continue
            row, left = Existing(*values[:-2]), self.rows[kept]
            number = row.line_id or 0
            told = _movement(number, number, row, row.fingerprint, source_of(*values[-2:]))
            self.rows[number] = replace(
                row, line_id=left.line_id, transaction_id=left.transaction_id, is_pending=left.is_pending
            )
            self.movements.append(replace(told, is_pending=left.is_pending))
            if (kept, told.content) not in own:
                found[kept, told.content] = number
        return found

    def _far_away(self, lines: QuerySet[StatementLine]) -> None:
        """Rows on days out of sight that lines within sight tell: the user merged two that lie weeks apart."""
        theirs = Q(duplicate_of__booking_date__lt=self.first) | Q(duplicate_of__booking_date__gt=self.last)
        ids = sorted(set(lines.filter(theirs).order_by().values_list("duplicate_of_id", flat=True)) - {None})
        for start in range(0, len(ids), 500):
            far = StatementLine.objects.filter(pk__in=ids[start : start + 500], status=Line.BOOKED)
            for values in far.values_list(*LINE_FIELDS):
                row = Existing(*values)
                self.rows[row.line_id or 0] = row

    def _add(self, number: int, row: Existing, source: str) -> None:
        self.rows[number] = row
        self.movements.append(_movement(number, number, row, row.fingerprint, source))


@dataclass(frozen=True, slots=True)
class _Bare:
    """A row without the bank's id."""

    booking_date: date
    amount_minor: int
    currency: str
    counterparty: str
    description: str
    external_id: str = ""


def _movement(key: int, number: int, row: Existing | ImportLine, fingerprint: str, source: str) -> Movement:
    content = fingerprint.rpartition("-")[0] or content_key(row)
    plain = content
    if row.external_id:
        plain = content_key(_Bare(row.booking_date, row.amount_minor, row.currency, row.counterparty, row.description))
    return Movement(
        key=key,
        row=number,
        booking_date=row.booking_date,
        amount_minor=row.amount_minor,
        text=f"{row.counterparty} {row.description}",
        content=content,
        plain=plain,
        value_date=row.value_date,
        external_id=row.external_id,
        is_pending=row.is_pending,
        source=source,
    )


def earlier(day: date) -> date:
    return day - AROUND if day - date.min > AROUND else date.min


def later(day: date) -> date:
    return day + AROUND if date.max - day > AROUND else date.max
