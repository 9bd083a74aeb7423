"""A mail server on 127.0.0.1 that takes mails, or misbehaves at a chosen step. One thread a connection."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

Step = Literal[
    "", "greeting", "rcpt_refused", "rcpt_hangs_up", "data_refused", "data_hangs_up", "data_stalls", "data_rejected",
    "greeting_stalls", "quit_hangs_up",
]  # fmt: skip


@dataclass
class Mailbox:
    """`mails`: (recipients, content) of each mail taken; `begun`: how many DATA there were. `step`: where it errs."""

    step: Step = ""
    port: int = 0
    mails: list[tuple[list[str], str]] = field(default_factory=list)
    begun: int = 0
    connections: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    is_over: threading.Event = field(default_factory=threading.Event)


class Conversation(socketserver.StreamRequestHandler):
    timeout = 20

    @property
    def box(self) -> Mailbox:
        return self.server.box  # type: ignore[attr-defined,no-any-return]  # set below

    def say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self) -> None:
        try:
            self.converse()
        except (OSError, ValueError):
            return  # the client hung up

    def converse(self) -> None:
        box, recipients = self.box, []
        with box.lock:
            box.connections += 1
        if box.step == "greeting_stalls":
            box.is_over.wait(15)
            return
        self.say("554 go away" if box.step == "greeting" else "220 here")
        while line := self.rfile.readline().decode("utf-8", "replace").strip():
            word = line.upper()
            if word.startswith("RCPT"):
                if box.step == "rcpt_hangs_up":
                    return
                if box.step == "rcpt_refused":
                    self.say("550 nobody of that name")
                    continue
                recipients.append(line.split(":", 1)[1].strip("<> "))
            if word == "DATA":
                if not self.take(recipients):
                    return
                continue
            if word == "QUIT":
                if box.step != "quit_hangs_up":
                    self.say("221 bye")
                return
            self.say("250 fine")

    def take(self, recipients: list[str]) -> bool:
        box = self.box
        if box.step == "data_refused":
            self.say("554 not now")
            return True
        self.say("354 go on")
        with box.lock:
            box.begun += 1
        lines = []
        while (line := self.rfile.readline().decode("utf-8", "replace")) != ".\r\n":
            if not line:
                return False
            lines.append(line)
        if box.step == "data_hangs_up":
            return False
        if box.step == "data_stalls":
            box.is_over.wait(15)
            return False
        if box.step == "data_rejected":
            self.say("552 too large")
            return True
        with box.lock:
            box.mails.append((list(recipients), "".join(lines)))
        self.say("250 taken")
        return True


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 100


@contextmanager
def mail_server(step: Step = "") -> Iterator[Mailbox]:
    box = Mailbox(step)
    with Server(("127.0.0.1", 0), Conversation) as server:
        server.box = box  # type: ignore[attr-defined]  # for the conversations
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield box
        finally:
            box.is_over.set()
            server.shutdown()
            thread.join()


def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
