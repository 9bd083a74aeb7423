"""Do other programs' own tools find our balances in our journals? `python -m benchmarks.journals [FOLDER]`.

A seeded household, a small ledger full of words that mean something to those programs, and every file of
FOLDER/INDEX.tsv that can be imported (each for an owner of its own; --most N) are written as Beancount and hledger
journals. `bean-check` and `hledger check --strict` must accept them, and the balances that both compute must equal ours
to the last minor unit. Runs on a throw-away database in one process. The status is 1 after any
difference, and when nothing was compared.
"""

from __future__ import annotations

import argparse
import csv
import io
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.corpus import index_of
from benchmarks.reimports_ledger import playing

if TYPE_CHECKING:
    from accounts.models import User

PATIENCE = 300
SEED, MONTHS, TODAY = 7, 24, date(2026, 11, 1)
HOSTILE = (
    "plain", "; date:2020-01-01 [2019-01-01]", '"quoted" \\ back', "(code) ! * | a  b", "line\nbreak\ttab\x07",
    "#tag ^link", "account Assets:X 1 EUR @@ 2 USD", "= 5 EUR", "日本 Straße 🍎", "date:nonsense, type:X", "\\n \\",
    "", "[", "comment",
)  # fmt: skip
KINDS = (
    ("EUR", "checking"), ("JPY", "cash"), ("KWD", "loan"), ("USD", "credit_card"), ("EUR", "asset"),
    ("EUR", "investment"),
)  # fmt: skip
Balances = dict[tuple[str, str], Decimal]


@dataclass(slots=True)
class Outcome:
    """One ledger: how many rows and accounts were compared, and what was wrong."""

    name: str
    rows: int = 0
    accounts: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--most", type=int, default=10_000, help="files of the folder")
    given = options.parse_args()
    with playing():
        done = [judged("seeded household", seeded_owner()), judged("hostile words", hostile_owner())]
        for owner, name in imported(given.folder, given.most) if given.folder else ():
            done.append(judged(name, owner))
            owner.delete()
    for one in done:
        print(f"{'wrong' if one.wrong else 'equal'}  {one.rows:>7} rows {one.accounts:>3} accounts  {one.name}")
        for line in one.wrong:
            print(f"       {line}")
    bad = sum(bool(one.wrong) for one in done)
    print(f"{len(done)} ledgers, {sum(one.rows for one in done):,} rows, {bad} with a difference")
    return int(bad > 0 or not done[0].rows)


def seeded_owner() -> User:
    from accounts.models import User
    from transactions.services.sample_household import household_seed

    owner = User.objects.create_user("seeded@example.org")
    household_seed(owner=owner, seed=SEED, months=MONTHS, today=TODAY)
    return owner


def hostile_owner() -> User:
    """Every mark that one of the formats gives a meaning to, in every text; odd currencies; transfers across days and
    currencies."""
    from accounts.models import User
    from transactions.services.accounts import account_create
    from transactions.services.categories import category_create
    from transactions.services.payees import payee_create
    from transactions.services.tags import tag_create
    from transactions.services.transactions import TransactionGiven, transaction_create
    from transactions.services.transfers import transfer_create

    owner = User.objects.create_user("hostile@example.org")
    tag_create(owner=owner, name=HOSTILE[0][:80])
    made: dict[str, list[int]] = {}
    for number, (code, kind) in enumerate(KINDS):
        account = account_create(
            owner=owner, name=HOSTILE[number % len(HOSTILE)], currency=code, kind=kind, opening_balance=Decimal(-7)
        )
        category = category_create(owner=owner, name=f"{HOSTILE[number % len(HOSTILE)][:60]} {number}")
        payee = payee_create(owner=owner, name=f"{HOSTILE[-number][:100]} {number}x")
        for row, words in enumerate(HOSTILE):
            amount = Decimal(row * (-1) ** row)
            given: TransactionGiven = {
                "account": account.pk, "booking_date": date(2026, 3, 1 + (row + number) % 3), "amount": amount,
                "description": words, "note": words, "counterparty": words, "payee": payee.pk if row % 2 else None,
                "category": category.pk, "status": "pending" if row % 3 else "cleared",
            }  # fmt: skip
            if row % 4 == 1:
                part = {"amount": amount - 1, "category": category.pk, "note": words[:200]}
                given["splits"] = [{"amount": Decimal(1), "note": words[:200]}, part]  # type: ignore[list-item]
            txn = transaction_create(owner=owner, given=given)
            made.setdefault(f"{code}{kind}", []).append(txn.pk)
    first, *others = made.values()
    for rows, number in zip(others, (1, 3, 5), strict=False):
        transfer_create(owner=owner, outgoing=first[number], incoming=rows[number + 1])
    return owner


