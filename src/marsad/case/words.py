"""The words by which a case is searched: spelling-neutral, without clitics, the same for texts and for questions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache

import regex

from marsad.case.layers import Plain
from marsad.text.clitics import Segmenter
from marsad.text.fold import fold_word
from marsad.text.view import read_text

_SIGNS = regex.compile(r"[^\w\s]")  # whose \w, unlike that of re, holds harakat


@cache
def _segmenter() -> Segmenter:
    return Segmenter()


def indexed_words(record: Plain) -> str:
    """The words of a record's text, parted by blanks, as the search index holds them.

    A name that no dictionary knows shows where its clitics end by where its mention begins: ل|كركوك."""
    heads = {mention["start"] for layer in ("places", "actors") for mention in record[layer]}
    return " ".join(stem for _, _, stem in stems(record["text"], heads))


def stems(text: str, heads: Iterable[int] = (), among: Collection[str] = ()) -> Iterator[tuple[int, int, str]]:
    """Start, end and searched form of each word and number of a text. `heads` are offsets at which names begin.

    `among`: only words that hold one of these forms are taken apart, and the form of others is ""."""
    split = _segmenter().split
    begins = sorted(heads)
    k = 0
    for token in read_text(text).tokens:
        while k < len(begins) and begins[k] <= token.start:
            k += 1
        if k < len(begins) and begins[k] < token.end:
            yield token.start, token.end, fold_word(text[begins[k] : token.end]).casefold()
        elif token.word and among and not any(form in token.form.casefold() for form in among):
            yield token.start, token.end, ""
        elif token.word:
            yield token.start, token.end, split(text[token.start : token.end]).stem.casefold()
        elif token.form[:1].isdigit():
            yield token.start, token.end, token.form


def searched_forms(word: str) -> set[str]:
    """The forms under which a word that somebody looks for may be indexed: without its clitics, and whole."""
    whole = fold_word(word).casefold()
    return {form for form in (whole, _segmenter().split(word).stem.casefold()) if form}


def asked_words(query: str) -> list[list[str]]:
    """What a question looks for: each word, or phrase in quotation marks, as a list of words."""
    quoted = regex.findall(r'["«“”]([^"«»“”]+)["»“”]', query)
    rest = regex.sub(r'["«“”][^"«»“”]+["»“”]', " ", query)
    return [words for part in (*quoted, *rest.split()) if (words := _SIGNS.sub(" ", part).split())]


def match_expression(query: str) -> str:
    """The FTS5 expression of a question: all of its words and phrases; "" where it has none."""
    parts = []
    for words in asked_words(query):
        forms = [sorted(searched_forms(word)) for word in words]
        if len(forms) == 1:
            parts.append("(" + " OR ".join(f'"{form}"' for form in forms[0]) + ")")
        else:
            parts.append('"' + " ".join(_segmenter().split(word).stem.casefold() for word in words) + '"')
    return " AND ".join(parts)
