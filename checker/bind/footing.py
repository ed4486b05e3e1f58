"""Rates that a remark behind them puts on another footing than the levels: 上年为305.1亿元，增速按可比口径计算; (可比口径，下同)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from checker.claim import Claim
from checker.document import Document
from checker.rules import Rules

_MOVED = frozenset({"rate", "change"})
_STOPS = "。\n"
# what is said from one place on, and of all there is
_ONWARD = re.compile("[^。\n)）]{0,8}下同")
_ALL_TEXT = re.compile("本文|全文|文中|文内|本报告|本公报")


def on_another_footing(document: Document, claims: Sequence[Claim], rules: Rules) -> tuple[Claim, ...]:
    """The claims, with the cue `comparable` for every rate and change that such a remark is made of."""
    marked: set[int] = set()
    starts = [claim.quantity.start for claim in claims]
    for start, end in _stretches(document.text, starts, _remark(rules.wording["comparable"])):
        marked.update(range(bisect_left(starts, start), bisect_left(starts, end)))
    return tuple(
        replace(claim, cues=claim.cues | {"comparable"}) if place in marked and claim.measure in _MOVED else claim
        for place, claim in enumerate(claims)
    )


@lru_cache(maxsize=8)
def _remark(words: Sequence[str]) -> re.Pattern[str]:
    footing = "|".join(map(re.escape, words))
    behind = f"(?:增[速幅长减]|[涨降升]幅|同比|变动|比较)[^，。；;0-9\n]{{0,12}}(?:按|为|系|以|采用|均)[^，。；;0-9\n]{{0,8}}(?:{footing})"
    return re.compile(f"{behind}|[(（，][^，。；;0-9\n(（]{{0,6}}(?:可比|同)口径[^，。；;0-9\n]{{0,4}}[，、]下同")


def _stretches(text: str, starts: Sequence[int], remark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """From where to where each remark speaks: its sentence, that before it if it has no figures, or as far as it says."""
    for found in remark.finditer(text):
        begin = max(text.rfind(stop, 0, found.start()) for stop in _STOPS) + 1
        end = min((at for stop in _STOPS if (at := text.find(stop, found.end())) >= 0), default=len(text))
        if _ALL_TEXT.search(text, begin, end):
            begin, end = 0, len(text)
        elif found.group().endswith("下同") or _ONWARD.match(text, found.end()):
            end = len(text)
        elif bisect_left(starts, begin) == bisect_left(starts, end) and text[begin - 1 : begin] == "。":
            begin = max(text.rfind(stop, 0, begin - 1) for stop in _STOPS) + 1
        yield begin, end
