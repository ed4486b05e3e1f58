"""What SARIF says of the rules behind its results: title, source, an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.report import Language
from checker.rules import Rule

_SOURCE: Mapping[Language, str] = {"zh": "出处：{}", "en": "Source: {}"}
_EXAMPLE: Mapping[Language, str] = {"zh": "不一致的例子（«»内的数字不符）：", "en": "An example (the figure in «» does not agree):"}
_MORE: Mapping[Language, str] = {"zh": "更多例子：heshu explain {}", "en": "More examples: heshu explain {}"}


def descriptors(names: Sequence[str], rules: Mapping[str, Rule], language: Language) -> list[Mapping[str, Any]]:
    """A descriptor for each name, in their order; of a rule that is not at hand the name alone."""
    return [_descriptor(rules[name], language) if name in rules else {"id": name} for name in names]


def _descriptor(rule: Rule, language: Language) -> Mapping[str, Any]:
    title = (rule.title_zh if language == "zh" else rule.title_en) or rule.id
    return {
        "id": rule.id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": title},
        "help": {"text": "\n\n".join(_help(rule, language))},
        "defaultConfiguration": {"level": rule.level},
        "properties": {"kind": rule.kind, "evidence": rule.evidence, "tags": [rule.kind]},
    }


def _help(rule: Rule, language: Language) -> Iterator[str]:
    yield _SOURCE[language].format(rule.source)
    example = next((example for example in rule.examples if example.sort == "bad"), None)
    if example is not None:
        yield f"{_EXAMPLE[language]}\n{example.text.strip()}"
    yield _MORE[language].format(rule.id)
