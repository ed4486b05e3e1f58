"""The share of all members of a list together: 进出口分别为261亿元和199亿元，两者合计占47.1%; or of their sum: 合计460亿元，占47.1%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.chinese import FEW
from checker.claim import Claim
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.shares.of_run import RIVAL, wholes_of
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, proportion
from checker.relation import Relation

_REACH = 24
_MOST, _TEN = 12, 10
_TOGETHER = re.compile(
    "(?:^|[，；;])(?P<named>[^，；;、0-9]{0,8}?)"
    "(?:[上述这以及前]{0,2}(?P<count>[两二三四五六七八九十])"
    "(?:大|个|项|者|家|类|级|种|地)?[^，；;、0-9]{0,6})?"
    "(?:合计|共计|总计|之和|加总|合起来|合|共)(?:约|仅|只)?(?:占|贡献)[^，；;]{0,16}$"
)
_SUM = re.compile("^[，(;](?:[两二三四五六七八九十][^，；;、0-9]{0,7})?(?:合计|共计|总计|总和)[^，；;、0-9]{0,6}$")
# 新材料10亿元、装备制造9亿元，两大产业占: they are counted, and so it is of them together
_COUNTED = re.compile("^[^，；;、(0-9均各]{0,6}占(?:比|比重)?(?:约?为|约|达)?$")
_GOVERNMENTS = re.compile("(?:中央|[省市县区乡镇村]){2,5}$")
_MARKS = tuple("，；;、(")
_BARE = re.compile("^[，(](?:约|仅|只)?占[^，；;、(]{0,14}$")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such share over what the members are some of."""
    for share in scene.prose:
        if not proportion(share) or share.modality == "base" or share.quantity.hedge or share.tail.startswith("(占"):
            continue
        if (found := _TOGETHER.search(share.lead)) is not None:
            place, count = _how_many(scene, share, found["count"] or "")
            run = _levels(scene, share) or (_run(scene, place, count) if count or not found["named"] else [])
            yield from _over(scene, share, run, tuple(run))
        elif _COUNTED.match(share.lead) and not {"respectively", "each"} & share.cues:
            place, count = _how_many(scene, share, "")
            run = _run(scene, place, count) if count else []
            run = run if run and run[-1].index + 1 == place.index else []
            yield from _over(scene, share, run, tuple(run))
        elif _BARE.match(share.lead):
            told = next(scene.before(share, 1), None)
            if told is not None and told.sentence == share.sentence and amount(told) and not told.quantity.hedge and _SUM.match(told.lead):
                run = _run(scene, told, 0)
                if run and run[0].quantity.dimension == told.quantity.dimension:
                    yield from _over(scene, share, run, (told,))


def _how_many(scene: Scene, share: Claim, word: str) -> tuple[Claim, int]:
    """Before which figure the members stand, and how many they are if the words say so: 三者合计占, 三大行业合计占."""
    before = next(scene.before(share, 1), None)
    counted = before is not None and before.sentence == share.sentence and before.quantity.dimension.startswith("count:")
    if before is not None and counted and share.lead[:1] not in _MARKS and 1 < before.quantity.value <= _TEN:
        return before, int(before.quantity.value)
    return share, FEW.get(word, 0)


def _levels(scene: Scene, share: Claim) -> list[Claim]:
    """省级1亿元、市级3亿元、县级2亿元，市县两级合计占: the amounts of the levels of government that are named, as many as are counted."""
    levels = scene.claims[share.index - 1] if share.index else share
    found = _GOVERNMENTS.search(levels.lead) if levels.quantity.dimension == "grade" and levels.sentence == share.sentence else None
    names = found.group().replace("中央", "央") if found is not None else ""
    told = _run(scene, levels, 0) if len(names) == levels.quantity.value else []
    chosen = [c for c in told if c.name.removeprefix("中")[:1] in names and c.name]
    return chosen if len(chosen) == len(names) > 1 else []


def _run(scene: Scene, place: Claim, count: int) -> list[Claim]:
    """The last amounts of one kind told one after the other before a figure; right before it, unless it says how many they are."""
    run: list[Claim] = []
    for claim in scene.before(place, _REACH):
        if place.sentence - claim.sentence > bool(count) or len(run) == _MOST:
            break
        if run and run[-1].index != claim.index + 1:
            break
        member = amount(claim) and claim.modality == place.modality and not claim.quantity.hedge and "paren" not in claim.cues
        member = member and (not run or claim.quantity.dimension == run[0].quantity.dimension)
        if not member:
            if run or not count and claim.measure not in ("rate", "change"):
                break
            continue
        run.append(claim)
        if not _joined(claim):
            if count and len(run) != count:
                run = []
                continue
            break
    joined = len(run) > 1 and all(map(_joined, run[:-1]))
    return run[::-1] if joined and (not count or len(run) == count) else []


def _joined(claim: Claim) -> bool:
    """Whether words or marks join a member to the one before; a comma does where they are told in turn (分别为a，b和c)."""
    return claim.lead.startswith((*JOINTS, "以及")) or "respectively" in claim.cues and claim.lead.strip() == "，"


def _over(scene: Scene, share: Claim, run: list[Claim], parts: tuple[Claim, ...]) -> Iterator[Relation]:
    if not run:
        return
    found = wholes_of(scene, share, run, parts)
    found = [(whole, sure) for whole, sure in found if whole not in run and whole not in parts and not ruled_out(share, parts, whole)]
    for rank, (whole, sure) in enumerate(found[:3]):
        yield share_of(scene, share, parts, whole, ("share", share.index), sure if rank == 0 else min(sure, RIVAL))
