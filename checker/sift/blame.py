"""Which figure is to blame: the fewest figures whose change explains every broken relation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.claim import Claim
from checker.rules import Kind
from checker.sift.weigh import Weighed
from checker.verdict import Mend, Verdict


@dataclass(frozen=True, slots=True)
class Blame:
    """One slip: the relation that shows it best, the others it breaks, the suspect (None if two tie) and the slip that would mend it."""

    main: Verdict
    others: tuple[Verdict, ...]
    suspect: Claim | None
    mend: Mend | None


# What is worked out by hand is wrong more often than what it is worked out from: a rate or share a little, an amount put into
# words, a weekday, a unit misnamed far more.
_WORKED_OUT: Mapping[Kind, float] = {"growth": 0.15, "share": 0.15, "words": 0.9, "unit": 0.9, "date": 0.5}

# How likely a figure is the wrong one if a slip of this sort mends it: two digits swapped is the commonest slip of the pen.
_LIKELY: Mapping[str, float] = {"swap": 0.8}


def blame(weighed: Weighed) -> list[Blame]:
    """One slip after another, each explaining most of the broken relations that the slips before it left unexplained.

    Relations that share no figure, not even through others, have nothing to say about one another.
    """
    return [slip for group in _connected(weighed.proven) for slip in _explained(group, weighed.support)]


def _connected(verdicts: Sequence[Verdict]) -> list[list[Verdict]]:
    """The verdicts in groups that are held together by shared figures; linear in the number of figures."""
    root: dict[int, int] = {}

    def find(index: int) -> int:
        while root.setdefault(index, index) != index:
            root[index] = index = root[root[index]]
        return index

    indices = [[claim.index for claim in verdict.relation.claims] for verdict in verdicts]
    for first, *others in indices:
        for other in others:
            root[find(other)] = find(first)
    groups: dict[int, list[Verdict]] = {}
    for verdict, (first, *_) in zip(verdicts, indices, strict=True):
        groups.setdefault(find(first), []).append(verdict)
    return list(groups.values())


def _explained(left: list[Verdict], support: Mapping[int, float]) -> Iterator[Blame]:
    while left:
        scores: dict[int, float] = {}
        holders: dict[int, Claim] = {}
        for verdict in left:
            slips = {claim.index: mend for mend in verdict.mends if (claim := verdict.relation.terms[mend.index].claim)}
            for claim in verdict.relation.claims:
                holders[claim.index] = claim
                doubt = -min(4.0, support.get(claim.index, 0.0)) / 2
                slip = slips.get(claim.index)
                worked_out = _WORKED_OUT.get(verdict.relation.rule.kind, 0.0) if claim is verdict.relation.claims[0] else 0.0
                mended = _LIKELY.get(slip.slip, 0.6) - 0.2 * slip.chance if slip else 0.0
                scores[claim.index] = scores.get(claim.index, doubt) + 1 + worked_out + mended
        first, *others = sorted(scores, key=lambda index: (-scores[index], index))
        mine = [verdict for verdict in left if any(claim.index == first for claim in verdict.relation.claims)]
        left = [verdict for verdict in left if all(claim.index != first for claim in verdict.relation.claims)]
        tie = bool(others) and scores[others[0]] == scores[first]
        main = max(mine, key=lambda verdict: (verdict.relation.trust, len(verdict.mends)))
        yield Blame(main, tuple(verdict for verdict in mine if verdict is not main), None if tie else holders[first], _mend(mine, first))


def _mend(verdicts: list[Verdict], index: int) -> Mend | None:
    for verdict in verdicts:
        for mend in verdict.mends:
            claim = verdict.relation.terms[mend.index].claim
            if claim is not None and claim.index == index:
                return mend
    return None
