"""How an amount stands among its neighbours: whose words it shares, whether it is a difference or one of a list, or has its own share."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.clause import JOINTS, last_words
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_scale, one_thing, proportion

# 多花77元, 少收5公斤 tell a difference (至少有, 不少于 do not)
# 农商银行, 东山镇, 子公司: a place or body (no 城镇, 社区, 城乡, 本市)
_BODY = re.compile(
    "^(?![全我本该各两三])[^，。；;、:的]{0,8}?(?:子公司|[^，。；;、:的母]公司|银行|[分支]行|(?<![城集])镇|(?<!城)乡(?!村)|县"
    "|(?<![社小地园校城灾山库景辖片矿牧林])区|街道)"
)
_OPENING = 4
_MARKS = "，、；;:()和及与"
_SORTED = re.compile("(?:按|分|从)[^，。；;、:]{1,10}(?:分|看|划分|分类|统计)[，:]")
_SORTS = 12
_MORE = re.compile("(?<![至最不])[多少][^达为于有数个至到，。；;、]$")


def differs(claim: Claim) -> bool:
    """Whether the words right before a figure make it a difference: 多花77元, 少收5公斤."""
    return _MORE.search(claim.lead) is not None


def a_mean(claim: Claim) -> bool:
    """资金3.9亿元，项目平均3015万元，占总投资的13.7%: what each has on average is not what a share is of."""
    return last_words(claim).rstrip("约为达是").endswith("平均")


def sorted_otherwise(scene: Scene, whole: Claim, part: Claim) -> bool:
    """按套数分，首套238笔；按年龄分，40岁以下205笔，占74%: whether both are told of one thing, each where it is sorted in a way of its
    own."""
    if not whole.index < part.index or whole.sentence != part.sentence:
        return False
    anew = any(_SORTED.search(c.lead) for c in scene.claims[whole.index + 1 : part.index + 1][-_SORTS:])
    before = (c for c in (whole, *scene.before(whole, _SORTS)) if c.sentence == whole.sentence)
    return anew and any(_SORTED.search(c.lead) for c in before)


def rated(scene: Scene, claim: Claim) -> bool:
    """Whether the amount has a share or a rate of its own right behind it."""
    rival = scene.claims[claim.index + 1] if claim.index + 1 < len(scene.claims) else claim
    # 抽样486块，损失率在2%以内的462块: a band says of which things the next figure is
    return rival.sentence == claim.sentence and proportion(rival) and not (rival.quantity.hedge and rival.tail.startswith("的"))


def listed(scene: Scene, claim: Claim) -> bool:
    """Whether the amount is one of several of a kind that are joined by 、 (in 112处、8.6万平方米 nothing is listed)."""
    behind = scene.claims[claim.index + 1 : claim.index + 2]
    before = scene.claims[claim.index - 1 : claim.index] if claim.index else []
    joined = [c for c in behind if c.lead.startswith(JOINTS)] + [c for c in before if claim.lead.startswith(JOINTS)]
    return any(c.sentence == claim.sentence and c.quantity.dimension in (claim.quantity.dimension, "number") for c in joined)


def beside_each_other(scene: Scene, claim: Claim) -> list[Claim]:
    """The figure and those of other kinds right before it that share its words: 312户1047人, 31处、2.17万平方米."""
    group = [claim]
    while claim.lead in ("", "、") and claim.index:
        beside = scene.claims[claim.index - 1]
        if beside.sentence != claim.sentence or claim.lead and beside.quantity.dimension == claim.quantity.dimension:
            break
        group.append(claim := beside)
    return group


def words_of(scene: Scene, claim: Claim) -> str:
    """The words of its clause before a figure; of two figures side by side (312户1047人, 31处、2.17万平方米) both have those before the
    first."""
    claim = beside_each_other(scene, claim)[-1]
    return claim.lead[max(claim.lead.rfind(mark) for mark in "，；;。") + 1 :][-16:]


def words_over_counts(scene: Scene, claim: Claim) -> str:
    """The words of its clause before a figure, with those before a count that only says of how many it is: 下达6个项目债券2.45亿元."""
    words = words_of(scene, claim)
    before = scene.claims[claim.index - 1] if claim.index else claim
    bare = before.sentence == claim.sentence and claim.lead != "" and not any(mark in claim.lead for mark in _MARKS)
    return last_words(before) + words if bare and before.quantity.dimension.startswith("count:") else words


def of_another_body(part: Claim, whole: Claim, named: str) -> bool:
    """全县户籍人口52万人；东山镇参保2.7万人，占户籍人口的90%: whether the part is of a place or body of its own, and so may the whole be
    that is not said to be of all (占签约总额, 占全县的)."""
    found = _BODY.match(part.subject if part.subject and part.subject not in part.name else part.name)
    if found is None or found.group() in whole.lead + whole.subject:
        return False
    return "子公司" in found.group() or not any(word in named for word in ("总", "全", "股本"))


def head(scene: Scene, claim: Claim) -> Claim | None:
    """The first amount of a figure's kind in its paragraph, if it stands before it: what the paragraph is about as a whole."""
    return next((c for c in scene.blocks[claim.block][:_OPENING] if c.index < claim.index and amount(c) and _alike(c, claim)), None)


def _alike(one: Claim, other: Claim) -> bool:
    alike = one.quantity.dimension == other.quantity.dimension and one_scale(one, other) and one_thing(one, other)
    return alike and one.modality == "result"
