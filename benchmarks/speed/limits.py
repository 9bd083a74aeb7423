"""What this machine can do with nothing but Python's csv and sqlite3: `python -m benchmarks.speed.limits STEP DATA DB`.

    import     every row with a duplicate key, a category by the rules, two indexes, sums by month
    again      the same rows once more, every one of them found to be there
    sums       categories newly asked of every row after a rule was added, and the sums made anew

Prints one line of JSON: the processor's and the wall's seconds of the work, without the start of Python.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.speed.meter import Meter

TABLES = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, owner INTEGER, account TEXT, day TEXT, minor INTEGER, currency TEXT, text TEXT,
    category TEXT, twin BLOB);
CREATE UNIQUE INDEX entry_twin ON entry (owner, twin);
CREATE INDEX entry_day ON entry (owner, day DESC, id DESC);
CREATE TABLE month_sum (
    owner INTEGER, month TEXT, account TEXT, category TEXT, currency TEXT, minor INTEGER, rows INTEGER,
    PRIMARY KEY (owner, month, account, category, currency)) WITHOUT ROWID;
"""
INSERT = (
    "INSERT INTO entry (owner, account, day, minor, currency, text, category, twin) VALUES (1, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT DO NOTHING"
)
SUMS = (
    "INSERT INTO month_sum SELECT owner, substr(day, 1, 7), account, category, currency, sum(minor), count(*) "
    "FROM entry WHERE id > ? GROUP BY 1, 2, 3, 4, 5 "
    "ON CONFLICT DO UPDATE SET minor = minor + excluded.minor, rows = rows + excluded.rows"
)


def opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-40000"):
        base.execute(f"PRAGMA {pragma}")
    return base


def category_by_words(rules: dict[str, str]) -> Callable[[str], str]:
    """All fragments in one expression, longest first."""
    longest = sorted(rules, key=len, reverse=True)
    fragment = re.compile("|".join(map(re.escape, longest)))

    def category(text: str) -> str:
        found = fragment.search(text)
        return rules[found[0]] if found else ""

    return category


def entries(data: Path, category: Callable[[str], str]) -> Iterator[tuple[object, ...]]:
    """Rows ready to insert; equal ones of one file are told apart by how many came before."""
    seen: Counter[tuple[str, ...]] = Counter()
    with (data / "all.csv").open(newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for day, text, _, amount, currency, account, _ in rows:
            what = (account, day, amount, currency, text)
            seen[what] += 1
            twin = hashlib.blake2b(f"{what}{seen[what]}".encode(), digest_size=16).digest()
            yield account, day, int(amount.replace(".", "")), currency, text, category(text), twin


def fill(data: Path, base: sqlite3.Connection) -> int:
    """How many rows are new."""
    category = category_by_words(json.loads((data / "rules.json").read_text()))
    base.execute("BEGIN")
    last = base.execute("SELECT coalesce(max(id), 0) FROM entry").fetchone()[0]
    base.executemany(INSERT, entries(data, category))
    new = base.execute("SELECT count(*) FROM entry WHERE id > ?", (last,)).fetchone()[0]
    base.execute(SUMS, (last,))
    base.execute("COMMIT")
    return int(new)


def sums_anew(data: Path, base: sqlite3.Connection) -> int:
    rules = json.loads((data / "rules.json").read_text()) | {"POS": "Shopping"}
    category = category_by_words(rules)
    base.execute("BEGIN")
    asked = base.execute("SELECT id, text, category FROM entry").fetchall()
    changed = [(now, pk) for pk, text, before in asked if (now := category(text)) != before]
    base.executemany("UPDATE entry SET category = ? WHERE id = ?", changed)
    base.execute("DELETE FROM month_sum")
    base.execute(SUMS, (0,))
    base.execute("COMMIT")
    return len(changed)


def main() -> None:
    step, data, path = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if step == "import":
        for ending in ("", "-wal", "-shm"):
            Path(f"{path}{ending}").unlink(missing_ok=True)
    base = opened(path)
    with Meter() as meter:
        if step == "import":
            base.executescript(TABLES)
        rows = sums_anew(data, base) if step == "sums" else fill(data, base)
    meter.tell(rows=rows)


if __name__ == "__main__":
    main()
