"""Packs of users: merged when sound; when broken, the complaint names file, line and value."""

from __future__ import annotations

from copy import copy
from pathlib import Path

import pytest

from checker.load import rules
from checker.pack_error import PackError

INDICATORS = """field = "渔业"
source = "渔业统计报表制度"
[defaults]
dimension = "mass"
kind = "flow"
growth = "nominal"

[[indicator]]
names = ["虾蟹总产量", "虾蟹产量"]
partitions = [["对虾产量", "河蟹产量"]]

[[indicator]]
names = ["对虾产量"]
whole = "虾蟹总产量"

[[indicator]]
names = ["河蟹产量"]
whole = "虾蟹总产量"
unless = ["育苗"]
"""
RELATION = """id = "shrimp-and-crab"
kind = "total"
form = "sum"
evidence = "named"
level = "error"
source = "渔业统计报表制度"
same = ["subject", "period"]
title = { zh = "虾蟹合计", en = "shrimp and crab" }
message = { zh = "虾蟹总产量应等于两项之和", en = "the two should make the total" }
good = ["虾蟹总产量9吨，其中对虾产量4吨、河蟹产量5吨。"]
bad = ["虾蟹总产量«9吨»，其中对虾产量4吨、河蟹产量4吨。"]
quiet = ["虾蟹总产量9吨，创历史新高。"]

[roles]
whole = "虾蟹总产量"
part = ["对虾产量", "河蟹产量"]
"""
UNITS = "筐 = [筐]\n大筐 = 3 * 筐\n"
ALIASES = """kin = [["筐", "箱"]]
[spellings]
"㞢" = "筐"
[[ambiguous]]
word = "兜"
readings = ["筐", "箱"]
"""
GOOD = {
    "indicators/fish.toml": INDICATORS,
    "relations/shrimp-and-crab.toml": RELATION,
    "units/classifiers.txt": UNITS,
    "units/aliases.toml": ALIASES,
    "units/hedges.toml": '[before]\n"差不多" = "about"\n',
    "units/continuations.toml": '"筐" = ["子店"]\n',
    "wording/fish.toml": '[catch]\nwords = ["捕捞", "养殖"]\n',
}


