"""What is saved for and what is owed: how likely each goal is, and what each way to pay off the debts would cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisory.analysis.facts import FactDraft
from advisory.analysis.planning.figures import ORDER_NAMES, GoalFound, PayoffFound
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence, plain, say
from advisory.reports.document import Column, Section, Table

TITLE = "Goals and debts"
MOST_SAID = 3
NOTHING = "–"
GOAL_COLUMNS = (
    Column("Goal", is_wide=True),
    Column("Saved", is_numeric=True),
    Column("Target", is_numeric=True),
    Column("By"),
    Column("In time", is_numeric=True),
    Column("Needed a month", is_numeric=True),
)
DEBT_COLUMNS = (
    Column("Way to pay off", is_wide=True),
    Column("Interest", is_numeric=True),
    Column("Months", is_numeric=True),
    Column("Last payment by"),
    Column("Interest saved", is_numeric=True),
)


def build(goals: Sequence[GoalFound], payoffs: Sequence[PayoffFound]) -> Section | None:
    """None where there is neither a goal nor a debt that somebody said something of."""
    told = [one for one in payoffs if one.plans]
    if not goals and not told:
        return None
    said = [sentence for one in goals[:MOST_SAID] for sentence in _goal(one)]
    said += [sentence for one in told for sentence in _debts(one)]
    tables = [Table("goals", "Your goals", GOAL_COLUMNS, tuple(map(_goal_row, goals)))] if goals else []
    tables += [
        Table(f"debts_{one.payoff.currency.lower()}", "Ways to pay off your debts", DEBT_COLUMNS, _ways(one))
        for one in told
    ]
    return Section("goals", TITLE, tuple(said), tuple(tables))


def _goal(one: GoalFound) -> Iterator[Sentence]:
    facts, standing = one.facts, one.standing
    if standing.is_reached:
        yield tell("goals.reached", target=facts["target"])
        return
    yield tell("goals.saved", saved=facts["saved"], target=facts["target"], part=facts["progress"])
    if standing.odds is not None:
        yield tell("goals.odds", odds=facts["odds"], due=facts["due"], mid=facts["mid"])
        enough = standing.odds.monthly_minor <= standing.plan.monthly_minor
        yield tell("goals.enough") if enough else tell("goals.needed", needed=facts["needed"])
    elif standing.reason == "date_passed":
        yield tell("goals.passed", due=facts["due"])
    elif standing.reason == "history":
        yield tell("goals.history", due=facts["due"])


def _goal_row(one: GoalFound) -> tuple[Sentence, ...]:
    facts = one.facts
    return (
        say("{fact.goal}", fact=facts["target"]),
        say("{fact.amount}", fact=facts["saved"]),
        say("{fact.amount}", fact=facts["target"]),
        _cell("{fact.date}", facts.get("due")),
        plain("reached") if one.standing.is_reached else _cell("{fact.percent}", facts.get("odds")),
        _cell("{fact.amount}", facts.get("needed")),
    )


def _cell(template: str, fact: FactDraft | None) -> Sentence:
    return say(template, fact=fact) if fact else plain(NOTHING)


def _debts(one: PayoffFound) -> Iterator[Sentence]:
    advised, why = one.payoff.advised, one.payoff.why
    if one.owed is None or advised is None:
        return
    yield tell("debts.owed", owed=one.owed)
    facts = one.plans[advised.order]
    if not facts:
        yield tell("debts.endless")
    elif why == "one_debt":
        yield tell("debts.one", interest=facts["interest"], due=facts["end"])
    else:
        yield tell(f"debts.{advised.order}", interest=facts["interest"], due=facts["end"])
        yield from _against(one)
    for balance in one.unknown:
        yield tell("debts.unknown", balance=balance)


def _against(one: PayoffFound) -> Iterator[Sentence]:
    """What the other way would cost, where both end."""
    if one.gap is not None and one.payoff.why in ("saves_interest", "easier_to_keep"):
        yield tell(f"debts.{one.payoff.why}", gap=one.gap)


def _ways(one: PayoffFound) -> tuple[tuple[Sentence, ...], ...]:
    return tuple(
        (
            plain(ORDER_NAMES[order]),
            _cell("{fact.amount}", facts.get("interest")),
            _cell("{fact.number}", facts.get("months")),
            _cell("{fact.date}", facts.get("end")) if facts else plain("never"),
            _cell("{fact.amount}", facts.get("saved")),
        )
        for order, facts in one.plans.items()
    )
