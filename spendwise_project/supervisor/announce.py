"""The one block that a person reads when everything runs."""

from __future__ import annotations

import os
from pathlib import Path

RULE = "-" * 72


def block(port: int, data: Path) -> str:
    """Where to go, who to be, where the data lie, how to stop. Demo credentials come from demo.sh's environment."""
    email = os.environ.get("SPENDWISE_DEMO_EMAIL", "")
    password = os.environ.get("SPENDWISE_DEMO_PASSWORD", "")
    lines = [
        ("SpendWise", f"http://localhost:{port}"),
        ("Admin", f"http://localhost:{port}/admin/"),
        *([("E-mail", email), ("Password", password)] if email and password else []),
        ("Data", str(data)),
        ("Logs", str(data / "logs")),
        ("Stop", f"Ctrl-C here, or: kill {os.getpid()}"),
    ]
    return "\n".join([RULE, *(f"  {name:<10} {value}" for name, value in lines), RULE])
