"""Figures of one account, a clause each, of which the words say what each is: 资产a，负债b，净资产c; 送审a，审减d，审定b; 旧存a，新收b，
结案c，未结d, in whatever order they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.claim import Claim
from checker.relate.clause import apiece, last_words
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_scale, one_thing
from checker.relation import Relation, Term
from checker.rules import Rules

_PREFIX = "account:"
_LEAST, _PAIR = 3, 2
# what may stand between the word for a figure and the figure
_PARTICLES = (
    "(?:委员|代表|人员|董事|监事|职工|学员|考生|党员|问卷|选票|保费|税款|款项|租金|货款|资金)?"
    "(?:总额|金额|资金|数额|人数|数量|面积|流量|约|共|计|为|是|达到?|有|仅|了|高达|累计){0,3}"
)
_COMPARED = re.compile("^(?:同比|比|较|占|其中|(?:上年|去年)(?!旧存|结转|末|库存|结存)|超过|低于|高于)")
# figures side by side that the words make the sides of one account
_TOLD = 0.94


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of the pack: by the word that a clause ends with, which account's sort it names; and the signs of each account's sorts,
    1 for those that make up the first one, -1 for those on its side."""

    pattern: re.Pattern[str]
    sorts: Mapping[str, Sequence[tuple[str, int]]]
    signs: Mapping[str, Sequence[int]]


def relations(scene: Scene) -> Iterator[Relation]:
    """Every run of neighbouring figures of one unit in a sentence that are all the sorts of an account, each once."""
    accounts = _accounts(scene.rules)
    for sentence in scene.sentences:
        kinds: dict[str, list[Claim]] = {}
        for claim in sentence:
            if _plain(claim):
                kinds.setdefault(claim.quantity.dimension, []).append(claim)
        for claims in kinds.values():
            if len(claims) >= _LEAST:
                yield from _told(scene, accounts, claims)


def _plain(claim: Claim) -> bool:
    level = amount(claim) or claim.measure == "change" and claim.quantity.dimension != "fraction"
    return level and claim.modality != "base" and "paren" not in claim.cues and not apiece(claim)


def _told(scene: Scene, accounts: Accounts, claims: Sequence[Claim]) -> Iterator[Relation]:
    sorts = [_sorts(accounts, claim) for claim in claims]
    for at in range(len(claims) - _LEAST + 1):
        for name in sorts[at]:
            signs = accounts.signs[name]
            run, told = claims[at : at + len(signs)], sorts[at : at + len(signs)]
            if len(run) == len(signs) and all(name in found for found in told):
                filled = sorted(zip((found[name] for found in told), run, strict=True), key=lambda pair: pair[0])
                # 2024年需求a，到位b，2025年资金缺口c: another year's
                years = {claim.period.last.year for claim in run if claim.period is not None}
                one_year = len(years) < _PAIR or len(signs) > _LEAST  # what was there at first is of the year before
                # 应到a，实到b，请假c，缺席d: one more of a side
                beside = next((found.get(name, 0) for found in sorts[at + len(signs) : at + len(signs) + 1]), 0) > 0
                fits = [place for place, _ in filled] == list(range(len(signs))) and one_year and not beside
                if fits and all(one_scale(run[0], c) and one_thing(run[0], c) for c in run[1:]):
                    yield _relation(scene, [claim for _, claim in filled], signs)


def _sorts(accounts: Accounts, claim: Claim) -> dict[str, int]:
    words = last_words(claim)
    found = accounts.pattern.search(words) if not _COMPARED.match(words) else None
    return dict(accounts.sorts[found.group(1)]) if found is not None else {}


def _relation(scene: Scene, claims: Sequence[Claim], signs: Sequence[int]) -> Relation:
    last = claims[-1]
    if len(claims) == _LEAST:
        greater, lesser, gap = claims
        terms = [Term(role, c.quantity.interval, c) for role, c in (("gap", gap), ("greater", greater), ("lesser", lesser))]
        return scene.relation("difference-in-words", terms, ("gap", gap.index), _TOLD)
    # what is left is the first sort and those on its side, less the others
    terms = [Term("whole", last.quantity.interval, last)]
    terms += [Term("part" if sign < 0 else "less", c.quantity.interval, c) for sign, c in zip(signs[:-1], claims[:-1], strict=True)]
    return scene.relation("stock-and-flow", terms, ("balance", "closing", last.index), _TOLD)


@lru_cache(maxsize=_PAIR)
def _compiled(classes: tuple[tuple[str, tuple[str, ...]], ...]) -> Accounts:
    sorts: dict[str, list[tuple[str, int]]] = {}
    signs: dict[str, list[int]] = {}
    for name, words in classes:
        signs[name] = [-1 if at == 0 or sort.startswith("−") else 1 for at, sort in enumerate(words)]
        for at, sort in enumerate(words):
            for word in sort.removeprefix("−").split("|"):
                sorts.setdefault(word, []).append((name, at))
    # the longest word that the clause ends with is found first
    pattern = re.compile(f"({'|'.join(map(re.escape, sorts))}){_PARTICLES}$")
    return Accounts(pattern, sorts, signs)


def _accounts(rules: Rules) -> Accounts:
    return _compiled(tuple((key, words) for key, words in rules.wording.classes.items() if key.startswith(_PREFIX)))
