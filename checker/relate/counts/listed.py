"""Lists that name their members, give one value to each, or tell how many moved which way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.relate.counts.declared import MOST, Declared, Reading, another_count
from checker.relate.counts.valued import ended
from checker.relate.scene import Scene

_LED = (
    "，即", "，即为", ":即", "(即", "，分别是", "，分别为", "，依次为", "，分别位于", "，分赴", "，分别赴", "，分驻", "，具体为",
    "，具体是", "，具体包括",
)
_OPENERS = {**dict.fromkeys(_LED, 0.96), ":": 0.92, "(": 0.85, "，包括": 0.92, "，涉及": 0.6}
# openers of places, each of which may have several
_PLACED = frozenset({"，分别位于", "，分赴", "，分别赴", "，分驻"})
# openers of what there is among the things counted, which is all of them only where the words say so
_KINDS = frozenset({"，包括"})
# what a colon leads to in a caption: units, not members
_MEASURED = ("单位", "计量单位")
_ENDS = "。;，)"
_FIGURE = re.compile(r"\d")
_QUOTED = re.compile(r"[(“《][^()“”《》]{0,60}[)”》]")
_LAST = re.compile("、[^、和及与]{2,20}[和及][^、和及与]{2,20}$")
_MOVES = frozenset(f"count:{word}" for word in "升降增减涨跌快慢")
_WATERS = ("江", "河", "溪", "湖", "港", "水", "流域")
_BESIDE = 24
# counters that are places: 中亚五国, 东三省 are names of their own and do not count what stands before them
_PLACES = frozenset(f"count:{word}" for word in ("国", "省", "市", "州", "区"))


def named_after(scene: Scene, one: Declared) -> Iterator[Reading]:
    """新建三类设施，即甲、乙、丙。"""
    text = one.passage.text
    opened, opener = -1, ""
    for words in _OPENERS:
        at = text.find(words, one.stop, one.stop + 18)
        if at >= 0 and (opened < 0 or at + len(words) > opened and at <= opened) and not set("。;，)") & set(text[one.stop : at]):
            opened, opener = at + len(words), words
    if opened < 0 or another_count(scene, one, opened):
        return
    end = next((i for i in range(opened, min(len(text), opened + 400)) if text[i] in _ENDS and not _inside(text, opened, i)), len(text))
    body = text[opened:end]
    if opener == ":" and text[one.stop : opened - 1].endswith(_MEASURED):
        return
    # 六项指标为甲、乙、丙、丁、戊和己，其中丁100%: what 和 joined is the last, and one of them is gone into
    joined = _LAST.search(body) is not None
    gone_into = joined and text.startswith("其中", end + 1)
    open_words = scene.rules.wording["open_ended"]
    open_ended = any(word in body or not gone_into and text.startswith(word, end + 1) for word in open_words)
    if _FIGURE.search(body) or open_ended or ("、" not in body and "”“" not in body) or body.startswith(("一、", "一是", "一方面")):
        return
    if text[end : end + 1] == ";" and opener not in _LED or opener == "(" and not _names_in_brackets(one, body, opened):
        return
    low, high = members(body)
    if opener in _PLACED:
        high = max(high, MOST)  # 3支队伍，分赴东乡、西乡: two may go to one place
    # 甲、乙、丙和丁，…: what 和 joins is the last
    ended = text[end : end + 1] in ("。", ")", "") or joined
    if opener in _KINDS and not one.claim.lead.endswith(scene.rules.wording["whole_before_count"]):
        ended = False  # 企业12家，包括食品、药品企业: of which kinds they are
    yield Reading(low, high, f"{body}：{_range(low, high)}", _OPENERS[opener] if ended or opener in _LED else 0.8)


def _names_in_brackets(one: Declared, body: str, opened: int) -> bool:
    """Whether brackets name what is counted: 3个部门（甲局、乙局、丙局), not 12个县（市、区）."""
    return len(one.noun) == opened - 1 - one.stop >= 2 and all(len(item) >= 3 for item in body.split("、"))


def _inside(text: str, begin: int, at: int) -> bool:
    """Whether a mark stands inside brackets or quotation marks that opened after `begin`."""
    part = text[begin:at]
    return any(part.count(left) > part.count(right) for left, right in ("()", "“”", "《》"))


def named_before(scene: Scene, one: Declared) -> Iterator[Reading]:
    """省、市、县三级: the list leans on the number."""
    text = one.passage.text[max(0, one.begin - 80) : one.begin]
    cut = max(text.rfind(mark) for mark in "，。;:(,《")
    body = text[cut + 1 :].replace("”“", "”、“")
    if body.endswith("共") and body.count("、") > 1 and not _FIGURE.search(body) and "等" not in body:
        # 新增净水器、洗碗机、微波炉、电饭煲共4类
        low, high = members(body[:-1])
        yield Reading(low, high, f"{body[:-1]}：{_range(low, high)}", 0.93)
        return
    if body.count("、") < 1 or body[-1] in "、和及等共的" or _FIGURE.search(body) or body.count("“") != body.count("”"):
        return
    if any(word in body for word in ("等", "共", "其中")) or one.claim.quantity.dimension in _PLACES:
        return
    if not _counts_names(scene, one) or body.endswith(scene.rules.wording["verbs_before_count"]):
        return
    if body.endswith("”") and "、" in body[body.rfind("“") :]:
        inner = body[body.rfind("“") + 1 : -1]
        yield Reading(*members(inner), f"{inner}：{_range(*members(inner))}", 0.95)
    elif not any(word in body[body.rfind("、") :] for word in "与及"):
        yield Reading(*members(body), f"{body}：{_range(*members(body))}", 0.95 if _apposed(scene, one, body) else 0.5)


def _counts_names(scene: Scene, one: Declared) -> bool:
    """Whether a count may lean on names before it: a general counter that stands between them and what they are (not 八个字);
    道路、桥梁、管网12个项目 names sorts of what is counted."""
    quantity = one.claim.quantity
    if quantity.unit not in scene.rules.wording["list_counters"] or quantity.text.startswith("二") or one.noun.startswith("字"):
        return False
    in_digits = quantity.numeral is not None and quantity.numeral.style == "arabic"
    if in_digits and any(word in one.noun[:6] for word in scene.rules.wording["undertakings"]):
        return False
    return bool(one.noun) or quantity.unit in ("级", "县", "乡", "镇", "村")


def _apposed(scene: Scene, one: Declared, body: str) -> bool:
    """Whether the names are surely what is counted: three or more of alike length, and the count between them and what they are."""
    start = scene.document.words.back(one.claim.quantity.start, len(body))
    if any(other.quantity.start >= start for other in scene.before(one.claim, 3)):
        return False
    items = _QUOTED.sub("·", body).split("、")
    if all(item.endswith(_WATERS) for item in items) and not one.noun.startswith(_WATERS):
        return False  # 清川江、梅溪4个控制站: a river may have two
    last = items[-1].split("和")
    middle = [*items[1:-1], *last[:-1]]
    if not middle:
        return False
    longest = max(len(item) for item in middle)
    if len(last[-1]) == 1:
        return longest == 1
    return len(last[-1]) <= longest + 1 and longest <= 3 * len(last[-1]) + 2


_BRIEF = 8
_NUMERALS = "一二三四五六七八九"
# 四升三降一平: those that stayed as they were
_LEVEL = re.compile(f"([{_NUMERALS}])(?:持)?平")


def valued_after(scene: Scene, one: Declared) -> Iterator[Reading]:
    """三个产业分别完成a、b和c; 已开展五轮，各轮依次为a、b、c、d、e: one value for each."""
    claim = one.claim
    following = list(scene.after(claim, 24))
    if not following or not any(word in following[0].lead for word in ("分别", "依次")) or "其中" in following[0].lead:
        return
    lead = following[0].lead
    named = lead[: max(lead.find("分别"), lead.find("依次"))]
    joined_on = one.passage.text[max(0, one.begin - 1) : one.begin]
    if claim.modality == "base" or joined_on and joined_on in "、和及与" or set("、和及与") & set(named):
        return
    if claim.quantity.dimension in _PLACES and "、" in claim.lead:
        return
    told = "各" + claim.quantity.unit in lead or "每" + claim.quantity.unit in lead
    # 三大粮食作物化肥农药利用率分别: a long noun may name what is told of each
    joined = told or not set("，。;:") & set(lead) and len(named) <= _BRIEF
    values = [following[0]]
    for other in following[1:]:
        if other.lead.strip("、和及与 ") or other.quantity.dimension != values[0].quantity.dimension:
            break
        values.append(other)
    if joined and len(values) >= 2 and not {"等", "另"} & set(values[-1].tail[:2]) and ended(scene, one, values):
        quoted = "、".join(value.quantity.text for value in values)
        yield Reading(len(values), len(values), f"{quoted}：{len(values)}", 0.95)


def moved(scene: Scene, one: Declared) -> Iterator[Reading]:
    """六个板块“五升一降”: those that moved one way and the other are all there are."""
    if one.claim.quantity.dimension in _MOVES:
        return  # 面积三增三减，单产五增一减: those that moved are no whole
    following = [c for c in scene.after(one.claim, 2) if c.quantity.start - one.claim.quantity.end < _BESIDE]
    if len(following) == 2 and all(c.quantity.dimension in _MOVES for c in following):
        low = sum(int(c.quantity.value) for c in following)
        note = " + ".join(c.quantity.text for c in following)
        if level := _LEVEL.match(following[1].tail):
            low += _NUMERALS.index(level[1]) + 1
            note += f" + {level[0]}"
        yield Reading(low, low, f"{note} = {low}", 0.93)


def members(body: str) -> tuple[int, int]:
    """How many things a list names: each 、 parts two, and so do two quotations side by side; 和, 及 and 与 may or may not."""
    flat = _QUOTED.sub("·", body)
    least = flat.count("、") + 1 + flat.count("··")
    return least, least + sum(flat.count(word) for word in ("和", "及", "与", "或"))


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
