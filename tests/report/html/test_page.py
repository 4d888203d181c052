"""The page: everything is there and linked both ways, hostile text stays text, nothing comes from elsewhere."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace

import pytest
from tests.report.html.reading import ReadPage
from tests.report.sample import NEXT, REASON, TEXT, record

from marsad import Reader
from marsad.model import Record
from marsad.report.html import Pages
from marsad.report.html.article import marks
from marsad.report.labels import Labels
from marsad.report.outline import Fact, fact
from marsad.report.outlined import HEADINGS

HOSTILE = [
    '<script>alert("x")</script>',
    '"><img src=x onerror=alert(1)>',
    "</title></style></script><svg/onload=alert(1)>",
    "' onmouseover='alert(1)",
    "<!-- --!><a href=javascript:alert(1)>",
    "&lt;b&gt; &#x202e;",
]
REORDERING = ["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"]


def page(*records: Record, lang: str = "en") -> ReadPage:
    pages = Pages(lang)
    parts = [pages.part(r, n) for n, r in enumerate(records, 1)]
    return ReadPage(pages.page(parts, [pages.title(r) for r in records]))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_layer_has_its_section_and_switch_in_the_language_and_its_direction(lang: str) -> None:
    read, labels = page(record(), lang=lang), Labels(lang)
    headings, expected = [e.text.rstrip(" 0123456789") for e in read.all("h3")], [labels(k) for k in HEADINGS.values()]
    assert [h for h in headings if h in expected] == expected
    assert {e.get("id") for e in read.all("input")} == {f"show-{layer}" for layer in HEADINGS}
    (root,) = read.all("html")
    assert (root.get("lang"), root.get("dir")) == (lang, {"ar": "rtl", "en": "ltr"}[lang])


def test_the_article_is_verbatim() -> None:
    (article,) = page(record()).all("article")
    for line in TEXT.split("\n"):
        assert line in article.text


def test_every_link_leads_somewhere_and_every_id_is_unique() -> None:
    read = page(record(), record())
    assert set(read.targets) <= set(read.ids)
    assert len(read.ids) == len(set(read.ids))


def test_every_item_is_linked_from_its_words_and_back() -> None:
    read = page(record())
    from_words = {t for e in read.all("a") if "m" in e.get("class").split() for t in e.get("data-of").split()}
    entries = {e.get("id"): e for e in read.all("li") if "entry" in e.get("class").split()}
    assert from_words == set(entries)
    for item in marks(record()):
        assert f"d1-at-{item.id}" in read.targets
        assert f"d1-at-{item.id}" in read.ids


def test_words_of_several_items_know_all_of_them() -> None:
    read = page(record())
    words = [e for e in read.all("a") if e.text == "الصنوبر" and "m" in e.get("class").split()]
    assert words[0].get("data-of") == "d1-p1"
    shared = [e for e in read.all("a") if e.get("data-of").count(" ") >= 1]
    assert {"اللواء"} <= {e.text for e in shared}


def test_reasons_show_their_evidence_and_what_they_rest_on() -> None:
    (reason,) = record().reasons
    read = page(replace(record(), reasons=(replace(reason, evidence=(4,), supports=("q1", "e1")),)))
    (entry,) = [e for e in read.all("li") if e.get("id") == "d1-r1"]
    assert REASON in entry.text
    assert NEXT in entry.text
    assert "d1-sentence-5" in read.targets
    assert {"d1-q1", "d1-e1"} <= set(read.targets)


def test_data_run_from_left_to_right_and_words_as_they_are() -> None:
    values = {e.text: e.get("dir") for e in page(record(), lang="ar").all("bdi")}
    assert values["2020-01-14"] == values["35.50, 36.25"] == values["dawn_brigade"] == "ltr"
    assert values["لواء الفجر"] == "auto"


def test_several_documents_have_a_list_and_ids_of_their_own() -> None:
    read = page(record(), replace(record(), title="ثانٍ"))
    assert {"d1", "d2", "d1-e1", "d2-e1"} <= set(read.ids)
    assert [e.text for e in read.all("a") if e.get("href") in ("#d1", "#d2")] == ["هجوم في الصنوبر", "ثانٍ"]


def test_how_an_item_was_made_is_told_where_it_is_asked() -> None:
    def made(item: object) -> tuple[Fact, ...]:
        return (fact("made by", f"rule of {item.id}"),)  # type: ignore[attr-defined]

    source = str(Pages("en", explain=made).part(record()))
    assert all(f"rule of {id}" in source for id in ("e1", "r1", "s1"))
    assert "made by" not in str(Pages("en").part(record()))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text(hostile: str) -> None:
    # Every field that comes from a document, with the attack in it; offsets still point into the text.
    attacked = replace(
        record(),
        text=TEXT + "\n" + hostile,
        title=hostile,
        id=hostile,
        source=replace(record().source, outlet=hostile, path=hostile, language=hostile),
        events=tuple(replace(e, weapon=hostile, source=hostile, type=hostile) for e in record().events),
        actors=tuple(replace(a, text=hostile, key=hostile, role=hostile) for a in record().actors),
    )
    plain, read = page(record()), page(attacked)
    names = {e.name for e in plain.elements}
    assert {e.name for e in read.elements} <= names
    assert {a for e in read.elements for a in e.attributes} <= {a for e in plain.elements for a in e.attributes}
    assert all(re.fullmatch(r"#[\w-]+", e.get("href")) for e in read.all("a"))
    assert hostile in read.all("article")[0].text
    assert read.all("script")[0].text == plain.all("script")[0].text


@pytest.mark.parametrize("sign", [*REORDERING, "\x00", "\x1b", "\x08", "\ud800"])
def test_signs_that_reorder_or_command_do_not_get_into_the_page(sign: str) -> None:
    attacked = replace(record(), text=TEXT.replace("الفجر", f"الف{sign}جر"), title=f"عنوان{sign}")
    source = page(attacked).source
    assert sign not in source
    source.encode("utf-8")


def test_the_policy_lets_in_the_page_s_own_style_and_script_alone() -> None:
    read = page(record())
    assert read.policy.startswith("default-src 'none';")
    assert "unsafe" not in read.policy
    for name in ("style", "script"):
        digest = b64encode(hashlib.sha256(read.inside(name).encode("utf-8")).digest()).decode("ascii")
        assert f"{name}-src 'sha256-{digest}'" in read.policy


def test_nothing_is_loaded_from_elsewhere() -> None:
    read = page(replace(record(), source=replace(record().source, path=None, url="https://example.org/a")))
    assert not any(e.get(a) for e in read.elements for a in ("src", "srcset", "style", "action", "data"))
    assert not any(e.name in ("link", "img", "iframe", "form", "object") for e in read.elements)
    assert "url(" not in read.inside("style")
    assert "@import" not in read.inside("style")
    assert "http" not in " ".join(read.targets)


def test_a_record_without_anything_says_so() -> None:
    empty = Record(id="r", source=record().source, text="نص قصير.")
    (note,) = [e for e in page(empty).all("p") if e.get("class") == "note"]
    assert note.text == Labels("en")("nothing")


def test_a_text_that_was_read_is_there_with_all_its_links(reader: Reader) -> None:
    text = (
        "قصفت طائرات حربية مخيم الورد في بلدة بنش فجر الثلاثاء، ما أدى إلى مقتل ثلاثة مدنيين. وقال ناشط إن القصف تكرر."
    )
    read = page(reader.read(text, published="2020-01-15"))
    (article,) = read.all("article")
    assert text in article.text
    assert set(read.targets) <= set(read.ids)


def test_a_megabyte_is_written_without_loss(reader: Reader) -> None:
    one = reader.read("هاجم مسلحون حاجزاً للجيش في بلدة الصنوبر يوم الثلاثاء.\n", published="2020-01-15")
    length, copies = len(one.text), 1_000_000 // len(one.text)

    def shifted(name: str) -> tuple[object, ...]:
        return tuple(
            replace(item, start=item.start + n * length, end=item.end + n * length, **({"id": f"{item.id}x{n}"} if
                    hasattr(item, "id") else {}))
            for n in range(copies) for item in getattr(one, name)
        )  # fmt: skip

    layers = ("sentences", "events", "actors", "times")
    whole = replace(one, text=one.text * copies, **{name: shifted(name) for name in layers})  # type: ignore[arg-type]
    source = str(Pages("ar").part(whole))
    assert source.count("<p dir") == copies
    assert source.count('class="entry events"') == copies * len(one.events)
