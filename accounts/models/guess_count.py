from __future__ import annotations

from django.db import models


class GuessCount(models.Model):
    """Wrong guesses at one door for one person from one place, and until when the next one has to wait.

    In the database and not in a cache: it holds over a restart, for every process, and with Redis gone. The key is a
    hash, so that the table says neither who was tried nor from where.
    """

    key = models.CharField(max_length=64, unique=True, editable=False)
    failures = models.PositiveIntegerField(default=0)
    last_failed_at = models.DateTimeField(db_index=True)
    blocked_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-last_failed_at"]

    def __str__(self) -> str:
        return f"{self.failures} wrong guesses"
