"""Who published a document, by what is given, its address and its own head and foot."""

from __future__ import annotations

import pytest

from marsad.model.making import make_document
from marsad.pipeline import Pipeline
from marsad.resolve.outlet import ResolveOutlet
from marsad.resources import Resources
from marsad.text.steps import Find, View

_RESOURCES = Resources()
_PIPELINE = Pipeline([View(_RESOURCES), Find(_RESOURCES), ResolveOutlet(_RESOURCES)])
STORY = "\n".join(["قصفت البلدة أمس."] * 20)


@pytest.mark.parametrize(
    ("text", "given", "url", "name", "key"),
    [
        (STORY, None, None, None, None),
        (STORY, "عنب بلدي", None, "عنب بلدي", "enab_baladi"),
        (STORY, "الميناء", None, "الميناء", None),
        (STORY, "مراسلنا", "https://www.enabbaladi.net/1", "مراسلنا", "enab_baladi"),
        (STORY, None, "https://www.enabbaladi.net/1", "عنب بلدي", "enab_baladi"),
        (STORY, None, "https://example.org/1", None, None),
        (f"عنوان\nالمصدر: الأناضول\n{STORY}", None, None, "الأناضول", "anadolu"),
        (f"{STORY}\nالمصدر: موقع الميناء", None, None, "موقع الميناء", None),
        (f"تعز (رويترز) - {STORY}", None, None, "رويترز", "reuters"),
        (f"دمشق - أ ف ب: {STORY}", None, None, "وكالة فرانس برس", "afp"),
        (f"صنعاء - سبأ: {STORY}", None, None, "سبأ", "saba_agency"),
        (f"قالت رويترز إن القصف اشتد.\n{STORY}", None, None, None, None),
        (f"{STORY}\nتعز (رويترز) - قال سكان\n{STORY}", None, None, None, None),
        (f"{STORY}\nالمصدر: الأناضول\n{STORY}", None, None, None, None),
        (f"عنوان\nقال المصدر: لا نعلم شيئا عن القصف الذي وقع أمس في البلدة\n{STORY}", None, None, None, None),
    ],
)
def test_the_outlet_and_its_key(
    text: str, given: str | None, url: str | None, name: str | None, key: str | None
) -> None:
    document = _PIPELINE(make_document(text, outlet=given, url=url)).document
    assert (document.outlet, document.outlet_key) == (name, key)
