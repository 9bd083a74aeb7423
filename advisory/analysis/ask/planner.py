"""The seam behind which a question becomes a plan."""

from __future__ import annotations

from typing import Protocol

from advisory.analysis.ask.vocabulary import Vocabulary


class Planner(Protocol):
    """Makes a plan of a question in the words of one user; whoever stands behind it, `read_plan` has the last word."""

    def __call__(self, question: str, vocabulary: Vocabulary, language: str = "") -> object: ...
