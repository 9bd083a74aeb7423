"""How long somebody who guessed wrong has to wait before the next guess.

Never a lock: the wait grows with every wrong guess and ends by itself. It is counted for a person at one place, where a
place is a browser that has signed this person in before, or else a network address. So neither a stranger nor a child
at the next desk keeps anybody out of a browser that they have used. A far wider count for the person from everywhere
together slows those who guess from many addresses; it does not concern known browsers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.callers import Caller, person_mark
from accounts.errors import DomainError
from accounts.models import GuessCount
from accounts.seals import keyed_hash

FIRST_WAIT = 5
FORGET_AFTER = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Count:
    """`free` wrong guesses cost nothing; `most` is the longest wait, in seconds."""

    key: str
    free: int
    most: int


def counts_for(door: str, email: str, caller: Caller) -> list[Count]:
    person = person_mark(email)
    is_known = bool(caller.device) and person in caller.people
    place = f"device:{caller.device}" if is_known else f"address:{caller.address}"
    here = Count(keyed_hash(f"{door}|{person}|{place}", "guess"), free=5, most=900)
    anywhere = Count(keyed_hash(f"{door}|{person}", "guess"), free=100, most=60)
    return [here] if is_known else [here, anywhere]


def guess_allow(counts: Sequence[Count]) -> None:
    """DomainError with status 429 and the seconds to wait while the last wrong guess still counts."""
    if settings.THROTTLES:
        _allow(counts, timezone.now())


def guess_wrong(counts: Sequence[Count]) -> None:
    """Count one more, and let the next one wait the longer."""
    if settings.THROTTLES:
        with transaction.atomic():
            _count(counts, timezone.now())


def guess_charge(counts: Sequence[Count]) -> None:
    """Both at once, before the guess is looked at: of many at the same moment only as many as are free are tried."""
    if settings.THROTTLES:
        now = timezone.now()
        with transaction.atomic():
            list(GuessCount.objects.select_for_update().filter(key__in=[each.key for each in counts]))
            _allow(counts, now)
            _count(counts, now)


def guess_right(counts: Sequence[Count]) -> None:
    """Forget the wrong ones from this place. Those from everywhere stay: who succeeds pardons no others."""
    GuessCount.objects.filter(key=counts[0].key).delete()


def _allow(counts: Sequence[Count], now: datetime) -> None:
    keys = [each.key for each in counts]
    ends = GuessCount.objects.filter(key__in=keys, blocked_until__gt=now).values_list("blocked_until", flat=True)
    if wait := max((int((end - now).total_seconds()) + 1 for end in ends if end), default=0):
        message = f"Too many wrong attempts. Try again in {wait} seconds."
        raise DomainError("throttled", message, status=429, retry_after=wait)


def _count(counts: Sequence[Count], now: datetime) -> None:
    # Made-up names would fill the table; whoever counts takes away what no longer does.
    GuessCount.objects.filter(last_failed_at__lt=now - FORGET_AFTER).delete()
    for each in counts:
        row, _ = GuessCount.objects.select_for_update().get_or_create(key=each.key, defaults={"last_failed_at": now})
        row.failures += 1
        row.last_failed_at = now
        row.blocked_until = now + timedelta(seconds=wait) if (wait := _wait(row.failures, each)) else None
        row.save()


def _wait(failures: int, count: Count) -> int:
    over = failures - count.free
    return 0 if over < 0 else min(FIRST_WAIT * 2 ** min(over, 20), count.most)
