"""A stock at both ends of a period and what moved it, in whatever order one sentence tells of them: 新建a家、撤销b家，期末达到c家，较期初
的d家…; 存煤c，较月初的d…；当月来煤a、耗煤b; 在职c人（甲…、乙…）；新进a人，退休b人，上年末d人;
在岗职工c人。引进a人，减员b人，年初在岗d人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import last_words, spoken
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_scale, one_thing
from checker.relate.sums.balance import role_of
from checker.relation import Relation, Term

_LEAST, _MOST = 3, 12
# sentences that are looked back over
_BACK = 3
_COMPARED = ("比", "较", "与", "由", "从")
_STORED = re.compile("库存|存[货煤粮栏]|结存|在库|存量")
# what is made and what is sold move a store of goods, and nothing else
_MADE = re.compile("(?:生产|产出|采购|购进|收购|来煤|进煤|入库|产量)(?:[^，、；]{0,10})$")
_USED = re.compile("(?:销售|售出|出库|耗用|消耗|耗煤|领用|销量)(?:[^，、；]{0,10})$")
_RATED = re.compile("率|均|额[为达]?$")
# 年末达到a家(年初为b家)
_OPENED = re.compile("^(?:年初|期初|上年[末底]|去年[末底]|上期末|月初)[一-鿿]{0,4}$")
# 年初在岗, 上年末为: the name that is left of the words for the stock before
_OF_THEN = re.compile("[年期月季]初|[上去]年[末底]?|上期末?|原有?|[为是有共的]")
_NOUN = 2
_ENDS = re.compile("(?<!上)(?:[年期月季旬]末|[年期月季]底)|^(?:实有|现有)")
# What one sentence tells of both ends of a stock and of all that came and went makes one sum in nearly all published texts.
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every sentence that tells of one opening stock, one closing one, and of what came and what went."""
    for at, sentence in enumerate(scene.sentences):
        kinds: dict[str, list[int]] = {}
        for position, claim in enumerate(sentence):
            if amount(claim) and ("paren" not in claim.cues or _OPENED.match(last_words(claim))):
                kinds.setdefault(claim.quantity.dimension, []).append(position)
        for positions in kinds.values():
            if _LEAST <= len(positions) <= _MOST:
                yield from _rolled(scene, sentence, positions, scene.sentences[max(0, at - _BACK) : at], scene.sentences[at + 1 : at + 2])


def _rolled(
    scene: Scene, sentence: Sequence[Claim], positions: Sequence[int], before: Sequence[list[Claim]], behind: Sequence[list[Claim]]
) -> Iterator[Relation]:
    stored = any(_STORED.search(last_words(sentence[at])) for at in positions)
    roles = [(_role(scene, sentence, at, stored), sentence[at]) for at in positions]
    ends = [claim for role, claim in roles if role == "closing"]
    starts = [claim for role, claim in roles if role == "opening"]
    flows = [(role, claim) for role, claim in roles if role in ("in", "out")]
    if not ends and len(starts) == 1:
        ends = next((found for told in reversed(before) if (found := _told_before(scene, told, starts[0]))), [])
        ends = ends or [c for told in behind for c in _told_behind(told, starts[0])]
    if len(ends) != 1 or len(starts) != 1 or {role for role, _ in flows} != {"in", "out"}:
        return
    closing, members = ends[0], (ends[0], starts[0], *(claim for _, claim in flows))
    others = [claim for role, claim in roles if not role and scene.container.get(claim.index) is not closing]
    if others or not all(one_thing(closing, claim) and one_scale(closing, claim) for claim in members):
        return
    terms = [Term("whole", closing.quantity.interval, closing), Term("part", starts[0].quantity.interval, starts[0])]
    terms += [Term("less" if role == "out" else "part", claim.quantity.interval, claim) for role, claim in flows]
    sort = "backwards" if starts[0].index == max(claim.index for claim in members) else "closing"
    yield scene.relation("stock-and-flow", terms, ("balance", sort, closing.index), _TOLD)


def _told_before(scene: Scene, previous: Sequence[Claim], opening: Claim) -> list[Claim]:
    """What a sentence before tells of the stock that is opened here, by its name or right before it as the only figure of the kind."""
    if previous[0].block != opening.block:
        return []
    noun = _OF_THEN.sub("", last_words(opening))
    told = [c for c in previous if amount(c) and c.quantity.dimension == opening.quantity.dimension and c.modality == "result"]
    told = [c for c in told if "paren" not in c.cues and c.index not in scene.container]
    if len(noun) >= _NOUN:
        told = [c for c in told if noun in c.name]
    elif previous[0].sentence + 1 != opening.sentence:
        return []
    return told if len(told) == 1 and told[0].quantity.hedge == "" else []


def _told_behind(following: Sequence[Claim], opening: Claim) -> list[Claim]:
    """The closing stock that opens the sentence behind: 上年结余a，收入b，支出c。年末结余d."""
    first = following[0]
    beside = first.block == opening.block and first.sentence == opening.sentence + 1 and amount(first) and first.modality == "result"
    fits = beside and first.quantity.dimension == opening.quantity.dimension and not first.quantity.hedge
    said = last_words(first)
    closes = fits and _ENDS.search(said) is not None and not said.startswith(_COMPARED) and _of_one_stock(opening, said)
    return [first] if closes else []


def _of_one_stock(opening: Claim, said: str) -> bool:
    noun = _OF_THEN.sub("", last_words(opening))
    return not noun or noun in said


def _role(scene: Scene, sentence: Sequence[Claim], position: int, stored: bool) -> str:
    """opening, closing, in or out; another for what is told of other years or only compared, '' for what the words leave open."""
    claim, said = sentence[position], spoken(sentence, position)
    opens = any(word in said for word in scene.rules.wording["opening"])
    if claim.modality == "base" or said.startswith(_COMPARED):
        return "opening" if opens and "净" not in said else "elsewhere"
    if stored and not _RATED.search(said) and not _STORED.search(said):
        if _USED.search(said):
            return "out"
        if _MADE.search(said):
            return "in"
    if not opens and _ENDS.search(said):
        return "closing"
    role = role_of(scene, sentence, position)
    return "elsewhere" if role == "net" else role
