"""Documents made from exact values, each figure rounded on its own: a consistent one stays consistent whatever the unit and precision,
and one big slip in it is found."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import assume, given
from hypothesis import strategies as st
from pipeline import alarms, blamed

UNITS = {"元": Decimal(1), "万元": Decimal(10**4), "亿元": Decimal(10**8)}
TOWNS = ("东岭", "西坪", "南河", "北关", "中寨", "石桥", "柳湾", "松口")
DIGITS = "零壹贰叁肆伍陆柒捌玖"
YUAN = st.integers(10**7, 10**11).map(Decimal)
PLACES = st.integers(0, 2)


def rounded(value: Decimal, unit: str, places: int) -> str:
    """An amount of 元 as a writer rounds it, half up."""
    return f"{(value / UNITS[unit]).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)}{unit}"


def percent(value: Decimal, places: int) -> str:
    return f"{(value * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)}%"


@st.composite
def styles(draw: st.DrawFn) -> tuple[str, int]:
    """A unit and decimals that leave an amount of ten million 元 and more at least three digits."""
    unit = draw(st.sampled_from(list(UNITS)))
    return unit, draw(st.integers(3, 4) if unit == "亿元" else PLACES)


@given(st.lists(YUAN, min_size=2, max_size=8), styles(), styles())
def test_parts_rounded_on_their_own_never_contradict_their_total(
    parts: list[Decimal], whole: tuple[str, int], part: tuple[str, int]
) -> None:
    listed = "、".join(f"{town}{rounded(value, *part)}" for town, value in zip(TOWNS, parts, strict=False))
    total = rounded(sum(parts, Decimal(0)), *whole)
    assert alarms(f"全县累计发放补贴{total}，其中{listed}。") == []
    assert alarms(f"{listed}，合计发放补贴{total}。") == []


@given(YUAN, YUAN, styles(), styles(), PLACES)
def test_growth_between_rounded_levels_is_never_accused(
    base: Decimal, now: Decimal, first: tuple[str, int], second: tuple[str, int], places: int
) -> None:
    assume(base / 3 < now < base * 3 and abs(now - base) > base / 50)
    rate = now / base - 1
    verb = "增长" if rate > 0 else "下降"
    written = percent(abs(rate), places)
    assert alarms(f"全县工业投资{rounded(now, *second)}，比上年的{rounded(base, *first)}{verb}{written}。") == []
    way = "增加" if rate > 0 else "减少"
    assert alarms(f"工业投资由上年的{rounded(base, *first)}{way}到{rounded(now, *second)}，{verb}{written}。") == []


@given(YUAN, st.integers(15, 950), styles(), styles(), PLACES)
def test_shares_of_rounded_amounts_are_never_accused(
    whole: Decimal, thousandths: int, first: tuple[str, int], second: tuple[str, int], places: int
) -> None:
    part = whole * thousandths / 1000
    text = f"全县贷款余额{rounded(whole, *first)}，其中涉农贷款{rounded(part, *second)}，占贷款余额的{percent(part / whole, places)}。"
    assert alarms(text) == []


@given(st.integers(2000, 90000), st.integers(5000, 20000), styles())
def test_means_of_rounded_amounts_are_never_accused(households: int, each: int, style: tuple[str, int]) -> None:
    total = Decimal(households * each)
    assert alarms(f"发放补贴{rounded(total, *style)}，惠及农户{households}户，户均{each}元。") == []


@given(st.lists(YUAN, min_size=2, max_size=8), styles())
def test_columns_rounded_on_their_own_never_contradict_their_total(parts: list[Decimal], style: tuple[str, int]) -> None:
    assert alarms(table([rounded(value, *style).removesuffix(style[0]) for value in (*parts, sum(parts, Decimal(0)))], style[0])) == []


def table(figures: list[str], unit: str) -> str:
    rows = [f"|{name}|{figure}|" for name, figure in zip((*TOWNS[: len(figures) - 1], "合计"), figures, strict=True)]
    return "\n".join(("|乡镇|补贴（" + unit + "）|", "|---|---|", *rows)) + "\n"


@given(st.integers(10**4, 10**8 - 1))
def test_capital_amounts_agree_with_their_digits(amount: int) -> None:
    assert alarms(f"合同总价为人民币{capital(amount)}元整（小写：{amount}元）。") == []


def capital(amount: int) -> str:
    """The amount in capital numerals, below 亿."""
    above, below = divmod(amount, 10000)
    if not above:
        return _group(below)
    gap = "零" if 0 < below < 1000 else ""
    return f"{_group(above)}万{gap}{_group(below)}"


def _group(number: int) -> str:
    text, pending = "", False
    for power, word in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if pending and text else "") + DIGITS[digit] + word
        pending = not digit
    return text


# ---- one big slip ---------------------------------------------------------------------------------------------------

GROWN = st.integers(104, 190).map(lambda percent: Decimal(percent) / 100)


def uneven(figure: str) -> bool:
    """Whether the figure has five digits or more before the zeros at its end: round ones are made of one another by chance."""
    return len("".join(c for c in figure if c.isdigit()).rstrip("0")) >= 5


def slipped(figure: str, at: int) -> str:
    """The figure with its first or second digit changed by four."""
    places = [i for i, c in enumerate(figure) if c.isdigit()]
    place = places[at]
    digit = (int(figure[place]) + 4) % 10 or 7
    assume(str(digit) != figure[place])
    return figure[:place] + str(digit) + figure[place + 1 :]


@given(YUAN, GROWN, st.integers(0, 1), st.sampled_from(["now", "base", "rate"]))
def test_a_slip_in_growth_is_found(base: Decimal, growth: Decimal, at: int, where: str) -> None:
    now = base * growth
    figures = {"base": rounded(base, "万元", 1), "now": rounded(now, "万元", 1), "rate": percent(growth - 1, 1)}
    figures[where] = slipped(figures[where], at)
    for text in (
        "工业投资由上年的{base}增加到{now}，增长{rate}。",
        "全县工业投资{now}，比上年的{base}增长{rate}。",
        "工业投资从{base}增加到{now}，增长{rate}。",
    ):
        assert alarms(text.format(**figures)), text.format(**figures)


@given(YUAN, st.integers(100, 900), st.integers(0, 1), st.sampled_from(["part", "share"]))
def test_a_slip_in_a_share_is_found(whole: Decimal, thousandths: int, at: int, where: str) -> None:
    part = whole * thousandths / 1000
    figures = {"whole": rounded(whole, "万元", 1), "part": rounded(part, "万元", 1), "share": percent(Decimal(thousandths) / 1000, 1)}
    figures[where] = slipped(figures[where], at)
    text = "全县贷款余额{whole}，其中涉农贷款{part}，占贷款余额的{share}。".format(**figures)
    assert alarms(text), text
    text = "涉农贷款{part}，占全部贷款余额{whole}的{share}。".format(**figures)
    assert alarms(text), text


@given(st.lists(YUAN, min_size=2, max_size=6), st.integers(0, 1))
def test_a_slip_in_a_total_is_found(parts: list[Decimal], at: int) -> None:
    listed = "、".join(f"{town}{rounded(value, '万元', 1)}" for town, value in zip(TOWNS, parts, strict=False))
    total = slipped(rounded(sum(parts, Decimal(0)), "万元", 1), at)
    assume(uneven(total) and Decimal(total.removesuffix("万元")) * 10**4 > max(parts) * 2)
    for text in (f"{listed}，合计发放补贴{total}。", f"全县累计发放补贴{total}，分别为{listed}。"):
        assert alarms(text), text


@given(st.lists(YUAN, min_size=2, max_size=6))
def test_parts_that_exceed_their_whole_are_found(parts: list[Decimal]) -> None:
    listed = "、".join(f"{town}{rounded(value, '万元', 1)}" for town, value in zip(TOWNS, parts, strict=False))
    total = rounded(sum(parts, Decimal(0)) * 9 / 10, "万元", 1)
    assert alarms(f"全县累计发放补贴{total}，其中{listed}。")


@given(st.lists(YUAN, min_size=2, max_size=8), st.integers(0, 7), st.integers(0, 1))
def test_a_slip_in_a_table_is_found(parts: list[Decimal], row: int, at: int) -> None:
    figures = [rounded(value, "万元", 1).removesuffix("万元") for value in (*parts, sum(parts, Decimal(0)))]
    chosen = row % len(figures)
    figures[chosen] = slipped(figures[chosen], at)
    assume(all(map(uneven, figures)))
    assert alarms(table(figures, "万元")), table(figures, "万元")


@given(st.integers(10**4, 10**8 - 1), st.integers(0, 1))
def test_a_slip_in_digits_beside_words_is_found(amount: int, at: int) -> None:
    digits = slipped(str(amount), at)
    text = f"合同总价为人民币{capital(amount)}元整（小写：{digits}元）。"
    assert alarms(text), text
    assert blamed(text) in ([], [f"{digits}元"], [f"人民币{capital(amount)}元整"])


def test_a_true_total_is_told_from_a_false_one() -> None:
    text = "全县累计发放补贴{}万元，其中东岭15.2万元、西坪11.9万元、南河9.3万元。"
    assert alarms(text.format("36.4")) == []
    assert blamed(text.format("34.6")) == ["34.6万元"]


def test_a_slip_in_round_figures_is_found() -> None:
    assert alarms("东岭1000.0万元、西坪1000.0万元，合计发放补贴6000.0万元。")


def test_a_slip_in_round_figures_of_a_table_is_found() -> None:
    assert alarms(table(["5000.0", "1000.0", "2000.0"], "万元"))


def test_a_slip_in_a_share_of_a_whole_under_another_name_is_found() -> None:
    assert alarms("签约项目48个，其中工业项目21个，占签约总数的43.8%。") == []
    assert alarms("签约项目48个，其中工业项目21个，占签约总数的48.3%。")
