"""Edits of very many rows beside people who use the API: `python -m benchmarks.large_edit [--rows 100000]`.

Starts a SpendWise of its own with that many rows, and lets a reader and a writer, somebody else, ask it meanwhile. One
after the other: a bulk edit of all rows, its undo, an export of everything, and its restore into an empty account. For
each are printed its seconds and how long the other's writes waited at most; 1 is returned when one waited over a
second, a request failed, or the ledger did not come out as it should.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks.large_import import LONG_WAIT, beside, table
from benchmarks.visitor import COMMIT, PATIENCE, ServerFaultError, Visitor, new_visitor
from tests.stack.running import Stack


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    args = parser.parse_args()
    stack = Stack(settings={"SPENDWISE_ACCESS_TOKEN_SECONDS": "3600"})
    try:
        stack.manage("prepare")
        stack.start()
        sys.exit(measure(stack, args.rows))
    finally:
        if stack.process is not None:
            stack.stop()
        stack.remove()


def measure(stack: Stack, rows: int) -> int:
    owner, other, empty = (new_visitor(stack.url) for _ in range(3))
    account = other.call("POST", "/api/accounts/", json={"name": "Cash", "kind": "cash", "currency": "EUR"}).body
    owner.upload("large.csv", table(rows, date(2016, 1, 1)), **COMMIT)
    settle(owner)
    found: dict[str, Any] = {}

    def edit() -> None:
        body = {"query": "", "changes": {"note": "seen", "tags_add": ["all"]}, "expected_count": rows}
        found["edit"] = job_done(owner, owner.call("POST", "/api/transactions/bulk/", json=body).body["job"])

    def undo() -> None:
        answer = owner.call("POST", f"/api/changes/{found['edit']['change_set']}/undo/", json={})
        found["undo"] = job_done(owner, answer.body["job"])

    def export() -> None:
        found["export"] = job_done(owner, owner.call("POST", "/api/export/", json={}).body, keep_id=True)

    def restore() -> None:
        data = owner.http.get(f"/api/export/{found['export']['id']}/file/").content
        answer = empty.call("POST", "/api/restore/", files={"file": ("all.zip", data)})
        found["restore"] = job_done(empty, answer.body)

    works: list[tuple[str, Callable[[], None]]] = [
        ("edit", edit),
        ("undo", undo),
        ("export", export),
        ("restore", restore),
    ]
    went = [watch(stack, other, int(account["id"]), name, work) for name, work in works]
    same = found["export"]["ledger_hash"] == found["restore"]["ledger_hash"]
    whole = found["edit"]["changed"] == found["undo"]["changed"] == rows
    print(f"edited {found['edit']['changed']:,}, undone {found['undo']['changed']:,}, restored the same: {same}")
    return 0 if all(went) and same and whole else 1


def watch(stack: Stack, other: Visitor, account: int, name: str, work: Callable[[], None]) -> bool:
    """Do one work beside the other's requests, and say how both went."""
    began = time.monotonic()
    reads, writes = beside(stack, other, account, work)
    seconds, faults = time.monotonic() - began, [*reads.faults, *writes.faults]
    longest = {kind: max(client.waits) for kind, client in (("reads", reads), ("writes", writes))}
    long = sum(wait > LONG_WAIT for wait in writes.waits)
    print(
        f"{name}: {seconds:.1f} s; of {len(writes.waits)} writes of somebody else {long} waited over a second, the "
        f"longest {longest['writes']:.2f} s; reads {longest['reads']:.2f} s; {len(faults)} requests failed"
    )
    print(*faults[:3], sep="\n", end="\n" if faults else "")
    return not long and not faults


def job_done(visitor: Visitor, job: dict[str, Any], *, keep_id: bool = False) -> dict[str, Any]:
    """The result of a job that has succeeded."""
    deadline = time.monotonic() + PATIENCE
    while job["status"] in ("queued", "running"):
        if time.monotonic() > deadline:
            raise ServerFaultError(f"{job['key']} is {job['status']} after {PATIENCE:.0f} s")
        time.sleep(0.2)
        job = visitor.get(f"/api/jobs/{job['id']}/")
    if job["status"] != "succeeded":
        raise ServerFaultError(f"{job['key']}: {job['status']} {job['error_code']} {job['error_message']}")
    result = dict(job["result"])
    return result | {"id": job["id"]} if keep_id else result


def settle(visitor: Visitor) -> None:
    """Until what the import set off is done: the sums and the report, which are measured elsewhere."""
    deadline = time.monotonic() + PATIENCE
    while visitor.get("/api/jobs/?status=running")["results"] or visitor.get("/api/jobs/?status=queued")["results"]:
        if time.monotonic() > deadline:
            raise ServerFaultError("jobs are still at work")
        time.sleep(0.5)


if __name__ == "__main__":
    main()
