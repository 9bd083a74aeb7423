"""Write the golden JSON anew; what changed is then read through by eye."""

from __future__ import annotations

from transactions.statements.parsed import ReaderContext
from transactions.statements.registry import read_statement
from transactions.tests.statements.conftest import TODAY, as_json
from transactions.tests.statements.test_golden import FILES


def main() -> None:
    for path in FILES:
        statement = read_statement(path.read_bytes(), ReaderContext(today=TODAY))
        path.with_name(f"{path.name}.json").write_text(as_json(statement), encoding="utf-8")


if __name__ == "__main__":
    main()
