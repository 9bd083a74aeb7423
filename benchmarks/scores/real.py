"""Real data from the folder given on the command line, found by their columns: the repository names no file of it."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

Table = list[dict[str, str]]
DELIMITERS = {".csv": ",", ".tsv": "\t"}


def tables(folder: Path | None, columns: set[str]) -> Iterator[Table]:
    """Every .csv and .tsv file (also .gz) below `folder` whose header has these columns, by path."""
    for path in sorted(folder.rglob("*")) if folder else ():
        suffixes = [suffix for suffix in path.suffixes if suffix in DELIMITERS]
        if not suffixes or not path.is_file():
            continue
        with _opened(path) as file:
            reader = csv.DictReader(file, delimiter=DELIMITERS[suffixes[-1]])
            if columns <= set(reader.fieldnames or ()):
                yield list(reader)


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return cast("IO[str]", gzip.open(path, "rt", encoding="utf-8", errors="replace", newline=""))
    return path.open(encoding="utf-8", errors="replace", newline="")
