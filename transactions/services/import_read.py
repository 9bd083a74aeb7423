"""A file's bytes as exact lines: amounts in minor units, fingerprints, rejected rows. Touches no database."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.conf import settings
from django.utils import timezone

from transactions.ledger.balances import implied_opening
from transactions.ledger.errors import LineError
from transactions.ledger.fingerprint import fingerprints
from transactions.ledger.money import MoneyError, from_minor, is_currency, to_nearest_minor
from transactions.ledger.packed import Picked
from transactions.services.import_lines import ImportLine, ImportLines, ImportSplit
from transactions.statements.merging import currency_of, merge_accounts
from transactions.statements.parsed import (
    ColumnRole,
    Overrides,
    ParsedAccount,
    ParsedLine,
    ParsedStatement,
    Question,
    ReaderContext,
)
from transactions.statements.registry import read_statement

LONGEST_ID = 255
LONGEST_REF = 64
LONGEST_TAG = 80
MOST_SPLITS = 100


@dataclass(frozen=True, slots=True)
class ReadAccount:
    """The readable lines of one account, in file order, each with its fingerprint."""

    external_ref: str
    name: str
    kind: str
    currency: str
    lines: ImportLines
    fingerprints: Sequence[str]
    opening_minor: int | None = None
    closing_minor: int | None = None
    implied_opening_minor: int | None = None
    """What a new account must start with so that the file's closing balance comes out."""
    lines_rounded: int = 0
    """How many amounts the file states finer than the currency is."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A whole file. `lines_found` = lines of all accounts + `lines_rejected`."""

    format: str
    accounts: tuple[ReadAccount, ...] = ()
    errors: tuple[LineError, ...] = ()
    lines_rejected: int = 0
    understood: dict[str, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    columns: tuple[ColumnRole, ...] = ()
    encoding: str = ""
    source_key: str = ""

    @property
    def lines_read(self) -> int:
        return sum(len(account.lines) for account in self.accounts)

    @property
    def lines_found(self) -> int:
        return self.lines_read + self.lines_rejected

    @property
    def is_refused(self) -> bool:
        """Nothing can be made of it: no format known, or something is wrong and not a single line is readable.
        A well-formed statement without movements is no refusal."""
        return not self.format or (not self.lines_read and bool(self.lines_rejected or not self.accounts))


NOTHING_SAID = Overrides()


def read_file(data: bytes, *, file_name: str, currency: str, overrides: Overrides = NOTHING_SAID) -> ReadFile:
    """Read a file. `currency`: ISO code for files that name none. Never raises on what a user may upload."""
    context = ReaderContext(
        file_name=file_name,
        default_currency=overrides.currency or currency,
        today=timezone.localdate(),
        overrides=overrides,
        max_lines=settings.IMPORT_MAX_LINES,
    )
    return limited(exact(read_statement(data, context), overrides.currency or currency))


def limited(read: ReadFile) -> ReadFile:
    """The limit holds for readers too that do not count by themselves."""
    most = settings.IMPORT_MAX_LINES
    if read.lines_found <= most:
        return read
    message = f"The file holds {read.lines_found:,} rows; this server takes up to {most:,}. Import a shorter period."
    return ReadFile(format="", errors=(LineError(None, "file", message),), encoding=read.encoding)


def exact(parsed: ParsedStatement, currency: str) -> ReadFile:
    """Lines whose amount cannot be kept in the currency are rejected, each with an error; rounded ones are counted."""
    errors = list(parsed.errors)
    rejected = parsed.lines_rejected
    accounts: list[ReadAccount] = []
    known = [replace(account, external_ref=clean(account.external_ref)[:LONGEST_REF]) for account in parsed.accounts]
    for account in merge_accounts(known, currency):
        read, problems = _account(account, currency)
        accounts.append(read)
        errors += problems
        rejected += len(account.lines) - len(read.lines)
    understood = dict(parsed.understood)
    if rounded := sum(account.lines_rounded for account in accounts):
        understood["rounded"] = f"{rounded} amounts have more decimals than their currency and were rounded."
    return ReadFile(
        format=parsed.format,
        accounts=tuple(accounts),
        errors=tuple(errors),
        lines_rejected=rejected,
        understood=understood,
        questions=parsed.questions,
        columns=parsed.columns,
        encoding=parsed.encoding,
        source_key=clean(parsed.source_key)[:200],
    )


def _account(account: ParsedAccount, fallback: str) -> tuple[ReadAccount, list[LineError]]:
    currency = currency_of(account, fallback)
    lines = ImportLines(currency)
    errors: list[LineError] = []
    rounded = 0
    for line in account.lines:
        try:
            lines.append(_line(line, currency))
        except MoneyError as error:
            errors.append(LineError(line.line, "amount", str(error)))
        else:
            rounded += from_minor(lines.amounts[-1], currency) != line.amount
    opening = _balance(account.opening_balance, currency)
    closing = _balance(account.closing_balance, currency)
    read = ReadAccount(
        external_ref=account.external_ref,
        name=clean(account.name).strip()[:120],
        kind=account.kind,
        currency=currency,
        lines=lines,
        lines_rounded=rounded,
        fingerprints=fingerprints(lines),
        opening_minor=opening,
        closing_minor=closing,
        implied_opening_minor=_implied(account, lines, opening, closing),
    )
    return read, errors


def _implied(account: ParsedAccount, lines: ImportLines, opening: int | None, closing: int | None) -> int | None:
    """Lines booked after the day of the closing balance are not in it."""
    last_day = account.closing_balance_date if closing is not None else None
    booked = array(
        "I",
        (
            place
            for place, day in enumerate(lines.days)
            if not lines.pending[place] and (last_day is None or day <= last_day)
        ),
    )
    return implied_opening(Picked(lines.amounts, booked), Picked(lines.balances, booked), opening, closing)


def _line(line: ParsedLine, currency: str) -> ImportLine:
    if not is_currency(currency):
        raise MoneyError(f"{currency!r} is not an ISO 4217 currency code.")
    if line.currency and line.currency.strip().upper() != currency:
        raise MoneyError(f"The amount is in {line.currency}, the account in {currency}.")
    return ImportLine(
        line=max(line.line, 1),
        booking_date=line.booking_date,
        value_date=line.value_date,
        amount_minor=to_nearest_minor(line.amount, currency),
        currency=currency,
        counterparty=clean(line.counterparty)[:LONGEST_ID],
        description=clean(line.description),
        external_id=clean(line.external_id)[:LONGEST_ID],
        raw=clean(line.raw),
        is_pending=line.is_pending,
        category_hint=clean(line.category_hint)[:120],
        balance_minor=_balance(line.balance, currency),
        note=clean(line.note) if line.note else "",
        tags=_tags(line.tags) if line.tags else (),
        splits=_splits(line, currency) if line.splits else (),
        transfer_to=clean(line.transfer_to)[:LONGEST_ID] if line.transfer_to else "",
    )


def _tags(tags: Sequence[str]) -> tuple[str, ...]:
    words = (" ".join("".join(letter for letter in clean(tag) if letter.isprintable()).split()) for tag in tags)
    return tuple(dict.fromkeys(word[:LONGEST_TAG].strip() for word in words if word))


def _splits(line: ParsedLine, currency: str) -> tuple[ImportSplit, ...]:
    """The shares, or none where they are not exact: a movement is never lost for its shares."""
    if not 2 <= len(line.splits) <= MOST_SPLITS:
        return ()
    try:
        shares = tuple(
            ImportSplit(
                to_nearest_minor(split.amount, currency), clean(split.category_hint)[:120], clean(split.note)[:200]
            )
            for split in line.splits
        )
        whole = to_nearest_minor(line.amount, currency)
    except MoneyError:
        return ()
    return shares if sum(share.amount_minor for share in shares) == whole else ()


def _balance(amount: Decimal | None, currency: str) -> int | None:
    """A stated balance, or None when there is none or it makes no sense: balances never reject a line."""
    try:
        return None if amount is None else to_nearest_minor(amount, currency)
    except MoneyError:
        return None


def clean(text: str) -> str:
    """Text as every database can keep it: no NUL, no half surrogate pairs."""
    if text.isascii() and "\x00" not in text:
        return text
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
