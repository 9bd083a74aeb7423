"""What was said once about the files of a source, kept for its next file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.models import ImportProfile, LedgerAccount


def profile_for(*, owner: User, source_key: str) -> ImportProfile | None:
    """What is remembered for this source."""
    if not source_key:
        return None
    return editable_by(ImportProfile.objects.filter(source_key=source_key[:200]), owner).first()


def profile_remember(
    *, owner: User, source_key: str, overrides: Mapping[str, Any], account: LedgerAccount | None
) -> ImportProfile | None:
    """Keep what was said; the latest word counts. None where the reader cannot tell the source again."""
    if not source_key:
        return None
    profile, _ = ImportProfile.objects.update_or_create(
        owner=owner,
        source_key=source_key[:200],
        defaults={"overrides": dict(overrides), "account": account, "last_used": timezone.now()},
    )
    return profile


def profile_used(profile: ImportProfile) -> None:
    ImportProfile.objects.filter(pk=profile.pk).update(last_used=timezone.now())


def profile_delete(*, owner: User, profile_id: int) -> None:
    """Forget it: the next file of the source asks again."""
    get_editable(ImportProfile.objects.all(), owner, profile_id).delete()
