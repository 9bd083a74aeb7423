from transactions.models.attachment import Attachment
from transactions.models.category import Category
from transactions.models.history import Change, ChangeSet
from transactions.models.idempotency import IdempotencyKey
from transactions.models.job import Job, JobEvent, PoolSeat
from transactions.models.ledger_account import LedgerAccount
from transactions.models.payee import Payee
from transactions.models.payee_alias import PayeeAlias
from transactions.models.rate import ExchangeRate
from transactions.models.reconciliation import Reconciliation, ReconciliationRow
from transactions.models.rollup import CategoryRollup, KeptSum, MonthlyRollup, StaleMonth
from transactions.models.rule import Rule, RuleProposal
from transactions.models.saved_search import SavedSearch
from transactions.models.statement import (
    DuplicateReview,
    ImportProfile,
    MergedTransaction,
    Statement,
    StatementImport,
    StatementLine,
)
from transactions.models.tag import Tag, TransactionTag
from transactions.models.transaction import Split, Transaction, Transfer

__all__ = [
    "Attachment",
    "Category",
    "CategoryRollup",
    "Change",
    "ChangeSet",
    "DuplicateReview",
    "ExchangeRate",
    "IdempotencyKey",
    "ImportProfile",
    "Job",
    "JobEvent",
    "KeptSum",
    "LedgerAccount",
    "MergedTransaction",
    "MonthlyRollup",
    "Payee",
    "PayeeAlias",
    "PoolSeat",
    "Reconciliation",
    "ReconciliationRow",
    "Rule",
    "RuleProposal",
    "SavedSearch",
    "Split",
    "StaleMonth",
    "Statement",
    "StatementImport",
    "StatementLine",
    "Tag",
    "Transaction",
    "TransactionTag",
    "Transfer",
]
