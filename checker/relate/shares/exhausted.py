"""Percentages in a row that leave nothing of their whole out: 分三期归属，比例依次为40%、30%、30%; 现有股东三家，持股比例分别为…; A占42%、
B占31%、其余占27%; 男、女职工分别占…. The words say that the row is complete: it makes 100 however far off it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import last_words
from checker.relate.lists.closed import complementary, partition
from checker.relate.scene import Scene
from checker.relate.shares.closed import narrowed
from checker.relate.sorts import amount, proportion
from checker.relation import Relation, Term, term

# 48 of 48 such rows in clean documents make 100; the words may still leave one out, so that a slip must mend them
_SURE = 0.96
_PAIR, _MOST, _HEAD = 2, 12, 160
_NUMBERS = "零一二三四五六七八九十"
_MANY = "[两二三四五六七八九十]|1[0-2]|[2-9]"
_JOINT = re.compile("、|以及|和|及|与")
_TURNS = re.compile("分别|依次|各(?=占)")
# what is divided in so many steps, or among so many sides: 分三期解除限售, 三级财政分担
_IN_STEPS = re.compile(
    f"分(?P<many>{_MANY})个?(?:期|批|次|年度?|阶段)[^，。；;]{{0,8}}"
    "(?:归属|解除限售|解锁|行权|支付|付款|拨付|缴付|缴纳|出资|到位|下达)"
    f"|(?P<sides>{_MANY})(?:级|方|家|者|地)(?:财政|股东|单位|政府|共同)?[^，。；;]{{0,4}}(?:分担|负担|承担|分摊|出资)"
)
_PORTIONS = re.compile("比例(?:依次|分别|各)?(?:为|是)?:?$")
_BY_YEAR = re.compile("分(?:年度?|期|批)(?:资金|投资)?(?:用款|使用|投入|支付|拨付)(?:计划)?的?比例(?:依次|分别)?为?$")
# all the holders there are, and not the 前五大股东
_HOLDERS = re.compile(
    f"(?:现有|在册|共有|全部|登记)(?:(?P<many>{_MANY})[家名位]股东|股东(?P<told>{_MANY})[家名位])(?![^。；;]{{0,40}}以上)"
)
_HELD = re.compile("持股|股权|持有|出资|股份")
# in a list of names what is left of them; shares that each have a 占 of their own are read where the others are (closed)
_REST = re.compile("^(?:其余|剩余|余下)(?![额款])[^，。0-9]{0,12}$")
_REST_IS = re.compile("^(?:其余|剩余|余下)的?(?:占比?|为|是)?$")
# 占比分别为a%和b%，其余为票据贴现: what is left has no percentage of its own
_GOES_ON = re.compile("[，；、](?:其余|其他|其它|余下|剩余|余)")
_SHARE = re.compile("占|比[重例]|份额")
_OF_A_WHOLE = re.compile("占|比重|份额")
# 出口、进口分别占全省的: each of its own kind there
_OF_PLACE = re.compile("(?:全[国省市县区州]|世界|全球|同期|其|各自)的?(?:比[重例])?(?:分别|依次)?[为是达]{0,2}$")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such row with the hundred per cent that it makes."""
    for sentence in scene.sentences:
        for row in _rows(scene, sentence):
            if _PAIR <= len(row) <= _MOST and _complete(scene, sentence, row):
                whole = Term("whole", Interval.exactly(1), None, "100%")
                terms = [whole, *(term("part", c) for c in row)]
                yield scene.relation("structure-of-hundred", terms, ("structure", row[0].index), _SURE)


