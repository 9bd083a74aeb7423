"""Whether a stack is as if nothing had been killed: what ended, what was tried again, what lies on the disk."""

from __future__ import annotations

import hashlib
import json

from spendwise_project.supervisor import readiness
from tests.stack.running import Stack


def is_back(stack: Stack, role: str, before: int, interrupted: set[int], newest: int) -> bool:
    """A new process, everything ready, what was interrupted has ended, and something has been finished since."""
    if stack.child(role) == before or readiness.missing_parts(stack.port):
        return False
    running = {job for (job,) in stack.rows("SELECT id FROM transactions_job WHERE status IN ('queued', 'running')")}
    since = f"SELECT count(*) FROM transactions_jobevent WHERE kind = 'finished' AND id > {newest}"  # noqa: S608 - a number
    return not running & interrupted and stack.rows(since)[0][0] > 0


def succeeded(stack: Stack) -> set[int]:
    return {report for (report,) in stack.rows("SELECT id FROM advisory_report WHERE status = 'succeeded'")}


def tried_again(stack: Stack) -> int:
    return int(stack.rows("SELECT count(*) FROM transactions_job WHERE attempt > 1")[0][0])


def gaps_in_versions(stack: Stack) -> list[tuple[int, ...]]:
    query = "SELECT owner_id, count(*), max(version) FROM advisory_report GROUP BY owner_id, month"
    return [row for row in stack.rows(query) if row[1] != row[2]]


def damaged_files(stack: Stack) -> list[str]:
    """Files that are missing or not what the table says they are."""
    damaged = []
    for folder, files in stack.rows("SELECT folder, files FROM advisory_report"):
        for about in (json.loads(files) if isinstance(files, str) else files).values():
            path = stack.data / "media" / folder / about["name"]
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != about["sha256"]:
                damaged.append(str(path))
    return damaged
