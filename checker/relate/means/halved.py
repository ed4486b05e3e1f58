"""What another sum comes to for half of it, or for a part of the year: 每学年1250元，减半收取，即625元; 每学年1200元，折合每学期600元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_HALF = re.compile(
    "(?:减半|折半|按(?:其)?(?:一半|半价|半额|50%)|半价)(?:收取|缴纳|征收|收费|执行|计收|计取|计征|资助|补助|减免|优惠|发放|享受|给予|计算|后)?"
    "[，,(]?(?:[^，。；;0-9]{0,4}?(?:即|为|只需|仅需|仅|只|按|每人|每生|收取|缴纳|实收|实交|实缴|应缴|缴|收|计|付)){1,3}[^，。；;0-9]{0,4}$"
)
_NOT_BEFORE = re.compile("另|加收|其中|上年|去年|同期|合计|共计|累计|总额|余额|[上下]限|不超过|最[高低]")
# so many of the shorter spans make the longer one
_SPANS = {
    ("学年", "学期"): 2,
    ("年", "学期"): 2,
    ("年", "半年"): 2,
    ("年", "季"): 4,
    ("年", "月"): 12,
    ("半年", "月"): 6,
    ("半年", "季"): 2,
    ("季", "月"): 3,
}
_TIME = re.compile(
    "(?:每(?:个|一)?|[全一])(?P<each>学年|学期|半年|年|季|月)(?:度)?(?![初末底])|(?<![全上去今当本])(?P<bare>年|月)(?=租金|工资|薪|费|补助|补贴|标准)"
)
_COMES_TO = re.compile("^[，(]?(?:折合|相当于|折算|即|合|折|换算)(?:为|成|后)?(?:[^，。；;0-9]{0,8})$")
_SURE = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every sum that is said to be half of the one right before, or so much of it for a part of its time."""
    for sentence in scene.sentences:
        yield from _halves(scene, sentence)
        for whole, part in pairwise(sentence):
            if whole.lead.startswith(JOINTS) or part.tail in JOINTS:
                continue
            if _sum(whole) and _sum(part) and whole.quantity.dimension == part.quantity.dimension:
                if _HALF.search(part.lead) is not None and "paren" not in whole.cues:
                    if not _NOT_BEFORE.search(last_clause(whole.lead)):
                        yield _made(scene, part, whole, Decimal(2), "")
                elif (times := _times(whole, part)) is not None:
                    yield _made(scene, part, whole, *times)


def _halves(scene: Scene, sentence: Sequence[Claim]) -> Iterator[Relation]:
    """小学1250元、初中1500元，非寄宿生减半，即625元和750元: as many halves as there are wholes, in one order."""
    for at in range(2, len(sentence) - 1):
        if not _HALF.search(sentence[at].lead):
            continue
        parts = _run(sentence[at:])
        wholes = sentence[at - len(parts) : at] if at >= len(parts) else []
        before = sentence[at - len(parts) - 1] if at > len(parts) else None
        listed = len(parts) > 1 and len(_run(wholes)) == len(parts) and not wholes[0].lead.startswith(JOINTS)
        if listed and (before is None or before.clause != wholes[0].clause or not _sum(before)):
            yield from (_made(scene, part, whole, Decimal(2), "") for part, whole in zip(parts, wholes, strict=True))


def _run(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The sums at the head of a row, each joined to the one before."""
    end = 0
    while end < len(claims) and _sum(claims[end]) and (not end or claims[end].lead.startswith(JOINTS) and "，" not in claims[end].lead):
        end += 1
    return claims[:end]


def _sum(claim: Claim) -> bool:
    plain = not claim.quantity.hedge and claim.quantity.high is None and claim.modality != "base"
    return plain and claim.quantity.dimension.startswith("money") and claim.measure in ("level", "mean")


def _times(whole: Claim, part: Claim) -> tuple[Decimal, str] | None:
    """How many of the part's time make the whole's, and the word for them."""
    if _COMES_TO.match(part.lead) is None:
        return None
    first, second = (_time(claim) for claim in (whole, part))
    many = _SPANS.get((first, second))
    if many is not None:
        return Decimal(many), second
    few = _SPANS.get((second, first))
    return (1 / Decimal(few), first) if few is not None else None


def _time(claim: Claim) -> str:
    found = list(_TIME.finditer(last_clause(claim.lead)))
    return found[-1]["each"] or found[-1]["bare"] if found else ""


def _made(scene: Scene, part: Claim, whole: Claim, many: Decimal, unit: str) -> Relation:
    """The sum laid down over how many there are; what it is divided into may have been rounded."""
    terms = [term("mean", part), Term("numerator", Interval.exactly(whole.quantity.value), whole)]
    if many < 1:
        terms = [term("mean", whole), Term("numerator", Interval.exactly(part.quantity.value), part)]
        many = 1 / many
    below = Term("denominator", Interval.exactly(many), None, f"{many:f}{'个' + unit if unit else ''}")
    return scene.relation("mean-per-unit", [*terms, below], ("part of it", part.index), _SURE)
