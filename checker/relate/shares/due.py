"""What there may have been to do where a rate tells how much of it was done."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import JOINTS
from checker.relate.likeness import coverage, label, told
from checker.relate.scene import Scene
from checker.relate.shares.around import head, listed, rated
from checker.relate.shares.rate_names import clause, named_after
from checker.relate.shares.sanity import ruled_out
from checker.relate.sorts import amount, counted, one_scale, one_thing, proportion

_ROOT = 2
_SURE = 0.93
# told in one sentence, though not side by side: believed where one slip would mend it
_CLEAR = 0.88
# what a sentence begins with
_FIRST = 0.92
_LIKELY = 0.6
_REACH = 8
# the share of a name's characters from which it names the same thing, and characters that name nothing
_ALIKE = 0.5
_ADVERBS = frozenset("已累计实际共目前末底今全截至止")
_ANYTHING = ("count:个", "count:项")


def wholes(scene: Scene, rate: Claim, done: Claim, alike: list[Claim]) -> Iterator[tuple[Claim, float]]:
    """What there may have been to do, likeliest first, and how sure that is: the whole of the list that the part or what stands before it
    is in, the nearest amount of its kind, then those farther before. One that has a rate of its own is rather a sibling."""
    before = [c for c in alike if c.index < done.index or done.index > rate.index]
    first = head(scene, done)
    before += [first] if first is not None and first not in before and first.sentence != done.sentence else []
    listed = [c for c in (scene.container.get(done.index), *(scene.container.get(c.index) for c in before[:1])) if c is not None]
    seen: list[Claim] = [done]
    passed = False
    for whole in (*listed, *before):
        if whole not in seen and one_scale(done, whole) and not _spent(scene, rate, whole):
            apart = rated(scene, whole) and not _all_done(scene, done, whole)
            sibling = whole.index + 1 != rate.index and apart and not _among(scene, done, whole)
            doubtful = sibling or _begins_anew(scene, rate, done, whole) or _how_often(scene, rate, done)
            # behind what cannot be meant only the figure that the paragraph begins with is likelier than others
            far = passed and whole.sentence != done.sentence and whole not in listed and whole is not first
            if ruled_out(rate, (done,), whole):
                passed = True
            else:
                sure = _LIKELY if doubtful or far else _sureness(scene, rate, done, whole)
                yield whole, max(sure, _FIRST) if _opens(scene, rate, done, whole) and not doubtful else sure
        seen.append(whole)


def _among(scene: Scene, done: Claim, whole: Claim) -> bool:
    """结案274件，结案率95.8%，其中调解98件，调解率35.8%: whether 其中 takes it from what stands right before but for its rate."""
    between = scene.claims[whole.index + 1 : done.index]
    return "part" in done.cues and "part" not in whole.cues and len(between) == 1 and proportion(between[0])


def _all_done(scene: Scene, done: Claim, whole: Claim) -> bool:
    """建议206件，办复率100%，满意204件，满意率99.0%: what has a rate of 100 % is all there was, and what is done to it is of all."""
    alike = done.quantity.dimension == whole.quantity.dimension and not ("part" in whole.cues and "part" not in done.cues)
    return alike and scene.claims[whole.index + 1].quantity.value == 1


def _spent(scene: Scene, rate: Claim, whole: Claim) -> bool:
    """总费用25亿元；结余5000万元，结余率: what is left is left of the income, not of what was spent."""
    return named_after(rate)[1] in scene.rules.wording["rates_of_what_came_in"] and whole.name.endswith(scene.rules.wording["went_out"])


def _begins_anew(scene: Scene, rate: Claim, done: Claim, whole: Claim) -> bool:
    """甲险覆盖103万人。乙险参保86万人，参保率: a sentence that names whom it is of is of no whole in the one before that is of another."""
    words, (_, root) = clause(scene, done), named_after(rate)
    at = max(0, words.find(root))
    before, behind = (told(part) - _ADVERBS for part in (words[:at], words[at + len(root) :]))
    # 提起公诉541人。适用认罪认罚从宽制度审结618人，适用率: a word or two behind may be an adverb, so many are another matter
    named = "".join(before | behind if before or len(behind) > _ROOT else ())
    return done.sentence != whole.sentence and bool(named) and coverage(named, label(scene, whole)) < _ALIKE


def _how_often(scene: Scene, rate: Claim, done: Claim) -> bool:
    """30个站点中12个出现酸雨，酸雨频率8.5%: how often something comes is of samples, days or times, not of places."""
    return "频率" in rate.lead[-4:] and "样" not in clause(scene, done) and done.quantity.unit not in ("次", "场", "天", "日")


def _opens(scene: Scene, rate: Claim, done: Claim, whole: Claim) -> bool:
    """签约86个，开工62个，开工率72.1%；投产35个，投产率40.7%: whether the sentence begins with it, as with all there was."""
    near = [c for c in scene.before(done, _REACH) if c.sentence == done.sentence and amount(c) and scene.same_things(c, done)]
    plain = not {"paren", "part"} & whole.cues and "paren" not in done.cues and not whole.quantity.hedge and not done.quantity.hedge
    return bool(near) and near[-1] is whole and plain and whole.sentence == rate.sentence and one_thing(done, whole)


def _of_one_thing(rate: Claim, done: Claim, whole: Claim) -> bool:
    """40个村已有34个完成换届，完成率: what stands behind a count may be what was done to it."""
    root = named_after(rate)[1]
    return one_thing(done, whole) or bool(root) and counted(done).startswith(root)


def _sureness(scene: Scene, rate: Claim, done: Claim, whole: Claim) -> float:
    one = _of_one_thing(rate, done, whole)
    hedged = whole.quantity.hedge or done.quantity.hedge
    # 80人参加、76人通过: what was done may itself be joined to the whole
    pair = scene.claims[whole.index + 1] is done and not whole.lead.startswith(JOINTS) and done.lead[:1] not in ("", *JOINTS)
    pair = pair or _among(scene, done, whole)
    alone = "paren" not in done.cues | whole.cues and (pair or not listed(scene, whole))
    # 个 and 项 count anything: from another sentence they are of the thing only if both say so
    vague = whole.quantity.dimension in _ANYTHING and whole.clause != done.clause and not (counted(whole) and counted(done))
    # 41个行业中29个增长: what stands behind the second is what became of them
    among = pair and whole.clause == done.clause and counted(whole).endswith("中")
    # 再审检察建议50件，采纳再审检察建议46件: the words of the part name the whole
    named = len(whole.name) > _ROOT and whole.sentence == done.sentence and done.name.endswith(whole.name)
    alone = alone or named and "paren" not in done.cues | whole.cues
    if alone and not hedged and not vague and (among or one):
        return _SURE
    return _CLEAR if whole.sentence == done.sentence and not hedged and one else _LIKELY
