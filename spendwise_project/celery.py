"""The Celery application: broker settings from Django, the schedule, and the worker's heartbeat."""

from __future__ import annotations

import logging
import os
import socket
import threading
from typing import Any

from celery import Celery
from celery.signals import before_task_publish, setup_logging, task_prerun, worker_ready, worker_shutdown

from spendwise_project import logs
from spendwise_project.schedule import beat_schedule

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spendwise_project.settings")

app = Celery("spendwise")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@app.on_after_configure.connect
def set_schedule(sender: Celery, **_: Any) -> None:
    from django.conf import settings

    sender.conf.beat_schedule = beat_schedule(settings.JOB_SWEEP_SECONDS)


@app.task(name="spendwise_project.flush_expired_tokens", ignore_result=True)
def flush_expired_tokens() -> None:
    """Drop refresh tokens that are past their time from the tables of issued and of used ones."""
    from django.core.management import call_command

    call_command("flushexpiredtokens")


# Acknowledged at once: a backup cut off is made an hour later, and one that takes long must not be given out twice.
@app.task(
    name="spendwise_project.back_up", ignore_result=True, acks_late=False, soft_time_limit=3 * 3600, time_limit=4 * 3600
)
def back_up() -> None:
    """Make today's backup unless there is one."""
    from datetime import UTC, datetime

    from spendwise_project.backups import archive, making

    try:
        making.backup_if_due(datetime.now(UTC))
    except (archive.BackupError, OSError):
        log.exception("no backup was made")


HEARTBEAT_SECONDS = 5
# Where the job's id stands among a task's arguments.
JOB_ARGUMENT = {
    "transactions.tasks.run_job": 0,
    "transactions.tasks.run_pool_job": 0,
    "advisory.tasks.generate_monthly_report": 2,
}
log = logging.getLogger("spendwise.worker")
_stopping = threading.Event()


@setup_logging.connect
def keep_django_logging(**_: Any) -> None:
    """Connecting this signal is what stops Celery from replacing Django's logging."""


@before_task_publish.connect
def send_request_id(headers: dict[str, Any] | None = None, **_: Any) -> None:
    """Whoever rings says for which request, so that the worker's lines can be found by it."""
    if headers is not None and logs.request_id.get():
        headers["request_id"] = logs.request_id.get()


@task_prerun.connect
def take_ids(task: Any = None, args: Any = (), **_: Any) -> None:
    """The ids of the lines that follow. A job given out again by the sweep has no request any more."""
    logs.request_id.set(str(getattr(task.request, "request_id", None) or ""))
    place = JOB_ARGUMENT.get(task.name)
    logs.job_id.set(str(args[place]) if place is not None and len(args) > place else "")


@worker_ready.connect
def start_heartbeat(**_: Any) -> None:
    log.info("worker ready pid=%s", os.getpid())
    threading.Thread(target=_beat, daemon=True, name="heartbeat").start()


@worker_shutdown.connect
def stop_heartbeat(**_: Any) -> None:
    _stopping.set()


def _beat() -> None:
    import redis

    from transactions import live

    while not _stopping.is_set():
        try:
            live.beat_worker(HEARTBEAT_SECONDS * 3, f"{socket.gethostname()}:{os.getpid()}")
        except redis.RedisError as error:
            log.warning("heartbeat not heard: %s", error)
        _stopping.wait(HEARTBEAT_SECONDS)
