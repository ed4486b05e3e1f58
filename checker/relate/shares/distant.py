"""A share whose part and whole are told elsewhere by these names, in a table or a paragraph: 境外收入占主营业务收入的19.98%."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.cores import core
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount
from checker.relate.tables.grid import heading
from checker.relation import Relation, term

_SURE = 0.93
_DOUBTFUL = 0.5
_SHORTEST = 2
_WHOLE = 3
# readings equally good by words of which one that holds settles the question
_FEW = 2
_MOST = 12

Index = dict[str, list[Claim]]


def index(scene: Scene) -> Index:
    """Every amount of prose and tables under the thing it is of."""
    answer: Index = {}
    for claim in scene.claims:
        # a row may say by what it divides the rows above: 分地区:境外
        if amount(claim) and claim.modality != "base" and len(name := core(scene, claim.name.rpartition(":")[2])) >= _SHORTEST:
            answer.setdefault(name, []).append(claim)
    return answer


def relations(scene: Scene, share: Claim, subject: str, named: Index) -> Iterator[Relation]:
    """Every amount called as the share's subject over one called as what stands behind 占, of one time and one table column."""
    whole = named_whole(share)
    if len(subject) < _SHORTEST or len(whole) < _SHORTEST or share.quantity.hedge:
        return
    parts, wholes = (named.get(core(scene, words), [])[:_MOST] for words in (subject, whole))
    if len(whole) < _WHOLE and not _in_brackets(scene, share, whole):
        return
    if parts and (given := _in_brackets(scene, share, whole)):
        wholes = [given]
    elif not parts or not wholes:
        parts, wholes = _by_column(scene, subject, whole, named)
    pairs = [(a, b) for a in parts for b in wholes if a is not b and scene.same_things(a, b) and _together(a, b, share)]
    values = {(a.quantity.value, b.quantity.value) for a, b in pairs}
    for part, base in pairs[:_MOST]:
        terms = [term("share", share), term("numerator", part), term("denominator", base)]
        yield scene.relation("share-of-whole", terms, ("share", share.index), _SURE if len(values) <= _FEW else _DOUBTFUL)


def _in_brackets(scene: Scene, share: Claim, whole: str) -> Claim | None:
    """占全市的9.0%(全市2074.6亿元): the whole that a bracket after the share gives."""
    given = next(scene.after(share, 1), None)
    told = given is not None and amount(given) and "paren" in given.cues and given.lead.startswith("(" + whole)
    return given if told else None


def _by_column(scene: Scene, subject: str, whole: str, named: Index) -> tuple[list[Claim], list[Claim]]:
    """The cells of the rows so named in the column that both names end with: 境外收入 and 主营业务收入 are 境外 and 主营业务 under 收入."""
    noun = subject[-_SHORTEST:]
    if not whole.endswith(noun):
        return [], []
    rows = (named.get(core(scene, words.removesuffix(noun)), []) for words in (subject, whole))
    parts, wholes = ([c for c in cells if c.cell is not None and noun in heading(c)][:_MOST] for cells in rows)
    return parts, wholes


def _together(part: Claim, whole: Claim, share: Claim) -> bool:
    """Whether both are of one time, which is not another than the share's, and in tables of one column or row."""
    periods = {claim.period for claim in (part, whole, share)} - {None}
    if part.cell is None or whole.cell is None:
        return part.cell is whole.cell is None and len(periods) <= 1 and part.subject == whole.subject
    one_table = part.cell[0] == whole.cell[0]
    return one_table and (part.cell[2] == whole.cell[2] or part.cell[1] == whole.cell[1]) and part.period == whole.period
