"""/api/auth/password/reset/: a new password by mail."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api import serializers as shapes
from accounts.api.cookies import clear_refresh_cookie
from accounts.api.schema import refusals
from accounts.api.views import checked, page_address
from accounts.callers import caller_of
from accounts.services import resets
from accounts.throttles import AddressThrottle, PasswordThrottle

PAGE = "/reset-password"


class PasswordForgottenSerializer(serializers.Serializer[Any]):
    email = serializers.EmailField(max_length=254)


class PasswordResetSerializer(serializers.Serializer[Any]):
    token = serializers.CharField(max_length=shapes.TOKEN_MAX_LENGTH, write_only=True, help_text="As the mail has it.")
    new_password = shapes.password_field()


@extend_schema(tags=["auth"])
class PasswordForgottenView(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]
    throttle_classes = [AddressThrottle, PasswordThrottle]

    @extend_schema(
        operation_id="auth_password_reset",
        summary="Ask for a mail that lets me set a new password",
        description="The answer is the same whether or not somebody has this address.",
        request=PasswordForgottenSerializer,
        responses={202: None, **refusals(400, 429)},
    )
    def post(self, request: Request) -> Response:
        data = checked(PasswordForgottenSerializer, request)
        resets.reset_request(email=data["email"], page=page_address(request, PAGE), caller=caller_of(request))
        return Response(status=status.HTTP_202_ACCEPTED)


@extend_schema(tags=["auth"])
class PasswordResetView(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]
    throttle_classes = [AddressThrottle]

    @extend_schema(
        operation_id="auth_password_reset_confirm",
        summary="Set a new password by what the mail says, and end every sign-in",
        description="It works once, for half an hour. A second factor stays on.",
        request=PasswordResetSerializer,
        responses={204: None, **refusals(400, 429)},
    )
    def post(self, request: Request) -> Response:
        resets.reset_confirm(**checked(PasswordResetSerializer, request))
        response = Response(status=status.HTTP_204_NO_CONTENT)
        clear_refresh_cookie(response)
        return response
