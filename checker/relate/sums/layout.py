"""Where amounts that may add up stand, and what joins them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.claim import Claim
from checker.relate.clause import JOINTS, last_words
from checker.relate.sums.run import JOINED, Run, digits, joint

_OPENING = ("其中", "包括", "分为", "组成", "构成", "分别", "依次")
_ANY_TOTAL = ("合计", "总", "共")
_OTHERS = ("其他", "其它", "其余", "另", "剩余")
_FEW = 4


def _apart(one: Claim, other: Claim) -> str:
    if one.sentence == other.sentence:
        return "clause" if one.clause == other.clause else "sentence"
    return "next" if abs(one.sentence - other.sentence) == 1 else "paragraph"


def _number(count: int, most: int) -> str:
    return str(count) if count <= most else "more"


def _skipped(run: Run) -> str:
    return f"{_number(run.skipped, 2)} {run.side}"


def _between(run: Run) -> str:
    gap = run.whole.index - run.parts[-1].index if run.before else run.parts[0].index - run.whole.index
    return f"{_number(gap - 1, 2)} {run.side}"


def _near(run: Run) -> str:
    return f"{_apart(run.whole, run.parts[-1] if run.before else run.parts[0])} {run.side}"


def _spread(run: Run) -> str:
    return "one sentence" if run.parts[0].sentence == run.parts[-1].sentence else "several"


def _gaps(run: Run) -> str:
    gaps = {b.index - a.index for a, b in zip(run.parts, run.parts[1:], strict=False)}
    return "none" if gaps == {1} else "even" if len(gaps) == 1 else "uneven"


def _marks(run: Run) -> str:
    kinds = set(run.marks)
    return run.marks[0] if len(kinds) == 1 else "loose" if "-" in kinds else "mixed"


def _last_mark(run: Run) -> str:
    return run.marks[-1]


def _opened(run: Run) -> str:
    lead = run.opening
    word = next((word for word in _OPENING if word in lead), "")
    if word or "按" in lead and "分" in lead[lead.find("按") :]:
        return word or "按…分"
    if "paren" in run.parts[0].cues and "paren" not in run.whole.cues:
        return "bracket"
    return ":" if ":" in lead else JOINED.get(lead[:1], "-")


def is_rest(claim: Claim) -> bool:
    """Whether a part is what is left of the whole."""
    return claim.name.startswith(_OTHERS) or last_words(claim).startswith(_OTHERS)


def _beyond(run: Run) -> str:
    if run.beyond is None:
        return f"nothing {run.side}"
    if run.before:
        return f"{_apart(run.parts[0], run.beyond)} before"
    if any(word in run.beyond.lead for word in _ANY_TOTAL):
        return "total after"
    if is_rest(run.beyond):
        return "rest after"
    if "其中" in run.beyond.lead:
        return "among after"
    return f"{_apart(run.parts[-1], run.beyond)} {joint(run.scene, run.beyond)} after"


def _goes_on(run: Run) -> str:
    """Whether what stands beyond is named and joined as the parts are."""
    beyond, last = run.beyond, run.parts[-1]
    if beyond is None or run.before or not (beyond.name and last.name):
        return ""
    alike = beyond.name[-1:] == last.name[-1:]
    return ("alike" if alike else "named") + (" joined" if run.marks[-1] == joint(run.scene, beyond) else "")


def _inner(run: Run) -> str:
    return "其中" if any("其中" in part.lead for part in run.parts[1:]) else ""


def _brackets(run: Run) -> str:
    inside = ["paren" in part.cues for part in run.parts]
    whole = "paren" in run.whole.cues
    return f"{'whole ' if whole else ''}{'parts' if all(inside) else 'mixed' if any(inside) else 'none'}"


def _whole_joined(run: Run) -> str:
    if "其中" in run.whole.lead:
        return "其中"
    return "、" if run.whole.lead.startswith(JOINTS) else ""


def _count(run: Run) -> str:
    return str(len(run.parts))


def _first(run: Run) -> str:
    return "first of its kind" if run.first_told else ""


def _digits(run: Run) -> str:
    return _number(min(digits(claim) for claim in (run.whole, *run.parts)), _FEW)


def _amid(run: Run) -> str:
    """What stands between the parts: rates, shares, other amounts."""
    mine = {part.index for part in run.parts}
    between = run.scene.claims[run.parts[0].index + 1 : run.parts[-1].index]
    return "+".join(sorted({claim.measure for claim in between if claim.index not in mine})[:2]) or "nothing"


def _behind(run: Run) -> str:
    """What stands right behind the last part."""
    behind = run.scene.claims[run.parts[-1].index + 1 : run.parts[-1].index + 2]
    return behind[0].measure if behind and behind[0].sentence == run.parts[-1].sentence else "end"


# the cheap and telling ones first: what cannot become likely any more is not looked at further
LAYOUT: Sequence[tuple[str, Callable[[Run], str]]] = (
    ("skipped", _skipped), ("between", _between), ("near", _near), ("spread", _spread), ("first", _first), ("gaps", _gaps),
    ("count", _count), ("behind", _behind), ("amid", _amid), ("digits", _digits), ("marks", _marks), ("last mark", _last_mark),
    ("beyond", _beyond), ("opened", _opened), ("goes on", _goes_on), ("inner", _inner), ("brackets", _brackets), ("joined", _whole_joined),
)  # fmt: skip
