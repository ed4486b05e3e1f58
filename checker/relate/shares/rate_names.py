"""What a rate is named after: 化解 of 化解率, 支出 of 支出进度."""

from __future__ import annotations

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.around import words_of

_ENDINGS = ("频率", "率", "进度", "面")
_ROOT = 2
_DENIED = ("不", "未")


def named_after(rate: Claim) -> tuple[str, str]:
    """The name of the rate and the two characters it is named after (化解率: 化解); '' if it is no rate of something done."""
    words = rate.lead[max(rate.lead.rfind(mark) for mark in "，、；;:(。") + 1 :].rstrip("为达到是约超了均已仅 ")
    if not words.endswith(_ENDINGS) and rate.name.endswith(_ENDINGS):
        # 出险率由上年的18.2%降至16.4%: the name stands before the rate of old
        words = rate.name
    ending = next((e for e in _ENDINGS if words.endswith(e)), "")
    stem = words[: len(words) - len(ending)]
    root = stem[-_ROOT:] if ending else ""
    known = len(root) == _ROOT and all("一" <= character <= "鿿" for character in root)
    if known and stem[:-_ROOT].endswith(_DENIED):
        # 不起诉率 is named after those not prosecuted
        root = stem[-_ROOT - 1 :]
    return words, root if known else ""


def clause(scene: Scene, claim: Claim) -> str:
    """The last words of a figure's clause before it."""
    return words_of(scene, claim)[-14:]
