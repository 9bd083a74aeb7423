"""One log file for each process under <data>/logs, and the same lines on the console with the process's name."""

from __future__ import annotations

import contextlib
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST_FILE_BYTES = 5_000_000
OLD_FILES = 2


class Console(logging.StreamHandler):  # type: ignore[type-arg]  # generic in the stubs, not at run time
    """Prints until nobody reads any more (`demo.sh | head`), then stays silent instead of failing."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        if isinstance(sys.exc_info()[1], OSError):
            self.setLevel(logging.CRITICAL + 1)
        else:
            super().handleError(record)


def open_log(name: str, directory: Path, *, is_quiet: bool) -> logging.Logger:
    """A logger of its own for one process. Quiet: nothing on the console below a warning."""
    directory.mkdir(parents=True, exist_ok=True)
    log = logging.getLogger(f"supervised.{name}")
    log.setLevel(logging.INFO)
    log.propagate = False
    log.handlers.clear()
    file = RotatingFileHandler(directory / f"{name}.log", maxBytes=LARGEST_FILE_BYTES, backupCount=OLD_FILES)
    file.setFormatter(logging.Formatter("%(message)s" if name != "supervisor" else "%(asctime)s %(message)s"))
    console = Console(sys.stdout)
    console.setFormatter(logging.Formatter(f"{name:<10} | %(message)s"))
    console.setLevel(logging.WARNING if is_quiet else logging.INFO)
    log.addHandler(file)
    log.addHandler(console)
    return log


def say(text: str) -> None:
    """Print for the person who started us; a closed console is no reason to stop."""
    with contextlib.suppress(OSError):
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
