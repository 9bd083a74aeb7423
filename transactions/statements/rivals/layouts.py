"""The exports in which every row is one movement of one account: which program writes which columns.

A program is known by columns that no bank writes, or by the whole of its header.
"""

from __future__ import annotations

from functools import partial

from transactions.statements.folding import fold
from transactions.statements.rivals.layout_reader import INCOME, REVERSED, SPENDING, Layout, LayoutReader
from transactions.statements.rivals.tables import Row, Table
from transactions.statements.rivals.values import escaped_tags, space_tags, tags_of

_MONEY_MANAGER = {
    "income": INCOME, "transfer in": INCOME, "income balance": INCOME, "inc": INCOME,
    "expense": SPENDING, "exp": SPENDING, "transfer out": SPENDING, "expense balance": SPENDING,
}  # fmt: skip


def _mint_direction(table: Table, row: Row) -> str:
    return {"debit": SPENDING, "credit": INCOME}.get(table.cell(row, "transaction type").casefold(), "")


def _money_manager_direction(table: Table, row: Row) -> str:
    return _MONEY_MANAGER.get(fold(table.cell(row, "income expense")), "")


def _money_manager_other(table: Table, row: Row) -> str:
    """Transfers name the account on the other side where other rows name their category."""
    return table.cell(row, "category") if fold(table.cell(row, "income expense")).startswith("transfer") else ""


MINT = Layout(
    "mint", "Mint",
    required=("date", "description", "original description", "amount", "transaction type", "category", "account name"),
    optional=("labels", "notes"),
    account="account name", payee="description", description="original description", note="notes", tags="labels",
    read_tags=space_tags, direction=_mint_direction,
)  # fmt: skip

MONARCH = Layout(
    "monarch", "Monarch",
    required=("date", "merchant", "category", "account", "original statement", "notes", "amount"),
    optional=("tags", "owner", "reviewed", "business entity"),
    payee="merchant", description="original statement", note="notes",
)  # fmt: skip

COPILOT = Layout(
    "copilot", "Copilot",
    required=("date", "name", "amount", "status", "category", "parent category", "excluded", "type", "account"),
    payee="name", category=("parent category", "category"), note="note", account_number="account mask", sign=REVERSED,
    is_pending=lambda table, row: table.cell(row, "status").casefold() == "pending",
)  # fmt: skip

ROCKET_MONEY = Layout(
    "rocketmoney", "Rocket Money",
    required=("date", "original date", "account type", "account name", "institution name", "name", "custom name",
              "amount", "description", "category", "note", "ignored from"),
    account="account name", payee="name", description="description", note="note", tags="transaction tags",
    account_number="account number", account_type="account type", sign=REVERSED,
)  # fmt: skip

SURE = Layout(
    "sure", "Sure or Maybe",
    required=("date", "account name", "amount", "name", "category", "tags", "notes", "currency"), optional=(),
    account="account name", payee="name", currency="currency", note="notes", date_order="YMD", sign=REVERSED,
    read_tags=escaped_tags,
)  # fmt: skip

EMPOWER = Layout(
    "empower", "Empower (Personal Capital)",
    required=("date", "account", "description", "category", "tags", "amount"), optional=(),
    payee="description",
)  # fmt: skip

POCKETSMITH = Layout(
    "pocketsmith", "PocketSmith",
    required=("date", "merchant", "merchant changed from", "amount", "currency", "transaction type", "account",
              "category", "parent categories", "labels"),
    payee="merchant", description="memo", category=("parent categories", "category"), currency="currency", note="note",
    tags="labels", external_id="id", account_number="account number",
)  # fmt: skip

SPENDEE = Layout(
    "spendee", "Spendee",
    required=("date", "wallet", "type", "category name", "amount", "currency", "note"), optional=("labels", "author"),
    account="wallet", payee="", category=("category name",), currency="currency", note="note", tags="labels",
)  # fmt: skip

WALLET = Layout(
    "wallet", "Wallet by BudgetBakers",
    required=("account", "category", "currency", "amount", "ref currency amount", "type", "payment type", "note",
              "date", "transfer"),
    currency="currency", note="note", tags="labels", read_tags=partial(tags_of, separator="|"),
)  # fmt: skip

TOSHL = Layout(
    "toshl", "Toshl",
    required=("date", "account", "category", "tags", "expense amount", "income amount", "currency",
              "in main currency", "main currency"),
    in_and_out=("income amount", "expense amount"), payee="", currency="currency", note="description",
)  # fmt: skip

MONEY_MANAGER = Layout(
    "moneymanager", "Money Manager",
    required=("date", "account", "category", "subcategory", "note", "income expense", "amount", "currency"),
    payee="note", category=("category", "subcategory"), currency="currency", note="description", tags="",
    direction=_money_manager_direction, transfer_to=_money_manager_other,
)  # fmt: skip

LAYOUTS = (
    MINT, MONARCH, COPILOT, ROCKET_MONEY, SURE, EMPOWER, POCKETSMITH, SPENDEE, WALLET, TOSHL, MONEY_MANAGER,
)  # fmt: skip
LAYOUT_READERS = tuple(LayoutReader(layout) for layout in LAYOUTS)
