"""Seeded households with their truth, for measuring detectors: `build.household(seed, months=24)`.

Everything here was written from the definitions (what a contract is, what a habit is), without looking at a detector,
and is independent of the demonstration data. The same seed gives the same rows; its clean twin is the same household
without the anomalies.
"""
