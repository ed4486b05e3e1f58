"""What a percentage is called where another is compared with it: 规上工业 for 规模以上工业增加值, 城镇居民 for 农村居民."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.topic import bare, last_clause

ALL = "各项"
# 全社会用电量 is all the 用电量 there is
_OVER_ALL = "全社会"
_NOUNS = (
    "增长速度", "平均水平", "增速", "增幅", "涨幅", "降幅", "增长", "水平", "平均", "均值", "同期",
    "总体", "整体", "累计", "占比", "比重", "余额", "总额",
)
# 月末全市金融机构本外币各项存款: what the central bank's branches put before the name of a total
_PLAIN = re.compile("(?:全[国省市县区]|我[国省市县区]|[0-9]{0,2}[年月]?末|[0-9]{0,2}月份?|金融机构|银行业|本外币|人民币|辖内|各类){0,6}")
_FEWEST, _FEW = 2, 6
_BARE = ("增速", "增幅", "涨幅", "降幅", "名义增速", "实际增速")
_JOINTS = ("、", "和", "及", "，")


def core(scene: Scene, words: str) -> str:
    """全省平均水平 → 全省: the name without the nouns that say what sort of figure it is."""
    before = ""
    words = words.rpartition(ALL)[2]
    while before != words:
        before = words
        # 均 of 平均 is no adverb
        for noun in _NOUNS:
            words = words.removesuffix(noun)
        words = bare(scene, words).removeprefix("全部").removeprefix("所有")
    return words


def names(scene: Scene, name: str, now: Claim, other: Claim, whole: bool = False) -> bool:
    """Whether the other percentage is of that name: of the same thing elsewhere (全国), or of a whole of its own (规上工业)."""
    if other.period and now.period and other.period != now.period:
        return False
    if name.startswith("全") and len(name) == 2:
        own = {"", now.name, now.name.removeprefix(now.subject)}
        return other.name.removeprefix(name).removeprefix("平均") in own and name in last_clause(other.lead)
    if not _PLAIN.fullmatch(other.subject):
        return False
    plain = other.name.removeprefix(other.subject)
    if name.startswith(_OVER_ALL) and len(name) > len(_OVER_ALL) + 1:
        name, plain = name.removeprefix(_OVER_ALL), plain.removeprefix(_OVER_ALL)
    if _parallel(name, now.name, plain) or (whole or ALL in other.name) and name == core(scene, other.name):
        return True
    same = bool(other.indicator) and scene.rules.indicator_in(name) == other.indicator
    return name == plain or same or abbreviates(name, plain) or _ends_in(name, now, other)


def enumerated(scene: Scene, claim: Claim) -> Claim:
    """城镇、农村居民人均收入分别为a、b，增速依次为c、d: the first of as many rates as there are amounts under the first one's name."""
    if claim.name not in _BARE or "respectively" not in claim.cues:
        return claim
    run = [claim, *itertools.takewhile(lambda c: c.measure == claim.measure and c.lead in _JOINTS, scene.after(claim, _FEW))]
    told = scene.claims[max(0, claim.index - len(run)) : claim.index]
    fits = len(told) == len(run) > 1 and all(c.sentence == claim.sentence and "respectively" in c.cues for c in told)
    return replace(claim, name=told[0].name, indicator=told[0].indicator) if fits else claim


def _ends_in(name: str, now: Claim, other: Claim) -> bool:
    """基金收入增长6.5%，支出增长8.1%，快于收入: the end of a longer name in the same sentence; 进出口 is no 出口."""
    return other.sentence == now.sentence and other.name.endswith(name) and len(other.name) - len(name) >= len(name) >= _FEWEST


def _parallel(name: str, now: str, other: str) -> bool:
    """城镇居民 for 城镇居民人均可支配收入 beside 农村居民人均可支配收入: the name with the end that both have."""
    rest = other[len(name) :]
    return len(name) > 1 and len(rest) > 1 and other.startswith(name) and now.endswith(rest) and now != other


def abbreviates(short: str, name: str) -> bool:
    """规上工业 for 规模以上工业增加值: its characters in order."""
    rest = iter(name)
    return len(short) > 2 and short[0] == name[:1] and all(character in rest for character in short)
