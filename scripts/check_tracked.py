"""No tracked file names this machine's folders or a package registry's address, or holds what looks like a secret."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Spelt so that this file does not find itself.
FORBIDDEN = {
    "a lock file address": re.compile(r'"resolved"\s*:\s*"http'),
    "a registry address": re.compile(r"registry\.npm[j]s|files\.python[h]osted|://pypi\.or[g]|index-ur[l]"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KE[Y]-----"),
    "a web token": re.compile(r"eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"),
    "a provider's key": re.compile(r"\bAKI[A][0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|\bsk-[A-Za-z0-9]{32,}|\bxox[bp]-\d{6,}"),
    "a machine's folder": re.compile(r"(?<![\w.])/(?:wor[k]/|roo[t]/|hom[e]/\w|User[s]/\w|op[t]/(?:pypi|wheels))"),
}


def main() -> None:
    findings = [finding for path in tracked() for finding in findings_in(path)]
    for finding in findings:
        print(finding)
    sys.exit(bool(findings))


def tracked() -> list[Path]:
    """Files git knows or would add: a mistake is found before it is committed."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def findings_in(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []  # pictures and fonts
    return [
        f"{path.relative_to(ROOT)}:{number}: {what}: {line.strip()[:120]}"
        for number, line in enumerate(lines, 1)
        for what, pattern in FORBIDDEN.items()
        if pattern.search(line)
    ]


if __name__ == "__main__":
    main()
