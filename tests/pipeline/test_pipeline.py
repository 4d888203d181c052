"""The order of steps is checked when the pipeline is built, and reading has no memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import pytest
from tests.conftest import ARTICLE

from marsad import Reader
from marsad.analysis import Analysis
from marsad.errors import PipelineError
from marsad.pipeline import Pipeline, standard_steps
from marsad.resources import Resources


class Places:
    name: ClassVar[str] = "test.places"
    requires: ClassVar[tuple[str, ...]] = ("text",)
    assigns: ClassVar[tuple[str, ...]] = ("places",)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        return {"places": ()}


class Unknown(Places):
    assigns: ClassVar[tuple[str, ...]] = ("palaces",)


def test_a_step_that_lacks_what_it_requires_is_named_with_it() -> None:
    with pytest.raises(PipelineError, match=r"test\.places requires \['text'\]"):
        Pipeline([Places()])


def test_a_layer_that_does_not_exist_is_refused() -> None:
    with pytest.raises(PipelineError, match="palaces"):
        Pipeline([Unknown()])


def test_steps_have_names_of_their_own() -> None:
    names = [step.name for step in standard_steps(Resources())]
    assert len(names) == len(set(names))


def test_reading_a_document_twice_gives_the_same_record(reader: Reader) -> None:
    first = reader.read(ARTICLE, published="2020-01-15")
    reader.read("نص آخر عن بلدة أخرى", published="1999-01-01")
    assert reader.read(ARTICLE, published="2020-01-15") == first
