"""Whoever changes a transaction writes it down. Read from the sources, so that a new writer is noticed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from transactions import services

FOLDER = Path(services.__file__).parent
TABLES = {"Transaction", "Split", "TransactionTag", "Transfer"}
WRITES = {
    "update", "delete", "create", "bulk_create", "bulk_update", "save", "get_or_create", "update_or_create",
    "_raw_delete",
}  # fmt: skip
WRITERS = {"insert_rows", "insert_values", "delete_transactions", "states_write"}
"""Functions that write whatever they are given."""

UNDERNEATH = {
    "history_apply": "writes what the change around it brings back",
    "history_settle": "the same",
    "row_removal": "is called inside a change, or by an import",
    "transfers.bump": "is called inside a change",
    "transfers.transfers_recheck": "is called inside a change",
    "tags.tags_set": "is called inside a change",
    "rule_runs.rule_write": "is called inside a change, or by an import",
    "bulk.insert_rows": "writes what it is given",
}
WHOLE = {
    "import_merge": "an import is one change, which its roll-back takes back",
    "import_promote": "the same",
    "import_rollback": "the same",
    "import_unmake": "the same",
    "import_write": "the same",
    "transfers.transfers_find": "the same: links that an import proposes",
    "restore_steps": "fills an empty ledger, history and all",
}


@dataclass
class Function:
    """`is_writing`: of rows. `is_told`: inside or handed a change. `calls`: functions of the same module."""

    is_writing: bool = False
    is_told: bool = False
    calls: set[str] = field(default_factory=set)


def names_in(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def targets_of(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What is given a value in it, and the value."""
    for one in ast.walk(node):
        if isinstance(one, ast.Assign):
            yield from ((target, one.value) for target in one.targets)
        elif isinstance(one, ast.For | ast.comprehension):
            yield one.target, one.iter


def rows_in(node: ast.FunctionDef) -> set[str]:
    """Names that stand for rows of the four tables: by their annotation, or by where they come from."""
    arguments = [*node.args.args, *node.args.kwonlyargs]
    found = {one.arg for one in arguments if one.annotation and names_in(one.annotation) & TABLES}
    for _ in range(3):
        for target, value in targets_of(node):
            if names_in(value) & (TABLES | found):
                found |= names_in(target)
    return found


def writes_rows(node: ast.FunctionDef) -> bool:
    rows = rows_in(node)
    for call in (one for one in ast.walk(node) if isinstance(one, ast.Call)):
        if isinstance(call.func, ast.Attribute) and call.func.attr in WRITES:
            if names_in(call.func.value) & (TABLES | rows):
                return True
        elif isinstance(call.func, ast.Name) and call.func.id in WRITERS:
            is_plain_insert = call.func.id.startswith("insert") and bool(call.args)
            if not is_plain_insert or names_in(call.args[0]) & (TABLES | {"model", "table"}):
                return True
    return False


def functions_of(path: Path) -> dict[str, Function]:
    found: dict[str, Function] = {}
    tree = ast.parse(path.read_text())
    for node in (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)):
        annotations = [one.annotation for one in [*node.args.args, *node.args.kwonlyargs] if one.annotation]
        is_handed = any("LedgerChange" in names_in(one) for one in annotations)
        calls = {one.func.id for one in ast.walk(node) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}
        found[node.name] = Function(writes_rows(node), is_handed or "ledger_change" in calls, calls)
    return found


def untold(path: Path) -> set[str]:
    """Functions of the module that write rows, where neither they nor all who call them are inside a change."""
    functions = functions_of(path)
    told = {name for name, one in functions.items() if one.is_told}
    for _ in functions:
        for name in functions.keys() - told:
            callers = {other for other, one in functions.items() if name in one.calls and other != name}
            if callers and callers <= told:
                told.add(name)
    return {name for name, one in functions.items() if one.is_writing and name not in told}


def test_every_writer_of_rows_is_inside_a_change_or_named_here() -> None:
    known = UNDERNEATH | WHOLE
    found = {f"{path.stem}.{name}" for path in sorted(FOLDER.glob("*.py")) for name in untold(path)}
    unknown = {name for name in found if name not in known and name.partition(".")[0] not in known}
    assert unknown == set(), "Wrap these in ledger_change, or say here why not."
    modules = {name.partition(".")[0] for name in found}
    assert {name for name in known if name not in found | modules} == set(), "These write no rows any more."


def test_a_writer_without_a_change_is_noticed(tmp_path: Path) -> None:
    module = tmp_path / "new.py"
    module.write_text(
        "def told(owner):\n    with ledger_change(owner=owner) as change:\n        _inner([1])\n"
        "def _inner(ids):\n    mine = Transaction.objects.filter(pk__in=ids)\n    mine.update(note='')\n"
        "def direct(ids):\n    Transaction.objects.filter(pk__in=ids).delete()\n"
        "def row(txn: Transaction):\n    txn.save()\n"
        "def looped():\n    for one in Split.objects.all():\n        one.delete()\n"
        "def reads():\n    return Transaction.objects.filter(pk=1).values()\n"
        "def bulk(rows):\n    insert_rows(Transaction, ('note',), rows)\n"
    )
    assert untold(module) == {"direct", "row", "looped", "bulk"}
