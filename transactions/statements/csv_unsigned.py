"""Which way money went where no sign, flag or balance says it: the names, the kinds of booking, last the wording.

Where these do not tell either, the rule is open and the user is asked: a guess here is the worst mistake there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from transactions.statements.csv_columns import flag_of
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_money import JUDGED, Money, SignRule, as_printed, texts_of, turned
from transactions.statements.csv_wording import (
    SURE_IN,
    Wording,
    direction_of,
    is_account_of_its_own,
    is_bank_account,
    is_named_for_spending,
    is_sales,
    says,
)

FEW = 3  # rows that may all be money in, as nothing else tells


def by_mixed_signs(layout: Layout, rows: Sequence[Money], *, card: bool) -> SignRule:
    """Signs are there. Card exports print charges positive and payments negative: the wording gives that away."""
    judged = rows[:JUDGED]
    minus = Wording.of([row.text for row in judged if row.value < 0])
    plus = Wording.of([row.text for row in judged if row.value > 0])
    share = plus.rows / max(1, plus.rows + minus.rows)
    if _reads_turned(minus, plus, card=card, may_be_account=is_bank_account(layout)):
        words = "charges are printed positive and payments negative (from the wording), so the sign was turned"
        return turned(words, is_sure=True)
    if minus.received == minus.rows > 0 and not plus.received and not is_account_of_its_own(layout):
        words = "signed amounts, but what has a minus reads like money received, please check"
        return SignRule(words, as_printed, is_open=True)
    if _is_plainly_signed(layout, minus, plus, card=card):
        return SignRule("signed amounts, minus leaves the account", as_printed)
    if plus.spent * 4 >= plus.rows and plus.spent * minus.rows > minus.spent * plus.rows and (card or share >= 0.75):
        return turned("most amounts are positive and read like charges, so the sign was turned", is_sure=True)
    if card:
        words = "a card's charges are printed positive, so the sign was turned"
        return turned(words, is_sure=is_named_for_spending(layout) or (share >= 0.75 and len(judged) >= 4))
    words = "signed amounts; most are positive, which may be charges of a card, please check"
    return SignRule(words, as_printed, is_open=plus.spent > 0 or not is_account_of_its_own(layout))


def _is_plainly_signed(layout: Layout, minus: Wording, plus: Wording, *, card: bool) -> bool:
    share = plus.rows / max(1, plus.rows + minus.rows)
    if card and (minus.received or plus.spent) and share >= 0.5:
        return False
    if minus.spent * plus.rows > plus.spent * minus.rows or plus.received * minus.rows > minus.received * plus.rows:
        return True
    if card:  # of a few rows that say nothing, most may be payments to the card
        return share < 0.5 and (minus.spent + plus.received > 0 or minus.rows + plus.rows > FEW + 2 or not plus.rows)
    return share < 0.6 or layout.scheme.balance is not None


def _reads_turned(minus: Wording, plus: Wording, *, card: bool, may_be_account: bool) -> bool:
    """What is printed with a minus reads like money received, and what is not does not."""
    share = plus.rows / max(1, plus.rows + minus.rows)
    if not minus.rows or minus.received * 2 < minus.rows or plus.received * 5 > plus.rows:
        return False
    return card or share >= 0.6 or (not may_be_account and (minus.thanked == minus.rows or _is_opposite(minus, plus)))


def _is_opposite(minus: Wording, plus: Wording) -> bool:
    """Every minus reads like money received, and half of the rest or more like money spent."""
    if minus.received != minus.rows or not minus.rows or not plus.rows or plus.received:
        return False
    return plus.spent * 2 >= plus.rows or (minus.rows >= 2 and plus.spent > 0)


def reads_like_debt(rows: Sequence[Money]) -> bool:
    """The wording says that plus is spent and minus received: balances that agree with the signs are what is owed."""
    minus = Wording.of([row.text for row in rows[:JUDGED] if row.value < 0])
    return bool(minus.rows) and _is_opposite(minus, Wording.of([row.text for row in rows[:JUDGED] if row.value > 0]))


def by_unsigned(layout: Layout, rows: Sequence[Money], *, card: bool) -> SignRule:
    """All amounts are positive."""
    told = _by_name(layout) or _by_kind(rows)
    if told is not None:
        return told
    wording, with_interest = Wording.of(texts_of(rows)), Wording.of(texts_of(rows), with_interest=True)
    reads_spent = wording.spent * 2 >= max(1, wording.rows) and not with_interest.received
    if card or (reads_spent and not _has_other_kinds(layout, rows)):
        return _charges(rows, wording, is_plainly_card=card and layout.scheme.balance is None)
    if with_interest.rows and with_interest.received + with_interest.spent == with_interest.rows:
        return SignRule("no sign anywhere; the wording of every row says whether money came in", _by_wording)
    may_be_unsigned = wording.rows > FEW or bool(rows and rows[0].kinds)
    if wording.spent == 0 and is_bank_account(layout) and (wording.received or not may_be_unsigned):
        return SignRule("signed amounts, none leaves the account", as_printed, is_weak=True)
    return _open(layout, wording)


def _charges(rows: Sequence[Money], wording: Wording, *, is_plainly_card: bool) -> SignRule:
    """Open where a row reads like money received but not like a payment to a card, and where few rows say nothing."""
    words = "charges are printed positive, payments received are told by their wording"
    is_doubtful = any(direction_of(row.text) == "in" and not says(row.text, SURE_IN) for row in rows[:JUDGED])
    is_open = is_doubtful or (wording.rows <= FEW and not wording.spent and not is_plainly_card)
    in_words = f"{words}, please check" if is_open else words
    return SignRule(in_words, _as_charge, is_open, is_by_words=wording.spent < wording.rows, convention="reversed")


def _by_name(layout: Layout) -> SignRule | None:
    """The one column of money is called debit or credit."""
    names = layout.columns[layout.scheme.amount] if layout.scheme.amount is not None else None
    if names is not None and names.role("debit") > max(names.role("amount"), names.role("credit")):
        return turned("the only money column is named for money going out", is_sure=True)
    if names is not None and names.role("credit") > max(names.role("amount"), names.role("debit")):
        return SignRule("the only money column is named for money coming in", as_printed)
    return None


def kind_columns(layout: Layout) -> list[int]:
    """Columns that may name the kind of each booking: called so, or without a known name."""
    taken = {layout.booking, layout.value, layout.currency, layout.account, layout.counterparty, *layout.texts}
    found = []
    for column in layout.columns:
        if column.index in taken or column.index in layout.scheme.money_columns or column.filled < 1.0:
            continue
        named = column.role("type", "category", "flag") >= 0.45
        if named or (max(column.roles.values(), default=0.0) < 0.45 and max(column.amounts, column.dates) < 0.5):
            found.append(column.index)
    return sorted(found, key=lambda i: -layout.columns[i].role("flag", "type", "category"))


def _by_kind(rows: Sequence[Money]) -> SignRule | None:
    """A column of kinds of booking, such as Purchase and Deposit, where every kind is known to go one way."""
    for index in range(len(rows[0].kinds) if rows else 0):
        ways = _ways_of(rows, index)
        if ways:
            return SignRule(
                "the kind of each booking says whether money came in or went out",
                lambda row, ways=ways, index=index: row.value if ways[row.kinds[index]] == "in" else -row.value,  # type: ignore[misc]
            )
    return None


def _ways_of(rows: Sequence[Money], index: int) -> dict[str, str]:
    """By kind, "in" or "out"; nothing as soon as one of them is not known."""
    ways: dict[str, str] = {}
    for row in rows:
        kind = row.kinds[index]
        if kind not in ways:
            ways[kind] = _way_of(kind)
            if ways[kind] not in ("in", "out"):
                return {}
    return ways


def _way_of(kind: str) -> str:
    """By the whole, else by the one word in it that flags are made of: 'Dana Masuk'."""
    if way := direction_of(kind, with_interest=True) or flag_of(kind):
        return way
    ways = {flag_of(word) for word in kind.split() if len(word) > 2} - {"", "neither"}
    return ways.pop() if len(ways) == 1 else ""


def _has_other_kinds(layout: Layout, rows: Sequence[Money]) -> bool:
    """Several kinds of booking, one of which is in words that are not known: it may be the one that came in."""
    for place, index in enumerate(kind_columns(layout)):
        kinds = {row.kinds[place] for row in rows[:JUDGED]}
        if layout.columns[index].role("type", "flag") >= 0.45 and 1 < len(kinds) <= 12:
            return any(_way_of(kind) != "out" for kind in kinds)
    return False


def _open(layout: Layout, wording: Wording) -> SignRule:
    """Neither a sign nor a card nor an account's other marks: what customers pay comes in, the rest is a guess."""
    if is_sales(layout):
        return SignRule("the file lists what customers paid, so the amounts come in", as_printed)
    is_sure = wording.received * 4 >= wording.rows * 3 and wording.spent == 0
    if wording.received * 2 >= wording.rows and wording.received > wording.spent:
        words = "no sign anywhere; by the wording the amounts come in"
        return SignRule(words if is_sure else f"{words}, please check", as_printed, not is_sure)
    words = "no sign anywhere; read as charges going out, payments received as coming in, please check"
    return SignRule(words, _as_charge, is_open=True, is_by_words=wording.spent < wording.rows, convention="reversed")


def as_charges_said() -> SignRule:
    words = "charges are printed positive, payments received are told by their wording, as you said"
    return SignRule(words, _as_charge, convention="reversed")


def _as_charge(row: Money) -> Decimal:
    return row.value if says(row.text, SURE_IN) else -row.value


def _by_wording(row: Money) -> Decimal:
    return row.value if direction_of(row.text, with_interest=True) == "in" else -row.value
