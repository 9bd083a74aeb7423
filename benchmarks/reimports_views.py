"""How banks show the same movements: which day, which words, which number, by format and by habit of the bank."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from benchmarks.reimports_bank import Event

FORMATS = ("csv", "ofx", "mt940", "camt", "qif")
ID_HABITS = ("stable", "none", "by_download", "counted", "by_day", "all_equal")


@dataclass(frozen=True, slots=True)
class Shown:
    """One row as a file shows it. `event` is the truth, which no reader sees."""

    event: int
    day: date
    amount: int
    counterparty: str
    description: str
    value_day: date | None = None
    external_id: str = ""
    is_pending: bool = False


@dataclass(frozen=True, slots=True)
class Habits:
    """What one bank does in one format; drawn once for a scenario."""

    format: str
    ids: str = "none"
    wording: int = 0
    by_value_day: bool = False
    shows_value_day: bool = True
    is_shouting: bool = False
    width: int = 200
    words_changed: float = 0.0  # share of rows told in other words since
    salt: str = ""  # numbers of a download, or of a new core system
    lost_purpose: bool = False


@dataclass(slots=True)
class Download:
    """One file: its habits, its rows in file order, and its period."""

    habits: Habits
    rows: list[Shown] = field(default_factory=list)
    first: date = date.min
    last: date = date.max


def habits_for(rng: random.Random, kind: str) -> Habits:
    """Card numbers, cities and dates go into the text or not, names are cut or not: every bank is consistent."""
    return Habits(
        format=kind,
        ids={
            "csv": rng.choice(("none", "none", "none", "stable")),
            "ofx": rng.choice(("stable", "stable", "stable", "by_download", "counted", "by_day")),
            "mt940": rng.choice(("none", "stable", "by_download")),
            "camt": rng.choice(("stable", "stable", "none")),
            "qif": "none",
        }[kind],
        wording=rng.randrange(4),
        by_value_day=kind in ("ofx", "qif") and rng.random() < 0.25,
        shows_value_day=kind in ("mt940", "camt") or (kind == "csv" and rng.random() < 0.5),
        is_shouting=kind in ("mt940", "qif") or rng.random() < 0.4,
        width={"ofx": 32, "qif": rng.choice((24, 60))}.get(kind, 200),
        salt=kind,
        lost_purpose=kind == "qif" and rng.random() < 0.5,
    )


def show(habits: Habits, event: Event, place_in_file: int, place_in_day: int) -> Shown:
    counterparty, description = words(habits, event)
    day = event.valued if habits.by_value_day else event.booked
    return Shown(
        event.number, day, event.amount, counterparty, description,
        value_day=event.valued if habits.shows_value_day else None,
        external_id=number(habits, event, place_in_file, place_in_day),
    )  # fmt: skip


def words(habits: Habits, event: Event) -> tuple[str, str]:
    is_told_anew = random.Random(f"{event.reference}").random() < habits.words_changed
    wording = habits.wording + (2 if is_told_anew else 0)
    party, place = event.party, event.place
    if is_told_anew and wording % 2:
        party = party.split()[0]
    bought = f"{event.bought:%d.%m.}"
    texts = (
        (party, f"{place} {event.purpose}".strip()),
        (party, f"{event.purpose or 'Card purchase'} {place} {bought} ref {event.reference}".strip()),
        ("", f"{'POS' if place else 'TRF'} {party} {place} {event.purpose}".strip()),
        (f"{party}//{place}" if place else party, f"{event.reference} {event.purpose} {bought}".strip()),
        (party, f"SEPA {event.purpose} {event.reference}"),
        ("", f"{party} {event.purpose}".strip()),
    )
    counterparty, description = texts[wording % len(texts)]
    if habits.lost_purpose:
        counterparty, description = counterparty or description, ""
    if habits.is_shouting:
        counterparty, description = plain(counterparty).upper(), plain(description).upper()
    return counterparty[: habits.width].strip(), description.strip()


def plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def number(habits: Habits, event: Event, place_in_file: int, place_in_day: int) -> str:
    day = event.booked
    match habits.ids:
        case "stable":
            return f"{habits.salt}{event.reference}"
        case "by_download":
            return f"{habits.salt}{random.Random(f'{habits.salt}{event.reference}').randrange(10**12):012d}"
        case "counted":
            return str(place_in_file + 1)
        case "by_day":
            return f"{day:%Y%m%d}{place_in_day:03d}"
        case "all_equal":
            return f"{day:%Y%m%d}"
        case _:
            return ""


def download(
    habits: Habits,
    events: list[Event],
    first: date,
    last: date,
    *,
    pending_on: date | None = None,
    only: frozenset[int] | None = None,
) -> Download:
    """The file of a period. `pending_on`: the day of the download, with card holds that were not booked by then.
    `only`: the numbers of the movements that a search in the bank's pages left."""
    rows: list[Shown] = []
    seen: dict[date, int] = {}
    for event in events:
        day = event.valued if habits.by_value_day else event.booked
        if pending_on is not None and event.booked > pending_on:
            if event.held and event.bought <= pending_on and event.bought >= first:
                shown = show(replace(habits, ids="none"), event, 0, 0)
                rows.append(replace(shown, day=event.bought, value_day=None, amount=event.held, is_pending=True))
            continue
        if not first <= day <= last or (only is not None and event.number not in only):
            continue
        place = seen[event.booked] = seen.get(event.booked, 0) + 1
        rows.append(show(habits, event, len(rows), place))
    return Download(habits, rows, first, last)


def days_between(rng: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))
