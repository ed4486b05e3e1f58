"""Where something came from, where it got to and how far that was, each told in a clause of its own and in whatever order: 余额a，期初为b，
增加d; 由b扩大到a，新增d; 增加了d（由b增至a）; 去年为b，多花d."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.claim import Claim
from checker.relate.changes.levels import a_norm, beside_a_mark, level, years_ago
from checker.relate.scene import Scene
from checker.relate.sorts import counted, one_thing
from checker.relate.topic import bare, last_clause, of_the_past, topic_of
from checker.relation import Relation, Term, term

_THREE = 3
_SHORT = 3
# 期初为, 上季度末为, 当日为, 8日8时: a moment and nothing else but what was there then
_MOMENT = re.compile(
    "(?:而)?(?:当[日时]|此前|[年期月季]初|[上前]一?[年期月周旬季日]度?|去年|[上前]一?(?:季度|半年|轮|次|批|届)|(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:\\d{1,2}时)?"
    "|\\d{4}年|\\d{1,2}月份?)(?:同期|[末底初]|决算|预算|年末)?"
)
_BEING = re.compile("的?(?:为|是|有|仅|只|共|约|达|的){0,3}")
# how long it took, and how it went on
_WHILE = re.compile(
    "^(?:(?:本期|[今当本全]年|年内|其间|期间|[前近这]?[一二两三四五六七八九十0-9]{1,3}个?[年月季天]度?(?:间|来|内)?|以来|任?期内|共|累计|合计|总共|一次性|实际|又|再|陆续|先后|相应|同样){0,4})"
)
_NEWLY = re.compile("(?:净增加?|新(?:增|设|建|开|签|纳入|培育|认定|入库|登记|引进|发展|吸纳)(?:了|加|长)?|增[设加添]|扩[增充]|增长)")
# 新增净水器、洗碗机共4类: the members are named
_LISTED = re.compile("、.{1,24}[共等]$")
_MORE = re.compile("(?:同比|环比)?(?P<side>[多少])(?!年|数|量|于|达|种)[一-鿿]{1,3}")
_APART = re.compile("(?:两者|二者|前后|两次)?(?:相差|差额|差价|之差|差距)(?:为|达)?")
_SINCE = re.compile("(?<![占同环之对百无相])[比较](?P<time>[^，;()]{1,10}?)(?:又|再|净|略|多|少|增|减|上升|下降|提高|降低|新|[上下]调)")
# 计划减持d股，持股由b股降至a股; 转增股本d股
_SHARES = re.compile("(?:股本|股票|股份|普通股|A股)$")
_HELD = re.compile("(?:公司|本公司)?(?:其?所?持(?:有)?(?:公司|本公司)?(?:股份?|股票)数?量?|总?股本|股份总数)")
_FROM = re.compile("[由从][^由从，]{0,10}$")
_SINCE_BASE = re.compile("^[^比较与]{0,30}[比较与]")
_ROUGH = ("above", "below", "about")
# What three figures of one kind tell of one way, with nothing else of their kind beside them, holds in nearly all published texts; what
# is only called new may have been lessened by what went.
_TOLD, _GROSS = 0.93, 0.92


@dataclass(frozen=True, slots=True)
class _Way:
    base: Claim
    now: Claim
    moved: Claim
    # +1 and −1 for a rise and a fall, 0 where the words leave it open
    sign: int
    trust: float


def relations(scene: Scene) -> Iterator[Relation]:
    """Every clause that tells of just three figures of one kind: the two ends and the way between."""
    for sentence in scene.sentences:
        for alike in _kinds(scene, sentence):
            way = _way(scene, alike) if len(alike) == _THREE else None
            if way is not None:
                yield _relation(scene, way)


def _kinds(scene: Scene, sentence: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The figures of each kind in every clause of a sentence, but for those that take another one apart."""
    kinds: dict[tuple[int, str], list[Claim]] = {}
    for claim in sentence:
        whole = scene.container.get(claim.index)
        inside = whole is not None and whole.sentence == claim.sentence and not _then(scene, claim)
        if not inside and not claim.average and (level(claim) or claim.measure == "change"):
            kinds.setdefault((claim.clause, claim.quantity.dimension), []).append(claim)
    yield from kinds.values()


def _way(scene: Scene, alike: Sequence[Claim]) -> _Way | None:
    if any(c.average or c.quantity.hedge in _ROUGH or c.quantity.high is not None or beside_a_mark(c) for c in alike):
        return None
    bases = [c for c in alike if level(c) and (c.modality == "base" or _then(scene, c) or years_ago(scene, c))]
    if len(bases) != 1 or a_norm(scene, bases[0]) and not years_ago(scene, bases[0]):
        return None
    ways = [(c, told) for c in alike if c is not bases[0] and (told := _moves(scene, c)) is not None]
    if len(ways) != 1:
        return None
    (moved, (sign, trust, noun)) = ways[0]
    now = next(c for c in alike if c is not bases[0] and c is not moved)
    way = _Way(bases[0], now, moved, sign, trust)
    return way if _fits(scene, way, noun) else None


