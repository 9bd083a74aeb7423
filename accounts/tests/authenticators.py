"""An authenticator in software: keeps keys, signs challenges, and lies where a test wants it to."""

from __future__ import annotations

import hashlib
import json
import secrets
import struct
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.utils import websafe_decode, websafe_encode

ORIGIN = "http://localhost:8000"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40
Key = EllipticCurvePrivateKey | Ed25519PrivateKey


def es256() -> Key:
    return generate_private_key(SECP256R1())


def cose(key: Key) -> dict[int, Any]:
    """The public half as a COSE key (RFC 9052)."""
    public = key.public_key()
    if isinstance(key, Ed25519PrivateKey):
        return {1: 1, 3: -8, -1: 6, -2: key.public_key().public_bytes_raw()}
    numbers = public.public_numbers()  # type: ignore[union-attr]  # the other kind is behind us
    return {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}


@dataclass
class Authenticator:
    """`counts` by this much with each use. What is set here beside that is what a browser or a thief may get wrong."""

    counts: int = 1
    key: Key = field(default_factory=es256)
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    handle: str = ""
    count: int = 0

    def make(self, options: dict[str, Any], **wrong: Any) -> dict[str, Any]:
        """The answer to navigator.credentials.create."""
        self.handle = options["user"]["id"]
        public = wrong.get("public", cose(self.key))
        attested = bytes(16) + struct.pack(">H", len(self.credential_id)) + self.credential_id + cbor.encode(public)
        flags = wrong.get("flags", PRESENT | VERIFIED | ATTESTED)
        data = self._data(wrong.get("host", options["rp"]["id"]), flags) + (attested if flags & ATTESTED else b"")
        statement = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", options, wrong)
        return self._answer({"clientDataJSON": client, "attestationObject": statement, "transports": ["usb", "x"]})

    def use(self, options: dict[str, Any], **wrong: Any) -> dict[str, Any]:
        """The answer to navigator.credentials.get."""
        self.count += self.counts
        data = self._data(wrong.get("host", options["rpId"]), wrong.get("flags", PRESENT | VERIFIED))
        client = self._client("webauthn.get", options, wrong)
        signature = self._sign(data + hashlib.sha256(client).digest())
        handle = websafe_decode(wrong.get("handle", self.handle))
        return self._answer(
            {"clientDataJSON": client, "authenticatorData": data, "signature": signature, "userHandle": handle}
        )

    def _sign(self, message: bytes) -> bytes:
        if isinstance(self.key, Ed25519PrivateKey):
            return self.key.sign(message)
        return self.key.sign(message, ECDSA(SHA256()))

    def _data(self, host: str, flags: int) -> bytes:
        return hashlib.sha256(host.encode()).digest() + struct.pack(">BI", flags, self.count)

    def _client(self, kind: str, options: dict[str, Any], wrong: dict[str, Any]) -> bytes:
        said = {"type": kind, "challenge": options["challenge"], "origin": ORIGIN, "crossOrigin": False}
        return json.dumps(said | {name: wrong[name] for name in said if name in wrong}).encode()

    def _answer(self, response: dict[str, Any]) -> dict[str, Any]:
        named = websafe_encode(self.credential_id)
        texts = {name: websafe_encode(part) if isinstance(part, bytes) else part for name, part in response.items()}
        return {"id": named, "rawId": named, "type": "public-key", "response": texts}
