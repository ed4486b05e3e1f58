"""So much for each of what one figure of the sentence counts, with the one amount there is to share out: 累计送水1924车次、1.35万吨，平均每
车次7.0吨; 床位260张，护理单元5个，每单元52张; 6个督查组每组走访4个，合计24个. Any counter and noun will do: nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.means.divisors import divisor
from checker.relate.means.pace import quotient_term
from checker.relate.scene import Scene
from checker.relate.sorts import amount, countable, counted
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_SURE = 0.95
_NOUN = 4
_EACH = re.compile("(?:(?P<mean>平均)|^|[，；;])每(?:一|个)?(?P<each>[一-鿿]{1,3}?)(?P<does>[一-鿿]{0,4}?)(?:平均)?(?:约|为|有|各)?$")
_TIMES = frozenset("年月日天季周旬时分秒届期人")
_TOGETHER = re.compile("^[^，；;]{0,8}[，,]?(?:合计|共计|总计|一?共)$")
_OTHERWISE = re.compile("其中|另|比|较|增|减|上年|去年|目标|计划")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such mean of what no other source knows how to count."""
    for sentence in scene.sentences:
        for position, mean in enumerate(sentence):
            found = _EACH.search(last_clause(mean.lead)) if _plain(mean) and "每" in mean.lead else None
            if position and found is not None:
                yield from _shared_out(scene, sentence, mean, found)


def _plain(claim: Claim) -> bool:
    told = claim.quantity
    return claim.measure in ("mean", "level") and claim.modality == "result" and told.high is None and told.hedge in ("", "about")


def _shared_out(scene: Scene, sentence: Sequence[Claim], mean: Claim, found: re.Match[str]) -> Iterator[Relation]:
    said = last_clause(mean.lead)[found.start() :].lstrip("，；;平均每一个")
    after = next(scene.after(mean, 1), None)
    total = after if after is not None and _alike(after, mean) and _TOGETHER.match(after.lead) else None
    kin = [c for c in sentence if c is not mean and _alike(c, mean) and (c.index < mean.index or c is total)]
    counts = [c for c in sentence if c.index < mean.index and countable(c) and _unit_of(scene, c, said)]
    if len(counts) != 1 or said[:1] in _TIMES or _OTHERWISE.search(said + counts[0].lead):
        return
    if (per := divisor(scene, mean)) is not None and per.fits(counts[0]):
        return
    tops = [c for c in kin if c is not counts[0]]
    # 每组走访4个: what each does is told of all only in so many words
    does = said[len(_unit_of(scene, counts[0], said)) :]
    if len(tops) != 1 or not _whole(tops[0], counts[0]) or does.strip("约为有各平均") and tops[0] is not total:
        return
    told = quotient_term(mean) if found["mean"] or mean.quantity.hedge or "均" in mean.lead else _exact(mean)
    terms = [told, term("numerator", tops[0]), term("denominator", counts[0])]
    yield scene.relation("mean-per-unit", terms, ("mean", mean.index), _SURE)


def _exact(mean: Claim) -> Term:
    return Term("mean", Interval.exactly(mean.quantity.value), mean)


def _alike(claim: Claim, mean: Claim) -> bool:
    """Whether a figure is of the kind the mean is of: 386人次 over 86组次 are 4.5人 each, 2108户次 over 4次 527户."""
    kinds = claim.quantity.dimension.removesuffix("次"), mean.quantity.dimension.removesuffix("次")
    people = {claim.quantity.dimension, mean.quantity.dimension} == {"person", "count:人次"}
    return amount(claim) and claim.modality != "base" and (kinds[0] == kinds[1] or people)


def _unit_of(scene: Scene, claim: Claim, said: str) -> str:
    """The first letters of what follows 每, where the figure counts it: by its own unit, or by the noun before or behind a general one."""
    for length in (3, 2, 1):
        word = said[:length]
        unit = scene.rules.unit(word) if len(word) == length else None
        if unit is not None and unit.countable and unit.dimension == claim.quantity.dimension and unit.dimension != "count:个":
            return word
        named = claim.name.endswith(word) or counted(claim).startswith(word) or word in _noun(claim)
        if claim.quantity.dimension == "count:个" and len(word) == length and named:
            return word
    return ""


def _noun(claim: Claim) -> str:
    return re.split("[，、；;。:()的]", claim.tail[:8])[0][:_NOUN]


def _whole(top: Claim, count: Claim) -> bool:
    """Whether the amount is of all that are counted, and no part of it."""
    apart = "paren" in top.cues or "paren" in count.cues or "part" in top.cues
    told = not top.quantity.hedge and not count.quantity.hedge and top.clause == count.clause
    return told and not apart and not _OTHERWISE.search(top.lead)
