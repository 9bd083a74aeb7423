from transactions.models.category import CategorisationRule, Category
from transactions.models.job import Job, JobEvent, PoolSeat
from transactions.models.ledger_account import LedgerAccount
from transactions.models.payee import Payee
from transactions.models.rollup import MonthlyRollup
from transactions.models.statement import Statement, StatementImport, StatementLine
from transactions.models.transaction import Split, Transaction, Transfer

__all__ = [
    "CategorisationRule",
    "Category",
    "Job",
    "JobEvent",
    "LedgerAccount",
    "MonthlyRollup",
    "Payee",
    "PoolSeat",
    "Split",
    "Statement",
    "StatementImport",
    "StatementLine",
    "Transaction",
    "Transfer",
]
