"""Lists that no word opens: a figure, a comma, and the parts one after the other (评查案件1600件，优质512件、合格1059件、瑕疵29件)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from checker.claim import Claim
from checker.relate.clause import alike, apiece, coordinated, last_words
from checker.relate.lists.closed import complementary, partition
from checker.relate.lists.kinds import kindred
from checker.relate.lists.members import closes, joints
from checker.rules import Rules

_LONGEST = 10
_PERIOD = re.compile("[上下]半年|第?[一二三四1-4]季度|1?[0-9]月(?:份)?|20[0-9]{2}年")
_SEEN = re.compile("(?:从(?![全整总])|按(?!揭))[^，。；;:]{1,8}(?:看|分|分类)?[，:]")
_PAIR, _MOST = 2, 8
# 监测36家景区，甲级2家: the noun that the whole counts may stand between
_BEHIND = re.compile("[一-鿿A-Za-z]{0,8}，")
_COUNTED_UP = re.compile("共(?!同|享|建|有产)|总数|合计")
# kinds that overlap or are picked at will
_PICKED = ("企业", "项目", "人口", "户", "党员", "干部", "桩")
_SUMMED = re.compile("合计|共计|总计|一?共(?![同享建])")
# what names that end so are of, and what is told on the roads of a place beside them
_THINGS, _NO_ROADS = frozenset("管渠林桥坝堤闸库站茶蚕奖牌警"), ("铁路", "航道", "轨道", "管道", "水路")
_NOUN = re.compile("[一-鿿]{0,8}")
_ALL = ("各类", "各种", "各级", "各项", "全部")
# Where neither the whole nor the names say that these are all (公园18个，广场4个、停车场5个), it takes a slip to believe it.
_TOLD, _IN_ALL, _SIBLINGS = 0.95, 0.8, 0.8
# 较大事故, 公共卫生事件
_NO_COMPARING = re.compile("较[大小轻重]|公共")
_COMPARED = ("比", "较", "占", "同比", "环比", "累计", "合计", "共", "其中", "同期", "上年", "去年")


def appended(sentence: Sequence[Claim], run: Sequence[Claim], rules: Rules) -> float:
    """How sure it is that figures told right behind another are its parts: joined by 、 behind a comma, each named by what tells it from
    the others and by no act of its own; behind commas alone only where the names leave nothing out. 0 if they are not."""
    head, position = run[0], run[0].index - sentence[0].index
    if position < 1 or len(run) < _PAIR or not behind(head):
        return 0.0
    whole, marks = sentence[position - 1], joints(sentence, run)
    if position > 1 and whole.lead.startswith("，") and alike(head, sentence[position - 2]):
        return 0.0  # 甲59家，乙128家，丙36家、丁12家: one more of a series
    before = [c for c in sentence[:position] if "part" in c.cues and alike(head, c) and c.clause == whole.clause - 1]
    if whole.lead.startswith(";") and before:
        return 0.0  # 共t，其中甲a，占b%；乙c，丙d，其他e: one more of a list
    if position > 1 and sentence[position - 2].quantity.dimension == "grade" and coordinated(sentence[position - 2]):
        return 0.0  # 三级医院5家、二级医院12家，公立9家、民营8家: of both grades
    names = [last_words(part).lstrip("、和及与，;") for part in run]
    # 中小学、幼儿园共10所，…、幼儿园5所: of what is joined the name is the last
    one_of_them = whole.name in names and "、" not in whole.lead
    set_of = partition(rules, names)
    bare = set_of and partition(rules, names, bare=True)
    kin = kindred(rules, sentence, whole, run)
    told = bare or kin or all(_plain(name, rules) or set_of and name.startswith("有效") for name in names)
    if not _may_hold(whole, head) or not told or one_of_them or _summed_up(sentence, run) or _of_another_thing(whole, names):
        return 0.0
    closed = kin or set_of or any(complementary(pair) for pair in combinations(names[:_MOST], _PAIR))
    if closes(rules, run[-1]):
        return _TOLD  # 干线a、支线b，其余c: who tells of the rest has told of all
    alone = marks <= {"，"} and in_all(sentence, whole, run)
    if marks != {"、"}:
        return _TOLD if closed and marks <= {"，", ";"} else _IN_ALL if alone else 0.0
    # 零售和餐饮企业a，零售b、餐饮c: the whole names its parts
    named = all(name in whole.lead for name in names)
    summed = last_words(whole).endswith(("共", "共有", "总数为", "总计")) and len(names) > _PAIR
    general = summed or any(word in last_words(whole) for word in _ALL) or len(names) > _PAIR and names[-1].endswith(("以下", "以上"))
    return _TOLD if closed or named or general else _SIBLINGS


def _of_another_thing(whole: Claim, names: Sequence[str]) -> bool:
    """道路12公里，干渠8公里、支渠20公里; 作品600件，一等奖2件、二等奖8件: whether the names end in a thing that the whole is none of."""
    made = last_words(whole) + _NOUN.match(whole.tail).group()  # type: ignore[union-attr]
    things = {name[-1:] for name in names}
    if any(name.endswith("公路") for name in names):
        return any(word in made for word in _NO_ROADS)
    return len(things) == 1 and (thing := next(iter(things))) in _THINGS and thing not in made


def in_all(sentence: Sequence[Claim], whole: Claim, run: Sequence[Claim]) -> bool:
    """本年共组织考试12场，笔试8场，面试4场: whether a sentence begins by telling how many there are in all, and names of one make fill the
    rest of it."""
    names = [last_words(part).lstrip("、和及与，;") for part in run]
    counted = whole.quantity.dimension == "person" or whole.quantity.dimension.startswith("count:")
    fills = whole is sentence[0] and len(run) == len(sentence) - 1 and run[-1].tail[:1] in "。;"
    built = all(names) and (len({name[-1:] for name in names}) == 1 or len({len(name) for name in names}) == 1)
    # 公共图书馆12个，文化馆13个，博物馆8个: siblings
    made = last_words(whole)
    beside = made[-1:] == names[0][-1:] and any(len(name) > _PAIR and not name.endswith(made[-_PAIR:]) for name in names)
    return counted and fills and built and not beside and _COUNTED_UP.search(made) is not None and not names[0].endswith(_PICKED)


def _summed_up(sentence: Sequence[Claim], run: Sequence[Claim]) -> bool:
    """倒塌a间，严重损坏b间、一般损坏c间，共计t间: whether a total behind a list takes in what stands before it."""
    following = sentence[run[-1].index - sentence[0].index + 1 :][:1]
    return any(alike(run[0], c) and c.clause == run[0].clause and _SUMMED.match(last_words(c)) for c in following)


def behind(head: Claim) -> bool:
    """Whether nothing but a comma, and the noun of the figure before it, stands between that and the words of a figure."""
    return _BEHIND.match(head.lead) is not None


def _may_hold(whole: Claim, head: Claim) -> bool:
    """Whether a figure may be the whole of those behind it: no part, base or ratio itself."""
    of_a_part = apiece(whole) or coordinated(whole) or "中，" in whole.lead or _SEEN.search(whole.lead)  # 从案由看，甲a，乙b，其他c
    if not alike(head, whole) or of_a_part or "paren" in (*whole.cues, *head.cues):
        return False
    # 上半年 is what later figures are compared with, and here a part of the year
    period = head.modality == "base" and _PERIOD.fullmatch(head.lead.lstrip("，")) is not None
    return (period or whole.modality == head.modality) and not whole.quantity.hedge and not head.quantity.hedge


def _plain(name: str, rules: Rules) -> bool:
    """Whether the words of a part only tell which one it is."""
    if _PERIOD.fullmatch(name):
        return True
    verbs = (*rules.wording["acts"], *rules.wording["achieve"], "加", "减", "扣", "另", "还")
    acts = name.startswith(verbs) and not name.startswith(rules.wording["no_achieving"])
    return 0 < len(name) <= _LONGEST and not acts and not any(word in _NO_COMPARING.sub("", name) for word in _COMPARED)
