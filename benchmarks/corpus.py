"""A folder of bank files with an INDEX.tsv that says what a right import of each gives, and the judge over a reading.

Columns used: file, format, expect (import, partial, empty, investment), n_tx, alt_n, sum, abs_sum, first, last,
alt_dates, sign. Whoever made the index did not use this importer.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from transactions.statements.parsed import ParsedStatement

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one file. `sums` is by currency, "" for lines whose currency the file does not name."""

    count: int
    sums: dict[str, Decimal]
    absolute: Decimal
    first: str
    last: str
    rejected: int
    refused: bool
    note: str = ""


def index_of(folder: Path) -> list[Row]:
    with (folder / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def reading_of(statement: ParsedStatement) -> Reading:
    lines = [(line, line.currency or account.currency) for account in statement.accounts for line in account.lines]
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line, code in lines:
        sums[code] += line.amount
    days = sorted(line.booking_date.isoformat() for line, _ in lines) or [""]
    return Reading(
        count=len(lines),
        sums=dict(sums),
        absolute=sum((abs(line.amount) for line, _ in lines), Decimal(0)),
        first=days[0],
        last=days[-1],
        rejected=statement.lines_rejected,
        refused=not statement.format,
        note="; ".join(error.message for error in statement.errors[:2]),
    )


def judge(row: Row, got: Reading) -> str:
    """'' when the reading agrees with the index, else what does not."""
    if _is_rightly_empty(row, got):
        return ""
    counts = {row["n_tx"], *re.findall(r"^\d+", row["alt_n"])}
    if str(got.count) not in counts:
        return f"count {got.count}, expected {' or '.join(sorted(counts))} ({got.rejected} rejected) {got.note}".strip()
    if row["expect"] == "partial" and not got.rejected:
        return "unreadable rows were not reported"
    if str(got.count) != row["n_tx"] or got.count == 0:
        return _judge_dates(row, got)  # the sums of the index are those of the main count
    return _judge_sums(row, got) or _judge_dates(row, got)


def _is_rightly_empty(row: Row, got: Reading) -> bool:
    if row["expect"] == "investment" and not got.count and got.note:
        return True
    return row["expect"] in ("empty", "investment") and got.count == 0 and int(row["n_tx"]) == 0


def _judge_sums(row: Row, got: Reading) -> str:
    """By currency. Lines without one ("" of ours, "?" of the index) may stand for what is missing elsewhere."""
    if row["sign"] != "signed":
        same = got.absolute == Decimal(row["abs_sum"])
        return "" if same else f"absolute sum {got.absolute}, expected {row['abs_sum']}"
    parts = [part.rpartition(":") for part in row["sum"].split(";") if part]
    rest = {code or "?": Decimal(total) for code, _, total in parts}
    open_codes = {"", "?"} & {*got.sums, *rest}
    missing: dict[str, Decimal] = defaultdict(Decimal, rest)
    for code, total in got.sums.items():
        missing[code if code in rest or not open_codes else "?"] -= total
    wrong = {code for code, total in missing.items() if total}
    if not wrong or (open_codes and sum(missing.values()) == 0):
        return ""
    return f"sum {_in_words(got.sums)}, expected {row['sum']}"


def _in_words(sums: dict[str, Decimal]) -> str:
    return ";".join(f"{code}:{total}" for code, total in sorted(sums.items()))


def _judge_dates(row: Row, got: Reading) -> str:
    allowed = {(row["first"], row["last"]), tuple(row["alt_dates"].split("..")[:2])}
    if not row["first"] or not got.count or (got.first, got.last) in allowed:
        return ""
    return f"dates {got.first}..{got.last}, expected {row['first']}..{row['last']}"
