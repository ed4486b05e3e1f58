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
from checker.relate.sums.moved import MOVED, account, also
from checker.relate.sums.naming import compared, sort_led, sort_named
from checker.relation import Relation
from checker.rules import Rules

_PREFIX = "account:"
_LEAST, _PAIR = 3, 2
_LED_BY = "…"
# what was there at first is of the year before
EARLIER = re.compile("年初|期初|上年|增持前|减持前")
NESTED = ("其中", "包括", "包含", "含")
# 疑点a条，查实b条、排除c条，余下的d条: a third lot
_MORE = re.compile("^[，、；;]?(?:其余|余下|另有|另外|其他|还有|尚有|正在|仍在|待)")
# 缴纳所得税0.62亿元(含上年汇缴): what was paid may be more than is due of the year's profit
_PAID = re.compile("(?:缴纳|上缴|入库|退还|返还)$")
_UNTOLD = re.compile("若干|少量|少许")
# figures side by side that the words make the sides of one account
_TOLD = 0.94


@dataclass(frozen=True, slots=True)
class Row:
    """An account: the sign of each of its sorts, 1 for those that make up the first one, -1 for those on its side; and the places of
    those that are always told."""

    signs: tuple[int, ...]
    always: frozenset[int]


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of the pack: by the word that a clause ends or begins with, which account's sort it names."""

    ending: Mapping[str, Sequence[tuple[str, int]]]
    leading: Mapping[str, Sequence[tuple[str, int]]]
    rows: Mapping[str, Row]


def relations(scene: Scene) -> Iterator[Relation]:
    """Every run of neighbouring figures of one unit in a sentence that are all the sorts of an account, each once; what is only compared
    with, or takes one of them apart, stands between them without counting."""
    accounts = _accounts(scene.rules)
    for sentence in scene.sentences:
        kinds: dict[str, list[Claim]] = {}
        for claim in sentence:
            if _plain(claim):
                kinds.setdefault(claim.quantity.dimension, []).append(claim)
        for claims in kinds.values():
            if len(claims) >= _LEAST:
                yield from _told(scene, accounts, claims)
                outer = _outer(claims)
                if len(outer) < len(claims):
                    yield from _told(scene, accounts, outer)


def _plain(claim: Claim) -> bool:
    level = amount(claim) or claim.measure == "change" and claim.quantity.dimension != "fraction"
    told = claim.modality != "base" or EARLIER.search(last_words(claim)) is not None
    return level and told and "paren" not in claim.cues and not apiece(claim) and not compared(claim)


def _outer(claims: Sequence[Claim]) -> list[Claim]:
    """应发a，其中绩效b、补贴c；扣款d: the figures but for lists that 其中 opens and ； ends."""
    found: list[Claim] = []
    inside = -1
    for claim in claims:
        if last_words(claim).startswith(NESTED):
            inside = claim.clause
        if claim.clause != inside:
            found.append(claim)
    return found


def _told(scene: Scene, accounts: Accounts, claims: Sequence[Claim]) -> Iterator[Relation]:
    sorts = [_sorts(accounts, claim) for claim in claims]
    for at in range(len(claims) - _LEAST + 1):
        for name in sorts[at]:
            row = accounts.rows[name]
            filled = _run(name, row, claims, sorts, at)
            now = [c for c in filled.values() if c.period is not None and not EARLIER.search(last_words(c))]
            # 2024年需求a，到位b，2025年资金缺口c: another year's
            one_year = len({c.period.last.year for c in now if c.period is not None}) < _PAIR
            alike = all(one_scale(claims[at], c) and one_thing(claims[at], c) for c in filled.values())
            if filled and alike and (one_year or len(row.signs) > _LEAST) and _all_told(list(filled.values())):
                yield account(scene, row.signs, filled, _TOLD)
                yield from also(scene, row.signs, filled, _TOLD)


def _all_told(claims: Sequence[Claim]) -> bool:
    """Whether neither behind an account nor within it something is told of that has no figure of its own there."""
    ordered = sorted(claims, key=lambda claim: claim.index)
    return not _MORE.match(ordered[-1].tail) and not any(_UNTOLD.search(claim.lead) for claim in ordered[1:])


def _run(name: str, row: Row, claims: Sequence[Claim], sorts: Sequence[Mapping[str, int]], at: int) -> dict[int, Claim]:
    """The sorts of an account with the unbroken run of figures from one on, {} where one is missing."""
    filled: dict[int, Claim] = {}
    for claim, found in zip(claims[at:], sorts[at:], strict=True):
        place = found.get(name)
        if place and place in filled:
            return {}  # 应到a，实到b，请假c，缺席d: one more of a side
        if place is None or place in filled:
            break
        filled[place] = claim
    return dict(sorted(filled.items())) if row.always <= filled.keys() else {}


def _sorts(accounts: Accounts, claim: Claim) -> dict[str, int]:
    ended, led = sort_named(claim, accounts.ending), sort_led(claim, accounts.leading)
    if ended is not None and _PAID.search(ended[1]) and claim.tail.startswith(("(", "（")):
        ended = None
    return {**dict(accounts.leading.get(led, ())), **(dict(accounts.ending[ended[0]]) if ended is not None else {})}


def compiled(prefixes: tuple[str, ...], rules: Rules) -> Accounts:
    """The accounts of the pack whose names begin so."""
    return _compiled(tuple((key, words) for key, words in rules.wording.classes.items() if key.startswith(prefixes)))


@lru_cache(maxsize=2 * _PAIR)
def _compiled(classes: tuple[tuple[str, tuple[str, ...]], ...]) -> Accounts:
    ending: dict[str, list[tuple[str, int]]] = {}
    leading: dict[str, list[tuple[str, int]]] = {}
    rows: dict[str, Row] = {}
    for name, words in classes:
        signs = tuple(-1 if at == 0 or "−" in sort[:_PAIR] else 1 for at, sort in enumerate(words))
        rows[name] = Row(signs, frozenset(at for at, sort in enumerate(words) if not sort.startswith("?")))
        for at, sort in enumerate(words):
            for word in (word.lstrip("?−") for word in sort.split("|")):
                table = leading if word.endswith(_LED_BY) else ending
                table.setdefault(word.removesuffix(_LED_BY), []).append((name, at))
                if word.endswith(MOVED):
                    ending.setdefault(word.removesuffix(MOVED), [])
    return Accounts(ending, leading, rows)


def _accounts(rules: Rules) -> Accounts:
    return compiled((_PREFIX,), rules)
