"""Every source of evidence on invented texts: the slip that it finds, the same text without the slip, and texts it keeps out of."""

from __future__ import annotations

import pytest
from pipeline import alarms, findings, verdicts

from checker.relate import SOURCES

# source, rule, a text with {} for one figure, what it should read, what it must not
STATED = (
    ("growth", "growth-from-levels", "工业投资由上年的110.2亿元增加到126.4亿元，增长{}。", "14.7%", "17.4%"),
    ("growth", "growth-from-levels", "累计接待游客86.35万人次，比上年的71.92万人次增长{}。", "20.1%", "21.0%"),
    ("growth", "change-of-levels", "农户由年初的412户增加到538户，增加{}。", "126户", "162户"),
    ("growth", "growth-from-change", "投资完成53.8亿元，同比增加12.6亿元，增长{}。", "30.6%", "36.0%"),
    ("growth", "points-of-rates", "城镇化率为56.3%，比上年的55.1%提高{}。", "1.2个百分点", "2.1个百分点"),
    ("growth", "multiple-of-levels", "产量为86.4万吨，是上年的28.8万吨的{}。", "3倍", "5倍"),
    ("total", "parts-of-whole", "建成厂房36.4万平方米，其中东区15.2万平方米、西区{}、南区9.3万平方米。", "11.9万平方米", "19.1万平方米"),
    ("drawn", "parts-of-whole", "东区完成投资15.2亿元、西区完成投资11.9亿元，合计完成投资{}。", "27.1亿元", "21.7亿元"),
    ("moves", "parts-of-whole", "个人贷款增加86.4亿元，其中短期贷款减少3.7亿元，中长期贷款增加{}。", "90.1亿元", "91.0亿元"),
    ("quarters", "parts-of-whole", "一至三季度出口依次为48.6亿元、{}、52.3亿元，上半年合计101.8亿元。", "53.2亿元", "35.2亿元"),
    ("directions", "parts-of-whole", "监测的七大类价格中，{}上涨、一类持平、两类下降。", "四类", "五类"),
    ("graded", "parts-of-whole", "对{}项目开展绩效评价，评价结果为“优”的14个、“良”的7个、“中”的2个。", "23个", "32个"),
    ("deducted", "parts-of-whole", "合同价款3860万元，扣除质量保证金115.8万元，实际支付{}。", "3744.2万元", "3474.2万元"),
    ("added", "parts-of-whole", "本级收入86.4亿元，增长3.2%。加上补助31.7亿元、结转4.6亿元，收入总计{}。", "122.7亿元", "127.2亿元"),
    ("leftover", "total-and-its-fate", "授信额度12.8亿元，截至9月底使用9.3亿元，尚余{}。", "3.5亿元", "5.3亿元"),
    ("bands", "parts-of-whole", "抽查网点{}，其中200吨以上19个，100至200吨57个，100吨以下107个。", "183个", "138个"),
    ("rolled", "stock-and-flow", "新招护士86人，离职38人，护士由412人增至{}。", "460人", "640人"),
    ("any order", "stock-and-flow", "新开门店26家、关停9家，期末达到{}，较期初的141家增多。", "158家", "185家"),
    ("steps", "parts-of-whole", "以总股本8,640.5万股扣除回购的126.3万股后的{}为基数。", "8,514.2万股", "8,541.2万股"),
    ("so far", "parts-of-whole", "截至去年底完成投资3.84亿元，今年完成2.67亿元，累计完成{}。", "6.51亿元", "6.15亿元"),
    ("matched", "difference-in-words", "收入总计48.62亿元，支出总计46.35亿元。收支相抵，结转下年{}。", "2.27亿元", "2.72亿元"),
    ("to go", "difference-in-words", "入库税收完成6.83亿元，为全年目标9.15亿元的74.6%。后三个月尚需入库{}。", "2.32亿元", "3.22亿元"),
    ("due", "difference-in-words", "应征水费346.2万元，实征298.7万元，少征{}。", "47.5万元", "74.5万元"),
    ("items", "parts-of-whole", "发现三类{}问题。\n\n（一）采购问题11个。\n\n（二）资产问题8个。\n\n（三）往来问题5个。", "24个", "42个"),
    ("status", "total-and-its-fate", "排查隐患426处，已整改389处，正在整改{}。", "37处", "73处"),
    ("balance", "stock-and-flow", "期初在册1250户，新增126户，退出35户，期末在册{}。", "1341户", "1431户"),
    ("gap", "difference-in-words", "装备采购预算862.4万元，中标价为817.9万元，节约{}。", "44.5万元", "54.4万元"),
    ("apart", "difference-in-words", "东站水位31.84米，低于警戒水位（32.20米）{}。", "0.36米", "0.63米"),
    ("opening", "stock-and-flow", "各项存款余额864.2亿元，比年初增加35.1亿元，年初余额为{}。", "829.1亿元", "892.1亿元"),
    ("span", "flows-of-adjoining-periods", "2023年一季度投资12.6亿元，二季度投资15.3亿元，上半年投资{}。", "27.9亿元", "29.7亿元"),
    ("implied", "growth-of-whole", "进出口86.4亿元，增长{}，其中出口61.3亿元，增长7.2%；进口25.1亿元，增长0.1%。", "5.0%", "6.0%"),
    ("plans", "growth-from-levels", "去年售水量214.5万吨。今年力争售水量增长4.0%，达到{}。", "223.1万吨", "232.1万吨"),
    ("places", "change-of-levels", "综合考核由全省第12位升至第7位，前进{}。", "5位", "6位"),
    ("told_after", "growth-from-levels", "受理各类案件1840件，同比上升15.0%；审结1725件；上年受理{}、审结1490件。", "1600件", "1900件"),
    ("marks", "points-of-rates", "接种率93.6%，低于95%的目标值{}。", "1.4个百分点", "2.4个百分点"),
    ("streaks", "duration", "出口自4月起由降转增，至8月已连续{}增长。", "5个月", "6个月"),
    ("accrued", "growth-from-change", "2023年，全市缴存额46.25亿元。2023年末，缴存总额382.64亿元，比上年末增加{}。", "13.75%", "17.35%"),
    ("sequence", "growth-from-levels", "一至三季度分别完成投资12.4亿元、15.6亿元和16.9亿元，三季度环比增长{}。", "8.3%", "3.8%"),
    ("works", "duration", "连心桥2022年9月正式动工，工期{}，计划2025年3月底建成通车。", "30个月", "20个月"),
    (
        "told",
        "growth-from-levels",
        "| 指标 | 9月末 | 年初 |\n|---|---|---|\n| 各项贷款 | 4128.46 | 3876.15 |\n\n各项贷款比年初增长{}。",
        "6.5%",
        "8.5%",
    ),
    ("yearly", "growth-from-levels", "近三年收入分别为86.4亿元、102.7亿元和131.5亿元，分别增长12.3%、18.9%、{}。", "28.0%", "38.0%"),
    ("beyond", "growth-from-levels", "臭氧浓度171微克/立方米，超过标准限值（160微克/立方米）{}。", "6.9%", "9.6%"),
    ("without", "growth-between-parts", "投资增长3.6%，其中商品房投资下降11.4%；扣除商品房投资后，投资增长{}。", "8.7%", "2.7%"),
    ("extremes", "mean-between-extremes", "成交均价{}（最低11.98元/股，最高12.75元/股）。", "12.36元/股", "13.36元/股"),
    ("share", "share-of-whole", "涉农贷款18.7亿元，占贷款余额35.2亿元的{}。", "53.1%", "51.3%"),
    ("contribution", "pull-of-contribution", "地区生产总值增长6.2%，投资贡献率为45.0%，拉动经济增长{}。", "2.8个百分点", "8.2个百分点"),
    ("defined rates", "share-of-whole", "全年生产水泵12500台，售价平稳，销售12000台，产销率{}。", "96.0%", "69.0%"),
    ("instalments", "instalments", "签订后支付合同总价的40%；到货后支付合同总价的50%；其余{}作为质保金。", "10%", "15%"),
    ("split", "structure-of-hundred", "从收入构成看，税收收入占{}，非税收入占36.2%。", "63.8%", "68.3%"),
    ("mean", "mean-per-unit", "发放补贴400万元，惠及农户1250户，户均{}。", "3200元", "2300元"),
    ("pace", "mean-per-unit", "药品库存9.6万盒，日均消耗8000盒，可用{}。", "12天", "21天"),
    ("dividends", "mean-per-unit", "以总股本80,000万股为基数，每10股派发现金红利{}，共计派发现金红利1.20亿元。", "1.50元", "5.10元"),
    ("census", "mean-per-unit", "常住人口为2500000人，大学文化程度的人口为300000人。每10万人中大学文化程度的为{}。", "12000人", "21000人"),
    (
        "population",
        "mean-per-unit",
        "2024年全年地区生产总值1386.35亿元。人均地区生产总值{}。\n\n年末常住人口152.04万人，比上年末增加0.94万人。",
        "91466元",
        "94166元",
    ),
    ("buyback", "paid-between-prices", "累计回购股份200万股，最高价12.50元/股，最低价11.80元/股，成交总金额为{}。", "2430万元", "4230万元"),
    ("product", "amount-by-rate", "利润总额4200万元，按25%的税率缴纳企业所得税{}。", "1050万元", "1500万元"),
    ("times", "multiple-of-levels", "五年累计投资482.4亿元，是“十二五”时期268.0亿元的{}。", "1.8倍", "2.8倍"),
    ("composition", "share-of-siblings", "三次产业增加值分别为9.6亿元、33.8亿元和{}，结构为11.4∶40.1∶48.5。", "40.9亿元", "49.0亿元"),
    ("loose", "share-of-whole", "全市进出口总值128.6亿元。\n\n民营企业进出口81.6亿元，增长9.5%，占{}。", "63.5%", "36.5%"),
    (
        "several",
        "share-of-whole",
        "全市进出口总值128.6亿元。\n\n对甲国、乙国进出口分别为26.1亿元和19.8亿元，两者合计占{}。",
        "35.7%",
        "53.7%",
    ),
    ("structure", "structure-of-hundred", "三次产业结构比为18.2∶35.6∶{}。", "46.2", "64.2"),
    ("count", "declared-count", "提出{}建议：一是加强管理；二是完善制度；三是强化监督。", "三点", "四点"),
    ("count", "declared-count", "新建{}设施，即泵站、水闸、渠道。", "三类", "四类"),
    ("groups", "groups-of-count", "评审组由9人组成，其中业主代表3人、专家{}。", "6人", "5人"),
    ("date", "impossible-date", "{}召开会议。", "2月28日", "2月30日"),
    ("date", "weekday", "2023年5月1日（{}）召开会议。", "星期一", "星期三"),
    ("duration", "duration", "2023年4月6日至2023年6月30日拨付，历时{}。", "86天", "68天"),
    ("words", "capital-amount", "合同价为人民币壹佰贰拾叁万肆仟伍佰元整（小写：{}）。", "1234500元", "1243500元"),
    ("limits", "share-above-whole", "种植面积占全县耕地面积的{}。", "20.5%", "120.5%"),
    ("milestones", "said-twice", "2024年财政收入突破20亿元，各项事业稳步推进。\n\n2024年财政收入{}。", "20.37亿元", "30.27亿元"),
    ("repeat", "said-twice", "全市完成工业投资12.65亿元。\n\n工业投资完成{}。", "126500万元", "125600万元"),
    (
        "recital",
        "prose-against-table",
        "|乡镇|产值（万元）|\n|---|---|\n|东河|18642.3|\n|西岭|21375.8|\n|南湾|16907.4|\n\n东河产值18642.3万元。西岭产值{}。南湾产值16907.4万元。\n",
        "21375.8万元",
        "21735.8万元",
    ),
    ("named", "partition-of-indicator", "城镇常住人口21.3万人，乡村常住人口24.3万人，全县常住人口{}。", "45.6万人", "54.6万人"),
    ("order", "accounts-above-budget", "会议费年初预算为18.20万元，支出决算为{}。决算数大于预算数。", "19.60万元", "16.90万元"),
    (
        "nearby",
        "amounts-that-add-up",
        "养护支出13874.29万元；绿化支出20461.53万元；两笔支出由县财政列支{}。",
        "34335.82万元",
        "34435.82万元",
    ),
    (
        "columns",
        "table-growth",
        "|项目|本年（万元）|上年（万元）|增长（%）|\n|---|---|---|---|\n|道路|125.4|110.2|13.8|\n|桥梁|63.2|58.1|8.8|\n|排水|48.9|50.3|-2.8|\n|绿化|36.5|30.2|{}|\n",
        "20.9",
        "29.0",
    ),
    (
        "off plan",
        "change-of-levels",
        "|项目（万元）|年初预算|执行数|\n|---|---|---|\n|教育支出|7,184.6|7,421.5|\n\n教育支出7,421.5万元，超年初预算{}。\n",
        "236.9万元",
        "263.9万元",
    ),
    (
        "identities",
        "table-balance",
        "|项目（万元）|年末|年初|\n|---|---|---|\n|可用资金|71,846.29|64,215.80|\n|已承诺|48,317.65|45,902.37|\n|可动用|{}|18,313.43|\n",
        "23,528.64",
        "23,258.64",
    ),
    (
        "column totals",
        "table-column-sum",
        "|项目|金额（万元）|\n|---|---|\n|道路|125.4|\n|桥梁|63.2|\n|排水|48.9|\n|合计|{}|\n",
        "237.5",
        "273.5",
    ),
    (
        "row formulas",
        "table-column-sum",
        "|序号|项目|金额（万元）|\n|---|---|---|\n|1|货款|864.2|\n|2|运费|37.5|\n|3|退货|12.6|\n|4|净额（1+2-3）|{}|\n",
        "889.1",
        "898.1",
    ),
    (
        "share columns",
        "table-share",
        "|地区|产值（万元）|占比（%）|\n|---|---|---|\n|东镇|412|41.2|\n|西镇|323|{}|\n|南镇|265|26.5|\n|合计|1000|100.0|\n",
        "32.3",
        "23.3",
    ),
    (
        "series",
        "table-growth",
        "|指标|2022年|2023年|2024年|\n|---|---|---|---|\n|销售额（亿元）|18.62|20.11|22.35|\n|同比增长（%）|—|8.0|{}|\n",
        "11.1",
        "17.1",
    ),
    (
        "statements",
        "table-net-flow",
        "|项目|本年（万元）|\n|---|---|\n|投资活动现金流入小计|120.0|\n|投资活动现金流出小计|655.3|\n|投资活动现金流量净额|{}|\n",
        "-535.3",
        "-553.3",
    ),
    (
        "ranks",
        "table-rank",
        "|单位|得分|名次|\n|---|---|---|\n|甲所|91.2|2|\n|乙所|94.6|1|\n|丙所|88.3|{}|\n|丁所|90.5|3|\n",
        "4",
        "6",
    ),
    (
        "growth of totals",
        "table-growth-of-total",
        ("|项目|执行数（万元）|增长（%）|\n|---|---|---|\n|一、税收|6210|5.2|\n|1.契税|3420|8.6|\n|2.房产税|2790|1.3|\n"
        "|二、非税|3150|-2.4|\n|1.罚没|1180|-6.9|\n|2.专项|1970|0.5|\n|合计|9360|{}|\n"),
        "2.5",
        "5.2",
    ),
    (
        "yardsticks",
        "table-deviation",
        "基准价为2,000万元。\n\n|单位|报价（万元）|偏差率（%）|\n|---|---|---|\n|甲|2,034.6|1.73|\n|乙|1,987.4|-0.63|\n|丙|2,081.2|4.06|\n|丁|2,046.8|{}|\n",
        "2.34",
        "3.24",
    ),
)
IDS = [f"{source}-{rule}-{number}" for number, (source, rule, *_) in enumerate(STATED)]


