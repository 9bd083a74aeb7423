"""`python -m benchmarks.speed.whole COMMAND...`: run a program and say what all of it cost, as one line of JSON."""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks.speed.meter import Meter, peak_of_children


def main() -> None:
    """Ends as the program did; what it prints is thrown away, but for its errors."""
    with Meter() as meter:
        done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False, env=os.environ)
    if done.returncode:
        sys.exit(done.returncode)
    meter.tell(peak=peak_of_children())


if __name__ == "__main__":
    main()
