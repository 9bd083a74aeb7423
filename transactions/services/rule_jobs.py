"""Running rules over many rows as a job. Interrupted anywhere and run again, it ends the same."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from accounts.models import User
from transactions.models import Job
from transactions.selectors.search import query_read
from transactions.services.job_claim import JobClaim
from transactions.services.job_kinds import Effects, JobKind, no_effects, register_kind
from transactions.services.jobs import job_request
from transactions.services.rule_runs import RunChoice, rules_run

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


def run(claim: JobClaim) -> Effects:
    args = claim.job.args
    choice = RunChoice(args["rules"], args["ids"], args["query"], args["overrule"])
    rules_run(owner=claim.job.owner, choice=choice, tell=claim.stage)
    return no_effects


def task_args(job: Job) -> list[Any]:
    return [job.pk]


def register() -> None:
    """Called when the app is loaded."""
    register_kind(JobKind(name=JOB_KIND, task="transactions.tasks.run_job", task_args=task_args, run=run))
