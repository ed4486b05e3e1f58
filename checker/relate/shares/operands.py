"""Rates whose name says by definition what is over what: 产销率 is what was sold over what was made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import of_another_body
from checker.relate.shares.definitions import EXACT, HOLDS, Call, Definition, called, defined, phrases, quotient, ruled_out, unit_less
from checker.relate.shares.rate_names import of_less
from checker.relate.shares.scopes import of_another
from checker.relate.shares.together import share_of
from checker.relate.sorts import one_subject, own_basis, proportion
from checker.relation import Relation

# of 160 such readings in 1178 clean documents by other hands 158 held when they were first counted
_SURE = 0.94
_UNSURE = 0.6
_REACH, _BEHIND = 16, 3
_LEVELS = ("level", "mean", "change")
_NEVER = ("fraction", "point", "rank", "grade", "age", "year", "month", "")
_BARE = ("number", "multiple", "ratio")
_SAID = re.compile("(?:为|达|约|是|的|了|仅|已|超过?|稳定在|保持在|维持在|提[高升][到至]|上?升[至到]|下?降[至到]|高达|由|从|至|到|在)+$")
# what a bracket right behind an operand adds to it or takes away: 综合利用361万吨（含利用往年贮存5万吨）
_INCLUDED = ("(含", "(包括", "(其中含", "(不含")
_VISITS = ({"person", "count:人次"}, {"person", "count:个"})
_WHOLE_PLACE = re.compile("全[国省市县区州镇乡行院校]")
Named = tuple[Claim, Call]


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands above and below, what stands before their names in their words, and whether the name is told nearer to the rate."""

    top: Claim
    bottom: Claim
    narrowed: str
    nearer: bool


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such rate with the nearest amounts beside it that are called as its definition has them."""
    for rate in scene.prose:
        if rate.modality == "base" or rate.quantity.hedge or "respectively" in rate.cues:
            continue
        prefix, name, definitions = rate_named(scene, rate)
        if definitions and not own_basis(scene.document.words, rate):
            for definition in definitions:
                yield from _reading(scene, rate, (prefix, name), definition)


def rate_named(scene: Scene, rate: Claim) -> tuple[str, str, list[Definition]]:
    """What stands before the name of a defined rate before a percentage or a bare number, the name, and what defines it."""
    said_before = _SAID.sub("", last_words(rate)) if rate.cell is None else ""
    multiple = rate.quantity.dimension in _BARE and rate.quantity.ratio is None and rate.measure in ("level", "multiple")
    # 升学率（占本科毕业生总数）23.1%: the bracket says what it is of
    if (multiple or proportion(rate)) and "(占" not in rate.lead.replace("（", "("):
        for said in (said_before, unit_less(rate.name)):
            name, definitions = defined(scene, said)
            if fitting := [d for d in definitions if (d.form == "multiple") == multiple]:
                return said.removesuffix(name), name, fitting
    return "", "", []


def _reading(scene: Scene, rate: Claim, said: tuple[str, str], definition: Definition) -> Iterator[Relation]:
    found = _nearest(scene, rate, definition)
    if found is None or ruled_out(definition.form, rate, found.top, found.bottom):
        return
    if of_another(scene, rate, found.top, found.bottom) or _doubtful(scene, rate, said, found):
        return
    yield quotient(scene, rate, definition, found.top, found.bottom, _SURE)
    # 统筹基金支付2.4亿元，大病保险支付0.2亿元，综合报销比例: what is told between may belong to it
    more = [c for c in scene.claims[max(found.top.index, found.bottom.index) + 1 : rate.index] if operand(c) and c.measure == "level"]
    if definition.form == "quotient" and more and all(scene.same_things(c, found.top) for c in more):
        yield share_of(scene, rate, (found.top, *more), found.bottom, ("share", rate.index), _UNSURE)


def stands_beside(scene: Scene, rate: Claim, definition: Definition) -> bool:
    """Whether what the definition asks for stands beside the rate."""
    return _nearest(scene, rate, definition) is not None


def _nearest(scene: Scene, rate: Claim, definition: Definition) -> _Found | None:
    """What is likeliest above and below among the figures beside the rate."""
    before = [c for c in scene.before(rate, _REACH) if rate.sentence - c.sentence <= 1]
    behind = [c for c in scene.after(rate, _BEHIND) if "paren" in c.cues or c.index == rate.index + 1 and not c.lead.startswith(";")]
    near = [c for c in (*before, *behind) if operand(c)]
    tops = [pair for pair in _ranked(scene, rate, near, definition.above) if pair[0].modality == "result"]
    bottoms = _ranked(scene, rate, near, definition.below) if tops else []
    pairs = ((a, b) for a, b in product(tops, bottoms) if a[0] is not b[0] and alike(scene, a[0], b[0]))
    top, bottom = next(pairs, (None, None))
    if top is None or bottom is None:
        return None
    # 抽检2480批次，不合格47批次；流通环节抽检1200批次，不合格率: a nearer one of the name may be meant
    chosen, others = ((top, tops), (bottom, bottoms)), (top[0], bottom[0])
    nearer = any(
        one[0].index < c.index < rate.index and c not in others and c.measure == "level" and alike(scene, c, one[0])
        for one, many in chosen
        for c, call in many
        if call.how != HOLDS and (c.index == rate.index - 1 or _plain(c, top[0]) and c.index not in scene.container)
    )
    return _Found(top[0], bottom[0], top[1].before + bottom[1].before, nearer)


def _plain(claim: Claim, top: Claim) -> bool:
    """净额5.6亿元，投入4.1亿元；其中甲项目承诺3.2亿元，投入2.6亿元，投资进度: a part told before what was done is what that is of."""
    return "paren" not in claim.cues and ("part" not in claim.cues or claim.index < top.index)


def _ranked(scene: Scene, rate: Claim, near: Sequence[Claim], names: tuple[str, ...]) -> list[Named]:
    """The figures so called, the likeliest first: no part under a longer name, then those of the sentence, then those before the rate."""

    def distance(pair: Named) -> tuple[bool, bool, bool, bool, bool, int]:
        claim, narrowed = pair[0], pair[1].how != EXACT
        apart, behind = claim.sentence != rate.sentence, claim.index > rate.index
        return narrowed and "part" in claim.cues, apart, behind, "paren" in claim.cues, narrowed, abs(claim.index - rate.index)

    return sorted(((c, call) for c in near if (call := called(scene, c, names)) is not None), key=distance)


def operand(claim: Claim) -> bool:
    """Whether a figure may stand above or below the line."""
    return claim.modality != "base" and not claim.quantity.hedge and claim.measure in _LEVELS and claim.quantity.dimension not in _NEVER


def alike(scene: Scene, top: Claim, bottom: Claim) -> bool:
    """Whether one may be over the other: of one kind, or visits, or posts, over persons."""
    return scene.same_things(top, bottom) or {top.quantity.dimension, bottom.quantity.dimension} in _VISITS


def _doubtful(scene: Scene, rate: Claim, said: tuple[str, str], found: _Found) -> bool:
    """Whether the rate may be of something narrower (小微企业不良率) or wider (甲院床位；全县床位使用率) than these two, or not the
    first of its name behind them."""
    (prefix, name), top, bottom = said, found.top, found.bottom
    words = "".join(word for c in (top, bottom) for word in (*phrases(scene, c), c.subject))
    wider = bool(found.narrowed) and _WHOLE_PLACE.search(prefix) is not None and _WHOLE_PLACE.search(words) is None
    last = max((c.index for c in (top, bottom) if c.index < rate.index), default=rate.index)
    between = [c for c in scene.claims[last + 1 : rate.index] if proportion(c) and c.modality == rate.modality]
    rated = any(rate_named(scene, c)[1] == name for c in between)
    included = any(c.tail.startswith(_INCLUDED) for c in (top, bottom))
    apart = top.sentence != bottom.sentence and _of_others(top, bottom)
    return wider or rated or included or apart or found.nearer or of_less(prefix, words)


def _of_others(top: Claim, bottom: Claim) -> bool:
    """集团负债48亿元、资产80亿元。丁公司负债6亿元: whether one of two figures of different sentences is said to be somebody's."""
    return of_another_body(*((top, bottom) if top.index > bottom.index else (bottom, top)), "") or not one_subject(top, bottom)
