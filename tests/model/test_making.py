"""A document of a text and its title."""

from __future__ import annotations

import pytest

from marsad.model.making import make_document

TITLE = "لماذا سقطت البلدة؟"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انسحبت القوات.", f"{TITLE}\n\nانسحبت القوات."),
        (f"{TITLE}\nانسحبت القوات.", f"{TITLE}\nانسحبت القوات."),
        (f"\n {TITLE} انسحبت القوات.", f"\n {TITLE} انسحبت القوات."),
        (f"تحليل:\n{TITLE}\n\nانسحبت القوات.", f"تحليل:\n{TITLE}\n\nانسحبت القوات."),
        (f"سأل قارئ: {TITLE} انسحبت القوات.", f"{TITLE}\n\nسأل قارئ: {TITLE} انسحبت القوات."),
        (f"أ\nب\nج\nد\n{TITLE}", f"{TITLE}\n\nأ\nب\nج\nد\n{TITLE}"),
    ],
    ids=["apart", "at the head", "after white space", "under a kicker", "inside a sentence", "far below"],
)
def test_a_title_is_put_before_a_text_that_does_not_hold_it_at_its_head(text: str, expected: str) -> None:
    document = make_document(text, title=TITLE)
    assert document.text == expected
    assert document.title == TITLE
