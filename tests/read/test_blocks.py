"""What the lines of invented documents are taken for."""

from __future__ import annotations

from itertools import pairwise

from checker.document import Block
from checker.read import read_text
from checker.read.plain import plain


def kinds(text: str) -> list[tuple[str, str, str]]:
    """Kind, label and words of every block of a plain text."""
    return [(block.kind, block.label, block.passages[0].text) for block in plain(text)]


def words(text: str) -> list[str]:
    """The words of every block of a plain text."""
    return [block.passages[0].text for block in plain(text)]


def test_markdown_headings() -> None:
    document = read_text("# 某某县半年工作总结\n\n## 一、工业\n\n### （一）投资\n\n完成投资3亿元。\n")
    assert [(b.kind, b.level, b.label) for b in document.blocks] == [
        ("heading", 1, ""),
        ("heading", 2, "一、"),
        ("heading", 3, "（一）"),
        ("paragraph", 0, ""),
    ]
    assert document.title == "某某县半年工作总结"
    assert document.blocks[1].passages[0].text == "工业"


def test_numbered_headings_and_items() -> None:
    text = (
        "半年工作总结\n一、坚持项目为王，投资稳步增长\n（一）工业更有支撑。完成投资3.2亿元。\n（二）农业情况\n"
        "1.播种面积12万亩。\n2．总产量\n（1）新增企业5户；\n①改造道路3公里\n"
    )
    assert [(k, label) for k, label, _ in kinds(text)] == [
        ("heading", ""),
        ("heading", "一、"),
        ("item", "（一）"),
        ("heading", "（二）"),
        ("item", "1."),
        ("heading", "2．"),
        ("item", "（1）"),
        ("item", "①"),
    ]
    assert [block.level for block in plain(text)] == [1, 2, 0, 3, 0, 4, 0, 0]


def test_a_figure_at_the_start_of_a_line_is_no_number_of_an_item() -> None:
    for line in ("3.5亿元用于水利。", "12. 5亿元用于水利。", "3、5月份分别完成。", "1.5 万元", "2024年完成投资。", "一是一，二是二。"[2:]):
        assert kinds(line + "\n甲。")[0][0] == "paragraph", line
    assert kinds("1. 2031年目标是增长。\n乙。")[0][:2] == ("item", "1.")


def test_chapters_and_articles() -> None:
    text = "第一章　总则\n第一条　为规范水库管理，制定本办法。\n第二条　合同价款\n"
    assert kinds(text) == [
        ("heading", "第一章", "总则"),
        ("item", "第一条", "为规范水库管理，制定本办法。"),
        ("heading", "第二条", "合同价款"),
    ]


def test_bullets_notes_and_captions() -> None:
    text = (
        "- 桥梁3座\n——经济稳步增长。总量12亿元。\n一是抓投资。\n"
        "表3 水库情况（单位：座）\n单位：万元\n注：数据为初步统计数。\n[2]水库指小型水库。\n"
    )
    assert [(k, label) for k, label, _ in kinds(text)] == [
        ("item", "-"),
        ("item", "——"),
        ("item", "一是"),
        ("caption", ""),
        ("caption", ""),
        ("note", "注："),
        ("note", "[2]"),
    ]


def test_text_cut_at_a_width_is_one_paragraph() -> None:
    text = (
        "　　上半年全县完成固定资产投资12.45亿元，比上年同期增长\n8.3%，其中工业投资5.61亿元、农业投资2.14亿元，交通投资1\n.98亿元，"
        "其他投资2.72亿元，各项指标好于预期，好于上年。\n　　下半年继续努力。\n"
    )
    assert len(words(text)) == 2
    assert "增长8.3%，" in words(text)[0]
    assert "交通投资1.98亿元" in words(text)[0]


def test_page_numbers_are_no_part_of_a_sentence() -> None:
    page = (
        "全县上下坚持稳中求进工作总基调，统筹发展和安全，着力推进\n"
        "各项重点工作，经济运行总体平稳，主要指标保持在合理区间，\n全年新建改建农村公路"
    )
    text = page + "共计一百二十公里，其中县道三十公里，\n— 2 —\n乡道九十公里，群众出行更加方便快捷了。\n"
    assert len(words(text)) == 1
    assert "三十公里，乡道" in words(text)[0]


def test_text_torn_by_links_is_one_paragraph() -> None:
    text = "过去一年，\n一带一路\n”建设进展很快，新建\n高速公路\n300公里，增长5%。\n\n国务院总理\n　某某某\n"
    assert words(text)[0] == "过去一年，一带一路”建设进展很快，新建高速公路300公里，增长5%。"
    assert words(text)[1:] == ["国务院总理", "某某某"]


def test_lines_of_their_own_stay_apart() -> None:
    text = "合同编号：JX-2031-7\n采购人：某某县水利局\n供应商：某某水泵厂\n签订地点：某某县\n"
    assert len(words(text)) == 4
    assert len(words("一、坚持民生优先，社会事业全面进步\n" + "全年安排民生实事三十件，已办结十九件。" * 6)) == 2


def test_marks_of_markdown_are_dropped() -> None:
    text = "**完成投资**3.2`亿`元，见[附表](https://example.org/a_b)<!-- 不查 -->，5\\*3，<br>共**12**户。"
    (block,) = read_text(text).blocks
    passage = block.passages[0]
    assert passage.text == "完成投资3.2亿元，见附表，5*3，共12户。"
    begin = passage.text.index("12")
    assert text[slice(*passage.places(begin, begin + 2))] == "12"


def test_blocks_are_ranges_in_order() -> None:
    blocks: tuple[Block, ...] = read_text("# 甲\n\n乙丙。\n\n| 子 | 丑 |\n| --- | --- |\n| 1 | 2 |\n\n注：寅。").blocks
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert [block.kind for block in blocks] == ["heading", "paragraph", "table", "note"]