def _rows(scene: Scene, sentence: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The percentages of a part of the sentence told one after the other; what a bracket tells of one of them is left out."""
    row: list[Claim] = []
    for claim in sentence:
        if not _plain(claim):
            if "paren" not in claim.cues:
                yield row
                row = []
        elif row and (claim.clause != row[-1].clause or "其中" in claim.lead):
            yield row
            row = [claim]
        elif not _inner(scene, claim):
            row.append(claim)
    yield row


def _plain(claim: Claim) -> bool:
    told = claim.quantity
    percent = proportion(claim) and told.high is None and not told.hedge and claim.direction > 0
    return percent and claim.modality != "base" and "total" not in claim.cues


def _inner(scene: Scene, claim: Claim) -> bool:
    """Whether a bracket that holds the percentage takes apart the one before it: 住房类占77.5%(购房占28.4%，还贷占49.1%)."""
    if "paren" not in claim.cues:
        return False
    ahead = [c for c in scene.after(claim, 1) if proportion(c) and "paren" in c.cues and "(" not in c.lead]
    return bool(ahead) or "(" not in claim.lead


def _complete(scene: Scene, sentence: Sequence[Claim], row: Sequence[Claim]) -> bool:
    first = row[0]
    start = scene.document.words.back(sentence[0].quantity.start, len(sentence[0].lead))
    head = scene.document.words[max(start, first.quantity.start - _HEAD) : first.quantity.start]
    if any(word in head for word in scene.rules.wording["overlap"]) or narrowed(scene, first) or _GOES_ON.match(row[-1].tail):
        return False
    if any(claim.lead.strip("、和及与以 ") for claim in row[1:]):
        return _among_holders(head, row) or _with_rest(sentence, row)
    names = _names(first)
    resting = len(names) == len(row) and bool(_REST.match(names[-1])) and _SHARE.search(last_words(first)) is not None
    return resting or _divided(head, row) or _among_holders(head, row) or _closed(scene, row, names)


def _names(first: Claim) -> list[str]:
    """甲、乙和丙 of 甲、乙和丙占全部的比重分别为."""
    return _JOINT.split(_TURNS.split(re.split("[，；;。:]", first.lead)[-1])[0])


def _number(word: str) -> int:
    return int(word) if word.isascii() else 2 if word == "两" else _NUMBERS.index(word)


def _told_many(found: re.Match[str] | None, row: Sequence[Claim]) -> bool:
    """Whether the words tell of as many as there are percentages."""
    return found is not None and _number(next(word for word in found.groups() if word)) == len(row)


def _divided(head: str, row: Sequence[Claim]) -> bool:
    told = _told_many(next(reversed(list(_IN_STEPS.finditer(head))), None), row) and _PORTIONS.search(head) is not None
    return told or _BY_YEAR.search(head) is not None


def _among_holders(head: str, row: Sequence[Claim]) -> bool:
    found = _HOLDERS.search(head)
    return _told_many(found, row) and found is not None and _HELD.search(head[found.end() :]) is not None


def _with_rest(sentence: Sequence[Claim], row: Sequence[Claim]) -> bool:
    """Whether the last of the row is what is left of all, and all the shares that the sentence tells are in the row."""
    last = re.split("[，、；;:()和及与]", row[-1].lead)[-1]
    if not _REST_IS.match(last) or not all(_SHARE.search(last_words(claim)) for claim in row[:-1]):
        return False
    members = {claim.index for claim in row}
    others = [c for c in sentence if c.index < row[-1].index and c.quantity.dimension == "fraction" and c.index not in members]
    return not any(_SHARE.search(last_words(claim)) for claim in others)


def _closed(scene: Scene, row: Sequence[Claim], names: Sequence[str]) -> bool:
    """男、女职工分别占a和b; 男性a人、女性b人，分别占…: a closed set of what the percentages are of."""
    said = re.split("[，；;。:]", row[0].lead)[-1]
    # 职工、居民报销比例分别为a和b: each its own rate
    if _OF_A_WHOLE.search(said) is None or _OF_PLACE.search(said):
        return False
    if len(names) != len(row):
        before = [c for c in scene.before(row[0], len(row)) if c.sentence == row[0].sentence and amount(c)][::-1]
        if len(before) != len(row) or len({c.quantity.dimension for c in before}) > 1:
            return False
        names = [c.name for c in before]
    return all(names) and (partition(scene.rules, names) or complementary(names))
