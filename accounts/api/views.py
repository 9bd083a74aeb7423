"""The only sign-in doors: register, token, refresh, logout, password, me."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import get_language_from_request
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.permissions import AllowAny, BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.tokens import Token

from accounts.api import serializers as shapes
from accounts.api.cookies import clear_refresh_cookie, cookie_refresh, require_same_origin, set_refresh_cookie
from accounts.api.schema import COOKIE_PARAMETERS, DeletionBodySchema, refusals
from accounts.callers import caller_of, remember_device
from accounts.errors import DomainError
from accounts.models import SignIn, User
from accounts.services import passwords, registrations, sign_ins, users
from accounts.throttles import AddressThrottle, PasswordThrottle
from accounts.tokens import live_sign_in

CONFIRM_PAGE = "/confirm-email"
SIGN_IN_PAGE = "/sign-in"


class RegistrationOpen(BasePermission):
    """SPENDWISE_REGISTRATION=open."""

    message = "Registration is closed on this server."

    def has_permission(self, request: Request, view: APIView) -> bool:
        return bool(settings.REGISTRATION_OPEN)


def signed_in(request: Request) -> User:
    assert isinstance(request.user, User)
    return request.user


def bearer_family(request: Request) -> SignIn | None:
    """The sign-in of the access token that authenticated this request; None when there was no such token."""
    return live_sign_in(request.auth) if isinstance(request.auth, Token) else None


def page_address(request: Request, page: str) -> str:
    """Where a page of the dashboard is. Without a public address: on the host that was asked, an allowed one."""
    return f"{settings.PUBLIC_URL}{page}" if settings.PUBLIC_URL else str(request.build_absolute_uri(page))


def language_of(request: Request) -> str:
    """'de' for a browser that would rather read German, else 'en'."""
    return "de" if get_language_from_request(request).startswith("de") else "en"


def checked(serializer_class: type[Any], request: Request) -> dict[str, Any]:
    serializer = serializer_class(data=request.data)
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)


@extend_schema(tags=["auth"])
class RegisterView(APIView):
    authentication_classes = []
    permission_classes = [RegistrationOpen]
    throttle_scope = "register"

    @extend_schema(
        operation_id="auth_register",
        summary="Make a user who can sign in at once, or once the address is confirmed",
        description="Where the server wants addresses confirmed, the answer is an empty 202 whether or not somebody "
        "has the address, and a mail says what to do.",
        request=shapes.UserRegistrationSerializer,
        responses={201: shapes.UserDetailSerializer, 202: None, **refusals(400, 403, 429)},
    )
    def post(self, request: Request) -> Response:
        data = checked(shapes.UserRegistrationSerializer, request)
        if not settings.CONFIRM_EMAIL:
            user = users.user_register(**data)
            return Response(shapes.UserDetailSerializer(user).data, status=status.HTTP_201_CREATED)
        registrations.registration_request(
            **data,
            language=language_of(request),
            page=page_address(request, CONFIRM_PAGE),
            sign_in_page=page_address(request, SIGN_IN_PAGE),
            caller=caller_of(request),
        )
        return Response(status=status.HTTP_202_ACCEPTED)


@extend_schema(tags=["auth"])
class RegistrationConfirmView(APIView):
    authentication_classes = []
    permission_classes = [RegistrationOpen]
    throttle_classes = [AddressThrottle]

    @extend_schema(
        operation_id="auth_register_confirm",
        summary="Make the user whose address a mail's link confirms",
        description="It works once, for a day, with the password that was chosen.",
        request=shapes.RegistrationConfirmSerializer,
        responses={201: shapes.UserDetailSerializer, **refusals(400, 403, 429)},
    )
    def post(self, request: Request) -> Response:
        user = registrations.registration_confirm(**checked(shapes.RegistrationConfirmSerializer, request))
        return Response(shapes.UserDetailSerializer(user).data, status=status.HTTP_201_CREATED)


@extend_schema(tags=["auth"])
class TokenView(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]
    throttle_classes = [AddressThrottle, PasswordThrottle]

    @extend_schema(
        operation_id="auth_token",
        summary="Sign in",
        description="Whoever has a second factor is answered 401 `second_factor_required` with a `challenge` and "
        "`methods`: a code goes to /api/auth/token/second-factor/ with it, a passkey begins at "
        "/api/auth/token/passkey/begin/.",
        request=shapes.SignInCreateSerializer,
        responses={200: shapes.TokenPairSerializer, **refusals(400, 401, 403, 429)},
    )
    def post(self, request: Request) -> Response:
        data = checked(shapes.SignInCreateSerializer, request)
        if data["cookie"]:
            require_same_origin(request)
        pair = sign_ins.sign_in(email=data["email"], password=data["password"], caller=caller_of(request))
        return pair_response(request, pair, in_cookie=data["cookie"], email=data["email"])


@extend_schema(tags=["auth"])
class RefreshView(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="auth_token_refresh",
        summary="Exchange a refresh token for a new pair",
        description="A refresh token works once. One that is presented again ends the whole sign-in, so the tabs of "
        "one browser, which share a cookie, must take turns.",
        parameters=COOKIE_PARAMETERS,
        request=shapes.SignInRefreshSerializer,
        responses={200: shapes.TokenPairSerializer, **refusals(400, 401, 403)},
    )
    def post(self, request: Request) -> Response:
        given = checked(shapes.SignInRefreshSerializer, request).get("refresh")
        refresh = given or cookie_refresh(request)
        if refresh is None:
            raise DomainError("not_authenticated", "No refresh token was given.", status=401)
        return pair_response(request, sign_ins.refresh_rotate(refresh=refresh), in_cookie=given is None)


@extend_schema(tags=["auth"])
class LogoutView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="auth_logout",
        summary="Sign out: end all tokens of this sign-in",
        description="By the refresh token (body or cookie), by the access token, or by both.",
        parameters=COOKIE_PARAMETERS,
        request=shapes.SignInRefreshSerializer,
        responses={204: None, **refusals(400, 401, 403)},
    )
    def post(self, request: Request) -> Response:
        given = checked(shapes.SignInRefreshSerializer, request).get("refresh")
        refresh, family = given or cookie_refresh(request), bearer_family(request)
        if refresh is None and family is None:
            raise DomainError("not_authenticated", "No refresh or access token was given.", status=401)
        sign_ins.sign_out(refresh=refresh, family=family)
        response = Response(status=status.HTTP_204_NO_CONTENT)
        clear_refresh_cookie(response)
        return response


@extend_schema(tags=["auth"])
class PasswordView(APIView):
    throttle_classes = [PasswordThrottle]

    @extend_schema(
        operation_id="auth_password",
        summary="Change the password and end every sign-in",
        request=shapes.PasswordChangeSerializer,
        responses={204: None, **refusals(400, 401, 409, 429)},
    )
    def post(self, request: Request) -> Response:
        data = checked(shapes.PasswordChangeSerializer, request)
        passwords.password_change(owner=signed_in(request), **data)
        response = Response(status=status.HTTP_204_NO_CONTENT)
        clear_refresh_cookie(response)
        return response


@extend_schema(tags=["auth"])
class MeView(APIView):
    schema = DeletionBodySchema()

    def get_throttles(self) -> list[Any]:
        """Only the deletion asks for a password."""
        return [PasswordThrottle()] if self.request.method == "DELETE" else super().get_throttles()

    @extend_schema(
        operation_id="auth_me_get",
        summary="Who am I",
        responses={200: shapes.UserDetailSerializer, **refusals(401)},
    )
    def get(self, request: Request) -> Response:
        return Response(shapes.UserDetailSerializer(signed_in(request)).data)

    @extend_schema(
        operation_id="auth_me_update",
        summary="Change name or base currency",
        request=shapes.UserUpdateSerializer,
        responses={200: shapes.UserDetailSerializer, **refusals(400, 401)},
    )
    def patch(self, request: Request) -> Response:
        user = users.user_update(owner=signed_in(request), **checked(shapes.UserUpdateSerializer, request))
        return Response(shapes.UserDetailSerializer(user).data)

    @extend_schema(
        operation_id="auth_me_delete",
        summary="Delete me and everything I own",
        request=shapes.UserDeletionSerializer,
        responses={204: None, **refusals(400, 401, 429)},
    )
    def delete(self, request: Request) -> Response:
        users.user_delete(owner=signed_in(request), **checked(shapes.UserDeletionSerializer, request))
        response = Response(status=status.HTTP_204_NO_CONTENT)
        clear_refresh_cookie(response)
        return response


def pair_response(request: Request, pair: sign_ins.TokenPair, *, in_cookie: bool, email: str = "") -> Response:
    """`email` of a sign-in just begun: a browser that takes cookies is known for it from now on."""
    if not in_cookie:
        return Response({"access": pair.access, "refresh": pair.refresh}, headers={"Cache-Control": "no-store"})
    response = Response({"access": pair.access}, headers={"Cache-Control": "no-store"})
    set_refresh_cookie(response, request, pair)
    if email:
        remember_device(response, request, User.objects.normalise(email))
    return response
