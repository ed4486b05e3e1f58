"""A share of a named whole that only one amount told before can be by its words: 在岗职工2146人 … 高级职称386人，占职工总数的18.0%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import beside_each_other, differs, listed, of_another_body, sorted_otherwise
from checker.relate.shares.cores import core
from checker.relate.shares.elsewhere import JOINED, LARGER, called_whole
from checker.relate.shares.numerators import MONEY, numerator
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.shares.wholes import named_whole, sibling
from checker.relate.sorts import amount, one_scale
from checker.relation import Relation

_SURE = 0.93
_REACH = 160
_NEAR = 6
_SHORTEST = 2
_LOOSE = 3
_NOUN = re.compile("[一-鿿]{0,8}")
_CLAUSE = 20
_KINDS = re.compile("(?:资金|款项)?(?:总|总的)?(?:金额|数额|额|人数|户数|家数|件数|数量|数|量|人)$")
_TIMES = re.compile("^(?:本期|本年|本年度|年度|当年|同期|报告期|期末|年末|公司|本行|全行|本次|全部|所有|上述|其)")
_DENIED = ("不", "未", "非", "无")
_SOME = ("部分", "中的", "其中")
_NARROW = frozenset({"part", "paren", "each"})


def relations(scene: Scene, share: Claim) -> Iterator[Relation]:
    """The part of a share over the one amount of its kind before it whose words hold all that the whole is called."""
    wanted = called_whole(scene, share)
    part = numerator(scene, share, [c for c in scene.before(share, _NEAR) if amount(c)]) if wanted else None
    if part is not None and MONEY.search(wanted) and part.quantity.dimension != "money":
        return  # 四村占全镇村集体经营性收入的64.3%: the count says whose share it is
    if part is None or share.measure != "share" or wanted.startswith(LARGER) or JOINED.search(wanted):
        return
    thing = _thing(scene, wanted)
    # 高级职称386人，正高128人、副高258人，占职工总数的: a member of a list may stand for all of it
    if len(thing) < _SHORTEST or part.quantity.hedge or share.quantity.hedge or listed(scene, part):
        return
    found = [c for c in scene.claims[max(0, share.index - _REACH) : share.index] if _may_be(scene, share, part, c, wanted)]
    for fits in (_whole, _in_pieces):
        told = [c for c in found if fits(thing, _words(scene, c))]
        if told:
            if len({c.quantity.value for c in told}) == 1 and not ruled_out(share, (part,), told[-1]):
                yield share_of(scene, share, (part,), told[-1], ("share", share.index), _SURE)
            return


def _thing(scene: Scene, wanted: str) -> str:
    thing = core(scene, _TIMES.sub("", wanted)).replace("的", "")
    return _KINDS.sub("", thing).removesuffix("总")


def _may_be(scene: Scene, share: Claim, part: Claim, whole: Claim, wanted: str) -> bool:
    if whole is part or not amount(whole) or whole.modality != part.modality or whole.quantity.hedge or whole.cell is not None:
        return False
    if _NARROW & whole.cues or differs(whole) or sibling(scene, named_whole(share), whole):
        return False
    if not scene.same_things(part, whole) or not one_scale(part, whole):
        return False
    dated = whole.period is None or part.period is None or whole.period.last.year == part.period.last.year
    return dated and not sorted_otherwise(scene, whole, part) and not of_another_body(part, whole, wanted)


def _words(scene: Scene, claim: Claim) -> str:
    """What stands before a figure in its clause, its name, and the noun right after it."""
    before = last_words(beside_each_other(scene, claim)[-1])[-_CLAUSE:]
    found = _NOUN.match(claim.tail)
    return claim.subject + claim.name + "|" + before + (found.group() if found else "")


def _whole(thing: str, words: str) -> bool:
    at = words.find(thing)
    # 不起诉129人 are none of those 起诉, 首次授予部分 not all that was 首次授予
    return at >= 0 and words[max(0, at - 1) : at] not in _DENIED and not words[at + len(thing) :].startswith(_SOME)


def _in_pieces(thing: str, words: str) -> bool:
    """接待国内外游客 for 接待游客: whether the words of a name come back one after the other."""
    pieces = [thing[at : at + 2] for at in range(0, len(thing), 2)]
    places = [words.rpartition("|")[2].find(piece) for piece in pieces]
    return thing not in words and len(thing) > _LOOSE and len(thing) % 2 == 0 and -1 not in places and places == sorted(places)
