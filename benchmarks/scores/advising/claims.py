"""No euro is promised twice, and every promise adds up: all advice of many generated households."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from advisory.analysis.advice.choice import advise, candidates
from advisory.analysis.advice.inputs import AdviceInputs
from advisory.analysis.advice.piece import Advice
from advisory.analysis.facts import FactDraft, recompute
from benchmarks.scores.advising.homes import inputs_of
from benchmarks.scores.households.build import household
from benchmarks.scores.intervals import wilson
from benchmarks.scores.score import TEST_SEEDS, Baseline, Score, Setting, Target

MONTHS = 14
PUBLISHED = range(1, 1001)
"""The households that no detector is tuned on: the test seeds, and as many more as the published figure names."""


def seeds_of(setting: Setting) -> Sequence[int]:
    return PUBLISHED if setting.seeds == TEST_SEEDS else setting.seeds


def claim_scores(setting: Setting) -> Iterator[Score]:
    seeds = seeds_of(setting)
    clean = naive = figures = wrong = 0
    for seed in seeds:
        inputs = inputs_of(household(seed, months=MONTHS))
        chosen = advise(inputs)
        clean += not _twice(chosen)
        naive += not _twice(_all_of(inputs))
        proofs = [_is_true(inputs, fact) for one in chosen for fact in _spoken(inputs, one)]
        figures += len(proofs)
        wrong += proofs.count(False)
    data = f"{len(seeds)} generated households, {MONTHS} months"
    low, high = wilson(clean, len(seeds))
    yield Score(
        "no_double_claim", "Households in which no row's money is promised twice", clean / len(seeds), len(seeds), data,
        "households", low=low, high=high, target=Target(at_least=1.0),
        baselines=(Baseline("every rule by itself", naive / len(seeds)),),
    )  # fmt: skip
    low, high = wilson(figures - wrong, figures)
    yield Score(
        "figures_add_up", "Figures of advice that come out the same from their rows",
        (figures - wrong) / figures if figures else None, figures, data, "figures", low=low, high=high,
        target=Target(at_least=1.0),
    )  # fmt: skip


def _twice(pieces: Sequence[Advice]) -> bool:
    counts = Counter(pk for one in pieces for pk in one.claims)
    return any(count > 1 for count in counts.values())


def _all_of(inputs: AdviceInputs) -> list[Advice]:
    return candidates(inputs)


def _spoken(inputs: AdviceInputs, piece: Advice) -> Sequence[FactDraft]:
    gain = [piece.gain.low, piece.gain.mid, piece.gain.high] if piece.gain else []
    return inputs.study.book.closure(fact.id for fact in (*piece.figures.values(), *gain))


def _is_true(inputs: AdviceInputs, fact: FactDraft) -> bool:
    """Computed anew from the rows' own amounts and from the figures below."""
    amounts = {pk: inputs.bookings[pk].amount_minor for pk in fact.transactions if pk in inputs.bookings}
    below = [inputs.study.book.facts[pk].value for pk in fact.inputs]
    return recompute(fact, amounts, below) == fact.value
