"""What OPTIONS answers: what the view is and which bodies it reads. Its fields are in the API's document."""

from __future__ import annotations

from typing import Any

from rest_framework.metadata import SimpleMetadata
from rest_framework.request import Request


class PlainMetadata(SimpleMetadata):
    """The library's own looks the view's object up to see whether its form may be shown, also where there is none."""

    def determine_actions(self, request: Request, view: Any) -> dict[str, Any]:
        return {}
