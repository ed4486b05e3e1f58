"""A stock, what it moved by since it was opened, and the opening told apart: 余额a，比年初增加d，年初余额为b; what flowed in, less or more
than in the year before, and what it was then: 新增a，同比少增d，上年同期增量b."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, Term

_BACK, _AHEAD = 8, 10
_MOMENT = "(?:年初|期初|月初|季初|上年末|上年底|去年末|去年底|上月末|上季末)"
_SINCE = re.compile(rf"[比较]{_MOMENT}[^，、；;\d]{{0,6}}$")
_OPENING = re.compile(rf"{_MOMENT}[^，、；;:\d较比]{{0,12}}$")
_SLOWED = re.compile("(?:同比|比上年|比去年|较上年|较去年|比上年同期|较上年同期)(多|少)[一-鿿]{1,2}$")
_YEAR_BEFORE = re.compile("(?:上年|去年)(?!全年)[^，；;]{0,14}(?:增量|新增|增加|投放|发放|净增)[^，、；;\\d]{0,6}$")
_PLAIN = re.compile(f"{_MOMENT}|余额|总额|存量|总数|[数为是的有约]")
_PLACE = re.compile("(?:[一-鿿]{0,8}[国省市县区州行辖司业构团]|各项|本外币|人民币|在册){0,3}")
_BESIDE = 3
# A stock, its movement since the opening and the opening that stand in one paragraph make one sum in nearly all published texts.
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every movement since an opening with the stock and the opening around it; every inflow with that of the year before."""
    for claims in scene.blocks.values():
        for position, moved in enumerate(claims):
            if moved.measure == "change" and moved.modality != "base":
                yield from _since(scene, claims, position)
                yield from _slowed(scene, claims, position)


def _since(scene: Scene, claims: Sequence[Claim], position: int) -> Iterator[Relation]:
    moved = claims[position]
    if _SINCE.search(last_words(moved)) is None:
        return
    openings = [c for c in _around(claims, position) if _OPENING.search(last_words(c)) and not _SINCE.search(last_words(c))]
    closing = _closing(scene, claims, position, openings)
    if len(openings) != 1 or closing is None or not _of_one_name(moved, closing, openings[0]):
        return
    role = "less" if moved.direction < 0 else "part"
    terms = [("whole", closing), ("part", openings[0]), (role, moved)]
    yield scene.relation("stock-and-flow", _filled(terms), ("opened", moved.index), _TOLD)


def _closing(scene: Scene, claims: Sequence[Claim], position: int, openings: Sequence[Claim]) -> Claim | None:
    """The nearest stock before a movement; of a part of a list (9家，境内7家，境外2家，较上年末净增1家) the list's whole, unless the
    movement bears the part's name."""
    flows = tuple(word for key in ("inflow", "outflow", "spent") for word in scene.rules.wording[key])
    stocks = (c for c in _before(claims, position) if c not in openings and _stock(c) and not any(w in last_words(c) for w in flows))
    nearest = next(stocks, None)
    whole = scene.container.get(nearest.index) if nearest is not None else None
    if nearest is None or whole is None or whole.index < claims[0].index or not _alike(claims[position], whole):
        return nearest
    said = last_words(claims[position])
    named = _PLAIN.sub("", said[: max(said.rfind("比"), said.rfind("较"))])
    return nearest if named else whole


def _slowed(scene: Scene, claims: Sequence[Claim], position: int) -> Iterator[Relation]:
    """新增a，同比少增d，上年同期新增b."""
    slower = claims[position]
    found = _SLOWED.search(last_words(slower))
    if found is None:
        return
    then = [c for c in claims[position + 1 : position + 3] if _alike(slower, c) and _YEAR_BEFORE.search(last_words(c))]
    now = next((c for c in _before(claims, position) if c.sentence == slower.sentence), None)
    if not then or now is None or "paren" in now.cues or then[0].sentence - slower.sentence > 1:
        return
    role = "less" if found.group(1) == "多" else "part"
    yield scene.relation("stock-and-flow", _filled([("whole", then[0]), ("part", now), (role, slower)]), ("slowed", slower.index), _TOLD)


def _around(claims: Sequence[Claim], position: int) -> Iterator[Claim]:
    moved = claims[position]
    near = (*claims[max(0, position - _BACK) : position], *claims[position + 1 : position + 1 + _AHEAD])
    return (c for c in near if _alike(moved, c) and c.measure == "level" and abs(c.sentence - moved.sentence) <= 1)


def _before(claims: Sequence[Claim], position: int) -> Iterator[Claim]:
    """Figures of the kind before a movement, nearest first, none of a bracket."""
    moved = claims[position]
    for other in reversed(claims[max(0, position - _BACK) : position]):
        if _alike(moved, other) and "paren" not in other.cues:
            yield other


def _alike(one: Claim, other: Claim) -> bool:
    same = one.quantity.dimension == other.quantity.dimension
    return same and (amount(other) or other.measure == "change" or other.modality == "base")


def _stock(claim: Claim) -> bool:
    return claim.measure == "level" and claim.modality == "result" and "占" not in last_words(claim)


def _of_one_name(moved: Claim, closing: Claim, opening: Claim) -> bool:
    """Whether the opening is of the closing stock: it bears its name, or it bears none and stands beside it."""
    bare, named = _PLAIN.sub("", last_words(opening)), _PLAIN.sub("", closing.name)
    said = last_words(moved)
    if set(_PLAIN.sub("", said[: max(said.rfind("比"), said.rfind("较"))])) - set(named + "虽但也均则其"):
        return False  # 负债a，存款较年初增加d: what moved is something else
    if not bare:
        if "paren" in opening.cues and opening.index - 1 not in (closing.index, moved.index):
            return False  # 资产a（年初为b）: the bracket speaks of what stands before it
        together = closing.sentence == moved.sentence == opening.sentence and closing.clause == opening.clause
        return together and abs(opening.index - moved.index) <= _BESIDE
    return named.endswith(bare) and _PLACE.fullmatch(named.removesuffix(bare)) is not None


def _filled(terms: Sequence[tuple[str, Claim]]) -> list[Term]:
    return [Term(role, claim.quantity.interval, claim) for role, claim in terms]
