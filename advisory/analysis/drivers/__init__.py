"""Why a month cost more or less than another: exact splits by category, payee and series. Free of numpy."""

from advisory.analysis.drivers.drivers import VERSION, Against, By, Drivers, Line, drivers_of
from advisory.analysis.drivers.split import Effects, Tally, effects_between

__all__ = [
    "VERSION",
    "Against",
    "By",
    "Drivers",
    "Effects",
    "Line",
    "Tally",
    "drivers_of",
    "effects_between",
]
