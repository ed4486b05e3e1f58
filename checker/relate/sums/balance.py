"""Stocks and what moves them: 期初＋增加−减少＝期末; 净增＝增加−减少＝期末−期初."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from checker.claim import Claim
from checker.relate.clause import last_words, spoken
from checker.relate.lists.periods import months
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_thing
from checker.relation import Relation, Term

Role = Literal["opening", "in", "out", "closing", "net", ""]

_REACH = 8
# 年内新安置743人, 本年新吸纳86户
_NEWLY = re.compile("(?:共|又|再)?新(?:认定|设|增|建|登记|纳入|入库|培育|引进|开|聘|招|吸纳|安置|发展|吸收|批准|核准|签)")
_NEW = re.compile("(?:^|年内|年中|期内|当年|本年|今年|全年|当月|月内|又)新(?![能型冠材闻区村股])[一-鿿]{1,4}$")
_BOTH, _HERD = 2, "存栏"
_ENDED = re.compile("(?:季度|半年|[0-9]月)[末底]")
_SHRUNK = re.compile("净(?:减|流出)|赤字")
_NOUN = re.compile("(?![比较])[一-鿿]{5,}净[增减]")
_MONTH_END = re.compile("月[末底]")
_STORED = re.compile("存量|原|在建|在册|在库|库存|结存")
# 收回已核销贷款 fills an allowance up again
_REGAINED = re.compile("(?:收回|转回|恢复)[^，、；]{0,6}核销|核销[^，、；]{0,6}(?:收回|转回)")
# 收入总计a holds what was there at first and came in
_ALL_OF_IT = re.compile("(?:总计|总财力|(?:收入|来源|财力)合计)(?:为|达|共)?$")
_LEAVES = re.compile("确认收入|转入(?:固定资产|无形资产|成本|损益|投资性房地产|存量)|转固|结转(?:成本|损益|固定资产)")
# 年初计划142个，取消4个、新增9个，实际安排147个
_FINAL = re.compile("(?:最终|实际|调整后|经[一-鿿]{2,12})(?:安排|实施|执行|调整)?(?:共|为){0,2}$")
_PLANNED = re.compile("初(?:计划|预算|目标|安排|确定|下达)")
_COMPARED = ("比", "较", "占", "同比", "与")
# Movements told between an opening and a closing stock make up their difference in nearly all published texts.
_TOLD, _PARTLY = 0.94, 0.5


def relations(scene: Scene) -> Iterator[Relation]:
    """Every closing stock and every net movement with the stocks and movements told beside it."""
    for sentence in scene.sentences:
        kinds: dict[str, list[int]] = {}
        for position, claim in enumerate(sentence):
            if (amount(claim) or claim.measure == "change") and "paren" not in claim.cues:
                kinds.setdefault(claim.quantity.dimension, []).append(position)
        for positions in kinds.values():
            if len(positions) >= 3:
                yield from _balances(scene, sentence, positions)


def _balances(scene: Scene, sentence: Sequence[Claim], positions: Sequence[int]) -> Iterator[Relation]:
    told = [(role_of(scene, sentence, position), sentence[position]) for position in _outer(scene, sentence, positions)]
    roles = _begun(_dated(told))
    for at, (role, claim) in enumerate(roles):
        around = [(r, c) for r, c in roles[max(0, at - _REACH) : at + _REACH] if c is not claim and one_thing(claim, c)]
        if role == "closing":
            yield from _closing(scene, claim, [(r, c) for r, c in around if c.index < claim.index])
        elif role == "net":
            # 新升规a家、退库b家；另一类净增c家: another clause, another thing
            own = _NOUN.match(last_words(claim)) is not None
            yield from _net(scene, claim, [(r, c) for r, c in around if not own or c.clause == claim.clause])
        elif role == "opening" and claim.index not in scene.container:
            yield from _backwards(scene, claim, [(r, c) for r, c in around if c.index < claim.index])


def _outer(scene: Scene, sentence: Sequence[Claim], positions: Sequence[int]) -> list[int]:
    """处置c，其中清收d、核销e: the figures but for those that take a movement of the sentence apart."""
    found: list[int] = []
    inside = False
    for position in positions:
        claim = sentence[position]
        whole = scene.container.get(claim.index)
        movement = whole is not None and whole.sentence == claim.sentence and "其中" in sentence[whole.index - sentence[0].index + 1].lead
        moved = movement and whole is not None and role_of(scene, sentence, whole.index - sentence[0].index) in ("in", "out")
        inside = moved or inside and claim.lead.startswith("、")
        if not inside:
            found.append(position)
    return found


def _dated(roles: list[tuple[Role, Claim]]) -> list[tuple[Role, Claim]]:
    """2019年末余额a，任期内新增b、化解c，2023年末余额d: of two stocks with nothing but movements between them the earlier is the
    opening."""
    stocks = [at for at, (role, _) in enumerate(roles) if role == "closing"]
    for first, last in pairwise(stocks):
        between = {role for role, _ in roles[first + 1 : last]}
        dated = roles[first][1].period is not None and roles[last][1].period is not None
        moved = bool(between) and between <= {"in", "out"} if dated else between in ({"in", "out"}, {"net"})
        if moved and _before(roles[first][1], roles[last][1]):
            roles[first] = ("opening", roles[first][1])
    return roles


def _before(one: Claim, other: Claim) -> bool:
    """Whether a stock is of an earlier moment than another: 2019年末 and 2023年末, 一季度末 and 二季度末."""
    if one.period is not None and other.period is not None:
        return one.period.last < other.period.first
    ends = [months(_MONTH_END.sub("月", claim.lead)) if _ENDED.search(claim.lead) else None for claim in (one, other)]
    return ends[0] is not None and ends[1] is not None and ends[0][1] < ends[1][1]


def _begun(roles: list[tuple[Role, Claim]]) -> list[tuple[Role, Claim]]:
    """存量项目a，新增b、完工c，年末在建d: a stock before all that moved, where another behind it is the closing one."""
    closed = [at for at, (role, _) in enumerate(roles) if role == "closing" and at > _BOTH]
    moved = bool(closed) and [role for role, _ in roles[1 : closed[0]]]
    if moved and set(moved) == {"in", "out"} and roles[0][0] in ("", "closing") and _STORED.match(last_words(roles[0][1])):
        roles[0] = ("opening", roles[0][1])
    return roles


def role_of(scene: Scene, sentence: Sequence[Claim], position: int) -> Role:
    """What a figure is to a stock, by the words of its clause; '' if they say nothing of the sort."""
    claim = sentence[position]
    said = spoken(sentence, position)
    words = scene.rules.wording
    net = any(word in said for word in words["net"])
    if said.startswith(_COMPARED):
        # 较上年末净增: compared with the opening stock
        return "net" if net and any(word in said for word in words["opening"]) else ""
    if net:
        return "net"
    if any(word in said for word in words["opening"]):
        return "opening"
    if claim.measure == "change":
        return "out" if claim.direction < 0 else "in"
    closes = _FINAL.fullmatch(said) is not None or said.endswith(words["closing"]) or said.startswith(words["closing"])
    if closes or _ENDED.search(said) or any(word in said for word in words["stock_after"][:8]):
        return "closing"
    if _REGAINED.search(said):
        return "in"
    if _ALL_OF_IT.search(said):
        return ""
    if _LEAVES.search(said) or any(word in said for word in (*words["outflow"], *words["spent"])):
        return "out"
    return "in" if any(word in said for word in words["inflow"]) or _NEW.search(said) or _NEWLY.match(said) else ""


def _closing(scene: Scene, closing: Claim, before: Sequence[tuple[Role, Claim]]) -> Iterator[Relation]:
    """The opening stock and the movements that stand unbroken before a closing one: those told after the opening, or all of them."""
    told: list[tuple[Role, Claim]] = []
    for role, claim in reversed(before):
        if role in ("", "closing"):
            break
        told.insert(0, (role, claim))
    openings = [at for at, (role, _) in enumerate(told) if role == "opening"]
    if len(openings) != 1:
        if not openings:
            yield from _left_over(scene, closing, told)
        return
    opening, flows = told[openings[0]], [pair for pair in told if pair[0] in ("in", "out")]
    net = [claim for role, claim in told if role == "net"]
    after = [pair for pair in told[openings[0] + 1 :] if pair[0] in ("in", "out")]
    if net:
        shrunk = net[-1].direction < 0 or _SHRUNK.search(last_words(net[-1])) is not None
        yield _relation(scene, closing, [opening, ("out" if shrunk else "in", net[-1])], _TOLD)
    elif flows:
        one_sided = all(role == "out" for role, _ in flows)
        if one_sided and _HERD in closing.lead:
            return  # 年末存栏a，出栏b，年末存栏c: what was born is not told
        # 年初结转a，支出b，年末结转c: what came in meanwhile is told elsewhere; 新建a，年初计划b调整为c: what moved it is not told
        elsewhere = _PLANNED.search(last_words(opening[1])) is not None or any(claim.modality == "base" for _, claim in flows)
        partly = one_sided and closing.quantity.dimension == "money" or not after and elsewhere
        yield _relation(scene, closing, [opening, *flows], _PARTLY if partly else _TOLD)
        if after and after != flows:
            yield _relation(scene, closing, [opening, *after], _TOLD)


def _backwards(scene: Scene, opening: Claim, before: Sequence[tuple[Role, Claim]]) -> Iterator[Relation]:
    """现有a，当年新增b、退出c，年初为d: the stock stands before what moved it, the opening behind."""
    flows: list[tuple[Role, Claim]] = []
    for role, claim in reversed(before):
        if role in ("in", "out"):
            flows.insert(0, (role, claim))
            continue
        both = {role for role, _ in flows} == {"in", "out"}
        if both and role in ("", "closing") and claim.clause == opening.clause:
            yield _relation(scene, claim, [("in", opening), *flows], _TOLD, "backwards")
        return


def _left_over(scene: Scene, closing: Claim, told: Sequence[tuple[Role, Claim]]) -> Iterator[Relation]:
    """收入a，支出b，调出c，结余d: where no opening is told and the words speak of no earlier years, the year stands for itself."""
    said = last_words(closing)
    plain = any(word in said for word in ("结余", "节余", "结存")) and not any(word in said for word in ("滚存", "累计", "年末", "期末"))
    if plain and len(told) > 2 and told[0][0] == "in" and all(role == "out" for role, _ in told[1:]):
        yield _relation(scene, closing, told, _TOLD)


def _net(scene: Scene, net: Claim, around: Sequence[tuple[Role, Claim]]) -> Iterator[Relation]:
    shrunk = net.direction < 0
    flows, sure = _moved(net, around)
    if {role for role, _ in flows} == {"in", "out"}:
        turned: list[tuple[Role, Claim]] = [(_turned(role, shrunk), claim) for role, claim in flows]
        yield _relation(scene, net, turned, _TOLD if sure else _PARTLY, "flows")
    opening, closing = _last(around, "opening"), _last(around, "closing")
    if opening is not None and closing is not None:
        pairs: list[tuple[Role, Claim]] = [("out" if shrunk else "in", closing), ("in" if shrunk else "out", opening)]
        # 上年滚存a，当年结余b，净上解c，滚存d: something else moved it too
        inside = [role for role, claim in around if opening.index < claim.index < closing.index]
        other = "" in inside or net.index < opening.index and bool({"in", "out"} & set(inside))
        yield _relation(scene, net, pairs, _PARTLY if other else _TOLD, "levels")


def _turned(role: Role, shrunk: bool) -> Role:
    """What a movement is to a net one that is told as so much less."""
    return "out" if (role == "in") is shrunk else "in"


def _moved(net: Claim, around: Sequence[tuple[Role, Claim]]) -> tuple[list[tuple[Role, Claim]], bool]:
    """The movements told beside a net one, all before it or all behind, and whether no figure of another sort stands among them
    (新设a户、随某公司划入b户、退出c户，净减d户)."""
    before = [pair for pair in around if pair[1].index < net.index]
    for side in (before[::-1], [pair for pair in around if pair[1].index > net.index]):
        places = [at for at, (role, _) in enumerate(side) if role in ("in", "out")]
        if {side[at][0] for at in places} == {"in", "out"}:
            return [side[at] for at in places], all(role for role, _ in side[: places[-1]])
    flows = [pair for pair in around if pair[0] in ("in", "out")]
    return flows, len(flows) == _BOTH


def _last(around: Sequence[tuple[Role, Claim]], role: Role) -> Claim | None:
    """The only figure of a role beside a net movement; None where there are several."""
    found = [claim for r, claim in around if r == role]
    return found[0] if len(found) == 1 else None


def _relation(scene: Scene, result: Claim, terms: Sequence[tuple[Role, Claim]], trust: float, sort: str = "closing") -> Relation:
    filled = [Term("whole", result.quantity.interval, result)]
    filled += [Term("less" if role == "out" else "part", claim.quantity.interval, claim) for role, claim in terms]
    return scene.relation("stock-and-flow", filled, ("balance", sort, result.index), trust)
