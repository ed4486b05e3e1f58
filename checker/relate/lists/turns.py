"""Members told in turn (分别, 依次) of whom the words say that they are all there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.chinese import FEW
from checker.claim import Claim
from checker.relate.clause import full_lead, last_words
from checker.rules import Rules

TURNS = ("分别", "依次")
# how long the verb behind 分别 may be, and the noun behind a whole
_VERB = 2
_CLASSES = "类|级|个|项|年|区|市|县|批|期|轮|档|段|者|地|种|镇|乡|村|校|家|座|条|线|部分|季度|阶段|标段|方面|环节|领域|院区|校区|厂区"
_EACH = re.compile(rf"(?:^|[，,])(?:上述|以上|这)?(?:各[^，。；、;]{{1,4}}|[两三四五六七八九十2-9](?:{_CLASSES})).{{0,10}}(?:分别|依次)")
# 省、市、县三级项目依次: names and how many they are
_COUNTED = re.compile(rf"[^，。；、;]{{1,8}}([两三四五六七八九十])(?:{_CLASSES})[^，。；、;]{{0,8}}(?:分别|依次)")
# 按年度分, 分季度看, 按区域分布: what is taken apart is all there is
_DIVIDED = re.compile(
    "(?:^|[，。；;,])(?:按照?[^，。；;,]{1,8}?(?:分|分类|划分|分布|看|分看)|分[^，。；;,]{1,6}看|从(?:[一-鿿]{0,4}(?:用途|来源|构成|结构|类别|类型|行业|产业|地区|区域|领域|期限|性质|品种|渠道|方式|去向|投向|层级|级别|年龄|学历|年度|季度|月份|板块|业务|客户|险种|性别|规模|内容|原因|程度|结果|时段|时间|品类|类别|主体|部门|分布))(?:上|来)?看|按(?:产品|地区|区域|行业|院区|年度|季度|月份|部门|性质|用途|来源|类别|类型|渠道|品种|等级|客户|期限|业务|板块|层级|级别|学段|学历|年龄|原因|方式))[，,:]"
)
_CALLED = re.compile("[一-鿿]([^\\d年月日度两二三四五六七八九十项类级个家者区县市省][^\\d数额量])[数额量]?(?:分别|依次)为")
_INDUSTRY = re.compile("(?<!规上)工业[^，。；;:]{0,4}、[^，。；;:]{0,8}(?:服务业|三产)|第?二产业?、第?三产业?")
_ALL_INDUSTRIES = re.compile("农|一产|第一产业|其[他余它]|建筑")
_QUARTER = 3
_MONTH = "(?:1[0-2]|[1-9])月(?:份)?"
# what bands are bands of
_MEASURES = frozenset({"month", "year", "time", "age", "number", "money", "fraction"})


def by_turns(head: Claim) -> bool:
    """Whether 分别 or 依次 alone opens a list."""
    turns = any(word in last_words(head) for word in TURNS)
    return turns and not any(word in head.lead for word in ("其中", "包括", "分为", ":"))


def of_the_same(head: Claim, whole: Claim, rules: Rules) -> bool:
    """总投资18亿元，分别使用贷款6亿元、7亿元: what stands behind 分别 must be a verb, or repeat what the whole is of."""
    words = last_words(head)
    said = words[max(words.rfind(turn) for turn in TURNS) + 2 :]
    for verb in rules.wording["achieve"]:
        said = said.replace(verb, "")
    end = next((at for at, mark in enumerate(whole.tail) if mark in "，、；;。:("), len(whole.tail))
    return len(said) <= _VERB or any(said[i : i + 2] in last_words(whole) + whole.tail[:end] for i in range(len(said) - 1))


def of_one_noun(head: Claim, whole: Claim) -> bool:
    """各领域项目分别为: whether the noun before 分别 comes back in what the whole counts (重大项目312个)."""
    words = last_words(head)
    noun = words[: max(words.rfind(turn) for turn in TURNS)][-2:]
    return len(noun) > 1 and noun in last_words(whole) + whole.tail[:6]


def divided(lead: str) -> bool:
    """Whether the words before a list say by what its whole is taken apart (按年度分, 分季度看)."""
    return _DIVIDED.search(lead) is not None


def some_industries(words: str) -> bool:
    """工业、服务业、居民用电依次为: whether industries are named and agriculture and building left out."""
    return _INDUSTRY.search(words) is not None and _ALL_INDUSTRIES.search(words) is None


def called(head: Claim) -> str:
    """What the members told in turn are each a figure of (2025年计划投资依次为 → 投资), '' where the words do not say."""
    found = _CALLED.search(last_words(head))
    # 甲、乙及其他分别为: the last of those who are named
    return found.group(1) if found is not None and found.group(1) not in ("其他", "其它", "其余") else ""


def all_of_a_class(rules: Rules, sentence: Sequence[Claim], head: Claim, whole: Claim, count: int) -> bool:
    """三类水库依次为, 各年分别投入: who is spoken of are all the members of a class, or as many as the list has, or bands that leave
    nothing out (1年以内、1至2年、2年以上的分别为), or the months of the whole's period (二季度a，4月、5月、6月分别为)."""
    position = head.index - sentence[0].index
    lead = full_lead(sentence, position)
    if _EACH.search(lead) is not None or _banded(rules, sentence[:position], head, count) or _monthly(lead, whole, count):
        return True
    named = _COUNTED.search(lead)
    if named is not None and FEW[named.group(1)] == count:
        return True
    before = sentence[position - 1] if position else None
    if before is None or any(mark in head.lead for mark in "，、；;"):
        return False
    words = before.lead.rpartition("，")[2].strip("，,;")
    # 甲、乙、丙三村分别为
    spoken = words in ("", "上述", "以上", "这", "前") or words.count("、") == count - 1
    beside = before.quantity.dimension.startswith("count:") and spoken
    return beside and before.quantity.exact and before.quantity.value == count


def told_each(rules: Rules, sentence: list[Claim], run: list[Claim], whole: Claim) -> bool:
    """出台16条措施，三方面分别为6条、5条、5条: as many as the number right before says, of the whole in the same clause."""
    told = by_turns(run[0]) and whole.clause == run[0].clause and len(run) > 1 and of_the_same(run[0], whole, rules)
    counted = sentence[run[0].index - sentence[0].index - 1].quantity.dimension.startswith("count:")
    return told and counted and all_of_a_class(rules, sentence, run[0], whole, len(run))


def _monthly(lead: str, whole: Claim, count: int) -> bool:
    months = re.search(rf"(?:{_MONTH}[、和]){{{count - 1}}}{_MONTH}[^，。；;]{{0,8}}(?:分别|依次)", lead)
    spanned = whole.period.months if whole.period is not None and not whole.period.point else 0
    return months is not None and (spanned == count or count == _QUARTER and "季度" in whole.lead)


def _banded(rules: Rules, before: Sequence[Claim], head: Claim, count: int) -> bool:
    near = before[-2 * count :]
    words = "".join(c.lead + c.quantity.text for c in near) + head.lead
    measured = any(c.quantity.dimension in _MEASURES for c in near) and words.count("、") >= count - 1
    return measured and all(any(word in words for word in rules.wording[end]) for end in ("band_below", "band_above"))
