"""Which figure is to blame: the fewest figures whose change explains every broken relation."""

from __future__ import annotations

from dataclasses import dataclass

from checker.claim import Claim
from checker.sift.weigh import Weighed
from checker.verdict import Mend, Verdict


@dataclass(frozen=True, slots=True)
class Blame:
    """One slip: the relation that shows it best, the others it breaks, the suspect (None if two tie) and the slip that would mend it."""

    main: Verdict
    others: tuple[Verdict, ...]
    suspect: Claim | None
    mend: Mend | None


def blame(weighed: Weighed) -> list[Blame]:
    """Take, again and again, the figure that explains most of the broken relations that are left."""
    left = list(weighed.proven)
    blames: list[Blame] = []
    while left:
        scores: dict[int, float] = {}
        holders: dict[int, Claim] = {}
        for verdict in left:
            mended = {verdict.relation.terms[m.index].claim.index: m for m in verdict.mends if verdict.relation.terms[m.index].claim}  # type: ignore[union-attr]
            for claim in verdict.relation.claims:
                holders[claim.index] = claim
                slip = mended.get(claim.index)
                doubt = -min(4.0, weighed.support.get(claim.index, 0.0)) / 2
                scores[claim.index] = scores.get(claim.index, doubt) + 1 + (0.6 - 0.2 * slip.chance if slip else 0.0)
        ranked = sorted(scores, key=lambda index: (-scores[index], index))
        first = ranked[0]
        mine = [v for v in left if any(c.index == first for c in v.relation.claims)]
        left = [v for v in left if v not in mine]
        tie = len(ranked) > 1 and scores[ranked[1]] == scores[first]
        main = max(mine, key=lambda v: (v.relation.trust, len(v.mends)))
        blames.append(Blame(main, tuple(v for v in mine if v is not main), None if tie else holders[first], _mend(mine, first)))
    return blames


def _mend(verdicts: list[Verdict], index: int) -> Mend | None:
    for verdict in verdicts:
        for mend in verdict.mends:
            claim = verdict.relation.terms[mend.index].claim
            if claim is not None and claim.index == index:
                return mend
    return None
