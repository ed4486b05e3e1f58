"""Structure ratios a∶b∶c, and shares listed side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount
from checker.relation import Relation, Term, term

_ALL_OF_IT = re.compile("全[市县区省校院国]|平均|总体|整体|综合|目前|当前|实际|达到?|约|其|的|[，;]")
_SURE = 0.93
# characters behind the last share where its sentence may say that members are counted twice
_SAID_BEHIND = 30


def relations(scene: Scene) -> Iterator[Relation]:
    """Members of a structure ratio make 100 (or 10, or 1); two-member ratios are quotients of the levels before them."""
    members: dict[int, list[Claim]] = {}
    for claim in scene.prose:
        if claim.quantity.ratio is not None:
            members.setdefault(claim.quantity.ratio[0], []).append(claim)
    for group in members.values():
        if len(group) == group[0].quantity.ratio[2] if group[0].quantity.ratio else False:
            yield from _hundred(scene, group)
            if len(group) == 2 and group[1].quantity.value == 1:
                yield from _quotient(scene, group)
            elif len(group) == 2 and group[0].quantity.value == 1 and (pair := _paired(scene, group[0])) is not None:
                yield _over(scene, group[1], *pair)  # 师生比1∶14
    for sentence in scene.sentences:
        yield from _shares(scene, sentence)


def _hundred(scene: Scene, group: list[Claim]) -> Iterator[Relation]:
    total = sum((c.quantity.value for c in group), Decimal(0))
    fractional = any(c.quantity.step < 1 for c in group)
    mixed = any(c.quantity.value >= 100 for c in group)  # 1∶1∶120 says how to mix
    if mixed or not 80 <= total <= 125 or len(group) < 3 and not fractional:
        return
    hundred = Term("whole", Interval.exactly(100), None, "100")
    terms = [hundred, *(term("part", c) for c in group)]
    yield scene.relation("structure-of-hundred", terms, ("structure", group[0].index), 0.95)


def _quotient(scene: Scene, group: list[Claim]) -> Iterator[Relation]:
    """城乡居民收入比2.17∶1: two levels of one unit, the greater over the smaller."""
    ratio = group[0]
    pair = _paired(scene, ratio)
    if pair is not None:
        yield _over(scene, ratio, *pair)
        return
    near = [c for c in scene.before(ratio, 8) if amount(c) or c.measure == "mean"]
    for first, above in enumerate(near[:6]):
        for below in near[:6]:
            if above.index != below.index and scene.same_things(above, below) and above.quantity.value >= below.quantity.value:
                terms = [term("ratio", ratio), Term("numerator", above.signed, above), Term("denominator", below.signed, below)]
                yield scene.relation("ratio-of-levels", terms, ("ratio", ratio.index), 0.5 if first < 3 else 0.3)


def _over(scene: Scene, ratio: Claim, above: Claim, below: Claim) -> Relation:
    terms = [term("ratio", ratio), Term("numerator", above.signed, above), Term("denominator", below.signed, below)]
    return scene.relation("ratio-of-levels", terms, ("ratio", ratio.index), _SURE)


def _paired(scene: Scene, ratio: Claim) -> tuple[Claim, Claim] | None:
    """在职45万人、退休18万人，抚养比2.55∶1: the one amount of the sentence for each side that the ratio's name stands for."""
    here = [c for c in scene.before(ratio, 8) if c.sentence == ratio.sentence and amount(c) and c.modality != "base"]
    for name, above, below in (words.split(":") for words in scene.rules.wording["paired_ratios"]):
        if name in ratio.lead[-8:]:
            if not _of_all(last_words(ratio).partition(name)[0], here):
                return None
            tops, bottoms = ([c for c in here if side in last_words(c)] for side in (above, below))
            if len(tops) == len(bottoms) == 1 and tops[0] is not bottoms[0]:
                return tops[0], bottoms[0]
    return None


def _of_all(words: str, here: list[Claim]) -> bool:
    """高中师生比 is of no pupils and teachers but those of the 高中: whether the words before a ratio's name narrow nothing, or all that
    is told."""
    own = _ALL_OF_IT.sub("", words)
    return not own or all(own in last_words(claim) for claim in here)


def _shares(scene: Scene, sentence: list[Claim]) -> Iterator[Relation]:
    """Shares of one whole listed side by side make 100 %, where the list is complete."""
    fractions = [c for c in sentence if c.measure == "share" and c.quantity.dimension == "fraction"]
    shares = [c for c in fractions if c.modality != "base" and not c.quantity.hedge]
    # shares of wholes with different names are of no one structure
    if len(shares) < 2 or len(shares) > 12 or len({name for share in shares if (name := named_whole(share))}) > 1:
        return
    said = scene.document.text[shares[0].quantity.start : shares[-1].quantity.end + _SAID_BEHIND].split("。")[0]
    if any(word in said for word in scene.rules.wording["overlap"]):
        return
    total = sum((c.quantity.value for c in shares), Decimal(0))
    if not Decimal("0.85") <= total <= Decimal("1.2"):
        return
    whole = Term("whole", Interval.exactly(1), None, "100%")
    # a、b和c in one breath leave nothing out where one slip would make them whole
    breath = shares[-1].index - shares[0].index == len(shares) - 1 and not any(c.lead.strip("、和及与以 ") for c in shares[1:])
    trust = 0.45 if len(shares) < 3 else 0.88 if breath else 0.6
    yield scene.relation("structure-of-hundred", [whole, *(term("part", c) for c in shares)], ("structure", shares[0].index), trust)
