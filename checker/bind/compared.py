"""Which figures are what another one is compared with, or what it was led away from, by the words around them."""

from __future__ import annotations

import re

from checker.rules import Rules

PARTICLES = "了约为是达近超逾:： 有共分别依次各也均仍只仅就"
# 比 and 较 that compare (not 占比, 同比, 比重, 比例); 与 and 同 do so only at the head of a clause
COMPARISON = re.compile("^[与同]|(?<![占同环之对百无相比])[比较](?![重例率较赛如价])")
_WORN = re.compile(f"(?:(?<!平)均|[{PARTICLES.replace('均', '')}的]){{1,12}}$")
# the same where no 的 shows that an amount is compared with: 较大, 较高 and their like qualify what follows, but 较多年均值 compares
_TURNING = re.compile("(?<![占同环之对百无相比])[比较](?:多年)?(?![重例率较赛如价大小高低好多少强快差])")
_SHORT, _MOVES = 4, frozenset("增减多少升降涨跌")
# 由3月1日的每公斤21.4元
_APIECE = re.compile("(?:(?<=的)|^)每[一-鿿]{1,3}$")
# 环比二季度的13.84亿元下降; 同比增长的172户 are how many grew
_PERIOD_BEFORE = re.compile("[同环]比(?P<period>[^，]{1,8})的$")
# 农林水支出上年预算数为5462万元
_ACCOUNT_BEFORE = re.compile("(?:上年|去年|上年度)(?:预算|决算|执行|完成|实际)数$")
_PRONOUN = re.compile("(?:这一|该)[\u4e00-\u9fff]{1,4}$")
_NOUNS = re.compile("[案事理缘自]由")
# what kind of level the figure between 较 and its noun is
_SORT_OF = re.compile("的[\u4e00-\u9fff]{3,10}$")
# 由11名董事组成: what something is made up of is no level that it came from
_COMPOSED = re.compile("[^，。；、;]{0,8}(?:组成|构成)")


def of_before(segment: str, tail: str, rules: Rules) -> bool:
    """Whether a figure behind these words is a base: what another one is compared with or came from."""
    words = rules.wording
    compared = _compared(segment, tail, words["base"], (*words["increase"], *words["decrease"]))
    based = compared or _opened_by_from(segment) or _led_on(segment, tail, words["reach"])
    return based and not (segment.endswith("由") and _COMPOSED.match(tail))


def _led_from(segment: str, tail: str, verbs: tuple[str, ...]) -> bool:
    """较常年均值98.7毫米偏多1.9倍, 比年初预算数324万元减少11万元: right after the figure stands the verb of what it is compared with."""
    verb, turn = tail.strip("，, "), _TURNING.search(segment)
    if turn is not None and turn.end() == len(segment) and _SORT_OF.match(verb) is not None:
        return verb.endswith(verbs)  # 较8,500元的控制线高出764元
    if turn is None or len(verb) > _SHORT or not verb.endswith(verbs):
        return False
    if turn.start() and turn.end() == len(segment) and segment.endswith("比") and tail.startswith("，"):
        return False  # 存贷比84.0%，同比上升: a ratio, and another clause
    return not set(segment[turn.end() :]) & _MOVES


def _compared(segment: str, tail: str, base: tuple[str, ...], verbs: tuple[str, ...]) -> bool:
    """比上年的24.3亿元, 与2015年的386120人相比, (上年为61.1%): the figure is what another is compared with."""
    if tail.startswith(("相比", "比较")) or _led_from(segment, tail, verbs):
        return True
    before = _PERIOD_BEFORE.search(segment)
    if before is not None and not before["period"].endswith((*verbs, "持平")) or _ACCOUNT_BEFORE.search(segment.rstrip(PARTICLES)):
        return True
    bare = _PRONOUN.sub("", _WORN.sub("", segment).removeprefix("而"))
    if COMPARISON.search(segment) and (segment.endswith("的") or bare.endswith(base)):
        return True
    # 其中上半年a
    return not segment.startswith(("其中", "今年")) and bare.endswith(base) and (len(bare) <= 8 or segment.startswith(base))


def _opened_by_from(segment: str) -> bool:
    """由…到: the figure right after 由/从, or after 由2016年(底)的."""
    segment = _NOUNS.sub("··", segment)
    at = max(segment.rfind("由"), segment.rfind("从"))
    if at < 0:
        return False
    rest = _APIECE.sub("", segment[at + 1 :])
    dated = all(c.isdigit() or c in "年月日时点分底末初的约近第十五四三二一" for c in rest)
    return dated or rest.rstrip("的").endswith(("年", "底", "末", "初", "期", "月", "平均", "原来", "原先", "最初", "法定", "现行", "原定"))


# 由首轮的a扩大到b, 从启动时的a逐步增至b: whatever is told between 由 and the figure
_ONWARD = re.compile("(?<![自经理])[由从][^由从，]{1,8}的$")


def _led_on(segment: str, tail: str, reach: tuple[str, ...]) -> bool:
    """Whether a figure behind 由 and a moment is what the verb right behind it leads away from."""
    return len(tail) <= _SHORT + _SHORT and tail.endswith(reach) and _ONWARD.search(segment) is not None
