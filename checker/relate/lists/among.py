"""Figures among the members of a list that are none: what became of a part, and how many others there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from checker.claim import Claim
from checker.relate.clause import last_words, silent
from checker.relate.lists.spoken_of import other_side
from checker.rules import Rules

_FATES, _OTHERS = ("已", "未", "尚未", "仍未"), ("另有", "另外")
_MARK = re.compile("[，、；;。:(]")
# figures of a list that are looked through
_MOST = 24


def became(rules: Rules, sentence: Sequence[Claim], at: int, run: Sequence[Claim], joined: str) -> bool:
    """其中重大隐患43处，已整改39处; 实到a人，其中复查b人，未到c人; 其中大暴雨a站，另有b站大雨: what became of a part, or came of the
    others, is no other part, nor what stands beside the number of those who got it (个人负担的a已退还2860人次、b)."""
    other, beside = sentence[at], sentence[at - 1]
    if joined == "，":
        said = last_words(other)
        others = said.startswith(_OTHERS) and "其中" in run[0].lead
        return others or said.startswith(_FATES) and not _fated(rules, run[0]) and not other_side(said, last_words(run[0]))
    if joined == ";" and last_words(other).startswith(_FATES):
        return not other_side(last_words(other), last_words(run[0]))  # 在建143个；其中竣工97个；尚未开工的43个正在办理手续
    return "paren" not in other.cues and silent(other) and beside not in run and last_words(beside).startswith("已")


def _fated(rules: Rules, head: Claim) -> bool:
    """Whether the list itself is of what became of its whole: 其中已整改39处, 其中完工12个."""
    return any(word in last_words(head) + _MARK.split(head.tail[:8])[0] for word in (*rules.wording["done"], *rules.wording["pending"]))


def names_next(rules: Rules, sentence: Sequence[Claim], at: int) -> bool:
    """其余10个乡镇67个村: whether a figure is the number of the others and only names the one behind it."""
    said = last_words(sentence[at]).lstrip("、和及与")
    named = f"{said}{sentence[at].quantity.text}"
    return said.startswith(rules.wording["others"]) and at + 1 < len(sentence) and sentence[at + 1].name.startswith(named)


def nested(sentence: Sequence[Claim], position: int, opens: Callable[[Sequence[Claim], int], float]) -> set[int]:
    """供水a；排水b，含雨水c、污水d；燃气e: the places of those that take a member apart before the list goes on behind a semicolon."""
    answer: set[int] = set()
    parted = inside = False
    for at in range(position + 1, min(position + _MOST, len(sentence))):
        semicolon = ";" in sentence[at].lead
        inside = not semicolon and (inside or parted and sentence[at].lead.startswith("，") and opens(sentence, at) > 0)
        parted = parted or semicolon
        if inside:
            answer.add(at)
    return answer
