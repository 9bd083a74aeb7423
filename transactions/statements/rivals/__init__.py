"""Readers for the exports of other finance programs: accounts, categories, transfers, tags and splits come along."""

from __future__ import annotations

from transactions.statements.parsed import StatementReader
from transactions.statements.rivals.actual_csv import ActualCsvReader
from transactions.statements.rivals.actual_db import ActualZipReader
from transactions.statements.rivals.beancount import BeancountReader
from transactions.statements.rivals.firefly import FireflyReader
from transactions.statements.rivals.gnucash_csv import GnucashCsvReader
from transactions.statements.rivals.gnucash_xml import GnucashXmlReader
from transactions.statements.rivals.hledger import HledgerReader
from transactions.statements.rivals.layouts import LAYOUT_READERS
from transactions.statements.rivals.ynab import YnabReader
from transactions.statements.rivals.ynab_zip import YnabZipReader

RIVAL_READERS: tuple[StatementReader, ...] = (
    FireflyReader(),
    ActualCsvReader(),
    ActualZipReader(),
    YnabReader(),
    YnabZipReader(),
    GnucashCsvReader(),
    GnucashXmlReader(),
    BeancountReader(),
    HledgerReader(),
    *LAYOUT_READERS,
)
