"""The word for a figure's sort that its clause ends with, and whose it is by the words before that one."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from checker.claim import Claim
from checker.relate.clause import last_words

_BRACKETS = re.compile(r"\([^()]{0,30}\)")
_CLAUSE = re.compile("[，、；;:(]")
_OUTER = re.compile("[，；;:(]")
_LED = 8
_LONGEST, _MOST_PARTICLES = 24, 5
_COMPARED = re.compile(
    "^(?:同比|环比|比|较|占|与|(?:上年|去年)(?!度?(?:旧存|结转|结余|滚存|累计|末|底|库存|结存|余额|存量))|超过|低于|高于|主要)"
)
# what may stand between the word for a figure and the figure
_PARTICLE = re.compile(
    "(?:每[一-鿿]{1,4}|约|共|计|为|是|达到|达|有|仅|只|了|高达|累计|实现|完成|共计|分别|依次|全年|当年|本年|上半年|中的|的|则|也|均|已|因之|因此|由此|从而|随之|相应|人民币|发生额?"
    "|仅有|只有|多达|突破|总额|金额|资金|数额|数量|规模|委员|代表|人员|董事|监事|职工|学员|考生|党员|问卷|选票|保费|税款|款项|租金|货款|人数|面积|流量)$"
)
# what may stand before it without making it another sort: when, and verbs that lead to it
_WHEN = (
    "[末底初中份]|[0-9]{4}年度?|[0-9]{1,2}[月日号]|[一二三四1-4]季度|[上下]半年|前[一二三四五六七八九十0-9]{1,2}(?:个?月|季度)|全年|当年|本年度?|本期|今年|当期|报告期内?|期内|期间|年度|年内|年中|截至|截止|至|本次|此次|该|上述|年末|期末|年底|月末|季末|时"
)
_VERBS = (
    "实现|完成|取得|达到|形成|发生|产生|减去?|扣减|扣除|扣去|扣掉|抵减|冲减|去除|减掉|剔除|再|加上?|加计|计入|连同|得到|得出|得|为|即|列支|其中|其|共计|共|总计|总|累计|合计|有|计"
    "|则|后|最终|最后|由此|因此|因而|因之|据此|相应|相抵|计提|提取|考虑|另|另有|和|及|与|以及|并|仍|尚|还|余|已|实际|当前|现有|目前|经|计算|经计算|审定|审计后|经审计|按|从|在|由|余额由|余额从|同期|预计|净|年|对应|承担|负担"
    "|每[一-鿿]{1,6}"
)
_FILLING = re.compile(f"^(?:{_WHEN}|{_VERBS}|[0-9—\\-至~]{{1,4}}月?| ){{0,8}}$")
_SUBJECT = re.compile(
    "^(?:(?:[我本]?行|[我本]?公司|集团)|[^，、；]{0,20}(?:行|公司|集团|市|县|区|省|州|镇|乡|局|院|校|厂|社|企业|中心|水库|电站|预算|医保|保险|基金|全[一-鿿]))$"
)
_AT_ENDS = re.compile(f"^(?:{_WHEN}|其中|另)|(?:{_WHEN}|{_VERBS})$")
_SEVERAL = 4


def sort_named(claim: Claim, known: Container[str]) -> tuple[str, str] | None:
    """The longest known word that the words before a figure end with, and what stands before it in the clause; None where there is
    none, or where the figure is only compared with."""
    words = _clause(claim)
    if compared(claim):
        return None
    for _ in range(_MOST_PARTICLES):
        for start in range(max(0, len(words) - _LONGEST), len(words) - 1):
            if words[start:] in known:
                return words[start:], words[:start]
        shorter = _PARTICLE.sub("", words)
        if shorter == words:
            break
        words = shorter
    return None


def compared(claim: Claim) -> bool:
    """Whether the words of a figure say that it is only compared with, or how much more another is (较上年增加d)."""
    return _COMPARED.match(_clause(claim)) is not None


def sort_led(claim: Claim, known: Mapping[str, object]) -> str:
    """The longest known word that a figure's clause begins with, whatever is listed before the figure (剔除毕业、转出等情形c); ''."""
    clause = _OUTER.split(_BRACKETS.sub("", claim.lead))[-1]
    return next((clause[:stop] for stop in range(min(len(clause), _LED), 1, -1) if clause[:stop] in known), "")


def whose(before: str) -> str | None:
    """Of whom a figure is by the words before its sort: '' where they only say when or lead to it, None where they narrow the sort itself
    (贷款 before 利息收入)."""
    if _FILLING.match(before):
        return ""
    for _ in range(_SEVERAL):
        before = _AT_ENDS.sub("", before)
    return before if not before or _SUBJECT.match(before) else None


def _clause(claim: Claim) -> str:
    if "respectively" in claim.cues:
        return claim.name
    lead = _BRACKETS.sub("", claim.lead)
    return _CLAUSE.split(lead)[-1] if lead else last_words(claim)
