"""Figures whose names alone make them the sorts of one account, other figures between them or not: 利息收入a，其中贷款b；利息支出c，净额d;
营业利润a。营业外净支出b，利润总额c."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_thing
from checker.relate.sums.moved import MOVED, account, also, moved_since
from checker.relate.sums.naming import compared, sort_named, whose
from checker.relate.sums.thirds import EARLIER, NESTED, Accounts, Row, compiled
from checker.relation import Relation

_PREFIXES = ("identity:", "rate:", "price:")
_LEAST, _SHORT = 3, 4
_OPENERS = frozenset("，、；;:()")
# how far back the other figures of an account may stand: figures, and sentences
_REACH, _SENTENCES, _BLOCKS = 30, 4, 2
# Figures that carry all the names of one account are the figures of that account in nearly all published texts.
_HERE, _ACROSS, _FAR = 0.97, 0.95, 0.93


@dataclass(frozen=True, slots=True)
class _Named:
    claim: Claim
    word: str
    whose: str
    sorts: Mapping[str, int]


def relations(scene: Scene) -> Iterator[Relation]:
    """For every figure that completes an account: that account with the nearest figures of its other sorts before it."""
    ledgers = compiled(_PREFIXES, scene.rules)
    named: list[_Named] = []
    before: Claim | None = None
    for claim in scene.prose:
        if not _counted(before, claim) and (found := _named(ledgers, claim, named[-1] if named else None)) is not None:
            named.append(found)
        before = claim
    for at in range(_LEAST - 1, len(named)):
        for name, sort in named[at].sorts.items():
            chosen = _filled(ledgers.rows[name], name, sort, named, at)
            one = list(chosen.values())
            if chosen and _one_account(one) and (len(chosen) > _LEAST or not _apart(one)) and not _strangers(scene, one):
                filled = {place: one.claim for place, one in chosen.items()}
                yield account(scene, ledgers.rows[name].signs, filled, _trust(list(filled.values())))
                yield from also(scene, ledgers.rows[name].signs, filled, _ACROSS)


def _trust(claims: Sequence[Claim]) -> float:
    sentences = {claim.sentence for claim in claims}
    return _HERE if len(sentences) == 1 else _ACROSS if max(sentences) - min(sentences) == 1 else _FAR


def _counted(before: Claim | None, claim: Claim) -> bool:
    """两项税额a: whether the words are of what is counted right before them."""
    return before is not None and before.sentence == claim.sentence and not set(claim.lead) & _OPENERS


def _named(ledgers: Accounts, claim: Claim, last: _Named | None) -> _Named | None:
    """What a figure is called and of whom, None where its words name nothing of an account, or it is only compared with; by how much a
    figure moved goes by that one's name."""
    if "paren" in claim.cues or claim.average:
        return None
    if last is not None and last.claim.index == claim.index - 1 and moved_since(claim):
        found = (last.word + MOVED, "") if last.word + MOVED in ledgers.ending else None
    else:
        found = sort_named(claim, ledgers.ending)
    if found is None or claim.modality == "base" and EARLIER.search(found[0]) is None:
        return None
    owner = whose(found[1])
    fitting = {name: sort for name, sort in ledgers.ending[found[0]] if _measures(name, claim)}
    if owner is None:
        # 供热成本, 居民水价: whose price it is stands before it
        fitting = {name: sort for name, sort in fitting.items() if name.startswith("price:") and len(found[1]) <= _SHORT}
    return _Named(claim, found[0], owner or "", fitting)


def _measures(name: str, claim: Claim) -> bool:
    if name.startswith("rate:"):
        return claim.quantity.dimension in ("fraction", "point") and claim.measure in ("level", "share", "points") and claim.direction > 0
    if name.startswith("price:"):
        return claim.measure in ("level", "mean") and claim.quantity.dimension not in ("fraction", "point")
    change = claim.measure == "change" and claim.quantity.dimension != "fraction"
    return (amount(claim) or change) and "each" not in claim.cues


