"""Ids that stand inside JSON and plain numbers, carried over to the ids that rows get where they are restored.

A mapper takes the name of a table and an old id, and gives the new one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Mapper = Callable[[str, int], int]
TABLES = {
    "account": "LedgerAccount",
    "category": "Category",
    "payee": "Payee",
    "tag": "Tag",
    "transaction": "Transaction",
}


def _mapped(value: Any, table: str, new: Mapper) -> Any:
    if isinstance(value, list):
        return [_mapped(one, table, new) for one in value]
    return new(table, value) if isinstance(value, int) and not isinstance(value, bool) else value


def _numbers(value: Any, table: str, new: Mapper) -> Any:
    """The same where nothing but numbers may stand: the mapper refuses whatever else an archive has there, which
    would be looked up as it is."""
    if isinstance(value, list):
        return [_numbers(one, table, new) for one in value]
    return None if value is None else new(table, value)


def _each(rows: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    return [change(row) if isinstance(row, dict) else row for row in rows] if isinstance(rows, list) else rows


def _ids(table: str, new: Mapper, key: str = "id") -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda row: {**row, key: _mapped(row[key], table, new)} if key in row else row


def import_accounts(value: Any, new: Mapper) -> Any:
    return _each(value, _ids("LedgerAccount", new))


def import_matches(value: Any, new: Mapper) -> Any:
    """Rows that each may have a `match` with the transaction's id."""
    return _each(value, lambda row: _with(row, "match", _ids("Transaction", new, "transaction")))


def import_certificate(value: Any, new: Mapper) -> Any:
    if not isinstance(value, dict):
        return value
    changed = {**value, "accounts": import_accounts(value.get("accounts"), new)}
    return {**changed, "duplicates": import_matches(value.get("duplicates"), new)}


def import_made(value: Any, new: Mapper) -> Any:
    if not isinstance(value, dict):
        return value
    tables = {"accounts": "LedgerAccount", "account_changes": "LedgerAccount", "payees": "Payee", "tags": "Tag"}
    found = {name: _each(rows, _ids(tables[name], new)) if name in tables else rows for name, rows in value.items()}
    if "categories" in found:
        by_id, by_parent = _ids("Category", new), _ids("Category", new, "parent")
        found["categories"] = _each(found["categories"], lambda row: by_parent(by_id(row)))
    return found


def merged_before(value: Any, new: Mapper) -> Any:
    """What a transaction was before an import changed it: its links name other transactions."""
    if not isinstance(value, dict):
        return value
    out, into = _ids("Transaction", new, "outgoing_id"), _ids("Transaction", new, "incoming_id")
    return _with(value, "links", lambda link: into(out(link)))


