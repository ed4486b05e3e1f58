"""Contributions to growth and what they pull it by: pull = growth × contribution, pulls make up the growth, contributions make 100 %."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.sorts import proportion
from checker.relation import Relation, Term, term

_SURE = 0.94
_REACH = 24
_JOINTS = frozenset("、和与及 ")
_ECONOMY = ("经济", "GDP", "生产总值")
_GDP = "地区生产总值"


def relations(scene: Scene) -> Iterator[Relation]:
    """Every contribution rate with the pull said beside it, and what several of them make together."""
    for sentence in scene.sentences:
        rates = [run for run in _runs(sentence, "贡献率") if proportion(run[0])]
        pulls = [run for run in _runs(sentence, "拉动") if run[0].measure == "points"]
        for run in (*rates, *pulls):
            growth = _growth(scene, run[0])
            if len(run) > 1 and _complete(scene, sentence, run):
                yield from _together(scene, run, growth)
        for run in rates:
            beside = next((p for p in pulls if p[0].index > run[-1].index and len(p) == len(run)), None)
            growth = _growth(scene, beside[0]) if beside else None
            if beside and growth is not None:
                for pull, rate in zip(beside, run, strict=True):
                    terms = [term("pull", pull), term("growth", growth), term("contribution", rate)]
                    yield scene.relation("pull-of-contribution", terms, ("pull", pull.index), _SURE)


def _runs(sentence: list[Claim], word: str) -> Iterator[list[Claim]]:
    """The figures that one word introduces: 贡献率分别为a、b和c."""
    for position, head in enumerate(sentence):
        if word in head.lead and head.modality != "base":
            run = [head]
            for other in sentence[position + 1 :]:
                if other.quantity.dimension != head.quantity.dimension or not set(other.lead) <= _JOINTS:
                    break
                run.append(other)
            yield run


def _complete(scene: Scene, sentence: list[Claim], run: list[Claim]) -> bool:
    """Whether the words name a set of which all members follow: 三次产业, 三大需求; 三次产业结构为a∶b∶c，对经济增长的贡献率分别为: those
    whose structure was told."""
    head, sets = run[0], scene.rules.wording["whole_sets"]
    if any(word in head.lead for word in sets):
        return True
    told = [c for c in sentence if c.index < head.index and c.quantity.ratio is not None and any(word in c.lead for word in sets)]
    one_each = bool(told) and told[-1].quantity.ratio is not None and told[-1].quantity.ratio[2] == len(run)
    return one_each and head.lead.lstrip("，;； ").startswith("对")


def _together(scene: Scene, run: list[Claim], growth: Claim | None) -> Iterator[Relation]:
    parts = [term("part", claim) for claim in run]
    if run[0].measure == "points":
        if growth is not None:
            yield scene.relation("pulls-of-growth", [term("whole", growth), *parts], ("pulls", run[0].index), _SURE)
    else:
        whole = Term("whole", Interval.exactly(1), None, "100%")
        yield scene.relation("structure-of-hundred", [whole, *parts], ("structure", run[0].index), _SURE)


def _growth(scene: Scene, claim: Claim) -> Claim | None:
    """The rate that is pulled: of the economy, or of what the words between 拉动 and 增长 name."""
    lead = claim.lead
    thing = lead[lead.rfind("拉动") + 2 :] if "拉动" in lead else lead[lead.rfind("对") + 1 :]
    thing = thing.split("增长")[0].strip("的全市县省区国年")
    economy = any(word in thing for word in _ECONOMY)
    for position in range(claim.index - 1, max(-1, claim.index - _REACH), -1):
        rate = scene.claims[position]
        if rate.measure != "rate" or rate.cell is not None or rate.average or rate.modality != "result":
            continue
        if economy and rate.indicator == _GDP or not economy and len(thing) > 1 and rate.name.endswith(thing):
            return rate
    return None
