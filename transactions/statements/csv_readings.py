"""Which columns carry the date and the money: every reading the names and cells allow is scored, the best one wins.

Weights are judgement, ordered by how rarely the evidence lies: a running balance that checks beats the name of a
column, the name beats the look of its cells. Nothing here knows a bank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from transactions.statements.csv_columns import Column
from transactions.statements.csv_header import ROLES
from transactions.statements.csv_records import Record
from transactions.statements.csv_scheme import Scheme, trend_of, with_balance
from transactions.statements.csv_whose import of_the_account
from transactions.statements.folding import fold
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
PLAIN_FLAGS = frozenset({"d", "c", "k", "h", "dr", "cr", "db"}) | ROLES["debit"] | ROLES["credit"]
MOST_NUMERIC = 16  # columns of numbers that are tried against each other


def rank_schemes(
    columns: Sequence[Column], sample: Sequence[Record], taken: frozenset[int], *, named: bool
) -> list[Scheme]:
    """The readings of the money columns, best first; none when there is none. `taken` are the date columns."""
    numeric = [c for c in columns if c.index not in taken and c.count and _is_numeric(c) and c.may_be(*MONEY)]
    numeric = sorted(numeric, key=lambda c: -c.role(*MONEY, "balance"))[:MOST_NUMERIC]
    empty = [c for c in columns if c not in numeric and c.role("debit", "credit") >= 0.6 and c.amounts in (0.0, 1.0)]
    empty = [c for c in empty if not c.count or c.amounts]
    told = _told_reading(columns, named=named)
    readings = [told] if told is not None else _readings(numeric, empty, columns, named=named)
    if told is None and (net := _net_of_fees(numeric, columns, sample)) is not None:
        readings = [replace(one, score=one.score + 4.0 * (one.amount == net)) for one in readings]
    if told is None and (settled := of_the_account(columns, sample, readings)):
        readings = [replace(one, score=one.score + 6.0 * (one in settled)) for one in readings]
    balances = [c for c in numeric if _may_be_balance(c, named=named) and c.told is None]
    trend = trend_of(sample, sorted(taken)) if balances else 0
    schemes = [with_balance(reading, balances, columns, sample, trend) for reading in readings]
    told_balance = next((c.index for c in columns if c.told == "balance"), None)
    if told_balance is not None:
        schemes = [replace(scheme, balance=told_balance) for scheme in schemes]
    return sorted(schemes, key=lambda scheme: -scheme.score)


def _net_of_fees(numeric: list[Column], columns: Sequence[Column], sample: Sequence[Record]) -> int | None:
    """The column that is another amount less (or with) the fee in every row: what the account moves by."""
    fees = [c for c in columns if c.role("fee") >= 0.6 and c.amounts == 1.0 and c.nonzero > 0]
    for net in numeric:
        if "net" not in fold(" ".join(net.names)).split():
            continue
        for fee in fees:
            for gross in numeric:
                if gross.index not in (net.index, fee.index) and _is_net(sample, gross, fee, net):
                    return net.index
    return None


def _is_net(sample: Sequence[Record], gross: Column, fee: Column, net: Column) -> bool:
    def value(row: Record, column: Column) -> Decimal:
        amount = parse_amount(row.cells[column.index], column.decimal_mark) if column.index < len(row.cells) else None
        return amount.value if amount is not None else Decimal(0)

    rows = [(value(row, gross), value(row, fee), value(row, net)) for row in sample[:400]]
    return bool(rows) and (all(g - f == n for g, f, n in rows) or all(g + f == n for g, f, n in rows))


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
    flags = {c.index: _flag_column(columns, named=named, near=c.index) for c in numeric}
    flag = next(iter(flags.values()), None)
    settled = _in_account_currency(numeric, columns)
    readings = [
        Scheme(amount=c.index, flag=flags[c.index], score=_money(c, named=named) + 3.0 * (c.index in settled))
        for c in numeric
    ]
    if flag is not None and not named:  # without names the amount is the one beside its flag
        readings = [replace(r, score=r.score + 0.6 * (abs((r.amount or 0) - flag) == 1)) for r in readings]
    for debit in numeric + empty:
        for credit in numeric + empty:
            if debit.index != credit.index and (debit.count or credit.count):
                score = _pair(debit, credit, named=named)
                if score > 0:
                    readings.append(Scheme(debit=debit.index, credit=credit.index, score=score))
    if not named:
        readings.extend(scheme for c in numeric if (scheme := _beside_an_empty_one(c, columns)) is not None)
    return readings


def _in_account_currency(numeric: list[Column], columns: Sequence[Column]) -> set[int]:
    """Of amounts that each have a currency beside them: those whose currency never changes, where another's does."""
    found: dict[bool, set[int]] = {True: set(), False: set()}
    for column in numeric:
        if column.role("balance", "fee") >= 0.6:
            continue
        sides = [columns[i] for i in (column.index + 1, column.index - 1) if 0 <= i < len(columns)]
        beside = next((c for c in sides if c.currencies >= 0.9), None)
        if beside is not None:
            found[beside.distinct == 1 and beside.filled > 0.9].add(column.index)
    return found[True] if found[True] and found[False] else set()


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
        apart = debit.nonzero ^ credit.nonzero
        is_complete = apart == debit.present | credit.present and debit.decimals + credit.decimals > 0
        return 6.0 if is_complete else 3.0
    used = (debit.nonzero | credit.nonzero).bit_count()
    exclusive = (debit.nonzero ^ credit.nonzero).bit_count() / used if used else 0.5
    if _is_no_pair_by_name(debit, credit, names) if named else _is_no_pair_by_cells(debit, credit, exclusive):
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


