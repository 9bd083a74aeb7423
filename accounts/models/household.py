from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class Household(models.Model):
    """Money that several people share: a ledger of its own, kept apart from everybody's own.

    `ledger` is a user whom nobody can sign in as. All that is shared belongs to it, as a person's own belongs to them.
    """

    name = models.CharField(max_length=80)
    ledger = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="household", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """One person in one household, and what they may do there."""

    class Role(models.TextChoices):
        OWNER = "owner", "Owner: everything, members included"
        PARTNER = "partner", "Partner: reads and changes"
        VIEWER = "viewer", "Viewer: reads"

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=7, choices=Role.choices)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["household", "person"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=["owner", "partner", "viewer"]), name="membership_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.household_id}"

    @property
    def is_owner(self) -> bool:
        return self.role == self.Role.OWNER

    @property
    def may_change(self) -> bool:
        return self.role != self.Role.VIEWER


class Invitation(models.Model):
    """An open offer to join, for one e-mail address. Only the code's keyed hash is stored; it was shown once.

    The row goes when the offer is taken up, withdrawn or made anew, so it works once.
    """

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=7, choices=Membership.Role.choices)
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["household", "email"], name="invitation_once"),
            models.CheckConstraint(condition=models.Q(role__in=["partner", "viewer"]), name="invitation_role_given"),
        ]

    def __str__(self) -> str:
        return f"{self.role} for {self.email}"

    @property
    def is_open(self) -> bool:
        return self.expires_at > timezone.now()
