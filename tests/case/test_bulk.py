"""The collector of cycles is as it was after a function that makes many objects, also after a fault."""

from __future__ import annotations

import gc

import pytest

from marsad.case.bulk import bulk


def test_the_collector_waits_and_goes_on() -> None:
    with bulk():
        assert not gc.isenabled()
        with bulk():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_after_a_fault() -> None:
    @bulk()
    def failing() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        failing()
    assert gc.isenabled()
