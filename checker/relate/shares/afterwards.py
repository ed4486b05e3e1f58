"""A share or rate whose whole is told only behind it: 占各项贷款的25%；各项贷款余额84亿元; 亏损企业93户，亏损面15%，规上企业总数620户."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import a_mean, differs, listed, rated, words_of
from checker.relate.shares.behind import part_behind
from checker.relate.shares.cores import core
from checker.relate.shares.rate_names import named_after
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.subject import own_subject
from checker.relate.shares.together import share_of, together
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, one_scale, one_thing, proportion
from checker.relation import Relation

# an amount behind a bare 占 that is called a total may be that of a sibling
_SURE, _RATED, _BARE = 0.95, 0.93, 0.85
_BEFORE, _BEHIND, _NEXT = 12, 6, 2
_SHORTEST = 2
# 占各项贷款的比重为, 完成年度任务的, 为年初预算的
_OF = re.compile(
    "^[，(](?:[^，；;、:(0-9]{1,8}，)?(?:约|仅|只|已)?(?:占|完成|相当于|为|达到?)"
    "([^，。；;:(]{2,16}?)的?(?:比重|比例|份额)?(?:约?为|约|达到?)?$"
)
_ALONE = re.compile("^[，(](?:约|仅|只)?(?:占|占比)(?:约?为|约|达到?)?$")
_VERB = re.compile("(?:约|达到?|为|是|共计?|合计|总计|累计|有|安排|:){1,3}$")
_ALL = re.compile(
    "^(?:全[市省县区州镇乡行]|我[市省县区])?(?:共|总|各项|各类|全部|所有|合计|累计共)|(?:总[额数量值计]?|合计|总户数|总人数)$"
)
_SIZE = re.compile("(?:总)?(?:余额|金额|数额|总额|额|总数|总量|数量|数|量)$")
_PLACE = re.compile("全[国省市县区州镇乡]|我[国省市县区]")
_GROWN = ("rate", "change", "points")
_NARROW = frozenset({"part", "paren", "each", "respectively"})


def relations(scene: Scene) -> Iterator[Relation]:
    """The amount right before a share, or the one that a rate is named after, over the amount behind it that the words make its whole."""
    for share in scene.prose:
        if not proportion(share) or share.modality == "base" or share.quantity.hedge or _NARROW & share.cues or together(share):
            continue
        # 活期存款占各项存款的45%，为54亿元，各项存款120亿元
        made = part_behind(scene, share) if own_subject(share) else None
        if made is not None and core(scene, named_whole(share)):
            yield from _over(scene, share, made, _so_called(scene, share, made, named_whole(share)), _SURE)
            continue
        part = next((c for c in scene.before(share, 3) if c.measure not in _GROWN and not a_mean(c)), None)
        if part is None or part.sentence != share.sentence or not _plain(part) or listed(scene, part):
            continue
        found = _OF.match(share.lead)
        wanted = found.group(1) if found is not None else ""
        if wanted and core(scene, wanted):
            yield from _over(scene, share, part, _so_called(scene, share, part, wanted), _SURE)
        elif (so := _rated_so(scene, share, part)) or _ALONE.match(share.lead):
            yield from _over(scene, share, part, _told_of_all(scene, share, part), _RATED if so else _BARE)


def _over(scene: Scene, share: Claim, part: Claim, whole: Claim | None, trust: float) -> Iterator[Relation]:
    if whole is not None and not ruled_out(share, (part,), whole):
        yield share_of(scene, share, (part,), whole, ("share", share.index), trust)


def _plain(claim: Claim) -> bool:
    return amount(claim) and claim.modality != "base" and not claim.quantity.hedge and not _NARROW & claim.cues and not differs(claim)


def _alike(scene: Scene, part: Claim, whole: Claim) -> bool:
    alike = scene.same_things(part, whole) and one_scale(part, whole) and one_thing(part, whole)
    dated = part.period is None or whole.period is None or part.period.last.year == whole.period.last.year
    return _plain(whole) and alike and dated


def _behind(scene: Scene, share: Claim, part: Claim) -> Iterator[Claim]:
    """The figures of its kind behind a share in its sentence, and the first of the next sentence."""
    last = share.index
    for claim in scene.after(share, _BEHIND):
        last = claim.index
        in_bracket = claim.index == share.index + 1 and claim.lead.startswith("(")
        if _alike(scene, part, replace(claim, cues=claim.cues - {"paren"}) if in_bracket else claim):
            yield claim
    for claim in scene.claims[last + 1 : last + 1 + _NEXT]:
        if claim.block == share.block and claim.sentence == share.sentence + 1 and _alike(scene, part, claim):
            yield claim


def _so_called(scene: Scene, share: Claim, part: Claim, wanted: str) -> Claim | None:
    """The one amount behind the share that bears the name of its whole, if none before does."""
    thing = thing_of(scene, wanted)
    if len(thing) < _SHORTEST or any(thing in c.name + words_of(scene, c) for c in _before(scene, share, part)):
        return None
    told = [c for c in _behind(scene, share, part) if c is not part and _says(scene, c, wanted) and _one_place(wanted, _words(c))]
    return told[0] if len({c.quantity.value for c in told}) == 1 else None


def _says(scene: Scene, claim: Claim, wanted: str) -> bool:
    words = _words(claim)
    # 占年度计划的90%，年度计划投资80亿元
    planned = wanted.endswith(scene.rules.wording["plan_kind"]) and words.startswith(wanted)
    return planned or thing_of(scene, words) == thing_of(scene, wanted)


def _told_of_all(scene: Scene, share: Claim, part: Claim) -> Claim | None:
    """The next amount of the kind, where its words say that it is all there are and no amount of the kind stands before the part."""
    # 基本支出2400万元，占80%；项目支出600万元，占20%；支出合计3000万元: each of those before has its share
    if any(not rated(scene, c) for c in _before(scene, share, part)):
        return None
    whole = next((c for c in scene.after(share, 3) if c.measure not in _GROWN), None)
    if whole is None or not _alike(scene, part, whole) or rated(scene, whole):
        return None
    words = last_words(whole).rstrip("为是约达到有")
    return whole if _ALL.search(words) or _due(share, words) else None


def _due(share: Claim, words: str) -> bool:
    """入组率99.0%，应入组病例345291例: whether the words are of what had to be done where the rate is of what was."""
    root = named_after(share)[1]
    return bool(root) and words.startswith("应" + root)


def _before(scene: Scene, share: Claim, part: Claim) -> list[Claim]:
    return [c for c in scene.before(part, _BEFORE) if share.sentence - c.sentence <= 1 and amount(c) and scene.same_things(c, part)]


def _rated_so(scene: Scene, share: Claim, part: Claim) -> bool:
    """亏损企业93户，亏损面15%: whether a rate is named after what its part is told in."""
    _, root = named_after(share)
    other = any(word in share.lead for word in scene.rules.wording["averaged_rates"]) or root in scene.rules.wording["rates_of_other_base"]
    return bool(root) and root in words_of(scene, part) and not (other and not share.lead.endswith("面")) and not own_subject(share)


def _words(claim: Claim) -> str:
    return _VERB.sub("", last_words(claim))


def thing_of(scene: Scene, name: str) -> str:
    """What a name is of, without how far it reaches and what it is measured in: 全市不良贷款余额 → 不良贷款."""
    thing = core(scene, name)
    return _SIZE.sub("", thing) or thing


def _one_place(wanted: str, words: str) -> bool:
    """占全市出口总值的25%；全省出口总值: of a place of its own."""
    one, other = _PLACE.search(wanted), _PLACE.search(words)
    return one is None or other is None or one.group() == other.group()
