"""Passkeys (Web Authentication, level 3): what a browser is asked for, and whether its answer is one.

The bytes are read by fido2; what it leaves to the caller is decided here: the algorithms, the origin, the counter, and
that an answer which cannot be read is a wrong one. Attestation is not asked for: whose factory a key comes from is no
matter of ours, and would tell on people.
"""

from __future__ import annotations

import secrets
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from fido2.cose import ES256, RS256, EdDSA
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialParameters,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

ALGORITHMS = (ES256.ALGORITHM, EdDSA.ALGORITHM, RS256.ALGORITHM)
"""Every authenticator has one of these three; fido2 also reads some that nobody should register today."""
TRANSPORTS = frozenset({"usb", "nfc", "ble", "internal", "hybrid", "smart-card"})
MOST_ID_BYTES = 1023
# All that fido2 and cryptography raise at bytes which are no answer.
UNREADABLE = (
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, NotImplementedError),
    *(struct.error, OverflowError, RecursionError, InvalidSignature, UnsupportedAlgorithm),
)
State = dict[str, Any]
Answer = Mapping[str, Any]
"""A PublicKeyCredential as its toJSON() gives it: every binary value in base64url."""


class NoPasskeyError(Exception):
    """The answer is not one to this challenge by this passkey at this place. The text is for logs and tests."""


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """Whom passkeys are made for: `host` goes into each of them, `is_origin` says which pages may use them."""

    host: str
    is_origin: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Credential:
    """A passkey as it was registered, with the counter of its last use; both texts are base64url.

    `attested` is its attested credential data: id and public key as the authenticator gave them.
    """

    credential_id: str
    attested: str
    sign_count: int
    transports: Sequence[str] = ()


def registration_options(
    party: RelyingParty, *, handle: str, email: str, name: str, held: Sequence[Credential]
) -> tuple[dict[str, Any], State]:
    """What navigator.credentials.create takes, as JSON, and what has to be remembered until it is answered.

    An authenticator that holds one of `held` makes no second one.
    """
    options, state = _server(party).register_begin(
        PublicKeyCredentialUserEntity(id=websafe_decode(handle), name=email, display_name=name or email),
        credentials=_descriptors(held),
        resident_key_requirement=ResidentKeyRequirement.PREFERRED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return dict(options.public_key), dict(state)


def registration_check(party: RelyingParty, state: State, answer: Answer) -> Credential:
    """What to keep of the answer; NoPasskeyError where it is none."""
    try:
        data = _server(party).register_complete(state, answer)
        made = data.credential_data
    except UNREADABLE as error:
        raise NoPasskeyError(type(error).__name__) from error
    if made is None or made.public_key.ALGORITHM not in ALGORITHMS:
        raise NoPasskeyError("not an algorithm that was offered")
    credential_id = websafe_encode(made.credential_id)
    if credential_id != answer["rawId"] or not 16 <= len(made.credential_id) <= MOST_ID_BYTES:
        raise NoPasskeyError("not the id that was attested")
    return Credential(credential_id, websafe_encode(bytes(made)), data.counter)


def assertion_options(
    party: RelyingParty, *, held: Sequence[Credential] | None, is_verified: bool
) -> tuple[dict[str, Any], State]:
    """What navigator.credentials.get takes, as JSON, and what has to be remembered.

    `held` None: any passkey for this host will do. `is_verified`: the device must ask for PIN, finger or face.
    """
    wanted = UserVerificationRequirement.REQUIRED if is_verified else UserVerificationRequirement.PREFERRED
    descriptors = None if held is None else _descriptors(held)
    options, state = _server(party).authenticate_begin(descriptors, user_verification=wanted)
    return dict(options.public_key), dict(state)


def assertion_check(party: RelyingParty, state: State, answer: Answer, held: Credential) -> int:
    """The counter after this use; NoPasskeyError where the answer is not this passkey's, or its counter has not moved.

    A counter that stands still or goes back means that a copy of the key is in use. Many authenticators never count:
    theirs is zero for ever.
    """
    try:
        key = AttestedCredentialData(websafe_decode(held.attested))
        _server(party).authenticate_complete(state, [key], answer)
        counter = AuthenticationResponse.from_dict(answer).response.authenticator_data.counter
    except UNREADABLE as error:
        raise NoPasskeyError(type(error).__name__) from error
    if (counter or held.sign_count) and counter <= held.sign_count:
        raise NoPasskeyError("the counter has not moved")
    return counter


def handle_new() -> str:
    """By what authenticators know one person: random, as the specification wants it to say nothing of them."""
    return websafe_encode(secrets.token_bytes(32))


def _server(party: RelyingParty) -> Fido2Server:
    server = Fido2Server(PublicKeyCredentialRpEntity(name="SpendWise", id=party.host), verify_origin=party.is_origin)
    server.allowed_algorithms = [
        PublicKeyCredentialParameters(type=PublicKeyCredentialType.PUBLIC_KEY, alg=alg) for alg in ALGORITHMS
    ]
    return server


def _descriptors(held: Sequence[Credential]) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(
            type=PublicKeyCredentialType.PUBLIC_KEY,
            id=websafe_decode(each.credential_id),
            transports=[AuthenticatorTransport(name) for name in each.transports] or None,
        )
        for each in held
    ]
