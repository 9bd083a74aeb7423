from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone

from accounts.signals import user_registered


class UserManager(BaseUserManager["User"]):
    def build(self, email: str, password: str | None = None, **extra: Any) -> User:
        """An unsaved user with a hashed password; apart from `enrol`: hashing is slow, a lock must be short."""
        user = self.model(email=self.normalise(email), **extra)
        user.set_password(password)
        return user

    def enrol(self, user: User) -> User:
        """Save a new user and tell the apps above, both or neither."""
        with transaction.atomic(using=self._db):
            user.save(using=self._db)
            user_registered.send(sender=User, user=user)
        return user

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> User:
        return self.enrol(self.build(email, password, **extra))

    def create_superuser(self, email: str, password: str | None = None, **extra: Any) -> User:
        return self.create_user(email, password, **{**extra, "is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=self.normalise(username or ""))

    def people(self) -> models.QuerySet[User]:
        """Those who can have a sign-in: everybody but the ledgers of households."""
        return self.filter(is_ledger=False)

    def kept(self) -> models.QuerySet[User]:
        """Whose books are worked on by themselves, at night and on schedule."""
        return self.filter(models.Q(is_active=True) | models.Q(is_ledger=True))

    @staticmethod
    def normalise(email: str) -> str:
        """E-mail addresses are compared without regard to case, local part included."""
        return email.strip().lower()


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an e-mail address and owns what is in their ledger.

    With `is_ledger` it is no person but what owns a household's data: nobody signs in as it (see Household).
    """

    class Language(models.TextChoices):
        ENGLISH = "en", "English"
        GERMAN = "de", "Deutsch"

    email = models.EmailField(max_length=254, unique=True)
    display_name = models.CharField(max_length=120, blank=True)
    base_currency = models.CharField(
        max_length=3,
        blank=True,
        help_text="ISO 4217. Empty until the first account sets it or the user chooses one.",
    )
    language = models.CharField(
        max_length=2, choices=Language.choices, default=Language.ENGLISH, help_text="In which reports are written."
    )
    time_zone = models.CharField(
        max_length=64,
        default="UTC",
        help_text="IANA name, such as Europe/Berlin: when a month is over for this person.",
    )
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    is_ledger = models.BooleanField(default=False, editable=False)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    acting: User | None = None
    """Who asks for what is done to this ledger, where it is somebody else; set on the object that a request works with,
    and stored nowhere."""

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_lower_unique"),
            # Every door asks whether a user is active: no slip in the admin may open one to a ledger.
            models.CheckConstraint(
                condition=models.Q(is_ledger=False) | models.Q(is_active=False, is_staff=False, is_superuser=False),
                name="user_ledger_has_no_door",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    def clean(self) -> None:
        super().clean()
        self.email = User.objects.normalise(self.email)

    @property
    def actor(self) -> User:
        """Whom the trail and the history name for what is done to this one's data."""
        return self.acting or self

    @property
    def shown_as(self) -> str:
        """How it is named to people: by e-mail address, a household by its name."""
        return self.display_name if self.is_ledger else self.email

    def day_at(self, moment: datetime) -> date:
        """The day that an aware moment falls on where this person lives; of an unknown zone, in UTC."""
        try:
            zone = ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            zone = ZoneInfo("UTC")
        return moment.astimezone(zone).date()

    @property
    def password_stamp(self) -> str:
        """64 hexadecimal characters that change whenever the stored password does, whoever changes it and how."""
        return hashlib.sha256(f"spendwise.password-stamp:{self.password}".encode()).hexdigest()
