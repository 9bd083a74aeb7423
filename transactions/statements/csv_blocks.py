"""Text that prints one field a line, `Date: ...`, `Amount: ...`, block after block: unfolded into a table.

The table has as many lines as the file, each record on the line its block starts, so that errors point into the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transactions.statements.csv_header import KEY_ROLES, role_scores

FIELD = re.compile(r"\s*([^:\d\t,;]{2,30}):[ \t\u00a0]*(.*)")
ENOUGH = 0.6  # share of the filled lines that must be fields


def unfold_blocks(lines: Sequence[str]) -> Sequence[str]:
    """The lines as a tab-separated table when they are blocks of fields, else as they are."""
    filled = sum(1 for line in lines[:400] if line.strip(" \t\u00a0"))
    sample = sum(1 for line in lines[:400] if FIELD.fullmatch(line))
    if filled < 4 or sample < ENOUGH * filled:
        return lines
    fields = [FIELD.fullmatch(line) for line in lines]
    counts = Counter(match[1].strip() for match in fields if match)
    first = next((name for name in counts if counts[name] > 1), "")
    columns = [name for name in counts if counts[name] * 2 > counts[first]] if first else []
    return _table(lines, fields, columns) if _is_statement(columns, counts) else lines


def _is_statement(columns: list[str], counts: Counter[str]) -> bool:
    """Blocks of movements have a date and an amount among their fields, and come more than once."""
    roles = [
        role for name in columns if counts[name] > 1 for role in KEY_ROLES if role_scores(name).get(role, 0.0) >= 0.6
    ]
    return any("date" in role for role in roles) and any("date" not in role for role in roles)


def _table(lines: Sequence[str], fields: list[re.Match[str] | None], columns: list[str]) -> list[str]:
    table = list(lines)
    record: dict[str, str] = {}
    start = header = -1
    for number, match in enumerate(fields):
        name = match[1].strip() if match else ""
        if match is None or name not in columns:
            continue
        if name in record:
            table[start] = _row(record, columns)
            record = {}
        start = number if not record else start
        header = start if header < 0 else header
        record[name] = match[2]
        table[number] = ""
    if record:
        table[start] = _row(record, columns)
    if header > 0:
        table[header - 1] = "\t".join(columns)
    return table if header > 0 else ["\t".join(columns), *table]


def _row(record: dict[str, str], columns: list[str]) -> str:
    return "\t".join(record.get(name, "").replace("\t", " ").strip() for name in columns)
