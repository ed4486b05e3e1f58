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
_SUMS = ("合计", "共计", "总计", "其余", "其他", "其中")
_SORT = 4
# 三名，分别受让; 4期，参训人数分别为
_IN_TURN = re.compile("，(?:[一-鿿]{2,6}?)?(?:分别|依次)(?:为|是|[一-鿿]{2})?$")
# 发生186起，死亡12人，同比分别下降a和b: what is compared is all that was told before
_JOINED = re.compile("[和及与、较]|[同环]比")
_BRIEF = 4
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
    if len(values) > 1 and all(name[-1] in sort for name in names) and _ended(values) and amount(values[0]):
        yield Reading(len(values), len(values), f"{'、'.join(names)}：{len(values)}", 0.95)


def in_turn(scene: Scene, one: Declared) -> Iterator[Reading]:
    """三名，分别受让a、b、c; 培训4期，参训人数分别为a、b、c、d: one value for each of those counted right before."""
    following = list(scene.after(one.claim, _MOST))
    aside = one.claim.modality == "base" or "paren" in one.claim.cues or one.claim.lead.endswith(("、", "和", "及", "与"))
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
    if len(values) > 1 and _ended(values) and values[0].quantity.dimension != one.claim.quantity.dimension:
        quoted = "、".join(value.quantity.text for value in values)
        yield Reading(len(values), len(values), f"{quoted}：{len(values)}", 0.93 if len(values) >= _THREE else 0.9)


def _ended(values: Sequence[Claim]) -> bool:
    """Whether nothing says that the list goes on."""
    return not values[-1].tail.startswith(("等", "，另", "，其余", "，剩余", "；另", ";另"))
