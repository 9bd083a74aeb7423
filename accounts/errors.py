"""The one error that carries a message for people. Every layer raises it, one handler turns it into an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class DomainError(Exception):
    """A refusal with a machine-readable `code`, a sentence for people, and messages by field.

    `status` is the HTTP status that the API answers with (400 unless said otherwise); `extra` stands beside the three
    in the answer, such as the place of a mistake. `retry_after` says in how many seconds it is worth another try.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        status: int = 400,
        fields: Mapping[str, list[str]] | None = None,
        extra: Mapping[str, Any] | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
        self.fields = dict(fields or {})
        self.extra = dict(extra or {})
        self.retry_after = retry_after


class NotFoundError(DomainError):
    """The thing does not exist, or belongs to somebody else: the two look the same on purpose."""

    def __init__(self, what: str) -> None:
        super().__init__("not_found", f"There is no such {what}.", status=404)
