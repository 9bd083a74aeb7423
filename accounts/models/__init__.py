from accounts.models.audit_event import AuditEvent
from accounts.models.guess_count import GuessCount
from accounts.models.household import Household, Invitation, Membership
from accounts.models.passkey import Passkey, SpentChallenge
from accounts.models.personal_token import PersonalToken
from accounts.models.second_factor import RecoveryCode, SecondFactor, SignInChallenge
from accounts.models.sign_in import SignIn
from accounts.models.user import User

__all__ = [
    "AuditEvent",
    "GuessCount",
    "Household",
    "Invitation",
    "Membership",
    "Passkey",
    "PersonalToken",
    "RecoveryCode",
    "SecondFactor",
    "SignIn",
    "SignInChallenge",
    "SpentChallenge",
    "User",
]
