"""A count, and the sum beside it, that numbered paragraphs divide among them: 发现37个问题，涉及2.86亿元 before （一）…，问题9个，涉及a;
（二）…，问题8个，涉及b."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.counts.numbering import Run, outline
from checker.relate.scene import Scene
from checker.relate.sorts import amount, counted
from checker.relation import Relation, term

# how many blocks above its first item an announcement may stand, and how many figures in front of an item's own
_ABOVE, _FIRST = 5, 4
_NOUN, _LEAST, _MOST, _PAIR = 2, 2, 12, 2
_ASPECT = "方面"
# the amount with which a part begins, and one told of all parts before them
_AMOUNT = re.compile("(?:金额|资金|涉及|合计|共计)(?:合计|共计|共|为|达)?$")
_ALL_THAT_IS = re.compile("(?:能够?|可以?)(?:计量|量化)")
# of another year, or of some of them
_THEN = re.compile("上年|去年|上期|上一年|以前年度")
_ELSE = re.compile("其中|完成|整改|已|尚|正在|其余|余下")
_OPENING, _FAR_ABOVE = 60, 14
_GENERAL = re.compile("涉及|涉案|资金|金额|问题|其中|[共总计约为的，、；;]")
# Where every one of the numbered paragraphs says how many of the things announced it is about, they are all of them.
_TOLD = 0.94
_SAID = 0.93
# The last amount before a colon may be of another matter than the paragraphs below it.
_BELOW = 0.85


def relations(scene: Scene) -> Iterator[Relation]:
    """Every announced count of things with those that each of the numbered paragraphs behind it tells, and likewise the money of them."""
    for run in outline(scene.document).runs:
        if run.broken or not _LEAST <= len(run.blocks) <= _MOST:
            continue
        yield from _listed_below(scene, run)
        yield from _amounts_first(scene, run)
        whole = next(_announced(scene, run), None)
        if whole is None:
            continue
        items = [_item(scene, block, counted(whole)[-_NOUN:], whole) for block in run.blocks]
        told = [item for item in items if item is not None]
        if len(told) == len(items):
            yield _sum(scene, whole, told)
            yield from _money(scene, whole, told)


def _listed_below(scene: Scene, run: Run) -> Iterator[Relation]:
    """共安排a万元，用于：1.…b万元；2.…c万元: a colon before numbered paragraphs of one amount each, and the last amount before it."""
    above = scene.document.blocks[run.blocks[0] - 1] if run.blocks[0] else None
    if above is None or above.table is not None or not above.passages or not above.passages[-1].text.rstrip().endswith(":"):
        return
    money = [c for c in scene.blocks.get(run.blocks[0] - 1, ()) if c.quantity.dimension == "money" and amount(c) and "paren" not in c.cues]
    outer = [c for c in money if c.index not in scene.container and c.modality != "base"]
    items = [[c for c in scene.blocks.get(block, ()) if c.quantity.dimension == "money"] for block in run.blocks]
    single = all(len(found) == 1 and amount(found[0]) and "paren" not in found[0].cues for found in items)
    if outer and single and len(items) > _PAIR and outer[-1] is money[-1] and money[-1].modality == items[0][0].modality:
        yield _sum(scene, outer[-1], [found[0] for found in items], _BELOW)


def _amounts_first(scene: Scene, run: Run) -> Iterator[Relation]:
    """能够计量的金额合计t。…（一）…方面，涉及金额a。…（二）…: parts that each begin with an amount, against the last one told of all
    before."""
    told = [_opening(scene, block) for block in run.blocks]
    parts = [claim for claim in told if claim is not None]
    for block in range(run.blocks[0] - 1, max(-1, run.blocks[0] - _FAR_ABOVE), -1):
        found = [c for c in _amounts(scene, block) if "total" in c.cues or "涉及" in c.lead]
        if found and len(parts) >= _PAIR:
            if len(parts) == len(told) or _ALL_THAT_IS.search(found[-1].lead):
                yield _sum(scene, found[-1], parts, _SAID)
            return


def _amounts(scene: Scene, block: int) -> list[Claim]:
    claims = scene.blocks.get(block, ())
    then = {c.sentence for c in claims if _THEN.search(c.lead)}
    told = [c for c in claims if c.quantity.dimension == "money" and amount(c) and c.modality == "result" and c.sentence not in then]
    return [c for c in told if not c.quantity.hedge and _AMOUNT.search(c.lead) and not _ELSE.search(c.lead)]


def _opening(scene: Scene, block: int) -> Claim | None:
    """The one such amount of a part's first sentence, if it stands near its beginning."""
    near = scene.document.blocks[block].start + _OPENING
    found = [c for c in _amounts(scene, block) if c.sentence == scene.blocks[block][0].sentence and c.quantity.start < near]
    return found[0] if len(found) == 1 else None


def _announced(scene: Scene, run: Run) -> Iterator[Claim]:
    """The counts above a run that items may divide: of a noun, told once and of nobody else's."""
    for block in range(run.blocks[0] - 1, max(-1, run.blocks[0] - 1 - _ABOVE), -1):
        for claim in scene.blocks.get(block, ()):
            if _things(claim) and _item(scene, run.blocks[0], counted(claim)[-_NOUN:], claim) is not None:
                yield claim


def _things(claim: Claim) -> bool:
    """Whether a figure counts things that it names."""
    exact = claim.quantity.dimension.startswith("count:") and claim.quantity.exact and amount(claim)
    return exact and len(counted(claim)) >= _NOUN and claim.modality != "base" and "paren" not in claim.cues


def _item(scene: Scene, block: int, noun: str, whole: Claim) -> Claim | None:
    """The count of such things with which a numbered paragraph begins, or the one under a numbered heading."""
    for place in (block, block + 1):
        claims = scene.blocks.get(place, [])
        if not claims:
            continue
        for claim in claims[:_FIRST]:
            same = claim.quantity.dimension == whole.quantity.dimension and claim.sentence == claims[0].sentence and amount(claim)
            named = last_words(claim).endswith((noun, _ASPECT)) or claim.name.endswith(noun) or counted(claim).endswith(noun)
            if same and named and claim.quantity.exact and "其中" not in claim.lead:
                return claim
        return None
    return None


def _money(scene: Scene, whole: Claim, items: Sequence[Claim]) -> Iterator[Relation]:
    above = _beside(scene, whole)
    beside = [_beside(scene, item) for item in items]
    parts = [claim for claim in beside if claim is not None]
    if above is not None and len(parts) == len(items) and {_kind(above)} == {_kind(part) for part in parts}:
        yield _sum(scene, above, parts)


def _beside(scene: Scene, count: Claim) -> Claim | None:
    """The money right behind a count, in its clause."""
    following = next(scene.after(count, 1), None)
    fits = following is not None and following.quantity.dimension == "money" and amount(following) and following.modality == count.modality
    return following if fits and following is not None and following.clause == count.clause and "其中" not in following.lead else None


def _kind(claim: Claim) -> str:
    """What an amount is of beyond the words that any amount may have."""
    lead = claim.lead[claim.lead.find("，") + 1 :] if "，" in claim.lead else claim.lead
    return _GENERAL.sub("", lead)


def _sum(scene: Scene, whole: Claim, parts: Sequence[Claim], trust: float = _TOLD) -> Relation:
    return scene.relation("parts-of-whole", [term("whole", whole), *(term("part", part) for part in parts)], ("items", whole.index), trust)
