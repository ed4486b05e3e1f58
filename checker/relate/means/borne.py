"""What each bears of a sum that several share at given proportions: 省、市按6:4分担, 市、区四六分担, 省、市、县按60%、24%、16%承担."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_SHARED = "分担|负担|承担|分摊|共担|分成|分配|筹措|配套|出资|安排|补助|投入|分享|分账"
_BY = re.compile("按照?|以")
_TELLS = re.compile(f"^的?(?:比例|标准)?(?:进行|予以|共同|分别|分级|各自|由其|来)?(?:{_SHARED})")
# 市、区两级按四六比例分担: the proportion is a word
_WORD = re.compile(
    "(?P<names>[^，。；;0-9]{2,24}?)(?:两级|双方)?(?:财政)?(?:分别|各)?(?:按照?|以)?"
    f"(?P<first>[一二三四五六七八九])(?P<second>[一二三四五六七八九])开?的?(?:比例)?(?:{_SHARED})"
)
_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九", 1)}
_TEN = 10
_BEARS = re.compile(
    "(?:承担|负担|分担|应担|安排|配套|出资|投入|分得|分享|补助|资金|分成|筹措|自筹|分摊|财政|级|留成|所得|拨付|各|下达|金额)"
    "(?:为|约为|约|共|资金|金额|部分)?$"
)
_JOINT = re.compile("[、和与及]|以及")
_COMMON = re.compile("由|财政|两级|三级|分别|按照?|各|资金|所需|经费|，|级|政府|则|双方|共同")
_NOT_WHOLE = re.compile("上年|去年|同期|其中|增|减|比|较|另|剩余|结余|累计")
_PAID = re.compile("下达|到位|拨付|支付|支出|实际|已|以来|安排|投入")
_LEVELS = "级"
_NEAR = 3
_FEWEST, _MOST = 2, 4
_SURE = 0.94
_TOTAL = Decimal(1)


def relations(scene: Scene) -> Iterator[Relation]:
    """Every sum of a sentence whose words say at what proportions it is shared, with what each of the parties bears."""
    for sentence in scene.sentences:
        for at, claim in enumerate(sentence):
            rates = _rates(sentence, at)
            if rates:
                behind = sentence[at + len(rates) :]
                names = _names(last_clause(claim.lead))
                if behind and _BY.search(last_clause(claim.lead)) and _TELLS.match(behind[0].lead):
                    yield from _borne(scene, sentence[:at], behind, names, rates)
            elif amount(claim) and (found := _in_words(sentence, at)) is not None:
                first = next((c for c in sentence if amount(c)), claim)
                before = sentence[:at] if first is not claim else ()
                yield from _borne(scene, before, sentence[at:], *found)


def _rates(sentence: Sequence[Claim], at: int) -> list[Term]:
    """The proportions that begin with this figure: members of one a∶b, or percentages that make a hundred."""
    run = [sentence[at]]
    ratio = run[0].quantity.ratio
    for claim in sentence[at + 1 : at + _MOST]:
        same = claim.quantity.ratio is not None and ratio is not None and claim.quantity.ratio[0] == ratio[0]
        percent = ratio is None and claim.quantity.dimension == "fraction" and claim.lead in JOINTS
        if not (same or percent):
            break
        run.append(claim)
    shares = ratio is None and run[0].quantity.dimension == "fraction" and run[0].measure in ("level", "share")
    if len(run) < _FEWEST or not (shares or ratio is not None and ratio[1] == 0):
        return []
    total = sum((c.quantity.value for c in run), Decimal(0))
    if not total or any(c.quantity.value <= 0 or c.quantity.hedge for c in run):
        return []
    if shares:
        return [Term("rate", Interval.exactly(c.quantity.value), c) for c in run]
    return [Term("rate", Interval.exactly(c.quantity.value / total), c, f"({c.quantity.text} ÷ {total:f})") for c in run]


def _names(words: str) -> list[str]:
    """省 and 市 of 由省、市按."""
    before = _BY.split(words)[0].rpartition("由")[2]
    return [_COMMON.sub("", part) or part for part in _JOINT.split(before) if part]


def _in_words(sentence: Sequence[Claim], at: int) -> tuple[list[str], list[Term]] | None:
    """四六分担 in the words before a figure."""
    lead = sentence[at].lead
    if at and sentence[at - 1].quantity.text.endswith(_LEVELS):
        lead = sentence[at - 1].lead + sentence[at - 1].quantity.text + lead  # 市、区两级财政按四六比例
    found = _WORD.search(lead)
    if found is None:
        return None
    parts = [_DIGITS[found[side]] for side in ("first", "second")]
    if sum(parts) != _TEN:
        return None
    return _names(found["names"]), [Term("rate", Interval.exactly(Decimal(part) / _TEN), None, f"{part} ÷ {_TEN}") for part in parts]


def _borne(
    scene: Scene, before: Sequence[Claim], behind: Sequence[Claim], names: Sequence[str], rates: Sequence[Term]
) -> Iterator[Relation]:
    """The whole stands before the proportions or right behind them; what each bears follows in their order, each by its name."""
    sums = [c for c in behind if amount(c) and c.modality != "base" and "paren" not in c.cues]
    wholes = [c for c in before if amount(c) and c.quantity.dimension == "money" and not _NOT_WHOLE.search(last_clause(c.lead))]
    whole = wholes[-1] if wholes else None
    if whole is None and len(sums) > len(rates):
        whole, sums = sums[0], sums[1:]
    elif whole is None and len(sums) == len(rates):
        whole = _sentence_before(scene, behind[0])
    borne = sums[: len(rates)]
    if whole is None and len(sums) == len(rates):
        yield from _of_all_shares(scene, borne, rates)
    if whole is None or len(names) != len(rates) or whole.quantity.hedge or not _each_named(borne, names):
        return
    if any(c.quantity.dimension != whole.quantity.dimension or c.quantity.hedge for c in borne):
        return
    for part, rate in zip(borne, rates, strict=True):
        base = Term("base", Interval.exactly(whole.quantity.value) if part.quantity.step < whole.quantity.step else whole.signed, whole)
        yield scene.relation("amount-by-rate", [term("amount", part), base, rate], ("borne", part.index), _SURE)


def _of_all_shares(scene: Scene, borne: Sequence[Claim], rates: Sequence[Term]) -> Iterator[Relation]:
    """按60%、24%、16%分担，分别为7255.21万元、2902.08万元和1934.72万元: each of what all of them make, where the shares make a whole."""
    shares = [rate.claim for rate in rates if rate.claim is not None and rate.claim.quantity.ratio is None]
    listed = "respectively" in borne[0].cues and not _PAID.search(borne[0].lead) and all(c.lead.startswith(JOINTS) for c in borne[1:])
    alike = len({c.quantity.dimension for c in borne}) == 1 and not any(c.quantity.hedge for c in borne)
    if len(shares) == len(borne) and listed and alike and sum(c.quantity.value for c in shares) == _TOTAL:
        for part, rate in zip(borne, rates, strict=True):
            others = [term("part", c) for c in borne if c is not part]
            yield scene.relation("share-of-siblings", [rate, term("part", part), *others], ("borne", part.index), _SURE)


def _each_named(borne: Sequence[Claim], names: Sequence[str]) -> bool:
    """Whether each sum is told with the name of its bearer and with none of the others'."""
    if len(borne) != len(names) or len(set(names)) != len(names):
        return False
    words = [last_clause(c.lead).rpartition("、")[2] for c in borne]
    own = all(_said(name, said) for name, said in zip(names, words, strict=True))
    return own and all(_BEARS.search(said) or said.endswith(name) for said, name in zip(words, names, strict=True))


def _said(name: str, words: str) -> bool:
    return name in words or name[0] in words[:3]


def _sentence_before(scene: Scene, first: Claim) -> Claim | None:
    """The one sum of money of the sentence before."""
    near = [c for c in scene.before(first, 2 * _NEAR) if c.sentence == first.sentence - 1 and c.quantity.dimension == "money"]
    plain = len(near) == 1 and amount(near[0]) and near[0].modality != "base" and not _NOT_WHOLE.search(last_clause(near[0].lead))
    return near[0] if plain else None
