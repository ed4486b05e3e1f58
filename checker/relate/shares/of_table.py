"""A share told in prose of a row of the table beside it: 西岭县受灾人口占全市的34.1%, 其中基本支出占50.2%."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.cores import core
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of, together
from checker.relate.shares.turns import called_here
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, proportion
from checker.relation import Relation

_SURE = 0.93
_RIVAL = 0.6
_BEFORE = 5
_AFTER = 3
_SHORTEST = 2
_MOST = 3
_NUMBERED = re.compile("^(?:其中|[一二三四五六七八九十0-9]{1,4}[、.．]|[(（][一二三四五六七八九十0-9]{1,4}[)）])[:：]?")
_TOTAL = re.compile("^(?:合计|总计|全[市省县区州院行校国盟旗镇乡年]|[^，]{0,8}合计)$")
_UNIT = re.compile("[(（][^)）]{0,40}[)）]")
_OTHER = re.compile("[占比率%]|增减|增长|增速|排名|位次|上年|上期|去年|同期|[年期]初")
_TIME = re.compile("^(?:本[年期月]|[0-9一二三四][0-9一二三四—-]{0,8}[月季]度?|前[一二三四]季度|20[0-9]{2}年?|[年期][末内])")
_AMONG = re.compile("(?:^|[，；;。])([^，；;。、]{2,12}?)(?<!其)中，?")
_FORMER = re.compile("较|上年|去年|同期|年初|上期")
_SHARES = 6
# a longer table is a register, and prose tells its totals
_ROWS = 120
_NOW = ("本期末", "期末", "本期", "本年", "决算", "完成", "实际", "合计", "累计", "年末")
_YEAR = re.compile("20[0-9]{2}")

Row = list[Claim]


def relations(scene: Scene) -> Iterator[Relation]:
    """The cell of the row so called over the cell of the total, in the column that the words mean."""
    tables = _tables(scene)
    for share in scene.prose if tables else ():
        plain = proportion(share) and share.modality != "base" and not share.quantity.hedge and not share.tail.startswith("(占")
        plain = plain and not _FORMER.search(share.lead[share.lead.rfind("占") :])
        subject = called_here(share) if plain and not together(share) and "respectively" not in share.cues else ""
        if len(subject) >= _SHORTEST:
            for rows in _beside(tables, share):
                found = list(_readings(scene, share, subject, rows))
                yield from found
                if found:
                    break


def _tables(scene: Scene) -> list[list[Row]]:
    answer: dict[int, dict[int, Row]] = {}
    for claim in scene.claims:
        if claim.cell is not None:
            answer.setdefault(claim.cell[0], {}).setdefault(claim.cell[1], []).append(claim)
    return [list(rows.values()) for rows in answer.values() if len(rows) <= _ROWS]


def _beside(tables: list[list[Row]], share: Claim) -> list[list[Row]]:
    """The tables a few paragraphs before a share, the nearest first, then those right after it."""
    first, here, above, last = (
        bisect_left(tables, block, key=_block)
        for block in (share.block - _BEFORE, share.block, share.block + 1, share.block + _AFTER + 1)
    )
    return tables[first:here][::-1] + tables[above:last]


def _block(rows: list[Row]) -> int:
    return rows[0][0].block


def _readings(scene: Scene, share: Claim, subject: str, rows: list[Row]) -> Iterator[Relation]:
    row, rest, strict = _row(scene, share, subject, rows)
    if row is None:
        yield from _across(scene, share, subject, rows)
        return
    rest = rest or _topic(scene, share)
    whole = _whole(scene, share, rows, rest)
    pairs = [(c, w) for c in row or () for w in whole or () if c is not w and c.cell and w.cell and c.cell[2] == w.cell[2]]
    pairs = [(c, w) for c, w in pairs if amount(c) and amount(w) and not _OTHER.search(_UNIT.sub("", c.tail))]
    chosen = _column(scene, share, rest, strict, pairs)
    for part, above in chosen[:_MOST]:
        if part.quantity.interval.low > 0 and not ruled_out(share, (part,), above):
            yield share_of(scene, share, (part,), above, ("share", share.index), _SURE if len(chosen) == 1 else _RIVAL)


def _across(scene: Scene, share: Claim, subject: str, rows: list[Row]) -> Iterator[Relation]:
    """本年支出合计5447万元，其中基本支出占50.2%: the total of the one column so called over what the sentence told before."""
    above = [c for c in scene.before(share, _MOST) if c.sentence == share.sentence and amount(c) and c.modality == "result"]
    totals = [r for r in rows if _TOTAL.match(_label(r).replace(" ", ""))]
    cells = [c for c in (totals[0] if len(totals) == 1 else ()) if _UNIT.sub("", c.tail) == subject and amount(c)]
    fits = len(cells) == 1 and len(above) == 1 and scene.same_things(cells[0], above[0])
    if fits and not core(scene, named_whole(share)) and not ruled_out(share, (cells[0],), above[0]):
        yield share_of(scene, share, (cells[0],), above[0], ("share", share.index), _SURE)


def _topic(scene: Scene, share: Claim) -> str:
    """受灾人口中沂江流域占43.1%: what the sentence says is divided."""
    found = _AMONG.search(share.lead)
    return found.group(1) if found is not None else ""


def _label(row: Row) -> str:
    return _UNIT.sub("", _NUMBERED.sub("", row[0].name.rpartition(":")[2].strip()))


def _row(scene: Scene, share: Claim, subject: str, rows: list[Row]) -> tuple[Row | None, str, bool]:
    """The one row that the subject begins with or is called as, and what else the subject says; else the one that the sentence speaks of,
    where the subject must be the title of a column."""
    named = [r for r in rows if len(_label(r)) >= _SHORTEST and not _TOTAL.match(_label(r))]
    subject = _AMONG.sub("", subject)
    begun = [r for r in named if subject.startswith(_label(r))]
    longest = max((len(_label(r)) for r in begun), default=0)
    begun = [r for r in begun if len(_label(r)) == longest]
    if len(begun) == 1:
        return begun[0], subject[longest:].lstrip("的"), False
    called = [r for r in named if _label(r).startswith(subject)]
    if len(called) == 1 and not begun:
        return called[0], "", False
    here = "".join(c.lead for c in reversed([share, *(c for c in scene.before(share, 4) if c.sentence == share.sentence)]))
    spoken = [r for r in named if _label(r) in here[: here.rfind(subject)]] if subject in here else []
    return (spoken[0], subject, True) if len(spoken) == 1 and not begun and not called else (None, "", False)


def _whole(scene: Scene, share: Claim, rows: list[Row], rest: str) -> Row | None:
    """The row that the words behind 占 call, or that of the total."""
    # 甲占小计的61%、乙占27%: what the first is of goes for those after it
    before = (named_whole(c) for c in scene.before(share, _SHARES) if c.sentence == share.sentence and proportion(c))
    named = named_whole(share) or next((name for name in before if name), "")
    wanted = core(scene, named)
    totals = [r for r in rows if _TOTAL.match(_label(r))]
    if not wanted:
        return totals[-1] if totals and len({_label(r) for r in totals}) == 1 else None
    called = [r for r in rows if _label(r) in (named, wanted) or core(scene, _label(r)) == wanted or _label(r) == f"{wanted}合计"]
    if called:
        return called[0] if len(called) == 1 else None
    titles = " ".join(_UNIT.sub("", c.tail) for c in rows[0])
    return totals[-1] if len(totals) == 1 and (wanted in titles or rest and wanted.endswith(rest)) else None


def _column(scene: Scene, share: Claim, rest: str, strict: bool, pairs: list[tuple[Claim, Claim]]) -> list[tuple[Claim, Claim]]:
    """The pairs of the column whose title says what else the subject says; of several the one of now."""
    wanted = rest or core(scene, named_whole(share))
    titles = {id(p): _UNIT.sub("", p[0].tail) for p in pairs}
    titled = [p for p in pairs if wanted and titles[id(p)] == wanted]
    titled = titled or [p for p in pairs if wanted and (wanted in titles[id(p)] or titles[id(p)] in wanted)]
    # columns that say only when are of what the table is about
    if rest and not titled and (strict or not all(_TIME.match(title) for title in titles.values())):
        return []
    pairs = titled or pairs
    years = [int(year) for p in pairs for year in _YEAR.findall(p[0].tail)]
    year = share.period.last.year if share.period is not None else max(years, default=0)
    own = [p for p in pairs if str(year) in p[0].tail] if len(pairs) > 1 else pairs
    own = own or [p for p in pairs if any(word in p[0].tail for word in _NOW)]
    return own if len(own) == 1 else pairs
