"""Small invented files, one per class of trouble, each with what a right reading gives.

The JSON beside each file was read through by eye. To see a change as a difference, run
`python -m transactions.tests.statements.regenerate` and look at what git says.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from transactions.statements.parsed import ReaderContext
from transactions.statements.registry import read_statement
from transactions.tests.statements.conftest import TODAY, as_json

FOLDER = Path(__file__).parent / "golden"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reads_as_expected(path: Path) -> None:
    statement = read_statement(path.read_bytes(), ReaderContext(today=TODAY))

    assert as_json(statement) == path.with_name(f"{path.name}.json").read_text(encoding="utf-8")
