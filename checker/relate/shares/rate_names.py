"""What a rate is named after: 化解 of 化解率, 支出 of 支出进度."""

from __future__ import annotations

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
