"""What the user has said so far, as the rules of advice read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from accounts.access import visible_to
from accounts.models import User
from advisory.analysis.advice.inputs import Said
from advisory.analysis.history import last_full_month
from advisory.analysis.outcomes.accepted import COUNTED_DAYS
from advisory.models import Advice, RecurringSeries
from advisory.selectors.budget_states import budget_states
from advisory.selectors.debts import payoffs_said
from advisory.services.advice import cooling_down

Status = Advice.Status
ANSWERED = (Status.ACCEPTED, Status.DONE, Status.DISMISSED)
TAKEN = (Status.ACCEPTED, Status.DONE)


def said_by(*, owner: User, as_of: date) -> Said:
    """Assumptions, answers, and what the series are said to be. An assumption outlives the advice it was said of."""
    rows = list(visible_to(Advice.objects.order_by("pk"), owner))
    series = visible_to(RecurringSeries.objects.exclude(payee_key=""), owner)
    accepted = [row for row in rows if row.status == Status.ACCEPTED]
    a_year_ago = as_of - timedelta(days=COUNTED_DAYS)
    counted = [row for row in rows if row.status in TAKEN and row.accepted_at and row.accepted_at.date() > a_year_ago]
    return Said(
        values=with_rates(owner, assumed(rows)),
        unused=frozenset(series.filter(unused_on__isnull=False).values_list("payee_key", flat=True)),
        cancelled={
            key: day for key, day in series.filter(cancelled_on__isnull=False).values_list("payee_key", "cancelled_on")
            if day is not None
        },
        claimed=frozenset(pk for row in [*accepted, *counted] for pk in row.transactions),
        resting=frozenset(cooling_down(owner=owner, as_of=as_of) | {row.dedup_key for row in accepted}),
        answers=_answers(rows),
        budgets=budget_states(owner=owner, month=last_full_month(as_of)),
    )  # fmt: skip


def assumed(rows: Iterable[Advice]) -> dict[str, dict[str, str]]:
    """{advice key: {assumption: text}} of what users said, the newest row of a key last and strongest."""
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        said = {each["key"]: each["value"] for each in row.assumptions if each.get("source") == "user"}
        if said:
            found.setdefault(row.dedup_key, {}).update(said)
    return found


def with_rates(owner: User, said: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """With the rates that the owner states for debts, which advice on refinancing need not ask for again; what was said
    to the advice itself stands over them."""
    for terms in payoffs_said(owner=owner).terms:
        said.setdefault(f"A11:account={terms.account_id}", {}).setdefault("apr", f"{terms.rate / 100:f}")
    return said


def _answers(rows: Iterable[Advice]) -> dict[str, tuple[int, int]]:
    taken = Counter(row.rule for row in rows if row.status in TAKEN)
    refused = Counter(row.rule for row in rows if row.status == Status.DISMISSED)
    return {rule: (taken[rule], refused[rule]) for rule in taken.keys() | refused.keys()}


def advice_words(*, owner: User) -> list[tuple[Any, ...]]:
    """The user's word about advice, for the hash of everything a run sees."""
    rows = visible_to(Advice.objects.order_by("pk"), owner)
    answered = rows.filter(status__in=ANSWERED).values_list("dedup_key", "status", "cool_down_until")
    return [*answered, *sorted((key, sorted(said.items())) for key, said in assumed(rows).items())]