def imported(folder: Path, most: int) -> list[tuple[User, str]]:
    from accounts.models import User
    from transactions.models import StatementImport
    from transactions.services.imports import import_start
    from transactions.services.jobs import job_run

    found: list[tuple[User, str]] = []
    for row in index_of(folder):
        if len(found) == most:
            break
        owner = User.objects.create_user(f"file{len(found)}-{row['file'][:8].encode().hex()}@example.org")
        data = (folder / row["file"]).read_bytes()
        record = import_start(owner=owner, file_name=row["file"], data=data, commit=True, accept_assumed=True)
        if record.job_id:
            job_run(job_id=record.job_id)
            record.refresh_from_db()
        if record.status == StatementImport.Status.COMMITTED and record.lines_new:
            found.append((owner, row["file"]))
        else:
            owner.delete()
    return found


def judged(name: str, owner: User) -> Outcome:
    from transactions.ledger.journal_beancount import beancount_lines
    from transactions.ledger.journal_hledger import hledger_lines
    from transactions.ledger.money import from_minor
    from transactions.selectors.journal import journal_book

    book = journal_book(owner=owner)
    closing = book.closing()
    ours = {(book.names[one.id], one.currency): from_minor(closing[one.id], one.currency) for one in book.accounts}
    outcome = Outcome(name, len(book.rows), len(book.accounts))
    with tempfile.TemporaryDirectory(prefix="journals-") as folder:
        for kind, lines in (("beancount", beancount_lines(book)), ("hledger", hledger_lines(book))):
            file = Path(folder) / f"ledger.{kind}"
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
            said, theirs = beancount_says(file) if kind == "beancount" else hledger_says(file)
            if said:
                outcome.wrong.append(f"{kind}: {said}")
            for key, amount in ours.items():
                if theirs.get(key, Decimal(0)) != amount:
                    outcome.wrong.append(f"{kind}: {key[0]} is {theirs.get(key)} there and {amount} {key[1]} here")
    return outcome


def beancount_says(file: Path) -> tuple[str, Balances]:
    """What bean-check complains about, and the balances by account and currency."""
    from beancount import loader
    from beancount.core.data import Transaction

    check = Path(sys.executable).with_name("bean-check")
    run = subprocess.run([check, file], capture_output=True, text=True, timeout=PATIENCE, check=False)
    entries, errors, _ = loader.load_file(str(file))
    found: Balances = {}
    for entry in entries:
        for posting in entry.postings if isinstance(entry, Transaction) else ():
            units: Any = posting.units
            key = (posting.account, units.currency)
            found[key] = found.get(key, Decimal(0)) + units.number
    said = "" if run.returncode == 0 and not errors else (run.stderr or run.stdout or str(errors[:1]))[:400]
    return said, found


def hledger_says(file: Path) -> tuple[str, Balances]:
    """What `hledger check` complains about, and the balances by account and currency."""
    check = ["hledger", "-f", str(file), "check", "--strict", "ordereddates"]
    run = subprocess.run(check, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if run.returncode:
        return run.stderr[:400] or "it ended badly", {}
    listed = ["hledger", "-f", str(file), "balance", "--flat", "--no-total", "--empty", "--layout=tidy", "-O", "csv"]
    run = subprocess.run(listed, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if run.returncode:
        return run.stderr[:400], {}
    rows = csv.DictReader(io.StringIO(run.stdout))
    return "", {(row["account"], row["commodity"]): Decimal(row["value"].replace(",", "")) for row in rows}


if __name__ == "__main__":
    sys.exit(main())
