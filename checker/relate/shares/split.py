"""Shares of one whole that exhaust it by their names: 税收收入占57.8%，非税收入占42.2%."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import JOINTS
from checker.relate.lists.closed import sets_beside
from checker.relate.scene import Scene
from checker.relate.shares.subject import no_narrower
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, proportion
from checker.relation import Relation, Term, term

_SURE = 0.95
_MOST = 8


def relations(scene: Scene) -> Iterator[Relation]:
    """Every run of shares in a sentence whose subjects are the members of a closed set, each once."""
    for sentence in scene.sentences:
        shares = [(c, _subject(scene, c)) for c in sentence if proportion(c) and c.modality != "base" and "占" in c.lead]
        if 1 < len(shares) <= _MOST and all(subject for _, subject in shares):
            yield from _exhausted(scene, shares)


def _exhausted(scene: Scene, shares: list[tuple[Claim, str]]) -> Iterator[Relation]:
    named = {named_whole(share) for share, _ in shares} - {""}
    # of a company's capital the two ways of selling shares, or two kinds of them, leave the rest
    if len(named) > 1 or any("股本" in whole or "股份" in whole for whole in named):
        return
    if any(share.quantity.hedge for share, _ in shares):
        return
    if any(proportion(c) and c.lead in JOINTS for share, _ in shares for c in scene.after(share, 1)):
        return  # 民营企业占69.6%；外商投资企业、国有企业各占23.5%、6.9%
    for words in sets_beside(scene.rules, [subject for _, subject in shares]):
        members = {_member(subject, words): subject for _, subject in shares}
        # 小学教师中本科以上占a，初中教师中研究生占b: shares of other things
        narrower = any(subject == member for member, subject in members.items()) and any(
            not no_narrower(subject, member) for member, subject in members.items() if member
        )
        beside = {subject.replace(member, "", 1) for member, subject in members.items()} - {""}
        if set(members) == set(words) and len(beside) < 2 and not narrower:
            whole = Term("whole", Interval.exactly(1), None, "100%")
            parts = [term("part", share) for share, _ in shares]
            yield scene.relation("structure-of-hundred", [whole, *parts], ("structure", shares[0][0].index), _SURE)
            return


def _member(subject: str, words: tuple[str, ...]) -> str:
    """The longest member that the subject begins or ends with, '' if none."""
    return max((word for word in words if subject.startswith(word) or subject.endswith(word)), key=len, default="")


def _subject(scene: Scene, share: Claim) -> str:
    """Whose share it is: the noun before 占 in its clause, or the name of the amount before it."""
    lead = share.lead
    at = lead.rfind("占")
    own = lead[max(lead.rfind(mark, 0, at) for mark in "，、；;:(。") + 1 : at].strip("所约各均共分别其中 ")
    if own:
        return own
    before = next(scene.before(share, 1), None)
    return before.name if before is not None and amount(before) and before.sentence == share.sentence else ""
