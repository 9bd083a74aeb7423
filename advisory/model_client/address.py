"""Where a call may go: http or https, to hosts that are allowed, at addresses that are nobody's own network.

The name is resolved once and the call goes to that very address: a name that answers differently a moment later
changes nothing.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from advisory.model_client.errors import ModelError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
LONGEST = 300
# Where clouds hand out their machines' credentials; the first is link-local too.
METADATA = frozenset(map(ipaddress.ip_address, ("169.254.169.254", "100.100.100.200", "192.0.0.192", "fd00:ec2::254")))
NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Base:
    """A base address as it was written, in its parts. `path` has no slash at its end."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_tls(self) -> bool:
        return self.scheme == "https"

    @property
    def netloc(self) -> str:
        """For the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.is_tls else 80) else f"{host}:{self.port}"

    @property
    def text(self) -> str:
        return f"{self.scheme}://{self.netloc}{self.path}"


@dataclass(frozen=True, slots=True)
class Target:
    """A base whose name has been looked up and found fit: the call goes to `ip`."""

    base: Base
    ip: str


def parsed(text: str) -> Base:
    """ModelError `bad_address` for anything that is not a plain http or https address."""
    if len(text) > LONGEST or not text.isprintable() or " " in text or "\\" in text:
        raise _bad("It is too long, or holds a space, a backslash or a character that is not printed.")
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:
        raise _bad("It is not an address.") from None
    if parts.scheme not in ("http", "https"):
        raise _bad("It must begin with https:// or http://.")
    if not host or "%" in host or parts.username is not None or parts.password is not None:
        raise _bad("It must name a host, and no user or password.")
    if "?" in text or "#" in text:
        raise _bad("It must end with its path, as in https://example.org/v1.")
    return Base(parts.scheme, host.lower(), port or (443 if parts.scheme == "https" else 80), parts.path.rstrip("/"))


def _bad(message: str) -> ModelError:
    return ModelError("bad_address", message)


def is_listed(base: Base, listed: Iterable[str]) -> bool:
    """Whether the operator named this host, with or without its port."""
    names = {base.host, f"{base.host}:{base.port}", base.netloc}
    return any(one.strip().lower() in names for one in listed)


def check_host(base: Base, listed: Sequence[str]) -> None:
    """What can be said without asking anybody. ModelError `refused_address`."""
    if is_listed(base, listed):
        return
    if listed:
        raise _refused(f"{base.host} is not among the hosts that are allowed on this server.")
    if not base.is_tls:
        raise _refused("Without https the key and the text would travel readable; only listed hosts may go without.")
    literal = _literal(base.host)
    if literal is not None:
        _check_address(literal, is_named=False)
    elif "." not in base.host or base.host.endswith((".local", ".localhost", ".internal", ".lan", ".home.arpa")):
        raise _refused(f"{base.host} is a name of a private network.")


def looked_up(base: Base, listed: Sequence[str], seconds: float, resolve: Resolve | None = None) -> Target:
    """The base with the address that the call goes to. ModelError `refused_address`, `unreachable` or `timed_out`.

    One bad address among several refuses all: which one is asked for is up to whoever answers for the name.
    """
    check_host(base, listed)
    found = _within(resolve or addresses_of, base, seconds)
    if not found:
        raise ModelError("unreachable", f"{base.host} has no address.")
    for text in found:
        _check_address(ipaddress.ip_address(text), is_named=is_listed(base, listed))
    return Target(base, found[0])


def addresses_of(host: str, port: int) -> Sequence[str]:
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(row[4][0]).partition("%")[0] for row in rows]


def _within(resolve: Resolve, base: Base, seconds: float) -> Sequence[str]:
    """The look-up in a thread of its own: the system's resolver minds no time limit of ours."""
    answers: queue.SimpleQueue[Sequence[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(base.host, base.port))
        except (OSError, UnicodeError) as error:
            answers.put(OSError(str(error)))

    threading.Thread(target=ask, daemon=True, name="model-address").start()
    try:
        found = answers.get(timeout=max(seconds, 0.01))
    except queue.Empty:
        raise ModelError("timed_out", f"{base.host} was not found in time.") from None
    if isinstance(found, OSError):
        raise ModelError("unreachable", f"{base.host} was not found.")
    return found


def _literal(host: str) -> IPAddress | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _check_address(address: IPAddress, *, is_named: bool) -> None:
    """A listed host may be in a private network; where a machine's credentials lie nobody may go."""
    for one in (address, *_within_it(address)):
        if one in METADATA or one.is_link_local or one.is_multicast or one.is_unspecified:
            raise _refused(f"{address} is an address that no model answers at.")
        if not is_named and not one.is_global:
            raise _refused(f"{address} lies in a private network; the operator has not listed this host.")


def _within_it(address: IPAddress) -> list[IPAddress]:
    """The IPv4 addresses that an IPv6 one stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found: list[IPAddress | None] = [address.ipv4_mapped, address.sixtofour]
    if address.teredo is not None:
        found += address.teredo
    if address in NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in found if one is not None]


def _refused(message: str) -> ModelError:
    return ModelError("refused_address", message)
