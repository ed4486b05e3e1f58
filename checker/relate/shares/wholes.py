"""Which whole a percentage means: named between 占 and the figure, the whole of a list, the topic of the sentence, or what stands near.
Words, order and kind decide; the values never do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import coordinated, last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import differs, of_another_body, sorted_otherwise, words_of
from checker.relate.shares.cores import core
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.standing import alone, begins, interrupted
from checker.relate.sorts import amount

_YEAR = re.compile("(20[0-9]{2}|19[0-9]{2})年(?![0-9])")
_LARGER = (("全国", "我国"), ("全省", "我省", "省"))
_ADDED = ("新增", "新建", "净增", "新设", "新开")
_SAME = ("同期", "当年", "当期", "公司", "本行", "集团", "年度", "的")
_HEADING = 60
_EARLIER = 3000
_VERBS = ("占", "相当于")
_SURE = 0.96
_OF_LIST = 0.95
_OF_TOPIC = 0.93
_OF_EITHER = 0.85
# likelier than all others: believed where one slip would mend it
_CLEAR = 0.88
_OTHER = 0.45
_NEAR = 0.6
# characters of a name that is one without its 额: 抽查资金额
_LONG = 3
_ONE_OF_SEVERAL = 0.5
_CLOSE = 3
# 128个中, 128个行政村中，
_AMONG = re.compile("中|[一-鿿]{1,10}(?<!其)中[，,]")


def wholes(scene: Scene, share: Claim, part: Claim, topic: str) -> list[tuple[Claim, float]]:
    """Wholes the share may mean, likeliest first, each with how sure the wording is."""
    named = named_whole(share)
    ranked: dict[int, tuple[float, Claim]] = {}
    for distance, claim in enumerate(_candidates(scene, share, named or topic)):
        if claim.index == part.index or claim.index in ranked or not scene.same_things(claim, part) or claim.modality == "base":
            continue
        otherwise = named != claim.name and sorted_otherwise(scene, claim, part)
        if differs(claim) or otherwise or ruled_out(share, (part,), claim):
            continue
        score = _likeness(scene, named, topic, share, part, claim)
        # what is planned of a whole is of it all the same where no third amount is told
        planned = any(word in words_of(scene, claim) for word in "总共") and not named and alone(scene, share, part, claim)
        other = claim.modality != part.modality and not planned or _elsewhere(scene, named, share, claim)
        other = other or _only_added(scene, named, part, claim) or claim.block != part.block and of_another_body(part, claim, named)
        if other or _passed_over(scene, share, part, claim) or claim.quantity.hedge or named and sibling(scene, named, claim):
            score = min(score, _ONE_OF_SEVERAL)
        if not named and sibling(scene, named, claim):
            score = min(score, _OF_EITHER)  # 60岁及以上a，占x%，其中65岁及以上b，占y%: y may be of what x is of
        if sibling(scene, named, claim) and (score <= _NEAR or claim.index > share.index):
            score = min(score, 0.2)
        if not _of_year(share, claim) or _of_another_year(part, claim):
            score = min(score, 0.2)
        ranked[claim.index] = score - min(distance, 10) * 0.002, claim
    best = sorted(ranked.values(), key=lambda pair: -pair[0])
    if best and _singled_out(scene, named, share, part, best):
        best[0] = (_CLEAR, best[0][1])
    return [(claim, max(0.05, score)) for score, claim in best[:6]]


def _singled_out(scene: Scene, named: str, share: Claim, part: Claim, best: list[tuple[float, Claim]]) -> bool:
    """政府采购支出总额864万元，…授予中小企业703万元，占采购支出总额的: only one amount of the paragraph has the name in its words."""
    score, whole = best[0]
    wanted = core(scene, named)
    words = core(scene, whole.name) + words_of(scene, whole)
    direct = share.index - part.index <= _CLOSE and whole.index < part.index and whole.block == share.block
    others = any(c.quantity.value != whole.quantity.value and other > _OTHER for other, c in best[1:])
    return _ONE_OF_SEVERAL < score < _CLEAR and direct and len(wanted) > 1 and wanted in words and not others


def _passed_over(scene: Scene, share: Claim, part: Claim, whole: Claim) -> bool:
    """抽查120家，发现36家企业82个问题，占抽查数的: whether a figure in the whole's own unit stands between, while the part has another."""
    between = scene.claims[whole.index + 1 : share.index] if whole.index < share.index <= whole.index + 8 else ()
    unit = whole.quantity.dimension
    return part.quantity.dimension != unit and any(c.quantity.dimension == unit and c is not part for c in between)


