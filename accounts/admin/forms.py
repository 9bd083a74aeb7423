"""The admin's forms for people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.callers import Caller, caller_of
from accounts.errors import DomainError
from accounts.models import AuditEvent, User
from accounts.services.audit import audit_record
from accounts.services.guesses import Count, counts_for, guess_allow, guess_right, guess_wrong
from accounts.services.passwords import password_changed
from accounts.services.second_factors import code_require, has_second_factor
from accounts.throttles import AdminThrottle


class AdminSignInForm(AdminAuthenticationForm):
    """Signs staff in by e-mail, as often as the API's door allows, with their second factor, and leaves a trail."""

    code = forms.CharField(
        label="Code of your second factor, if you have one",
        help_text="Six digits of your app, or a recovery code. Passkeys open the dashboard alone: who has nothing else "
        "uses a recovery code here.",
        required=False,
        max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
    )

    def clean(self) -> dict[str, Any]:
        if self.request is not None and not AdminThrottle().is_allowed(self.request):
            raise ValidationError("Too many attempts. Try again in a minute.", code="throttled")
        email = User.objects.normalise(str(self.cleaned_data.get("username") or ""))
        counts = counts_for("password", email, self._caller())
        try:
            guess_allow(counts)
            cleaned = self._signed_in(counts)
        except (ValidationError, DomainError) as error:
            self._record(AuditEvent.Action.SIGN_IN_FAILED, email)
            # The library asks afterwards who it was, and would let them in in spite of the error.
            self.user_cache = None
            if isinstance(error, DomainError):
                raise ValidationError(error.message, code=error.code) from None
            raise
        self._record(AuditEvent.Action.SIGNED_IN, email)
        return cleaned

    def _signed_in(self, counts: list[Count]) -> dict[str, Any]:
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError:
            guess_wrong(counts)
            raise
        guess_right(counts)
        user = self.get_user()
        if isinstance(user, User) and has_second_factor(user):
            code_require(user=user, code=str(cleaned.get("code") or ""), caller=self._caller())
        return cleaned

    def _caller(self) -> Caller:
        return caller_of(self.request) if self.request is not None else Caller()

    def _record(self, action: AuditEvent.Action, email: str) -> None:
        user = User.objects.filter(email=email).first()
        caller = self._caller()
        detail = {"door": "admin", "from": caller.address, "device": caller.program}
        audit_record(user=user, email=email, action=action, **detail)


class UserAddForm(AdminUserCreationForm):  # type: ignore[type-arg]  # generic in the stubs only
    class Meta:
        model = User
        fields = ("email", "display_name")
        field_classes = {"email": forms.EmailField}


class UserPasswordForm(AdminPasswordChangeForm):  # type: ignore[type-arg]  # generic in the stubs only
    """Sets somebody's password and ends their sign-ins."""

    def save(self, commit: bool = True) -> User:
        with transaction.atomic():
            user: User = super().save(commit=commit)
            password_changed(owner=user)
        return user