def _then(scene: Scene, claim: Claim) -> bool:
    """Whether the words are those of a moment before, and of nothing else."""
    words = last_clause(claim.lead).lstrip("(")
    found = _MOMENT.match(words)
    return found is not None and _BEING.fullmatch(words, found.end()) is not None or of_the_past(scene, claim)


def _moves(scene: Scene, claim: Claim) -> tuple[int, float, str] | None:
    """The direction of what is told as a movement, how sure it is all of it, and what it is told of; None for a level."""
    wording = scene.rules.wording
    words = last_clause(claim.lead).lstrip("(").rstrip("了约")
    rest = _WHILE.sub("", words)
    if _APART.fullmatch(rest):
        return 0, _TOLD, ""
    if claim.measure == "change":
        verb = max((word for word in (*wording["increase"], *wording["decrease"]) if rest.endswith(word)), key=len, default="")
        return claim.direction, _TOLD, "" if _SINCE.search(words) else bare(scene, rest[: len(rest) - len(verb)])
    if claim.measure != "level" or claim.modality != "result" or rest.endswith(wording["reach"]):
        return None
    if rest.endswith("的") and (side := _side(scene, rest[:-1])):
        return side, _TOLD, ""  # 由b调减为a，调减的d用于防汛
    if (more := _MORE.fullmatch(rest)) is not None:
        return (-1 if more["side"] == "少" else 1), _TOLD, ""
    if claim.quantity.text.endswith("股") and (traded := _traded(scene, rest)):
        return traded, _GROSS, ""
    if (new := _NEWLY.match(rest)) is not None:
        return 1, _GROSS, "" if _LISTED.search(rest) else bare(scene, rest[new.end() :])
    return None


def _traded(scene: Scene, words: str) -> int:
    """1 where words end in what adds so many shares, −1 in what takes them away, 0 else."""
    stem = _SHARES.sub("", words)
    return 1 if stem.endswith(scene.rules.wording["shares_in"]) else -1 if stem.endswith(scene.rules.wording["shares_out"]) else 0


def _side(scene: Scene, verb: str) -> int:
    if len(verb) < _SHORT - 1:
        return 0
    return 1 if verb in scene.rules.wording["increase"] else -1 if verb in scene.rules.wording["decrease"] else 0


def _fits(scene: Scene, way: _Way, noun: str) -> bool:
    """Whether the three are of one thing, the two ends each in its place: a from and a to side by side, or the level now before all that
    is told of it."""
    base, now, moved = way.base, way.now, way.moved
    if not level(now) or now.modality != "result" or "占" in last_clause(now.lead) or _of_other_times(way):
        return False
    if counted(moved) and not counted(now) and counted(moved) not in now.name or not one_thing(now, moved) or not one_thing(now, base):
        return False
    own = topic_of(scene, base)
    if moved.measure == "level" and moved.quantity.text.endswith("股") and not (moved.index < base.index and _HELD.fullmatch(own)):
        return False  # 甲减持d股，乙持股由b股降至a股
    if way.trust == _GROSS and now.quantity.dimension != "money" and _FROM.search(base.lead) is None and not years_ago(scene, base):
        return False  # 年末862人，上年末857人，新增12人: others went meanwhile
    for word in scene.rules.wording["totality"]:
        own = own.removesuffix(word)  # 三公经费支出a，其中…，支出总额比年初预算的b减少d
    if _FROM.search(base.lead) is not None or years_ago(scene, base):
        led = now.index == base.index + 1 and last_clause(now.lead).endswith(scene.rules.wording["reach"])
        return led and (not noun or not own or _same(noun, own))
    if now.index > min(base.index, moved.index) or not all(_same(word, now.name) for word in (noun, own) if word):
        return False
    # 参保a：职工b，较上年末c增加d: behind the parts of a list only what is named is of the whole
    listed = any(scene.container.get(c.index) is now for c in scene.claims[now.index + 1 : max(base.index, moved.index)])
    return bool(noun or own) or not listed


def _same(noun: str, name: str) -> bool:
    return noun in name or len(name) > 1 and name in noun


def _of_other_times(way: _Way) -> bool:
    """较多年同期均值a偏多, 比年初增加d: measured from another moment than the one told."""
    found = _SINCE.search(last_clause(way.moved.lead))
    said = last_clause(way.base.lead).lstrip("(").removeprefix("而")
    if found is None or said.startswith(("当日", "当时", "此前")) or _FROM.search(said):
        return False
    turned = _SINCE_BASE.sub("", said)
    return not turned.startswith(found["time"][:2])


def _relation(scene: Scene, way: _Way) -> Relation:
    base, now, moved = way.base, way.now, way.moved
    if way.sign:
        change = moved.quantity.interval if way.sign > 0 else -moved.quantity.interval
        terms = [Term("change", change, moved), term("now", now), term("base", base)]
        return scene.relation("change-of-levels", terms, ("change", moved.index), way.trust)
    lesser, greater = sorted((base, now), key=lambda claim: claim.quantity.value)
    terms = [Term(role, c.quantity.interval, c) for role, c in (("gap", moved), ("greater", greater), ("lesser", lesser))]
    return scene.relation("difference-in-words", terms, ("gap", moved.index), way.trust)
