"""How many bank files come into a running server right, over HTTP:
`python -m benchmarks.imports FOLDER [--url http://127.0.0.1:8000] [--format csv,ofx]`.

Each file of FOLDER/INDEX.tsv goes to a user of its own: previewed, imported, imported again, rolled back. A file counts
when the count, the sums by currency and the dates agree, counted from the transactions and from the summary, when
preview, second import and roll-back leave the ledger as they should, and when nothing answers 5xx. A file that the
server does not read counts when it is refused in words. Start the server with SPENDWISE_THROTTLES=off.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx

from benchmarks.corpus import Reading, Row, index_of, judge
from benchmarks.visitor import Answer, ServerFaultError, Totals, Visitor, new_visitor

Accounts = dict[int, dict[str, Any]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--format", default="", help="comma-separated; all formats of the index when left out")
    args = parser.parse_args()
    wanted = [name for name in args.format.split(",") if name]
    rows = index_of(args.folder)
    for name in sorted({row["format"] for row in rows}):
        if not wanted or name in wanted:
            print_format(name, [row for row in rows if row["format"] == name], args.folder, args.url)


def print_format(name: str, rows: list[Row], folder: Path, url: str) -> None:
    outcomes = [(row["file"], *tried(url, row, folder / row["file"])) for row in rows]
    wrong = [(file, reasons) for file, _, reasons in outcomes if reasons]
    refused = sum(is_refused for _, is_refused, _ in outcomes)
    print(f"{name}: {len(rows) - len(wrong)} of {len(rows)} files right ({refused} of the files were refused)")
    for file, reasons in wrong:
        print(f"  wrong {file}: {'; '.join(reasons)}")


def tried(url: str, row: Row, path: Path) -> tuple[bool, list[str]]:
    """Whether the server refused the file, and what was wrong."""
    try:
        visitor = new_visitor(url)
        with closing(visitor.http):
            return import_whole(visitor, row, path.name, path.read_bytes())
    except (ServerFaultError, httpx.HTTPError) as fault:
        return False, [f"{type(fault).__name__}: {fault}"]


def import_whole(visitor: Visitor, row: Row, name: str, content: bytes) -> tuple[bool, list[str]]:
    wrong: list[str] = []
    default = visitor.get("/api/summary/")["currency"]  # asked before: a user's first account settles it
    preview = visitor.upload(name, content)
    if visitor.totals().count or list(visitor.rows("/api/accounts/")):
        wrong.append("a preview changed the ledger")
    done = visitor.upload(name, content, commit="true")
    wrong += judge_shape(done)
    if done.status == 400:
        return True, [*wrong, *judge_refusal(row, preview, done, visitor.totals())]
    if preview.body["lines_new"] != done.body["lines_new"]:
        wrong.append(f"previewed {preview.body['lines_new']} new lines, imported {done.body['lines_new']}")
    wrong += judge_ledger(visitor, row, done, default)
    wrong += judge_again(visitor, name, content, done)
    return False, wrong


def judge_shape(done: Answer) -> list[str]:
    """The answer in itself."""
    body = done.body
    expected = {201: "committed", 400: "failed"}.get(done.status)
    if body.get("status") != expected or "lines_found" not in body:
        return [f"answered {done.status} with status {body.get('status')}: {str(body)[:200]}"]
    counted = sum(body[f"lines_{kind}"] for kind in ("new", "duplicate", "rejected"))
    wrong = [] if counted == body["lines_found"] else [f"{body['lines_found']} lines found, {counted} accounted for"]
    if body["lines_new"] != sum(account["lines_new"] for account in body["accounts"]):
        wrong.append("new lines of the accounts do not add up")
    if (done.status == 400 or body["lines_rejected"]) and not any(error["message"] for error in body["errors"]):
        wrong.append("refused without a word")
    return wrong


def judge_refusal(row: Row, preview: Answer, done: Answer, after: Totals) -> list[str]:
    """A refusal is right where there is nothing to read, or where the server knows no such format."""
    is_unread = not done.body.get("format") and row["format"] not in ("csv", "ofx")
    wrong = [] if after.count == 0 else ["refused, but something was booked"]
    if preview.status != 400:
        wrong.append(f"refused, but the preview answered {preview.status}")
    is_hopeless = row["expect"] == "partial" and row["n_tx"] == "0" and done.body["lines_rejected"] > 0
    if not is_unread and not is_hopeless and row["expect"] not in ("empty", "investment"):
        wrong.append("refused: " + "; ".join(error["message"] for error in done.body.get("errors", [])[:2]))
    return wrong


def judge_ledger(visitor: Visitor, row: Row, done: Answer, default: str) -> list[str]:
    rows = list(visitor.rows("/api/transactions/"))
    accounts: Accounts = {account["id"]: account for account in visitor.rows("/api/accounts/")}
    if len(rows) != done.body["lines_new"]:
        return [f"{done.body['lines_new']} new lines, but {len(rows)} transactions"]
    wrong = [why] if (why := judge(row, reading_of(rows, done, default))) else []
    return [*wrong, *judge_summary(visitor.totals(), rows), *judge_balances(accounts, rows)]


def reading_of(rows: list[dict[str, Any]], done: Answer, default: str) -> Reading:
    """What stands in the ledger. The currency of files that name none counts as not stated by the file."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for code, amount in amounts_of(rows):
        sums["" if code == default else code] += amount
    days = sorted(row["booking_date"] for row in rows) or [""]
    return Reading(
        count=len(rows),
        sums=dict(sums),
        absolute=sum((abs(amount) for _, amount in amounts_of(rows)), Decimal(0)),
        first=days[0],
        last=days[-1],
        rejected=done.body["lines_rejected"],
        refused=False,
        note="; ".join(error["message"] for error in done.body["errors"][:2]),
    )


