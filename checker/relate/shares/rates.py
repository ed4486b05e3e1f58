"""Rates named after what was done (化解率, 支出进度): what was done over what there was to do, told by words and order alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.shares.around import beside_each_other, words_over_counts
from checker.relate.shares.chained import step
from checker.relate.shares.due import wholes
from checker.relate.shares.rate_names import ENDINGS, LOOSE, clause, named_after, of_less
from checker.relate.sorts import amount, one_thing, own_basis, proportion
from checker.relation import Relation, Term, term

# claims looked back for what was done and what there was to do
_REACH = 8
# members of a list of which a rate behind it may take one
_LISTED = 6
_SURE = 0.93
_LIKELY = 0.6
_MARK = re.compile("[，。；;、:(]")
_NOUN = 6
_ROOT = 2
_FORMULA = re.compile("[(（][^()（）]{0,30}(?:[/÷]|之比|除以|占)")
_LONG_NOUN = 14
_ALL = re.compile("[总共全应]")
_CHANGED = re.compile("[增减升降]")
_GRADE = re.compile("“([^“”]{1,4})”(?:等次|等级|级|等|档)?的?$")
_GRADES = ("良", "良好")
_OF_ALL_HELD = ("结案", "审结", "办结", "审执结", "执结")
_DENIED = ("不", "未")
# what a word before the root says the rate is counted in: 面积闲置率, 资金到位率
_COUNTED_IN = {"面积": "area", "资金": "money", "金额": "money", "投资": "money"}


def relations(scene: Scene, rate: Claim) -> Iterator[Relation]:
    """The amount that the rate is named after over the nearest amount of its kind before it that is no part of another list."""
    name, root = named_after(rate)
    if not root or rate.quantity.hedge or "和" in name or "‰" in rate.quantity.text:
        return
    # 债务率(债务余额/综合财力): the bracket says what is over what
    if _FORMULA.search(rate.lead) or own_basis(scene.document.words, rate) or _of_other_base(scene, name, root):
        return
    wanted = next((dimension for word, dimension in _COUNTED_IN.items() if name.startswith(word)), "")
    near = [c for c in scene.before(rate, _REACH) if _fits(c, rate, wanted)]
    # 按件结案率 is counted in 件; 按期办结率 in nothing told here
    if name[:1] == "按" and (unit := scene.rules.unit(name[1:2])) is not None:
        near = [c for c in near if c.quantity.dimension == unit.dimension] or near
    following = () if name.endswith(LOOSE) else scene.after(rate, 1)
    after = [c for c in following if amount(c) and c.lead.lstrip("，,").startswith((root, *scene.rules.wording["announced"]))]
    beside = [c for c in (*_last_told(near), *after) if c.sentence == rate.sentence and c.clause == rate.clause]
    if fulfilled := _fulfilled(scene, rate, root, name, near) or step(scene, rate, name, near):
        yield _over(scene, rate, *fulfilled, _SURE)
        return
    done = next((c for c in beside if _did(scene, c, root)), None) or _after_due(scene, near) or _before_the_rest(scene, rate, root, near)
    # what divides what is known for a defined rate, unless its part is worded as a change (审减640万元) which no definition finds
    if done is None or rate.indicator in scene.defined and done.measure != "change" or _rated_before(scene, rate, root, name, done):
        return
    for part in beside_each_other(scene, done):
        alike = [c for c in near if c is not part and amount(c) and scene.same_things(c, part)]
        if part in near + after:
            sure = 0.0
            for other in _opposite(scene, root, part, alike):
                yield _beside(scene, rate, part, other)
            for whole, trust in wholes(scene, rate, part, alike):
                if name.endswith(LOOSE) and not _all_of_them(scene, root, part, whole):
                    continue
                if root in _OF_ALL_HELD and "新收" in clause(scene, whole):
                    continue  # 结案率 is of what was left over from before and came in together
                doubtful = sure >= _SURE and "part" not in part.cues or _narrower(scene, rate, (name, root), (part, whole))
                yield _over(scene, rate, part, whole, min(trust, _LIKELY) if doubtful else trust)
                sure = max(sure, trust)


def _narrower(scene: Scene, rate: Claim, said: tuple[str, str], sides: tuple[Claim, Claim]) -> bool:
    """应接种8600人，已接种8500人；第二剂接种率91%: whether the rate is of something that neither amount is said to be of."""
    name, root = said
    told = "".join(clause(scene, c) + _MARK.split(c.tail, maxsplit=1)[0] + c.subject for c in sides)
    return of_less(name.rpartition(root)[0], rate.subject + told)


def _all_of_them(scene: Scene, root: str, done: Claim, whole: Claim) -> bool:
    """Whether what a 比例 may be of is counted, or said to be all: 减少比例 is a growth, and 外受比例 is of 本地 and 外受 together."""
    counted_so = done.quantity.dimension.startswith(("count:", "person")) or _ALL.search(clause(scene, whole)) is not None
    return counted_so and _CHANGED.search(root) is None


def _rated_before(scene: Scene, rate: Claim, root: str, name: str, done: Claim) -> bool:
    """完成456项，完成率95%，按时完成率90%: whether what was done has its rate already, and this one is of some of it."""
    between = [c for c in scene.claims[done.index + 1 : rate.index] if proportion(c)]
    qualified = name.partition(root)[0]
    return bool(qualified) and qualified not in clause(scene, done) and any(named_after(c)[1] == root for c in between)


def _last_told(near: list[Claim]) -> list[Claim]:
    """The amount told last and those listed with it: 优质200件、合格560件、不合格40件，优质率25.0%."""
    run = near[:1]
    for claim in near[1:_LISTED]:
        if run[-1].lead[:1] not in JOINTS or claim.index != run[-1].index - 1:
            break
        run.append(claim)
    return run


def _opposite(scene: Scene, root: str, done: Claim, alike: list[Claim]) -> list[Claim]:
    """逮捕307人，不捕138人，不捕率: what was decided the other way, where the words of one side are those of the other with 不 or 未."""
    denied = root.startswith(_DENIED)
    stem = root[1:] if denied else root
    told = [(c, clause(scene, c)) for c in alike if c.sentence == done.sentence and not c.quantity.hedge]
    if denied:
        return [
            c for c, words in told if c.index < done.index and set(stem) <= set(words) and not any(no + stem in words for no in _DENIED)
        ][:1]
    # 满意242人、基本满意36人、不满意8人: what stands between the two sides is of neither
    if any(stem in words and not any(no + stem in words for no in _DENIED) for _, words in told):
        return []
    return [c for c, words in told if any(no + stem in words for no in _DENIED)][:1]


def _beside(scene: Scene, rate: Claim, done: Claim, other: Claim) -> Relation:
    terms = [Term("share", rate.quantity.interval, rate), term("numerator", done), term("part", other)]
    return scene.relation("share-of-siblings", terms, ("share", rate.index), _SURE)


def _over(scene: Scene, rate: Claim, done: Claim, whole: Claim, trust: float) -> Relation:
    terms = [Term("share", rate.quantity.interval, rate), Term("numerator", done.quantity.interval, done)]
    terms.append(Term("denominator", whole.quantity.interval, whole))
    return scene.relation("share-of-whole", terms, ("share", rate.index), trust)


def _fulfilled(scene: Scene, rate: Claim, root: str, name: str, near: list[Claim]) -> tuple[Claim, Claim] | None:
    """年度预算6.2亿元，实际支出2.7亿元，执行率: of all that the sentence tells, the one amount planned and the one that came of it."""
    if rate.indicator in scene.defined or not (root in scene.rules.wording["fulfilment"] or name.startswith("实际")):
        return None
    came = ("实际",) if name.startswith("实际") else scene.rules.wording["came_of_it"]
    told = [c for c in near if c.sentence == rate.sentence and c.clause == rate.clause and amount(c) and not c.quantity.hedge]
    if set_behind := _set_behind(scene, told):
        return set_behind
    due = [c for c in told if any(word in words_over_counts(scene, c) for word in scene.rules.wording["planned"])]
    done = [c for c in told if c not in due and any(word in clause(scene, c) for word in came)]
    if len(done) != 1 or "其中" in rate.lead:
        return None
    after = scene.claims[done[0].index + 1 : rate.index]
    due = [c for c in due if c.index < done[0].index and scene.same_things(c, done[0]) and one_thing(c, done[0])]
    if len(due) != 1:
        return None
    # what a part of the plan or another rate stands before may be of that part
    parts = any("part" in c.cues and amount(c) for c in scene.claims[due[0].index + 1 : rate.index])
    return None if parts or any(proportion(c) or "part" in c.cues for c in after) else (done[0], due[0])


def _set_behind(scene: Scene, told: list[Claim]) -> tuple[Claim, Claim] | None:
    """治理面积825平方公里，超额完成750平方公里的规划任务，完成率: the two amounts of a kind, the second of which is said to be the plan."""
    if len(told) < 2 or not scene.same_things(told[0], told[1]) or any(scene.same_things(c, told[0]) for c in told[2:]):
        return None
    words = _MARK.split(told[0].tail, maxsplit=1)[0]
    return (told[1], told[0]) if words.startswith("的") and words.endswith(scene.rules.wording["plan_kind"]) else None


def _of_other_base(scene: Scene, name: str, root: str) -> bool:
    """Whether by its definition the rate is over something of another sort, another time or each of many: 加权平均收益率, 出栏率."""
    words = scene.rules.wording
    # 增长面 is how many of all grew
    return not name.endswith("面") and root in words["rates_of_other_base"] or any(word in name for word in words["averaged_rates"])


def _fits(claim: Claim, rate: Claim, dimension: str) -> bool:
    close = claim.modality != "base" and abs(claim.sentence - rate.sentence) <= 1
    level = amount(claim) or claim.measure == "change" and claim.quantity.dimension not in ("fraction", "point")
    return level and close and dimension in ("", claim.quantity.dimension)


def _did(scene: Scene, claim: Claim, root: str) -> bool:
    """Whether the words of its clause, or the noun it counts, say that this is what was done."""
    noun = _MARK.split(claim.tail, maxsplit=1)[0]
    behind_it = next(scene.after(claim, 1), None)
    # 12个问题已完成整改8个: what stands between two figures without a mark is said of the second
    if behind_it is not None and noun and behind_it.lead == noun and "paren" not in behind_it.cues:
        noun = ""
    if any(root + ending in noun for ending in ENDINGS):
        noun = ""
    # 24个行业增加值实现增长，增长面
    behind = noun if noun.endswith(root) and len(noun) <= _LONG_NOUN else noun[:_NOUN]
    # 25项按期完成、3项未完成: the noun behind a count says what it counts, the words before it may be those of another
    for words in (behind, clause(scene, claim)):
        at = words.find(root)
        if at >= 0:
            return not words[:at].endswith(scene.rules.wording["undone"])
        # 已追回 is what a 追缴率 counts, 审执结 what a 结案率 does
        if "已" + root[0] in words or words is not behind and _just_done(scene, words, root):
            return True
        if words is not behind and (_contracted(words, root) or _graded(words, root) or _settled(scene, words, root)):
            return True
    return False


def _settled(scene: Scene, words: str, root: str) -> bool:
    """经抢护已稳定61处，处置率: what is over by 已, where the rate is of what was settled in whatever way."""
    return root in scene.rules.wording["settled"] and words.rfind("已") >= max(0, len(words) - _NOUN)


def _contracted(words: str, root: str) -> bool:
    """网上办理51万件，网办率; 取得证书，取证率; 收回有效问卷，回收率: whether the words right before the figure hold both characters."""
    near = words[-_NOUN:]
    return len(set(root)) == _ROOT and set(root) <= set(near) and root not in near and near[0] in root


def _graded(words: str, root: str) -> bool:
    """自评结果为“优”的11个，优秀率: whether the words before the figure put it into the grade that the rate is of."""
    found = _GRADE.search(words)
    # 优良率 is of “优” and “良” together
    one = found is not None and root[len(found.group(1)) :] not in _GRADES
    return found is not None and one and (root.startswith(found.group(1)) or found.group(1).startswith(root))


def _just_done(scene: Scene, words: str, root: str) -> bool:
    """Whether the verb right before the figure is the one that the rate is named after, and it is over."""
    return words.endswith(root[0]) and not words[:-1].endswith(("在", *scene.rules.wording["undone"]))


def _after_due(scene: Scene, near: list[Claim]) -> Claim | None:
    """应检120人，实检118人，受检率: what was done where the rate has another name for it."""
    pairs = [pair.split(":") for pair in scene.rules.wording["due_and_done"]]
    if len(near) > 1 and any(clause(scene, near[1]).find(due) >= 0 and clause(scene, near[0]).startswith(done) for due, done in pairs):
        return near[0]
    return None


def _before_the_rest(scene: Scene, rate: Claim, root: str, near: list[Claim]) -> Claim | None:
    """受理120件，已办90件，在办30件，办结率: what was done where what is left stands between it and the rate."""
    here = [c for c in near if c.sentence == rate.sentence and c.clause == rate.clause and amount(c)]
    done = [c for c in here if _did(scene, c, root)]
    # 一季度完成8亿元、二季度完成9亿元，尚余3亿元，完成率: the rate is of both
    if len(done) != 1 or "paren" in done[0].cues:
        return None
    between = [c for c in near if c.index > done[0].index]
    return done[0] if all(scene.same_things(c, done[0]) and not {"part", "paren"} & c.cues for c in between) else None
