"""Whether a list leaves none of the parts of its whole out, by its words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.lists.closed import abbreviated, complementary, parallel, without_the_rest
from checker.relate.lists.juxtaposed import juxtaposed
from checker.relate.lists.kinds import awarded, graded
from checker.relate.lists.members import ANNOUNCING, closes, joints, told_apart, told_set
from checker.relate.lists.openers import opened
from checker.relate.lists.spoken_of import among, numbered, topic
from checker.relate.lists.turns import divided, some_industries
from checker.relate.sorts import amount, one_thing
from checker.rules import Rules

# Lists of so many parts joined by 、 named all of them in 31 of 32 published lists; lists of two in 17 of 23.
_MANY = 3
_PAIR = 2
# 甲类a个、乙类b个、丙类若干: the list goes on without a figure
_SAID_OF_IT = "(?:同比|环比|分别)?(?:比|较|占|增|降|下降|回落|[人户次]均|平均|每)"
_UNCOUNTED = re.compile(f"^[^，；。;()\\d]{{0,8}}、(?!{_SAID_OF_IT})[^，；。;()\\d]{{2,20}}(?:[，；。;]|$)")
_END = re.compile("[^，、；;:(]{0,8}(?:[。]|$)")
_ACCOUNT = re.compile("(?:收入|支出)(?:总计|总量|总数)|财力总量|总财力")
_TOGETHER_SHARE = re.compile("[，(;](?:[二两三四五六][者项类个]|前[二两三四五六七八九十]{1,2}[一-鿿]{1,3})?(?:合计?|合共|共计?|总计)约?占")
# 反映问题靠前的四个领域为: the foremost of more
_FOREMOST = re.compile(
    "主要(?:构成|[一-鿿]{2,4}[中里]|包括)|靠前|[居列位]前|排[名在]?前|前[二三四五六七八九十两0-9]{1,2}[位名大]|[较最]多的|集中[在于]"
)
_ALIKE_PAIR, _COUNTED_PAIR = 0.93, 0.87
# 国道a公里、省道b公里列入养护计划: of those of each kind that something is said of
_CHOSEN = re.compile("(?:均|都)?(?:已|正在|列入|纳入|获得|通过|需|未|尚未|待)")
# 甲类a件等; 、利益转移等其他类b件 names the next one
_OPEN = re.compile("[^，、；;。:()]{0,5}等")
_NOUN = re.compile("[一-鿿]{0,8}")
# what says that a clause tells of an act of its own
_ACTED = ("已", "正在", "均", "累计", "同时", "紧急", "应急")
# 2个乡镇, 3个县(区), 3县
_PLACE = re.compile(r"(?:[个家]|)([一-鿿]{0,2}(?:\([一-鿿、]{1,4}\))?)")
_WHOLE_PLACE, _OPENED = re.compile("全[市省县区州国乡镇]"), re.compile("其中|包括")


def complete(rules: Rules, whole: Claim, run: Sequence[Claim], lead: str, marks: set[str], followed: bool) -> float:
    """How sure it is that a list names all the parts of its whole; `followed` says that one more amount stands in its clause."""
    last = run[-1]
    if _left_open(rules, run):
        return 0.1
    # 三大产业分别为b、c、d，合计占80.9%: there are others
    if _TOGETHER_SHARE.match(last.tail) or _FOREMOST.search(lead):
        return 0.3
    if some_industries(lead + "".join(part.lead for part in run[1:])):
        return 0.5
    names = told_apart(run)
    if (named := _named(rules, whole, run, names)) is not None:
        return named
    # 收入总计t，其中本级收入a，补助b，…: what the account has or uses
    account = len(run) > _MANY and _ACCOUNT.search(last_words(whole)) is not None
    # 4座水库中，甲、乙2座超限，另2座未超限
    other = among(lead) and last_words(last) == "另"
    rest = other or any(part.name.startswith(rules.wording["rest"]) or closes(rules, part) for part in run[1:])
    if rest or account or numbered(whole, len(run)):
        return 0.98
    if followed:
        # 其中甲、乙、丙分别a、b、c，丁d: the list goes on
        return 0.7
    if any(word in lead for word in rules.wording["composed"]) or last.tail.startswith(("组成", "构成")):
        return 0.96
    if len(run) >= _MANY and topic(lead) and len(marks) == 1 and _ended(last):
        return 0.96
    if len(run) >= _MANY and (marks == {"、"} or divided(lead) or ANNOUNCING.match(lead) and len(marks) == 1):
        # a whole of two kinds (49名企业人员和监察对象) may have one of them listed
        return 0.8 if _of_two_kinds(whole) else 0.98
    if _named_in(whole, names):
        return 0.98
    counted_pair = len(run) == _PAIR and marks == {"、"} and last.quantity.dimension.startswith(("count:", "person"))
    if counted_pair:
        # of two counts joined by 、 that some words open nearly nine in ten lists named all (28 of 32)
        return _ALIKE_PAIR if parallel(names) else _COUNTED_PAIR
    return 0.8 if parallel(names) else 0.6


def _left_open(rules: Rules, run: Sequence[Claim]) -> bool:
    """Whether 等, a member without a figure or a rest behind them says that there are others."""
    last = run[-1]
    rest = last.tail.lstrip("，,。；;").startswith(rules.wording["rest"]) and not last.tail.startswith((";另", "。另"))
    uncounted = _UNCOUNTED.search(last.tail) is not None and not closes(rules, last)
    return any(_OPEN.match(part.tail) for part in run) or uncounted or rest


def _named(rules: Rules, whole: Claim, run: Sequence[Claim], names: Sequence[str]) -> float | None:
    """What the names alone say: those of a closed set, or that the whole puts side by side, leave none out; grades and prizes may."""
    if awarded(names, last_words(whole) + _NOUN.match(whole.tail).group()):  # type: ignore[union-attr]
        return 0.3
    if abbreviated(whole, names) or juxtaposed(whole, names) or told_set(rules, run) or complementary(names):
        return 0.6 if _CHOSEN.match(run[-1].tail) else 0.98
    if without_the_rest(rules, names):
        return 0.5
    told = numbered(whole, len(run)) or any(closes(rules, part) for part in run[1:])
    return 0.6 if graded(names) and not told else None


def _named_in(whole: Claim, names: Sequence[str]) -> bool:
    """Whether the words of a whole name all its parts and join them: 价款及违约金a，其中价款b、违约金c."""
    said = last_words(whole) if not any(mark in whole.lead for mark in "、和及与") else whole.lead
    return len(names) > 1 and any(mark in said for mark in "、和及与") and all(len(name) > 1 and name in said for name in names)


def _ended(last: Claim) -> bool:
    """Whether the sentence ends with a figure or what it counts."""
    return _END.match(last.tail) is not None


def _of_two_kinds(whole: Claim) -> bool:
    noun = whole.tail[: next((at for at, mark in enumerate(whole.tail) if mark in "，、；;。:("), len(whole.tail))]
    return any(word in noun for word in "和及与")


def followed(rules: Rules, sentence: list[Claim], run: list[Claim]) -> bool:
    """Whether one more amount of the list's kind stands behind a comma in its clause, and may be one more member: not where 、 alone joins
    the members and a verb says what was done besides (其中甲a处、乙b处、丙c处，已处置d处)."""
    last = run[-1]
    first = sentence[0].index
    behind = [c for c in sentence if last.index < c.index <= last.index + 3 and c.clause == last.clause and "paren" not in c.cues]
    alike_ones = [c for c in behind if amount(c) and c.quantity.dimension == last.quantity.dimension and c.modality == last.modality]
    going_on = [c for c in alike_ones if one_thing(c, last) and not opened(sentence, c.index - first)]
    over = len(run) >= _MANY and joints(sentence, run) == {"、"} and not any(_acts(rules, part) for part in run)
    going_on = [c for c in going_on if not any(word in c.lead for word in ("合计", "共", "总计", "累计"))]
    return bool(going_on) and not (over and _acts(rules, going_on[0]))


def _acts(rules: Rules, claim: Claim) -> bool:
    """Whether the words of a figure tell an act, and not which member of a list it is: ，已处置17处, ，紧急转移4597人, 紧急转移安置."""
    said = last_words(claim).lstrip("、和及与，;")
    acts = rules.wording["acts"]
    begins = said.startswith((*acts, *_ACTED, *rules.wording["pending"])) and not said.startswith(rules.wording["rest"])
    return begins or said.endswith(acts)


def of_counted_places(sentence: Sequence[Claim], whole: Claim, run: Sequence[Claim]) -> bool:
    """甲县2个乡镇挪用资金t，其中某镇a、某乡b: whether as many places or bodies as the list has members were counted before its whole in
    the clause, and every member is called as these are."""
    names = [part.name for part in run]
    if len(names) < _PAIR or not all(len(name) > 1 for name in names):
        return False
    before = [c for c in sentence if c.index < whole.index and c.clause == whole.clause == run[0].clause]
    for at, claim in enumerate(before):
        counted = claim.quantity.dimension.startswith("count:") and claim.quantity.exact and claim.quantity.value == len(names)
        between = "".join(c.lead for c in (*before[at + 1 :], whole))
        if counted and not _WHOLE_PLACE.search(between) and not any(_OPENED.search(c.lead) for c in before[at:]):
            noun = _PLACE.match((claim.quantity.unit or "") + claim.tail).group(1)  # type: ignore[union-attr]
            if all(name[-1] in noun for name in names):
                return True
    return False
