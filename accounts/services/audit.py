"""Writing the audit trail."""

from __future__ import annotations

from accounts.models import AuditEvent, User


def audit_record(*, user: User | None, action: AuditEvent.Action, email: str = "", **detail: str | int) -> AuditEvent:
    """Append one event. `detail` holds ids and counts, never a password, token or key."""
    return AuditEvent.objects.create(
        user=user, email=email or (user.email if user else ""), action=action, detail=detail
    )
