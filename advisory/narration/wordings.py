"""One wording of a situation, or several that say the same."""

from __future__ import annotations

Wordings = str | tuple[str, ...]


def as_tuple(wordings: Wordings) -> tuple[str, ...]:
    return (wordings,) if isinstance(wordings, str) else wordings
