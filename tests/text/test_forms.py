"""The list of word forms: asked word by word, it answers as the whole list would."""

import gzip

from marsad.folders import DATA
from marsad.text.forms import Forms

WORDS = gzip.decompress((DATA / "clitics" / "forms.txt.gz").read_bytes()).decode().split("\n")


def test_the_list_is_sorted() -> None:
    assert sorted(WORDS) == WORDS


def test_every_listed_word_is_there() -> None:
    forms = Forms()
    assert all(word in forms for word in WORDS)


def test_every_listed_word_is_there_folded() -> None:
    forms = Forms(folded=True)
    assert all(word.replace("ة", "ه") in forms for word in WORDS)
    assert "قريه" in forms
    assert "قرية" not in forms


def test_what_is_not_listed_is_not_there() -> None:
    forms, known = Forms(), set(WORDS)
    tried = {word + letter for word in WORDS[::97] for letter in "ءخي"} | {word[:-1] for word in WORDS[::89]}
    assert all((word in forms) == (word in known) for word in tried | {"", "ا", "\n", "\nا", "zz", "ييي", "ءءء"})


def test_more_words_are_added() -> None:
    assert "فيتوو" in Forms(["فيتوو"])
    assert "قنابله" in Forms(["قنابلة"], folded=True)
