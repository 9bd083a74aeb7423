"""What rows and accounts are recognised by once they are booked: fingerprints of their own, numbers they learn."""

from __future__ import annotations

from collections.abc import Sequence

from transactions.ledger.account_matching import same_number
from transactions.models import LedgerAccount
from transactions.services.import_plan import PlannedAccount
from transactions.services.import_read import ReadAccount
from transactions.services.import_target import booked_lines

CHUNK = 5000


def learned_ref(account: LedgerAccount, read: ReadAccount) -> str:
    """The first number of the account once the file is booked."""
    return account.external_ref or (read.external_ref if learns_number(account, read) else "")


def learns_number(account: LedgerAccount, read: ReadAccount) -> bool:
    """Whether the number that the bank knows it by is new to the account, and no other account carries it."""
    number = read.external_ref
    if not number or any(same_number(ref, number) for ref in account.refs):
        return False
    others = LedgerAccount.objects.filter(owner_id=account.owner_id, currency=account.currency).exclude(pk=account.pk)
    return not any(number in other.refs for other in others)


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
