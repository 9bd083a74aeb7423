"""Writing the audit trail."""

from __future__ import annotations

from accounts.models import AuditEvent, User


def audit_record(*, user: User | None, action: AuditEvent.Action, email: str = "", **detail: str | int) -> AuditEvent:
    """Append one event. `detail` holds ids and counts, never a password, token or key.

    What is done to a household's data is the deed of whoever does it, with the household's number beside.
    """
    if user is not None and user.acting is not None:
        user, detail = user.acting, {**detail, "household": user.household.pk}
    return AuditEvent.objects.create(
        user=user, email=email or (user.email if user else ""), action=action, detail=detail
    )
