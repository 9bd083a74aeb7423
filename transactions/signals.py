"""News that travels upward, sent after the commit. Receivers live in the apps above."""

from django.dispatch import Signal

statement_imported = Signal()
"""Sent with `owner` (User) and `statement_import_id` when an import has been committed."""

ledger_changed = Signal()
"""Sent with `owner` (User) when transactions of an owner changed other than by import."""

sample_removed = Signal()
"""Sent with `owner` (User) and `transaction_ids` (frozenset) while the demo household leaves, within that database
transaction: what was made of its rows leaves with them, or nothing does."""
