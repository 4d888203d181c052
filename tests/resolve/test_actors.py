"""Which actor a bare noun, a short name, an office or a country means."""

from __future__ import annotations

import pytest
from tests.actors.marked import expected, marked, plain

from marsad import Reader


@pytest.fixture(scope="module")
def reader():
    return Reader()


def found(reader, sentence):
    return [(a.text, a.key) for a in reader.read(plain(sentence)).actors]


@pytest.mark.parametrize("sentence", marked("coreference.tsv"))
def test_coreference(reader, sentence):
    assert found(reader, sentence) == expected(sentence)


@pytest.mark.parametrize("sentence", marked("coreference_metonymy.tsv"))
def test_metonymy(reader, sentence):
    assert found(reader, sentence) == expected(sentence)


def test_a_bare_noun_names_its_head(reader):
    actors = reader.read("هاجم تنظيم داعش الحاجز. وقال شهود إن التنظيم انسحب.").actors
    assert [(a.text, a.head) for a in actors] == [("تنظيم داعش", None), ("التنظيم", actors[0].id)]


@pytest.mark.parametrize(
    ("published", "key"),
    [("2015-08-01", "barack_obama"), ("2018-03-01", "donald_trump"), (None, "us_president"), ("2015", "us_president")],
)
def test_an_office_means_its_holder_at_publication(reader, published, key):
    record = reader.read("رفض الرئيس الأميركي المقترح.", published=published)
    assert [(a.text, a.key) for a in record.actors] == [("الرئيس الأميركي", key)]


def test_an_office_means_the_holder_that_the_text_tells(reader):
    text = "قال وزير الدفاع العراقي مازن الراشدي إن الطريق آمن. وأضاف وزير الدفاع العراقي أن القوة كافية."
    keys = [a.key for a in reader.read(text).actors if a.type == "person"]
    assert len(keys) == 2
    assert len(set(keys)) == 1
