"""What the members of a list state beside their own figures: other amounts, and their shares."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import band
from checker.relate.sorts import amount

_MOST_BESIDE = 3
_LONGEST = 18
# …的4个，缺口5218万元；…的5个，金额6243万元
_ANY_MONEY = re.compile("涉及|涉案|合同|缺口|金额|资金|总额|共|计|为|约|达")


def companions(sentence: Sequence[Claim], run: Sequence[Claim]) -> list[list[Claim]]:
    """The other amounts that every member of a list states beside its own, in the same words and order: A类a户b人、B类c户d人."""
    beside = [_beside(sentence, part) for part in run]
    found: list[list[Claim]] = []
    for members in zip(*beside, strict=False):
        first = members[0]
        # 18座大型水库61.84亿立方米、96座中型水库17.36亿立方米: the noun that tells them apart may stand between
        between = all(not part.name for part in run)
        if all(c.quantity.dimension == first.quantity.dimension and (between or _words(c) == _words(first)) for c in members):
            found.append(list(members))
    return found if len(run) > 1 else []


def companion_of(sentence: Sequence[Claim], whole: Claim, first: Claim) -> Claim | None:
    """What a whole states beside itself in the dimension of the second row of its list."""
    found = [c for c in _beside(sentence, whole) if c.quantity.dimension == first.quantity.dimension and c.index < first.index]
    if found:
        return found[0]
    # 项目212个，新建88个、续建124个，计划投资468亿元。按领域分，甲类a个、b亿元: farther off, where it is the only one
    far = [c for c in sentence if whole.index < c.index < first.index and c.quantity.dimension == first.quantity.dimension]
    far = [c for c in far if amount(c) and c.modality != "base" and "paren" not in c.cues]
    return far[0] if len(far) == 1 else None


def _beside(sentence: Sequence[Claim], part: Claim) -> list[Claim]:
    """The amounts of other dimensions right after a figure, before the next of its own dimension."""
    found: list[Claim] = []
    at = part.index - sentence[0].index + 1
    for other in sentence[at : at + _MOST_BESIDE] if at > 0 else ():
        if other.quantity.dimension == part.quantity.dimension or ("paren" in other.cues) != ("paren" in part.cues):
            break
        if amount(other) and other.modality != "base" and not band(other):
            found.append(other)
    return found


def _words(claim: Claim) -> str:
    words = claim.lead.strip("，、,和及与;() ")
    return _ANY_MONEY.sub("", words) if claim.quantity.dimension == "money" else words


def with_shares(sentence: Sequence[Claim], run: Sequence[Claim]) -> int:
    """T，其中：甲a，占p%；乙b，占q%；丙c，占r%: how many members each have their share, the next one's name right behind the semicolon."""
    first = sentence[0].index
    count = 0
    for part in run:
        behind = sentence[part.index - first + 1 : part.index - first + 3]
        shared = any("share" in c.cues and c.clause == part.clause and c.lead.startswith("，占") for c in behind)
        named = part.lead.startswith(";") and not any(mark in part.lead[1:] for mark in "，、；;:") and len(part.lead) <= _LONGEST
        if not shared or part is not run[0] and not named:
            break
        count += 1
    return count if count > 1 else 0
