"""Sorts of claims that the sources of evidence tell apart."""

from __future__ import annotations

from checker.claim import Claim

_NOT_ADDED = frozenset({"fraction", "point", "multiple", "rank", "time", "month", "year", "number", "age", "grade", ""})


def amount(claim: Claim) -> bool:
    """Whether the claim states a level that can be added, divided or compared (no percentages, ratios, durations)."""
    return claim.measure == "level" and claim.quantity.dimension not in _NOT_ADDED


def proportion(claim: Claim) -> bool:
    """Whether the claim states a percentage that is no growth."""
    return claim.quantity.dimension == "fraction" and claim.measure in ("share", "level") and claim.quantity.ratio is None
