"""/api/auth/second-factor/ and the second step of signing in."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api import serializers as shapes
from accounts.api.cookies import require_same_origin
from accounts.api.schema import DeletionBodySchema, refusals
from accounts.api.views import bearer_family, checked, pair_response, signed_in
from accounts.callers import caller_of
from accounts.services import second_factors, sign_ins
from accounts.throttles import AddressThrottle, PasswordThrottle

CODE_MAX_LENGTH = 64
NO_STORE = {"Cache-Control": "no-store"}


def code_field(help_text: str = "Six digits of the app, or a recovery code.", **options: Any) -> serializers.CharField:
    return serializers.CharField(max_length=CODE_MAX_LENGTH, write_only=True, help_text=help_text, **options)


class SecondStepSerializer(serializers.Serializer[Any]):
    challenge = serializers.CharField(max_length=shapes.TOKEN_MAX_LENGTH, help_text="As the first step answered it.")
    code = code_field()
    cookie = serializers.BooleanField(
        default=False, help_text="Put the refresh token into an HttpOnly cookie and not into the answer."
    )


class SecondFactorSerializer(serializers.Serializer[Any]):
    is_on = serializers.BooleanField(help_text="Whether something is asked for beside the password.")
    confirmed_at = serializers.DateTimeField(allow_null=True, help_text="Since when the app is on; null without one.")
    passkeys = serializers.IntegerField()
    recovery_codes_left = serializers.IntegerField()


class SecondFactorSetupSerializer(serializers.Serializer[Any]):
    secret = serializers.CharField(help_text="Base32, to be typed into the app. Shown now and never again.")
    uri = serializers.CharField(help_text="The same as an otpauth:// address.")
    svg = serializers.CharField(help_text="The same as a QR code, an SVG document.")


class SecondFactorConfirmSerializer(serializers.Serializer[Any]):
    code = code_field("Six digits of the app.")


class SecondFactorProofSerializer(serializers.Serializer[Any]):
    password = shapes.password_field()
    code = code_field(
        "Where a second factor is on: six digits of the app, or a recovery code. Without an app not asked for within a "
        "quarter of an hour after signing in.",
        required=False,
        allow_blank=True,
        default="",
    )


class RecoveryCodesSerializer(serializers.Serializer[Any]):
    recovery_codes = serializers.ListField(
        child=serializers.CharField(), help_text="Each works once. Shown now and never again."
    )


def proof_of(request: Request) -> second_factors.Proof:
    """What a request says to show that it is its user who asks."""
    family = bearer_family(request)
    is_fresh = family is not None and family.is_fresh
    data = checked(SecondFactorProofSerializer, request)
    return second_factors.Proof(**data, is_fresh=is_fresh, caller=caller_of(request))


@extend_schema(tags=["auth"])
class SecondStepView(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]
    throttle_classes = [AddressThrottle]

    @extend_schema(
        operation_id="auth_token_second_factor",
        summary="Finish a sign-in by the second factor",
        description="The challenge comes with the refusal `second_factor_required` of the first step. It holds for a "
        "few minutes and a few attempts, and is good for one sign-in.",
        request=SecondStepSerializer,
        responses={200: shapes.TokenPairSerializer, **refusals(400, 401, 403, 429)},
    )
    def post(self, request: Request) -> Response:
        data = checked(SecondStepSerializer, request)
        if data["cookie"]:
            require_same_origin(request)
        pair, user = sign_ins.sign_in_finish(challenge=data["challenge"], code=data["code"], caller=caller_of(request))
        return pair_response(request, pair, in_cookie=data["cookie"], email=user.email)


@extend_schema(tags=["auth"])
class SecondFactorView(APIView):
    schema = DeletionBodySchema()

    def get_throttles(self) -> list[Any]:
        """All but looking asks for the password."""
        return super().get_throttles() if self.request.method == "GET" else [PasswordThrottle()]

    @extend_schema(
        operation_id="auth_second_factor",
        summary="Whether I have a second factor",
        responses={200: SecondFactorSerializer, **refusals(401, 403)},
    )
    def get(self, request: Request) -> Response:
        return Response(SecondFactorSerializer(second_factors.second_factor_state(signed_in(request))).data)

    @extend_schema(
        operation_id="auth_second_factor_begin",
        summary="Begin to set up an authenticator app",
        description="Nothing is asked for until a code confirms it.",
        request=SecondFactorProofSerializer,
        responses={201: SecondFactorSetupSerializer, **refusals(400, 401, 403, 409, 429)},
    )
    def post(self, request: Request) -> Response:
        setup = second_factors.second_factor_begin(owner=signed_in(request), proof=proof_of(request))
        shown = SecondFactorSetupSerializer(setup).data
        return Response(shown, status=status.HTTP_201_CREATED, headers=NO_STORE)

    @extend_schema(
        operation_id="auth_second_factor_end",
        summary="Take the app away",
        description="Passkeys stay, and with them the recovery codes. Without any the password alone opens again.",
        request=SecondFactorProofSerializer,
        responses={204: None, **refusals(400, 401, 403, 409, 429)},
    )
    def delete(self, request: Request) -> Response:
        second_factors.second_factor_end(owner=signed_in(request), proof=proof_of(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


@extend_schema(tags=["auth"])
class SecondFactorConfirmView(APIView):
    throttle_classes = [PasswordThrottle]

    @extend_schema(
        operation_id="auth_second_factor_confirm",
        summary="Switch the app on by its first code",
        description="Recovery codes come with the first second factor; the list is empty where there are some already.",
        request=SecondFactorConfirmSerializer,
        responses={200: RecoveryCodesSerializer, **refusals(400, 401, 403, 409, 429)},
    )
    def post(self, request: Request) -> Response:
        data = checked(SecondFactorConfirmSerializer, request)
        codes = second_factors.second_factor_confirm(owner=signed_in(request), **data)
        return Response({"recovery_codes": codes}, headers=NO_STORE)


@extend_schema(tags=["auth"])
class RecoveryCodesView(APIView):
    throttle_classes = [PasswordThrottle]

    @extend_schema(
        operation_id="auth_recovery_codes_renew",
        summary="Make new recovery codes; the old ones end",
        request=SecondFactorProofSerializer,
        responses={200: RecoveryCodesSerializer, **refusals(400, 401, 403, 409, 429)},
    )
    def post(self, request: Request) -> Response:
        codes = second_factors.recovery_codes_renew(owner=signed_in(request), proof=proof_of(request))
        return Response({"recovery_codes": codes}, headers=NO_STORE)
