"""What leaves at each level: seeded names, IBANs, card numbers and e-mail addresses, looked for in the very bytes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pytest_django import Settings

from accounts.models import User
from advisory.analysis.facts import FactDraft
from advisory.model_client.errors import ModelError
from advisory.models import EgressEntry
from advisory.narration.model_words import brief
from advisory.narration.model_words.brief import Brief, Names
from advisory.narration.model_words.levels import Level
from advisory.narration.model_words.placeholders import placeholders_in
from advisory.narration.model_words.prompt import asked
from advisory.narration.model_words.scrub import is_clean
from advisory.narration.words import say
from advisory.services import model_calls
from advisory.services.model_calls import body_of
from advisory.services.model_settings import setting_change
from advisory.tests.books import Book
from advisory.tests.model_server import honest
from advisory.tests.secrets_in_names import secret_names
from advisory.tests.worded import model_of
from transactions.ledger.period import parse_month
from transactions.services.imports import import_start

SEEDED = 1000
NAMED = ("payee", "category", "account", "goal", "title")
METRICS = {
    "payee": "payee_spending", "category": "category_change", "account": "account_balance", "goal": "goal_odds",
    "title": "advice_taken",
}  # fmt: skip


def body_for(name: str, level: Level) -> bytes:
    """A request about figures whose every name is this one."""
    facts, said = {}, []
    for place, kind in enumerate(NAMED):
        params = {kind: name, "booked": "2026-03-14", "currency": "EUR"}
        unit, value = ("ratio", "0.4711") if kind == "goal" else ("EUR", "-4711.05")
        fact = FactDraft(METRICS[kind], "sum", value, unit, parse_month("2026-03"), "x", params, id=f"f{place:024d}")
        view = "percent" if kind == "goal" else "size"
        facts[fact.id] = fact
        said.append(say(f"{{a.{kind}}} took {{a.{view}}} on {{a.booked}}.", a=fact))
    made = Brief("spending", "Where it went", tuple(said), placeholders_in(said, facts))
    return body_of("m-2026-01-01", asked(made.told(Names(level))), "json_schema")


def leaked(body: bytes, words: list[str]) -> list[str]:
    text = body.decode().lower()
    return [word for word in words if word.lower() in text]


@pytest.mark.parametrize("level", [Level.LABELS, Level.BANDS])
def test_no_name_and_no_number_of_anybodys_leaves_below_the_full_level(level: Level) -> None:
    found = {name: what for name, words in secret_names(SEEDED) if (what := leaked(body_for(name, level), words))}
    assert found == {}
    assert b"4711" not in body_for("x", level)
    assert b"4,711" not in body_for("x", level)


def test_at_the_full_level_names_leave_but_no_account_number_and_no_address() -> None:
    seeded = secret_names(SEEDED)
    found = {name: what for name, words in seeded if (what := leaked(body_for(name, Level.FULL), words[2:]))}
    assert found == {}
    assert all(leaked(body_for(name, Level.FULL), words[:1]) for name, words in seeded[:20])


def test_the_last_look_holds_back_what_an_earlier_one_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brief, "scrubbed_name", str)
    seeded = secret_names(99)
    for name, words in seeded:
        assert leaked(body_for(name, Level.FULL), words[2:]) == []
    monkeypatch.setattr(model_calls, "scrubbed", str)
    for name, _words in seeded:
        with pytest.raises(ModelError, match="may not leave"):
            body_for(name, Level.FULL)


@given(st.text(max_size=60))
@example('a"@b.org\\')
@example("\\u0040 x@\\n")
@example("\ud800 5")
def test_whatever_a_name_is_the_body_is_whole_or_is_not_sent(name: str) -> None:
    try:
        body = body_for(name, Level.FULL)
    except ModelError:
        return  # it is not sent
    assert json.loads(body)["model"] == "m-2026-01-01"
    assert is_clean(body.decode().removeprefix('{"model": "m-2026-01-01", '))


@pytest.mark.django_db
@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_ledger_full_of_secrets_lets_none_of_them_out(alice: User, settings: Settings, level: int) -> None:
    seeded, book = secret_names(SEEDED), Book(alice)
    book.giro.name = seeded[0][0][:60]
    book.giro.save()
    lines = "".join(
        f"2025-0{place % 3 + 1}-{place % 27 + 1:02d},-{place * 7 % 900 + 1}.{place % 90 + 10},{name}\n"
        for place, (name, _words) in enumerate(seeded)
    )
    data = f"Date,Amount,Payee\n{lines}".encode()
    import_start(owner=alice, file_name="a.csv", data=data, account_id=book.giro.pk, commit=True)
    with model_of(settings, honest, alice, level=1) as endpoint:
        if level:
            setting_change(owner=alice, given={"privacy_level": level})
        else:
            setting_change(owner=alice, given={"is_enabled": False, "privacy_level": 0})
        book.report()
    sent = b"\n".join(endpoint.seen)
    assert [word for _name, words in seeded for word in leaked(sent, words)] == []
    assert bool(endpoint.seen) == (level > 0)
    assert [entry.payload.encode() for entry in EgressEntry.objects.order_by("id")] == endpoint.seen


class Trap:
    """Every connection and look-up of this process that is not to itself, while it is set."""

    def __init__(self) -> None:
        self.is_set = False
        self.caught: list[str] = []

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if not self.is_set:
            return
        if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
            self._note(args[1])
        elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
            self._note((args[0],))

    def _note(self, address: Any) -> None:
        if not isinstance(address, tuple) or address[0] in (None, "localhost", b"localhost"):
            return  # a socket of this machine's own, in a file
        try:
            is_own = ip_address(address[0]).is_loopback
        except ValueError:
            is_own = False
        if not is_own:
            self.caught.append(str(address[0]))


TRAP = Trap()
sys.addaudithook(TRAP)


@contextmanager
def trap() -> Iterator[list[str]]:
    TRAP.caught.clear()
    TRAP.is_set = True
    try:
        yield TRAP.caught
    finally:
        TRAP.is_set = False


@pytest.mark.django_db
def test_by_default_a_whole_report_job_speaks_to_nobody(book: Book) -> None:
    with trap() as caught:
        book.report()
    assert caught == []
    assert not EgressEntry.objects.exists()


@pytest.mark.django_db
def test_the_trap_catches_a_model_elsewhere(book: Book, settings: Settings) -> None:
    settings.MODEL_BASE_URL, settings.MODEL_NAME = "https://llm.invalid/v1", "m"
    setting_change(owner=book.owner, given={"is_enabled": True, "privacy_level": 1})
    with trap() as caught:
        book.report()
    assert "llm.invalid" in caught


@pytest.mark.django_db
def test_the_operators_switch_beats_every_setting(book: Book, settings: Settings) -> None:
    settings.MODEL_BASE_URL, settings.MODEL_NAME, settings.EGRESS = "https://llm.invalid/v1", "m", False
    setting_change(owner=book.owner, given={"is_enabled": True, "privacy_level": 3})
    with trap() as caught:
        book.report()
        book.row(date(2025, 3, 30), "-5.00", "Kiosk")
        book.report()
    assert caught == []
    assert not EgressEntry.objects.exists()
