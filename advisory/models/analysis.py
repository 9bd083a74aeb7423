from __future__ import annotations

from django.conf import settings
from django.db import models


class AnalysisRun(models.Model):
    """The last analysis of one owner. The same input need not be analysed again."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="analysis_run")
    input_hash = models.CharField(max_length=64)
    as_of = models.DateField(null=True, help_text="Last day seen, included.")
    row_count = models.PositiveIntegerField(default=0)
    versions = models.JSONField(default=dict, help_text="{engine: name@version}")
    found = models.JSONField(default=dict, help_text="{series, insights, advice, suggestions, facts -> how many}")
    facts = models.JSONField(default=dict, help_text="{name: fact id} of what is said of all series together.")
    seconds = models.FloatField(default=0)
    finished_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-finished_at"]

    def __str__(self) -> str:
        return f"analysis of {self.owner_id} as of {self.as_of}"


class ForecastRun(models.Model):
    """The cash of one currency in the days to come, with how the same method did on the own past."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="forecast_runs")
    as_of = models.DateField(help_text="Last day seen, included.")
    currency = models.CharField(max_length=3)
    horizon_days = models.PositiveIntegerField()
    is_change = models.BooleanField(help_text="No balance was known: the days hold what is added to it.")
    cash = models.JSONField(help_text="{start, horizons, lowest, daily, accounts}; amounts are decimal strings.")
    months = models.JSONField(default=list, help_text="By category and month, where the history is long enough.")
    mase = models.FloatField(null=True)
    coverage = models.FloatField(null=True, help_text="Part of past windows that lay inside the band.")
    windows = models.PositiveIntegerField(default=0, help_text="How many past windows were looked at.")
    beats_naive = models.BooleanField(null=True)
    facts = models.JSONField(default=dict, help_text="{name: fact id}")
    engine = models.CharField(max_length=40)
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-as_of", "currency"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "currency", "as_of"], name="forecast_owner_currency_day_unique")
        ]

    def __str__(self) -> str:
        return f"{self.currency} from {self.as_of}"


class HealthScore(models.Model):
    """The indicators of financial health on one day, and a score where there is enough to give one."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="health_scores")
    as_of = models.DateField(help_text="Last day of the last full month.")
    score = models.FloatField(null=True, help_text="0 to 100; none where there is too little to judge by.")
    score_low = models.FloatField(null=True)
    score_high = models.FloatField(null=True)
    known = models.PositiveSmallIntegerField(default=0, help_text="Indicators with a value.")
    possible = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=300, blank=True, help_text="Why there is no score.")
    pillars = models.JSONField(default=list, help_text="[{key, score, weight}]")
    indicators = models.JSONField(
        default=list, help_text="[{key, pillar, value, unit, verdict, missing, contribution, facts}]"
    )
    change = models.FloatField(null=True, help_text="Against the month before; the contributions add up to it.")
    facts = models.JSONField(default=dict, help_text="{name: fact id}")
    engine = models.CharField(max_length=40)
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-as_of"]
        constraints = [models.UniqueConstraint(fields=["owner", "as_of"], name="health_owner_day_unique")]

    def __str__(self) -> str:
        return f"health as of {self.as_of}"


class MonthDrivers(models.Model):
    """Why one month cost more or less: an exact split of its change, by category, payee or series."""

    class By(models.TextChoices):
        CATEGORY = "category"
        PAYEE = "payee"
        SERIES = "series"

    class Against(models.TextChoices):
        PREVIOUS = "previous", "the month before"
        USUAL = "usual", "a usual month"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="month_drivers")
    month = models.DateField(help_text="Its first day.")
    by = models.CharField(max_length=8, choices=By.choices)
    against = models.CharField(max_length=8, choices=Against.choices)
    currency = models.CharField(max_length=3)
    content = models.JSONField(help_text="{before, now, change, missing, lines}; amounts are decimal strings.")
    facts = models.JSONField(default=dict, help_text="{name: fact id}; those of a line begin with its place.")
    engine = models.CharField(max_length=40)
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-month", "by", "against"]
        verbose_name_plural = "month drivers"
        constraints = [
            models.UniqueConstraint(fields=["owner", "month", "by", "against"], name="drivers_owner_month_unique")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} by {self.by} against {self.against}"
