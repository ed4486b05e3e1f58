"""The rows of a table that prose announces: 以下3名股东 and three rows, 全市6个县 and a table of counties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.document import Table
from checker.relate.counts.declared import Declared, Reading
from checker.relate.scene import Scene

# how far below its announcement a table may stand, in blocks
_BELOW = 8
_MOST = 40
# how many characters of the counted phrase may stand before the word that heads the column
_DEEP = 5
# counters that are nouns themselves
_PLACES = ("站", "县", "乡", "镇", "村", "乡镇", "街道", "网点")
_SEE = re.compile(r"下表|见表|如表|列表|表[0-9一二三四五六七八九]|(?:明细|情况|详情|名单|数据|结果|信息|如次)[^，。；;]{0,4}如下")
_BRACKETS = re.compile(r"\([^()]{0,20}\)")


def in_rows(scene: Scene, one: Declared) -> Iterator[Reading]:
    """As many rows as things are counted, where the words send the reader to the table and a column is headed by what they are."""
    sorts = (_noun(one)[:length] for length in range(len(_noun(one)), 1, -1))
    by_each = any(f"分{sort}" in one.passage.text[one.stop :] for sort in sorts)
    if not one.claim.lead.endswith(scene.rules.wording["whole_before_count"]) and not by_each:
        return
    sentence = one.passage.text[one.stop :].split("。")[0]
    named = one.claim.lead.endswith(("以下", "下列", "如下")) or bool(_SEE.search(sentence))
    for block in scene.document.blocks[one.claim.block + 1 : one.claim.block + 1 + _BELOW]:
        if block.level:
            return
        if block.table is not None:
            if _counted_in_a_column(one, block.table):
                return
            each = bool(_noun(one)) and "各" + _noun(one) in block.table.caption
            count = _members(scene, one, block.table, each) if named or each else 0
            if count >= 2:
                yield Reading(count, count, f"1 … {count}", 0.93)
            return


def _members(scene: Scene, one: Declared, table: Table, each: bool) -> int:
    """How many rows name a thing of the sort counted; 0 where the table is of something else, or its rows are not all of one rank."""
    columns = max((len(row) for row in table.rows), default=0)
    column = 0 if each else next((c for c in range(min(2, columns)) if _heads(one, table, c)), -1)
    if column < 0 or table.header_rows < 1:
        return 0
    names = [_BRACKETS.sub("", row[column].text) if column < len(row) else "" for row in table.rows[table.header_rows :]]
    totals = scene.rules.wording["total_rows"]
    members = [name for name in names if name and not name.startswith(totals) and not name.endswith(scene.rules.wording["column_total"])]
    ranked = any(name.startswith(("其中", "#", "—")) for name in names) or len(set(members)) < len(members) or "" in names
    return 0 if ranked or len(members) > _MOST else len(members)


def _counted_in_a_column(one: Declared, table: Table) -> bool:
    """Whether a column tells how many of the counted things each row has (合同份数), so that the rows are something else."""
    columns = range(1, max((len(row) for row in table.rows), default=0))
    unit = one.claim.quantity.unit
    return bool(unit) and any("".join(table.column_names(column)).endswith((f"{unit}数", f"({unit})")) for column in columns)


def _heads(one: Declared, table: Table, column: int) -> bool:
    """Whether a column is headed by what is counted: 股东名称 for 名股东, 问题类型 for 五类问题, 站名 for 5站."""
    header = _BRACKETS.sub("", "".join(table.column_names(column)))
    for ending in ("名称", "类型", "类别", "名", "项目"):
        header = header.removesuffix(ending) or header
    noun = _noun(one)
    return bool(noun) and bool(header) and (0 <= noun.find(header) <= _DEEP or header.startswith(noun) or header.endswith(noun))


def _noun(one: Declared) -> str:
    """What is counted, without what is then said of it: 主要控制站中有4个 → 主要控制站."""
    noun = re.split("[中的有均]", one.noun)[0]
    return noun or (one.claim.quantity.unit if one.claim.quantity.unit in _PLACES else "")
