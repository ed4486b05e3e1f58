"""The rules: as a list, and one of them with its proof."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.report import Language
from checker.rules import Rule

_LEVELS: Mapping[Language, Mapping[str, str]] = {
    "zh": {"error": "错误", "warning": "警告", "note": "提示"},
    "en": {"error": "error", "warning": "warning", "note": "note"},
}
_SORTS: Mapping[Language, Mapping[str, str]] = {
    "zh": {"good": "一致", "bad": "不一致", "quiet": "不作判断", "todo": "尚不能识别"},
    "en": {"good": "agrees", "bad": "disagrees", "quiet": "no verdict", "todo": "not yet found"},
}
_LABELS: Mapping[Language, tuple[str, str, str]] = {"zh": ("类别", "依据", "出处"), "en": ("kind", "evidence", "source")}


def as_text(rules: Sequence[Rule], language: Language) -> str:
    """One line a rule: id, kind, evidence, level and title; then their number."""
    width = max((len(rule.id) for rule in rules), default=0)
    lines = [
        f"{rule.id:<{width}}  {rule.kind:<6}  {rule.evidence:<10}  {_LEVELS[language][rule.level]}  {_title(rule, language)}".rstrip()
        for rule in rules
    ]
    end = f"规则 {len(rules)}" if language == "zh" else f"{len(rules)} rules"
    return "\n".join([*lines, end]) + "\n"


def as_json(rules: Sequence[Rule], language: Language) -> str:
    """A JSON list of the rules with id, kind, evidence, severity, source and title."""
    from json import dumps

    rows = [
        {
            "rule": rule.id, "kind": rule.kind, "evidence": rule.evidence, "severity": rule.level, "source": rule.source,
            "title": _title(rule, language),
        }
        for rule in rules
    ]  # fmt: skip
    return dumps(rows, ensure_ascii=False, indent=2) + "\n"


def explain(rule: Rule, language: Language) -> str:
    """What one rule compares, on what ground, and the examples that prove it."""
    return "\n".join(_explanation(rule, language)) + "\n"


def _explanation(rule: Rule, language: Language) -> Iterator[str]:
    kind, evidence, source = _LABELS[language]
    colon = "：" if language == "zh" else ": "
    yield f"{rule.id}  {_LEVELS[language][rule.level]}  {_title(rule, language)}".rstrip()
    yield f"  {kind}{colon}{rule.kind}"
    yield f"  {evidence}{colon}{rule.evidence}"
    yield f"  {source}{colon}{rule.source}"
    yield ""
    yield f"  {rule.zh if language == 'zh' else rule.en}"
    for example in rule.examples:
        yield ""
        yield f"  {_SORTS[language][example.sort]}{colon}"
        yield from (f"    {line}" for line in example.text.strip().splitlines())


def _title(rule: Rule, language: Language) -> str:
    return rule.title_zh if language == "zh" else rule.title_en


# the rules, the language
CATALOGUES: Mapping[str, Callable[[Sequence[Rule], Language], str]] = {"text": as_text, "json": as_json}
