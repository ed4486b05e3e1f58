"""A total behind its kinds: 一期投资a，二期投资b，总投资c; 老城区改造a个，新城区改造b个，全市共改造c个; 一期建成a，二期建成b，全线c;
连续三年亏损，分别亏损a、b、c，累计亏损d; 代表建议a件、政协提案b件，c件建议提案."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.chinese import FEW
from checker.claim import Claim
from checker.relate.clause import JOINTS, alike, last_words, silent
from checker.relate.lists.closed import complementary, partition, siblings
from checker.relate.lists.juxtaposed import common_ending
from checker.relate.lists.kinds import kin
from checker.relate.scene import Scene
from checker.relate.sorts import one_scale, one_thing
from checker.relate.sums.together import NESTING, summed
from checker.relation import Relation

_PAIR, _MOST = 2, 8
_WHOLE = re.compile(
    "^(?:总[一-鿿]{1,4}"
    "|(?:年内|目前)?(?:全[市县省区镇乡村校线部厂州行公司年]{1,2}|两[期批]|[三四]期)?(?:累计|合计|总计|一?共|总)[一-鿿]{0,6}"
    "|全[线部][一-鿿]{0,4}|[一-鿿]{2,6}(?:合计|总计|共计))$"
)
_MARKER = re.compile("^.{0,6}?(?:累计|合计|总计|一?共|总|全[线部])(?:有)?")
# 总里程, 总面积 say nothing of what is measured
_MEASURE = re.compile("^(?:里程|长度|面积|人数|户数|数量|金额|规模|容量|产量|库容)$")
# 一期投资a，二期投资b，累计完成c: what was planned and what is done
_DONE = re.compile("完成|到位|支付|拨付|支出|使用")
_NEW = re.compile("新[建增改开设聘招]|改[造建]|扩建")
# 医疗收入合计
_NAMED_BEFORE = re.compile("([一-鿿]{2,6})(?:合计|总计|共计)$")
_PLACES = re.compile("^(?:全[市县省区镇乡村校线部厂州行公司年]{1,2}|[两三四二]项|上述|以上|各项|各类|年内|目前|[我本][县市区]|[今本]年)+")
# 连续3年, 三年
_YEARS = re.compile("(?<![0-9])([两二三四五六2-6])(?:个)?(?:年度?|会计年度)(?![0-9末底初])")
_ACCRUED = re.compile("^(?:累计|合计|共计|总计|共)([一-鿿]{2,4})$")
_NOUN = re.compile("[一-鿿]{0,12}")
_COMPARED = re.compile("[比较占]|同比|其中|余额|上年|去年|均")
# what a clause of its own tells of all, behind figures of kinds that exclude one another
_TOLD = 0.94


# 全年粮食产量, 项目总数: what is told of all in these words is so only behind a closed set
_NAMED = re.compile("^(?:全年([一-鿿]{2,8})|([一-鿿]{2,6})(?:总数|总量|总额|合计|总计|共计|共))$")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every total in a clause of its own with the kinds right before it, back to where the part of the sentence begins."""
    for sentence in scene.sentences:
        for position, total in enumerate(sentence):
            if position < _PAIR or not alike(total, total) or total.lead[:1] not in "，;":
                continue
            yield from _in_turn(scene, sentence, position)
            yield from _put_together(scene, sentence, position)
            if total.lead.startswith("，") and _WHOLE.match(last_words(total)):
                yield from _of(scene, sentence, position)
            elif (named := _NAMED.match(last_words(total))) is not None:
                yield from _of_a_set(scene, sentence, position, named.group(1) or named.group(2))


