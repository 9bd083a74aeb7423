"""`manage.py mcp`: questions from a program of your own, over the Model Context Protocol.

Speaks on standard input and output, so nothing else may be printed there; what is logged goes to standard error. Exit
status: 0 when the program hung up; 1 when the extra packages or the token are missing.
"""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

TOKEN = "SPENDWISE_MCP_TOKEN"  # noqa: S105 - the variable's name


class Command(BaseCommand):
    help = f"Answer questions of a program of your own over MCP on standard input and output; the token is in {TOKEN}."

    def handle(self, *_args: Any, **_options: Any) -> None:
        token = os.environ.get(TOKEN, "").strip()
        if not token:
            raise CommandError(f"Put a personal token with the scope `read` into {TOKEN} (Settings, Access).")
        try:
            from advisory.mcp.server import serve
        except ModuleNotFoundError as error:
            if error.name is None or error.name.split(".")[0] not in ("mcp", "mcp_types", "anyio"):
                raise
            raise CommandError("This needs packages of its own: run `python3 -m scripts.install mcp` once.") from None
        serve(token, str(settings.SPECTACULAR_SETTINGS["VERSION"]))
