"""The admin's forms for people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import AuditEvent, User
from accounts.services.audit import audit_record
from accounts.services.passwords import password_changed
from accounts.throttles import AdminThrottle


class AdminSignInForm(AdminAuthenticationForm):
    """Signs staff in by e-mail, as often as the API's door allows, and leaves a trail."""

    def clean(self) -> dict[str, Any]:
        if self.request is not None and not AdminThrottle().is_allowed(self.request):
            raise ValidationError("Too many attempts. Try again in a minute.", code="throttled")
        email = User.objects.normalise(str(self.cleaned_data.get("username") or ""))
        try:
            cleaned = super().clean()
        except ValidationError:
            self._record(AuditEvent.Action.SIGN_IN_FAILED, email)
            raise
        self._record(AuditEvent.Action.SIGNED_IN, email)
        return cleaned

    def _record(self, action: AuditEvent.Action, email: str) -> None:
        audit_record(user=User.objects.filter(email=email).first(), email=email, action=action, door="admin")


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
