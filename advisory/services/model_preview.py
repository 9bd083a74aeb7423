"""The exact requests that the newest report would bring, made as they would be sent, and not sent."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import User
from advisory.model_client.address import parsed
from advisory.model_client.chat import RUNGS, Rung
from advisory.model_client.errors import ModelError
from advisory.models import ModelState, Report
from advisory.narration.model_words.brief import Names
from advisory.narration.model_words.levels import Level
from advisory.narration.model_words.prompt import asked
from advisory.narration.voice import Voice, speaking
from advisory.selectors.model_preview import briefs_for, newest_report
from advisory.services.model_calls import body_of
from advisory.services.model_settings import Endpoint, endpoint_named, setting_of


@dataclass(frozen=True, slots=True)
class Request:
    section: str
    bytes: int
    payload: str


@dataclass(frozen=True, slots=True)
class Preview:
    """`host` and `model` are empty where no endpoint is set; `report` is None where there is none to show."""

    report: Report | None
    level: Level
    host: str
    model: str
    requests: tuple[Request, ...]


def model_preview(*, owner: User, level: int | None = None) -> Preview:
    """At the level that is set, or at another one to look at first."""
    setting = setting_of(owner)
    endpoint = endpoint_named(setting)
    chosen = Level(setting.privacy_level if level is None else level)
    report = newest_report(owner)
    requests: tuple[Request, ...] = ()
    if report is not None and chosen > Level.OFF:
        with speaking(Voice("de" if report.language == "de" else "en")):
            requests = tuple(_requests(report, endpoint, chosen))
    host = parsed(endpoint.base_url).netloc if endpoint else ""
    return Preview(report, chosen, host, endpoint.model if endpoint else "", requests)


def _requests(report: Report, endpoint: Endpoint | None, level: Level) -> list[Request]:
    names, rung, model = Names(level), _rung(endpoint), endpoint.model if endpoint else ""
    found = []
    for brief in briefs_for(report):
        try:
            body = body_of(model, asked(brief.told(names)), rung)
        except ModelError:
            continue  # nor would it be sent
        found.append(Request(brief.section, len(body), body.decode()))
    return found


def _rung(endpoint: Endpoint | None) -> Rung:
    """The way of asking that is known for it; the one that is tried first where none is."""
    state = ModelState.objects.filter(key=endpoint.state_key).first() if endpoint else None
    return next((rung for rung in RUNGS if state is not None and rung == state.rung), RUNGS[0])
