"""Packages that only some formats need: imported when such a file is read, told with the command where missing."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from marsad.errors import MissingExtraError


def needed(module: str, extra: str) -> Any:
    """The module. Raises MissingExtraError, which tells how to install it, where it is not there."""
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(
            f"needs the extra {extra!r}, which is not installed: {sys.executable} -m pip install 'marsad[{extra}]'"
        ) from None
