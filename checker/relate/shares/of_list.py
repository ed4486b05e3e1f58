"""The share of one member of a list told right before, called by its name or by its place: 甲a、乙b、其他c，甲占x%; 甲a、乙b，后者占y%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import differs
from checker.relate.shares.cores import core
from checker.relate.shares.numerators import in_its_measure
from checker.relate.shares.together import share_of
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, one_thing
from checker.relation import Relation, Term, term

_SURE = 0.94
# claims looked back for the members of the list, and members it may have
_REACH = 24
_MOST = 12
_JOINED = re.compile("(?:[(][^()]{1,24}[)])?(?:[、和及与，;]|以及)")
_FORMER, _LATTER = "前者", "后者"
_PAIR = 2
_REST = re.compile("^(?:以及)?(?:其他|其它|其余|余下)")
_BY = re.compile("(?:构成|结构|组成|分布)[^，。；;]{0,6}[看上]?[，:]|^[，;]?按[^，。；;]{1,10}(?:分|划分|分类|构成|统计)[，:]")
_IN_ALL = re.compile("(?:^|，)(?:共计?|合计|总计|累计)[^，。；;]{0,4}$")
_STEMS = re.compile("(?:损失|类|行业|业|方面|部分|贷款|收入|投资)$")
_BESIDE = ("rate", "share", "change", "points", "mean", "rank", "multiple")


def relations(scene: Scene, share: Claim, subject: str) -> Iterator[Relation]:
    """The member that the words before 占 mean over what the list is of: its whole where one is told, else all its members together where
    the words leave nothing out."""
    named = named_whole(share)
    if not subject or share.quantity.hedge or "paren" in share.cues or named and core(scene, named):
        return
    run = _members(scene, share)
    part = _meant(run, subject)
    if part is not None and subject not in (_FORMER, _LATTER) and in_its_measure(scene, part, subject) is not part:
        return
    if part is None or part.quantity.hedge:
        return
    question = ("share", share.index)
    whole = scene.container.get(part.index)
    if whole is not None and whole.index < part.index and whole.modality == part.modality and all(_of(scene, c, whole) for c in run):
        yield share_of(scene, share, (part,), whole, question, _SURE)
    elif (told := _told_after(scene, share, run)) is not None:
        yield share_of(scene, share, (part,), told, question, _SURE)
    elif _leaves_nothing(run, subject) and not named:
        yield _beside(scene, share, part, run)
    elif subject in (_FORMER, _LATTER) and len(run) > _PAIR and not named:
        # 投资100亿元，项目投资87亿元，开发投资13亿元，后者占: of the two together, of what stands before them, or of all
        yield share_of(scene, share, (part,), run[-_PAIR - 1], question, _SURE)
        yield _beside(scene, share, part, run[-_PAIR:])
        yield _beside(scene, share, part, run)


def _beside(scene: Scene, share: Claim, part: Claim, run: list[Claim]) -> Relation:
    terms: list[Term] = [term("share", share), term("numerator", part), *(term("part", c) for c in run if c is not part)]
    return scene.relation("share-of-siblings", terms, ("share", share.index), _SURE)


def _of(scene: Scene, claim: Claim, whole: Claim) -> bool:
    return scene.container.get(claim.index) is whole


def _members(scene: Scene, share: Claim) -> list[Claim]:
    """The amounts of one kind told one after the other in the sentence before a share, their rates and shares passed over; what stands
    before 其中 is their whole."""
    run: list[Claim] = []
    for claim in scene.before(share, _REACH):
        if claim.sentence != share.sentence or len(run) == _MOST:
            break
        if claim.measure in _BESIDE or "paren" in claim.cues and run:
            continue
        if not amount(claim) or claim.modality != share.modality or run and claim.quantity.dimension != run[0].quantity.dimension:
            break
        if run and not one_thing(claim, run[0]) or differs(claim):
            break
        run.append(claim)
        if _JOINED.match(claim.lead) is None or "part" in claim.cues:
            break
    return run[::-1]


def _meant(run: list[Claim], subject: str) -> Claim | None:
    """The one member so called, or the first or last of two."""
    if subject in (_FORMER, _LATTER):
        return run[-_PAIR if subject == _FORMER else -1] if len(run) >= _PAIR else None
    for called in (subject, _STEMS.sub("", subject)):
        if len(called) < _PAIR:
            continue
        named = [c for c in run if called in c.name]
        begun = [c for c in named if c.name.startswith(called)]
        for found in ([c for c in begun if c.name == called], begun, named):
            if len(found) == 1:
                return found[0]
            if found:
                return None
    return None


def _told_after(scene: Scene, share: Claim, run: list[Claim]) -> Claim | None:
    """甲a、乙b，共c，甲占: the last of the figures, where its words make it the sum of those before."""
    last = run.pop() if len(run) > _PAIR and _IN_ALL.search(run[-1].lead) else None
    return last if last is not None and last.index not in scene.container else None


def _leaves_nothing(run: list[Claim], subject: str) -> bool:
    """Whether the list ends with all others, or its opening says that it tells what something is made up of."""
    rest = len(run) > _PAIR and _REST.match(last_words(run[-1])) is not None
    return rest or len(run) > _PAIR and _BY.search(run[0].lead) is not None or subject in (_FORMER, _LATTER) and len(run) == _PAIR
