"""How often a program may ask: a model that loops must not keep the machine busy."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field

from accounts.errors import DomainError

MOST_CALLS = 120
WITHIN_SECONDS = 60.0


@dataclass(slots=True)
class Pace:
    """Of one session; its calls are made one after the other."""

    most: int = MOST_CALLS
    seconds: float = WITHIN_SECONDS
    calls: deque[float] = field(default_factory=deque)

    def step(self) -> None:
        """Count one more call. DomainError when they come too fast."""
        now = time.monotonic()
        while self.calls and now - self.calls[0] >= self.seconds:
            self.calls.popleft()
        if len(self.calls) >= self.most:
            raise DomainError("too_many", "Too many questions at once. Wait a minute.", status=429)
        self.calls.append(now)
