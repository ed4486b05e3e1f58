"""Files that cannot be read say why in one sentence, in two languages."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from checker.document import Unreadable
from checker.read import read, read_text, readable
from checker.read.discover import collect
from checker.settings import Settings

BROKEN = {
    "空.txt": (b"", "没有文字"),
    "空白.md": (" \n\t\u3000\n".encode(), "没有文字"),
    "改名.txt": (b"PK\x03\x04" + b"x" * 100, "Office"),
    "扫描.md": (b"%PDF-1.7 ...", "PDF"),
    "旧.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1" + b"\0" * 100, "旧版"),
    "图.md": (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "PNG"),
    "乱.txt": (bytes(range(1, 256)) * 3, "不是文本"),
    "表.xyz": ("三户".encode(), "不支持"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_reason(name: str, tmp_path: Path) -> None:
    data, why = BROKEN[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(tmp_path / name, Settings())
    assert why in caught.value.zh
    assert caught.value.zh.endswith("。")
    assert caught.value.zh.count("。") == 1
    assert caught.value.en.isascii()
    assert caught.value.en.endswith(".")


def test_limits(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    path.write_text("水渠三条。" * 100, encoding="utf-8")
    with pytest.raises(Unreadable, match="1,500 字节"):
        read(path, Settings(max_bytes=1000))
    with pytest.raises(Unreadable, match="500 个字符"):
        read(path, Settings(max_characters=499))
    assert read(path, Settings(max_bytes=1500, max_characters=500)).blocks


def test_folder_and_missing_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "夹.md").mkdir()
    for name in ("夹.md", "无.md"):
        with pytest.raises(Unreadable):
            read(tmp_path / name, Settings())


def test_collect(tmp_path: Path) -> None:
    for name in ("乙.md", "甲.txt", "~$甲.txt", ".~乙.md", ".隐.md", "图.png", "子/丙.MARKDOWN", ".git/丁.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("三户", encoding="utf-8")
    found = collect([tmp_path, tmp_path / "图.png", tmp_path / "乙.md"], lambda _: Settings())
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["乙.md", "甲.txt", "子/丙.MARKDOWN", "图.png"]
    with pytest.raises(FileNotFoundError):
        collect([tmp_path / "无"], lambda _: Settings())


def test_readable() -> None:
    assert readable("稿.TXT")
    assert not readable("稿.docx")


HOSTILE = [
    "甲" + " " * 3000 + "乙",
    "|" * 10000,
    "#" * 10000,
    "# " * 10000,
    "甲" + "\n" * 100000 + "乙",
    "**" * 10000,
    "[" * 10000,
    "[甲](" * 5000,
    "<!--" * 10000,
    "`" * 10001,
    "> " * 10000,
    "\u200b\n甲" * 10000,
    "|甲|1|\n" * 5000,
    "1\n" * 10000,
    "甲   1\n" * 5000,
    "\t1" * 10000,
    "（" * 10000,
    "单位：" * 10000,
    "\\" * 10000,
    "一、" * 10000,
    "\r" * 10000 + "甲",
    "甲，\n" * 10000,
    "\f甲" * 10000,
    "<甲" * 10000,
    "0." * 10000,
    "《\n" * 10000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:6]))
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    start = time.process_time()
    document = read_text(text)
    assert time.process_time() - start < 2 + len(text) / 20_000
    assert all(0 <= block.start <= block.end <= len(text) for block in document.blocks)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.txt")
    with pytest.raises(Unreadable, match="普通文件"):
        read(tmp_path / "管.txt", Settings())
