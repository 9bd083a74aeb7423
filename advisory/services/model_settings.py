"""Which model words a user's reports, if any: the user's switch, on the operator's endpoint or one of his own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TypedDict

from django.conf import settings
from django.db import transaction

from accounts.access import visible_to
from accounts.errors import DomainError
from accounts.models import User
from advisory.model_client.address import check_host, parsed
from advisory.model_client.errors import ModelError
from advisory.models import ModelSetting
from advisory.narration.model_words.levels import Level
from advisory.services.model_keys import opened, sealed


class ModelGiven(TypedDict, total=False):
    """What a user states. `api_key`: left out keeps the one that is there, empty removes it."""

    is_enabled: bool
    reads_questions: bool
    privacy_level: int
    base_url: str
    model: str
    api_key: str


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a user's sections go. `key` stays out of every text that this makes of itself."""

    base_url: str
    model: str
    key: str
    level: Level
    is_operators: bool
    owner_id: int

    def __repr__(self) -> str:
        return f"Endpoint({self.base_url!r}, {self.model!r}, {self.level!r})"

    @property
    def state_key(self) -> str:
        """Of who set it: what one user's own endpoint does is no news to another."""
        who = "operator" if self.is_operators else f"user-{self.owner_id}"
        return hashlib.sha256("\0".join((who, self.base_url, self.model)).encode()).hexdigest()


def setting_of(owner: User) -> ModelSetting:
    """The user's setting, or one that is off and not stored."""
    return visible_to(ModelSetting.objects.all(), owner).first() or ModelSetting(owner=owner)


def endpoint_of(owner: User) -> Endpoint | None:
    """None where nothing may leave: the operator's switch, no setting, switched off, or level nought."""
    setting = setting_of(owner)
    is_on = settings.EGRESS and setting.is_enabled and setting.privacy_level > Level.OFF
    return endpoint_named(setting) if is_on else None


def endpoint_for_questions(owner: User) -> Endpoint | None:
    """Where words of a question may go: a switch of its own beside the one for reports, off until the user sets it."""
    return endpoint_of(owner) if setting_of(owner).reads_questions else None


def endpoint_named(setting: ModelSetting) -> Endpoint | None:
    """The endpoint that a setting names, whether or not it is switched on; None where it names none."""
    if setting.base_url:
        key = opened(setting.sealed_key)
        if key is None or not setting.model:
            return None
        return _endpoint(setting, setting.base_url, setting.model, key, is_operators=False)
    if settings.MODEL_BASE_URL and settings.MODEL_NAME:
        operator = (settings.MODEL_BASE_URL, settings.MODEL_NAME, settings.MODEL_API_KEY)
        return _endpoint(setting, *operator, is_operators=True)
    return None


def _endpoint(setting: ModelSetting, base_url: str, model: str, key: str, *, is_operators: bool) -> Endpoint:
    return Endpoint(base_url, model, key, Level(setting.privacy_level), is_operators, setting.owner_id)


def setting_change(*, owner: User, given: ModelGiven) -> ModelSetting:
    """Store what the user states. DomainError where the address may not be asked, or a switch has nothing behind it."""
    with transaction.atomic():
        ModelSetting.objects.get_or_create(owner=owner)
        setting = ModelSetting.objects.select_for_update().get(owner=owner)
        before = setting.base_url
        setting.base_url = _address(given.get("base_url", setting.base_url))
        setting.model = given.get("model", setting.model).strip()
        if "api_key" in given:
            setting.sealed_key = sealed(given["api_key"])
        elif setting.base_url != before:
            setting.sealed_key = ""  # a key is for the endpoint that it was given for
        setting.privacy_level = given.get("privacy_level", setting.privacy_level)
        setting.is_enabled = given.get("is_enabled", setting.is_enabled)
        setting.reads_questions = given.get("reads_questions", setting.reads_questions and setting.is_enabled)
        _check(setting)
        setting.save()
    return setting


def setting_remove(*, owner: User) -> None:
    """End it: nothing leaves any more, and the key is gone. What left stays in the ledger."""
    visible_to(ModelSetting.objects.all(), owner).delete()


def _address(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    try:
        base = parsed(text)
        check_host(base, settings.MODEL_ALLOWED_HOSTS)
    except ModelError as error:
        raise _refused("base_url", error.message) from None
    return base.text


def _check(setting: ModelSetting) -> None:
    if setting.base_url and not setting.model:
        raise _refused("model", "Name the model that is to be asked there.")
    if setting.model and not setting.base_url:
        raise _refused("base_url", "Name the address of the endpoint that has this model.")
    if setting.is_enabled and endpoint_named(setting) is None:
        raise _refused("base_url", "There is no model yet: this server has none set, so name an endpoint of yours.")
    if setting.reads_questions and not setting.is_enabled:
        raise _refused("reads_questions", "Switch the language model on first.")
    if setting.is_enabled and setting.privacy_level == Level.OFF:
        raise _refused("privacy_level", "At level 0 nothing leaves; choose a level from 1 to 3 to switch it on.")


def _refused(field: str, message: str) -> DomainError:
    return DomainError("invalid", message, fields={field: [message]})
