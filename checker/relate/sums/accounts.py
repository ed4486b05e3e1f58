"""Budgets in balance: what an account has and what becomes of it. 收入a，加上补助b、上年结转c，总计t；支出d，上解e，还本f，结转下年g: t is
all that is used and carried on; 收入a，上年结余b，支出c，调出d，结转e without a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal

from checker.claim import Claim
from checker.relate.clause import last_words, referred
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_scale
from checker.relation import Relation, Term

Side = Literal["has", "uses", "carries", "total", "aside", ""]

_MOST = 9
_PAIR = 2
_CARRIED = re.compile("结转|结余|滚存")
_BROUGHT = re.compile("(?:上年|年初|以前年度|上年末)[^，、；;]{0,8}(?:结转|结余|滚存)|(?:结转|结余)(?:收入)$")
_USES = re.compile(
    "支出|(?<!下级)上解(?!收入)|还本|偿还|调出|调入一般|(?:安排|补充|增设)[^，、；;]{0,10}基金|转贷(?:下级|市县|区县)|补助下级"
)
_HAS = re.compile("收入|补助|转贷|调入|动用|下级上解|预期")
_ALL = re.compile("(?:总计|总量|总数|合计|共计|总财力|财力)(?:为|达|共)?$")
_NOT_OF_IT = re.compile("[比较占]|其中|同比|为预算|为年初|为调整|完成(?:年初|调整)?预算|预算为|限额|债务余额")
# what leaves an account beside its spending is no part of that, however the two are joined: 支出a，上解支出b、债务还本支出c
_BESIDE = re.compile("^(?:上解|(?:地方政府)?(?:一般|专项)?(?:债务|债券)?还本|调出|补充|偿还|转贷)")
# 支出完成数，加上解支出a: the first of all uses has no figure
_SPENT = re.compile("(?<!上解)(?<!还本)支出")
# 三项保险收入合计, 职工医保结余: of several accounts, or of one among others
_SOME = re.compile("保险[^，、；;]{0,4}(?:收入合计|结余)|[险保]结余")
_BALANCED = re.compile("^[)]?[，。；;]?(?:当年|全年|年度)?(?:收支)(?:总量)?(?:保持)?平衡")
# Budgets balance by law: what an account has is what it uses and carries on, in nearly all published accounts.
_TOLD, _YEAR = 0.95, 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every total of an account with the uses behind it, every carry-over with what came and went before it."""
    for claims in scene.blocks.values():
        money = [(_side(scene, c), c) for c in claims if c.quantity.dimension == "money"]
        told = [(side, claim) for side, claim in money if side != "aside"]
        for at, (side, claim) in enumerate(told):
            if side == "total":
                yield from _used(scene, claim, told[at + 1 : at + 1 + _MOST])
            elif side == "carries":
                yield from _of_the_year(scene, claim, told[max(0, at - _MOST) : at])


def _side(scene: Scene, claim: Claim) -> Side:
    """What a figure is to an account by its words; aside for what is only compared, bracketed or a part of a part."""
    words = last_words(claim)
    listed = claim.index in scene.container and not _BESIDE.match(words)
    inner = "paren" in claim.cues or claim.modality == "base" or referred(claim) or listed
    if not amount(claim) or inner or _NOT_OF_IT.search(words):
        return "aside"
    if _SOME.search(words):
        return ""
    if _ALL.search(words):
        return "" if "支出" in words else "total"
    if _CARRIED.search(words) and not _BROUGHT.search(words):
        return "carries"
    if _USES.search(words) and not _BROUGHT.search(words):
        return "uses"
    return "has" if _HAS.search(words) or _BROUGHT.search(words) else ""


def _used(scene: Scene, total: Claim, behind: Sequence[tuple[Side, Claim]]) -> Iterator[Relation]:
    """总计t；支出d，上解e，结转g: the unbroken row of uses that a carry-over, or the word that they balance, closes."""
    uses = [claim for _, claim in takewhile(lambda pair: pair[0] == "uses", behind)]
    after = behind[len(uses)] if len(behind) > len(uses) else ("", total)
    closed = after[0] == "carries"
    if closed:
        uses.append(after[1])
    if len(uses) < _PAIR or not (closed or _BALANCED.match(uses[-1].tail)) or not _SPENT.search(last_words(uses[0])):
        return
    if uses[-1].sentence - total.sentence <= 1 and all(one_scale(total, claim) for claim in uses):
        terms = [Term("whole", total.quantity.interval, total), *(Term("part", c.quantity.interval, c) for c in uses)]
        yield scene.relation("parts-of-whole", terms, ("account", total.index), _TOLD)


def _of_the_year(scene: Scene, carried: Claim, before: Sequence[tuple[Side, Claim]]) -> Iterator[Relation]:
    """收入a，上年结余b，支出c，调出d，结转e: in one sentence, with no total told."""
    told = [pair for pair in before if pair[1].sentence == carried.sentence]
    row = list(takewhile(lambda pair: pair[0] in ("uses", "has"), reversed(told)))[::-1]
    has = [claim for side, claim in row if side == "has"]
    uses = [claim for side, claim in row if side == "uses"]
    in_order = bool(has) and len(uses) >= _PAIR and has[-1].index < uses[0].index
    brought = any(_BROUGHT.search(last_words(claim)) for claim in has)
    rolled = re.search("滚存|年末|累计", last_words(carried)) is not None
    if len(row) < len(told) or not in_order or rolled and not brought:
        return
    if all(one_scale(carried, claim) for claim in (*has, *uses)):
        terms = [Term("whole", carried.quantity.interval, carried)]
        terms += [Term("part", c.quantity.interval, c) for c in has] + [Term("less", c.quantity.interval, c) for c in uses]
        yield scene.relation("stock-and-flow", terms, ("balance", "closing", carried.index), _YEAR)
