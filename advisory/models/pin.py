from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from advisory.analysis.carried.answers import PIN
from transactions.models.travel import Travel


class Pin(models.Model):
    """A question that is answered anew whenever the overview is read. The plan decides, the question is its title."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="ask_pins")
    question = models.CharField(max_length=300)
    language = models.CharField(max_length=2, default="en")
    plan = models.JSONField(help_text="As `advisory.analysis.ask.plan` reads it.")
    position = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    travel: ClassVar = Travel(models.Q(), columns=PIN)

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["owner", "position", "id"], name="pin_owner_position")]

    def __str__(self) -> str:
        return self.question
