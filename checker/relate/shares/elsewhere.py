"""A share right behind its part whose whole stands under its name in another paragraph, section or table: 占总投资的41.1%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.around import beside_each_other, of_another_body
from checker.relate.shares.cores import core
from checker.relate.shares.overall import one_a_value
from checker.relate.shares.wholes import named_whole, says_no_more, sibling
from checker.relate.sorts import amount, one_subject
from checker.relation import Relation, term

_SURE = 0.93
_DOUBTFUL = 0.5
_SHORTEST = 2
_MOST = 40
# 报告期销售总额
_QUALIFIED = 4
# between a part and its share stands nothing but what says that the share is of something
_LINK = re.compile("^(?:[^，。；;、:(]{0,10}[，(])?(?:约|仅|只)?(?:占|相当于|为|在)")
_AMID = re.compile("^[，(]?在([^，。；;、:(]{2,16})中的?(?:占比|比重|份额|占)[为达约到]{0,3}$")
_IS = re.compile("^[，(]?(?:为|是)([^，。；;、:(]{2,16})的约?$")
# whose a whole is where the document is of that body alone
_OWN = (
    "公司", "本公司", "本行", "全行", "集团", "本集团", "项目", "本项目", "工程", "本工程", "本次", "企业",
    "报告期", "期末", "年末", "同期", "当年", "当期",
)  # fmt: skip
JOINED = re.compile("[，、;:()和及]")
_YEAR = re.compile("20[0-9]{2}")
# of whom a whole is that the document's own figures are not: 占全国总产量
LARGER = ("全国", "我国", "全省", "全球", "世界", "国内", "行业", "同类", "其", "该", "所")
_NOW = ("本期末", "期末", "本期", "本年", "决算", "合计")


Index = dict[str, list[Claim]]


def index(scene: Scene) -> Index:
    """Every amount of prose and tables under the thing it is of and under its indicator."""
    answer: Index = {}
    for claim in scene.claims:
        if amount(claim) and claim.modality != "base":
            named = claim if claim.name or claim.cell is not None else beside_each_other(scene, claim)[-1]
            keys = {_thing(scene, named.name.rpartition(":")[2]), named.indicator} - {""}
            for key in keys:
                answer.setdefault(key, []).append(claim)
    return answer


def relations(scene: Scene, share: Claim, subject: str, named: Index) -> Iterator[Relation]:
    """The amount right before a share, or the one that its subject names, over the one amount of the document that is called as the words
    behind 占 call the whole."""
    wanted = called_whole(scene, share)
    if share.quantity.hedge or "respectively" in share.cues or wanted.startswith(LARGER) or JOINED.search(wanted):
        return
    part = _part(scene, share, subject, named)
    if part is None or part.quantity.hedge:
        return
    found = [c for c in _wholes(scene, share, part, wanted, named) if _may_be(scene, share, part, c, wanted)]
    found = [c for c in found if c.cell is None] + of_now(share, part, [c for c in found if c.cell is not None])
    groups = exact_one_a_value(found)
    # what is one of several members of a list may share the percentage with the others
    alone = not any(scene.container.get(part.index) is scene.container.get(c.index, part) for c in scene.before(part, 2))
    for whole in groups[:3]:
        terms = [term("share", share), term("numerator", part), term("denominator", whole)]
        yield scene.relation("share-of-whole", terms, ("share", share.index), _SURE if alone and len(groups) == 1 else _DOUBTFUL)


def _part(scene: Scene, share: Claim, subject: str, named: Index) -> Claim | None:
    """The amount right before the share, where nothing stands between; else the one amount that is called as the subject of 占."""
    before = next(scene.before(share, 1), None)
    if before is not None and before.sentence == share.sentence and _LINK.match(share.lead) is not None:
        added = before.measure == "change" and "增" in named_whole(share) and before.quantity.dimension not in ("fraction", "point")
        return before if amount(before) or added else None
    found = [c for c in named.get(_thing(scene, subject), []) if c.index < share.index] if subject else []
    groups = exact_one_a_value(of_now(share, share, [c for c in found if c.cell is not None]) + [c for c in found if c.cell is None])
    return groups[0] if len(groups) == 1 else None


def _wholes(scene: Scene, share: Claim, part: Claim, wanted: str, named: Index) -> list[Claim]:
    """The amounts so called, or else those of the indicator so called; of 占全市的 those that are the part's of the whole place."""
    label = _thing(scene, wanted)
    if not label:
        key = part.indicator or _thing(scene, part.name)
        return [c for c in named.get(key, ())[:_MOST] if wanted and (c.subject == wanted or c.name.startswith(wanted))]
    exact = [c for c in named.get(label, ())[:_MOST] if len(label) > _SHORTEST or _unowned(wanted) in c.name]
    indicator = scene.rules.indicator_in(wanted)
    alike = named.get(indicator, [])[:_MOST] if indicator and says_no_more(scene, _unowned(wanted), indicator, "") else []
    # 甲项目总投资 is of one of several
    alike = [c for c in alike if c.cell is not None or not c.subject or c.subject[0] == "全" or c.subject in _OWN]
    return exact or [c for c in alike if wanted in c.name] or alike


