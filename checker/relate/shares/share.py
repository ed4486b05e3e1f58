"""Wording that ties a percentage to the part and the whole it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares import bare, chain, completion, composed, declared, distant, elsewhere, portions, ranked, rates, respective, sequel, siblings
from checker.relate.shares.subject import members, own_subject
from checker.relate.shares.together import of_the_same, share_of, summed, together
from checker.relate.shares.wholes import core, named_whole, wholes
from checker.relate.sorts import amount, proportion
from checker.relation import Relation, Term

_LINKS = ("占", "为", "完成", "达到", "是", "相当于", "达", "比", "较", "按", "每")
_TOPIC = re.compile(r"([^，。；;、:（(]{2,16})中[，,、]")
_RANKED = re.compile("[位均稳]?[居列排]|为全|是全")
_FROM = ("从", "由")
_RATE_ROOT = 2
# counters of whatever is named
_GENERAL = frozenset({"count:项", "count:个", "count:类", "count:种", "count:大"})
_UNNAMED = 0.1
_DAYS = 3
# a reading trusted so much needs no others beside it
_STATED = 0.9
# how a thing is measured, which a share may add to its name
_MEASURES = ("面积", "金额", "人数", "户数", "件数", "数量", "数")


def relations(scene: Scene) -> Iterator[Relation]:
    """Shares, completion rates and other quotients of two amounts of one kind."""
    yield from chain.relations(scene, list(_told_in_turn(scene)))
    named, things = distant.index(scene), elsewhere.index(scene)
    for sentence in scene.sentences:
        yield from respective.relations(scene, sentence)
        topic = found.group(1) if (found := _TOPIC.search(sentence[0].lead)) else ""
        former, runs = sequel.Former(), respective.told_in_a_run(sentence)
        for claim in sentence:
            # the k-th of several shares (占比分别为) is of the k-th amount, which respective sees to
            # 占18.0%（占该行全部新增贷款）: the bracket says of what, and no figure of that need stand here
            told = claim.tail.startswith("(占")
            several = {"respectively", "share"} <= claim.cues or claim.index in runs
            if proportion(claim) and claim.modality != "base" and not told and not several:
                yield from _of_days(scene, claim)
                readings = list(_of(scene, claim, topic if "占" in claim.lead else ""))
                yield from readings
                if all(reading.trust < _STATED for reading in readings):
                    yield from bare.relations(scene, claim, own_subject(claim))
                if not own_subject(claim):
                    yield from former.relations(scene, claim)
                former.take(readings)
                yield from ranked.relations(scene, claim, own_subject(claim))
                yield from distant.relations(scene, claim, own_subject(claim), named)
                if all(reading.trust < _STATED for reading in readings):
                    yield from elsewhere.relations(scene, claim, own_subject(claim), things)
                # A占营业收入的a%；B占b%: what the first share is of goes for those after it
                topic = named_whole(claim) or topic


def _told_in_turn(scene: Scene) -> Iterator[tuple[Claim, Claim]]:
    """Every share with the amount right before it that it is of, if that is no part of another share's part."""
    for share in scene.prose:
        if share.measure == "share" and proportion(share) and share.modality != "base" and "respectively" not in share.cues:
            part = _numerator(scene, share, [c for c in scene.before(share, 3) if amount(c)])
            if part is not None and "part" not in part.cues and not together(share) and not share.quantity.hedge:
                yield share, part


