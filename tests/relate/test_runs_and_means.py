"""Growth along runs of years and quarters, against means of the past and of balances a year ago; means named by what is counted."""

from __future__ import annotations

import pytest
from pipeline import alarms, verdicts

# rule, a text with {} for one figure, what it should read, what it must not
TOLD = (
    ("growth-from-levels", "三年分别开办讲座412场、468场、533场，2024年比2022年增长{}。", "29.4%", "24.9%"),
    ("growth-from-levels", "2022年、2023年、2024年货运量分别为86.4万吨、92.7万吨和99.8万吨，2024年比2022年增长{}。", "15.5%", "51.5%"),
    ("change-of-levels", "2022—2024年分别资助学生3,120人、3,465人、3,802人，2024年比2023年增加{}。", "337人", "373人"),
    ("growth-from-levels", "第一季度、第二季度分别签约42,618.50万元和51,946.20万元，第二季度环比增长{}。", "21.89%", "28.19%"),
    ("growth-from-levels", "分季度看，发电量依次为12.46亿度、13.82亿度、15.07亿度和14.11亿度，第四季度环比下降{}。", "6.4%", "4.6%"),
    ("growth-from-change", "示范合作社净增26家、达到214家，增长{}。", "13.8%", "18.3%"),
    ("growth-from-change", "工伤保险参保38,462人，其中企业31,250人、机关7,212人，总参保人数增加1,186人，增长{}。", "3.18%", "8.13%"),
    ("growth-from-levels", "日均用水量由86.40万吨变为79.20万吨，反而下降{}。", "8.3%", "3.8%"),
    ("growth-from-levels", "全区面雨量62.8毫米，较多年同期同历时均值（51.6毫米）偏多{}。", "21.7%", "27.1%"),
    ("growth-from-levels", "受灾人口3.46万人，比近五年平均水平（4.12万人）减少{}。", "16.0%", "19.0%"),
    ("change-of-levels", "面雨量62.8毫米，较均值（51.6毫米）偏多{}。", "11.2毫米", "12.1毫米"),
    ("average-growth", "2024年产值为36.28亿元，较2021年增长33.10%，年均复合增长{}。", "10.00%", "11.03%"),
    ("average-growth", "2022—2024年投资年均增长{}，各年增速依次为8.4%、5.1%和6.9%。", "6.8%", "8.6%"),
    ("points-of-rates", "8月建材类零售额增长4.6%，而7月为下降2.7%，由降转增，提高{}。", "7.3个百分点", "3.7个百分点"),
    ("difference-in-words", "出口46.15亿元，增长8.2%；进口18.36亿元，下降4.5%；顺差27.79亿元，上年同期为{}。", "23.43亿元", "32.43亿元"),
    ("difference-in-words", "出口46.15亿元，增长8.2%；进口18.36亿元，下降4.5%；顺差27.79亿元，同比扩大{}。", "4.36亿元", "6.43亿元"),
    ("difference-in-words", "收入5,987.3万元，增12.7%；成本4,120.1万元，增10.5%；毛利1,867.2万元，去年{}。", "1,584.1万元", "1,854.1万元"),
    ("growth-from-change", "税收比上年同期减收6,309万元，其中契税8.14亿元，下降{}，减收4,552万元。", "5.3%", "3.5%"),
    ("difference-in-words", "洪峰水位46.82米，历时9小时，涨幅{}（起涨水位43.15米）。", "3.67米", "6.37米"),
    ("growth-from-levels", "年初专项预算3,240万元，年中追加310万元，调整后预算3,550万元，比年初预算增长{}。", "9.6%", "6.9%"),
    ("growth-from-levels", "标底价2,680万元，中标价2,546万元，比标底价低{}。", "5.0%", "8.0%"),
    ("mean-per-unit", "假期接待游客64.20万人次，增长6.1%；旅游收入4.11亿元，增长7.9%，人均消费{}。", "640元", "460元"),
    ("mean-per-unit", "全市设有服务站64个，配备辅导员1,536人，站均{}。", "24.0人", "42.0人"),
    ("mean-per-unit", "社区食堂42家，日均供餐5,460份，平均每家{}。", "130份", "310份"),
    ("mean-per-unit", "落实专项债券支持项目16个、资金7.68亿元，项目平均{}。", "4,800万元", "8,400万元"),
    ("mean-per-unit", "入汛以来累计拦蓄洪水1.08亿立方米，相当于24小时平均拦蓄{}。", "1250立方米每秒", "1520立方米每秒"),
    ("mean-per-unit", "按每人每月260元的标准向35名护林员发放补助，共12个月、{}。", "10.92万元", "19.02万元"),
)

QUIET = {
    "years of several": "三年分别资助甲县、乙县、丙县412户、468户、533户，2024年比2022年增长18.6%。",
    "a month of two years": "7月、8月分别签约42亿元和51亿元，2024年8月比2023年8月增长6.2%。",
    "another thing grew": "2023年、2024年客运量分别为86.4万人次和92.7万人次，2024年货运量比2023年增长3.1%。",
    "not all of the three years' ends": "三年分别开办讲座412场、468场、533场，2024年比2023年增长13.5%。",
    "on another footing": "第一季度、第二季度分别签约42.6亿元和51.9亿元，按可比口径，第二季度环比增长12.5%。",
    "the growth of some other years": "2024年产值为36.28亿元，较2021年增长33.10%，近五年年均增长8.10%。",
    "another thing grew across zero": "第二产业投资增长4.6%，第三产业投资下降2.7%，由增转降，回落5.3个百分点。",
    "the water did not stay": "水库蓄水量2.16亿立方米，其中24小时平均入库1850立方米每秒。",
    "each of others": "抽查单位12家、指标36项，指标均达98项。",
    "at the month before": "出口46.15亿元，增长8.2%；进口18.36亿元，下降4.5%；顺差27.79亿元，比上月扩大1.20亿元。",
    "a deficit became a surplus": "出口46.15亿元，增长8.2%；进口18.36亿元，下降4.5%；顺差27.79亿元，上年同期为逆差1.20亿元。",
    "two prices in one row": "按每户300元的标准，共补助26户、500元的14户。",
    "the budget of another year": "年初支出预算3,240万元，支出决算3,118万元，比上年预算下降1.2%。",
    "the greater whole": "财政支出1,200万元，教育支出130万元，比财政支出多增长6.7%。",
    "what only some spent": "接待游客64.20万人次，门票收入4,110万元，人均消费460元。",
    "all, and not the part told last": "参保38,462人，其中企业31,250人、机关人员参保7,212人，参保人数增加1,186人，增长3.18%。",
    "so much a day, and so much a year": "供水户数1.2万户，日均供水量3.2万吨，户均年用水量1.1吨。",
    "counts of two kinds": "全市共有卫生院38家、卫生室412家，卫生人员4,120人，院均42人。",
    "something else behind the years": "三年累计投入分别为12.6亿元、15.8亿元、19.3亿元，2024年比2022年工业投资增长11.1%。",
    "all of something else": "参保38,462人，其中企业31,250人、机关7,212人，总缴费人数增加1,186人，增长5.2%。",
}


@pytest.mark.parametrize(("rule", "text", "right", "wrong"), TOLD)
def test_it_is_checked_and_the_slip_found(rule: str, text: str, right: str, wrong: str) -> None:
    assert any(v.relation.rule.id == rule and v.outcome == "agrees" and v.relation.trust >= 0.9 for v in verdicts(text.format(right)))
    assert alarms(text.format(right)) == []
    assert alarms(text.format(wrong))


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_it_keeps_quiet_where(text: str) -> None:
    assert alarms(text) == []