def amounts_of(rows: list[dict[str, Any]]) -> Iterator[tuple[str, Decimal]]:
    return ((row["currency"], Decimal(row["amount"])) for row in rows)


def judge_summary(totals: Totals, rows: list[dict[str, Any]]) -> list[str]:
    """Transfers inside the file are in neither income nor expense, but their two sides cancel out in the net."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for code, amount in amounts_of(rows):
        sums[code] += amount
    wrong = [] if totals.count == len(rows) else [f"the summary counts {totals.count}, the list {len(rows)}"]
    return wrong if totals.net == dict(sums) else [*wrong, f"the summary says {totals.net}, the list {dict(sums)}"]


def judge_balances(accounts: Accounts, rows: list[dict[str, Any]]) -> list[str]:
    sums = {pk: Decimal(account["opening_balance"]) for pk, account in accounts.items()}
    for row in rows:
        sums[row["account"]] += Decimal(row["amount"])
    return [
        f"account {account['name']!r} says {account['balance']}, its rows {sums[pk]}"
        for pk, account in accounts.items()
        if Decimal(account["balance"]) != sums[pk]
    ]


def judge_again(visitor: Visitor, name: str, content: bytes, done: Answer) -> list[str]:
    """The same file again adds nothing; both rolled back, nothing is left."""
    before, accounts = visitor.totals(), len(list(visitor.rows("/api/accounts/")))
    again = visitor.upload(name, content, commit="true")
    wrong = judge_shape(again)
    if again.body.get("lines_new") != 0 or visitor.totals() != before:
        wrong.append(f"imported again: {again.body.get('lines_new')} new lines")
    if len(list(visitor.rows("/api/accounts/"))) != accounts:
        wrong.append("imported again: another account appeared")
    for record in (again, done):
        visitor.call("POST", f"/api/imports/{record.body['id']}/rollback/")
    if visitor.totals().count:
        wrong.append(f"rolled back, {visitor.totals().count} transactions are left")
    return wrong


if __name__ == "__main__":
    main()
