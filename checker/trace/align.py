"""Which figure of a former version is which of the present one: by the words around them, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from checker.claim import Claim
from checker.document import Block, Document
from checker.revision import Alignment

# beyond so many figures a changed stretch is not compared figure by figure: it is another text
_MOST = 2_000
# the last words before a figure tell which it is
_NEAR = 12


def align(former: Document, old: Sequence[Claim], present: Document, new: Sequence[Claim]) -> Alignment:
    """Paragraphs that differ in digits alone correspond figure by figure; in stretches of paragraphs that differ in words too, figures
    correspond that have the same words before them, the same dimension and the same period."""
    before, after = _by_block(old), _by_block(new)
    shapes = [_shape(former, block) for block in former.blocks], [_shape(present, block) for block in present.blocks]
    now: dict[int, Claim] = {}
    for tag, i, i_end, j, j_end in SequenceMatcher(None, *shapes, autojunk=False).get_opcodes():
        if tag == "equal":
            for step in range(i_end - i):
                now.update(_pairs(before.get(i + step, []), after.get(j + step, [])))
        elif tag == "replace":
            now.update(_pairs(_within(before, i, i_end), _within(after, j, j_end)))
    olds = {claim.index: claim for claim in old}
    return Alignment(now, {claim.index: olds[index] for index, claim in now.items() if _says(olds[index]) != _says(claim)})


def _by_block(claims: Sequence[Claim]) -> dict[int, list[Claim]]:
    blocks: dict[int, list[Claim]] = {}
    for claim in claims:
        blocks.setdefault(claim.block, []).append(claim)
    return blocks


def _within(blocks: dict[int, list[Claim]], first: int, end: int) -> list[Claim]:
    return [claim for number in range(first, end) for claim in blocks.get(number, ())]


def _shape(document: Document, block: Block) -> str:
    """The text of a block without its digits."""
    return document.text[block.start : block.end].translate(_NO_DIGITS)


_NO_DIGITS = {ord(character): None for character in "0123456789０１２３４５６７８９.．,， \t　"}


def _pairs(old: Sequence[Claim], new: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """The former index and the present claim of each figure that has a successor."""
    if max(len(old), len(new)) > _MOST:
        return
    keys = [_key(claim) for claim in old], [_key(claim) for claim in new]
    for tag, i, i_end, j, j_end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal" or tag == "replace" and i_end - i == j_end - j:
            for one, other in zip(old[i:i_end], new[j:j_end], strict=True):
                if tag == "equal" or _alike(one, other):
                    yield one.index, other


def _key(claim: Claim) -> Hashable:
    # a cell is known by its row and by the heading of its column, which may have moved
    lead = claim.name if claim.cell is not None else claim.lead.translate(_NO_DIGITS)[-_NEAR:]
    heading = claim.tail.translate(_NO_DIGITS) if claim.cell is not None else None
    return lead, claim.measure, claim.quantity.dimension, claim.period, heading


def _alike(one: Claim, other: Claim) -> bool:
    """Whether figures whose words differ are still the same one: of one name (or one's words hold the other's) and one time."""
    if (one.measure, one.quantity.dimension, one.period) != (other.measure, other.quantity.dimension, other.period):
        return False
    names = one.indicator or one.name, other.indicator or other.name
    return bool(names[0]) and names[0] == names[1]


def _says(claim: Claim) -> Hashable:
    """What a figure says, whatever the unit: 1.2亿元 is no revision of 12000万元, 1.20亿元 is one of 1.2亿元."""
    quantity = claim.quantity
    return claim.signed, quantity.hedge
