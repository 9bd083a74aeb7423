from accounts.models.audit_event import AuditEvent
from accounts.models.sign_in import SignIn
from accounts.models.user import User

__all__ = ["AuditEvent", "SignIn", "User"]
