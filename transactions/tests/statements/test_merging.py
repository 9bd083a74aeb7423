"""One account stated in several blocks of a file is one account."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from transactions.statements.merging import merge_accounts
from transactions.statements.parsed import ParsedAccount, ParsedLine


def block(ref: str, *days: int, currency: str = "EUR", closing: str = "", opening: str = "") -> ParsedAccount:
    return ParsedAccount(
        external_ref=ref,
        currency=currency,
        lines=tuple(ParsedLine(day, date(2026, 3, day), Decimal(-day), currency) for day in days),
        opening_balance=Decimal(opening) if opening else None,
        closing_balance=Decimal(closing) if closing else None,
        closing_balance_date=date(2026, 3, max(days)) if closing and days else None,
    )


def test_blocks_of_one_number_are_one_account_with_the_newest_closing_and_the_oldest_opening_balance() -> None:
    blocks = [block("7", 8, 9, closing="90", opening="80"), block("8", 1), block("7", 2, 3, closing="30", opening="20")]
    merged = merge_accounts(blocks, "EUR")
    assert [account.external_ref for account in merged] == ["7", "8"]
    assert [line.line for line in merged[0].lines] == [8, 9, 2, 3]
    assert (merged[0].opening_balance, merged[0].closing_balance) == (Decimal(20), Decimal(90))
    assert merged[0].closing_balance_date == date(2026, 3, 9)


def test_of_two_equally_new_blocks_the_later_one_closes_and_an_empty_one_changes_nothing() -> None:
    merged = merge_accounts([block("7", 5, closing="1"), block("7", 5, closing="2"), block("7")], "EUR")
    assert [account.closing_balance for account in merged] == [Decimal(2)]


def test_other_currencies_and_accounts_without_a_number_stay_apart() -> None:
    blocks = [block("7", 1), block("7", 2, currency="USD"), block("", 3), block("", 4)]
    assert merge_accounts(blocks, "EUR") == tuple(blocks)


def test_an_account_without_a_currency_is_in_the_default_one() -> None:
    blocks = [block("7", 1, currency=""), block("7", 2, currency="EUR")]
    assert len(merge_accounts(blocks, "EUR")) == 1
    assert len(merge_accounts(blocks, "CHF")) == 2
