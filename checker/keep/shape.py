"""A document's report as bytes, and back."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any

from checker.report import DocumentReport

# reports are made of the nouns of these modules, and of numbers
_NOUNS = ("checker.finding", "checker.report")


def written(report: DocumentReport) -> bytes:
    """The report without its path and its document, which `read` is given."""
    file = BytesIO()
    _Writer(file, protocol=5).dump(replace(report, path="", document=None))
    return file.getvalue()


def read(content: bytes, path: str) -> DocumentReport | None:
    """The report that was written, for a document that is now at `path`; None if `content` is none."""
    try:
        report = _Reader(BytesIO(content)).load()
    except Exception:  # noqa: BLE001 - broken content can fail in any way, and is only worth making again
        return None
    return replace(report, path=path) if isinstance(report, DocumentReport) else None


class _Writer(pickle.Pickler):
    """Writes nouns as calls of their classes, which are read back faster than the state of a frozen dataclass."""

    def reducer_override(self, thing: object) -> Any:
        if is_dataclass(thing) and not isinstance(thing, type) and type(thing).__module__ in _NOUNS:
            return type(thing), tuple(getattr(thing, each.name) for each in fields(thing) if each.init)
        return NotImplemented


class _Reader(pickle.Unpickler):
    """Builds nothing but the nouns of a report, whatever the content says."""

    def find_class(self, module: str, name: str) -> Callable[..., object]:
        if (module, name) == ("decimal", "Decimal") or (module in _NOUNS and "." not in name):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module and (module == "decimal" or is_dataclass(found)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
