"""The share of one member of a list that tells its amounts in turn: 省、市、县三级依次为35万元、28万元、20万元，市级占33.7%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.shares.cores import core
from checker.relate.shares.of_run import RIVAL, SURE, among_themselves, wholes_of
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.subject import own_subject
from checker.relate.shares.together import share_of, together
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, proportion
from checker.relation import Relation

_MOST = 12
_REACH = 30
_IN_TURN = re.compile("(?:分别|依次|各).{0,10}$")
_COUNT = re.compile("[两三四五六七八九十0-9]{1,4}(?:级|个|大|类|项|种|家|方面|者|部分|板块|季).{0,200}$")
_NUMBERS = "一二三四"
_NUMBERED = re.compile("^[一二三四](季度|产业)")
_LONGEST = 16
_WIDER = re.compile("[及和与等加、]|以[上下]")
_KIND = re.compile("(?:一家|一项|板块|部分|方面|类|级|两?者|金额|资金|投资|支出|收入|产值)$")
_LAST = re.compile("和|与|及|以及")
# A最为集中，占38%; 以A为主，占38%
_LED = re.compile(
    "(?:^|[，；;])(?:其中)?以?([^，；;、0-9]{1,12}?)(?:仍|依然|继续|规模|比重|金额|投资){0,3}"
    "(?:为主[体要]?|居首位?|居第一位?|居多|最为?[多大高集中重突出]{1,2}|占大头|是大头|列首位)[^，；;]{0,4}，(?:约|占比|比重)?占?[为达]{0,2}$"
)


def relations(scene: Scene) -> Iterator[Relation]:
    """The k-th amount over what the list is of, for the share whose words call the k-th name."""
    for sentence in scene.sentences:
        for place, share in enumerate(sentence):
            if not proportion(share) or share.modality == "base" or share.quantity.hedge or together(share):
                continue
            subject = called_here(share)
            for run in _runs(sentence[:place]) if subject and "respectively" not in share.cues else ():
                if (part := _meant(scene, run, subject)) is not None and not part.quantity.hedge:
                    yield from _over(scene, share, part, run)
                    break


def called_here(share: Claim) -> str:
    """Whom the words before a share call: 市级占, 市级最多，占."""
    led = _LED.search(share.lead)
    return led.group(1) if led is not None else own_subject(share) if "占" in share.lead else ""


def _runs(before: list[Claim]) -> Iterator[list[Claim]]:
    """Amounts told one after the other, the last list first."""
    position = len(before) - 1
    while position >= max(0, len(before) - _REACH):
        run: list[Claim] = []
        while position >= 0 and amount(before[position]) and len(run) < _MOST:
            claim = before[position]
            if run and claim.quantity.dimension != run[0].quantity.dimension:
                break
            run.insert(0, claim)
            position -= 1
            if not claim.lead.startswith((*JOINTS, "以及")):
                break
        if len(run) > 1 and not any("paren" in c.cues or c.modality == "base" for c in run):
            yield run
        position -= not run


def _meant(scene: Scene, run: list[Claim], subject: str) -> Claim | None:
    ways = names_in_turn(scene, run) if _IN_TURN.search(run[0].lead) else [_own_names(scene, run)]
    place = next((found for names in ways if (found := _place(names, subject)) is not None), None)
    return run[place] if place is not None else None


def _place(names: list[str], subject: str) -> int | None:
    for called in (subject, _KIND.sub("", subject) or subject):
        found = [k for k, name in enumerate(names) if name == called] or [k for k, name in enumerate(names) if _alike(name, called, k == 0)]
        if len(found) == 1:
            return found[0]
    return None


def _alike(name: str, called: str, first: bool) -> bool:
    """Whether a name is another's shorter or longer form; the first of a list has the verb before it (列支业务招待费、…)."""
    longer = len(name) > 1 and called.startswith(name) and _WIDER.search(called[len(name) :]) is None
    return bool(name) and (name.startswith(called) or longer or first and len(called) > 1 and name.endswith(called))


def _own_names(scene: Scene, run: list[Claim]) -> list[str]:
    """2024年4860万元、2025年5720万元: what stands right before each figure, a date too."""
    text, names = scene.document.words, []
    for claim in run:
        words = re.split("[，；;:：。、]", text[max(0, claim.quantity.start - _LONGEST) : claim.quantity.start])[-1]
        names.append(words.lstrip("和与及").rstrip("约为是达"))
    return names if all(names) else []


def names_in_turn(scene: Scene, run: list[Claim]) -> list[list[str]]:
    """The names told before a list, one a member, in each way that their words allow: 医养结合与信息化 may be one or two."""
    words = _IN_TURN.sub("", run[0].lead).strip("， ")
    if not words or "、" not in words and _LAST.search(words) is None:
        before = next(scene.before(run[0], 1), None)
        if before is None or before.sentence != run[0].sentence:
            return []
        words = before.lead  # 业务招待费、会议费和差旅费386万元，分别为; 市、区两级分别承担
    names = re.split("[，；;:。]", words)[-1].split("、")
    ways = [names, names[:-1] + _LAST.split(names[-1], maxsplit=1)]
    return [_numbered(way[-len(run) :]) for way in ways if len(way) >= len(run)]


def _numbered(names: list[str]) -> list[str]:
    if (numbered := _NUMBERED.match(names[-1])) is not None and all(name in _NUMBERS for name in names[:-1]):
        return [name + numbered.group(1) for name in (*names[:-1], names[-1][0])]  # 一、二、三季度
    return [*names[:-1], _COUNT.sub("", names[-1])]


def _over(scene: Scene, share: Claim, part: Claim, run: list[Claim]) -> Iterator[Relation]:
    found = [(w, sure) for w, sure in wholes_of(scene, share, run, (part,)) if sure >= RIVAL and w not in run]
    # a name that another paragraph tells may be narrower here
    found = [(w, sure) for w, sure in found if w.block == share.block or not core(scene, named_whole(share))]
    found = [(w, sure) for w, sure in found if not ruled_out(share, (part,), w)]
    for rank, (whole, sure) in enumerate(found[:3]):
        yield share_of(scene, share, (part,), whole, ("share", share.index), sure if rank == 0 else min(sure, RIVAL))
    if not any(sure >= SURE for _, sure in found):
        yield from among_themselves(scene, share, part, run)
