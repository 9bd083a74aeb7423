"""Everything that a data directory needs before the servers start, in one process: a second start takes seconds."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Create or update the tables and the static files; with --demo also the demo household."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demo", action="store_true", help="seed the demo user and two years of data")
        parser.add_argument("--only-static", action="store_true", help="only the static files, for building an image")

    def handle(self, *_args: Any, **options: Any) -> None:
        collect_static()
        if options["only_static"]:
            return
        os.umask(0o077)  # whatever is made in the data directory is its owner's alone
        Path(settings.MEDIA_ROOT).mkdir(parents=True, exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        if options["demo"]:
            call_command("seed", demo=True)


def collect_static() -> None:
    """Copy and compress the static files unless the very same ones are there already."""
    stamp = Path(settings.STATIC_ROOT) / ".sources"
    sources = fingerprint()
    if stamp.is_file() and stamp.read_text() == sources:
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(sources)


def fingerprint() -> str:
    """Names and contents of all static source files, hashed: times do not survive a container image."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            digest.update(f"{name}\0".encode() + Path(storage.path(name)).read_bytes())
    return digest.hexdigest()
