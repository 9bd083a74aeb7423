"""What rows and accounts are recognised by once they are booked: fingerprints of their own, numbers they learn."""

from __future__ import annotations

from collections.abc import Sequence

from transactions.models import LedgerAccount
from transactions.services.import_plan import PlannedAccount
from transactions.services.import_read import ReadAccount
from transactions.services.import_target import booked_lines

CHUNK = 5000


def learned_ref(account: LedgerAccount, read: ReadAccount) -> str:
    """The number that the account has or learns: the one the bank knows it by, unless another account carries it."""
    if account.external_ref or not read.external_ref:
        return account.external_ref
    same = LedgerAccount.objects.filter(
        owner_id=account.owner_id, external_ref=read.external_ref, currency=account.currency
    )
    return "" if same.exists() else read.external_ref


def own_keys(plan: PlannedAccount) -> Sequence[str]:
    """The lines' fingerprints; a line that is booked although an equal one is booked already gets the next number."""
    if plan.target is None:
        return plan.read.fingerprints
    booking = [index for index, verdict in enumerate(plan.verdicts) if verdict.kind != "duplicate"]
    merged = {verdict.match.fingerprint for verdict in plan.verdicts if verdict.kind == "merge" and verdict.match}
    fingerprints = plan.read.fingerprints
    taken: set[str] = set()
    for start in range(0, len(booking), CHUNK):
        asked = [fingerprints[index] for index in booking[start : start + CHUNK]]
        taken |= set(booked_lines([plan.target], asked).get(plan.target.pk, {})) - merged
    if not taken:
        return fingerprints
    keys = list(fingerprints)
    used = taken | {keys[index] for index in booking}
    for index in booking:
        if keys[index] in taken:
            key, _, number = keys[index].rpartition("-")
            count = int(number) + 1
            while f"{key}-{count}" in used or booked_lines([plan.target], [f"{key}-{count}"]):
                count += 1
            keys[index] = f"{key}-{count}"
            used.add(keys[index])
    return keys
