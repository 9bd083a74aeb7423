"""Rules proposed from what the user did by hand, and the user's answers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from accounts.access import editable_by, visible_to
from accounts.errors import NotFoundError
from accounts.models import User
from transactions.ledger.rules_proposals import Decided, Proposal, rule_proposals, unruled
from transactions.models import Category, ChangeSet, Rule, RuleProposal, Transaction
from transactions.selectors.row_facts import row_facts
from transactions.services.categorise import Categoriser, categoriser_for
from transactions.services.history import ledger_change
from transactions.services.rules import rule_create

LOOKED_AT = 20_000
Source = Transaction.CategorySource


@dataclass(frozen=True, slots=True)
class ProposedRule:
    proposal: Proposal
    category_name: str


def proposals_list(*, owner: User) -> list[ProposedRule]:
    """The most frequent first. What the user answered is not proposed again, nor what a rule says already."""
    rows = (
        visible_to(Transaction.objects.filter(category_source=Source.USER, category_reason=""), owner)
        .exclude(category=None)
        .exclude(payee=None)
        .filter(category__is_archived=False)
        .order_by("-pk")
    )
    fields = ("pk", "payee__name", "counterparty", "description", "category_id")
    decided = [
        Decided(pk, payee, f"{payee} {who} {text}", category)
        for pk, payee, who, text, category in rows.values_list(*fields)[:LOOKED_AT]
    ]
    categoriser = categoriser_for(owner=owner)
    answered = editable_by(RuleProposal.objects.all(), owner).values_list("key", flat=True)
    found = rule_proposals(decided, categoriser.words_category, frozenset(answered))
    found = unruled(found, _ruled(owner, categoriser, [pk for one in found for pk in one.examples]))
    names = dict(visible_to(Category.objects.all(), owner).values_list("pk", "name"))
    return [ProposedRule(one, names[one.category_id]) for one in found]


def _ruled(owner: User, categoriser: Categoriser, ids: Collection[int]) -> set[int]:
    """Those of the rows that a rule gives a category, whatever it looks at: words, amounts, payees, accounts."""
    rows = visible_to(Transaction.objects.filter(pk__in=ids), owner).order_by("pk")
    return {facts.transaction_id for facts in row_facts(owner=owner, rows=rows) if categoriser.is_ruled(facts)}


def proposal_accept(*, owner: User, key: str) -> Rule:
    """The rule is made, behind the others. NotFoundError when there is no such proposal any more."""
    with ledger_change(owner=owner, kind=ChangeSet.Kind.RULES) as change:
        proposal = _open(owner, key)
        rule = rule_create(owner=owner, contains=proposal.words, category=proposal.category_id)
        change.made_thing(_answer(owner, key, RuleProposal.Status.ACCEPTED))
    return rule


@transaction.atomic
def proposal_dismiss(*, owner: User, key: str) -> None:
    _answer(owner, _open(owner, key).key, RuleProposal.Status.DISMISSED)


def _open(owner: User, key: str) -> Proposal:
    found = next((one.proposal for one in proposals_list(owner=owner) if one.proposal.key == key), None)
    if found is None:
        raise NotFoundError("proposal")
    return found


def _answer(owner: User, key: str, status: RuleProposal.Status) -> RuleProposal:
    return RuleProposal.objects.update_or_create(owner=owner, key=key, defaults={"status": status})[0]
