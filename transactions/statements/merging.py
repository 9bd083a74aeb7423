"""One account per account number: files may state one account in several blocks, one for each month or day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from transactions.ledger.packed import Joined
from transactions.statements.parsed import LinesOfAccount, ParsedAccount


def merge_accounts(accounts: Iterable[ParsedAccount], default_currency: str) -> tuple[ParsedAccount, ...]:
    """Accounts with the same number and currency as one, in the order in which they first appear.

    `default_currency`: what the lines of an account without a currency are taken for. Accounts without a number stay
    apart: nothing says that they are the same. Every line is kept, in file order.
    """
    blocks: dict[tuple[str, str, int], list[ParsedAccount]] = {}
    for index, account in enumerate(accounts):
        currency = currency_of(account, default_currency)
        key = (account.external_ref, currency, 0) if account.external_ref else ("", currency, index)
        blocks.setdefault(key, []).append(account)
    return tuple(same[0] if len(same) == 1 else _merged(same) for same in blocks.values())


def currency_of(account: ParsedAccount, default: str) -> str:
    """What the account states, else the first of its lines that does, else the default; upper case."""
    stated = account.currency
    if not stated and not isinstance(account.lines, LinesOfAccount):
        stated = next((line.currency for line in account.lines if line.currency), "")
    return stated.strip().upper() or default


def _merged(blocks: Sequence[ParsedAccount]) -> ParsedAccount:
    """The balance at the end is that of the newest block, the one at the start that of the oldest."""
    newest = max(enumerate(blocks), key=lambda pair: (_last_day(pair[1]), pair[0]))[1]
    oldest = min(blocks, key=_first_day)
    return replace(
        blocks[0],
        name=next((block.name for block in blocks if block.name), ""),
        kind=next((block.kind for block in blocks if block.kind), ""),
        lines=Joined(block.lines for block in blocks),
        opening_balance=oldest.opening_balance,
        closing_balance=newest.closing_balance,
        closing_balance_date=newest.closing_balance_date,
    )


def _first_day(block: ParsedAccount) -> date:
    return min((line.booking_date for line in block.lines), default=date.max)


def _last_day(block: ParsedAccount) -> date:
    """The day of the block's closing balance or of its last line; a block with neither is the oldest of all."""
    return block.closing_balance_date or max((line.booking_date for line in block.lines), default=date.min)
