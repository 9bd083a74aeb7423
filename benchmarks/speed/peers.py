"""Other finance programs with the same rows: what each is given, and the commands that are measured.

What is not installed is named as missing. `install` puts what pip and npm have into a scratch folder; hledger comes
with the distribution.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.speed.rounds import Step, module
from benchmarks.speed.served import Server, free_port, started

HERE = Path(__file__).parent
INCOME = "Salary"
PIP = ("beancount", "fava")
NPM = "@actual-app/api"


def install(scratch: Path, tell: Callable[[str], None]) -> None:
    """What is there is left as it is; what cannot be had is told of."""
    scratch.mkdir(parents=True, exist_ok=True)
    if not (scratch / "bc" / "bin" / "fava").exists():
        _try([sys.executable, "-m", "venv", str(scratch / "bc")], tell)
        _try([str(scratch / "bc" / "bin" / "pip"), "install", "-q", *PIP], tell)
    if not (scratch / "limits").exists():
        _try(
            [str(scratch / "bc" / "bin" / "pip"), "install", "-q", "--target", str(scratch / "limits"), "orjson"], tell
        )
    if not (scratch / "actual" / "node_modules").exists():
        (scratch / "actual").mkdir(exist_ok=True)
        _try(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(scratch / "actual"), NPM], tell)


def missing(scratch: Path) -> list[str]:
    there = {
        "hledger": shutil.which("hledger") is not None,
        "beancount": (scratch / "bc" / "bin" / "bean-check").exists(),
        "fava": (scratch / "bc" / "bin" / "fava").exists(),
        "Actual": (scratch / "actual" / "node_modules" / NPM).exists() and shutil.which("node") is not None,
    }
    return [name for name, is_there in there.items() if not is_there]


def versions(scratch: Path) -> dict[str, str]:
    """What each says about itself."""
    asked = {
        "hledger": ["hledger", "--version"],
        "beancount": [str(scratch / "bc" / "bin" / "bean-check"), "--version"],
        "fava": [str(scratch / "bc" / "bin" / "fava"), "--version"],
    }
    gone = missing(scratch)
    found = {}
    for name, command in asked.items():
        if name not in gone:
            said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
            number = re.search(r"\d+(\.\d+)+", said)
            found[name] = number[0] if number else "?"
    if "Actual" not in gone:
        package = scratch / "actual" / "node_modules" / NPM / "package.json"
        found["Actual"] = str(json.loads(package.read_text())["version"])
    return found


def steps(scratch: Path, data: Path, *, has_actual: bool) -> Iterator[Step]:
    """Imports, as far as the programs are there."""
    gone = missing(scratch)
    convert(data)
    if "hledger" not in gone:
        command = ["hledger", "import", "--dry-run", "-f", str(data / "empty.journal"),
                   "--rules-file", str(data / "hledger.rules"), str(data / "all.csv")]  # fmt: skip
        yield Step("hledger import", module("whole", *command), ready=lambda: _forget(data))
    if "beancount" not in gone:
        command = [str(scratch / "bc" / "bin" / "bean-check"), "--no-cache", str(data / "books.beancount")]
        yield Step("beancount load", module("whole", *command))
    if has_actual and "Actual" not in gone:
        store = data / "actual"
        yield Step(
            "Actual import",
            ["node", str(HERE / "actual.mjs"), str(scratch / "actual"), str(store), str(data)],
            ready=lambda: shutil.rmtree(store, ignore_errors=True),
        )


def fava_server(scratch: Path, data: Path, log: Path) -> AbstractContextManager[Server]:
    port = free_port()
    command = [str(scratch / "bc" / "bin" / "fava"), "-H", "127.0.0.1", "-p", str(port), str(data / "books.beancount")]
    return started("fava", command, port, env={}, log=log, ready="/household/api/changed")


def convert(data: Path) -> None:
    """The rows as beancount and hledger take them, next to `all.csv`."""
    if (data / "books.beancount").exists():
        return
    rules = json.loads((data / "rules.json").read_text())
    (data / "empty.journal").touch()
    accounts: dict[str, str] = {}
    lines: list[str] = []
    first = ""
    with (data / "all.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            first = first or row["date"]
            own, other = f"Assets:{row['account']}", _category(row["category"])
            accounts |= {own: "", other: ""}
            lines.append(
                f'{row["date"]} * "{row["shop"]}" "{row["text"]}"\n'
                f"  {own}  {row['amount']} {row['currency']}\n  {other}\n"
            )
    opened = ['option "title" "household"', *(f"{first} open {name}" for name in accounts)]
    (data / "books.beancount").write_text("\n".join([*opened, "", *lines]))
    (data / "hledger.rules").write_text("\n".join(_hledger(rules)))


def _hledger(rules: dict[str, str]) -> Iterator[str]:
    yield "skip 1\nfields date, description, shop, amount, currency, ledger, kind\ndate-format %Y-%m-%d"
    yield "account1 Assets:%ledger\naccount2 Expenses:Unknown\n"
    for fragment, name in rules.items():
        yield f"if {fragment}\n  account2 {_category(name)}\n"


def _category(name: str) -> str:
    return f"{'Income' if name == INCOME else 'Expenses'}:{name}"


def _forget(data: Path) -> None:
    (data / ".latest.all.csv").unlink(missing_ok=True)


def _try(command: list[str], tell: Callable[[str], None]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        tell(f"{command[0]}: {error.strerror}")
    else:
        if done.returncode:
            tell(f"{Path(command[0]).name} {' '.join(command[1:3])}: {done.stderr[-300:]}")
