"""From what a bank wrote to whom it was paid: one stable key a payee, with channel, processor and city taken apart."""

from advisory.analysis.payees.merging import MergeProposal, merge_proposals
from advisory.analysis.payees.payee import VERSION, Payee, normalise, resolve_alias

__all__ = ["VERSION", "MergeProposal", "Payee", "merge_proposals", "normalise", "resolve_alias"]
