"""Daft and Ray, imported when they are needed, with what they would tell others about their use switched off."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from marsad.ingest.extras import needed

_SILENT = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "DO_NOT_TRACK": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DEDUP_LOGS": "0",
    # Ray says on every start what its default will be in a later version.
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}


@cache  # a process may choose only once
def daft() -> Any:
    """Daft, on this process's threads: within a Ray task too, where it would else hand its work to the cluster.

    Raises MissingExtraError."""
    os.environ.update(_SILENT)
    module = needed("daft", "scale")
    module.set_runner_native()
    return module


def ray() -> Any:
    """Ray. Raises MissingExtraError."""
    os.environ.update(_SILENT)
    return needed("ray", "ray")
