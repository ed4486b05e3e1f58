"""So much for each of the one thing a sentence counts: any counter, any noun; nothing where more than one may be meant."""

from __future__ import annotations

import pytest
from pipeline import alarms, verdicts

MEANS = (
    ("累计送水1924车次、1.35万吨，平均每车次7.0吨。", "7.0", "9.0"),
    ("派出工作组、专家组86组次386人次，平均每组次4.5人。", "386", "786"),
    ("设床位260张，设置护理单元5个，每单元52张。", "52", "92"),
    ("专班由农业、财政等8个部门的16名同志组成，每部门2名。", "16", "66"),
    ("抽调人员组成6个督查组开展督查，每组走访4个镇街，合计24个。", "24", "64"),
    ("全年组织演练4次，参与2108户次，平均每次527户。", "527", "827"),
)
PAID = (
    ("以每股7.86元的价格协议转让其所持18,500,000股股份，占总股本3.80%，转让价款共计145,410,000.00元。", "7.86", "7.36"),
    ("董事会建议派发末期股息每股0.68元，以已发行股份92.43亿股计，股息总额约62.85亿元。", "0.68", "0.98"),
    ("中期股息每股0.32元（按总股本81.60亿股计算），共派发股息26.11亿元。", "81.60", "31.60"),
)
OTHERS = (
    "以每股7.86元的价格转让18,500,000股，占总股本3.80%，另支付税费1,410,000.00元。",
    "每股派发股息0.68元，股价上涨后市值约926.85亿元，共派发股息总额较上年增加2.85亿元。",
    "专班由8个部门的30名同志参加，每部门确定2名联络员。",
    "设床位260张，其中护理单元5个，每单元不超过60张。",
    "派出6个督查组、4个暗访组，每组走访4个镇街，合计40个。",
    "累计送水1924车次、1.35万吨，比上年平均每车次多0.5吨。",
    "新建站点12个，投资860万元，每站点另配设备3万元。",
    "建成护理单元5个，床位260张（含备用20张），每单元配护士8名。",
)


@pytest.mark.parametrize(("text", "right", "wrong"), [*MEANS, *PAID])
def test_the_only_amount_is_shared_out_among_the_only_count(text: str, right: str, wrong: str) -> None:
    told = [v for v in verdicts(text) if v.relation.rule.id == "mean-per-unit" and v.relation.trust > 0.9]
    assert told
    assert all(v.outcome == "agrees" for v in told)
    assert alarms(text) == []
    assert alarms(text.replace(right, wrong, 1))


@pytest.mark.parametrize("text", OTHERS)
def test_what_may_be_meant_otherwise_is_left_alone(text: str) -> None:
    assert alarms(text) == []
