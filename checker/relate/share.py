"""Wording that ties a percentage to the part and the whole it is of."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene, amount, proportion
from checker.relation import Relation, Term, term

_LINKS = ("占", "为", "完成", "达到", "是", "相当于", "达", "比", "较", "按", "每")
_LOCAL = ("全县", "全市", "全省", "全区", "全国", "总", "全部", "整体", "集团")


def relations(scene: Scene) -> Iterator[Relation]:
    """Shares, completion rates and other quotients of two amounts of one kind."""
    for claim in scene.prose:
        if proportion(claim) and claim.modality != "base":
            yield from _of(scene, claim)


def _of(scene: Scene, share: Claim) -> Iterator[Relation]:
    explicit = _base_in_words(scene, share)
    question = ("share", share.index)
    if explicit is not None:
        base, trust = explicit
        for rank, part in enumerate(_parts(scene, share, base)):
            yield _relation(scene, share, (part,), base, question, trust if rank == 0 else 0.3)
        return
    near = [c for c in scene.before(share, 12) if amount(c) and "rank" != c.measure]
    if not near:
        return
    part = _numerator(share, near)
    wholes = _wholes(scene, share, part) if share.measure == "share" else []
    for rank, (whole, trust) in enumerate(wholes):
        if whole.index != part.index and scene.same_things(whole, part):
            yield _relation(scene, share, (part,), whole, question, trust if rank == 0 else min(trust, 0.4))
    yield from _pairs(scene, share, near, question)
    yield from _summed(scene, share, near, wholes, question)


def _relation(scene: Scene, share: Claim, parts: tuple[Claim, ...], whole: Claim, question: tuple[object, ...], trust: float) -> Relation:
    terms: list[Term] = [Term("share", share.quantity.interval, share)]
    terms += [Term("numerator", part.quantity.interval, part) for part in parts]
    terms.append(Term("denominator", whole.quantity.interval, whole))
    return scene.relation("share-of-whole", terms, question, trust)


def _base_in_words(scene: Scene, share: Claim) -> tuple[Claim, float] | None:
    """占…11.2亿元的65.7%, 为年度任务1200户的93.8%: the figure that 的 joins to the share."""
    lead = share.lead
    previous = next(scene.before(share, 1), None)
    if previous is None or previous.sentence != share.sentence or not amount(previous):
        return None
    if "的" not in lead or len(lead) > 8 or any(mark in lead for mark in "，、;(:"):
        return None
    if any(word in previous.lead[-24:] for word in _LINKS):
        return previous, 0.97
    return None


def _parts(scene: Scene, share: Claim, base: Claim) -> list[Claim]:
    """What stands over an explicit base: the nearest results of the same kind before it."""
    found = [c for c in scene.before(base, 8) if amount(c) and scene.same_things(c, base) and c.modality != "base"]
    return found[:4]


def _numerator(share: Claim, near: list[Claim]) -> Claim:
    for claim in near:
        if claim.sentence == share.sentence and claim.modality != "base":
            return claim
    return near[0]


def _wholes(scene: Scene, share: Claim, part: Claim) -> list[tuple[Claim, float]]:
    """Wholes the share may mean, likeliest first, each with how sure the wording is."""
    named = _named(share)
    ranked: list[tuple[float, Claim]] = []
    for distance, claim in enumerate(_candidates(scene, share)):
        if claim.index == part.index or not scene.same_things(claim, part) or claim.modality == "base":
            continue
        if claim.quantity.interval.high < part.quantity.interval.low:
            continue
        other_sort = 0.1 if claim.modality != part.modality else 0.0
        ranked.append((_likeness(scene, named, share, part, claim) - distance * 0.004 - other_sort, claim))
    ranked.sort(key=lambda pair: -pair[0])
    return [(claim, max(0.05, min(0.93, score))) for score, claim in ranked[:6]]


def _candidates(scene: Scene, share: Claim) -> Iterator[Claim]:
    """Amounts before the share in its block, then in the two blocks before, nearest first."""
    for position in range(share.index - 1, max(-1, share.index - 60), -1):
        claim = scene.claims[position]
        if claim.block < share.block - 3:
            return
        if amount(claim):
            yield claim
    for claim in scene.after(share, 3):
        if amount(claim):
            yield claim


def _named(share: Claim) -> str:
    """The name between 占 and the share: 占(签约总额)的52.8%, 占(全县)的比重为69.1%."""
    lead = share.lead
    at = lead.rfind("占")
    if at < 0:
        return ""
    name = lead[at + 1 :]
    for word in ("的比重", "的比例", "的份额", "比重", "比例", "比"):
        cut = name.find(word)
        if cut >= 0:
            name = name[:cut]
    return name.strip("的了约为达到近超过 ")


def _likeness(scene: Scene, named: str, share: Claim, part: Claim, whole: Claim) -> float:
    """How sure the wording is that `whole` is what the share is of."""
    if named and not named.startswith(_LOCAL):
        label = whole.name + whole.lead[-12:]
        common = sum(character in label for character in set(named)) / len(set(named))
        return 0.2 + 0.75 * common if common > 0.5 else 0.1
    if "part" in part.cues and whole.index < part.index and whole.sentence == part.sentence:
        return 0.93
    if named.startswith(_LOCAL):
        return 0.75 if whole.indicator and whole.indicator == part.indicator else 0.5
    return 0.6 if whole.sentence == share.sentence else 0.3


def _pairs(scene: Scene, share: Claim, near: list[Claim], question: tuple[object, ...]) -> Iterator[Relation]:
    """Any two amounts of one kind just before the rate, the smaller over the greater: 受理2314起，化解2276起，化解率98.4%."""
    close = near[:6]
    for first, part in enumerate(close):
        for whole in close[:first] + close[first + 1 :]:
            if scene.same_things(part, whole) and part.quantity.value <= whole.quantity.value:
                trust = _root_match(share, part) if first < 2 and part.clause == share.clause else 0.1
                yield _relation(scene, share, (part,), whole, question, trust)


def _root_match(share: Claim, part: Claim) -> float:
    """Whether the rate is named after what was done to the part (化解率 after 成功化解)."""
    name = share.name or share.lead[-8:]
    at = name.rfind("率")
    if at < 2:
        return 0.4
    return 0.7 if name[at - 2 : at] in part.lead[-14:] + part.tail[:6] else 0.4


def _summed(
    scene: Scene, share: Claim, near: list[Claim], wholes: list[tuple[Claim, float]], question: tuple[object, ...]
) -> Iterator[Relation]:
    """合计占…: the parts just listed together over the whole."""
    if "合计" not in share.lead and "共占" not in share.lead and "总" not in share.lead:
        return
    run: list[Claim] = []
    for claim in near:
        if run and not scene.same_things(claim, run[0]):
            break
        run.append(claim)
    for count in range(2, min(len(run), 5) + 1):
        for whole, trust in wholes[:4]:
            if whole not in run[:count]:
                yield _relation(scene, share, tuple(reversed(run[:count])), whole, question, min(trust, 0.7))