def _thing(scene: Scene, name: str) -> str:
    """What a name is of, without whose it is and how far it reaches: 公司总股本 → 股本."""
    thing = core(scene, _unowned(name)).replace("的", "")
    return thing if len(thing) >= _SHORTEST else ""


def _unowned(name: str) -> str:
    return name[max((len(word) for word in _OWN if name.startswith(word)), default=0) :]


def called_whole(scene: Scene, share: Claim) -> str:
    """The name of the whole: 占(X)的, 在(X)中的占比, 为(X)的; under the name that statements have for it."""
    found = _AMID.search(share.lead) or _IS.search(share.lead)
    name = found.group(1) if found else named_whole(share)
    others = (pair.partition(":") for pair in scene.rules.wording["called_otherwise"])
    return next((other for said, _, other in others if name.endswith(said) and len(name) - len(said) <= _QUALIFIED), name)


def _may_be(scene: Scene, share: Claim, part: Claim, whole: Claim, wanted: str) -> bool:
    # what is told further down may be of something narrower, unless both say 总
    later = whole.cell is None and whole.index > share.index and not ("总" in wanted and "总" in whole.name)
    if whole is part or later or whole.modality == "base" or whole.quantity.hedge or not scene.same_things(part, whole):
        return False
    if of_another_body(part, whole, wanted) or sibling(scene, named_whole(share), whole):
        return False
    if {"part", "paren", "each"} & whole.cues and whole.cell is None:
        return False
    periods = {c.period for c in (part, share) if c.period is not None}
    dated = whole.period is None or not periods or any(whole.period.last.year == p.last.year for p in periods)
    return dated and (not part.subject or not whole.subject or not _thing(scene, wanted) or one_subject(part, whole))


def of_now(share: Claim, part: Claim, cells: list[Claim]) -> list[Claim]:
    """Of the cells of a row the one of the share's own time: the only one, or the only one that its column says to be of now."""
    answer = []
    for row in {(c.cell[0], c.cell[1]) for c in cells if c.cell is not None}:
        here = [c for c in cells if c.cell is not None and c.cell[:2] == row]
        if len(here) > 1:
            time = share.period or part.period
            years = [int(year) for c in here for year in _YEAR.findall(c.tail)]
            year = time.last.year if time is not None else max(years, default=0)
            own = [c for c in here if str(year) in c.tail]
            here = own if len(own) == 1 else [c for c in here if any(word in c.tail for word in _NOW)] or here
        answer += here
    return answer


def exact_one_a_value(claims: list[Claim]) -> list[Claim]:
    """The most exact of those that say the same: 48620万元 for 4.86亿元."""
    return one_a_value(sorted(claims, key=lambda claim: claim.quantity.interval.width))
