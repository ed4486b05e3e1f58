"""Which amount a share is of: the one right before it, or the one that the words before 占 call."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.clause import last_words, silent
from checker.relate.scene import Scene
from checker.relate.shares.around import a_mean
from checker.relate.shares.subject import own_subject
from checker.relate.sorts import amount, proportion

_RANKED = re.compile("[位均稳]?[居列排]|为全|是全")
_ROOT = 2
_GOES_ON = ("、占", "，占", "和占")
_MEASURED_IN = {
    "投资": "money", "资金": "money", "金额": "money", "产值": "money", "收入": "money", "支出": "money",
    "面积": "area", "人数": "person", "户数": "count:户",
}  # fmt: skip
_WHOLE_IN = re.compile("占[^，、；;()]{0,12}(?P<measure>户数|人数|面积|金额)的?比?[重例]?[为达约]{0,2}$")
_MEASURED_BY = ("相当于", "为", "是", "占", "达到", "完成", "达")
MONEY = re.compile("(?:投资|金额|资金|产值|收入|支出|贷款|存款)额?$")
# how a thing is measured, which a share may add to its name
_DENIED = "非不未无"
_MEASURES = ("面积", "金额", "人数", "户数", "件数", "数量", "数")


def numerator(scene: Scene, share: Claim, near: list[Claim]) -> Claim | None:
    """The amount just before the share, in its clause if there is one."""
    inside = "paren" in share.cues
    subject = own_subject(share) or _subject_before(scene, share)
    for claim in near:
        if len(subject) >= _ROOT and not called(claim, subject):
            continue
        if MONEY.search(subject) and claim.quantity.dimension.startswith(("count:", "person")):
            # 产业类118个、276.4亿元，…产业类投资占59.1%: of what is told of them the money is meant
            beside = next(scene.after(claim, 1), None)
            if beside is None or beside.quantity.dimension != "money" or not silent(beside):
                continue
            claim = beside
        if claim.sentence == share.sentence and claim.modality != "base" and ("paren" in claim.cues) <= inside:
            if not subject and (topic := _spoken_of(scene, share, claim)):
                return next((c for c in near if c.sentence == share.sentence and c.name and topic.startswith(c.name)), None)
            if _weighed_against(scene, claim) or a_mean(claim) or not subject and _qualifies(scene, claim):
                continue
            if _of_another(scene, share, claim) or counts_others(scene, share, claim):
                return None
            return _in_its_whole_s(scene, share, in_its_measure(scene, claim, subject))
    return None


def in_its_measure(scene: Scene, claim: Claim, subject: str) -> Claim | None:
    """产业类118个、276亿元，产业类投资占: of figures side by side the one that the subject's last words measure; None if none does."""
    wanted = next((dimension for word, dimension in _MEASURED_IN.items() if subject.endswith(word)), claim.quantity.dimension)
    if claim.quantity.dimension == wanted or subject in claim.name or not claim.quantity.dimension.startswith("count:"):
        return claim
    beside = next(scene.after(claim, 1), None)
    joined = beside is not None and beside.lead in ("", "、") and beside.quantity.dimension == wanted
    return beside if joined else None


def _in_its_whole_s(scene: Scene, share: Claim, claim: Claim | None) -> Claim | None:
    """1506户4129人，占监测户数的77.5%: of two figures side by side the one in which the words measure the whole."""
    said = _WHOLE_IN.search(last_words(share))
    if claim is None or said is None or claim.quantity.dimension == _MEASURED_IN[said["measure"]] or not silent(claim):
        return claim
    before = next(scene.before(claim, 1), None)
    return before if before is not None and before.quantity.dimension == _MEASURED_IN[said["measure"]] else claim


def _subject_before(scene: Scene, share: Claim) -> str:
    """定向捐赠占资金的61.1%、占款物总额的46.1%: the second share is of whom the first is."""
    before = next(scene.before(share, 1), None)
    goes_on = before is not None and before.sentence == share.sentence and proportion(before) and share.lead.startswith(_GOES_ON)
    return own_subject(before) if goes_on and before is not None and "占" in before.lead else ""


