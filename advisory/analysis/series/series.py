"""What is known about one contract, for every engine and page that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

VERSION = "series@2"

EARLY, ACTIVE, PAUSED, ENDED = "early", "active", "paused", "ended"
SUBSCRIPTION, BILL, INCOME, INSTALMENT, SAVING = "subscription", "bill", "income", "instalment", "saving"


@dataclass(frozen=True, slots=True)
class Known:
    """What the user has said. `aliases`: payee key to payee key; `confirmed`: keys whose second booking is enough;
    `refused`: keys that are no contract; `cancelled`: key to the day from which nothing should be charged."""

    aliases: Mapping[str, str] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    cancelled: Mapping[str, date] = field(default_factory=dict)