def _of(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    total = sentence[position]
    run = [c for c in sentence[max(0, position - _MOST) : position] if c.clause == total.clause]
    if not _PAIR <= len(run) < _MOST or any(not _part(total, c) for c in run) or any(scene.container.get(c.index) for c in run):
        return
    names = [last_words(part).lstrip("、和及与，;") for part in run]
    # 累计 may take in years before, of which only numbered parts (一期、二期) leave none out
    closed = "累计" not in total.lead and siblings(scene.rules, names)
    if (closed or kin(scene.rules, names)) and _of_them(scene, total, run):
        yield summed(scene, total, run, _TOLD)


def _in_turn(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """连续三年亏损，分别亏损a、b、c，累计亏损d: who tells how many years there are and what was done in each tells of all of them."""
    total = sentence[position]
    found = _ACCRUED.match(last_words(total))
    head = next((at for at in range(position - 1, max(-1, position - _MOST), -1) if not silent(sentence[at])), position)
    run = sentence[head:position]
    if found is None or len(run) < _PAIR or "respectively" not in run[0].cues or not found.group(1):
        return
    said = last_words(run[0])
    told = "".join(c.lead + c.quantity.text for c in sentence[:head]) + run[0].lead
    years = {FEW.get(number) or int(number) for number in _YEARS.findall(told)}
    if said.endswith(("分别" + found.group(1), "依次" + found.group(1))) and len(run) in years and all(alike(total, c) for c in run):
        yield summed(scene, total, run, _TOLD)


def _put_together(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """代表建议a件、政协提案b件，c件建议提案: a count whose noun is made up of those of the counts right before it."""
    total = sentence[position]
    run: list[Claim] = []
    for claim in reversed(sentence[max(0, position - _MOST) : position]):
        run.insert(0, claim)
        if not claim.lead.startswith(JOINTS):
            break
    noun = _NOUN.match(total.tail).group()  # type: ignore[union-attr]
    if total.lead != "，" or len(run) < _PAIR or not total.quantity.exact or not all(_part(total, c) and c.quantity.exact for c in run):
        return
    endings = [part.name[-_PAIR:] for part in run]
    if noun.startswith("".join(endings)) and all(len(ending) == _PAIR for ending in endings) and len(set(endings)) == len(endings):
        yield summed(scene, total, run, _TOLD)


def _of_a_set(scene: Scene, sentence: Sequence[Claim], position: int, thing: str) -> Iterator[Relation]:
    """夏粮a，秋粮b，全年粮食产量c; 续建项目a个，投资…；新建项目b个，投资…；项目合计c个: all of the unit before it in the sentence, a closed
    set of what the total is called."""
    total = sentence[position]
    run = [c for c in sentence[max(0, position - 2 * _MOST) : position] if c.quantity.dimension == total.quantity.dimension]
    if not _PAIR <= len(run) < _MOST or any(not _part(total, c) or scene.container.get(c.index) for c in run):
        return
    names = [last_words(part).lstrip("、和及与，;") for part in run]
    closed = partition(scene.rules, names) or complementary([part.name for part in run])
    if closed and _so_called(thing, names):
        yield summed(scene, total, run, _TOLD)


def _so_called(thing: str, names: Sequence[str]) -> bool:
    """Whether all is called as its parts are: 粮食产量 (夏粮产量、秋粮产量), 项目 (续建项目、新建项目), and not 油料产量."""
    common = common_ending((thing, *names))
    core = thing.removesuffix(common)
    cores = [name.removesuffix(common) for name in names]
    if any(len(name) > 1 and name in core for name in cores):
        return False  # 天然林a，人工林b，全年人工造林c
    said = any(core[at : at + _PAIR] in name for name in cores for at in range(len(core) - 1))
    return not core or said or all(set(core) & set(name) for name in cores)


def _of_them(scene: Scene, total: Claim, run: Sequence[Claim]) -> bool:
    """Whether what the total counts is named by its parts too, or not at all: 城区学校a所，乡镇学校b所，全市共有幼儿园c所."""
    if _DONE.search(last_words(total)) and not any(_DONE.search(last_words(part)) for part in run):
        return False
    told = "".join(last_words(part) for part in run)
    noun = _MEASURE.sub("", _MARKER.sub("", last_words(total)))
    if noun and _NEW.search(told) and not _NEW.search(last_words(total)):
        return False  # 城区新建学校a所，农村新建学校b所，全县共有学校c所
    if before := _NAMED_BEFORE.match(last_words(total)):
        noun = _PLACES.sub("", before.group(1))
    for verb in (*scene.rules.wording["achieve"], *scene.rules.wording["acts"]):
        noun = noun.removeprefix(verb)
    return not total.tail.startswith("的") and (len(noun) < _PAIR or any(noun[at : at + _PAIR] in told for at in range(len(noun) - 1)))


def _part(total: Claim, claim: Claim) -> bool:
    plain = alike(total, claim) and "paren" not in claim.cues and claim.modality == total.modality
    said = any(word in claim.lead for word in NESTING) or _COMPARED.search(last_words(claim))
    return plain and not said and one_scale(total, claim) and one_thing(total, claim)
