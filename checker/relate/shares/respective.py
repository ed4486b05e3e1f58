"""Several shares told in one breath: A a、B b、C c，占比分别为x、y、z."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.around import rated
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.subject import own_subject
from checker.relate.shares.wholes import named_whole, wholes
from checker.relate.sorts import amount, one_thing, proportion
from checker.relation import Relation, Term

_JOINTS = ("、", "和", "及", "与", "以及")
_JOINED = "、和及与以， "
_LISTS = re.compile("(?:占比|比重|比例|份额|构成)[为是达]?$|占[^，。；;]{0,12}的?$")
# 药占比分别为, 分别占一审案件和罪犯总数的: of wholes of their own
_BARE = re.compile("^[，;(](?:分别|依次|各)?占?(?:占比|比重|比例|占)(?:分别|依次)?[为达约]*$")
_UNSURE = 0.5
_OF_LIST = 0.93


def relations(scene: Scene, sentence: list[Claim]) -> Iterator[Relation]:
    """The k-th share is of the k-th amount before it."""
    position = 0
    while position < len(sentence):
        run = _run(sentence, position)
        parts = _parts(sentence, position, len(run))
        if len(run) > 1 and parts:
            yield from _of_each(scene, run, parts)
        position += max(1, len(run))


def told_in_turn(sentence: list[Claim]) -> Iterator[list[tuple[Claim, Claim]]]:
    """Every run of shares of one whole, each with the amount that it is of."""
    position = 0
    while position < len(sentence):
        run = _run(sentence, position)
        parts = _parts(sentence, position, len(run))
        if len(run) > 1 and parts and _BARE.match(run[0].lead):
            yield list(zip(run, parts, strict=True))
        position += max(1, len(run))


def _of_each(scene: Scene, run: list[Claim], parts: list[Claim]) -> Iterator[Relation]:
    # parts told each in a clause of its own are one list where they are parts of one whole
    container = scene.container.get(parts[0].index)
    listed = container is not None and all(scene.container.get(part.index) is container for part in parts)
    one_list = listed or not parts[0].lead.startswith(_JOINTS) and any(_all_joined(parts, marks) for marks in (_JOINTS, "，"))
    found = [w for w in wholes(scene, run[0], parts[0], "") if w[0] not in parts]
    found = [w for w in found if "part" in parts[0].cues or not _has_its_own(scene, w[0])]
    found = [w for w in found if not any(ruled_out(share, (part,), w[0]) for share, part in zip(run, parts, strict=True))]
    # what is less than two of them is the whole of none
    found = [w for w in found if sum(part.quantity.value > w[0].quantity.value for part in parts) < 2]
    for rank, (whole, trust) in enumerate(found):
        sure = trust if rank == 0 and one_list else min(trust, _UNSURE)
        if rank == 0 and one_list and _opens(scene, run[0], parts, whole):
            sure = max(sure, _OF_LIST)
        for share, part in zip(run, parts, strict=True):
            terms = [Term("share", share.quantity.interval, share), Term("numerator", part.quantity.interval, part)]
            terms.append(Term("denominator", whole.quantity.interval, whole))
            yield scene.relation("share-of-whole", terms, ("share", share.index), sure)


def _has_its_own(scene: Scene, whole: Claim) -> bool:
    """甲进出口81亿元，增长9.5%，占全市63%；乙、丙分别进出口33亿元和12亿元，占比依次为: who has a share is one of those that have shares."""
    after = next((c for c in scene.after(whole, 3) if c.measure not in ("rate", "change", "points")), None)
    return after is not None and proportion(after) and "占" in after.lead and not own_subject(after)


def _opens(scene: Scene, share: Claim, parts: list[Claim], whole: Claim) -> bool:
    """用水80亿立方米，农业48亿立方米、工业16亿立方米，占比分别为: whether the one amount before the list is what the shares are of."""
    others = [c for c in scene.before(parts[0], 6) if c.sentence == share.sentence and amount(c) and scene.same_things(c, parts[0])]
    alone = others == [whole] and whole.modality == parts[0].modality and not whole.quantity.hedge and "paren" not in whole.cues
    alone = alone and whole.clause == parts[0].clause and not rated(scene, whole)
    return alone and not named_whole(share) and all(one_thing(part, whole) for part in parts)


def _all_joined(parts: list[Claim], marks: str | tuple[str, ...]) -> bool:
    return all(part.lead.startswith(marks) for part in parts[1:])


def told_in_a_run(sentence: list[Claim]) -> frozenset[int]:
    """Index of every share that is the k-th of several told in one breath, and so of the k-th amount before them."""
    runs = [run for position in range(len(sentence)) if len(run := _run(sentence, position)) > 1]
    return frozenset(claim.index for run in runs for claim in run)


def _run(sentence: list[Claim], position: int) -> list[Claim]:
    """The shares joined by 、 from the one that 分别 or 占比为 introduces."""
    head = sentence[position]
    if not proportion(head) or "share" not in head.cues or not head.lead.strip(_JOINED):
        return []
    end = position + 1
    while end < len(sentence) and proportion(sentence[end]) and not sentence[end].lead.strip(_JOINED):
        end += 1
    run = sentence[position:end]
    if "respectively" in head.cues:
        return run
    if any(share.quantity.hedge for share in run):
        return []  # 占比71.4%，不少于三分之二: a mark to be passed is no second share
    # 四者占比为a、b、c、d says so by their number
    return run if len(run) > 1 and _LISTS.search(head.lead) and _listed(sentence, position, len(run)) else []


def _listed(sentence: list[Claim], position: int, count: int) -> bool:
    """Whether as many amounts of one kind, one after the other, stand right before a share, and no more are joined to them."""
    parts = _told_before(sentence, position, count)[-count:]
    if len(parts) < count:
        return False
    one_kind = len({c.quantity.dimension for c in parts}) == 1 and all(amount(c) and c.modality != "base" for c in parts)
    return one_kind and not parts[0].lead.startswith(_JOINTS)


def _told_before(sentence: list[Claim], position: int, count: int) -> list[Claim]:
    """The figures before a run of shares, but for 四项 in 四项占比为, which only says how many they are."""
    before = sentence[:position]
    number = before[-1].quantity if before else None
    how_many = number is not None and number.dimension.startswith("count:") and number.value == count
    return before[:-1] if how_many and before[-1].lead.strip("，; ") in ("", "上述", "以上") else before


def _parts(sentence: list[Claim], position: int, count: int) -> list[Claim]:
    """As many amounts of one dimension before the shares as there are shares."""
    told = _told_before(sentence, position, count) if count else []
    parts = [c for c in told if amount(c) and c.modality != "base" and "paren" not in c.cues][-count:]
    return parts if len(parts) == count and len({c.quantity.dimension for c in parts}) == 1 else []
