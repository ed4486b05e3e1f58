"""What a name comes down to."""

from __future__ import annotations

from checker.relate.scene import Scene


def core(scene: Scene, name: str) -> str:
    """The thing a base is of, without how far it reaches: 全市进出口总值 → 进出口, 签约总额 → 签约; '' if it says only how far."""
    if name not in scene.cores:
        scene.cores[name] = _core(scene, name)
    return scene.cores[name]


def _core(scene: Scene, name: str) -> str:
    words = scene.rules.wording
    name = name.replace("“", "").replace("”", "").replace('"', "")
    start = max((len(word) for word in words["scope"] if name.startswith(word)), default=0)
    name = name[start:].removeprefix("的")
    start = max((len(word) for word in words["totality"] if name.startswith(word)), default=0)
    name = name[start:]
    end = max((len(word) for word in words["totality"] if name.endswith(word)), default=0)
    return name[: len(name) - end].removesuffix("的")
