from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models


class ExchangeRate(models.Model):
    """What one unit of `base` was worth in `quote` on a day. Without an owner it is there for everybody."""

    class Source(models.TextChoices):
        MANUAL = "manual"
        FILE = "file"
        ECB = "ecb"

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="exchange_rates"
    )
    base = models.CharField(max_length=3)
    quote = models.CharField(max_length=3)
    rate_date = models.DateField()
    rate_text = models.CharField(
        max_length=32, help_text="Decimal digits: SQLite would keep a number as floating point."
    )
    source = models.CharField(max_length=6, choices=Source.choices, default=Source.MANUAL)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-rate_date", "-id"]
        verbose_name = "exchange rate"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "base", "quote", "rate_date"],
                condition=models.Q(owner__isnull=False),
                name="rate_own_day_unique",
            ),
            models.UniqueConstraint(
                fields=["base", "quote", "rate_date"],
                condition=models.Q(owner__isnull=True),
                name="rate_shared_day_unique",
            ),
            models.CheckConstraint(condition=~models.Q(base=models.F("quote")), name="rate_two_currencies"),
        ]
        indexes = [models.Index(fields=["base", "quote", "rate_date"], name="rate_pair_day")]

    def __str__(self) -> str:
        return f"{self.base}/{self.quote} {self.rate_date}"

    @property
    def rate(self) -> Decimal:
        return Decimal(self.rate_text)
