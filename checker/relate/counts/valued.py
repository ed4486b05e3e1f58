"""Lists that give each of the things counted a value of its own: 3个乡镇…，即甲镇96万元、乙镇58万元、丙乡32万元; 三名，分别受让a、b、c."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.counts.declared import Declared, Reading
from checker.relate.scene import Scene
from checker.relate.sorts import amount

_MOST = 24
_OPENED = re.compile("(?:即|分别为|分别是|依次为|依次是|:)(?:是|为)?([一-鿿]{2,12})$")
_NEXT = re.compile("(?:、|;|，|和|及)([一-鿿]{2,12})$")
# the last characters of the names of places, as they stand in the word for the sort of them: 乡镇, 县区, 村
_PLACES = frozenset("省市州盟县区旗镇乡村街社园")
_SUMS = ("计", "共", "其余", "其他", "其中")
_SORT = 4
# 三名，分别受让; 4期，参训人数分别为
_IN_TURN = re.compile("，(?:[一-鿿]{2,6}?)?(?:分别|依次)(?:为|是|[一-鿿]{2})?$")
# 发生186起，死亡12人，同比分别下降a和b: what is compared is all that was told before
_JOINED = re.compile("[和及与、较]|[同环]比")
_BRIEF = 4
_REST, _SHORT, _ENOUGH = 60, 8, 2
_LAST = frozenset("和及与")
_THREE = 3


def each_with_its_value(scene: Scene, one: Declared) -> Iterator[Reading]:
    """Places told each by its name with its amount behind 即, 分别为 or a colon: as many as are counted."""
    sort = _PLACES & set((one.claim.quantity.unit + one.noun)[: _SORT + 1])
    following = list(scene.after(one.claim, _MOST))
    opened = next(((at, found[1]) for at, claim in enumerate(following) if (found := _OPENED.search(claim.lead))), None)
    if not sort or opened is None or "其中" in following[opened[0]].lead:
        return
    first, names = opened[0], [opened[1]]
    values = [following[first]]
    for claim in following[first + 1 :]:
        found = _NEXT.fullmatch(claim.lead)
        if found is None or claim.quantity.dimension != values[0].quantity.dimension or found[1].startswith(_SUMS):
            break
        names.append(found[1])
        values.append(claim)
    if len(values) > 1 and all(name[-1] in sort for name in names) and ended(scene, one, values) and amount(values[0]):
        yield Reading(len(values), len(values), f"{'、'.join(names)}：{len(values)}", 0.95)


def in_turn(scene: Scene, one: Declared) -> Iterator[Reading]:
    """三名，分别受让a、b、c; 培训4期，参训人数分别为a、b、c、d: one value for each of those counted right before."""
    following = list(scene.after(one.claim, _MOST))
    aside = one.claim.modality == "base" or "paren" in one.claim.cues or one.claim.lead.endswith(("、", "和", "及", "与"))
    before = next(scene.before(one.claim, 1), None)
    # Ⅲ类12个、Ⅳ类3个，占比分别为: of all the members
    aside = aside or before is not None and before.quantity.dimension == one.claim.quantity.dimension and one.claim.lead.startswith("、")
    if not following or len(one.noun) > _BRIEF or aside:
        return
    lead = following[0].lead.removeprefix(one.noun)
    if _IN_TURN.fullmatch(lead) is None or _JOINED.search(lead):
        return
    values = [following[0]]
    for claim in following[1:]:
        if claim.lead.strip("、和及与 ") or claim.quantity.dimension != values[0].quantity.dimension:
            break
        values.append(claim)
    if len(values) > 1 and ended(scene, one, values) and values[0].quantity.dimension != one.claim.quantity.dimension:
        quoted = "、".join(value.quantity.text for value in values)
        yield Reading(len(values), len(values), f"{quoted}：{len(values)}", 0.93 if len(values) >= _THREE else 0.9)


def ended(scene: Scene, one: Declared, values: Sequence[Claim]) -> bool:
    """Whether nothing says that the list goes on: 和 joined its last member, or no figure of its sort follows and no more is said of the
    things counted."""
    if values[-1].tail.startswith(("等", "，另", "，其余", "，剩余", "；另", ";另")):
        return False
    if values[-1].lead.strip() in _LAST:
        return True
    behind = next(scene.after(values[-1], 1), None)
    alike = behind is not None and behind.quantity.dimension == values[-1].quantity.dimension
    if alike and behind is not None and len(behind.lead) <= _SHORT and not any(word in behind.lead for word in _SUMS):
        return False  # 分别为2.6亿元、1.8亿元，补充流动资金0.9亿元
    rest = re.split("[。；;]", one.passage.text[one.passage.index(values[-1].quantity.end - 1) + 1 :], maxsplit=1)[0][:_REST]
    noun = re.split("分别|依次|各|均|的", one.noun)[0]
    return len(noun) < _ENOUGH or noun not in rest
