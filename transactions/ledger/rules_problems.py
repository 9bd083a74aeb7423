"""What is wrong with a rule as it was given."""

from __future__ import annotations


class RuleProblem(ValueError):  # noqa: N818 (a value for people, collected by the caller)
    """`path` is the dotted place in what was given, such as 'condition.all.0.value'; the text is a sentence."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
