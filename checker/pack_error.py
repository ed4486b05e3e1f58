"""What is wrong with a rule pack or a settings file, and where."""

from __future__ import annotations

PROBLEMS = {
    "unreadable": ("无法读取", "cannot be read"),
    "syntax": ("格式错误", "is not well formed"),
    "unknown-key": ("不认识的键", "unknown key"),
    "missing-key": ("缺少必需的键", "missing key"),
    "wrong-type": ("值的类型不对", "value of the wrong type"),
    "wrong-value": ("值不在允许范围内", "value outside the closed vocabulary"),
    "duplicate": ("重复定义", "defined twice"),
    "unknown-unit": ("未定义的单位", "unknown unit"),
    "unknown-dimension": ("未定义的量纲", "unknown dimension"),
    "unknown-indicator": ("未定义的指标", "unknown indicator"),
    "cycle": ("整体与部分循环引用", "wholes form a cycle"),
    "name-mismatch": ("编号与文件名不一致", "id differs from the file's name"),
    "no-example": ("缺少例证", "lacks examples"),
    "bad-mark": ("反例须恰有一处«…»标记", "a bad example needs exactly one «…» mark"),
    "no-pack": ("规则目录不存在", "no such rule pack"),
    "unknown-rule": ("没有这条规则", "unknown rule"),
    "no-document": ("没有这个文件", "no such document"),
    "no-baseline": ("没有这个已知问题清单（首次请用 heshu baseline 生成）", "no such baseline (make one with `heshu baseline`)"),
    "no-settings": ("没有这个设置文件", "no such settings file"),
}


class PackError(ValueError):
    """Rules or settings that cannot be used. `file` and `line` (from 1; 0 if the whole file) say where, `problem` is a key of PROBLEMS,
    `value` the offending text, `near` what may have been meant, '' if nothing comes near."""

    def __init__(self, file: str, line: int, problem: str, value: str, near: str = "") -> None:
        super().__init__(file, line, problem, value, near)
        self.file, self.line, self.problem, self.value, self.near = file, line, problem, value, near

    def text(self, language: str = "zh") -> str:
        """One line for people: file:line: problem: value, in Chinese ("zh") or English ("en")."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        hint = f"; do you mean {self.near}?" if language == "en" else f"，是否指 {self.near}？"
        return f"{place}: {PROBLEMS[self.problem][language == 'en']}: {self.value}{hint if self.near else ''}"

    def __str__(self) -> str:
        return self.text()
