"""What a rate is named after: 化解 of 化解率, 支出 of 支出进度."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.around import words_of

ENDINGS = ("频率", "率", "进度", "面", "度")
# 前五名占销售额的集中度 says itself what it is of
_SAID_OF = ("占", "的")
# endings of what may be a share of a sum or a growth as well
LOOSE = ("度",)
_ROOT = 2
_DENIED = ("不", "未")
# words before a rate's name that leave it a rate of the same thing
_PLAIN = re.compile(
    "全[国省市县区州镇乡行院校]|我[国省市县区]|总体|整体|平均|实际|全年|年末|期末|当期|目前|本年|上半年|年均|综合|年度|累计|公司|本行|该行|项目"
    "|城市|各地|案件|余额|(?<!当)[年月]|[全其的末日]"
)
_DIGITS = re.compile("(?:[0-9.、，日—至-]|(?<!当)[年月])+")
# 按户计算的消除率, 人数消除率: what a rate is counted in
_COUNTED = re.compile("按[^，。；]{1,6}(?:计算?|统计|口径)|[户人件宗]数|金额|面积|个数")


def named_after(rate: Claim) -> tuple[str, str]:
    """The name of the rate and the two characters it is named after (化解率: 化解); '' if it is no rate of something done."""
    words = rate.lead[max(rate.lead.rfind(mark) for mark in "，、；;:(。") + 1 :].rstrip("为达到是约超了均已仅 ")
    if not words.endswith(ENDINGS) and rate.name.endswith(ENDINGS):
        # 出险率由上年的18.2%降至16.4%: the name stands before the rate of old
        words = rate.name
    ending = next((e for e in ENDINGS if words.endswith(e)), "")
    stem = words[: len(words) - len(ending)]
    root = stem[-_ROOT:] if ending and not (ending in LOOSE and any(word in stem for word in _SAID_OF)) else ""
    known = len(root) == _ROOT and all("一" <= character <= "鿿" for character in root)
    if known and stem[:-_ROOT].endswith(_DENIED):
        # 不起诉率 is named after those not prosecuted
        root = stem[-_ROOT - 1 :]
    return words, root if known else ""


def clause(scene: Scene, claim: Claim) -> str:
    """The last words of a figure's clause before it."""
    return words_of(scene, claim)[-14:]


def of_less(prefix: str, said: str) -> bool:
    """Whether what stands before a rate's name makes it one of something that the words of its operands do not name."""
    own = _DIGITS.sub("", _PLAIN.sub("", _COUNTED.sub("", prefix)))
    told = sum(own[at : at + 2] in said for at in range(len(own) - 1))
    return len(own) > 1 and told * 2 < len(own) - 1
