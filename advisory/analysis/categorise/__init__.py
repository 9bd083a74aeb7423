"""A category for a row nobody has decided yet: rules, the user's own history, the shipped model, or nothing."""

from advisory.analysis.categorise.categoriser import VERSION, Categoriser, categorise_rows
from advisory.analysis.categorise.guess import CategoryRule
from advisory.analysis.categorise.model import GlobalModel, load_model
from advisory.analysis.categorise.reading import Example
from advisory.analysis.findings import Guess

__all__ = [
    "VERSION",
    "Categoriser",
    "CategoryRule",
    "Example",
    "GlobalModel",
    "Guess",
    "categorise_rows",
    "load_model",
]
