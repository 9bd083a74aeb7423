"""/api/auth/sessions/ and /api/auth/tokens/: who is signed in as me, and which programs hold a key of mine."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.schema import refusals
from accounts.api.serializers import password_field
from accounts.api.views import bearer_family, checked, signed_in
from accounts.models import AuditEvent, PersonalToken, SignIn
from accounts.services import personal_tokens, sign_ins
from accounts.services.activity import activity_list
from accounts.services.passwords import password_require
from accounts.throttles import PasswordThrottle


class SessionSerializer(serializers.ModelSerializer[SignIn]):
    is_current = serializers.SerializerMethodField(help_text="The one that asks.")

    class Meta:
        model = SignIn
        fields: ClassVar[list[str]] = ["id", "device", "created_at", "last_used_at", "expires_at", "is_current"]
        read_only_fields = fields

    @extend_schema_field(bool)
    def get_is_current(self, row: SignIn) -> bool:
        current = self.context.get("current")
        return current is not None and row.pk == current.pk


class PersonalTokenSerializer(serializers.ModelSerializer[PersonalToken]):
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=PersonalToken.Scope.choices))

    class Meta:
        model = PersonalToken
        fields: ClassVar[list[str]] = ["id", "name", "hint", "scopes", "created_at", "expires_at", "last_used_at"]
        read_only_fields = fields


class PersonalTokenMadeSerializer(PersonalTokenSerializer):
    token = serializers.CharField(help_text="The token itself. It is shown now and never again.")

    class Meta(PersonalTokenSerializer.Meta):
        fields: ClassVar[list[str]] = [*PersonalTokenSerializer.Meta.fields, "token"]
        read_only_fields = fields


class PersonalTokenGivenSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=80)
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=PersonalToken.Scope.choices), allow_empty=False, max_length=8
    )
    expires_at = serializers.DateTimeField(required=False, allow_null=True, help_text="None: until it is revoked.")
    password = password_field(
        required=False,
        help_text="Mine, so that nobody makes one at a screen that I left open; asked for a quarter of an hour after "
        "signing in.",
    )


class ActivitySerializer(serializers.ModelSerializer[AuditEvent]):
    address = serializers.SerializerMethodField(help_text="From where, if it is known.")
    device = serializers.SerializerMethodField(help_text="What the browser or program called itself.")
    door = serializers.SerializerMethodField(
        help_text="Where it is not the API: admin, command, second_factor, passkey."
    )

    class Meta:
        model = AuditEvent
        fields: ClassVar[list[str]] = ["id", "action", "created_at", "address", "device", "door"]
        read_only_fields = fields

    def get_address(self, row: AuditEvent) -> str:
        return str(row.detail.get("from", ""))

    def get_device(self, row: AuditEvent) -> str:
        return str(row.detail.get("device", ""))

    def get_door(self, row: AuditEvent) -> str:
        return str(row.detail.get("door", ""))


@extend_schema(tags=["auth"])
class ActivityView(APIView):
    @extend_schema(
        operation_id="auth_activity",
        summary="What happened to my account lately",
        responses={200: ActivitySerializer(many=True), **refusals(401, 403)},
    )
    def get(self, request: Request) -> Response:
        return Response(ActivitySerializer(activity_list(signed_in(request)), many=True).data)


@extend_schema(tags=["auth"])
class SessionListView(APIView):
    @extend_schema(
        operation_id="auth_sessions",
        summary="Where I am signed in",
        responses={200: SessionSerializer(many=True), **refusals(401, 403)},
    )
    def get(self, request: Request) -> Response:
        rows = sign_ins.session_list(signed_in(request))
        return Response(SessionSerializer(rows, many=True, context={"current": bearer_family(request)}).data)

    @extend_schema(
        operation_id="auth_sessions_end",
        summary="End every sign-in but this one",
        responses={204: None, **refusals(401, 403)},
    )
    def delete(self, request: Request) -> Response:
        sign_ins.sessions_end(owner=signed_in(request), but=bearer_family(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


@extend_schema(tags=["auth"])
class SessionView(APIView):
    @extend_schema(
        operation_id="auth_session_end",
        summary="End one sign-in, with all its tokens",
        responses={204: None, **refusals(401, 403, 404)},
    )
    def delete(self, request: Request, pk: uuid.UUID) -> Response:
        sign_ins.session_end(owner=signed_in(request), session_id=pk)
        return Response(status=status.HTTP_204_NO_CONTENT)


@extend_schema(tags=["auth"])
class PersonalTokenListView(APIView):
    def get_throttles(self) -> list[Any]:
        """Making one may ask for the password."""
        return [PasswordThrottle()] if self.request.method == "POST" else super().get_throttles()

    @extend_schema(
        operation_id="auth_tokens",
        summary="My personal tokens",
        responses={200: PersonalTokenSerializer(many=True), **refusals(401, 403)},
    )
    def get(self, request: Request) -> Response:
        rows = personal_tokens.personal_token_list(signed_in(request))
        return Response(PersonalTokenSerializer(rows, many=True).data)

    @extend_schema(
        operation_id="auth_token_create",
        summary="Make a token for a program of mine",
        description="A token does what its scopes say and nothing else, and never opens the doors of signing in. "
        "It ends when it is revoked, on its day, and when the password changes. A quarter of an hour after signing in "
        "the password is asked for.",
        request=PersonalTokenGivenSerializer,
        responses={201: PersonalTokenMadeSerializer, **refusals(400, 401, 403, 429)},
    )
    def post(self, request: Request) -> Response:
        given = checked(PersonalTokenGivenSerializer, request)
        password, family = given.pop("password", ""), bearer_family(request)
        if password or family is None or not family.is_fresh:
            password_require(owner=signed_in(request), password=password, field="password")
        row, token = personal_tokens.personal_token_create(owner=signed_in(request), **given)
        data = {**PersonalTokenSerializer(row).data, "token": token}
        return Response(data, status=status.HTTP_201_CREATED, headers={"Cache-Control": "no-store"})


@extend_schema(tags=["auth"])
class PersonalTokenView(APIView):
    @extend_schema(
        operation_id="auth_token_revoke",
        summary="Revoke a personal token, at once",
        responses={204: None, **refusals(401, 403, 404)},
    )
    def delete(self, request: Request, pk: int) -> Response:
        personal_tokens.personal_token_revoke(owner=signed_in(request), token_id=pk)
        return Response(status=status.HTTP_204_NO_CONTENT)
