"""Errors in user data are values that are collected, not exceptions half way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineError:
    """What is wrong with one place of a file: 1-based line, the field, and what to do about it."""

    line: int | None
    field: str
    message: str
