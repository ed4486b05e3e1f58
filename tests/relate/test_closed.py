"""Closed sets of sibling words: each word stands in a name of its own, no longer word of the set lends it one."""

from __future__ import annotations

import pytest
from pipeline import alarms

from checker.relate.lists.closed import partition
from checker.rules import Rules
from checker.run import shipped

CARRIED = (
    ("省级投入", "市级投入", "县级投入"),
    ("城区学校", "农村学校"),
    ("统筹基金支出", "个人账户支出"),
    ("执业医师", "执业助理医师"),
    ("完成", "基本完成", "未完成"),
)
NOT_CARRIED = (
    ("省级投入", "市级投入"),
    # 满意 is said by 基本满意 and 不满意 alone
    ("基本满意", "不满意", "说不清"),
    ("人大代表建议和政协提案", "其他来件"),
    ("城区学校", "城区幼儿园"),
    ("男女比例", "人均面积"),
    (),
    ("", "女性"),
)


@pytest.fixture(scope="module")
def rules() -> Rules:
    return shipped()


@pytest.mark.parametrize("names", CARRIED)
def test_names_that_carry_a_set_do_so_in_any_order(rules: Rules, names: tuple[str, ...]) -> None:
    assert partition(rules, names)
    assert partition(rules, names[::-1])


@pytest.mark.parametrize("names", NOT_CARRIED)
def test_a_word_is_found_in_a_name_of_its_own_or_not_at_all(rules: Rules, names: tuple[str, ...]) -> None:
    assert not partition(rules, names)


def test_bare_names_are_the_words_themselves(rules: Rules) -> None:
    assert partition(rules, ("在职", "离退休"), bare=True)
    assert not partition(rules, ("在职职工", "离退休人员"), bare=True)


def test_names_at_their_edges_begin_or_end_with_the_words(rules: Rules) -> None:
    assert partition(rules, ("城镇居民", "农村居民"), at_edges=True)
    assert not partition(rules, ("新增城镇就业", "农村就业"), at_edges=True)


def test_every_set_is_told_by_its_own_words(rules: Rules) -> None:
    sets = {key: words for key, words in rules.wording.classes.items() if key.startswith("partition:")}
    assert [key for key, words in sets.items() if len(words) < 2 or len(set(words)) < len(words) or not all(words)] == []
    assert [key for key, words in sets.items() if not partition(rules, words, bare=True)] == []


TOLD = (
    ("定点医院146家，三级医院12家、二级医院38家、一级及以下医院96家。", "38", "48"),
    ("全市持证残疾人18642人，其中一级2863人、二级5210人、三级5642人、四级4927人。", "5642", "6642"),
    ("全县老年人口8.62万人，其中60至69岁4.63万人，70至79岁2.81万人，80岁及以上1.18万人。", "2.81", "2.91"),
    ("反馈问题126个，已完成整改98个，正在整改22个，未整改6个。", "22", "32"),
    ("省委巡视反馈问题32个，已完成28个，基本完成3个，正在推进1个。", "28", "38"),
    ("我局编制86名，实有78名，空编8名。", "78", "68"),
    ("清理规范性文件186件，其中继续有效126件，修改18件，废止26件，失效16件。", "126", "136"),
    ("检查个体户186户，其中有证经营142户，无证经营44户。", "142", "152"),
    ("现有在编教师186名，其中42名男教师、144名女教师。", "144", "154"),
    ("全县义务教育阶段在校生38640人，其中县城21350人，乡镇17290人。", "21350", "31350"),
    ("处置问题线索863件，其中谈话函询126件，初步核实612件，暂存待查18件，予以了结107件。", "612", "712"),
    ("居民医保基金收入7654.64万元，个人缴费2342.16万元，财政补助5104.00万元，利息110.40万元，其他98.08万元。", "5104", "5204"),
)


@pytest.mark.parametrize(("text", "right", "wrong"), TOLD)
def test_a_slip_in_what_exhausts_its_whole_is_found(text: str, right: str, wrong: str) -> None:
    assert alarms(text) == []
    assert alarms(text.replace(right, wrong, 1))
