"""/api/auth/passkeys/ and the two steps of signing in with one."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api import serializers as shapes
from accounts.api.cookies import require_same_origin
from accounts.api.schema import DeletionBodySchema, refusals
from accounts.api.second_factor import NO_STORE, SecondFactorProofSerializer, proof_of
from accounts.api.views import bearer_family, checked, pair_response, signed_in
from accounts.callers import caller_of
from accounts.models import Passkey
from accounts.services import passkey_sign_ins, passkeys
from accounts.throttles import AddressThrottle, PasswordThrottle

BASE64URL = r"^[A-Za-z0-9_-]*\Z"


def base64url_field(most: int, **options: Any) -> serializers.RegexField:
    return serializers.RegexField(BASE64URL, max_length=most, **options)


class PasskeySerializer(serializers.ModelSerializer[Passkey]):
    class Meta:
        model = Passkey
        fields: ClassVar[list[str]] = ["id", "name", "created_at", "last_used_at"]
        read_only_fields = fields


class PasskeyNameSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=80, help_text="By which its owner knows it.")


class PasskeyCeremonySerializer(serializers.Serializer[Any]):
    challenge = serializers.CharField(help_text="To be sent back with the browser's answer, within five minutes.")
    options = serializers.DictField(
        help_text="PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON, for the browser."
    )


# The names are those of Web Authentication: what a credential's own toJSON() gives can be sent as it is.
class AttestationSerializer(serializers.Serializer[Any]):
    clientDataJSON = base64url_field(8192)  # noqa: N815
    attestationObject = base64url_field(32_768)  # noqa: N815
    transports = serializers.ListField(child=serializers.CharField(max_length=20), max_length=10, required=False)


class AssertionSerializer(serializers.Serializer[Any]):
    clientDataJSON = base64url_field(8192)  # noqa: N815
    authenticatorData = base64url_field(8192)  # noqa: N815
    signature = base64url_field(8192)
    userHandle = base64url_field(128, required=False, allow_null=True, allow_blank=True)  # noqa: N815


class PasskeyMadeSerializer(serializers.Serializer[Any]):
    id = base64url_field(1364)
    rawId = base64url_field(1364)  # noqa: N815
    response = AttestationSerializer()


class PasskeyUsedSerializer(serializers.Serializer[Any]):
    id = base64url_field(1364)
    rawId = base64url_field(1364)  # noqa: N815
    response = AssertionSerializer()


class PasskeyRegistrationSerializer(PasskeyNameSerializer):
    challenge = serializers.CharField(max_length=shapes.TOKEN_MAX_LENGTH, help_text="As the first step answered it.")
    credential = PasskeyMadeSerializer()


class PasskeyRegisteredSerializer(PasskeySerializer):
    recovery_codes = serializers.ListField(
        child=serializers.CharField(),
        help_text="With the first second factor: each works once, shown now and never again. Else empty.",
    )

    class Meta(PasskeySerializer.Meta):
        fields: ClassVar[list[str]] = [*PasskeySerializer.Meta.fields, "recovery_codes"]
        read_only_fields = fields


class PasskeySignInBeginSerializer(serializers.Serializer[Any]):
    challenge = serializers.CharField(
        max_length=shapes.TOKEN_MAX_LENGTH,
        required=False,
        allow_blank=True,
        default="",
        help_text="That of a right password. Left out, or empty, to sign in by the passkey alone.",
    )


class PasskeySignInSerializer(serializers.Serializer[Any]):
    challenge = serializers.CharField(max_length=shapes.TOKEN_MAX_LENGTH, help_text="As the first step answered it.")
    credential = PasskeyUsedSerializer()
    cookie = serializers.BooleanField(
        default=False, help_text="Put the refresh token into an HttpOnly cookie and not into the answer."
    )


def session_of(request: Request) -> uuid.UUID | None:
    family = bearer_family(request)
    return None if family is None else family.pk


@extend_schema(tags=["auth"])
class PasskeyListView(APIView):
    @extend_schema(
        operation_id="auth_passkeys",
        summary="My passkeys",
        responses={200: PasskeySerializer(many=True), **refusals(401, 403)},
    )
    def get(self, request: Request) -> Response:
        return Response(PasskeySerializer(passkeys.passkey_list(signed_in(request)), many=True).data)

    @extend_schema(
        operation_id="auth_passkey_register",
        summary="Keep the passkey that the browser made",
        request=PasskeyRegistrationSerializer,
        responses={201: PasskeyRegisteredSerializer, **refusals(400, 401, 403)},
    )
    def post(self, request: Request) -> Response:
        data = checked(PasskeyRegistrationSerializer, request)
        made = passkeys.passkey_register(
            owner=signed_in(request),
            session=session_of(request),
            challenge=data["challenge"],
            name=data["name"],
            answer=data["credential"],
        )
        shown = {**PasskeySerializer(made.passkey).data, "recovery_codes": made.recovery_codes}
        return Response(shown, status=status.HTTP_201_CREATED, headers=NO_STORE)


@extend_schema(tags=["auth"])
class PasskeyBeginView(APIView):
    throttle_classes = [PasswordThrottle]

    @extend_schema(
        operation_id="auth_passkey_begin",
        summary="Begin to make a passkey",
        description="The password is asked for, and where a second factor is on a code too; without an app a sign-in "
        "of the last quarter of an hour will do.",
        request=SecondFactorProofSerializer,
        responses={200: PasskeyCeremonySerializer, **refusals(400, 401, 403, 429)},
    )
    def post(self, request: Request) -> Response:
        proof = proof_of(request)
        begun = passkeys.passkey_begin(owner=signed_in(request), session=session_of(request), proof=proof)
        return Response(PasskeyCeremonySerializer(begun).data, headers=NO_STORE)


@extend_schema(tags=["auth"])
class PasskeyView(APIView):
    schema = DeletionBodySchema()

    def get_throttles(self) -> list[Any]:
        """Removing one asks for the password."""
        return [PasswordThrottle()] if self.request.method == "DELETE" else super().get_throttles()

    @extend_schema(
        operation_id="auth_passkey_rename",
        summary="Give a passkey another name",
        request=PasskeyNameSerializer,
        responses={200: PasskeySerializer, **refusals(400, 401, 403, 404)},
    )
    def patch(self, request: Request, pk: int) -> Response:
        row = passkeys.passkey_get(signed_in(request), pk)
        data = checked(PasskeyNameSerializer, request)
        return Response(PasskeySerializer(passkeys.passkey_rename(passkey=row, name=data["name"])).data)

    @extend_schema(
        operation_id="auth_passkey_remove",
        summary="Remove a passkey; it opens nothing any more",
        request=SecondFactorProofSerializer,
        responses={204: None, **refusals(400, 401, 403, 404, 429)},
    )
    def delete(self, request: Request, pk: int) -> Response:
        row = passkeys.passkey_get(signed_in(request), pk)
        passkeys.passkey_remove(passkey=row, proof=proof_of(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


@extend_schema(tags=["auth"])
class PasskeySignInBeginView(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]
    throttle_classes = [AddressThrottle]

    @extend_schema(
        operation_id="auth_token_passkey_begin",
        summary="Begin to sign in with a passkey, alone or after the password",
        description="Alone, the device has to ask for a PIN, a finger or a face.",
        request=PasskeySignInBeginSerializer,
        responses={200: PasskeyCeremonySerializer, **refusals(400, 401, 429)},
    )
    def post(self, request: Request) -> Response:
        begun = passkey_sign_ins.passkey_sign_in_begin(**checked(PasskeySignInBeginSerializer, request))
        return Response(PasskeyCeremonySerializer(begun).data, headers=NO_STORE)


@extend_schema(tags=["auth"])
class PasskeySignInView(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]
    throttle_classes = [AddressThrottle]

    @extend_schema(
        operation_id="auth_token_passkey",
        summary="Sign in by what the passkey answered",
        description="A challenge is good for one answer, right or wrong.",
        request=PasskeySignInSerializer,
        responses={200: shapes.TokenPairSerializer, **refusals(400, 401, 403, 429)},
    )
    def post(self, request: Request) -> Response:
        data = checked(PasskeySignInSerializer, request)
        if data["cookie"]:
            require_same_origin(request)
        pair, user = passkey_sign_ins.passkey_sign_in_finish(
            challenge=data["challenge"], answer=data["credential"], caller=caller_of(request)
        )
        return pair_response(request, pair, in_cookie=data["cookie"], email=user.email)