def _with(row: dict[str, Any], key: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """The row with `change` made to the object, or to each of the objects, at `key`."""
    inner = row.get(key)
    if isinstance(inner, dict):
        return {**row, key: change(inner)}
    return {**row, key: _each(inner, change)} if isinstance(inner, list) else row


def snapshot(value: Any, new: Mapper) -> Any:
    """A row as history keeps it; see ledger.history for the names in it."""
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for name, inner in value.items():
        kind, _, rest = name.partition(":")
        if kind == "tag" and rest.isdecimal():
            found[f"tag:{new('Tag', int(rest))}"] = inner
        elif kind == "attachment" and rest.isdecimal():
            found[f"attachment:{new('Attachment', int(rest))}"] = inner
        elif kind == "transfer" and rest.replace(":", "").isdecimal():
            found[":".join([kind, *(str(new("Transaction", int(part))) for part in rest.split(":"))])] = inner
        else:
            found[name] = _snapshot_value(name, inner, new)
    return found


def _snapshot_value(name: str, inner: Any, new: Mapper) -> Any:
    if name in ("account", "payee", "category") and isinstance(inner, dict):
        return _ids(TABLES[name], new)(inner)
    if name == "splits":
        return _each(inner, lambda share: _with(share, "category", _ids("Category", new)))
    if name == "statement_line":
        return _numbers(inner, "StatementLine", new)
    if name == "_bookkeeping" and isinstance(inner, dict):
        return {
            **inner,
            "matched_lines": _numbers(inner.get("matched_lines", []), "StatementLine", new),
            "reviews": _numbers(inner.get("reviews", []), "DuplicateReview", new),
            "merges": [_bookkept_merge(row, new) for row in inner.get("merges", [])],
            **({"merged": _merged(inner["merged"], new)} if isinstance(inner.get("merged"), dict) else {}),
        }
    return inner


def _merged(value: dict[str, Any], new: Mapper) -> dict[str, Any]:
    """What merging did with the bank lines of a row; see services.merge."""
    tables = dict.fromkeys(("told", "dups", "merges", "line", "adopted"), "StatementLine")
    tables |= {"reviews": "DuplicateReview", "answered": "DuplicateReview", "into": "Transaction"}
    return {name: _numbers(value[name], table, new) for name, table in tables.items() if name in value}


def _bookkept_merge(row: Any, new: Mapper) -> Any:
    if not isinstance(row, list) or len(row) != 4:
        return row
    tables = ("StatementImport", "StatementLine", "StatementLine")
    return [
        *(_numbers(value, table, new) for value, table in zip(row, tables, strict=False)),
        merged_before(row[3], new),
    ]


COLUMNS = {
    "parent_id": "Category", "category_id": "Category", "payee_id": "Payee", "account_id": "LedgerAccount",
    "adjustment_id": "Transaction",
}  # fmt: skip


def things_changed(value: Any, new: Mapper) -> Any:
    """Categories, rules and the like in a change: [{table, id, before, after}]; see selectors.things."""
    rows = value if isinstance(value, list) else []
    return [_thing(one, new) for one in rows if isinstance(one, dict)]


def _thing(one: dict[str, Any], new: Mapper) -> dict[str, Any]:
    table = str(one.get("table"))
    found: dict[str, Any] = {"table": table, "id": _numbers(one.get("id", 0), table, new)}
    for side in ("before", "after"):
        state = one.get(side)
        found[side] = _thing_state(state, new) if isinstance(state, dict) else None
    return found


def _thing_state(state: dict[str, Any], new: Mapper) -> dict[str, Any]:
    return {name: _thing_value(name, inner, new) for name, inner in state.items()}


def _thing_value(name: str, inner: Any, new: Mapper) -> Any:
    if name in COLUMNS:
        return _mapped(inner, COLUMNS[name], new)
    if name in ("condition", "actions"):
        return rule_part(inner, new)
    if name == "ticks" and isinstance(inner, list):
        return [[_numbers(row[0], "Transaction", new), *row[1:]] for row in inner if isinstance(row, list) and row]
    return inner


def rule_part(value: Any, new: Mapper) -> Any:
    """Conditions and actions of rules: {"field": "category", "value": 7}, {"type": "set_payee", "payee": 3}."""
    if isinstance(value, list):
        return [rule_part(one, new) for one in value]
    if not isinstance(value, dict):
        return value
    field = value.get("field")
    found = {}
    for name, inner in value.items():
        if name == "value" and field in TABLES:
            found[name] = _mapped(inner, TABLES[field], new)
        elif name in TABLES:
            found[name] = _mapped(inner, TABLES[name], new)
        else:
            found[name] = rule_part(inner, new)
    return found


def taken_row(value: Any, new: Mapper) -> Any:
    """A transaction that an answer took away, kept whole so that the answer can be taken back."""
    if not isinstance(value, dict) or "id" not in value:
        return {}
    return {"id": _numbers(value["id"], "Transaction", new), "state": snapshot(value.get("state"), new)}


INSIDE: dict[str, Callable[[Any, Mapper], Any]] = {
    "StatementImport.accounts": import_accounts,
    "StatementImport.preview": import_matches,
    "StatementImport.duplicates": import_matches,
    "StatementImport.certificate": import_certificate,
    "StatementImport.created_objects": import_made,
    "DuplicateReview.taken": taken_row,
    "MergedTransaction.before": merged_before,
    "ChangeSet.things": things_changed,
    "Change.before": snapshot,
    "Change.after": snapshot,
    "Rule.condition": rule_part,
    "Rule.actions": rule_part,
}
"""How the ids inside a JSON column are found, by table and column."""

PLAIN = {
    "Change.transaction_id": "Transaction",
    "ChangeSet.rule_id": "Rule",
    "Reconciliation.adjustment_id": "Transaction",
    "ReconciliationRow.transaction_id": "Transaction",
    "Attachment.last_transaction_id": "Transaction",
}
"""Columns that name a row by number without being a reference, since the row may be gone: the table they mean."""
