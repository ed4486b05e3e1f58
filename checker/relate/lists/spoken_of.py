"""Lists that name what they take apart: 审结案件中，刑事a件、民事b件 after 审结c件."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.clause import last_words

_BRACKETS = re.compile(r"\([^()]{0,8}\)")
_AMONG = re.compile(r"(?:[^，。；、;:(]{0,12}[^，。；、;:(集其]|^)中[，,:]|，后者中")
_TOPIC = re.compile(r"^(?:在|上述|这些|以上|全部|所有|被|已|经)?([^，。；、;:(]{1,12}[^，。；、;:(集其])中[，,:]")
# what a noun may add to the name of its whole
_GENERAL = re.compile("(?:案件|项目|总数|总量|余额|数量|资金|人员|单位|企业)$")
_NOUN = re.compile("[一-鿿]{0,8}")
_SHORTEST = 2


def among(lead: str) -> bool:
    """233座水库中，大型2座; 12个县(市、区)中，a个…: 中 ends the words right behind the whole."""
    return _AMONG.match(_BRACKETS.sub("", lead.lstrip(";"))) is not None


def topic(lead: str) -> str:
    """What a list says it takes apart (重点项目中，… → 重点项目), '' if it does not."""
    found = _TOPIC.match(lead.lstrip(";"))
    return found.group(1) if found is not None else ""


def names(noun: str, claim: Claim) -> bool:
    """Whether a noun is what a figure is of: its words hold the noun's characters in order, but for a general word at its end."""
    said = iter(claim.name + last_words(claim) + _NOUN.match(claim.tail).group())  # type: ignore[union-attr]
    core = _GENERAL.sub("", noun) or noun
    return len(core) >= _SHORTEST and all(character in said for character in core)
