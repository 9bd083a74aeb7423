from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from advisory.analysis.carried.answers import SCENARIO
from transactions.models.travel import Travel


class SavedScenario(models.Model):
    """Changes to what is expected that the owner wants to try: they are said, what comes of them is worked out anew."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="scenarios")
    name = models.CharField(max_length=80)
    currency = models.CharField(max_length=3)
    changes = models.JSONField(default=list, help_text="As analysis.planning.written reads them, in their order.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    travel: ClassVar = Travel(models.Q(), columns=SCENARIO)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner", "-id"], name="scenario_owner")]

    def __str__(self) -> str:
        return self.name
