"""`manage.py rotate_jwt_secret`: a new key for tokens, so that every old one is dead after a restart."""

from __future__ import annotations

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from spendwise_project.envfile import env_file, new_secret, read_setting, replace_setting

NAME = "JWT_SECRET_KEY"


class Command(BaseCommand):
    help = (
        "Write a new JWT_SECRET_KEY into the env file of the data directory. After a restart of the web server every "
        "access and refresh token made so far is refused and everybody signs in again; data and passwords stay."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        if NAME in os.environ:
            raise CommandError(
                f"{NAME} is set in the environment, which wins over {env_file()}. Put a new value there instead "
                f"(64 random hexadecimal characters: openssl rand -hex 32) and restart."
            )
        file = read_setting(f"{NAME}_FILE")
        if file:
            raise CommandError(
                f"{NAME}_FILE names {file}, which wins. Write a new value into that file instead "
                f"(64 random hexadecimal characters: openssl rand -hex 32) and restart."
            )
        path = replace_setting(NAME, new_secret())
        self.stdout.write(
            f"Wrote a new {NAME} into {path}.\n"
            "Restart the web server now. Until then the old key stays in force; afterwards every access and refresh "
            "token made so far is refused and everybody signs in again. Data and passwords are untouched."
        )
