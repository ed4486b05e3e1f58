"""A repository of invented documents with all that a gate meets, for tests that compare whole reports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RIGHT = "# 甲镇\n\n全镇共有重点项目10个，其中续建项目4个、新建项目6个。\n"
WRONG = "# 乙镇\n\n全镇共有重点项目10个，其中续建项目4个、新建项目5个。\n"
DRIFT = "# 丙镇\n\n全镇完成投资3.45亿元，增长7.6%，上年同期为3.21亿元。\n"
MUTED = WRONG + "<!-- heshu: allow parts-of-whole 10个、4个、5个 because 另有1个项目暂停 -->\n"
SETTINGS = '[rules]\ntable-share = "warning"\n\n[folders."乡镇"]\ndate = 2025-07-01\n'
MUTES = '[[mute]]\nfile = "另写.md"\nrule = "parts-of-whole"\nfigures = ["10个", "4个", "5个"]\nreason = "另有1个项目暂停"\n'


def repository(folder: Path) -> Path:
    """Documents that pass, fail, drift, are let pass, known, unreadable, alike, of another encoding; below `folder`, which is returned."""
    (folder / "乡镇").mkdir(parents=True)
    texts = {"对.md": RIGHT, "错.md": WRONG, "同样错.txt": WRONG, "又错.md": WRONG, "尾数.md": DRIFT, "豁免.md": MUTED, "另写.md": WRONG}
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "乡镇" / "国标.txt").write_bytes(WRONG.encode("gb18030"))
    (folder / "乡镇" / "空.md").write_bytes(b"")
    (folder / "乡镇" / "图片.md").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "heshu.toml").write_text(SETTINGS, "utf-8")
    (folder / "heshu.mutes.toml").write_text(MUTES, "utf-8")
    for number in range(12):
        (folder / "乡镇" / f"{number:02}.md").write_text(RIGHT.replace("4", str(number)), "utf-8")
    return folder


def heshu(folder: Path, cache: Path, *arguments: str) -> tuple[int, bytes]:
    """Exit code and output of a run over all documents of `folder`; whatever it complains of fails the test."""
    command = [sys.executable, "-m", "checker", "check", *arguments, "."]
    done = subprocess.run(command, cwd=folder, env=environment(cache), capture_output=True, check=False)
    assert done.stderr == b""
    return done.returncode, done.stdout


def environment(cache: Path) -> dict[str, str]:
    """The environment of a run that keeps what it keeps in `cache`."""
    import os

    return {**os.environ, "HESHU_CACHE": str(cache), "PYTHONPATH": str(Path(__file__).parent.parent)}
