"""The collector of cycles is as it was after a function that makes many objects, also after a fault."""

from __future__ import annotations

import gc
from threading import Thread

import pytest

from marsad.collecting import collection_paused
from marsad.reader import Reader

TEXT = "قصفت الطائرات مدينة تدمر أمس لتأمين الطريق، وقال المتحدث إن القوات ستدخل البلدة غدا."


def test_the_collector_waits_and_goes_on() -> None:
    with collection_paused():
        assert not gc.isenabled()
        with collection_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_after_a_fault() -> None:
    @collection_paused()
    def failing() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        failing()
    assert gc.isenabled()


def test_threads_that_pause_at_once_leave_it_on() -> None:
    def pausing() -> None:
        for _ in range(200):
            with collection_paused():
                pass

    threads = [Thread(target=pausing) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collection_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_a_document_took_is_free_without_the_collector(reader: Reader) -> None:
    """No cycle holds a text that was read: the collector would find thousands of objects of each document."""
    record = reader.read(TEXT)
    assert record.events  # this layer and the next keep what they derive of the matches
    assert record.outlooks
    gc.collect()
    gc.disable()
    try:
        reader.read(TEXT)
        assert gc.collect() == 0
    finally:
        gc.enable()