def _is_no_pair_by_name(debit: Column, credit: Column, names: float) -> bool:
    if names < 0.45 or min(debit.role("debit"), credit.role("credit")) < 0.3:
        return True
    return _is_better(debit, "credit", "debit") or _is_better(credit, "debit", "credit")


def _is_no_pair_by_cells(debit: Column, credit: Column, exclusive: float) -> bool:
    """Without names they stand side by side, or fill every row in turns; a column with both signs needs no partner."""
    if exclusive < 0.9 or not (debit.nonzero and credit.nonzero):
        return True
    together = debit.nonzero | credit.nonzero
    is_complete = exclusive == 1.0 and together == debit.present | credit.present and together.bit_count() >= 4
    if abs(debit.index - credit.index) != 1 and not is_complete:
        return True
    return any(0 < column.negatives < 1 for column in (debit, credit))


def _is_nameless(column: Column) -> bool:
    """No name, or one in words that are not known."""
    return max(column.roles.values(), default=0.0) < 0.4


def _is_half_named(debit: Column, credit: Column) -> bool:
    """One of the two is named, the other one's name is not known, and they never speak at once."""
    one, other = (debit, credit) if debit.role("debit") >= 0.6 else (credit, debit)
    if max(one.role("debit") if one is debit else 0.0, one.role("credit") if one is credit else 0.0) < 0.6:
        return False
    apart = not (debit.nonzero & credit.nonzero) and bool(debit.nonzero) and bool(credit.nonzero)
    is_near = abs(debit.index - credit.index) == 1 or (debit.nonzero | credit.nonzero).bit_count() >= 3
    return apart and _is_nameless(other) and is_near and other.plain_long < 0.5 and not 0 < other.negatives < 1


def _is_better(column: Column, this: str, than: str) -> bool:
    return column.role(this) > column.role(than)


def _is_plain_flag(value: str) -> bool:
    """Words and letters that hardly mean anything else, so that one row is enough."""
    return fold(value) in PLAIN_FLAGS


def _flag_column(columns: Sequence[Column], *, named: bool, near: int = 0) -> int | None:
    """A column of debit/credit words, of equal ones the nearest to `near`; blanks in it mean the other direction."""
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
        is_two = c.distinct == 2 or (c.distinct == 1 and _is_plain_flag(c.sole_value))
        pure = c.flags == 1.0 and is_two and c.role(*TEXTS) < 0.4
        enough = 0.6 if c.role("flag") >= 0.9 else 0.95
        if c.flags >= enough and c.amounts < 0.5 and (named_flag or nameless or pure):
            found.append((c.role("flag") * 2 + c.filled + (c.distinct >= 2), c.index))
    return max(found, key=lambda one: (round(one[0], 2), -abs(one[1] - near - 0.1)))[1] if found else None


def _may_be_balance(column: Column, *, named: bool) -> bool:
    """Never a column of nothing but zeros: that is what is left to pay."""
    if column.zeros == 1.0:
        return False
    return column.role("balance") >= 0.45 if named and any(column.names) else column.plain_long < 0.5
