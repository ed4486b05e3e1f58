"""Structure ratios a∶b∶c, and shares listed side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import words_of
from checker.relate.shares.definitions import called
from checker.relate.shares.rate_names import of_less
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, own_basis
from checker.relation import Relation, Term, term

_SURE = 0.93
# the sides of a pair told the other way round
_ROUND = 0.6
_REACH, _PAIR = 10, 2
_SAID = re.compile("(?:约?为|约|达到?|是|由|从|至|到|(?:提高|上升|下降|降|升)[至到]){1,2}$")
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
            if len(group) == _PAIR:
                yield from _named(scene, group) or _quotient(scene, group)
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


def _named(scene: Scene, group: list[Claim]) -> list[Relation]:
    """在职45万人、退休18万人，抚养比2.55∶1; 医生640人、护士1024人，医护比1∶1.6: the amount for each side that the ratio's name stands for.
    Some tell the sides the other way round: a reading that holds settles it."""
    first, second = group
    ratio = next((c for c in group if c.quantity.value != 1), first)
    if 1 not in (first.quantity.value, second.quantity.value) or own_basis(scene.document.words, second):
        return []
    if (pair := _paired(scene, first)) is None:
        return []
    over = pair if ratio is first else pair[::-1]
    readings = ((over, _SURE), (over[::-1], _ROUND))
    return [_over(scene, ratio, *sides, trust) for sides, trust in readings if not ruled_out(ratio, sides[:1], sides[1])]


def _over(scene: Scene, ratio: Claim, above: Claim, below: Claim, trust: float) -> Relation:
    terms = [term("ratio", ratio), Term("numerator", above.signed, above), Term("denominator", below.signed, below)]
    return scene.relation("ratio-of-levels", terms, ("ratio", ratio.index), trust)


def _quotient(scene: Scene, group: list[Claim]) -> Iterator[Relation]:
    """城乡居民收入比2.17∶1: two levels of one unit, the greater over the smaller."""
    ratio = group[0]
    if group[1].quantity.value != 1:
        return
    near = [c for c in scene.before(ratio, 8) if amount(c) or c.measure == "mean"]
    for first, above in enumerate(near[:6]):
        for below in near[:6]:
            if above.index != below.index and scene.same_things(above, below) and above.quantity.value >= below.quantity.value:
                yield _over(scene, ratio, above, below, 0.5 if first < 3 else 0.3)


def _paired(scene: Scene, ratio: Claim) -> tuple[Claim, Claim] | None:
    """The one amount of the sentence, or of it and the one before, for each side of the pair that the ratio's name stands for."""
    told = [c for c in scene.before(ratio, _REACH) if ratio.sentence - c.sentence <= 1 and amount(c) and c.modality != "base"]
    for names, *sides in (words.split(":") for words in scene.rules.wording["paired_ratios"]):
        said = _SAID.sub("", last_words(ratio))
        if name := next((name for name in names.split("|") if said.endswith(name)), ""):
            for near in ([c for c in told if c.sentence == ratio.sentence], told):
                first, second = (_likeliest(scene, near, side.split("|")) for side in sides)
                if first is not None and second is not None and first is not second:
                    return None if of_less(said.removesuffix(name), words_of(scene, first) + words_of(scene, second)) else (first, second)
    return None


def _likeliest(scene: Scene, near: list[Claim], names: Sequence[str]) -> Claim | None:
    """The one amount that bears the first of the names that any bears: of 报名 and 审核通过 the latter."""
    found = [(call.place, c) for c in near if (call := called(scene, c, tuple(names))) is not None]
    best = [c for place, c in found if place == min(found, key=lambda pair: pair[0])[0]]
    return best[0] if len(best) == 1 else None


def _shares(scene: Scene, sentence: list[Claim]) -> Iterator[Relation]:
    """Shares of one whole listed side by side make 100 %, where the list is complete."""
    fractions = [c for c in sentence if c.measure == "share" and c.quantity.dimension == "fraction"]
    shares = [c for c in fractions if c.modality != "base" and not c.quantity.hedge]
    # shares of wholes with different names are of no one structure
    if len(shares) < 2 or len(shares) > 12 or len({name for share in shares if (name := named_whole(share))}) > 1:
        return
    said = scene.document.words[shares[0].quantity.start : shares[-1].quantity.end + _SAID_BEHIND].split("。")[0]
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
