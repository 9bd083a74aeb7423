"""Bulk reads into columns for the analysis. The only place where report inputs are gathered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accounts.errors import DomainError
from accounts.models import User
from advisory.narration.voice import Language
from advisory.selectors.reports import inputs_hash
from transactions.ledger.columns import AccountState, Columns
from transactions.ledger.period import Period
from transactions.selectors.columns import account_states, columns_for
from transactions.selectors.evidence import states_before
from transactions.selectors.summary import base_currency

LOOKS = 5
BUSY = "Your transactions kept changing while the report was read. Ask again in a moment."


@dataclass(frozen=True, slots=True)
class ReportInputs:
    """Everything one report is computed from, and the hash that stands for it. `states`: by transaction id."""

    columns: Columns
    accounts: Sequence[AccountState]
    period: Period
    namespace: str
    base_currency: str
    is_partial: bool
    input_hash: str
    states: Mapping[int, str]
    language: Language


def report_inputs(*, owner: User, period: Period, partial: bool) -> ReportInputs:
    """Read until two looks at the ledger agree, so that a write in between cannot mix two states.

    A long read transaction would hold SQLite's write lock here; looking twice costs one cheap hash instead.
    """
    before = inputs_hash(owner, period, partial)
    for _ in range(LOOKS):
        inputs = ReportInputs(
            columns=columns_for(owner=owner, end=period.end),
            accounts=account_states(owner=owner, as_of=period.end),
            period=period,
            namespace=f"user:{owner.pk}",
            base_currency=base_currency(owner=owner),
            is_partial=partial,
            input_hash=before,
            states=states_before(owner=owner, end=period.end),
            language="de" if owner.language == User.Language.GERMAN else "en",
        )
        after = inputs_hash(owner, period, partial)
        if after == before:
            return inputs
        before = after
    raise DomainError("busy", BUSY)
