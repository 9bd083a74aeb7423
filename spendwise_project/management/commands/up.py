"""`manage.py up`: prepare the data directory, then become the supervisor (same options)."""

from __future__ import annotations

import os
import sys
from argparse import REMAINDER
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Start Redis, web, worker and scheduler. Options: python -m spendwise_project.supervisor --help"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("options", nargs=REMAINDER)

    def handle(self, *_args: Any, **options: Any) -> None:
        call_command("prepare")
        os.execv(sys.executable, [sys.executable, "-m", "spendwise_project.supervisor", *options["options"]])  # noqa: S606 - our own program
