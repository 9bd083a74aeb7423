"""Which columns carry the date and the money: every reading the names and cells allow is scored, the best one wins.

Weights are judgement, ordered by how rarely the evidence lies: a running balance that checks beats the name of a
column, the name beats the look of its cells. Nothing here knows a bank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from transactions.statements.csv_columns import Column
from transactions.statements.csv_records import Record
from transactions.statements.numbers import parse_amount

NOT_MONEY = (
    "foreign_amount",
    "fee",
    "rate",
    "external_id",
    "account",
    "counter_account",
    "type",
    "category",
    "counterparty",
    "description",
)
TEXTS = ("description", "counterparty", "category", "status", "account", "account_name", "currency", "external_id")
MONEY = ("amount", "debit", "credit")
BALANCE_WEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Scheme:
    """Columns by index. Either `amount` (with or without `flag`) or at least one of `debit` and `credit`."""

    amount: int | None = None
    debit: int | None = None
    credit: int | None = None
    flag: int | None = None
    balance: int | None = None
    score: float = 0.0
    balance_share: float = 0.0  # share of neighbouring rows whose balances differ by the amount
    is_inverted: bool = False  # the balance proves that positive means leaving

    @property
    def is_pair(self) -> bool:
        return self.amount is None

    @property
    def money_columns(self) -> tuple[int, ...]:
        return tuple(i for i in (self.amount, self.debit, self.credit) if i is not None)


def rank_schemes(
    columns: Sequence[Column], sample: Sequence[Record], taken: frozenset[int], *, named: bool
) -> list[Scheme]:
    """The readings of the money columns, best first; none when there is none. `taken` are the date columns."""
    numeric = [c for c in columns if c.index not in taken and c.count and _is_numeric(c) and c.may_be(*MONEY)]
    empty = [c for c in columns if not c.count and c.role("debit", "credit") >= 0.6]
    told = _told_reading(columns, named=named)
    readings = [told] if told is not None else _readings(numeric, empty, columns, named=named)
    balances = [c for c in numeric if _may_be_balance(c, named=named) and c.told is None]
    schemes = [_with_balance(reading, balances, columns, sample) for reading in readings]
    told_balance = next((c.index for c in columns if c.told == "balance"), None)
    if told_balance is not None:
        schemes = [replace(scheme, balance=told_balance) for scheme in schemes]
    return sorted(schemes, key=lambda scheme: -scheme.score)


def _told_reading(columns: Sequence[Column], *, named: bool) -> Scheme | None:
    """What the user said: two columns for money out and in, or one amount; None when nothing was said of them."""
    told = {column.told: column.index for column in columns if column.told in MONEY}
    if "debit" in told or "credit" in told:
        return Scheme(debit=told.get("debit"), credit=told.get("credit"))
    if "amount" in told:
        return Scheme(amount=told["amount"], flag=_flag_column(columns, named=named))
    return None


def _is_numeric(column: Column) -> bool:
    """Nearly all cells are amounts; fewer will do under a name that says so, where rows are shifted by stray commas."""
    enough = 0.4 if column.role("amount", "debit", "credit", "balance") >= 0.9 else 0.75
    return column.amounts >= enough and column.dates < 0.5


def _readings(numeric: list[Column], empty: list[Column], columns: Sequence[Column], *, named: bool) -> list[Scheme]:
    flag = _flag_column(columns, named=named)
    readings = [Scheme(amount=c.index, flag=flag, score=_money(c, named=named)) for c in numeric]
    for debit in numeric + empty:
        for credit in numeric + empty:
            if debit.index != credit.index and (debit.count or credit.count):
                score = _pair(debit, credit, named=named)
                if score > 0:
                    readings.append(Scheme(debit=debit.index, credit=credit.index, score=score))
    if not named:
        readings.extend(scheme for c in numeric if (scheme := _beside_an_empty_one(c, columns)) is not None)
    return readings


def _beside_an_empty_one(column: Column, columns: Sequence[Column]) -> Scheme | None:
    """Without a header, amounts that are never negative beside an empty column: out stands before in, one is unused."""
    if column.negatives or not column.decimals or column.index + 1 >= len(columns):
        return None
    score = _money(column, named=False) + 0.3
    after, before = columns[column.index + 1], columns[column.index - 1] if column.index else None
    is_inside = any(c.count for c in columns[column.index + 2 :])
    if _is_unused(after) and is_inside:
        return Scheme(debit=column.index, credit=after.index, score=score)
    if before is not None and _is_unused(before) and not _is_unused(after):
        return Scheme(debit=before.index, credit=column.index, score=score)
    return None


def _is_unused(column: Column) -> bool:
    return not column.count or (column.amounts == 1.0 and column.zeros == 1.0)


def _money(column: Column, *, named: bool) -> float:
    """How much one column looks like the signed (or flagged) amount."""
    score = 1.2 * column.filled + 1.4 * column.decimals + 0.7 * (column.negatives > 0) + 0.5 * (column.marked > 0.2)
    score -= 3.0 * column.plain_long + 1.0 * (column.zeros > 0.6)
    if column.count >= 3 and column.distinct == 1:
        score -= 1.5
    if named:
        other = max(column.role(*NOT_MONEY), column.role("balance") * 1.1)
        amount = max(column.role("amount"), 0.6 * column.role("debit", "credit"))
        score += (
            0.8 * column.role("account_amount")
            + 4.5 * amount
            - 4.0 * max(0.0, other - 0.5 * amount if other >= amount else 0.0)
        )
        score -= 0.6 * column.role("foreign_amount") * (column.role("foreign_amount") < amount)
    return score - 0.02 * column.index


def _pair(debit: Column, credit: Column, *, named: bool) -> float:
    """How much two columns look like debit and credit: named so, and never both filled in one row."""
    names = (debit.role("debit") + credit.role("credit")) / 2
    named = named and not (_is_nameless(debit) and _is_nameless(credit))
    if named and _is_half_named(debit, credit):
        return 3.0
    if named and (names < 0.45 or min(debit.role("debit"), credit.role("credit")) < 0.3):
        return 0.0
    if named and (_is_better(debit, "credit", "debit") or _is_better(credit, "debit", "credit")):
        return 0.0
    used = (debit.nonzero | credit.nonzero).bit_count()
    exclusive = (debit.nonzero ^ credit.nonzero).bit_count() / used if used else 0.5
    if not named and (abs(debit.index - credit.index) != 1 or exclusive < 0.9 or min(debit.count, credit.count) == 0):
        return 0.0
    if not named and not (debit.nonzero and credit.nonzero):
        return 0.0
    decimals = max(debit.decimals, credit.decimals)
    wrong_way = 0.3 * (debit.index > credit.index and not named)
    return (
        1.0
        + 4.5 * names
        + 2.2 * exclusive
        + 0.8 * decimals
        - wrong_way
        - 3.0 * max(debit.plain_long, credit.plain_long)
    )


def _is_nameless(column: Column) -> bool:
    """No name, or one in words that are not known."""
    return max(column.roles.values(), default=0.0) < 0.4


def _is_half_named(debit: Column, credit: Column) -> bool:
    """One of the two is named, the other one's name is not known, and they never speak at once."""
    one, other = (debit, credit) if debit.role("debit") >= 0.6 else (credit, debit)
    if max(one.role("debit") if one is debit else 0.0, one.role("credit") if one is credit else 0.0) < 0.6:
        return False
    apart = not (debit.nonzero & credit.nonzero) and bool(debit.nonzero) and bool(credit.nonzero)
    return apart and _is_nameless(other) and abs(debit.index - credit.index) == 1


