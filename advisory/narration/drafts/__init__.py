"""The number gate for text that a language model wrote (docs/NUMBER_GATE.md)."""

from advisory.narration.drafts.judging import judge
from advisory.narration.drafts.verdicts import Direction, GateFact, Verdict

__all__ = ["Direction", "GateFact", "Verdict", "judge"]