def _of_year(share: Claim, whole: Claim) -> bool:
    """占公司2018年营业收入的: where the whole is dated, only an amount of that year is meant."""
    lead = share.lead
    told = _YEAR.findall(lead[max(lead.rfind(verb) for verb in _VERBS) + 1 :]) if any(verb in lead for verb in _VERBS) else []
    return not told or whole.period is not None and str(whole.period.last.year) in told and whole.period.months >= 12


def _of_another_year(part: Claim, whole: Claim) -> bool:
    """2024年最终核实数为180亿元。其中，第一产业12亿元: whether the whole's own words date it before all that its part is of."""
    told = _YEAR.search(last_words(whole)) is not None and part.period is not None and whole.period is not None
    return told and part.period is not None and whole.period is not None and whole.period.last < part.period.first


def _elsewhere(scene: Scene, named: str, share: Claim, whole: Claim) -> bool:
    """占全省基站总数, where neither the whole nor the text before speaks of a province: it is of a larger place than the document's."""
    names = next((words for words in _LARGER if named.startswith(words)), ())
    text = scene.document.words
    start = text.back(share.quantity.start, len(share.lead))
    said = whole.lead + whole.subject + text[: min(start, _HEADING)] + text[max(0, start - _EARLIER) : start]
    return bool(names) and not any(word in said for word in names)


def _only_added(scene: Scene, named: str, part: Claim, whole: Claim) -> bool:
    """新建基站1.3万个；累计开通4.3万个，占基站总数: what was added is not all there are."""
    words = words_of(scene, whole)
    added = any(word in words for word in _ADDED) and not any(word in named + words_of(scene, part) for word in _ADDED)
    return bool(named) and added and scene.container.get(part.index) is not whole


def sibling(scene: Scene, named: str, claim: Claim) -> bool:
    """Whether the amount has a share of the same whole of its own: 甲98件，占总数的62%；乙69件，占总数的28%."""
    after = next(scene.after(claim, 1), None)
    return after is not None and after.measure == "share" and named_whole(after) == named


def _candidates(scene: Scene, share: Claim, name: str) -> Iterator[Claim]:
    """Amounts named so anywhere before, then those before the share in its block and the blocks before, nearest first."""
    identity = scene.rules.indicator_in(name) if name else ""
    for key in (name, core(scene, name), identity):
        if key:
            yield from (c for c in reversed(scene.amounts_by_name.get(key, ())[-40:]) if c.index < share.index)
    for position in range(share.index - 1, max(-1, share.index - 60), -1):
        claim = scene.claims[position]
        if claim.block < share.block - 3:
            break
        if amount(claim):
            yield claim
    yield from (claim for claim in scene.after(share, 3) if amount(claim) and claim.clause == share.clause)


def named_whole(share: Claim) -> str:
    """The name between 占 and the share: 占(签约总额)的52.8%, 占(全县)的比重为69.1%."""
    lead = share.lead
    at, verb = max((lead.rfind(verb), verb) for verb in _VERBS)
    if at < 0:
        return ""
    name = lead[at + len(verb) :]
    for word in ("的比重", "的比例", "的份额", "比重", "比例", "比"):
        name = name.split(word)[0]
    return name.strip('的了约为达近超过有到“”" ')


def _likeness(scene: Scene, named: str, topic: str, share: Claim, part: Claim, whole: Claim) -> float:
    """How sure the wording is that `whole` is what the share is of."""
    listed = scene.container.get(part.index) is whole
    wanted = core(scene, named)
    if wanted:
        by_name = _by_name(scene, wanted, named, whole, near=share.sentence - whole.sentence <= 1)
        # a list's whole that carries no name of its own (实际完成…) may well be the one named
        # 新签约47个项目，总投资183亿元，其中…占签约总额: the list's whole is of what the sentence began with
        likely = not whole.name or len(wanted) > 1 and any(wanted in c.lead[-16:] for c in _told_before(scene, whole))
        return max(by_name, _OF_TOPIC) if listed and likely and not interrupted(scene, whole, part) else by_name
    among = not named and _AMONG.match(whole.tail) is not None and not coordinated(whole) and whole.sentence == share.sentence
    if listed or among:
        return 0.6 if interrupted(scene, whole, part) else _OF_LIST
    if topic and not named and whole.name and _same_name(topic, whole.name):
        return _OF_TOPIC
    if named:
        return _within(scene, named, part, whole)
    if whole.sentence != share.sentence:
        return 0.3
    if alone(scene, share, part, whole):
        return _OF_TOPIC
    return _CLEAR if begins(scene, share, part, whole) else _NEAR


