"""Which whole a percentage means: named between 占 and the figure, the whole of a list, the topic of the sentence, or what stands near."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import amount

_LOCAL = ("全县", "全市", "全省", "全区", "全国", "全部", "整体", "集团", "总数", "总量", "总额")


def wholes(scene: Scene, share: Claim, part: Claim, topic: str) -> list[tuple[Claim, float]]:
    """Wholes the share may mean, likeliest first, each with how sure the wording is."""
    named = named_whole(share)
    container = scene.container.get(part.index)
    ranked: dict[int, tuple[float, Claim]] = {}
    for distance, claim in enumerate(_candidates(scene, share, named or topic)):
        if claim.index == part.index or claim.index in ranked or not scene.same_things(claim, part) or claim.modality == "base":
            continue
        if claim.quantity.interval.high < part.quantity.interval.low and container is not claim:
            continue
        other_sort = 0.1 if claim.modality != part.modality else 0.0
        score = _likeness(named, topic, share, part, claim, container) - distance * 0.004 - other_sort
        ranked[claim.index] = score, claim
    best = sorted(ranked.values(), key=lambda pair: -pair[0])
    return [(claim, max(0.05, min(0.96, score))) for score, claim in best[:6]]


def _candidates(scene: Scene, share: Claim, name: str) -> Iterator[Claim]:
    """Amounts named so anywhere before, then those before the share in its block and the blocks before, nearest first."""
    identity = scene.rules.indicator_in(name) if name else ""
    for key in (name, identity):
        if key:
            yield from (c for c in reversed(scene.amounts_by_name.get(key, ())[-40:]) if c.index < share.index)
    for position in range(share.index - 1, max(-1, share.index - 60), -1):
        claim = scene.claims[position]
        if claim.block < share.block - 3:
            break
        if amount(claim):
            yield claim
    yield from (claim for claim in scene.after(share, 3) if amount(claim))


def named_whole(share: Claim) -> str:
    """The name between 占 and the share: 占(签约总额)的52.8%, 占(全县)的比重为69.1%."""
    lead = share.lead
    at = lead.rfind("占")
    if at < 0:
        return ""
    name = lead[at + 1 :]
    for word in ("的比重", "的比例", "的份额", "比重", "比例", "比"):
        name = name.split(word)[0]
    return name.strip("的了约为达近超过有到 ")


def _likeness(named: str, topic: str, share: Claim, part: Claim, whole: Claim, container: Claim | None) -> float:
    """How sure the wording is that `whole` is what the share is of."""
    if named and not named.startswith(_LOCAL):
        label = whole.name + whole.lead[-12:]
        if named in label:
            return 0.97
        common = sum(character in label for character in set(named)) / len(set(named))
        return 0.2 + 0.4 * common if common > 0.5 else 0.1
    if container is whole:
        return 0.95
    if topic and not named and whole.name and _same_name(topic, whole.name):
        return 0.93
    if named.startswith(_LOCAL):
        return 0.75 if whole.indicator and whole.indicator == part.indicator else 0.5
    return 0.6 if whole.sentence == share.sentence else 0.3


def _same_name(topic: str, name: str) -> bool:
    """Whether a topic (全市常住人口) names the amount (常住人口), give or take the place."""
    longer, shorter = (topic, name) if len(topic) >= len(name) else (name, topic)
    return longer.endswith(shorter) and len(longer) - len(shorter) <= 2