def _weighed_against(scene: Scene, claim: Claim) -> bool:
    """母猪182万头，相当于正常保有量178万头的102%，占存栏的: an amount that 的 joins to a percentage is what another is measured by."""
    behind = next(scene.after(claim, 1), None)
    return behind is not None and proportion(behind) and behind.lead == "的" and last_words(claim).startswith(_MEASURED_BY)


def _qualifies(scene: Scene, claim: Claim) -> bool:
    """有96个村收入超过20万元，占75%: whether a mark passed only says which things the count before it is of."""
    before = next(scene.before(claim, 1), None)
    if before is None or before.sentence != claim.sentence or not before.quantity.dimension.startswith(("count:", "person")):
        return False
    words = bool(claim.lead) and not any(mark in claim.lead for mark in "，、；;:(")
    return words and claim.quantity.hedge in ("above", "below") and claim.quantity.dimension != before.quantity.dimension


def _spoken_of(scene: Scene, share: Claim, part: Claim) -> str:
    """水运10万吨；铁路首次突破200万，占32.2%: what a new clause speaks of before it comes to another figure and to the share."""
    between = scene.claims[part.index + 1 : share.index]
    opening = next((c for c in between if c.lead.startswith(";")), None)
    return opening.lead.strip("; ") if opening is not None and opening.clause == share.clause else ""


def _of_another(scene: Scene, share: Claim, part: Claim) -> bool:
    """铜牌94枚，金牌总数居第三位，占…: who is ranked between is what the share is of."""
    ranked = [c for c in scene.claims[part.index + 1 : share.index] if c.quantity.dimension == "rank"]
    named = _RANKED.split(last_words(ranked[-1]))[0] if ranked else ""
    return len(named) >= _ROOT and not called(part, named)


def counts_others(scene: Scene, share: Claim, part: Claim) -> bool:
    """幼儿园94所，其中公办41所；在园幼儿15872人，公办园占54.4%: whether the clause of the share counts something else before it."""
    between = scene.claims[part.index + 1 : share.index] if share.clause != part.clause else ()
    kind = part.quantity.dimension
    return any(c.clause == share.clause and amount(c) and c.quantity.dimension != kind and "paren" not in c.cues for c in between)


def called(claim: Claim, subject: str) -> bool:
    """Whether the amount is called by this name or a shorter or longer form of it; 本科及以上 is more than 本科."""
    if subject in claim.name:
        # 非税收入 is none of 税收
        at = claim.name.find(subject)
        return not (at and claim.name[at - 1] in _DENIED and claim.name[:at] not in subject)
    if _counted_so(claim, subject):
        return True
    # 绝收面积 is the area in 绝收3.9千公顷
    subject = subject if claim.name.endswith(_MEASURES) else _stem(subject)
    if subject == claim.name:
        return True
    rest = subject.removeprefix(claim.name) if subject.startswith(claim.name) else subject.removesuffix(claim.name)
    if claim.name == "" or rest == subject or any(word in rest for word in ("及", "以上", "以下", "和", "等", "与", "加", "、")):
        return False
    # 境外收入 is less than 收入, unless the words before the amount say 境外 too
    return subject.startswith(claim.name) or rest in claim.lead or rest in claim.subject or rest.startswith(("全", "本", "该", "其", "我"))


def _counted_so(claim: Claim, subject: str) -> bool:
    """紧急转移安置4597人，转移人数占: what the subject counts is in the name of what is counted in the same, and is no part of more."""
    stem = _stem(subject)
    wanted = _MEASURED_IN.get(subject.removeprefix(stem))
    at = claim.name.find(stem)
    whole = "part" not in claim.cues and wanted == claim.quantity.dimension and stem != subject
    return whole and at >= 0 and not (at and claim.name[at - 1] in _DENIED)


def _stem(subject: str) -> str:
    stem = next((subject.removesuffix(word) for word in _MEASURES if subject.endswith(word)), subject)
    return stem if len(stem) >= _ROOT else subject
