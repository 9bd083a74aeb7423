"""Running rules over many rows as a job, in short steps. Interrupted anywhere it is taken up where it stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.db import transaction

from accounts.models import User
from transactions.ledger.rules import Rule
from transactions.ledger.rules_actions import Action
from transactions.models import Job
from transactions.selectors.search import query_read
from transactions.services.job_claim import JobClaim
from transactions.services.job_kinds import LONG, Effects, JobKind, register_kind
from transactions.services.jobs import job_request
from transactions.services.news import announce_change
from transactions.services.rule_runs import RunChoice, rule_change, rule_count, rule_write, rules_asked
from transactions.services.steps import Part, Reached, step_through

JOB_KIND = "rules_run"


def rules_run_request(*, owner: User, choice: RunChoice) -> Job:
    """The job that does it, made if the same is not under way; the caller hands it to dispatch.enqueue. DomainError
    when the query makes no sense."""
    query_read(choice.query, field="query")
    args = {
        "rules": None if choice.rules is None else sorted(choice.rules),
        "ids": None if choice.ids is None else sorted(choice.ids),
        "query": choice.query,
        "overrule": choice.overrule,
    }
    digest = hashlib.sha256(json.dumps(args, sort_keys=True).encode()).hexdigest()[:16]
    job, _ = job_request(owner=owner, kind=JOB_KIND, key=f"{JOB_KIND}_{owner.pk}_{digest}", args=args)
    return job


@dataclass(frozen=True, slots=True)
class RulesReached:
    """How far a run is. `sets`: the change of each rule that has begun, rule id -> number; `finished`: rules."""

    matched: int
    changed: int = 0
    sets: dict[str, int] = field(default_factory=dict)
    finished: tuple[int, ...] = ()

    @classmethod
    def of(cls, result: dict[str, Any] | None, matched: int) -> RulesReached:
        if result is None:
            return cls(matched)
        return cls(result["matched"], result["changed"], result["sets"], tuple(result["finished"]))

    def after(self, rule: Rule, reached: Reached) -> RulesReached:
        sets = self.sets if reached.change_set is None else {**self.sets, str(rule.rule_id): reached.change_set}
        return replace(self, changed=self.changed + reached.changed, sets=sets)

    def without(self, rule: Rule) -> RulesReached:
        return replace(self, finished=(*self.finished, rule.rule_id))

    @property
    def result(self) -> dict[str, Any]:
        return {**asdict(self), "finished": list(self.finished), "change_sets": sorted(self.sets.values())}


def run(claim: JobClaim) -> Effects:
    args, owner = claim.job.args, claim.job.acting_owner()
    choice = RunChoice(args["rules"], args["ids"], args["query"], args["overrule"])
    claim.stage("asking the rules", 5)
    rules, hits, matched = rules_asked(owner=owner, choice=choice)
    state = RulesReached.of(claim.job.result, matched)
    for at, rule in enumerate(rules):
        if rule.rule_id not in state.finished:
            shares = 30 + 65 * at // len(rules), 30 + 65 * (at + 1) // len(rules)
            state = _do(claim, rule, hits[rule.rule_id], state, shares)
    if state.sets:
        announce_change(owner)
    return lambda: claim.keep(state.result)


def _do(
    claim: JobClaim, rule: Rule, rows: Mapping[int, list[Action]], state: RulesReached, shares: tuple[int, int]
) -> RulesReached:
    """One rule in short steps that are one change. A row that another attempt has done already is as it should be."""
    owner, overrule = claim.job.acting_owner(), bool(claim.job.args["overrule"])

    def step(numbers: list[int], before: Reached) -> Reached:
        with rule_change(owner=owner, rule=rule, further=before.change_set) as change:
            change.watch(numbers)
            there = change.there(numbers)
            rule_write(owner, rule, rows, there, overrule=overrule)
        skipped = len(numbers) - len(there)
        return before.with_step(changed=change.row_count, skipped=skipped, change_set=change.id)

    part = Part(
        f"“{rule.name[:24]}”",
        Reached(count=len(rows), change_set=state.sets.get(str(rule.rule_id))),
        lambda reached: state.after(rule, reached).result,
        *shares,
    )
    reached = step_through(claim, sorted(rows), step, part)
    found = state.after(rule, reached).without(rule)
    with transaction.atomic():
        claim.reached(claim.job.stage, shares[1], found.result, is_told=False)
        rule_count(rule, len(rows))
    return found


def task_args(job: Job) -> list[Any]:
    return [job.pk]


def register() -> None:
    """Called when the app is loaded."""
    register_kind(JobKind(name=JOB_KIND, task="transactions.tasks.run_job", task_args=task_args, run=run, seconds=LONG))