def _of(scene: Scene, share: Claim, topic: str) -> Iterator[Relation]:
    yield from portions.relations(scene, share)
    if (below := declared.base(scene, share)) is not None:
        yield from declared.relations(scene, share, below)
        return
    if names := members(share):
        together_told = list(composed.relations(scene, share, names))
        yield from together_told
        if together_told:
            return
    question = ("share", share.index)
    explicit = _base_in_words(scene, share)
    if explicit is not None:
        subject = _subject_of(explicit)
        parts = _parts(scene, explicit)
        if parts and (listed := _whole_list(scene, parts[0], explicit) or _called_alike(scene, share, explicit)):
            parts.insert(0, listed)
        for rank, above in enumerate(parts):
            plain = rank == 0 and (len(subject) < _RATE_ROOT or _called(above, subject))
            yield share_of(scene, share, (above,), explicit, question, 0.97 if plain else 0.4)
        return
    yield from completion.relations(scene, share)
    yield from rates.relations(scene, share)
    near = [c for c in scene.before(share, 12) if amount(c)]
    if not near:
        return
    part = _numerator(scene, share, near)
    if share.measure == "share" and part is not None:
        named = core(scene, named_whole(share)) and len(own_subject(share)) < _RATE_ROOT
        listed = _whole_list(scene, part, share) if named else None
        if listed is not None:
            for whole, trust in wholes(scene, share, listed, topic)[:2]:
                yield share_of(scene, share, (listed,), whole, question, trust)
        found = wholes(scene, share, part, topic)
        several = together(share)
        for rank, (whole, trust) in enumerate(found):
            doubtful = several or listed is not None
            sure = min(trust, 0.4) if doubtful else trust if rank == 0 else min(trust, 0.5)
            yield share_of(scene, share, (part,), whole, question, sure)
            container = scene.container.get(part.index)
            if container is not None and container.index != whole.index and scene.same_things(container, whole):
                yield share_of(scene, share, (container,), whole, question, min(trust, 0.5))
            if container is whole:
                yield from of_the_same(scene, share, part, whole, question, sure)
        yield from siblings.relations(scene, share, own_subject(share))
        yield from summed(scene, share, near, found, question)
    yield from _pairs(scene, share, near, question)


def _of_days(scene: Scene, share: Claim) -> Iterator[Relation]:
    """优良天数330天，优良率90.4%: days of a period over its days in the calendar."""
    name = share.name.removesuffix("率").removesuffix("比例")
    # 优良天数327天，比上年多11天，优良率: a difference between them is passed over
    told = [c for c in scene.before(share, _DAYS) if c.sentence == share.sentence and c.quantity.dimension == "time"]
    days = next((c for c in told if name in c.name and c.measure != "change"), None)
    if days is None or days.modality == "base" or days.period is None or days.period.point:
        return
    if len(name) >= _RATE_ROOT and "天" in days.quantity.unit + days.quantity.text:
        calendar = Term("denominator", Interval.exactly(days.period.days), None, f"{days.period.days}天")
        terms = [Term("share", share.quantity.interval, share), Term("numerator", days.quantity.interval, days), calendar]
        yield scene.relation("share-of-whole", terms, ("days", share.index), 0.9)


def _base_in_words(scene: Scene, share: Claim) -> Claim | None:
    """占…11.2亿元的65.7%, 为年度任务1200户的93.8%: the figure that 的 joins to the share. 三个单位职工总数的 is another thing."""
    lead = share.lead
    previous = next(scene.before(share, 1), None)
    if previous is None or previous.sentence != share.sentence or not amount(previous):
        return None
    if "的" not in lead or len(lead) > 8 or any(mark in lead for mark in "，、;(:总"):
        return None
    if _names_a_set(scene, share, previous):
        return None
    words = previous.lead[-24:]
    return previous if any(word in words for word in _LINKS) and not words.endswith(_FROM) else None


def _names_a_set(scene: Scene, share: Claim, base: Claim) -> bool:
    """三项保险收入69.7亿元、支出65.5亿元，分别占七项基金的a和b: the count only says which things the amounts are of."""
    if base.quantity.dimension not in _GENERAL:
        return False
    between = [c for c in scene.before(base, 6) if c.sentence == base.sentence and amount(c)]
    return "respectively" in base.cues | share.cues or bool(between) and not scene.same_things(between[0], base) and (
        not any(character.isdigit() and character.isascii() for character in base.quantity.text)
    )


def _whole_list(scene: Scene, part: Claim, share: Claim) -> Claim | None:
    """The whole of a list that ends right before the share: 共704件，其中A 583件、B 121件，占…的10.97% speaks of all 704."""
    container = scene.container.get(part.index)
    previous = scene.claims[part.index - 1] if part.index else None
    # 水稻180万亩，玉米60万亩，其他11万亩；占应播320万亩的: nothing is a share of its own behind the last of them
    closed = share.lead[:1] == ";" or "remainder" in part.cues
    ended = part.index + 1 == share.index and (part.lead[:1] in ("、", "和", "及") or closed)
    together = container is not None and previous is not None and scene.container.get(previous.index) is container
    return container if ended and together else None


