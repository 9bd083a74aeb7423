from accounts.models.audit_event import AuditEvent
from accounts.models.personal_token import PersonalToken
from accounts.models.sign_in import SignIn
from accounts.models.user import User

__all__ = ["AuditEvent", "PersonalToken", "SignIn", "User"]
