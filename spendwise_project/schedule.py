"""What the scheduler rings for, and when (UTC). A ring that nobody heard in time is dropped: the next one does more."""

from __future__ import annotations

from typing import Any

from celery.schedules import crontab

MINUTE, HOUR = 60, 3600


def beat_schedule(sweep_seconds: int) -> dict[str, dict[str, Any]]:
    """`sweep_seconds`: how often lost and waiting jobs are looked for."""
    return {
        "give lost jobs out again": {
            "task": "transactions.tasks.sweep_jobs",
            "schedule": float(sweep_seconds),
            "options": {"expires": max(sweep_seconds * 2, 10)},
        },
        "ask for the reports that are due": {
            "task": "advisory.tasks.ask_scheduled_reports",
            "schedule": crontab(minute="*/15"),
            "options": {"expires": 15 * MINUTE},
        },
        "refresh everything at night": {
            "task": "advisory.tasks.refresh_all",
            "schedule": crontab(hour=3, minute=15),
            "options": {"expires": 6 * HOUR},
        },
        "forget old keys and files": {
            "task": "transactions.tasks.forget_old",
            "schedule": crontab(hour=4, minute=20),
            "options": {"expires": 6 * HOUR},
        },
        # Every hour, for a machine that sleeps at night: the task makes one a day.
        "back up": {
            "task": "spendwise_project.back_up",
            "schedule": crontab(minute=35),
            "options": {"expires": HOUR // 2},
        },
        "forget expired tokens": {
            "task": "spendwise_project.flush_expired_tokens",
            "schedule": crontab(hour=4, minute=5),
            "options": {"expires": 6 * HOUR},
        },
    }
