"""One pass over a passage: every place where a figure may begin, read by the first reader that understands it."""

from __future__ import annotations

import re

from checker.chinese import SMALL
from checker.find import dates, fractions, labels, lists, measures, periods
from checker.find.lexicon import LATIN, SPELLED, Lexicon
from checker.find.number import CAPITAL_FIRST, arabic_at, capital_at, spelled_at
from checker.find.sighting import Sighting

_START = re.compile(f"[0-9A-Za-z年半数几①-⑳{SPELLED}{''.join(CAPITAL_FIRST)}]")
_DATE_NEXT = frozenset("年月日号时点:/-—~至到 季世个.上下前后")
_SPELLED_BEFORE = frozenset("前后头周期拜翻了")


class Reader:
    """Reads one folded text; `seen` are its figures in order."""

    __slots__ = ("floor", "lexicon", "seen", "text")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self.seen: list[Sighting] = []
        self.floor = 0

    def read(self) -> list[Sighting]:
        """All figures of the text."""
        text, search = self.text, _START.search
        at = self._head()
        found = search(text, at)
        while found is not None:
            at = found.start()
            character = text[at]
            if character in "0123456789":
                at = self._digit(at)
            elif character in SPELLED:
                at = self._spelled(at)
            elif character in LATIN:
                at = self._latin(at)
            else:
                at = self._other(at, character)
            found = search(text, at)
        return lists.joined(text, self.seen)

    def _take(self, seen: Sighting) -> int:
        # a hedge or sign must not reach back into the figure before
        if seen.begin < self.floor:
            seen.begin = self.floor
        self.seen.append(seen)
        self.floor = seen.stop
        return seen.stop

    def _head(self) -> int:
        head = (labels.head_at(self.text, self.lexicon) or periods.weekday_alone(self.text)) if self.text else None
        return 0 if head is None else self._take(head)

    def _latin(self, at: int) -> int:
        seen, stop = labels.token_at(self.text, at, self.lexicon)
        if seen is not None:
            self._take(seen)
        return stop

    def _other(self, at: int, character: str) -> int:
        text, lexicon = self.text, self.lexicon
        seen: Sighting | None = None
        if character == "年":
            seen = periods.relative_at(text, at, lexicon)
        elif character == "半":
            seen = periods.half_year_at(text, at, lexicon) or fractions.half_at(text, at, lexicon)
        elif character in "数几":
            return self._unknown(at, character)
        elif character in CAPITAL_FIRST:
            seen = measures.capital_measure_at(text, at, lexicon)
            if seen is None and (found := capital_at(text, at)):
                return found[0].stop
        else:
            seen = Sighting(at, at + 1, "label")
        return at + 1 if seen is None or seen.begin < self.floor else self._take(seen)

    def _unknown(self, at: int, character: str) -> int:
        following = self.text[at + 1 : at + 2]
        if not following or following not in "十百千万亿" or self.text.startswith("分之", at + 2):
            return at + 1
        if character == "数" and at and self.text[at - 1] in "人户总个件次倍基指对分":
            return at + 1
        return self._plain_spelled(at)

    def _digit(self, at: int) -> int:
        text, lexicon = self.text, self.lexicon
        before = text[at - 1] if at else ""
        if before == "第":
            return self._ordinal(at)
        seen_label = labels.bracketed_at(text, at) or labels.item_at(text, at)
        if seen_label is not None and seen_label.begin >= self.floor:
            return self._take(seen_label)
        if before and before in "前后头" and (front := periods.front_at(text, at, lexicon)):
            return self._take(front)
        number = arabic_at(text, at, lexicon)
        if number is None:
            return self._take(Sighting(at, _run_end(text, at), "label"))
        following = text[number.stop : number.stop + 1]
        if following == ":" and "比" in text[max(0, at - 8) : at] and (ratio := lists.ratio_at(text, at)):
            return self._members(ratio)
        if (following in _DATE_NEXT and following) and (date := dates.date_at(text, at, lexicon)):
            return self._dated(date)
        if following == ":" and (ratio := lists.ratio_at(text, at)):
            return self._members(ratio)
        named = self._named(at, number.stop, following)
        if named is not None:
            return self._take(named)
        parts = fractions.parts_at(text, at, lexicon) if following == "分" else None
        seen_figure = parts or lists.slash_at(text, at) or measures.measure_at(text, at, number, lexicon)
        return number.stop if seen_figure is None else self._take(seen_figure)

    def _members(self, ratio: list[Sighting]) -> int:
        self.seen.extend(ratio)
        self.floor = ratio[-1].stop
        return self.floor

    def _ordinal(self, at: int) -> int:
        quarter = periods.quarter_at(self.text, at - 1, self.lexicon)
        if quarter is not None:
            return self._dated(quarter)
        seen, stop = labels.ordinal_at(self.text, at, self.lexicon)
        self._take(seen)
        return stop

    def _named(self, at: int, stop: int, following: str) -> Sighting | None:
        text = self.text
        if following == "·":
            return labels.dot_name_at(text, at)
        if following and following in "号—~- " and (sign := labels.number_sign_at(text, at)):
            return sign
        if following == "+" or following == "-" or following == "." or text[at] == "0" or stop - at > 10:
            code = labels.code_at(text, at)
            if code is not None and not self._figure(code.stop, at):
                return code
        if following and following in LATIN and self.lexicon.simple_unit_at(text, stop) is None:
            return labels.glued_at(text, at)
        return None

    def _figure(self, stop: int, at: int) -> bool:
        """Whether what looks like a code (15-59, 0.5 …) has a unit and so is a range."""
        text = self.text
        if text[at:stop].count("-") > 1 or (text[at] == "0" and text[at + 1 : at + 2].isdigit()):
            return False
        return text[stop : stop + 1] in ("%", "万", "亿", "‰", ".") or self.lexicon.simple_unit_at(text, stop) is not None

    def _dated(self, date: Sighting) -> int:
        if self.seen and self.seen[-1].stop == date.begin and self.seen[-1].klass == "date":
            date = lists.merged_dates(self.seen[-1], date) or date
            if date.begin == self.seen[-1].begin:
                self.seen.pop()
                self.floor = date.begin
        stop = self._take(date)
        if weekday := periods.weekday_behind(self.text, stop):
            return self._take(weekday)
        return stop

    def _spelled(self, at: int) -> int:
        text = self.text
        before = text[at - 1] if at else ""
        if before == "第":
            return self._ordinal(at)
        following = text[at + 1 : at + 2]
        if following not in self.lexicon.after_spelled and (not before or before not in _SPELLED_BEFORE):
            return at + 1
        if following == "分" and text.startswith("之", at + 2):
            seen_part = fractions.per_at(text, at, self.lexicon) or fractions.parts_at(text, at, self.lexicon)
            if seen_part is not None:
                return self._take(seen_part)
        seen_other = self._spelled_special(at, before)
        if seen_other is not None and seen_other.begin >= self.floor:
            if seen_other.klass == "date":
                return self._dated(seen_other)
            return self._take(seen_other)
        return self._plain_spelled(at)

    def _spelled_special(self, at: int, before: str) -> Sighting | None:
        text, lexicon = self.text, self.lexicon
        if before and before in "([〔" and (label := labels.bracketed_at(text, at)):
            return label
        if before and before in "周期拜" and (weekday := self._weekday(at)):
            return weekday
        if before and before in "前后头" and (front := periods.front_at(text, at, lexicon)):
            return front
        if before and before in "翻了" and (doubled := fractions.doubling_at(text, at, lexicon)):
            return doubled
        if text[at + 1 : at + 2] == "半":
            return fractions.half_at(text, at, lexicon)
        return periods.plan_at(text, at, lexicon) or dates.date_at(text, at, lexicon)

    def _session(self, at: int, following: str) -> bool:
        """十四届六次、七次全会: after a session that is numbered, the next ones are too."""
        if following not in ("次", "中") or not self.seen or self.seen[-1].klass != "label":
            return False
        return self.text[self.floor : at] in ("届", "届人大", "届人大常委会", "次、", "次和", "中、")

    def _weekday(self, at: int) -> Sighting | None:
        text = self.text
        begin = at - 1 if text[at - 1] == "周" else at - 2
        if begin < 0 or (text[at - 1] == "周" and self.lexicon.simple_unit_at(text, at + 1)):
            return None
        return periods.weekday_at(text, begin)

    def _plain_spelled(self, at: int) -> int:
        text, lexicon = self.text, self.lexicon
        if moves := lists.ups_and_downs_at(text, at, lexicon):
            return self._members(moves)
        number = spelled_at(text, at, lexicon)
        if number is None:
            return _spelled_end(text, at)
        if text.startswith(lexicon.phrases, at):
            return at + len(next(phrase for phrase in lexicon.phrases if text.startswith(phrase, at)))
        following = text[number.stop : number.stop + 1]
        if following == "成":
            seen = fractions.tenths_at(text, at, number, lexicon)
        elif following == "分" and text.startswith("分之", number.stop):
            seen = fractions.parts_at(text, at, lexicon)
        elif labels.numbered(text, at, number.stop, number.numeral.value, lexicon) or self._session(at, following):
            seen = Sighting(at, number.stop, "label")
        else:
            seen = measures.measure_at(text, at, number, lexicon)
        return number.stop if seen is None else self._take(seen)


def _run_end(text: str, at: int) -> int:
    while at < len(text) and text[at] in "0123456789.,，":
        at += 1
    return at


def _spelled_end(text: str, at: int) -> int:
    while at < len(text) and (text[at] in SPELLED or text[at] in SMALL):
        at += 1
    return at or 1
