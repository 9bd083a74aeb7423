"""What the figures of a sentence may mean: by concept, the sign of its money, its kind and how large it is."""

from __future__ import annotations

from benchmarks.gate_corpus.words import EIGHTH, OPEN, SEVENTH, SIXTH

MONEY_IN = (
    "in", "saved", "togo", "left", "bal", "limit", "bud", "budleft", "fc", "save", "refund",
    "wage", "inprev", "net", "perday", "move",
)  # fmt: skip
MONEY_OUT = (
    "out", "paid", "subs", "sub", "owed", "debt", "short", "budover", "fees", "interest", "fcshort", "avg", "usual",
    "outprev", "was", "min", "cash", "big", "bills", "price",
)  # fmt: skip
# The sign of the value where the figure went up.
DIFFERENCES = {
    "dif": -1, "difout": -1, "difin": 1, "chg": -1, "difusual": -1, "difsaved": 1, "chgbal": 1, "rise": -1,
}  # fmt: skip
COUNTS = ("n", "nsub", "nuncat", "nlate")
RATIOS = ("rate", "share", "hit", "progress")
MONTHS = ("month", "prev", "goalmonth", "peak")
DATES = ("due", "payday")
DURATIONS = ("reserve", "days")
SCORES = ("score",)
SAME_LABEL = {"short": "left", "budovercat": "budleftcat", "fcshort": "fc"}
UNASKED = ("in", "out", "saved", "rate", "fees", "debt", "refund", "nuncat", "save", "subs", "interest", "nsub")
DIRECTIONS = {"+": ("up", "1"), "-": ("down", "-1"), "=": ("same", "0")}
NAMED = ("payee", "account", "goal")
UNITS = {
    OPEN: ("EUR", "EUR", "EUR", "GBP", "CHF", "USD"),
    SIXTH: ("EUR", "EUR", "EUR", "GBP", "CHF", "USD", "SEK", "PLN", "CAD", "MXN"),
    SEVENTH: ("EUR", "EUR", "EUR", "GBP", "CHF", "USD", "SEK", "CAD"),
    EIGHTH: ("EUR", "EUR", "EUR", "GBP", "CHF", "USD", "NOK", "AUD"),
}
# Whole units from and to, and thousandths of a ratio; of what is not listed a household has (20, 400).
SIZES = {
    "in": (2100, 5200), "inprev": (2100, 5200), "wage": (2000, 4600), "out": (1300, 3900), "outprev": (1300, 3900),
    "avg": (1300, 3900), "avgcat": (25, 480), "outcat": (25, 480), "usual": (1300, 3900), "usualcat": (25, 480),
    "big": (480, 1400), "subs": (28, 190), "sub": (4, 48), "saved": (40, 700), "savedgoal": (150, 6000),
    "togo": (90, 5500), "left": (15, 600), "short": (15, 600), "bal": (60, 9000), "limit": (300, 3000),
    "net": (900, 90000), "bud": (1500, 4200), "budcat": (60, 500), "budleft": (5, 160), "budover": (5, 160),
    "fc": (20, 1500), "fcshort": (20, 900), "debt": (700, 42000), "owed": (120, 7000), "min": (15, 120),
    "fees": (2, 38), "interest": (2, 140), "refund": (8, 240), "perday": (4, 60), "save": (40, 900),
    "dif": (5, 140), "chg": (5, 140), "rise": (1, 9), "difsaved": (10, 260), "rate": (20, 340), "share": (20, 260),
    "hit": (610, 960), "progress": (80, 960),
}  # fmt: skip
# By folder with figures as large as a household's; those of one sentence that could contradict each other lie apart.
SIZED = {
    SIXTH: SIZES,
    SEVENTH: SIZES | {
        "saveleast": (40, 190), "savemost": (200, 900), "fclow": (20, 400), "fchigh": (500, 1900), "waspayee": (4, 14),
        "pricepayee": (15, 60), "usualpayee": (20, 110), "bigpayee": (180, 900), "budcat": (170, 500),
        "bud": (3900, 4800),
    },
    EIGHTH: SIZES | {
        "fclow": (20, 400), "fchigh": (500, 1900), "fcend": (120, 1500), "waspayee": (4, 14), "pricepayee": (15, 60),
        "outpayee": (25, 320), "outodd": (180, 900), "usualpayee": (20, 110), "bigpayee": (480, 1400),
        "avgcat": (25, 480), "savegoal": (20, 300), "subsyear": (340, 2300), "paiddebt": (150, 800),
        "minpayee": (15, 110),
    },
}  # fmt: skip
