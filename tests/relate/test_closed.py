"""Closed sets of sibling words: each word stands in a name of its own, no longer word of the set lends it one."""

from __future__ import annotations

import pytest

from checker.relate.lists.closed import partition
from checker.rules import Rules
from checker.run import shipped

CARRIED = (
    ("省级投入", "市级投入", "县级投入"),
    ("不满意", "满意", "基本满意"),
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
