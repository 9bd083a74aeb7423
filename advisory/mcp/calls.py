"""One call: whose token it is, what the tool says, and a refusal in plain words for whatever goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rest_framework.exceptions import ValidationError

from accounts.errors import DomainError
from accounts.models import PersonalToken
from accounts.personal import owner_by_token
from advisory.mcp.pace import Pace
from advisory.mcp.tools import TOOLS

logger = logging.getLogger("spendwise.mcp")


@dataclass(frozen=True, slots=True)
class Outcome:
    """`is_refused`: nothing was looked up; `content` is then {code, message, fields} as in the API."""

    content: dict[str, Any]
    words: str
    is_refused: bool = False


def call(token: str, name: str, arguments: Mapping[str, Any], pace: Pace) -> Outcome:
    """The token is looked up for every call, so that ending it ends this at once."""
    try:
        owner = owner_by_token(token, PersonalToken.Scope.READ)
        pace.step()
        told = _tool(name)(owner, arguments)
    except DomainError as error:
        return _refused(error.code, error.message, error.fields)
    except ValidationError as error:
        return _refused("invalid", "Some arguments are not right.", error.detail)
    except Exception:
        # The program that asks is told no more than that: what went wrong may hold somebody's data.
        logger.exception("the tool %s failed", name)
        return _refused("failed", "This could not be answered.", {})
    return Outcome(told.content, told.words)


def _tool(name: str) -> Any:
    if name not in TOOLS:
        raise DomainError("not_found", "There is no such tool.")
    return TOOLS[name]


def _refused(code: str, message: str, fields: Any) -> Outcome:
    lines = [message, *(f"{name}: {_line(said)}" for name, said in dict(fields).items())]
    return Outcome({"code": code, "message": message, "fields": fields}, "\n".join(lines), is_refused=True)


def _line(said: Any) -> str:
    return " ".join(map(str, said)) if isinstance(said, list | tuple) else str(said)
