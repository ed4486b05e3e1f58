"""A number as written: its value and the worth of its last digit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Style = Literal["arabic", "chinese", "capital", "mixed"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """`text` as written (folded to half width); `value` the number it names with 万/亿 multiplied out (1.3万 → 13000);
    `mantissa`/`scale` split a trailing 万, 亿, 万亿 … off (1.3 and 10000), so value = mantissa × scale; `step` is the worth of the
    last written digit (1.3万 → 1000); `round_step` the worth of the last digit that is not zero (4000 → 1000), which is how far a
    hedge reaches; `vague` marks 数十, 几百, 十余 (概数)."""

    text: str
    value: Decimal
    step: Decimal
    round_step: Decimal
    mantissa: Decimal
    scale: Decimal
    style: Style
    vague: bool = False

    @classmethod
    def read(cls, text: str) -> Numeral:
        """The numeral that `text` names; raises ValueError if it names none. Linear in the length of `text`."""
        raise NotImplementedError