def _called_alike(scene: Scene, share: Claim, base: Claim) -> Claim | None:
    """抽查60家养老机构，其中公办22家、民办38家，占全市480家养老机构的12.5%: the 养老机构 before are meant, not a part of them."""
    noun = share.lead.removesuffix("的")
    if len(noun) < _RATE_ROOT:
        return None
    told = [c for c in scene.before(base, 16) if c.sentence == base.sentence and amount(c) and scene.same_things(c, base)]
    return next((c for c in told[1:] if c.tail.startswith(noun)), None) if told and not told[0].tail.startswith(noun) else None


def _subject_of(base: Claim) -> str:
    """What the clause of an explicit base speaks of before its verb: 本级收入(为调整预算140亿元的…)."""
    clause = base.lead[max(base.lead.rfind(mark) for mark in "，、；;:(。)") + 1 :]
    at = min((found for word in _LINKS if (found := clause.find(word)) >= 0), default=0)
    return clause[:at].strip("所约各均共合计分别其中两者也仅只就已达到 ")


def _parts(scene: Scene, base: Claim) -> list[Claim]:
    """What stands over an explicit base: the nearest results of the same kind before it, those outside brackets first."""
    alike = [c for c in scene.before(base, 8) if scene.same_things(c, base) and c.modality != "base"]
    found = [c for c in alike if amount(c) or c.measure == "change"]
    # a plan for what is to be added is met by what was added
    added = any(word in base.lead for word in ("净增", "新增", "增量", "增加"))
    found.sort(key=lambda c: ("paren" in c.cues, (c.measure == "change") != added))
    # 本级收入为调整预算的…: the amount so named may stand further up in the paragraph
    subject = _subject_of(base)
    named = [c for c in scene.amounts_by_name.get(subject, ())[-40:] if c.block == base.block and c.index < base.index]
    if len(named) == 1 and scene.same_things(named[0], base) and not (found and found[0].name == subject):
        return [named[0], *(c for c in found[:4] if c is not named[0])]
    return found[:5]


def _numerator(scene: Scene, share: Claim, near: list[Claim]) -> Claim | None:
    """The amount just before the share, in its clause if there is one."""
    inside = "paren" in share.cues
    subject = own_subject(share)
    for claim in near:
        if len(subject) >= _RATE_ROOT and not _called(claim, subject):
            continue
        if claim.sentence == share.sentence and claim.modality != "base" and ("paren" in claim.cues) <= inside:
            if topic := _spoken_of(scene, share, claim):
                return next((c for c in near if c.sentence == share.sentence and c.name and topic.startswith(c.name)), None)
            return None if _of_another(scene, share, claim) else claim
    return None


def _spoken_of(scene: Scene, share: Claim, part: Claim) -> str:
    """水运10万吨；铁路首次突破200万，占32.2%: what a new clause speaks of before it comes to another figure and to the share."""
    between = scene.claims[part.index + 1 : share.index]
    opening = next((c for c in between if c.lead.startswith(";")), None)
    return opening.lead.strip("; ") if opening is not None and opening.clause == share.clause else ""


def _of_another(scene: Scene, share: Claim, part: Claim) -> bool:
    """铜牌94枚，金牌总数居第三位，占…: who is ranked between is what the share is of."""
    ranked = [c for c in scene.claims[part.index + 1 : share.index] if c.quantity.dimension == "rank"]
    named = _RANKED.split(last_words(ranked[-1]))[0] if ranked else ""
    return len(named) >= _RATE_ROOT and not _called(part, named)


def _called(claim: Claim, subject: str) -> bool:
    """Whether the amount is called by this name or a shorter or longer form of it; 本科及以上 is more than 本科."""
    if subject in claim.name:
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


def _stem(subject: str) -> str:
    stem = next((subject.removesuffix(word) for word in _MEASURES if subject.endswith(word)), subject)
    return stem if len(stem) >= _RATE_ROOT else subject


def _pairs(scene: Scene, share: Claim, near: list[Claim], question: tuple[object, ...]) -> Iterator[Relation]:
    """Any two amounts of one kind just before the rate, the smaller over the greater: no more than a way to confirm it."""
    close = near[:6]
    for first, part in enumerate(close):
        for whole in close[:first] + close[first + 1 :]:
            if scene.same_things(part, whole) and part.quantity.value <= whole.quantity.value:
                yield share_of(scene, share, (part,), whole, question, _UNNAMED)
