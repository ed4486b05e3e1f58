"""What a figure without a name of its own speaks of: the figure before it."""

from __future__ import annotations

from dataclasses import replace

from checker.bind.naming import completed
from checker.claim import Claim
from checker.rules import Rules


def _elliptical(claim: Claim) -> bool:
    return not claim.indicator and 2 <= len(claim.name) <= 8 and claim.measure in ("level", "mean")


def inherit(claims: list[Claim], rules: Rules) -> list[Claim]:
    """Rates and changes that carry no name of their own speak of the nearest amount before them in the sentence, points of the nearest
    percentage."""
    answer: list[Claim] = []
    amount: Claim | None = None
    share: Claim | None = None
    sentence = -1
    before: Claim | None = None
    for claim in claims:
        if claim.sentence != sentence:
            amount, share, before, sentence = None, None, None, claim.sentence
        if before is not None and before.modality == "base" and not claim.name and _reached_from(before, claim):
            claim = replace(claim, name=before.name, indicator=before.indicator, subject=before.subject)
        elif amount is not None and amount.indicator and _elliptical(claim):
            claim = replace(claim, indicator=completed(claim.name, amount.name, rules))
        before = claim
        if claim.measure in ("level", "mean", "share") and claim.modality != "base" and "paren" not in claim.cues:
            if claim.quantity.dimension == "fraction":
                share = claim
            else:
                amount = claim
        elif not claim.indicator and not claim.name:
            source = (share or amount) if claim.measure == "points" else amount if claim.measure in ("rate", "change") else None
            if source is not None:
                claim = replace(claim, name=source.name, indicator=source.indicator, subject=source.subject)
        answer.append(claim)
    return answer


def _reached_from(base: Claim, claim: Claim) -> bool:
    """由a增加到b: the level reached is of what the level before it was of."""
    return claim.measure in ("level", "mean", "share", "ratio") and claim.quantity.dimension == base.quantity.dimension and base.name != ""