def pack(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_users_pack_is_added_to_the_shipped_ones(tmp_path: Path) -> None:
    ours = rules([pack(tmp_path / "fish", GOOD)])
    total = ours.indicators["虾蟹总产量"]
    assert (total.field, total.dimension, total.kind, total.growth) == ("渔业", "mass", "flow", "nominal")
    assert total.partitions == (("对虾产量", "河蟹产量"),)
    assert total.source == "渔业统计报表制度"
    assert ours.indicators["河蟹产量"].unless == ("育苗",)
    relation = ours.relations["shrimp-and-crab"]
    assert relation.roles == {"whole": ("虾蟹总产量",), "part": ("对虾产量", "河蟹产量")}
    assert [example.sort for example in relation.examples] == ["good", "bad", "quiet"]
    assert (relation.title_en, relation.zh) == ("shrimp and crab", "虾蟹总产量应等于两项之和")
    assert ours.units["大筐"].factor == 3
    assert ours.units["㞢"].dimension == "count:筐"
    assert [unit.name for unit in ours.readings["兜"]] == ["筐", "箱"]
    assert ours.akin("count:筐", "count:箱")
    assert ours.akin("count:筐", "count:个")
    assert ours.hedges["before"]["差不多"] == "about"
    assert ours.wording["catch"] == ("捕捞", "养殖")
    assert ours.wording["continuation:筐"] == ("子店",)
    assert "元" in ours.units


def test_a_further_pack_adds_words_to_a_class(tmp_path: Path) -> None:
    one = pack(tmp_path / "one", {"wording/a.toml": '[catch]\nwords = ["捕捞"]\n'})
    two = pack(tmp_path / "two", {"wording/b.toml": '[catch]\nwords = ["养殖", "捕捞"]\n'})
    assert rules([one, two]).wording["catch"] == ("捕捞", "养殖")


FISH, SHRIMP = "indicators/fish.toml", "relations/shrimp-and-crab.toml"
CLASSIFIERS, ALIAS, HEDGES, WORDS = "units/classifiers.txt", "units/aliases.toml", "units/hedges.toml", "wording/fish.toml"

BROKEN = [
    # file, what is replaced, by what, problem, line, value shown
    (FISH, 'whole = "虾蟹总产量"\n\n', 'whole = "虾总产量"\n\n', "unknown-indicator", 14, "虾总产量"),
    (FISH, '["对虾产量", "河蟹产量"]]', '["对虾产量", "毛蟹产量"]]', "unknown-indicator", 10, "毛蟹产量"),
    (FISH, 'partitions = [["对虾产量", "河蟹产量"]]', 'whole = "河蟹产量"', "cycle", 10, "虾蟹总产量 ⊂ 河蟹产量 ⊂ 虾蟹总产量"),
    (FISH, 'unless = ["育苗"]', 'unles = ["育苗"]', "unknown-key", 19, "unles"),
    (FISH, 'unless = ["育苗"]', 'unless = "育苗"', "wrong-type", 19, "unless = '育苗'"),
    (FISH, 'unless = ["育苗"]', "unless = [3]", "wrong-type", 19, "unless = [3]"),
    (FISH, 'unless = ["育苗"]', 'kind = "flood"', "wrong-value", 19, "flood"),
    (FISH, 'unless = ["育苗"]', 'growth = "fast"', "wrong-value", 19, "fast"),
    (FISH, 'unless = ["育苗"]', 'dimension = "weight"', "unknown-dimension", 19, "weight"),
    (FISH, 'unless = ["育苗"]', 'partitions = [["对虾产量"]]', "wrong-value", 19, "partitions = ['对虾产量']"),
    (FISH, 'unless = ["育苗"]', 'unless = ["育苗"', "syntax", 19, 'unless = ["育苗"'),
    (FISH, 'names = ["河蟹产量"]', 'names = ["河蟹产量", "虾蟹产量"]', "duplicate", 17, "虾蟹产量"),
    (FISH, 'names = ["河蟹产量"]', 'id = "对虾产量"\nnames = ["河蟹产量"]', "duplicate", 17, "对虾产量"),
    (FISH, 'names = ["河蟹产量"]', 'id = "河蟹产量"', "missing-key", 16, "names"),
    (FISH, 'field = "渔业"\n', "", "missing-key", 1, "field"),
    (FISH, 'kind = "flow"\n', "", "missing-key", 7, "kind"),
    (FISH, "[defaults]", "[default]", "unknown-key", 3, "default"),
    (SHRIMP, 'kind = "total"', 'kind = "totals"', "wrong-value", 2, "totals"),
    (SHRIMP, 'form = "sum"', 'form = "add"', "wrong-value", 3, "add"),
    (SHRIMP, 'level = "error"', 'level = "fatal"', "wrong-value", 5, "fatal"),
    (SHRIMP, 'level = "error"', "level = 1", "wrong-type", 5, "level = 1"),
    (SHRIMP, 'source = "渔业统计报表制度"\n', "", "missing-key", 1, "source"),
    (SHRIMP, '"subject", "period"', '"subject", "place"', "wrong-value", 7, "place"),
    (SHRIMP, 'id = "shrimp-and-crab"', 'id = "shrimps"', "name-mismatch", 1, "shrimps"),
    (SHRIMP, ', en = "shrimp and crab"', "", "missing-key", 8, "en"),
    (SHRIMP, "quiet = [", "loud = [", "unknown-key", 12, "loud"),
    (SHRIMP, 'quiet = ["虾蟹总产量9吨，创历史新高。"]', "", "no-example", 1, "quiet"),
    (SHRIMP, "«9吨»", "9吨", "bad-mark", 11, "虾蟹总产量9吨，其中对虾产量4吨、河蟹产量4吨。"),
    (SHRIMP, "河蟹产量4吨", "河蟹产量«4吨»", "bad-mark", 11, "虾蟹总产量«9吨»，其中对虾产量4吨、河蟹产量«4吨»。"),
    (SHRIMP, 'whole = "虾蟹总产量"', 'whole = "鱼虾总产量"', "unknown-indicator", 15, "鱼虾总产量"),
    (SHRIMP, 'whole = "虾蟹总产量"', "whole = 9", "wrong-type", 15, "whole = 9"),
    (CLASSIFIERS, "3 * 筐", "3 * 篓", "unknown-unit", 2, "篓"),
    (CLASSIFIERS, "3 * 筐", "三 * 筐", "syntax", 2, "三"),
    (CLASSIFIERS, "3 * 筐", "0 * 筐", "wrong-value", 2, "0"),
    (CLASSIFIERS, "3 * 筐", "1/0 * 筐", "syntax", 2, "1/0"),
    (CLASSIFIERS, "大筐 = 3 * 筐", "大筐", "syntax", 2, "大筐"),
    (CLASSIFIERS, "大筐 = 3", "元 = 3", "duplicate", 2, "元"),
    (ALIAS, '"筐", "箱"]]', '"筐", "篓"]]', "unknown-unit", 1, '"篓"'),
    (ALIAS, '"筐", "箱"]]', '"筐", "元"]]', "unknown-unit", 1, '"元"'),
    (ALIAS, '"㞢" = "筐"', '"㞢" = "篓"', "unknown-unit", 3, '"篓"'),
    (ALIAS, '"㞢" = "筐"', '"元" = "筐"', "duplicate", 3, '"元"'),
    (ALIAS, '["筐", "箱"]\n', '["篓", "箱"]\n', "unknown-unit", 6, '"篓"'),
    (ALIAS, "kin =", "kinship =", "unknown-key", 1, "kinship"),
    (HEDGES, '"about"', '"roughly"', "wrong-value", 2, "roughly"),
    (HEDGES, '"差不多" = "about"', '"近" = "about"', "duplicate", 2, "近"),
    (WORDS, "words =", "word =", "unknown-key", 2, "word"),
    (WORDS, '["捕捞", "养殖"]', '["捕捞", 3]', "wrong-type", 2, "words = ['捕捞', 3]"),
]


@pytest.mark.parametrize(("name", "old", "new", "problem", "line", "value"), BROKEN, ids=[f"{row[0]}:{row[3]}:{row[5]}" for row in BROKEN])
def test_a_broken_pack_is_shown_where_it_is_broken(
    tmp_path: Path, name: str, old: str, new: str, problem: str, line: int, value: str
) -> None:
    assert old in GOOD[name]
    folder = pack(tmp_path / "fish", {**GOOD, name: GOOD[name].replace(old, new, 1)})
    with pytest.raises(PackError) as caught:
        rules([folder])
    error = caught.value
    assert (error.problem, error.line) == (problem, line), str(error)
    assert error.file == str(folder / name)
    assert value in error.value
    shown = error.text("zh")
    assert shown.startswith(f"{folder / name}:{line}: " if line else f"{folder / name}: ")
    assert value in shown
    assert error.text("en").isascii() or "unknown" in error.text("en") or value in error.text("en")


def test_duplicates_of_two_packs_name_both_files(tmp_path: Path) -> None:
    for name, problem in ((FISH, "虾蟹总产量"), (SHRIMP, "shrimp-and-crab"), (CLASSIFIERS, "筐")):
        needed = {FISH: INDICATORS, name: GOOD[name]}
        one = pack(tmp_path / name.replace("/", "-") / "one", needed)
        two = pack(tmp_path / name.replace("/", "-") / "two", {name: GOOD[name]})
        with pytest.raises(PackError) as caught:
            rules([one, two])
        assert caught.value.file == str(two / name)
        assert problem in caught.value.value
        assert str(one / name) in caught.value.value


def test_a_missing_pack_and_an_unreadable_file(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="规则目录不存在"):
        rules([tmp_path / "nowhere"])
    folder = pack(tmp_path / "fish", GOOD)
    (folder / FISH).write_bytes(b"\xff\xfe\x00broken")
    with pytest.raises(PackError) as caught:
        rules([folder])
    assert caught.value.problem == "unreadable"


def test_errors_keep_their_parts_when_copied() -> None:
    error = copy(PackError("a.toml", 3, "unknown-key", "colour"))
    assert (str(error), error.line) == ("a.toml:3: 不认识的键: colour", 3)
