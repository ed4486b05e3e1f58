"""The words that open a list of parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import alike, band, full_lead, last_words
from checker.relate.lists.members import ANNOUNCING
from checker.relate.lists.spoken_of import among, topic
from checker.relate.lists.turns import TURNS, divided
from checker.relate.sorts import amount

_SHORT = 6
_NOT_AMONG = ("中央", "中西", "中东", "中部", "中学", "中级", "中等", "中国", "中心", "中期", "中长", "中小学", "中型")
_OPENING = ("资金来源", "其中", "当中", "包括", "分为", "组成", "构成", "包含")
# 网点126个，含本部2个、支行46个; 58座，计大型13座、中型45座 (no 含税, 计划, 计入)
_CONTAINED = re.compile("^，(?:共|内|均|分别)?(?:含(?![税量有入金氧水])|计(?![划入算提价量发分时有缴]))[一-鿿“”]{1,12}$")
# 董事会由9名董事组成，应到9名: what was told before
_DUE = re.compile("组成，应[到出参][一-鿿]{0,4}$")
# 即开型, 即办件
_THAT_IS = re.compile("即(?![开办时将期刻])")
_SEPARATORS = frozenset('、和及与，；;: "“”（）()')


def opened(sentence: Sequence[Claim], position: int) -> float:
    """How sure the words before a figure are that a list of parts begins with it; 0 if they do not say so."""
    claim = sentence[position]
    lead = full_lead(sentence, position)
    if not amount(claim) or claim.modality == "base" or band(claim) or set(lead) <= _SEPARATORS - {"("} or _DUE.search(lead):
        return 0.0
    if any(word in lead for word in _OPENING) or any(word in last_words(claim) for word in TURNS):
        return 0.96
    if not position and topic(lead):
        return 0.96
    if position and _CONTAINED.match(claim.lead) and alike(claim, sentence[position - 1]):
        return 0.96
    if position and (among(lead) or _THAT_IS.match(last_words(claim)) and amount(sentence[position - 1])):
        return 0.96
    # 96户中大型12户: 中 right behind a figure, unless it begins a word of its own
    if lead.startswith("中的") and len(lead) <= _SHORT:
        return 0.96  # 68处中的61处
    beside = lead.startswith("中") and not lead.startswith(_NOT_AMONG)
    if beside and (lead.startswith(("中大", "中小", "中有")) or len(lead) <= _SHORT):
        return 0.9
    if "(" in lead[-12:] and "paren" in claim.cues:
        return 0.93
    if divided(lead) or "按" in lead and "分" in lead[lead.find("按") :]:
        return 0.95
    if ":" in lead:
        return 0.96 if position and announced(sentence[position - 1], claim) else 0.8
    return 0.0


def composed(sentence: list[Claim], position: int) -> float:
    """T，由A a、B b和C c组成: 由 opens what 组成 closes."""
    head = sentence[position]
    lead = head.lead
    opens = lead[max(lead.rfind(mark) for mark in "，;:)") + 1 :].startswith("由") and amount(head)
    closes = opens and any(c.tail.startswith(("组成", "构成", "等组成", "等构成")) for c in sentence[position : position + 12])
    return 0.95 if closes else 0.0


def announced(before: Claim, head: Claim) -> bool:
    """Whether a colon that announces a list stands right behind a figure of the same kind, or behind the noun that it counts."""
    return ANNOUNCING.match(head.lead) is not None and alike(head, before)
