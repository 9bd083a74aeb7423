"""How many bank files of a corpus are read right: `python -m benchmarks.statements FOLDER [--format csv,ofx]`.

FOLDER/INDEX.tsv says what a right import gives (count, sums by currency, dates). A file counts when all of them agree.
The baseline is what a short script gets: csv.Sniffer, the first column that parses as a date, the first as a number.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.registry import READERS, read_statement

SUPPORTED = {reader.format for reader in READERS}
BASELINE_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y/%m/%d", "%d-%m-%Y")
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one file."""

    count: int
    sums: dict[str, Decimal]
    absolute: Decimal
    first: str
    last: str
    rejected: int
    refused: bool
    note: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--format", default="", help="comma-separated; all formats of the index when left out")
    args = parser.parse_args()
    wanted = [name for name in args.format.split(",") if name]
    with (args.folder / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for name in sorted({row["format"] for row in rows}):
        if not wanted or name in wanted:
            print_format(name, [row for row in rows if row["format"] == name], args.folder)


def print_format(name: str, rows: list[Row], folder: Path) -> None:
    if name not in SUPPORTED:
        print(f"{name}: {len(rows)} files, not supported")
        return
    misses = [(row["file"], why) for row in rows if (why := judge(row, read(folder / row["file"])))]
    right = len(rows) - len(misses)
    base = sum(not judge(row, baseline(folder / row["file"])) for row in rows)
    share, base_share = f"{right / len(rows):.1%}", f"{base / len(rows):.1%}"
    print(f"{name}: {right} of {len(rows)} files right ({share}); baseline {base} ({base_share})")
    for file, why in misses:
        print(f"  miss {file}: {why}")


def read(path: Path) -> Reading:
    return reading_of(read_statement(path.read_bytes(), ReaderContext(file_name=path.name)))


def reading_of(statement: ParsedStatement) -> Reading:
    lines = [line for account in statement.accounts for line in account.lines]
    sums: dict[str, Decimal] = {}
    for line in lines:
        sums[line.currency] = sums.get(line.currency, Decimal(0)) + line.amount
    days = sorted(line.booking_date for line in lines)
    return Reading(
        count=len(lines),
        sums=sums,
        absolute=sum((abs(line.amount) for line in lines), Decimal(0)),
        first=days[0].isoformat() if days else "",
        last=days[-1].isoformat() if days else "",
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
    if row["expect"] == "investment" and got.refused and got.note:
        return True
    return row["expect"] in ("empty", "investment") and got.count == 0 and int(row["n_tx"]) == 0


def _judge_sums(row: Row, got: Reading) -> str:
    if row["sign"] != "signed":
        return (
            "" if got.absolute == Decimal(row["abs_sum"]) else f"absolute sum {got.absolute}, expected {row['abs_sum']}"
        )
    expected = {part.split(":")[0]: Decimal(part.split(":")[1]) for part in row["sum"].split(";") if part}
    if sum(got.sums.values()) != sum(expected.values()):
        return f"sum {got.sums}, expected {row['sum']}"
    named = {code for code in got.sums if code}
    if named and "?" not in expected and not named <= set(expected):
        return f"currency {sorted(named)}, expected {sorted(expected)}"
    return ""


def _judge_dates(row: Row, got: Reading) -> str:
    allowed = {(row["first"], row["last"]), tuple(row["alt_dates"].split("..")[:2])}
    if not row["first"] or not got.count or (got.first, got.last) in allowed:
        return ""
    return f"dates {got.first}..{got.last}, expected {row['first']}..{row['last']}"


def baseline(path: Path) -> Reading:
    """The script most people would write first; any exception is a miss."""
    data = path.read_bytes()
    kind: Callable[[str], list[tuple[date, Decimal]]] = _baseline_ofx if b"<OFX" in data.upper() else _baseline_csv
    try:
        lines = kind(data.decode("utf-8-sig"))
    except (ValueError, csv.Error, IndexError, InvalidOperation):
        return Reading(-1, {}, Decimal(0), "", "", 0, refused=False)
    days = sorted(day for day, _ in lines)
    total = sum((amount for _, amount in lines), Decimal(0))
    size = sum((abs(amount) for _, amount in lines), Decimal(0))
    first, last = (days[0].isoformat(), days[-1].isoformat()) if days else ("", "")
    return Reading(len(lines), {"": total}, size, first, last, 0, refused=False)


def _baseline_csv(text: str) -> list[tuple[date, Decimal]]:
    dialect = csv.Sniffer().sniff(text[:4000])
    found: list[tuple[date, Decimal]] = []
    for row in csv.reader(io.StringIO(text), dialect):
        day = next((day for cell in row if (day := _baseline_date(cell))), None)
        amount = next((amount for cell in row if (amount := _baseline_amount(cell)) is not None), None)
        if day is not None and amount is not None:
            found.append((day, amount))
    return found


def _baseline_date(cell: str) -> date | None:
    for pattern in BASELINE_DATES:
        try:
            return datetime.strptime(cell.strip()[:10], pattern).date()  # noqa: DTZ007 -- only the day is kept
        except ValueError:
            continue
    return None


def _baseline_amount(cell: str) -> Decimal | None:
    bare = cell.strip().replace(" ", "").lstrip("$€£")
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})*,\d{2}", bare):
        bare = bare.replace(".", "").replace(",", ".")
    bare = bare.replace(",", "")
    return Decimal(bare) if re.fullmatch(r"[+-]?\d+\.\d{1,2}", bare) else None


def _baseline_ofx(text: str) -> list[tuple[date, Decimal]]:
    found: list[tuple[date, Decimal]] = []
    for block in re.findall(r"<STMTTRN>(.*?)</STMTTRN>", text, re.DOTALL):
        day = re.search(r"<DTPOSTED>(\d{8})", block)
        amount = re.search(r"<TRNAMT>([^<\s]+)", block)
        if day and amount:
            found.append((datetime.strptime(day[1], "%Y%m%d").date(), Decimal(amount[1])))  # noqa: DTZ007 -- only the day is kept
    return found


if __name__ == "__main__":
    main()
