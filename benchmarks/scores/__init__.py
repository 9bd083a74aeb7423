"""How good the engines are, measured: `python -m benchmarks.scores` (see __main__ for the options).

One module a group of figures, each with `scores(setting) -> Iterable[Score]`. A figure has its sample size, an
interval, the naive and rival-like baselines on the same data, and its target. Households are generated with their
truth (benchmarks/scores/households); real data come from a folder given on the command line and are scored apart.
"""
