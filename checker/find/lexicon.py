"""The packs' words, arranged for looking up at a place in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from checker.quantity import Hedge
from checker.rules import Rules
from checker.unit import Unit

SENSES: Mapping[str, Hedge] = {"above": "above", "below": "below", "about": "about", "exact": ""}
LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
SPELLED = "零〇一二两三四五六七八九十百千万亿廿卅"
SCALE_CHARACTERS = "十百千万亿"
LONGEST_COMPOUND = 24
# 连续4年每年: a stretch of time or a percentage is not divided by what 每 begins
UNDIVIDED = frozenset(("time", "month", "year", "fraction", "point"))


class Lexicon:
    """Units by first character, hedges by the character that touches the number, and the closed classes of `rules/wording/figures.toml`."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._units: dict[str, list[tuple[str, Unit, tuple[str, ...]]]] = {}
        classes = rules.wording.classes
        self._words = {name: tuple(sorted(words, key=len, reverse=True)) for name, words in classes.items() if ":" not in name}
        for name in sorted(rules.units, key=len, reverse=True):
            stops = classes.get("continuation:" + name, ())
            unit = rules.units[name]
            # a figure quotes its unit as it was written: 名 and 公里, not 人 and 千米
            written = unit if unit.name == name else replace(unit, name=name)
            self._units.setdefault(name[0], []).append((name, written, stops))
        follow = SPELLED + "年月日时季届分成半翻世至—点几余多来)" + "".join(self.words("ups_and_downs"))
        self.after_spelled = frozenset(self._units) | frozenset(follow)
        self._before = _by(rules.hedges.get("before", {}), -1)
        after = rules.hedges.get("after", {})
        self.inside = {word: SENSES[sense] for word, sense in after.items() if len(word) == 1}
        # 十来个 is about ten, but 十年来 and 3家来自 hold no hedge: one character for "about" stands inside the figure only
        self._after = _by({word: sense for word, sense in after.items() if len(word) > 1 or sense != "about"}, 0)
        self.years = {word: int(shift) for word, _, shift in (entry.partition(":") for entry in self.words("year_words"))}
        self.number_before = frozenset(self.words("number_before"))
        self._not_hedges = self.words("not_hedges")
        self.not_numbers = frozenset(self.words("not_numbers"))
        self.phrases = self.words("not_number_phrases")
        self.number_after = frozenset(self.words("number_after"))

    def words(self, name: str) -> tuple[str, ...]:
        """A closed class of words, longest first; empty if no pack has it."""
        return self._words.get(name, ())

    def unit_at(self, text: str, at: int) -> tuple[Unit, int] | None:
        """The unit written at `at` and where it ends, quotients (元/人, 人/平方公里) included; None if there is none."""
        found = self.simple_unit_at(text, at)
        if found is None:
            return None
        unit, end = found
        joint = text[end : end + 1]
        if (joint in ("/", "·") or (joint == "每" and unit.dimension not in UNDIVIDED)) and (wider := self._quotient(text, at, end)):
            return wider
        return unit, end

    def simple_unit_at(self, text: str, at: int) -> tuple[Unit, int] | None:
        """The longest unit without a quotient at `at`, unless what follows makes it another word."""
        for name, unit, stops in self._units.get(text[at : at + 1], ()):
            if text.startswith(name, at):
                end = at + len(name)
                if (stops and text.startswith(stops, end)) or (name[-1] in LATIN and text[end : end + 1] in LATIN):
                    continue
                return unit, end
        return None

    def _quotient(self, text: str, at: int, end: int) -> tuple[Unit, int] | None:
        best: tuple[Unit, int] | None = None
        while text[end : end + 1] in ("/", "每", "·") and end - at < LONGEST_COMPOUND:
            below = end + 1
            while text[below : below + 1] in SCALE_CHARACTERS and below - end < 3 and below < len(text):
                below += 1
            part = self.simple_unit_at(text, below) or (self.simple_unit_at(text, end + 1) if below > end + 1 else None)
            if part is None:
                break
            end = part[1]
            whole = self.rules.unit(text[at:end])
            if whole is not None:
                best = Unit(text[at:end], whole.dimension, whole.factor, False, whole.ratio), end
        return best

    def hedge_before(self, text: str, at: int) -> tuple[Hedge, int] | None:
        """The hedge that ends at `at` (a blank between is allowed) and where it begins."""
        if at and text[at - 1] == " ":
            at -= 1
        if not at:
            return None
        words = self._before.get(text[at - 1])
        if words is None or text.endswith(self._not_hedges, max(0, at - 4), at):
            return None
        for word, sense in words:
            if text.endswith(word, 0, at):
                return sense, at - len(word)
        return None

    def hedge_after(self, text: str, at: int) -> tuple[Hedge, int] | None:
        """The hedge that begins at `at` and where it ends. One character (多, 余) is a hedge only where no word can go on."""
        for word, sense in self._after.get(text[at : at + 1], ()):
            if text.startswith(word, at):
                end = at + len(word)
                following = text[end : end + 1]
                # 较上年的45亿元多3亿元 compares
                if len(word) > 1 or not "一" <= following <= "鿿" and not (word == "多" and following.isdigit()):
                    return sense, end
        return None


def _by(words: Mapping[str, str], touching: int) -> dict[str, list[tuple[str, Hedge]]]:
    arranged: dict[str, list[tuple[str, Hedge]]] = {}
    for word in sorted(words, key=len, reverse=True):
        arranged.setdefault(word[touching], []).append((word, SENSES[words[word]]))
    return arranged


_latest: list[Lexicon] = []


def lexicon_of(rules: Rules) -> Lexicon:
    """The lexicon of `rules`; the last one made is kept, since a run has one set of rules."""
    if not _latest or _latest[0].rules is not rules:
        _latest[:] = [Lexicon(rules)]
    return _latest[0]


def ends_with(text: str, at: int, words: Iterable[str]) -> bool:
    """Whether one of `words` ends at `at`."""
    return text.endswith(tuple(words), max(0, at - 8), at)


MONEY_SYMBOLS: Mapping[str, str] = {"人民币": "元", "RMB": "元", "¥": "元", "￥": "元"}
