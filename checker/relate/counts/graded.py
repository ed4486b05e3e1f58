"""How many of what was assessed came out how: 对12个项目开展自评，结果为优的9个、良的2个、中的1个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import alike
from checker.relate.counts.declared import declares
from checker.relate.scene import Scene
from checker.relation import Relation, term

_GRADE = re.compile(
    '(优秀|良好|一般|较差|基本合格|不合格|合格|基本称职|不称职|称职|优|良|中|差|[ABCD]|[甲乙丙丁])[”"]?(?:级|等|等次|等级|档)?[”"]?(?:的?(?:项目|单位|企业|机构)?的?|的有)?$'
)
_OUTCOME = re.compile("(?:结果|等级|等次|评价|评定|评为|定为|考核|得分|评级)[^，。；;]{0,12}$|结论[^，。；;]{0,12}$")
_ASSESSED = ("自评", "评价", "考核", "评估", "评定", "评审", "验收", "参评", "测评", "评级", "检查")
_BESIDE = frozenset({"fraction", "point", "money", "number"})
_BACK = 12
_PAIR, _CLEAR = 2, 3
# Of what was assessed every one came out somehow; grades that are not told nobody got.
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every row of counts by grade, against the nearest count before it that the words say was assessed."""
    for sentence in scene.sentences:
        done = -1
        for position, head in enumerate(sentence):
            run = _run(sentence, position) if position > done else []
            if len(run) < _PAIR or not _opens(head, run):
                continue
            done = position + len(run) - 1
            whole = _assessed(scene, head)
            if whole is not None:
                terms = [term("whole", whole), *(term("part", part) for part in run)]
                yield scene.relation("parts-of-whole", terms, ("graded", head.index), _TOLD)


def _grade(claim: Claim) -> str:
    found = _GRADE.search(claim.lead)
    return found.group(1) if found else ""


def _run(sentence: Sequence[Claim], position: int) -> list[Claim]:
    """The counts that follow one another, each of another grade."""
    head = sentence[position]
    if not head.quantity.dimension.startswith(("count:", "person")) or not _grade(head):
        return []
    run, grades = [head], {_grade(head)}
    for other in sentence[position + 1 :]:
        if other.quantity.dimension in _BESIDE:
            continue  # A档134人、B档53人，解除比例100%；C档4人: what is told of the grades so far
        grade = _grade(other)
        # A级2家、B级5家 are joined by marks and nothing else is said of them
        if not grade or grade in grades or not alike(head, other) or other.lead[:1] not in "，、和及与;":
            break
        run.append(other)
        grades.add(grade)
    return run


def _opens(head: Claim, run: Sequence[Claim]) -> bool:
    words = _GRADE.sub("", head.lead).rstrip('“"')
    open_ended = "等" in run[-1].tail[:6]
    return not open_ended and "其中" not in words[-8:] and (_OUTCOME.search(words) is not None or len(run) >= _CLEAR)


def _assessed(scene: Scene, head: Claim) -> Claim | None:
    near = [c for c in scene.before(head, _BACK) if alike(head, c) and "paren" not in c.cues]
    whole = near[0] if near else None
    if whole is None or _grade(whole) or not (declares(whole) or whole.quantity.exact):
        return None
    behind = next(scene.after(whole, 1), None)
    # 对14个项目（均含上年结转）开展自评: a bracket may stand before the verb
    said = whole.lead[-16:] + whole.tail[:40] + (behind.lead.split("，")[0] if behind is not None else "")
    return whole if any(word in said for word in _ASSESSED) else None
