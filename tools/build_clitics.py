"""Builds data/clitics/forms.txt.gz: the Arabic word forms that the clitic splitter knows.

Source: the Arabic dictionary of simplemma (MIT), its forms folded but for a final ة. Forms of the second person
and of the feminine plural are left out: news hardly uses them, and they make wrong stems look right.
Run by `make clitics`."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from marsad.text.fold import fold_word

TARGET = Path(__file__).parents[1] / "src/marsad/data/clitics/forms.txt.gz"
RARE = re.compile(r"(?:تم|تما|تن|نن|كم|كما|كن)$")
WORD = re.compile(r"^[\u0621-\u064a]{2,11}$")


def keep_ta_marbuta(form: str) -> str:
    """The folded form, a final ة kept apart from ه: the splitter tells the pronoun by it."""
    folded = fold_word(form)
    return folded[:-1] + "ة" if form.endswith("ة") else folded


def main() -> None:
    dictionary = DefaultDictionaryFactory().get_dictionary("ar")
    forms = {keep_ta_marbuta(form.decode()) for form in dictionary._dict}  # type: ignore[attr-defined]
    kept = sorted(f for f in forms if WORD.match(f) and not RARE.search(f) and not f.startswith("لل"))
    content = "\n".join(kept).encode()
    # No name and no time in the header, so that the same input gives the same bytes.
    TARGET.write_bytes(gzip.compress(content, 9, mtime=0))
    print(f"{len(kept)} forms, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