def _is_better(column: Column, this: str, than: str) -> bool:
    return column.role(this) > column.role(than)


def _flag_column(columns: Sequence[Column], *, named: bool) -> int | None:
    """A column of debit/credit words; one that is blank in places means the other direction there."""
    if (told := next((c.index for c in columns if c.told == "flag"), None)) is not None:
        return told
    found: list[tuple[float, int]] = []
    for c in columns:
        if c.told is not None:
            continue
        named_flag = c.role("flag", "debit", "credit") >= 0.45
        if not c.count:
            if c.role("flag") >= 0.6:
                found.append((0.1, c.index))
            continue
        nameless = not c.names
        pure = c.flags == 1.0 and c.distinct == 2 and c.role(*TEXTS) < 0.4
        if c.flags >= 0.95 and c.amounts < 0.5 and (named_flag or nameless or pure):
            found.append((c.role("flag") * 2 + c.filled + (c.distinct >= 2), c.index))
    return max(found)[1] if found else None


def _may_be_balance(column: Column, *, named: bool) -> bool:
    return column.role("balance") >= 0.45 if named and any(column.names) else column.plain_long < 0.5


def _with_balance(
    scheme: Scheme, balances: list[Column], columns: Sequence[Column], sample: Sequence[Record]
) -> Scheme:
    """The scheme with the balance column that checks best, or that is at least named so."""
    best = scheme
    for column in balances:
        if column.index in scheme.money_columns:
            continue
        share, pairs, inverted = _balance_check(scheme, column, columns, sample)
        weight = BALANCE_WEIGHT if pairs >= 3 else 2.0 if pairs else 0.0
        named = column.role("balance") >= 0.45
        if share < 0.5 and not named:
            continue
        score = scheme.score + weight * share + 0.4 * named
        if score > best.score:
            proven = share if pairs >= 2 else 0.0
            is_inverted = inverted and proven >= 0.75
            best = replace(scheme, balance=column.index, score=score, balance_share=proven, is_inverted=is_inverted)
    return best


