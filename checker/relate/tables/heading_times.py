"""Whether the heading of a column is of the time and stage that a figure of the prose is of."""

from __future__ import annotations

import re

from checker.relate.tables.echoes import Echo
from checker.relate.tables.slots import YEAR
from checker.relate.topic import last_clause

_PARTED = re.compile("[月季旬]|半年")
_SPAN = re.compile("(?:([0-9]{1,2})月?[—~-]{1,2})?([0-9]{1,2})月(?!末|底|初)")
_PARTS = {"上半年": (1, 6), "前三季度": (1, 9), "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12), "下半年": (7, 12)}
_MONTH, _RUNNING = re.compile("[本当]月"), re.compile("累计|本年")
_QUARTER = 3
_THEN = re.compile("[上去前]年|上期|上月|年初|期初|同期")
_COMPARED = (re.compile("年初|期初|[上去]年末|[上去]年底"), re.compile("环比|上个?[月季周]|上期"), re.compile("同比|[上去]年|上年度"))
_STAGE = re.compile("[动增销整股](前|后)|[年期月季](初|末)")
_OTHER = {"前": "后", "后": "前", "初": "末", "末": "初"}
_DECEMBER = 12


def time_of(echo: Echo) -> str:
    """How the time that a heading names stands to that of the figure."""
    title, claim = echo.slot.title, echo.said.claim
    if claim.measure not in ("rate", "change") and _earlier(echo):
        return "base for base" if claim.modality == "base" else "base"
    if any(word in title for word in echo.scene.rules.wording["column_plan"]):
        return "plan for plan" if claim.modality == "target" else "plan"
    return _in_calendar(echo) or f"{claim.modality} {'dated' if YEAR.search(title) else 'undated'}"


def _in_calendar(echo: Echo) -> str:
    title, period = echo.slot.title, echo.said.claim.period
    years, named = YEAR.findall(title), months_of(title)
    if period is None:
        spoken = _spoken_months(echo) if named and not years else None
        return _running(echo) if spoken is None else "its months" if spoken == named else "other months"
    if "年均" in title and echo.slot.latest:
        # the average over the years that the table is of
        return "its year" if period.last.year == echo.slot.latest else "other year"
    same = str(period.last.year) in years
    if named and (same or not years):
        fits = period.last.month == named[1] and (period.point or period.first.month == named[0])
        return "its months" if fits else "other months"
    if running := _running(echo):
        return running
    parted = not period.point and period.last.month != _DECEMBER and not _PARTED.search(title)
    return "" if not years else "other year" if not same else "part of its year" if parted else "its year"


def _running(echo: Echo) -> str:
    """当月 beside 累计, 本报告期 beside 年初至报告期末: whether a heading is of the stretch itself or of all the year up to its end."""
    title, period, spoken = echo.slot.title, echo.said.claim.period, _spoken_months(echo)
    months = period.months if period is not None else spoken[1] - spoken[0] + 1 if spoken is not None else 0
    if not months or period is not None and period.point:
        return ""
    if _MONTH.search(title):
        return "its month" if months == 1 else "other months"
    if _RUNNING.search(title):
        return "other months" if months == 1 else "running"
    if "报告期" not in title or not echo.slot.running:
        return ""
    return "its months" if ("年初至" in title) == (months > _QUARTER) else "other months"


def _spoken_months(echo: Echo) -> tuple[int, int] | None:
    """The months that the sentence speaks of last, where no year is told."""
    claim = echo.said.claim
    dates = [q for q in echo.scene.dates_before(claim.quantity.start) if q.start >= claim.quantity.start - len(echo.said.sentence)]
    when = dates[-1].when if dates else None
    return None if when is None or when.month is None or when.form == "length" else (when.month, when.end_month or when.month)


def _earlier(echo: Echo) -> bool:
    """Whether a heading is of the time compared with; 2024年上半年 is no earlier half."""
    title = echo.slot.title.replace("年初至", "")
    if months_of(title) and not _THEN.search(title):
        return False
    return bool(_THEN.search(title) or echo.scene.rules.heading_times["base"].search(title))


def months_of(title: str) -> tuple[int, int] | None:
    """The months of its year that a heading names, None if it names none."""
    if found := _SPAN.search(title):
        return int(found[1] or found[2]), int(found[2])
    return next((months for words, months in _PARTS.items() if words in title), None)


def compared(echo: Echo) -> str:
    """Whether a change and its column are measured from the same time; '' for levels."""
    if echo.said.claim.measure not in ("rate", "change"):
        return ""
    clause, title = last_clause(echo.said.claim.lead), echo.slot.title
    one = next((n for n, words in enumerate(_COMPARED) if words.search(clause)), -1)
    other = next((n for n, words in enumerate(_COMPARED) if words.search(title)), -1)
    return "same" if one == other else "unsaid" if -1 in (one, other) else "other"


def stage(echo: Echo) -> str:
    """变动前, 转增后: whether the clause and the heading are on one side of what moved; '' where the heading names none."""
    found = _STAGE.search(echo.slot.title)
    if found is None:
        return ""
    words, own = last_clause(echo.said.claim.lead), found[1] or found[2]
    return "same" if own in words else "other" if _OTHER[own] in words else "unsaid"
