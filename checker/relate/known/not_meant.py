"""What speaks against an identity's figures being those that are meant, though they bear the names."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.claim import Claim
from checker.relate.clause import PLUS, last_words
from checker.relate.known.cast import Cast
from checker.relate.sorts import amount, one_subject

_MOVED_BESIDES = re.compile("(?:调出|上解|划转|划出|调剂|转出|核销|冲减)[^，、；;\\d]{0,6}$")
_CONVERTED, _AROUND = re.compile("折合[一-鿿]{2,8}(?:数|人数|总数)?为?$"), 12


def others_between(cast: Cast, claim: Claim, chosen: list[Claim]) -> bool:
    """利润总额a，所得税b，净利润c；其中本部利润总额d，净利润e: whether 其中 leads from the figures of all to those of a part; 上年结余a，
    调出b，年末结余c: whether something that the identity does not know of moved the account."""
    members = sorted((claim, *chosen), key=lambda one: one.index)
    if members[-1].cell is not None or members[0].block != members[-1].block:
        return False
    inner = any("其中" in member.lead for member in members[1:-1]) and members[-1].clause != members[0].clause
    own = {member.index for member in members}
    between = (one for one in cast.scene.claims[members[0].index + 1 : members[-1].index] if one.index not in own)
    return inner or any(_MOVED_BESIDES.search(one.lead) and one.quantity.dimension == claim.quantity.dimension for one in between)


def whose_else(cast: Cast, claim: Claim, chosen: list[Claim]) -> bool:
    """支出a；统筹基金当期结余b，累计结余c，可支付月数d: whether the clause began with another's name, which those chosen do not bear."""
    whose = cast.scene.whose.get(claim.index, "")
    own = replace(claim, subject=whose)
    return whose != claim.subject and any(not one_subject(own, one) for one in chosen if one.cell is None and one.clause != claim.clause)


def converted(cast: Cast, claim: Claim, chosen: list[Claim]) -> bool:
    """折合在校生25327人, 折合教师1359.5人: whether the paragraph of a ratio tells one of its sides converted, as those chosen are not."""
    near = cast.scene.claims[max(0, claim.index - _AROUND) : claim.index]
    told = [c for c in near if _CONVERTED.search(c.lead + c.name) and c.cell is None]
    return any(c.quantity.dimension == one.quantity.dimension and c not in chosen for c in told for one in chosen)


def added_to(cast: Cast, chosen: list[Claim]) -> bool:
    """受理a件，加上旧存b件，共c件，审结d件: whether something that the identity does not know of is added to one of the figures."""
    following = [next(cast.scene.after(one, 1), None) for one in chosen if one.cell is None]
    return any(one is not None and one not in chosen and PLUS.match(last_words(one)) is not None for one in following)


def one_of_several(cast: Cast, claim: Claim, chosen: list[Claim]) -> bool:
    """公司贷款13亿元、不良率1.41%，个人贷款7亿元、不良率1.68%: a sentence that gives one rate of each of several speaks of their own
    levels, not of those told before it of all."""
    others = [c for c in cast.levels.get(claim.indicator, ()) if c.sentence == claim.sentence and c.index != claim.index]
    alike = [c for c in others if c.modality == claim.modality and c.measure == claim.measure and c.period == claim.period]
    each = [c for c in (claim, *alike) if (before := next(cast.scene.before(c, 1), None)) is not None and amount(before)]
    return claim.cell is None and len(each) > 1 and claim in each and all(other.sentence != claim.sentence for other in chosen)
