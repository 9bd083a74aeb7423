"""What goes in and out of the sign-in doors. Fields not listed here are ignored, so no body can set `is_staff`."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from babel.core import get_global
from rest_framework import serializers

from accounts.models import User

# Far above any passphrase, and low enough that hashing it costs nothing.
PASSWORD_MAX_LENGTH = 1024
# Ours have about 350 characters.
TOKEN_MAX_LENGTH = 4096


def password_field(**options: Any) -> serializers.CharField:
    """A password exactly as typed: blanks at its ends belong to it."""
    return serializers.CharField(
        max_length=PASSWORD_MAX_LENGTH,
        trim_whitespace=False,
        write_only=True,
        style={"input_type": "password"},
        **options,
    )


class ErrorDetailSerializer(serializers.Serializer[dict[str, Any]]):
    """The shape of every refusal."""

    code = serializers.CharField(help_text="Machine-readable, stable.")
    message = serializers.CharField(help_text="A sentence for people.")
    fields = serializers.DictField(  # type: ignore[assignment]  # the name is the contract; only instances know it
        child=serializers.ListField(child=serializers.CharField()), help_text="Sentences by dotted path of the field."
    )
    position = serializers.IntegerField(required=False, help_text="Of a mistake in a query: characters before it.")
    length = serializers.IntegerField(required=False, help_text="Characters of the mistake.")
    suggestion = serializers.CharField(required=False, help_text="What may stand in its place; may be empty.")
    challenge = serializers.CharField(required=False, help_text="What the second step of a sign-in has to answer.")
    methods = serializers.ListField(
        child=serializers.CharField(), required=False, help_text="By what it may be answered: passkey, app, recovery."
    )


class UserRegistrationSerializer(serializers.Serializer[User]):
    email = serializers.EmailField(max_length=254)
    password = password_field()
    display_name = serializers.CharField(max_length=120, allow_blank=True, default="")


class RegistrationConfirmSerializer(serializers.Serializer[User]):
    token = serializers.CharField(max_length=TOKEN_MAX_LENGTH, write_only=True, help_text="As the mail has it.")
    password = password_field(help_text="The one that was chosen at registration.")


class UserDetailSerializer(serializers.ModelSerializer[User]):
    class Meta:
        model = User
        fields = ["id", "email", "display_name", "base_currency", "language", "time_zone", "is_staff"]
        read_only_fields = fields


class UserUpdateSerializer(serializers.Serializer[User]):
    display_name = serializers.CharField(max_length=120, allow_blank=True, required=False)
    base_currency = serializers.CharField(min_length=3, max_length=3, required=False, help_text="ISO 4217.")
    language = serializers.ChoiceField(choices=User.Language.choices, required=False)
    time_zone = serializers.CharField(max_length=64, required=False, help_text="IANA name, such as Europe/Berlin.")

    def validate_base_currency(self, value: str) -> str:
        if value.upper() not in get_global("all_currencies"):
            raise serializers.ValidationError("This is not an ISO 4217 currency code.")
        return value.upper()

    def validate_time_zone(self, value: str) -> str:
        if value not in available_timezones():
            raise serializers.ValidationError("This is not the name of a time zone. Europe/Berlin is one.")
        return value


class UserDeletionSerializer(serializers.Serializer[User]):
    password = password_field()


class PasswordChangeSerializer(serializers.Serializer[User]):
    current_password = password_field()
    new_password = password_field()


class SignInCreateSerializer(serializers.Serializer[User]):
    email = serializers.EmailField(max_length=254)
    password = password_field()
    cookie = serializers.BooleanField(
        default=False, help_text="Put the refresh token into an HttpOnly cookie and not into the answer."
    )


class SignInRefreshSerializer(serializers.Serializer[User]):
    refresh = serializers.CharField(
        max_length=TOKEN_MAX_LENGTH, required=False, help_text="Left out when the cookie brings it."
    )


class TokenPairSerializer(serializers.Serializer[dict[str, str]]):
    access = serializers.CharField(help_text="For `Authorization: Bearer`.")
    refresh = serializers.CharField(required=False, help_text="Works once. Absent when it went into the cookie.")
