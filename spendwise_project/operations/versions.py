"""Which versions of what are at work, the engines' as the last analysis named them."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from django.conf import settings

from advisory.models import AnalysisRun

PACKAGES = ("Django", "djangorestframework", "celery", "redis", "granian", "numpy")


def versions() -> list[dict[str, str]]:
    """[{name, version}]: ours first, then what it stands on."""
    ours = [{"name": "SpendWise", "version": str(settings.SPECTACULAR_SETTINGS["VERSION"])}]
    python = [{"name": "Python", "version": platform.python_version()}]
    return [*ours, *python, *({"name": name, "version": _installed(name)} for name in PACKAGES)]


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def engines() -> list[dict[str, str]]:
    """[{name, version}] of the latest analysis. The engines bring numpy, which the web process does without."""
    latest = AnalysisRun.objects.order_by("-finished_at").values_list("versions", flat=True).first() or {}
    return [{"name": name, "version": str(said)} for name, said in sorted(latest.items()) if "@" in str(said)]
