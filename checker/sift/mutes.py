"""Mutes at work: what is let pass, and which mutes are out of use."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from checker.document import Document
from checker.finding import Finding, Place
from checker.mute import Mute, Muted, plainly, quoted
from checker.rules import Rule
from checker.sift.phrase import filled

# why a mute is out of use
_WHY = {
    "malformed": ("写法有误", "cannot be read"),
    "unknown": ("所写的规则不存在", "names a rule that does not exist"),
    "reasonless": ("没有写明理由，不起作用", "gives no reason and has no effect"),
    "figureless": ("没有写明数字，不起作用", "names no figure and has no effect"),
    "expired": ("已过期限", "has expired"),
    "lapsed": ("已失效，其中的数字有改动", "has lapsed, for a number in it changed"),
    "unused": ("已无对象，可以删去", "is not needed any more"),
}
_SHOWN = 20

# The finding as it was when the mute was written, for one that names only some of its figures; None where that is not known.
Origin = Callable[[Mute], Finding | None]


@dataclass(frozen=True, slots=True)
class Heard:
    """What is left to report, what was let pass, and a finding for each mute that is out of use."""

    findings: tuple[Finding, ...]
    muted: tuple[Muted, ...]


def heard(
    document: Document, findings: Sequence[Finding], mutes: Sequence[Mute], rule: Rule, known: Collection[str], today: date, origin: Origin
) -> Heard:
    """Apply `mutes` to `findings`, which may be in any order; `rule` words what is wrong with a mute, `known` are the ids of rules."""
    muted: list[Muted] = []
    words = _without(document, mutes)
    left = [finding for finding in findings if finding.severity == "note"]
    open_ = [finding for finding in findings if finding.severity != "note"]
    said: list[Finding] = []
    for mute in mutes:
        why = _invalid(mute, known, today)
        mine = [] if why else [finding for finding in open_ if mute.names(finding) and _unchanged(mute, finding, origin)]
        if mine:
            muted += (Muted(finding, mute) for finding in mine)
            open_ = [finding for finding in open_ if finding not in mine]
        else:
            why = why or ("lapsed" if _lapsed(words, mute, [*left, *open_]) else "unused")
            said.append(_finding(document, rule, mute, why))
    return Heard(tuple(sorted((*left, *open_, *said), key=lambda f: (f.at.start, f.rule))), tuple(muted))


def _invalid(mute: Mute, known: Collection[str], today: date) -> str:
    if not mute.rule:
        return "malformed"
    if mute.rule not in known:
        return "unknown"
    if not mute.reason:
        return "reasonless"
    if not mute.figures:
        return "figureless"
    return "expired" if mute.until is not None and mute.until < today else ""


def _unchanged(mute: Mute, finding: Finding, origin: Origin) -> bool:
    """Whether all numbers of the finding are those that were let pass. A mute that names them all says so itself."""
    if mute.whole(finding):
        return True
    first = origin(mute)
    return first is None or quoted(first) == quoted(finding)


def _lapsed(words: str, mute: Mute, findings: Sequence[Finding]) -> bool:
    """Whether a number has changed since: the mute half fits one of the other `findings`, or names a figure that is gone."""
    return any(mute.touches(finding) for finding in findings) or any(figure not in words for figure in mute.figures)


def _without(document: Document, mutes: Sequence[Mute]) -> str:
    """The text of the document, plainly written and without the mutes in it."""
    pieces, at = [], 0
    for mute in sorted((mute for mute in mutes if mute.start >= 0), key=lambda mute: mute.start):
        pieces.append(document.text[at : mute.start])
        at = mute.end
    return plainly("".join((*pieces, document.text[at:])))


def _finding(document: Document, rule: Rule, mute: Mute, why: str) -> Finding:
    zh, en = _WHY[why]
    shown = " ".join((mute.rule, "、".join(mute.figures))).strip()
    where = f"{shown} ({mute.file}:{mute.line})" if mute.start < 0 else shown
    return Finding(
        rule.id, rule.kind, rule.level, rule.evidence, filled(rule.zh, {"why": zh, "mute": where}),
        filled(rule.en, {"why": en, "mute": where}), "", f"{rule.id}:{why}:{shown}", (_place(document, mute),),
    )  # fmt: skip


def _place(document: Document, mute: Mute) -> Place:
    """The comment; for a mute in a file of its own the head of the document that it is for."""
    start, end = mute.start, mute.end
    if start < 0:
        start = len(document.text) - len(document.text.lstrip())
        end = min(start + _SHOWN, len(document.text))
    line, column = document.position(start)
    return Place(document.text[start:end], start, end, line, column, "mute", True)
