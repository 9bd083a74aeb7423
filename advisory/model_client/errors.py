"""Why a call brought no answer."""

from __future__ import annotations


class ModelError(Exception):
    """`code` for the ledger and for programs, the message for people. Holds neither the key nor what was sent."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class HttpStatusError(ModelError):
    """It answered, but not with success. `wait`: the seconds that it asked to wait, if it did."""

    def __init__(self, status: int, wait: float | None = None) -> None:
        super().__init__("http_status", f"The endpoint answered {status}.")
        self.status = status
        self.wait = wait

    @property
    def is_passing(self) -> bool:
        """Whether the same may go well a little later."""
        return self.status == 429 or self.status >= 500

    @property
    def is_misunderstood(self) -> bool:
        """Whether it does not know what it was asked for: a way of answering that it does not have."""
        return self.status in (400, 404, 405, 415, 422, 501)