def _balance_check(
    scheme: Scheme, balance: Column, columns: Sequence[Column], sample: Sequence[Record]
) -> tuple[float, int, bool]:
    """Share of neighbours whose balances differ by the amount, how many there were, and whether by its opposite."""
    marks = {column.index: column.decimal_mark for column in columns}
    series = [(_net(row, scheme, marks), _value(row, balance.index, marks)) for row in sample[:400]]
    kept = [(amount, running) for amount, running in series if amount and running is not None]
    hits = {(step, sign): 0 for step in (0, 1) for sign in (1, -1)}
    pairs = 0
    for (amount_0, balance_0), (amount_1, balance_1) in pairwise(kept):
        pairs += 1
        moved = balance_1 - balance_0
        for sign in (1, -1):
            hits[0, sign] += moved == sign * amount_1
            hits[1, sign] += -moved == sign * amount_0
    if not pairs:
        return 0.0, 0, False
    (_, sign), most = max(hits.items(), key=lambda item: (item[1], item[0][1]))
    if scheme.flag is not None and scheme.amount is not None:
        absolute = _absolute_hits(kept)
        most = max(most, absolute)
    return most / pairs, pairs, sign < 0


def _absolute_hits(kept: Sequence[tuple[Decimal, Decimal]]) -> int:
    """With a flag column the sign is not in the amount: sizes must agree."""
    down = up = 0
    for (amount_0, balance_0), (amount_1, balance_1) in pairwise(kept):
        down += abs(balance_1 - balance_0) == abs(amount_1)
        up += abs(balance_1 - balance_0) == abs(amount_0)
    return max(down, up)


def _net(row: Record, scheme: Scheme, marks: dict[int, str]) -> Decimal | None:
    if scheme.amount is not None:
        return _value(row, scheme.amount, marks)
    debit, credit = _value(row, scheme.debit, marks), _value(row, scheme.credit, marks)
    if debit is None and credit is None:
        return None
    return abs(credit or Decimal(0)) - abs(debit or Decimal(0))


def _value(row: Record, column: int | None, marks: dict[int, str]) -> Decimal | None:
    if column is None or column >= len(row.cells):
        return None
    amount = parse_amount(row.cells[column], marks.get(column, "."))
    return amount.value if amount else None
