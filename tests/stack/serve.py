"""`python -m tests.stack.serve [--in DIR] -- COMMAND...`: run a command against a SpendWise made for it, then stop it.

The command finds the address in SPENDWISE_URL and a seeded user in SPENDWISE_DEMO_EMAIL and SPENDWISE_DEMO_PASSWORD;
the mails that were sent lie in SPENDWISE_MAILS.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path

from scripts.demo import DEMO_EMAIL, DEMO_PASSWORD
from tests.stack.running import ROOT, Stack


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.stack.serve", description=__doc__)
    parser.add_argument("--in", dest="folder", type=Path, default=Path(), help="where to run the command")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    demo = {
        "SPENDWISE_DEMO": "on",
        "SPENDWISE_DEMO_EMAIL": DEMO_EMAIL,
        "SPENDWISE_DEMO_PASSWORD": DEMO_PASSWORD,
    }
    stack = Stack(settings=demo)
    try:
        stack.manage("prepare", "--demo")
        stack.start()
        env = {**os.environ, **demo, "SPENDWISE_URL": stack.url, "SPENDWISE_MAILS": str(stack.data / "mail")}
        status = subprocess.run(options.command, cwd=ROOT / options.folder, env=env, check=False).returncode
        if status:
            kept = ROOT / "var" / "gate" / "stack-console.log"
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(stack.console())
            sys.stderr.write(f"What the stack printed meanwhile: {kept}\n")
    finally:
        if stack.process is not None:
            stack.stop()
        stack.remove()
    sys.exit(status)


if __name__ == "__main__":
    main()