@pytest.mark.parametrize(("rule", "text", "right"), [(rule, text, right) for _, rule, text, right, _ in STATED], ids=IDS)
def test_what_is_right_is_confirmed(rule: str, text: str, right: str) -> None:
    assert rule in {verdict.relation.rule.id for verdict in verdicts(text.format(right)) if verdict.outcome == "agrees"}
    assert alarms(text.format(right)) == []


@pytest.mark.parametrize(("rule", "text", "wrong"), [(rule, text, wrong) for _, rule, text, _, wrong in STATED], ids=IDS)
def test_what_is_wrong_is_found(rule: str, text: str, wrong: str) -> None:
    found = findings(text.format(wrong))
    assert [finding.rule for finding in found] == [rule]
    assert wrong in {place.text for place in found[0].places}


def test_every_source_has_a_text() -> None:
    assert {source for source, *_ in STATED} == set(SOURCES)


QUIET = {
    "等 leaves a list open": "新建四类设施，包括泵站、水闸、渠道等。",
    "其中 names some of the parts": "建成厂房36.4万平方米，其中东区15.2万平方米、西区11.9万平方米。",
    "members of two parts are counted once": "全县享受政策农户538户，其中甲类412户、乙类236户（110户同时享受两类政策）。",
    "a goal is no result": "# 某县2023年工作总结\n\n全年工业投资50.2亿元。\n\n## 二、2024年工作目标\n\n工业投资60亿元，增长19.5%。",
    "a budget is no result": "年初预算35.2亿元，全年完成支出36.1亿元，其中教育支出8.2亿元。",
    "comparable growth is on another footing": "按可比口径计算，收入12.6亿元，比上年的11.2亿元增长8.8%。",
    "value added grows at constant prices": "全市地区生产总值1865.2亿元，比上年的1765.8亿元增长6.1%。",
    "added value of a branch grows at constant prices": "工业增加值86.5亿元，比上年的80.2亿元增长6.9%。",
    "other years may be alike": "2021年投资12.65亿元。2022年投资12.56亿元。",
    "other subjects may be alike": "东区投资12.65亿元，西区投资12.56亿元。",
    "about is no equality": "农户由400多户增加到约600户，增加近200户。",
    "grants are alternatives": "对企业给予一次性奖励50万元，其中首次认定的30万元、再次认定的10万元。",
    "labels are no figures": "印发〔2023〕15号文件，落实“2+1”机制，推进第3期工程。",
    "a plan may be exceeded": "完成投资36.2亿元，占年度计划的120.7%。",
    "part of a year is no year": "1—6月完成投资12.6亿元。1—8月完成投资15.3亿元。",
    "who is taken apart is not the whole": "年末职工总数2315人。技术人员按职称划分，高级64人、中级183人、初级276人。",
    "who is named before 分别 has figures of his own": "立项最多的是甲校，共立项25件，其次为乙校和丙校，分别立项18件和14件。",
    "a list of a comma ends with its clause": "现有在园儿童624名，其中托班58名；累计毕业8150名，累计转园236名。",
    "a list may go on behind a comma": "建设资金52.7亿元，其中省、市补助分别为21.3亿元、13.8亿元，企业自筹17.6亿元。",
    "one of two kinds may be listed": "表彰63名企业人员和在职教师，其中高级9人、中级15人、初级22人。",
    "the base of a share is no total": "预留资金18.36亿元，占支出总额142.5亿元的12.9%，仍有3.28亿元未分配。",
    "what is above the one mark is above the other": "在统计的87种产品中，占比超过15%的36种、超过25%的19种、超过35%的8种。",
    "another unit is another kind": "共有学校36所、教师1250人、学生18520人。",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_it_keeps_quiet_where(text: str) -> None:
    assert alarms(text) == []


def test_overlapping_parts_are_told_from_parts_that_exceed_their_whole() -> None:
    text = "全县享受政策农户538户，其中甲类412户、乙类{}户{}。"
    assert alarms(text.format(236, "（110户同时享受两类政策）")) == []
    assert alarms(text.format(136, ""))


def test_growth_of_production_never_comes_from_levels() -> None:
    came = verdicts("全市地区生产总值1865.2亿元，比上年的1765.8亿元增长6.1%。")
    growth = [(v.relation.rule.id, v.outcome, v.reason) for v in came if v.relation.rule.kind == "growth"]
    assert growth == [("growth-from-levels", "abstains", "real")]


UNITS = (
    ("12.65亿元", "126500万元"),
    ("12.65亿元", "12.7亿元"),
    ("12.65亿元", "1265000000元"),
    ("12.65亿元", "12.6亿余元"),
    ("1265户", "1265户"),
    ("35.2万亩", "352000亩"),
)


@pytest.mark.parametrize(("first", "again"), UNITS)
def test_a_figure_may_be_repeated_in_any_unit_and_precision(first: str, again: str) -> None:
    assert alarms(f"全市新建设施投入{first}。\n\n新建设施投入{again}。") == []


def test_a_total_drawn_over_clauses_is_checked() -> None:
    text = "东区完成投资15.2亿元，西区完成投资11.9亿元，合计完成投资{}亿元。"
    assert alarms(text.format("27.1")) == []
    assert alarms(text.format("21.7"))
