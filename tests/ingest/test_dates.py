"""Publication dates as inputs give them."""

from __future__ import annotations

import pytest
from tests.tables import cases

from marsad.ingest.dates import edtf_date


@pytest.mark.parametrize("case", cases("dates"), ids=lambda c: c["given"])
def test_a_date_becomes_edtf_or_is_left_out(case: dict[str, str]) -> None:
    assert edtf_date(case["given"]) == (case["edtf"] or None)
