"""Rows of percentages that words say are complete: they make 100, a wrong one is found, rows that leave something out stay silent."""

from __future__ import annotations

import pytest
from pipeline import alarms, verdicts

RULE = "structure-of-hundred"
ROWS = (
    ("公司现有股东四家，持股比例依次为：南屿实业44.00%、东麓投资25.50%、清浦港务18.20%、衡岳水泥12.30%。", "12.30", "42.30"),
    ("首期授予的股票分三期解除限售，比例依次为40%、30%和30%。", "30%和", "80%和"),
    ("三次产业结构为8.3∶38.0∶53.7，对经济增长的贡献率分别为12.5%、43.3%和44.2%。", "43.3", "83.3"),
    ("北桥区、南桥区和其余乡镇税收占全县的比重分别为46.4%、28.9%和24.7%。", "46.4", "76.4"),
    ("省、市、县三级财政分担比例为85%、9%、6%。", "85", "55"),
    ("反映最多的是排队时间长（占32.6%）、材料重复（占27.1%）、窗口不足（占18.4%），其余占21.9%。", "21.9", "71.9"),
    ("参加评议的人员中，城镇居民、农村居民分别占61.2%和38.8%。", "38.8", "98.8"),
    ("分年度用款比例为35%、50%、15%。", "35", "95"),
)
OPEN = (
    "公司现有股东四家，前三名持股比例依次为44.00%、25.50%、18.20%。",
    "首期授予的股票分三期解除限售，前两期比例依次为40%、30%。",
    "工业、建筑业和批发业对经济增长的贡献率分别为12.5%、33.3%和14.2%。",
    "北桥区、南桥区和其余乡镇税收增速分别为6.4%、8.9%和4.7%。",
    "省、市、县三级财政资金到位率为75%、92%、86%。",
    "反映最多的是排队时间长（占32.6%）、材料重复（占27.1%）、窗口不足（占18.4%）。",
    "进口、出口占全省的比重分别为5.0%和7.2%。",
    "工业用地占42.0%，增长3.1%；居住用地占31.0%，其余占27.0%。",
    "持股5%以上的股东三家，持股比例分别为22.1%、13.2%和7.6%。",
    "住房类提取占77.52%（购房占36.25%，还贷占41.27%），非住房类占22.48%（退休占19.84%，其他占2.64%）。",
)


@pytest.mark.parametrize(("text", "right", "wrong"), ROWS)
def test_a_complete_row_makes_a_hundred(text: str, right: str, wrong: str) -> None:
    assert [v.outcome for v in verdicts(text) if v.relation.rule.id == RULE and v.relation.trust > 0.9][-1:] == ["agrees"]
    assert alarms(text) == []
    assert alarms(text.replace(right, wrong))


@pytest.mark.parametrize("text", OPEN)
def test_a_row_that_leaves_something_out_makes_nothing(text: str) -> None:
    assert alarms(text) == []
