"""Ask the running web process whether everything works.

As a file (standard library only) it is the containers' health check: readiness.py HOST PORT PART...; exit 1 when one of
the parts is missing.
"""

from __future__ import annotations

import http.client
import json
import sys


def missing_parts(port: int, host: str = "127.0.0.1") -> list[str]:
    """Names of what /readyz says is not there yet; empty when all is ready, ["web"] when nobody answers."""
    connection = http.client.HTTPConnection(host, port, timeout=3)
    try:
        connection.request("GET", "/readyz", headers={"Host": f"localhost:{port}"})
        answer = connection.getresponse()
        body = json.loads(answer.read())
    except (OSError, http.client.HTTPException, ValueError):
        return ["web"]
    finally:
        connection.close()
    if answer.status == http.client.OK:
        return []
    return sorted(name for name, found in body.get("checks", {}).items() if not found.get("ok")) or ["web"]


if __name__ == "__main__":
    missing = missing_parts(int(sys.argv[2]), sys.argv[1])
    wanted = {"web", *sys.argv[3:]}
    sys.exit(", ".join(sorted(wanted & set(missing))) or 0)
