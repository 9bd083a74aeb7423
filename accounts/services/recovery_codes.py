"""The codes that a person keeps for the day when phone or passkey is lost: there while a second factor is on."""

from __future__ import annotations

from django.utils import timezone

from accounts.models import AuditEvent, RecoveryCode, User
from accounts.one_time_codes import RECOVERY_CODES, recovery_code_new, recovery_hash
from accounts.services.audit import audit_record


def recovery_codes_left(owner: User) -> int:
    return RecoveryCode.objects.filter(user=owner, used_at=None).count()


def recovery_codes_replace(owner: User) -> list[str]:
    """Ten new ones, which nobody can read again; the old ones end."""
    codes = [recovery_code_new() for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.filter(user=owner).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=owner, code_hash=recovery_hash(owner.pk, each)) for each in codes
    )
    return codes


def recovery_codes_ensure(owner: User) -> list[str]:
    """New ones for a person who has none left; nothing for whoever holds some, as those stay good."""
    return [] if recovery_codes_left(owner) else recovery_codes_replace(owner)


def recovery_code_spend(*, user: User, code: str) -> bool:
    """Whether this is one that was not used before; it is now."""
    unused = RecoveryCode.objects.filter(user=user, used_at=None, code_hash=recovery_hash(user.pk, code))
    if not unused.update(used_at=timezone.now()):
        return False
    audit_record(user=user, action=AuditEvent.Action.RECOVERY_CODE_USED)
    return True
