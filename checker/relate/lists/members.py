"""The members of a list: which figures after its head belong to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from checker.claim import Claim
from checker.relate.clause import apiece, band, full_lead, last_words, silent
from checker.relate.lists.among import became, names_next, nested
from checker.relate.lists.beside import with_shares
from checker.relate.lists.closed import complementary, partition
from checker.relate.lists.kinds import all_kinds
from checker.relate.lists.spoken_of import among, other_side
from checker.relate.lists.turns import by_turns, divided
from checker.relate.sorts import amount, counted, one_scale, one_thing
from checker.rules import Rules

_JOINTS = {"、": "、", "和": "、", "及": "、", "与": "、", "以": "、", "，": "，", ";": ";", ")": ")"}
# 低保户386户、边缘户等；抗震改造862户: 等 before a mark ends a list
_CUT_SHORT = re.compile("等[，；;。]")
# so many figures behind what looks like the rest may fill a closed set with it
_MANY = 3
# 5个镇、3个村: the noun of the member before, and the mark
_ITEM = re.compile("[一-鿿]{1,6}[、和]")
_PAIR = 2
# words this short tell what a member is, and little else
_BRIEF = 8
_BEHIND = re.compile("[一-鿿]{0,8}")
_SAID_FIRST = "、和及与，;"
# T：甲a，乙b，丙c: the colon stands right behind the whole, or behind the noun that it counts
ANNOUNCING = re.compile("[一-鿿]{0,8}:(?!其中)")
_SERIES = ("ABCDEFG", "甲乙丙丁戊己庚", "一二三四五六七八九十", "ⅠⅡⅢⅣⅤⅥ")
_ORDINAL = re.compile(f"([{''.join(_SERIES)}])([类级档等组区批期标段片]段?)[一-鿿]{{0,6}}$")
_ENDING = 2
_WITH_REST = re.compile("[及和与]其[他它余]")


def joint(claim: Claim) -> str:
    """The mark that joins a figure to the one before it: 、 (for 和, 及, 与 too), ， ; or '' for none."""
    return _JOINTS.get(claim.lead[:1], "")


def joints(sentence: Sequence[Claim], run: Sequence[Claim]) -> set[str]:
    """The marks that join the members of a list, whatever numbers their names hold."""
    first = sentence[0].index
    return {_mark(full_lead(sentence, part.index - first)) for part in run[1:]}


def _mark(lead: str) -> str:
    """The mark that joins a member; 分行9家，即甲、乙分行;支行a家: where a remark stands between, the one behind that."""
    mark = _JOINTS.get(lead[:1], "")
    return ";" if mark == "，" and ";" in lead else mark


def run_of(sentence: Sequence[Claim], position: int, opens: Callable[[Sequence[Claim], int], float], rules: Rules) -> list[Claim]:
    """The amounts of one dimension that follow one another, stepping over their shares, rates and bracketed remarks. What separates
    the first two parts separates them all: a list joined by 、 ends where another mark follows, and one that a comma opens ends with its
    clause. A closed set ends where its last member is named."""
    head = sentence[position]
    run = [head]
    inside, told = "paren" in head.cues, among(full_lead(sentence, position)) or divided(full_lead(sentence, position))
    mark, inner = "", nested(sentence, position, opens)
    for at, other in enumerate(sentence[position + 1 :], position + 1):
        if inside != ("paren" in other.cues):
            if inside:
                break
            continue
        if at in inner or _no_member(other) or names_next(rules, sentence, at):
            continue
        joined = _mark(full_lead(sentence, at))
        closing = joined in ("，", ";", "") and closes(rules, other)
        # 贷款中，甲a；乙、丙分别为b、c: what a noun announces goes on where some of it is told in turn
        goes_on = told and by_turns(other) and joined in ("，", ";")
        if opens(sentence, at) and not goes_on or any(word in other.lead for word in ("合计", "总计", "共计")):
            break
        apart = position > 0 and other_side(last_words(other), last_words(sentence[position - 1]))
        if joined == "，" and apart or became(rules, sentence, at, run, joined):
            break
        left = last_words(other).startswith(rules.wording["rest"])
        if mark == "、" and joined != "、" and other.lead and not closing and not succeeds(run[-1], other) or _CUT_SHORT.search(other.lead):
            break
        parted = mark == "，" and joined == ";" and len(run) > _PAIR and not goes_on
        parted = parted or mark == ";" and joined == "，" and not _only_remarked(sentence, run)
        if parted and not closing or _of_another_noun(rules, head, other, joined):
            break
        if other.quantity.dimension == head.quantity.dimension or not silent(other):
            mark = mark or joined
        alike = other.quantity.dimension == head.quantity.dimension and one_scale(head, other)
        if alike and (left or one_thing(head, other) or told and _ITEM.fullmatch(other.lead)):
            run.append(other)
            if closing and not _goes_on_in_a_set(rules, run, sentence[at + 1 : at + 1 + _MANY]):
                break  # who has told of the rest has told of all
    return _within(rules, sentence, run, full_lead(sentence, position), mark)


def _only_remarked(sentence: Sequence[Claim], run: Sequence[Claim]) -> bool:
    """其中：甲a，增长x%；乙b，丙c，丁d，戊e: whether the semicolon only ends what was said of the first member, and commas join three and
    more behind the second."""
    if len(run) < _PAIR or run[1].index == run[0].index + 1 or joint(run[1]) != ";" or ":" not in run[0].lead:
        return False
    at = run[1].index - sentence[0].index + 1
    behind = sentence[at : at + _MANY]
    alike = all(c.quantity.dimension == run[0].quantity.dimension and joint(c) == "，" and c.name for c in behind)
    return len(behind) == _MANY and alike


def told_apart(run: Sequence[Claim]) -> list[str]:
    """The names of figures, or all the words before them where two bear one name: 小(1)型a座，小(2)型b座."""
    names = [part.name for part in run]
    return names if len(set(names)) == len(names) or not all(names) else [last_words(part).lstrip("、和及与，;") for part in run]


def _goes_on_in_a_set(rules: Rules, run: Sequence[Claim], behind: Sequence[Claim]) -> bool:
    """工程费用a，其他费用b，预备费c: whether what looks like the rest is a member of a closed set that others fill."""
    names = [part.name for part in (*run, *(c for c in behind if c.quantity.dimension == run[0].quantity.dimension))]
    return any(partition(rules, names[:count]) for count in range(len(run) + 1, len(names) + 1))


def _no_member(claim: Claim) -> bool:
    """Whether a figure is none that a list could count: so much for each, a band, what others are compared with."""
    return claim.measure == "mean" or apiece(claim) or not amount(claim) or band(claim) or claim.modality == "base"


def succeeds(one: Claim, other: Claim) -> bool:
    """A档134人、B档53人，…；C档4人: whether a member is the next of a series that its number, letter or stem tells."""
    first, second = _ORDINAL.search(last_words(one)), _ORDINAL.search(last_words(other))
    if first is None or second is None or first.group(2) != second.group(2):
        return False
    return any(first.group(1) + second.group(1) in series for series in _SERIES)


def _of_another_noun(rules: Rules, head: Claim, other: Claim, joined: str) -> bool:
    """19个单位开展自评，自评项目126个: where the noun stands behind the first count, one that stands before another is of other things,
    unless it only says what became of them (12个项目开工，在建8个)."""
    noun = counted(head)
    if not noun or head.name or joined not in ("，", ";") or len(other.name) < len("项目") or counted(other)[:2] == noun[:2]:
        return False
    fated = any(word in other.name for word in (*rules.wording["done"], *rules.wording["pending"]))
    return not fated and not any(noun[at : at + 2] in other.name for at in range(len(noun) - 1))


def _within(rules: Rules, sentence: Sequence[Claim], run: list[Claim], lead: str, mark: str) -> list[Claim]:
    """The run up to where its closed set is full, else up to the end of the clause that it began in after a comma."""
    announced = ANNOUNCING.match(lead) is not None
    names = [part.name for part in run]
    # 资金a：中央b，省级c，市级d，县级e，自筹f: what a colon announces goes on behind a set that is full
    for count in range(0 if announced or all_kinds(rules, names) else len(run), 1, -1):
        if mark != "、" and partition(rules, names[:count]) and not _goes_on(rules, run, count):
            return run[:count]
    if _only_remarked(sentence, run) or lead[:1] not in "，,(" and not (announced and len(run) > 1 and mark == "，"):
        return run
    end = next((at for at, part in enumerate(run) if part.clause != run[0].clause and joint(part) != "、"), len(run))
    shared = with_shares(sentence, run)
    some = names[:shared]
    told = ":" in run[0].lead or closes(rules, run[shared - 1]) or partition(rules, some) or complementary(some)
    return run[: max(end, shared if told else 0)]


def told_set(rules: Rules, run: Sequence[Claim]) -> bool:
    """Whether members are a closed set by their names, or by the words before them that verbs take from a name (继续有效, 基本完成)."""
    names = [part.name for part in run]
    if not any(names):  # 42名男教师、144名女教师
        names = [_BEHIND.match(part.tail).group() for part in run]  # type: ignore[union-attr]
    said = [last_words(part).lstrip(_SAID_FIRST).removeprefix("其中") for part in run]
    return partition(rules, names) or max(map(len, said)) <= _BRIEF and (partition(rules, said) or complementary(said))


def _goes_on(rules: Rules, run: Sequence[Claim], count: int) -> bool:
    """财产险公司总资产a；人身险公司总资产b；再保险公司总资产c: one more that is named and joined as the first ones are; 个人缴费a，
    财政补助b，利息c，其他d: what leaves a rest has more members than the set."""
    names = [part.name[-_ENDING:] for part in run[: count + 1]]
    behind = run[count:]
    alike = len(behind) > 0 and joint(run[count]) == joint(run[1])
    rest = next((at for at, part in enumerate(behind) if closes(rules, part)), len(behind))
    left = rest < len(behind) and all(joint(part) == joint(run[1]) for part in behind[: rest + 1])
    return left or alike and len(set(names)) == 1 and len(names[0]) == _ENDING


def closes(rules: Rules, part: Claim) -> bool:
    """Whether a figure is what the others leave: 其余c."""
    others = rules.wording["others"]
    said = last_words(part)
    # 集体及其他企业15家; 协定、通知存款等6.58亿元
    together = _WITH_REST.search(said) is not None or part.lead.startswith("，") and "、" in part.lead and said.endswith("等")
    return together or part.name.startswith(others) or said.startswith(others) or part.lead.lstrip("，、;").startswith(others)
