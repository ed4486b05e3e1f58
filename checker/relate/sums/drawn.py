"""Totals drawn after their parts: A a、B b，合计t; 两区合计t; 甲和乙合计t."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.chinese import FEW
from checker.claim import Claim
from checker.relate.clause import JOINTS, apiece, full_lead, last_words, silent, spoken
from checker.relate.lists.members import joint
from checker.relate.scene import Scene
from checker.relate.sums.together import NESTING, mixed, sort_of, summed, two
from checker.relation import Relation

_LONGEST_RUN = 8
_PICKED = 120
_REACH = 24
_ENDING, _PAIR = 2, 2
_LEAST = 3
# the longest noun between two counts of a list
_NOUN = 12
# words that open a list of parts inside another
_TAKEN_APART = ("其中", "包括", "分别", "依次", ":")
_DRAWN = ("合计", "共计", "总计", "合起来", "加起来", "两者合计", "各项合计", "以上合计", "加总", "相加")
_JOINED = (*JOINTS, "以及")
# 各级机构总计, 上述人员共计: all that was just told
_ALL = re.compile("(?:各|以上|上述|全部|两者|二者|三者)[^\\d，、；]{0,6}(?:合计|共计|总计)$")
_OUTSIDE = re.compile("各自|均为|[之以]外|除[^，、]{1,12}外|不含|扣除|剔除")
# 两区合计, 三项共, 两类经营主体累计
_COUNTED = re.compile(r"^(?:以上|上述|这|前|后)?([两二三四五六七八])(?!级|季度|次|轮|年)([^\d，、；]{1,10}?)(?:合计|共计|总计|共|加起来)")
_NAME = "[^，。；;:、\\d]{1,8}"
_NAMES = re.compile(f"(?:^|[，。；;:])(?:上述|以上|其中)?({_NAME}(?:[、和及与]{_NAME}){{1,4}}?)(?:等|这)?[两二三四五六七八]")
# 东、南两区合计
_NAMED_COUNT = re.compile(f"(?:^|[，。；;:]){_NAME}(?:[、和及与]{_NAME}){{1,4}}([两三四五六])[^，、；\\d]{{1,10}}?(?:合计|共计|总计|共)$")
_PER_UNIT, _FIRST_OF = re.compile("每[台个套人件次辆户栋座]"), re.compile("^[^，]{0,2}前(?![年月期])")
_DONE_TO = re.compile("(?:合计|共计|总计|共)已?([一-鿿]{2})[一-鿿]{0,4}$")
_APART = re.compile("([两二三四])(?:者|项|类|部分)(?:均|都|相互|互)?(?:不|无|没有)?[^，；]{0,6}，(?:合计|共计|共)$")
_ADDED = re.compile("(?:^|[，。；;:])(?:再)?(?:加上?|连同)[^，。；;]{1,16}$")
_NUMBERED = re.compile("([一二三四五六七八]{2,4})(?:级|类|档|等|期)[^，、；]{0,6}(?:合计|共计|共)$")
# Totals told in these words after a list add up in nearly all published texts; where the list must be guessed, in fewer.
_TOLD, _COUNTED_TRUST, _GUESSED = 0.94, 0.94, 0.6


def relations(scene: Scene) -> Iterator[Relation]:
    """Each total with the amounts before it that its words sum up."""
    previous: list[Claim] = []
    for sentence in scene.sentences:
        for position, claim in enumerate(sentence):
            if claim.modality != "base" and claim.measure in ("level", "change") and "paren" not in claim.cues:
                yield from _drawn(scene, previous, sentence, position)
        previous = sentence


def _drawn(scene: Scene, previous: Sequence[Claim], sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    total = sentence[position]
    if not sort_of(total) or _one_more(scene, sentence, position):
        return
    following = sentence[position + 1] if position + 1 < len(sentence) else None
    if following is not None and following.lead.lstrip("，,(").startswith(_TAKEN_APART):
        return  # 三项合计t，其中甲、乙、丙依次为: the parts come after
    words = spoken(sentence, position)
    if "占" in words or "其中" in words or _OUTSIDE.search(words):
        return  # 合计占总产值2438亿元的76%: the base of a share; 煤电之外的装机合计: all but one
    count = _how_many(sentence, position, words)
    if count:
        yield from _counted(scene, previous, sentence, position, count)
    elif joined_on(sentence, position):
        return  # 连同上级补助a、上年结转b，总计t: the first of them stands elsewhere
    elif words.startswith(_DRAWN) or words == "共":
        yield from _listed(scene, sentence, position)
        yield from mixed(scene, sentence, position)
        yield from two(scene, sentence, position)
    elif _ALL.match(words):
        yield from mixed(scene, sentence, position)
    elif words.endswith(_DRAWN):
        yield from _alike(scene, sentence, position)
    if words.endswith((*_DRAWN, "共")) and not count and not joined_on(sentence, position):
        yield from _enumerated(scene, sentence, position, words)


def joined_on(sentence: Sequence[Claim], position: int) -> bool:
    """Whether the row right before a total is said to be added to something."""
    row = position - 1
    while row > 0 and sentence[row].lead.startswith("、"):
        row -= 1
    return row >= 0 and _ADDED.search(sentence[row].lead) is not None


def _one_more(scene: Scene, sentence: Sequence[Claim], position: int) -> bool:
    """其余三市共转移c人: whether the clause speaks of the others, whose figure is one more part."""
    others = scene.rules.wording["others"]
    counted = position > 0 and not set("，；;、(") & set(sentence[position].lead)
    return last_words(sentence[position]).startswith(others) or counted and last_words(sentence[position - 1]).startswith(others)


def _how_many(sentence: Sequence[Claim], position: int, words: str) -> int:
    """How many parts the words of a total speak of (两区合计 2, 三项共 3), 0 if they do not say."""
    found = _COUNTED.match(words)
    if found:
        return FEW[found.group(1)]
    if found := _NAMED_COUNT.search(sentence[position].lead):
        return FEW[found.group(1)] if "其中" not in sentence[position].lead else 0
    # …19人，另有33人…，二者不重复，合计52人; 三级a台次、四级b台次，三四级合计c台次
    if found := _APART.search(sentence[position].lead):
        return FEW[found.group(1)]
    if found := _NUMBERED.match(words):
        return len(found.group(1))
    before = sentence[position - 1] if position else None
    if before is not None and "其中" in before.lead:
        return 0  # 三个标段总价a；其中两个施工标段合计b: parts of what was told
    if before is None or not before.quantity.dimension.startswith("count:") or len(sentence[position].lead) > 12:
        return 0
    drawn = any(word in sentence[position].lead for word in ("合计", "共计", "总计", "共"))
    beside = not any(mark in sentence[position].lead for mark in "，、；;(")
    number = int(before.quantity.value) if before.quantity.exact and 2 <= before.quantity.value <= _LONGEST_RUN else 0
    return number if drawn and beside and len(last_words(before)) <= 2 else 0


def _counted(scene: Scene, previous: Sequence[Claim], sentence: Sequence[Claim], position: int, count: int) -> Iterator[Relation]:
    total = sentence[position]
    near = [*(previous if previous and previous[-1].block == total.block else ()), *sentence[:position]][-_REACH:]
    found = [c for c in near if sort_of(c) == sort_of(total) and c.modality != "base" and "paren" not in c.cues and not apiece(c)]
    found = [c for c in found if not c.tail.startswith("中，")]  # 艺术类21人中，上线18人
    first_of = any(_FIRST_OF.match(last_words(c)) for c in (total, *near[-1:]))
    if first_of or any(_PER_UNIT.search(c.lead) for c in near[-2 * count :]):
        return  # 每台a，两台合计2a; 四项分别为a、b、c、d，前两项合计
    if key := _DONE_TO.search(last_words(total)):
        # 第一批下达a、核销b，第二批下达c、核销d，两批合计核销: of those that were called so
        found = [c for c in found if key.group(1) in last_words(c)] or found
    if named := _named(sentence, position, found, count):
        yield summed(scene, total, named, _COUNTED_TRUST)
        return
    drawn = [any(word in last_words(c) for word in ("合计", "共计", "总计")) for c in found[-count:]]
    if any(drawn) and not all(drawn):
        return  # 名次奖三万、两万、一万元，单一性别合计八万元，两个性别共: a total and one of its parts
    nested = _nested(scene, found, count)
    if len(found) >= count:
        # 前两类各a人，b人。其中含…和…；据登记，两者合计c人: others may be spoken of in between
        far = found[-count].sentence != total.sentence and (position > 0 or len(total.lead) > _REACH)
        yield summed(scene, total, found[-count:], _GUESSED if far and count == _PAIR or nested else _COUNTED_TRUST)
    outer = [c for c in found if c.index not in scene.container]
    if len(outer) >= count and outer[-count:] != found[-count:]:
        yield summed(scene, total, outer[-count:], _COUNTED_TRUST if nested else _GUESSED)


def _nested(scene: Scene, found: Sequence[Claim], count: int) -> bool:
    """甲持有a，其中首发前b、转增c；乙持有d；两者合计: whether some of the last figures, and not all, are parts of one that was told too."""
    wholes = [scene.container.get(c.index) for c in found[-count:]]
    inner = [(w, c) for w, c in zip(wholes, found[-count:], strict=True) if w is not None and any(w is other for other in found)]
    picked = [c for w, c in inner if "其中" in scene.document.words[max(w.quantity.end, c.quantity.start - _PICKED) : c.quantity.start]]
    return bool(picked) and len({id(w) for w in wholes}) > 1


def _named(sentence: Sequence[Claim], position: int, found: Sequence[Claim], count: int) -> list[Claim]:
    """清收a，核销b，转让c，上调d，清收、核销、转让三项合计t: the figures of the names that stand before the number, [] where not every name
    has one of its own."""
    said = (sentence[position - 1].lead if position else "") + "三" + sentence[position].lead
    names = _NAMES.search(said)
    called = re.split("[、和及与]", names.group(1)) if names is not None else []
    chosen: list[Claim] = []
    for name in called:
        chosen += [c for c in reversed(found) if name in last_words(c)][:1]
    apart = len(chosen) == len(called) == count and len({c.index for c in chosen}) == count
    return sorted(chosen, key=lambda c: c.index) if apart else []


def _listed(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    total = sentence[position]
    run: list[Claim] = []
    for other in reversed(sentence[:position]):
        if sort_of(other) is None or other.modality == "base" or "paren" in other.cues:
            continue
        if sort_of(other) != sort_of(total) and not scene.same_things(other, total):
            if run and silent(other) and not (run[0].index == other.index + 1 and _led(sentence, run[0]) != run[0].lead):
                break
            continue
        run.insert(0, other)
        led = _led(sentence, other)
        if any(word in led for word in ("其中", "分别", "依次")) or not led.startswith(_JOINED) or len(run) == _LONGEST_RUN:
            break
    together = len(run) > 1 and run[-1].clause == total.clause
    chain = _chain(sentence, position)
    if len(chain) > len(run):
        yield summed(scene, total, chain, _TOLD)
    for count in range(len(run), 1, -1):
        yield summed(scene, total, run[-count:], _TOLD if count == len(run) and together else _GUESSED)


def _led(sentence: Sequence[Claim], claim: Claim) -> str:
    """The words before a figure; 、46支救援队738人次: over a count of those whom the figure is of."""
    position = claim.index - sentence[0].index
    led = full_lead(sentence, position)
    before = sentence[position - 1] if position else None
    counts = before is not None and before.quantity.dimension.startswith("count:") and before.quantity.dimension != claim.quantity.dimension
    return led if before is None or not counts or any(mark in led for mark in "，、；;:()和及与") else before.lead + led


def _chain(sentence: Sequence[Claim], position: int) -> list[Claim]:
    """上缴a，退还b，核减c，合计t: the unbroken run of such figures, each in a clause of its own, back to where the sentence or its part
    begins."""
    total = sentence[position]
    chain: list[Claim] = []
    for other in reversed(sentence[:position]):
        if other.clause != total.clause:
            break
        if sort_of(other) != sort_of(total) or other.modality == "base" or "paren" in other.cues or silent(other):
            return []
        if any(word in other.lead for word in NESTING):
            return []
        chain.insert(0, other)
    # 东区投资a，西区投资b，合计t: two that are named alike are a list too
    endings = {part.name[-_ENDING:] for part in chain}
    paired = len(endings) == 1 and len(endings.pop()) == _ENDING and len({part.name for part in chain}) == len(chain) > 1
    return chain if (len(chain) >= _LEAST or paired) and len(chain) <= _LONGEST_RUN else []


def _alike(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """甲类学校学生a，乙类学校学生b，两级学校学生合计t: the figures right before whose names end as the total's does."""
    total = sentence[position]
    ending = total.name[-_ENDING:]
    run: list[Claim] = []
    for other in reversed(sentence[:position]):
        if other.clause != total.clause or sort_of(other) != sort_of(total) or other.modality == "base" or "paren" in other.cues:
            break
        if len(ending) < _ENDING or not other.name.endswith(ending) or "其中" in other.lead or other.name == total.name:
            break
        run.insert(0, other)
    if 1 < len(run) <= _LONGEST_RUN:
        yield summed(scene, total, run, _TOLD)


def _enumerated(scene: Scene, sentence: Sequence[Claim], position: int, words: str) -> Iterator[Relation]:
    """设有分公司a家、支公司b家、营业部c家，分支机构合计t: three and more joined by 、 right before a total in a clause of its own."""
    total = sentence[position]
    run: list[Claim] = []
    for other in reversed(sentence[:position]):
        if sort_of(other) != sort_of(total) or other.modality == "base" or "paren" in other.cues or silent(other):
            break
        run.insert(0, other)
        led = full_lead(sentence, other.index - sentence[0].index)
        if not led.startswith(JOINTS):
            break
    begun = bool(run) and not any(word in run[0].lead for word in (*NESTING, "加"))
    if len(run) >= _LEAST and begun and len(words) <= _NOUN and joint(total) == "，":
        yield summed(scene, total, run, _TOLD)