def _filled(row: Row, name: str, sort: int, named: Sequence[_Named], at: int) -> dict[int, _Named]:
    """The account's sorts with the nearest figure of each, {} where one is missing or two figures may be meant."""
    last = named[at]
    chosen: dict[int, _Named] = {sort: last}
    start = at
    for back in range(at - 1, max(-1, at - _REACH), -1):
        other = named[back]
        place = other.sorts.get(name)
        if _away(last.claim, other.claim) or row.always <= chosen.keys() and place in chosen:
            break
        if place is None or not _one_sort(last.claim, other.claim):
            continue
        if place in chosen:
            return {}
        chosen[place], start = other, back
    twice = [one for one in named[start:at] if one.sorts.get(name) == sort]
    return {} if twice or not row.always <= chosen.keys() else dict(sorted(chosen.items()))


def _strangers(scene: Scene, chosen: Sequence[_Named]) -> bool:
    """营业支出b，其他收益c，营业利润d: whether between the second figure of an account and the last something of the kind stands that is
    neither compared with nor a part of what was told."""
    places = sorted(one.claim.index for one in chosen)
    kind, inside = chosen[0].claim.quantity.dimension, -1
    for claim in scene.claims[places[1] + 1 : places[-1]]:
        if claim.index in places:
            inside = -1
            continue
        if last_words(claim).startswith(NESTED):
            inside = claim.clause
        whole = scene.container.get(claim.index)
        part = whole is not None and whole.index in places
        aside = part or claim.modality == "base" or "paren" in claim.cues or compared(claim) or claim.measure == "change"
        if claim.clause != inside and claim.quantity.dimension == kind and not aside:
            return True
    return False


def _apart(chosen: Sequence[_Named]) -> bool:
    """Whether three figures stand farther apart than in one sentence and the next: three names are found by accident, more are not, nor
    are those that begin three sentences in turn (基金收入a，…。基金支出b，…。当期结余c)."""
    places = [(one.claim.block, one.claim.sentence) for one in chosen]
    sentences = sorted(sentence for _, sentence in places)
    in_turn = len(set(sentences)) == _LEAST == sentences[-1] - sentences[0] + 1
    if in_turn and len({block for block, _ in places}) == 1 and not any(one.claim.lead[:1] in _OPENERS for one in chosen):
        return False
    return max(places)[0] > min(places)[0] or max(places)[1] - min(places)[1] > 1


def _away(last: Claim, other: Claim) -> bool:
    return last.sentence - other.sentence > _SENTENCES or last.block - other.block > _BLOCKS


def _one_sort(one: Claim, other: Claim) -> bool:
    """Whether both are of one kind; percentages and their points are, and so is a price with its unit of one (元/立方米) or without."""
    first, second = one.quantity.dimension, other.quantity.dimension
    priced = first.split("/")[0] == second.split("/")[0] == "money" and one.quantity.factor == other.quantity.factor
    return first == second or priced or {first, second} == {"fraction", "point"}


def _one_account(chosen: Sequence[_Named]) -> bool:
    """Whether nothing in the words says that the figures are of several years, subjects or sorts of statement."""
    ordered = sorted(chosen, key=lambda one: one.claim.index)
    first, claims = ordered[0], [one.claim for one in ordered]
    if any(one.whose not in ("", first.whose) for one in ordered) or len({claim.modality for claim in claims} - {"base"}) > 1:
        return False
    dated = [one.claim.period.last for one in ordered if one.claim.period is not None and not EARLIER.search(one.word)]
    if len(set(dated)) > 1:
        return False
    # 销项 of 销项税额 is no subject
    subjects = {one.claim.subject for one in ordered if one.claim.subject and one.claim.subject not in one.word}
    return len(subjects) <= 1 and all(one_thing(a, b) for a, b in combinations(claims, 2))
