"""Without the packages of its own the command says what to run, and nothing else loads them."""

from __future__ import annotations

import sys

import pytest
from django.core.management import CommandError, call_command


def test_without_its_packages_it_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPENDWISE_MCP_TOKEN", "swp_something")
    monkeypatch.delitem(sys.modules, "advisory.mcp.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp_types", None)
    with pytest.raises(
        CommandError, match=r"^This needs packages of its own: run `python3 -m scripts.install mcp` once\.$"
    ):
        call_command("mcp")


def test_a_fault_of_its_own_is_not_called_missing_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPENDWISE_MCP_TOKEN", "swp_something")
    monkeypatch.delitem(sys.modules, "advisory.mcp.server", raising=False)
    monkeypatch.setitem(sys.modules, "advisory.mcp.calls", None)
    with pytest.raises(ModuleNotFoundError):
        call_command("mcp")
