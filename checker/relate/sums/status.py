"""A total and what became of it: 受理a件，办结b件，在办c件; 已开工b个，尚未开工c个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import JOINTS, alike, apiece, coordinated, last_words, silent, spoken
from checker.relate.lists.spoken_of import other_side
from checker.relate.scene import Scene
from checker.relate.sorts import countable, one_thing
from checker.relate.sums.fates import full, has_fate, is_done, is_pending, said_behind, unnamed
from checker.relation import Relation, term

_FAR = 12
_REACH = 14
_REST = ("其余", "余下", "剩余", "剩下")
_BEGUN = ("正在", "在办", "推进中", "办理中", "整改中", "建设中", "处于", "仍在")
# neither done nor left: 部分采纳, 基本完成, 正在整改
_BETWEEN = (*_BEGUN, "部分", "基本", "阶段性")
_NOT_BEGUN = ("未", "尚未", "暂未", "还未")
# 通过a项，未通过b项，撤回c项
_WITHDRAWN = ("撤回", "撤销", "取消", "终止", "中止", "退回", "放弃", "作废", "流标", "废标", "不予受理")
_ANEW = (";按", "，按")
_PAIR = 2
# 1批次样品可有多项不合格: what may be is no fate
_MAY = re.compile("[^，。；;:、]{0,6}(?:可能?|[能会])(?![见靠])")
_OF_WHICH = re.compile("[一-鿿]{0,4}[中里](?:，|$)")
_NOUN = re.compile("[一-鿿]{0,8}")
_NOT = re.compile("[一-鿿]{0,4}[未不][^的]{1,12}$")
_WHEN = re.compile("(?:截至|截止|到|至)?[^，；]{0,6}(?:月末|月底|年末|年底|季末|日止?|目前|期末)前?")
# Of totals whose fate is told in words that exclude one another nearly all add up; where the words leave open whether a
# figure is a part of the total, less than half.
_TOLD, _VAGUE = 0.94, 0.45


def relations(scene: Scene) -> Iterator[Relation]:
    """Every figure for what is left, with what was done before it and the total before that."""
    previous: list[Claim] = []
    for sentence in scene.sentences:
        for position in range(len(sentence)):
            if is_pending(scene, sentence, position) and not _goes_on(scene, sentence, position):
                yield from _partition(scene, previous, sentence, position)
        previous = sentence


def _goes_on(scene: Scene, sentence: Sequence[Claim], position: int) -> bool:
    """57项完成，5项跨年推进，2项终止: whether the next count tells what became of more of them."""
    rest = sentence[position]
    behind = sentence[position + 1 : position + 1 + _PAIR]
    following = next((at for at, c in enumerate(behind, position + 1) if c.quantity.dimension == rest.quantity.dimension), -1)
    if following < 0:
        return False
    if sentence[following].lead.startswith(JOINTS) and not silent(rest):
        return True  # 另有规培生186人、研究生204人
    if spoken(sentence, following).startswith((*_REST, *_WITHDRAWN)):
        return True
    if sentence[following].clause != rest.clause:
        return False
    if not is_pending(scene, sentence, following):
        return has_fate(scene, sentence, following)
    # 已整改98个，正在整改22个，未整改6个
    begun = spoken(sentence, position).startswith(_BEGUN) and spoken(sentence, following).startswith(_NOT_BEGUN)
    return begun or has_fate(scene, sentence, following) or sentence[following].lead.startswith("、")


def _partition(scene: Scene, previous: Sequence[Claim], sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """The chain of done and pending figures back from a pending one, and the total it starts from: the whole of the list the chain stands
    in or behind, else the figure before it."""
    rest = sentence[position]
    # 其余9处限期治理: the rest is of what was spoken of, and what stands after it is its fate
    refers = spoken(sentence, position).startswith((*_REST, "未", "尚未")) or _others_not(sentence, position)
    parts: list[Claim] = []
    head: Claim | None = None
    joined = False
    for back in range(position - 1, max(-1, position - _REACH), -1):
        other = sentence[back]
        if head is not None and other.index > head.index:
            continue
        fate = refers or has_fate(scene, sentence, position) or has_fate(scene, sentence, back)
        if not _of_them(rest, other) or not (fate or one_thing(rest, other)):
            continue
        listed = scene.container.get(other.index)
        if not parts and head is None and (head := _of_manners(scene, sentence, rest, listed)) is not None:
            continue
        if listed is not None and scene.container.get(rest.index) is listed and _siblings(scene, sentence, listed) > _PAIR:
            return  # 12个乡中，5个…、3个完成…，其余4个: one list, and its sum is all of it
        told = _told(scene, sentence, position, back) and not (parts and full(scene, sentence, position, other, parts))
        if told:
            parts = _chained(spoken(sentence, position), other, parts)
            own = _own(scene, sentence, back)
            if own is not None:
                yield _split(scene, own, parts, rest, _TOLD)
            if own is not None or "respectively" in other.cues or other.lead.startswith(_ANEW):
                return  # 三个时点分别复电a、b、c; 按状态，已整改a: what stands before is no total of theirs
        # 较大38处、一般1209处；已治理1221处，剩余26处: members of a row whose whole stands before them
        was, joined = joined, bool(parts) and not told and listed is None and other.lead.startswith(JOINTS)
        if joined or was or told and _one_of_more(scene, sentence, position, back):
            continue
        if _first_of_row(parts, other, listed):
            parts = [other, *parts]
        elif listed is not None or not told:
            yield from _from(scene, sentence, other, told, parts, rest)
            return
    yield from _from_before(scene, previous, parts, rest)


def _chained(said: str, other: Claim, parts: list[Claim]) -> list[Claim]:
    """参训a人，其中合格b人，未参训c人: what stands between came of those of whom the rest is the other side."""
    between = [part for part in parts if last_words(part).removeprefix("已").startswith(_BETWEEN)]
    return [other, *between] if other_side(said, last_words(other)) else _without_manners([other, *parts])


def _carried_on(scene: Scene, sentence: Sequence[Claim], back: int) -> bool:
    """旧存a，新收b，结案c，未结d: whether what was there before and what came in stand side by side, and are the total together."""
    near = [c for c in sentence[: back + 1] if alike(sentence[back], c)][-_PAIR:]
    opens = [any(word in last_words(c) for word in scene.rules.wording["opening"]) for c in near]
    return len(near) == _PAIR and any(opens) and not all(opens)


def _one_of_more(scene: Scene, sentence: Sequence[Claim], position: int, back: int) -> bool:
    """受理248件，办结186件，在办59件，其余4件: whether the list that a figure stands in tells before it what became of others."""
    listed = scene.container.get(sentence[back].index)
    goes_on = back > 0 and listed is not None and scene.container.get(sentence[back - 1].index) is listed
    return goes_on and _told(scene, sentence, position, back - 1)


def _first_of_row(parts: Sequence[Claim], other: Claim, listed: Claim | None) -> bool:
    """48个项目竣工、73个加快建设，余下15个处于前期: what 、 joins to the next is its like, and not the total of both."""
    return bool(parts) and listed is None and parts[0].lead.endswith("、") and other.index == parts[0].index - 1


def _others_not(sentence: Sequence[Claim], position: int) -> bool:
    return spoken(sentence, position).startswith("另有") and _NOT.match(said_behind(sentence, position)) is not None


def _from(
    scene: Scene, sentence: Sequence[Claim], other: Claim, told: bool, parts: Sequence[Claim], rest: Claim
) -> Iterator[Relation]:
    """The chain against the figure where it ends, or the whole of the list that this one is in."""
    if not parts or _carried_on(scene, sentence, other.index - sentence[0].index):
        return
    listed = scene.container.get(other.index)
    total = other if listed is None else listed
    if listed is None and "其中" in other.lead:
        return  # 9个站超警，其中3站超保: a part of what is counted in another unit
    yield _split(scene, total, parts, rest, _VAGUE if of_another(scene, total, parts[0]) else _TOLD)
    if listed is not None and not told:
        # 其中重大隐患43处，已整改39处，其余4处: the words leave open whether of the one part or of the whole
        yield _split(scene, other, parts, rest, _TOLD if _siblings(scene, sentence, listed) == 1 else _VAGUE)


def _siblings(scene: Scene, sentence: Sequence[Claim], whole: Claim) -> int:
    return sum(scene.container.get(c.index) is whole for c in sentence)


def _told(scene: Scene, sentence: Sequence[Claim], position: int, back: int) -> bool:
    """Whether a figure before the rest says what became of some; 另有37户，已销号29户，尚有8户: a total of its own."""
    if spoken(sentence, back).startswith("另有"):
        return False
    if other_side(spoken(sentence, position), last_words(sentence[back])):
        return True
    if "其中" in sentence[back].lead and _others_not(sentence, position):
        return True  # 7家获取文件，其中5家递交文件，另有2家未参与投标
    bare = has_fate(scene, sentence, position) and set("，、;") & set(sentence[back].lead) and unnamed(sentence, back)
    if bare or is_done(scene, sentence, back) or is_pending(scene, sentence, back):
        return True
    # 已完工36座，在建9座，其余4座: between what was done and the rest stands what is under way
    return spoken(sentence, position).startswith(_REST) and spoken(sentence, back).startswith(scene.rules.wording["unfinished"])


def _of_them(rest: Claim, other: Claim) -> bool:
    """Whether a figure may be the total, or what became of some of it."""
    if _OF_WHICH.match(other.tail):
        return False  # 未启用的14处中，8处因消防未通过
    whole = countable(rest) <= (other.quantity.value % 1 == 0)  # 日均由14.75件降至13.14件 counts nothing
    return whole and alike(rest, other) and "paren" not in other.cues and not apiece(other) and _MAY.match(other.tail) is None


def _own(scene: Scene, sentence: Sequence[Claim], position: int) -> Claim | None:
    """已整改a项，重大隐患已整改b项，余c项: who names what was done names the total too (其中重大隐患d项), and the rest is of that."""
    words = spoken(sentence, position)
    at = max((words.rfind(word) for word in scene.rules.wording["done"]), default=0)
    noun = words[:at].removesuffix("累计").rstrip("已共")
    if len(noun) <= _PAIR:
        return None
    places = range(position - 1, max(-1, position - _REACH), -1)
    here = (sentence[at] for at in places if _of_them(sentence[position], sentence[at]) and noun in _labels(sentence, at))
    # 无症状感染者a例。…；无症状感染者累计解除观察b例，尚在观察c例
    far = (c for c in scene.before(sentence[0], _FAR) if c.name == noun and _of_them(sentence[position], c) and c.modality == "result")
    return next(here, None) or next(far, None)


def _labels(sentence: Sequence[Claim], position: int) -> tuple[str, str]:
    """What a figure is called: its last words, and those before a count that it follows (新开工19个项目1106公里)."""
    own = last_words(sentence[position]).removeprefix("其中")
    before = sentence[position - 1] if position else None
    beside = before is not None and before.quantity.dimension.startswith("count:") and not any(mark in own for mark in "，、；;:()")
    return own, last_words(before) + own if before is not None and beside else own


def of_another(scene: Scene, whole: Claim, done: Claim) -> bool:
    """新开工94个，续建项目竣工61个，其余31个: whether what was done names things of its own, which the total before is not of."""
    words = last_words(done)
    at = min((found for word in scene.rules.wording["done"] if (found := words.find(word)) >= 0), default=0)
    noun = _WHEN.sub("", words[:at])
    said = whole.lead + _NOUN.findall(whole.tail)[0]
    other = len(noun) > _PAIR and not noun.startswith("其中")
    return other and not any(noun[i : i + _PAIR] in said for i in range(len(noun) - 1))


def _of_manners(scene: Scene, sentence: Sequence[Claim], rest: Claim, listed: Claim | None) -> Claim | None:
    """完成13项，其中超额完成7项、如期完成6项；未完成3项: what was done, where the list in between only says how."""
    if listed is None or listed.sentence != rest.sentence or scene.container.get(rest.index) is listed:
        return None
    place = listed.index - sentence[0].index
    told = is_done(scene, sentence, place) and spoken(sentence, place).startswith(scene.rules.wording["done"])
    return listed if told and any(alike(rest, c) for c in sentence[:place]) else None


def _without_manners(parts: list[Claim]) -> list[Claim]:
    """审结a件，调解结案b件、裁决结案c件: two and more that end alike behind another tell how it was done."""
    endings = [part.name[-_PAIR:] for part in parts[1:]]
    return parts[:1] if len(endings) >= _PAIR and len(set(endings)) == 1 and len(endings[0]) == _PAIR else parts


def _from_before(scene: Scene, previous: Sequence[Claim], parts: Sequence[Claim], rest: Claim) -> Iterator[Relation]:
    """The total of the sentence before: the whole of its list, or its last figure of the kind."""
    near = [c for c in reversed(previous[-_REACH:]) if parts and alike(rest, c) and "paren" not in c.cues and one_thing(rest, c)]
    tops: dict[int, Claim] = {}
    for claim in near:
        top = scene.container.get(claim.index, claim)
        if top is claim and (coordinated(claim) or "其中" in claim.lead):
            break  # 移送甲17件、乙3件、丙12件; 9个站超警，其中3站超保: of a whole that nobody tells here
        if top.block == rest.block:
            tops.setdefault(top.index, top)
    for rank, whole in enumerate(list(tops.values())[:2]):
        yield _split(scene, whole, parts, rest, _TOLD if rank == 0 and not of_another(scene, whole, parts[0]) else _VAGUE)


def _split(scene: Scene, whole: Claim, parts: Sequence[Claim], rest: Claim, trust: float) -> Relation:
    terms = [term("whole", whole), *(term("part", part) for part in parts), term("part", rest)]
    return scene.relation("total-and-its-fate", terms, ("fate", rest.index), trust)
