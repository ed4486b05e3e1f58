"""What was due, what was done and what that leaves: 应提a，实提b，少提d; 核定a，实有b，超编d; 计划招a，取消计划b，实招c."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import alike, last_words
from checker.relate.scene import Scene
from checker.relate.sorts import one_thing
from checker.relation import Relation, Term

_BACK, _SPAN = 6, 40
_DUE = re.compile("应(?![用急对邀届变急运])|按规定|须|核定|定额|标准")
_DONE = re.compile("^(?:但|而|其中)?(?:实(?![施现行名验体])|仅|只|已|现)|[一-鿿]{1,8}(?:仅|只)[一-鿿]{0,3}$")
# 送审a，审定b，核减d
_SUBMITTED = re.compile("(?:送审|报审|上报|申报|报送)[一-鿿]{0,6}$")
_APPROVED = re.compile("^(?:经?[一-鿿]{0,4})?(?:审定|核定|审核后|评审后|核准|批复)[一-鿿]{0,6}$")
_REDUCED = re.compile("^(?:共|累计|净)?(?:核减|审减|调减|压减)[一-鿿]{0,4}$")
_SHORT = re.compile("^(?:尚|还|仍|共|累计|即|实际)?(?:少|欠|差|缺|漏|短|未)[一-鿿]{0,4}$")
_OVER = re.compile("^(?:共|累计|即|实际)?(?:多|超)[一-鿿]{1,3}$")
_PLANNED = re.compile("计划|原[有定]|申报|拟")
_CUT = re.compile("核减|取消|剔除|扣除|放弃|撤销|调减|核销")
_ACTUAL = re.compile("^(?:最终|实(?![施现行名验体]))")
# What is due, what was done and the difference in three clauses are one subtraction in nearly all published texts.
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every difference behind what was due and what was done, every actual number behind a planned one and what was struck off it."""
    previous: list[Claim] = []
    for sentence in scene.sentences:
        for position, last in enumerate(sentence):
            if position and "paren" not in last.cues and alike(last, last):
                yield from _actual(scene, previous, sentence, position)
            told = alike(last, last) or last.measure == "change" and last.modality != "base"
            if position > 1 and "paren" not in last.cues and told:
                yield from _difference(scene, sentence, position)
        previous = sentence


def _near(sentence: Sequence[Claim], position: int) -> list[Claim]:
    """The figures of the kind before one, nearest first, none in a bracket."""
    last = sentence[position]
    before = reversed(sentence[max(0, position - _BACK) : position])
    return [c for c in before if alike(last, c) and "paren" not in c.cues and c.modality != "base" and one_thing(last, c)]


def _said(scene: Scene, claim: Claim) -> str:
    """The words of a figure's clause up to it, over the numbers in them: 应以收入的1%计提经费."""
    text = scene.document.words[max(0, claim.quantity.start - _SPAN) : claim.quantity.start]
    return text[max(text.rfind(mark) for mark in "，。；：,;:\n") + 1 :]


def _difference(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    gap = sentence[position]
    words = last_words(gap)
    less, over, reduced = _SHORT.match(words), _OVER.match(words), _REDUCED.match(words)
    near = _near(sentence, position)[:2]
    if not (less or over or reduced) or len(near) < len(("due", "done")):
        return
    done, due = near
    if reduced:
        if gap.quantity.dimension != "money" or not (_SUBMITTED.search(last_words(due)) and _APPROVED.search(last_words(done))):
            return
        terms = [Term(role, c.quantity.interval, c) for role, c in (("gap", gap), ("greater", due), ("lesser", done))]
        yield scene.relation("difference-in-words", terms, ("gap", gap.index), _TOLD)
        return
    if _DUE.search(_said(scene, due) + due.tail[:3]) and _DONE.match(last_words(done)) and not _DONE.match(last_words(due)):
        greater, lesser = (done, due) if over else (due, done)
        terms = [Term(role, c.quantity.interval, c) for role, c in (("gap", gap), ("greater", greater), ("lesser", lesser))]
        yield scene.relation("difference-in-words", terms, ("gap", gap.index), _TOLD)


def _cut(claim: Claim) -> bool:
    """Whether a figure tells what was struck off: 取消计划8名, 6名对象自愿放弃."""
    behind = re.split("[，、；;。:(]", claim.tail)[0]
    return _CUT.search(last_words(claim)) is not None or not last_words(claim).strip("，其中有") and _CUT.search(behind) is not None


def _actual(scene: Scene, previous: Sequence[Claim], sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """计划招a，取消计划b，实招c; 拟向a名对象授予。b名自愿放弃，实际授予c名: what was planned may stand alone in the sentence before."""
    actual = sentence[position]
    near = _near(sentence, position)
    if not _ACTUAL.match(last_words(actual)) or not near or not _cut(near[0]) or "同比" in last_words(near[0]):
        return
    if len(near) == 1 and previous and previous[-1].block == actual.block:
        before = _near([*previous, actual], len(previous))
        near = [*near, *before] if len(before) == 1 else near
    cut = near[0]
    planned = next((c for c in near[1:] if _PLANNED.search(_said(scene, c))), None)
    if planned is not None and not _cut(planned):
        terms = [Term("whole", actual.quantity.interval, actual), Term("part", planned.quantity.interval, planned)]
        yield scene.relation("stock-and-flow", [*terms, Term("less", cut.quantity.interval, cut)], ("actual", actual.index), _TOLD)
