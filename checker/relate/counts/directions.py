"""How many of a number of things went which way, or how far they have come: 八大类价格中，六类上涨、一类持平、一类下降; 70个城市中，
上涨的48个，下降的22个; 36个项目中已竣工20个、完工待验收9个、在建7个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.sorts import one_thing, proportion
from checker.relation import Relation, Term

_WAYS = (
    ("up", "上涨|上升|增长|增产|增收|提高|提升|加快|回升|扩大|增加|改善|走高"),
    ("flat", "持平|不变|稳定|与上[年月]相同"),
    ("still", "停产|停工|停业|停建|未开工"),
    ("down", "下降|下跌|减产|减收|回落|放缓|下滑|减少|降低|缩小|恶化|走低|负增长"),
)
_BEFORE = "[^，。；、;:(]{0,6}?(?:同比|环比|价格|有所|保持|出现|呈|均|比上[年月]){0,3}"
_SIDES = (("over", "高于|优于|好于|高出"), ("under", "低于|不及|落后于"), ("gain", "盈利"), ("loss", "亏损"))
_TAIL = tuple((way, re.compile(f"{_BEFORE}(?:{words})")) for way, words in (*_WAYS, *_SIDES))
_LEAD = tuple((way, re.compile(rf"(?:{words})的?[^，。；、;:(]{{0,6}}有?$")) for way, words in _WAYS)
# what was begun (已开工) may be done by now: only what is under way is no part of what is done
_STAGES = (
    ("ready", "(?:完工|完成|竣工|建成)?(?:待|尚未|未)(?:竣工)?验收|基本(?:完成|建成|完工)|主体(?:完工|完成)|试运行"),
    ("waiting", "未(?:开工|启动|实施|动工|完成|建成|完工)|待(?:开工|建|启动|实施)|拟建|前期(?:工作|阶段)?|筹备"),
    ("under way", "在建|在办|在施|正在(?:建设|推进|实施|施工|办理|整改)|(?:持续|加快|有序|正在)推进|建设中|推进中|施工中"),
    ("done", "已?(?:全部)?(?:竣工|完工|完成|建成|办结|投产|投用)(?:验收|投产|投用|交付)?"),
)
_REACHED = tuple((stage, re.compile(rf"(?:^|[，、；;:中里]|其中|已经?|尚|仍|还)(?:{words})的?有?$")) for stage, words in _STAGES)
_WAY = re.compile("(?:" + "|".join(words for _, words in _WAYS) + ")的?有?$")
_AMONG = re.compile("[^，。；;:]{0,24}[中里](?:面)?[，,]?|[^，。；、;:]{0,12}[，:]$")
# 企业186家，其中增长的118家; 任务23项，已完成19项: the words of the first member stand behind the comma
_OF_WHICH = re.compile("[^，。；、;:]{0,12}[，:](?:其中[，:]?)?[^，。；、;:]{0,12}$")
# 产值同比增长的, 从企业看，产值下降的: who is meant is not named anew (重点企业产值增长的)
_OF_ALL = re.compile("(?:从[一-鿿]{2,4}看，|按[一-鿿]{2,6}分，)?(?!其中|预计|预期)[一-鿿]{0,5}(?:的|有)?")
_SOME = re.compile("[一-鿿]{2}(?:企业|项目|产品|行业)|[重骨]|大型|中型|小型|预计|认为|其中")
_COMPARED = re.compile("[比较](?!重)")
_PAIR, _ALL, _FAR = 2, 3, 40
# Up, level and down leave nothing out; of two of them, as of above and below a mark, the third may be silent.
_TOLD, _TWO, _AFAR = 0.94, 0.6, 0.93


def relations(scene: Scene) -> Iterator[Relation]:
    """Every row of counts that each tell another direction or stage, against the count right before of which 中 says that they are some,
    or the only count of the kind before them in their block."""
    for sentence in scene.sentences:
        for position in range(len(sentence)):
            run = _run(sentence, position)
            whole = _whole(scene, sentence, position, run) if len(run) >= _PAIR else None
            if whole is not None:
                terms = [Term("whole" if claim is whole else "part", claim.quantity.interval, claim) for claim in (whole, *run)]
                closed = len(run) == _ALL or {_way(claim) for claim in run} == {"gain", "loss"}
                beside = whole is sentence[position - 1] if position else False
                yield scene.relation("parts-of-whole", terms, ("ways", run[0].index), (_TOLD if beside else _AFAR) if closed else _TWO)


def _whole(scene: Scene, sentence: Sequence[Claim], position: int, run: Sequence[Claim]) -> Claim | None:
    """下降19个 counts what fell and is no fall itself; what stands farther off must be the only count of the kind in the block."""
    head = run[0]
    before = sentence[position - 1] if position else None
    if before is not None and _counts(before, head):
        told = _AMONG.match(before.tail) or _OF_WHICH.match(before.tail) and not _way(before)
        return before if told and not _way(before) and before.clause == head.clause else None
    said = _WAY.sub("", head.lead)
    if len(run) < _ALL or not _OF_ALL.fullmatch(said) or _SOME.search(said):
        return None
    near = [c for c in scene.before(head, _FAR) if c.block == head.block and _counts(c, head) and one_thing(c, head)]
    return near[0] if len(near) == 1 and not _way(near[0]) and near[0].index not in scene.container else None


def _way(claim: Claim) -> str:
    for way, pattern in _TAIL:
        if pattern.match(claim.tail):
            return way
    said = last_words(claim)
    return next((way for way, pattern in (*_LEAD, *_REACHED) if pattern.search(said)), "")


def _counts(one: Claim, other: Claim) -> bool:
    """八大类 and 六类, 70个 and 48个: whether both count by one counter."""
    first, second = one.quantity, other.quantity
    counted = first.dimension.startswith("count:") and second.dimension.startswith("count:") and first.exact and second.exact
    same = first.dimension == second.dimension or (first.unit or "").endswith(second.unit or " ")
    # 停产27户，较上月增加4户: more of them than before
    compared = any(claim.measure == "change" and _COMPARED.search(last_words(claim)) for claim in (one, other))
    return counted and same and "paren" not in one.cues and not compared


def _run(sentence: Sequence[Claim], position: int) -> list[Claim]:
    """The counts that follow one another, each of another way; what share some are (增长的172户，占60.1%；下降的109户) stands between."""
    run: list[Claim] = []
    ways: set[str] = set()
    for claim in sentence[position : position + 2 * _ALL + 1]:
        if len(run) >= _ALL and (proportion(claim) or "paren" in claim.cues):
            return run
        if run and (proportion(claim) or "paren" in claim.cues):
            continue
        way = _way(claim)
        if not way or way in ways or run and not _counts(run[0], claim):
            # one more of a way that was told (六类上涨，其中一类…) is no row of its own
            return [] if run and _counts(run[0], claim) and run[0].clause == claim.clause else run
        run.append(claim)
        ways.add(way)
    return run
