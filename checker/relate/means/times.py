"""倍 as a quotient where the words name what is taken so many times: 是“十二五”时期338.5亿元的1.66倍, 为同期净利润的1.4倍."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.likeness import ending, label
from checker.relate.means import income_ratio
from checker.relate.scene import Scene
from checker.relate.sorts import amount, own_basis
from checker.relate.topic import last_clause
from checker.relation import Relation, term

_LINK = re.compile(r"^的(?:近|约|将近)?$")
_OF = re.compile(r"(?:是|为|相当于|达到?)(?P<base>[^，。；;、:]{2,16})的(?:近|约|将近)?$")
_OPENED = re.compile(r"(?:是|为|相当于|达到?)[^，。；;:]{0,24}$")
_THEN = re.compile("(?:上年|去年|前年|上月|上期|上一年度?|[0-9]{4}年)(?:同期|同月|末|底|全年)?")
_BEHIND = 3
_SIDE = 2
_PRESENT = ("现状", "现有", "目前")
_SURE = 0.95
_NAMED = 0.92
_RIVAL = 0.5
_ENDING = 3
_REACH = 24


def relations(scene: Scene) -> Iterator[Relation]:
    """For every 倍 the two levels that its words name, and for the ratio of two incomes those."""
    yield from income_ratio.relations(scene)
    for claim in scene.prose:
        if claim.measure == "multiple" and claim.quantity.text[:1] != "翻":
            yield from _of_figure(scene, claim)
            yield from _of_name(scene, claim)


def _of_figure(scene: Scene, multiple: Claim) -> Iterator[Relation]:
    base = next(scene.before(multiple, 1), None)
    if base is None or base.sentence != multiple.sentence or not amount(base) or base.modality == "base":
        return
    if not _LINK.match(multiple.lead) or not _OPENED.search(_opening(scene, base)):
        return
    nows = [c for c in scene.before(base, 6) if amount(c) and c.modality == "result" and scene.same_things(c, base)]
    nows = [c for c in nows if c.average == base.average]  # 年均办结6.7万件；2024年结案数是2020年5.8万件的1.33倍
    for rank, now in enumerate(nows[:3]):
        yield _relation(scene, multiple, now, base, _SURE if rank == 0 and now.sentence == multiple.sentence else _RIVAL)


def _opening(scene: Scene, base: Claim) -> str:
    """The clause up to a base, through the length of time that may stand in it: 是上一个五年507.3亿元."""
    words = base.lead
    bare = words.strip("的前 ")  # 是三年前6户的3倍
    for before in scene.before(base, 3):
        if bare:
            break
        words = before.lead + before.quantity.text + words
        bare = before.lead.strip("的前 ")
    return last_clause(words)


def _of_name(scene: Scene, multiple: Claim) -> Iterator[Relation]:
    found = _OF.search(last_clause(multiple.lead))
    now = next((c for c in scene.before(multiple, 3) if amount(c) and c.modality == "result" and c.sentence == multiple.sentence), None)
    if found is None or now is None or any(c.modality == "base" for c in scene.before(multiple, 4) if c.sentence == multiple.sentence):
        return  # growth between levels sees to what is compared
    if any(c.measure == "mean" for c in scene.claims[now.index + 1 : multiple.index]):
        return  # 外商投资企业743家，户均25217万元，是民营企业的3.8倍
    name = found["base"]
    if _THEN.fullmatch(name):
        yield from _of_then(scene, multiple, now, name)
    near = [c for c in scene.before(now, _REACH) if amount(c) and scene.same_things(c, now)]
    side = name.removeprefix("同期").removeprefix("同")
    if name.startswith("同期") and len(side) == _SIDE and (other := _other_side(near, now, side)) is not None:
        yield _relation(scene, multiple, now, other, _NAMED)
    if name[-1] in "年月末底期":
        near = [c for c in near if c.sentence == now.sentence]
    if name in _PRESENT:
        bases = [c for c in near if any(word in c.lead for word in _PRESENT)]
    else:
        bases = sorted((c for c in near if ending(name, label(scene, c)) >= _ENDING), key=lambda c: -ending(name, label(scene, c)))
    subject = last_clause(multiple.lead)[: found.start()]
    own = next((c for c in near if c not in bases[:1] and len(c.name) > 1 and c.name in subject), None)
    told = own or now
    # 报名人数为计划规模的2.79倍: what is named is compared, and not the figure at hand
    sure = own is not None or len(subject) < _ENDING or subject in now.name or now.name in subject
    for rank, base in enumerate(bases[:3]):
        yield _relation(scene, multiple, told, base, _NAMED if rank == 0 and sure and "respectively" not in base.cues else _RIVAL)


def _of_then(scene: Scene, multiple: Claim, now: Claim, name: str) -> Iterator[Relation]:
    """为上年同期的1.68倍，上年同期为50.0亿元: the level of that time, told behind with nothing new in its name."""
    for base in scene.claims[multiple.index + 1 : multiple.index + 1 + _BEHIND]:
        if base.block != multiple.block or base.sentence - multiple.sentence > 1:
            return
        words = last_clause(base.lead).lstrip("(")
        if not words.startswith(name) or not amount(base) or not scene.same_things(base, now):
            continue
        said = words[len(name) :].rstrip("仅只约为是达到")
        if not said or said in now.name or said in last_clause(now.lead):
            yield _relation(scene, multiple, now, base, _SURE)
        return


def _other_side(near: list[Claim], now: Claim, side: str) -> Claim | None:
    """一般公共预算支出…为同期收入的1.68倍: the 收入 of the same account, told last before."""
    account = now.name[:-_SIDE]
    return next((c for c in near if account and c.name == account + side and c.modality == "result"), None)


def _relation(scene: Scene, multiple: Claim, now: Claim, base: Claim, trust: float) -> Relation:
    trust = min(trust, _RIVAL) if own_basis(scene.document.words, multiple) else trust
    terms = [term("multiple", multiple), term("now", now), term("base", base)]
    return scene.relation("multiple-of-levels", terms, ("multiple", multiple.index), trust)
