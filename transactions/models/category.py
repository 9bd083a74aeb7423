from __future__ import annotations

from django.conf import settings
from django.db import models


class Category(models.Model):
    """What money was for. Every user starts with the same default set and may change all of it."""

    class Kind(models.TextChoices):
        EXPENSE = "expense"
        INCOME = "income"
        TRANSFER = "transfer"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="categories")
    name = models.CharField(max_length=80)
    key = models.CharField(
        max_length=40,
        blank=True,
        editable=False,
        help_text="Stable name of a default category; empty for the user's own.",
    )
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.EXPENSE)
    group = models.CharField(max_length=40, blank=True, help_text="Heading under which it is listed.")
    is_essential = models.BooleanField(default=False, help_text="Counts as a need rather than a wish.")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children")
    position = models.PositiveIntegerField(default=0)
    is_archived = models.BooleanField(default=False, help_text="Kept for what it was used for, no longer offered.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["position", "id"]
        verbose_name_plural = "categories"
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="category_owner_name_unique"),
            models.UniqueConstraint(
                fields=["owner", "key"], condition=~models.Q(key=""), name="category_owner_key_unique"
            ),
        ]

    def __str__(self) -> str:
        return self.name
