"""Words around a figure of the prose beside a table: which of them narrow it to less than a row, tell another time, or only lead on."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.tables.slots import telling

# what narrows a figure to less than the row, or makes it one of another stage
_NARROWED = re.compile(
    "(?<![年期])中[，、]|口径|其余|其他|除[^，]{1,12}外|剔除|扣除|不含|不计|计划|预计|力争|目标|预算|如果|假设|以[上下内]|首次|历史|平均|[日月年户人亩]均|仍|每|"
    "[0-9]日|[0-9]时|最[大小高低多少]为"
)
_THEN = re.compile("上年|去年|同期|年初|期初")
_BOUND = re.compile("以[上下内]|左右")
# the times that a clause may tell, which the table must be of
_TIMES = re.compile("(?:[0-9]{1,2}[—~-])?[0-9]{1,2}月(?!末|底)|[上下]半年|前?[一二三四]季度|当[月季]|本[月季]|(?:19|20)[0-9]{2}年?")
_TOTALS = re.compile("合计|总计|共计|共|总额|总量|总数|累计|全部")
# 秋粮(玉米、水稻、大豆), 甲、乙、丙三大税种: what a list is called beside its members
_GROUP = "[两三四五六七八九十]"
_CALLED = re.compile(
    "即[一-鿿]{2,10}(?=，|$)|[前后][两三四五六][类级]|[一-鿿]{1,8}[(（][、和与及]{1,9}[)）]|[0-9]{1,3}个(?:乡镇|街道|县区|部门|单位|县市区|[县区市镇乡村])|"
    f"{_GROUP}[大个项家类种][一-鿿]{{0,6}}?(?=合计|总计|共|实现|完成|同比)|{_GROUP}(?:个(?:行业|乡镇|县区)|[县区市镇乡村家者项类馆所站校院库])"
)
_LEADING = re.compile(
    "^[对向在由于](?=[、和与及，])|(?:此|本)次[^，]{0,6}(?:造成|导致)|从[^，]{1,6}看|其中|[年期]中，|各级财政|该项|上述|在于|主要|以及|同时|截至|期末|年末|月末|报告期内|期内"
)
_AGAINST = re.compile("同比|环比|比(?!重|例|率)|较")
_MOVED = re.compile("比[^，]{0,4}|较[^，]{0,4}|同比|环比|增加|减少|增长|下降|上升|[多少](?:产|收|支)?|增|减|净|提高|降低")
_CHANGED = re.compile("增加|减少|增长|下降|净增|净减|多增|少增")
_PLACES = re.compile("(?:乡镇|街道|县区|县市区|部门|单位|行业|[县区市镇乡村])")


def narrowed(claim: Claim) -> bool:
    """Whether the words say that a figure is of less than a row, planned, a bound, or of what is compared with."""
    moved = claim.measure in ("rate", "change")
    told = _NARROWED.search(claim.lead + claim.quantity.text) or _BOUND.match(claim.tail)
    return bool(told or not moved and any(words.search(claim.lead) for words in (_THEN, _AGAINST, _CHANGED)))


def counts_rows(claim: Claim) -> bool:
    """Whether a figure counts places or bodies, as rows are: 4个乡镇2.2万人受灾."""
    return (
        claim.quantity.dimension.startswith("count:") and bool(_PLACES.match(claim.tail)) or claim.quantity.unit in ("县", "镇", "乡", "村")
    )


def of_another_time(lead: str, told: str) -> bool:
    """Whether a clause tells a time that is not in the words `told` around a table."""
    return any(time.rstrip("年") not in told for time in _TIMES.findall(lead))


def bare(scene: Scene, words: str) -> str:
    """Words without those that only lead on to a figure."""
    words = _LEADING.sub("", _CALLED.sub("", words))
    for word in (*scene.rules.wording["own_body"], *sorted(scene.rules.wording["achieve"], key=len, reverse=True)):
        words = words.replace(word, "")
    return _MOVED.sub("", _TOTALS.sub("", words))


def beyond(scene: Scene, words: str, *known: str) -> frozenset[str]:
    """The telling characters of words that the words known do not have."""
    return telling(bare(scene, words)).difference(*(telling(each) for each in known))
