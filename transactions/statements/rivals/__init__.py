"""Readers for the exports of other finance programs: accounts, categories, transfers, tags and splits come along."""

from __future__ import annotations

from transactions.statements.parsed import StatementReader
from transactions.statements.rivals.actual_csv import ActualCsvReader
from transactions.statements.rivals.beancount import BeancountReader
from transactions.statements.rivals.firefly import FireflyReader
from transactions.statements.rivals.layouts import LAYOUT_READERS
from transactions.statements.rivals.ynab import YnabReader

RIVAL_READERS: tuple[StatementReader, ...] = (
    FireflyReader(), ActualCsvReader(), YnabReader(), *LAYOUT_READERS,
)  # fmt: skip
