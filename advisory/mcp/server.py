"""The protocol over standard input and output. The only module that needs the extra packages (requirements/mcp.txt)."""

from __future__ import annotations

from typing import Any

import anyio
import mcp_types as types
from asgiref.sync import sync_to_async
from django.db import close_old_connections
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from advisory.mcp.calls import Outcome, call
from advisory.mcp.catalogue import CARDS, INSTRUCTIONS
from advisory.mcp.pace import Pace


def serve(token: str, version: str) -> None:
    """Answer until the program at the other end hangs up."""
    anyio.run(_serve, token, version)


async def _serve(token: str, version: str) -> None:
    server = make_server(token, version)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def make_server(token: str, version: str) -> Server[Any]:
    pace = Pace()

    def called(name: str, arguments: dict[str, Any]) -> Outcome:
        close_old_connections()  # hours may lie between two calls, and the database may have hung up meanwhile
        try:
            return call(token, name, arguments, pace)
        finally:
            close_old_connections()

    # One thread for all calls: they take turns, and there is one database connection.
    answer = sync_to_async(called, thread_sensitive=True)

    async def list_tools(_context: Any, _params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_tool(card) for card in CARDS])

    async def call_tool(_context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        return _result(await answer(params.name, params.arguments or {}))

    return Server(
        "spendwise",
        title="SpendWise",
        version=version,
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _tool(card: Any) -> types.Tool:
    hints = types.ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    return types.Tool(
        name=card.name, title=card.title, description=card.description, input_schema=card.schema, annotations=hints
    )


def _result(outcome: Outcome) -> types.CallToolResult:
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=outcome.words)],
        structured_content=outcome.content,
        is_error=outcome.is_refused,
    )
