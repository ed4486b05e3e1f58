"""Rates named after what was done (化解率, 支出进度): what was done over what there was to do, told by words and order alone."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.wholes import beside_each_other, words_of
from checker.relate.sorts import amount, one_thing, own_basis, proportion
from checker.relation import Relation, Term

_ENDINGS = ("率", "进度")
_ROOT = 2
# claims looked back for what was done and what there was to do
_REACH = 8
_SURE = 0.93
_LIKELY = 0.6
# what a word before the root says the rate is counted in: 面积闲置率, 资金到位率
_COUNTED_IN = {"面积": "area", "资金": "money", "金额": "money", "投资": "money"}


def relations(scene: Scene, rate: Claim) -> Iterator[Relation]:
    """The amount that the rate is named after over the nearest amount of its kind before it that is no part of another list."""
    name, root = _named_after(rate)
    if not root or rate.quantity.hedge or "和" in name or "‰" in rate.quantity.text:
        return
    if own_basis(scene.document.text, rate) or _of_other_base(scene, name, root):
        return
    wanted = next((dimension for word, dimension in _COUNTED_IN.items() if name.startswith(word)), "")
    if name[:1] == "按" and (unit := scene.rules.unit(name[1:2])) is not None:
        wanted = unit.dimension
    near = [c for c in scene.before(rate, _REACH) if _fits(c, rate, wanted)]
    after = [c for c in scene.after(rate, 1) if amount(c) and c.lead.lstrip("，,").startswith(scene.rules.wording["announced"])]
    beside = [c for c in (*near[:1], *after) if c.sentence == rate.sentence]
    if fulfilled := _fulfilled(scene, rate, root, name, near):
        yield _over(scene, rate, *fulfilled, _SURE)
        return
    done = next((c for c in beside if _did(scene, c, root)), None) or _after_due(scene, near)
    # what divides what is known for a defined rate, unless its part is worded as a change (审减640万元) which no definition finds
    if done is None or rate.indicator in scene.defined and done.measure != "change":
        return
    for part in beside_each_other(scene, done):
        alike = [c for c in near if c is not part and amount(c) and scene.same_things(c, part)]
        whole = _whole(scene, rate, part, alike)
        if whole is not None and part in near + after:
            yield _over(scene, rate, part, *whole)
            # 安排3.6亿元，其中本级1.2亿元，支出1.0亿元: of the whole or of the part told last
            if alike and scene.container.get(alike[0].index) is whole[0]:
                yield _over(scene, rate, part, alike[0], whole[1])


def _over(scene: Scene, rate: Claim, done: Claim, whole: Claim, trust: float) -> Relation:
    terms = [Term("share", rate.quantity.interval, rate), Term("numerator", done.quantity.interval, done)]
    terms.append(Term("denominator", whole.quantity.interval, whole))
    return scene.relation("share-of-whole", terms, ("share", rate.index), trust)


def _fulfilled(scene: Scene, rate: Claim, root: str, name: str, near: list[Claim]) -> tuple[Claim, Claim] | None:
    """年度预算6.2亿元，实际支出2.7亿元，执行率: of all that the sentence tells, the one amount planned and the one that came of it."""
    if rate.indicator in scene.defined or not (root in scene.rules.wording["fulfilment"] or name.startswith("实际")):
        return None
    came = ("实际",) if name.startswith("实际") else scene.rules.wording["came_of_it"]
    told = [c for c in near if c.sentence == rate.sentence and amount(c) and not c.quantity.hedge]
    due = [c for c in told if any(word in _clause(scene, c) for word in scene.rules.wording["planned"])]
    done = [c for c in told if c not in due and any(word in _clause(scene, c) for word in came)]
    if len(done) != 1 or "其中" in rate.lead:
        return None
    after = scene.claims[done[0].index + 1 : rate.index]
    due = [c for c in due if c.index < done[0].index and scene.same_things(c, done[0]) and one_thing(c, done[0])]
    if len(due) != 1:
        return None
    # what a part of the plan or another rate stands before may be of that part
    parts = any("part" in c.cues and amount(c) for c in scene.claims[due[0].index + 1 : rate.index])
    return None if parts or any(proportion(c) or "part" in c.cues for c in after) else (done[0], due[0])


def _named_after(rate: Claim) -> tuple[str, str]:
    """The name of the rate and the two characters it is named after (化解率: 化解); '' if it is no rate of something done."""
    words = rate.lead[max(rate.lead.rfind(mark) for mark in "，、；;:(。") + 1 :].rstrip("为达到是约超了均已 ")
    ending = next((e for e in _ENDINGS if words.endswith(e)), "")
    root = words[: len(words) - len(ending)][-_ROOT:] if ending else ""
    known = len(root) == _ROOT and all("一" <= character <= "鿿" for character in root)
    return words, root if known else ""


def _of_other_base(scene: Scene, name: str, root: str) -> bool:
    """Whether by its definition the rate is over something of another sort, another time or each of many: 加权平均收益率, 出栏率."""
    words = scene.rules.wording
    return root in words["rates_of_other_base"] or any(word in name for word in words["averaged_rates"])


def _fits(claim: Claim, rate: Claim, dimension: str) -> bool:
    close = claim.modality != "base" and abs(claim.sentence - rate.sentence) <= 1
    level = amount(claim) or claim.measure == "change" and claim.quantity.dimension not in ("fraction", "point")
    apart = claim.sentence == rate.sentence and claim.clause != rate.clause
    return level and close and not apart and dimension in ("", claim.quantity.dimension)


def _clause(scene: Scene, claim: Claim) -> str:
    return words_of(scene, claim)[-14:]


def _did(scene: Scene, claim: Claim, root: str) -> bool:
    """Whether the words of its clause, or the noun it counts, say that this is what was done."""
    noun = "" if any(root + ending in claim.tail for ending in _ENDINGS) else claim.tail[:6]
    for words in (_clause(scene, claim), noun if noun[:1] not in "，。；;、:" else ""):
        at = words.find(root)
        if at >= 0:
            return not words[:at].endswith(scene.rules.wording["undone"])
        # 已追回 is what a 追缴率 counts
        if "已" + root[0] in words:
            return True
    return False


def _after_due(scene: Scene, near: list[Claim]) -> Claim | None:
    """应检120人，实检118人，受检率: what was done where the rate has another name for it."""
    pairs = [pair.split(":") for pair in scene.rules.wording["due_and_done"]]
    if len(near) > 1 and any(_clause(scene, near[1]).find(due) >= 0 and _clause(scene, near[0]).startswith(done) for due, done in pairs):
        return near[0]
    return None


def _whole(scene: Scene, rate: Claim, done: Claim, alike: list[Claim]) -> tuple[Claim, float] | None:
    """What there was to do and how sure that is: the whole of the list that the part or what stands before it is in, or else the nearest
    amount of its kind. Another that has a rate of its own is no whole but a sibling."""
    container = scene.container.get(done.index)
    before = [c for c in alike if c.index < done.index or done.index > rate.index]
    if container is None and not before:
        return None
    nearest = container or scene.container.get(before[0].index, before[0])
    rival = next((c for c in scene.claims[nearest.index + 1 : nearest.index + 2] if c is not rate), None)
    if rival is not None and proportion(rival) and rival.sentence == nearest.sentence:
        return None
    beside = scene.claims[nearest.index - 1] if nearest.index else nearest
    # in 112处、8.6万平方米 nothing is listed: both say how much it is
    one_kind = beside.quantity.dimension == nearest.quantity.dimension
    listed = bool(before) and nearest is before[0] and nearest.lead[:1] in "、和" and one_kind
    hedged = nearest.quantity.hedge or done.quantity.hedge
    sure = not hedged and "paren" not in done.cues | nearest.cues and not listed and one_thing(done, nearest)
    return nearest, _SURE if sure else _LIKELY
