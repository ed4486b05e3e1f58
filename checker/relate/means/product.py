"""A rate times its base: 按25%的税率缴纳, 合同价的5%，即…, 逾期率…逾期金额…: the amount that follows a percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.likeness import coverage, ending, label, told
from checker.relate.scene import Scene
from checker.relate.shares.portions import in_bracket
from checker.relate.shares.sanity import ruled_out
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_BY = re.compile(r"(?:按照?|以)(?P<base>[^，。；;、:]{0,20}?)的?$")
_OF = re.compile(r"(?P<base>[^，。；;、:]{2,20})的(?:近|约)?$")
_CHARGED = re.compile(
    r"^的?(?:比例|税率|费率|利率|标准|幅度)?(?:计算|测算)?，?(?:应|需|共|可|将|已)?"
    r"(?:缴纳|提取|计提|缴|交|支付|收取|计取|预留|扣留|扣除|征收|代扣|代缴|补助|奖励|配套|返还|补贴|奖补|补偿|赔付|赔偿|退还|退税|返税"
    r"|给予|发放|拨付|预付|预拨|安排|承担|分担|核定|折算|提成|分成)"
    r"|^(?:计算|测算|折算|核算|计)(?:为|得|出|约为)$"
)
_DEFINED = re.compile(r"^(?P<made>[^，。；;、:]{2,14}?)(?:为|按照?|是)(?P<base>[^，。；;、:]{2,20})的$")
_ITS = re.compile("其(?:总额|金额|总价|价款|费用|余额)?$")
_RULED = re.compile("(?:按照?|依照?|以)[^，。；;、:]{0,16}$")
_BY_TIME = re.compile("日|天|月利|年利|年化")
_STRAIGHT = re.compile("^的?[一-鿿]{2,16}(?:为|共计)?$")
_LESS = re.compile("扣除|减去|剔除|核减|下浮")
# (1,493,300.00元)后的签约合同价的20%: of less than what is so named
_PAID_LESS = re.compile("^[，(（](?:已|并|另|其中)?(?:扣|抵)")
_LESSENED = re.compile("后的[^，]{2,20}的?$")
_LIMIT = re.compile("最[高低多少]|上限|封顶|不超|限额|不低于|不少于")
_NEIGHBOURS = 12
_NAMELY = re.compile(r"^[，(]?(?:即|计|合计|共计|折合|金额为|约合)(?:为|人民币|约|不少于|不低于|不超过)?$")
# a rate of a price or a fee is laid down, a share of what was done is measured
_LAID_DOWN = re.compile("^(?![^，]{0,80}[占达完])[^，]{0,20}(?:价|价款|费用?|税额|本金|限额|基数)$")
_ENDING = 3
_SURE = 0.94
_NEAR = 0.93
_RIVAL = 0.5
_INTEREST = re.compile("(?<!半)年(?:付|应付)?(?:利息|付息|息)$|每年[^，]{0,4}(?:利息|付息)$")
_TOPIC = 4
_WINDOW = 160
_ROOT = 2
_CLOSE = 2


def relations(scene: Scene) -> Iterator[Relation]:
    """For every percentage followed by the amount that it makes, the base that the words name."""
    for claim in scene.prose:
        if claim.quantity.dimension == "fraction" and claim.measure in ("level", "share") and claim.quantity.ratio is None:
            yield from _defined(scene, claim)
            follower = next(scene.after(claim, 1), None)
            made = follower is not None and amount(follower) and follower.modality != "base" and follower.quantity.hedge != "above"
            if made and follower is not None and follower.clause == claim.clause:
                yield from _made(scene, claim, follower)


def _made(scene: Scene, rate: Claim, made: Claim) -> Iterator[Relation]:
    clause = last_clause(rate.lead)
    if _LESSENED.search(clause):
        return
    if (base := in_bracket(scene, rate)) is not None:
        if scene.same_things(base, made) and _NAMELY.match(made.lead):
            yield laid_down(made_by(scene, rate, made, base, _SURE))
        return
    charged = _CHARGED.match(made.lead) is not None and _LIMIT.search(made.lead) is None
    by, of = _BY.search(clause), _OF.search(clause)
    if _right_behind(scene, rate, made):
        yield from (laid_down(made_by(scene, rate, made, base, _SURE)) for base in scene.before(rate, 1))
    elif _NAMELY.match(made.lead) and of is not None and _ITS.search(of["base"]):
        yield from (laid_down(r) for r in _of_neighbour(scene, rate, made))
    elif _NAMELY.match(made.lead) and of is not None:
        named = by_name(scene, rate, made, re.split("[按占为]", of["base"])[-1])
        yield from (laid_down(r) if _LAID_DOWN.search(of["base"]) else r for r in named)
    elif charged and by is not None and told(by["base"]):
        yield from (laid_down(r) for r in by_name(scene, rate, made, by["base"]))
    elif charged and by is not None:
        yield from (laid_down(r) for r in _of_neighbour(scene, rate, made))
    elif "利率" in clause and _INTEREST.search(made.lead):
        yield from _interest(scene, rate, made)
    elif root := _root_named(rate, made):
        whose = last_clause(rate.lead).partition(root)[0]
        bases = (r for r in _of_neighbour(scene, rate, made) if root not in label(scene, r.claims[1]))
        # 管理糖尿病患者1.3万人，老年人健康体检率73%，体检3.6万人: a rate of others
        yield from (r for r in bases if len(told(whose)) < _ROOT or coverage(whose, label(scene, r.claims[1])) > 0)


def _right_behind(scene: Scene, rate: Claim, made: Claim) -> bool:
    """按利润总额1860万元的10%计提公积金186万元: the base is told between 按 and the rate, what it makes behind it without a stop."""
    base = next(scene.before(rate, 1), None)
    if base is None or base.clause != rate.clause or rate.lead not in ("的", "") or not may_be_base(base, made) or base.quantity.hedge:
        return False
    ruled = _RULED.search(last_clause(base.lead)) is not None and _BY_TIME.search(base.lead) is None
    ruled = ruled and _PAID_LESS.match(made.tail) is None
    return ruled and _STRAIGHT.match(made.lead) is not None and not _LIMIT.search(made.lead) and not rate.quantity.hedge


def _defined(scene: Scene, rate: Claim) -> Iterator[Relation]:
    """基准价为平均报价的98%: what is defined and what it is a rate of, each stated by its name somewhere around."""
    found = _DEFINED.search(last_clause(rate.lead))
    if found is None:
        return
    around = [c for c in (*scene.before(rate, _NEIGHBOURS), *scene.claims[rate.index + 1 : rate.index + _NEIGHBOURS]) if amount(c)]
    near = [c for c in around if c.cell is None and c.block == rate.block and c.modality != "base"]
    made, base = ([c for c in near if _called(c, name)] for name in found.group("made", "base"))
    if len(made) == len(base) == 1 and made[0].quantity.dimension == base[0].quantity.dimension:
        yield laid_down(made_by(scene, rate, made[0], base[0], _NEAR))


def _called(claim: Claim, name: str) -> bool:
    """Whether the words before a figure end in the name, whatever 的 stands in either."""
    return claim.lead.rstrip("为达约是").replace("的", "").endswith(name.replace("的", ""))


def by_name(scene: Scene, rate: Claim, made: Claim, name: str) -> Iterator[Relation]:
    """The base is named between 按 and the rate, or before 的: amounts so called anywhere before, likeliest first."""

    def fit(base: Claim) -> tuple[bool, int, float, int]:
        # 合同价扣除暂列金额后为3183万元 is no 合同价
        less = _LESS.search(label(scene, base)) is not None and _LESS.search(name) is None
        return not less, ending(name, label(scene, base)), coverage(name, label(scene, base)), base.index

    found = sorted((c for c in _amounts_before(scene, rate, made) if not ruled_out(rate, (made,), c)), key=fit, reverse=True)
    for rank, base in enumerate(found[:4]):
        common = ending(name, label(scene, base))
        if common >= _ROOT:
            yield made_by(scene, rate, made, base, _SURE if rank == 0 and common >= min(_ENDING, len(name)) else _RIVAL)


def _of_neighbour(scene: Scene, rate: Claim, made: Claim) -> Iterator[Relation]:
    """利润总额2400万元，按25%的税率缴纳所得税600万元: the base is the amount right before the rate."""
    near = [c for c in scene.before(rate, 6) if c.sentence == rate.sentence and may_be_base(c, made) and not _itself_made(scene, c)]
    near = [c for c in near if not ruled_out(rate, (made,), c) and not c.quantity.hedge and not _LIMIT.search(last_clause(c.lead))]
    for rank, base in enumerate(near[:3]):
        close = rank == 0 and rate.index - base.index <= _CLOSE and base.clause == rate.clause
        yield made_by(scene, rate, made, base, _NEAR if close and "增值税" not in made.lead else _RIVAL)


def _itself_made(scene: Scene, claim: Claim) -> bool:
    """按5%提取公益金120万元，按10%提取公积金240万元: what one rate made is no base of the next."""
    before = next(scene.before(claim, 1), None)
    return before is not None and before.quantity.dimension == "fraction" and _CHARGED.match(claim.lead) is not None


def _interest(scene: Scene, rate: Claim, made: Claim) -> Iterator[Relation]:
    """债券期限15年，利率3.2%，年付息640万元: interest is on the principal in the sentence, or on the loan that the sentence begins with."""
    head = next(c for c in (*reversed(list(scene.before(rate, 6))), rate) if c.sentence == rate.sentence)
    own = [c for c in scene.before(rate, 6) if c.sentence == rate.sentence and may_be_base(c, made)]
    topic = head.lead.strip("。；; ")[:_TOPIC]
    if own:
        yield made_by(scene, rate, made, own[0], _NEAR if len(own) == 1 else _RIVAL)
    elif len(topic) == _TOPIC:
        named = [c for c in _amounts_before(scene, rate, made) if topic in label(scene, c)][::-1]
        for rank, base in enumerate(named[:3]):
            yield made_by(scene, rate, made, base, _NEAR if rank == 0 else _RIVAL)


def _root_named(rate: Claim, made: Claim) -> str:
    """The root of the rate that the amount after it is called by: 逾期 of 逾期率0.3‰，逾期金额8万元; '' if it is not."""
    at = rate.lead.rfind("率")
    root = rate.lead[max(0, at - _ROOT) : at]
    named = at >= _ROOT and len(rate.lead) - at <= _CLOSE * 2 and last_clause(made.lead).startswith(root)
    return root if named else ""


def _amounts_before(scene: Scene, rate: Claim, made: Claim) -> Sequence[Claim]:
    return [c for c in scene.earlier(rate, _WINDOW) if c is not made and may_be_base(c, made)][::-1]


def may_be_base(claim: Claim, made: Claim) -> bool:
    """Whether an amount is of the kind of what a rate made of it."""
    priced = claim.measure == "mean" and "价" in claim.lead[-4:]
    return (amount(claim) or priced) and claim.quantity.dimension == made.quantity.dimension and claim.modality != "base"


def laid_down(relation: Relation) -> Relation:
    """The relation with its rate taken as laid down: 按25%的税率 is 25 % and nothing beside it."""
    made, base, rate = relation.terms
    written = rate.claim.quantity if rate.claim is not None else None
    if written is None or written.hedge or written.high is not None:
        return relation
    return replace(relation, terms=(made, base, replace(rate, interval=Interval.exactly(written.value))))


def made_by(scene: Scene, rate: Claim, made: Claim, base: Claim, trust: float) -> Relation:
    """The amount as the base times the rate."""
    quantity = made.quantity
    # the product is rounded to the cent, however exact the sum that is then paid
    rounded = Interval.around(quantity.value, quantity.step / 2) if quantity.exact and quantity.step < 1 else made.signed
    terms = [Term("amount", rounded, made), term("base", base), term("rate", rate)]
    return scene.relation("amount-by-rate", terms, ("made", made.index), trust)
