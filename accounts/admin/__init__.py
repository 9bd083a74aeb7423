"""People in the admin: users to change, sign-ins to end, a history to read."""

from django.contrib import admin

from accounts.admin.forms import AdminSignInForm
from accounts.admin.history import (
    AuditEventAdmin,
    BlacklistedTokenAdmin,
    OutstandingTokenAdmin,
    PersonalTokenAdmin,
    SignInAdmin,
)
from accounts.admin.households import HouseholdAdmin, InvitationAdmin, MembershipAdmin
from accounts.admin.second_factors import (
    GuessCountAdmin,
    PasskeyAdmin,
    RecoveryCodeAdmin,
    SecondFactorAdmin,
    SignInChallengeAdmin,
    SpentChallengeAdmin,
)
from accounts.admin.users import UserAdmin

admin.site.site_header = "SpendWise administration"
admin.site.site_title = "SpendWise"
admin.site.index_title = "Everything that is stored"
admin.site.login_form = AdminSignInForm
admin.site.login_template = "accounts/admin_sign_in.html"

__all__ = [
    "AdminSignInForm",
    "AuditEventAdmin",
    "BlacklistedTokenAdmin",
    "GuessCountAdmin",
    "HouseholdAdmin",
    "InvitationAdmin",
    "MembershipAdmin",
    "OutstandingTokenAdmin",
    "PasskeyAdmin",
    "PersonalTokenAdmin",
    "RecoveryCodeAdmin",
    "SecondFactorAdmin",
    "SignInAdmin",
    "SignInChallengeAdmin",
    "SpentChallengeAdmin",
    "UserAdmin",
]
