"""What is signed and good for one use: the use makes a row, and the row refuses the next."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import SpentChallenge


def spend_once(signed: str, *, lifetime: timedelta) -> bool:
    """Whether this is its first use. `lifetime` is how long its signature holds."""
    now = timezone.now()
    SpentChallenge.objects.filter(expires_at__lt=now).delete()
    digest = hashlib.sha256(signed.encode()).hexdigest()
    try:
        with transaction.atomic():
            # Kept a little longer than the signature holds, so that no clock opens a gap between the two.
            SpentChallenge.objects.create(challenge_hash=digest, expires_at=now + lifetime + timedelta(minutes=5))
    except IntegrityError:
        return False
    return True
