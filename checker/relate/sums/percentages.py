"""Percentages that are added: 甲持股27.8%，乙持股1.7%，两者合计持股29.5%; 三州占11.6%、8.2%和6.9%，三地合计占26.7%; 国有法人即甲、丙，
合计持股…. How many are added, or which, is told in words; without them it is the row right before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.chinese import FEW
from checker.claim import Claim
from checker.relate.clause import JOINTS, last_words
from checker.relate.scene import Scene
from checker.relate.sorts import proportion
from checker.relate.sums.together import summed
from checker.relation import Relation

_SURE = 0.95
_PAIR, _MOST, _REACH = 2, 8, 14
_MARKS = tuple("，；;、(")
_TOTAL = re.compile(
    "(?:^|[，；;(])(?:即|上述|以上|这)?(?:(?P<first>前)?(?P<many>[两二三四五六七八])(?:大|个|名|位|者|家|方|人|项|类|种|地)?[^，；;、0-9]{0,6})?"
    "(?:合计|共计|总计)(?P<said>[^，；;、0-9]{0,10})$"
)
# 合计持股, 合计占, 合计占公司总股本的, 合计: what is added, and not a rate of all of them together
_ADDED = re.compile("^(?:持股(?:比例)?|持有[^，]{0,8}的?|占[^，]{0,9}|比[例重]|占比)?[为达约]?$")
# of what somebody holds, or of votes
_OTHERWISE = re.compile("表决权|质押|冻结|其所?持|所持|限售|流通")
_SHARE = re.compile("占|比[重例]|持股|份额")
_NAMED = re.compile("(?:即|包括|分别为|分别是|为|是)(?P<names>[^，；;。]{3,60})，合计[^，；;]{0,8}$")
_JOINT = re.compile("、|以及|和|及|与")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every percentage told as the sum of others of its sentence with those."""
    for sentence in scene.sentences:
        for position, total in enumerate(sentence):
            # 六成半 is no sum to be recomputed
            if position < _PAIR or not _plain(total) or "成" in total.quantity.text:
                continue
            lead, place = _words(sentence, position)
            found = _TOTAL.search(lead)
            if found is not None and _ADDED.match(found["said"]):
                before = [c for c in sentence[max(0, place - _REACH) : place] if _plain(c)]
                parts = _parts(lead, sentence[place - 1], before, found)
                if len(parts) >= _PAIR:
                    yield summed(scene, total, parts, _SURE)


def _words(sentence: Sequence[Claim], position: int) -> tuple[str, int]:
    """The words before a figure, with a count that only says how many are added (前两个区合计占), and what stands before them."""
    lead, before = sentence[position].lead, sentence[position - 1]
    if before.quantity.dimension.startswith("count:") and lead[:1] not in _MARKS and before.quantity.text[:1] in "两二三四五六七八":
        return before.lead + before.quantity.text + lead, position - 1
    return lead, position


def _plain(claim: Claim) -> bool:
    told = claim.quantity
    return proportion(claim) and told.high is None and not told.hedge and claim.modality != "base" and claim.direction > 0


def _parts(lead: str, last: Claim, before: Sequence[Claim], found: re.Match[str]) -> Sequence[Claim]:
    """Those that the words name, or as many of one row or one kind as they say, or the row right before."""
    if (names := _NAMED.search(lead)) is not None:
        return _called([c for c in before if "total" not in c.cues], _JOINT.split(names["names"]))
    row = _row(before)
    if not row or row[-1] is not last:
        return ()
    count = FEW[found["many"]] if found["many"] else 0
    if not count:
        return row if _share(row[0]) else ()
    if found["first"] and len(row) > count:
        return row[:count] if _share(row[0]) else ()
    if len(row) == count:
        return row if _share(row[0]) or "占" in found["said"] and "率" not in last_words(row[0]) else ()
    kin = [c for c in before if _share(c) or c in row and _share(row[0])]
    return kin if len(kin) == count else ()


def _row(before: Sequence[Claim]) -> list[Claim]:
    """The last percentages told one after the other, joined by no more than a joint and a name."""
    row: list[Claim] = []
    for claim in reversed(before):
        if row and (row[0].index != claim.index + 1 or row[0].clause != claim.clause):
            break
        row.insert(0, claim)
        joined = claim.lead.startswith(JOINTS) or "paren" in claim.cues and any(joint in claim.lead for joint in JOINTS)
        if not joined or len(row) == _MOST:
            break
    return row


def _share(claim: Claim) -> bool:
    return _SHARE.search(last_words(claim)) is not None and _OTHERWISE.search(last_words(claim)) is None


def _called(before: Sequence[Claim], names: Sequence[str]) -> Sequence[Claim]:
    """The one percentage that bears each name, in full or in short: 省国资集团 for 省国有资本集团."""
    found: list[Claim] = []
    for name in names:
        bearing = [c for c in before if c.name and _in_short(name, c.name)]
        if len(name) < _PAIR or len(bearing) != 1 or bearing[0] in found:
            return ()
        found.append(bearing[0])
    return sorted(found, key=lambda c: c.index)


def _in_short(name: str, full: str) -> bool:
    """Whether the letters of a name stand in another in their order."""
    letters = iter(full)
    return all(letter in letters for letter in name)