def _within(scene: Scene, named: str, part: Claim, whole: Claim) -> float:
    """规上工业产值171亿元；经开区实现118亿元，占全县的69%: where the part leaves out what it is of, it is of what stands before."""
    if "国" in named or "省" in named and "省" not in whole.lead:
        return 0.4
    elliptical = not part.indicator and bool(whole.indicator) and whole.sentence == part.sentence
    between = [c for c in scene.claims[whole.index + 1 : part.index] if amount(c)]
    if elliptical and not between and whole.index < part.index and part.index - whole.index <= 3:
        return _OF_TOPIC
    return 0.75 if whole.indicator and whole.indicator == part.indicator else 0.4


def _by_name(scene: Scene, wanted: str, named: str, whole: Claim, near: bool) -> float:
    meant, has = scene.rules.indicator_in(named), whole.indicator
    if meant and has and meant != has:
        return 0.1
    label = core(scene, whole.name)
    clause = words_of(scene, whole)
    if wanted == label or meant and meant == has and says_no_more(scene, named, meant, clause + whole.subject):
        return _SURE
    if wanted in label + clause and len(wanted) > 1:
        # 居民用水量 is less than 用水总量
        narrowed = "总" in named and "总" not in label and label.find(wanted) > 1 and label[: label.find(wanted)] not in named
        return _OF_TOPIC if near and not narrowed and (label.endswith(wanted) or wanted != named) else 0.6
    if near and (_contracted(wanted, clause) or _shortened(wanted, label) or len(wanted) > 1 and _told_of(scene, wanted, whole)):
        return _OF_TOPIC
    if near and wanted.endswith("额") and len(wanted) > _LONG and wanted[:-1] in label + clause:
        return _OF_TOPIC
    common = sum(character in label + clause for character in set(wanted)) / len(set(wanted))
    return 0.2 + 0.3 * common if common > 0.5 else 0.1


def _told_of(scene: Scene, wanted: str, whole: Claim) -> bool:
    """抽查18个项目，面积21.6万亩；占抽查面积的: whether the sentence says so of something before it comes to its one amount of the kind."""
    told = _told_before(scene, whole)
    alone = not any(amount(c) and scene.same_things(c, whole) for c in (*told, *scene.after(whole, 6)))
    return alone and any(wanted in c.lead[-16:] for c in told)


def says_no_more(scene: Scene, named: str, meant: str, words: str) -> bool:
    """Whether the name ends in the indicator's and what stands before it does not narrow it: 境内营业收入 is less than 营业收入."""
    name = max((name for name in scene.rules.indicators[meant].names if named.endswith(name)), key=len, default="")
    before = named[: len(named) - len(name)]
    return bool(name) and (before in words or not core(scene, before) or before.endswith(_SAME))


def _told_before(scene: Scene, whole: Claim) -> list[Claim]:
    return [c for c in scene.before(whole, 6) if c.sentence == whole.sentence]


def _shortened(wanted: str, label: str) -> bool:
    """Whether a name is the other with its middle left out (基金收入 for 政府性基金预算收入)."""
    if len(wanted) < 4 or not label.endswith(wanted[2:]):
        return False
    return wanted[:2] in label[: len(label) - len(wanted) + 2]


def _contracted(wanted: str, words: str) -> bool:
    """取得证书1.6万人，其中…占取证人数的: whether the words right before the figure hold both characters of the name in order."""
    return len(wanted) == len("取证") and 0 <= words[-_LONG * 2 :].find(wanted[0]) < words[-_LONG * 2 :].find(wanted[1])


def _same_name(topic: str, name: str) -> bool:
    """Whether a topic (全市常住人口) names the amount (常住人口), give or take the place."""
    topic, name = topic.removesuffix("余额"), name.removesuffix("余额")
    longer, shorter = (topic, name) if len(topic) >= len(name) else (name, topic)
    return longer.endswith(shorter) and len(longer) - len(shorter) <= 2 < len(shorter)
