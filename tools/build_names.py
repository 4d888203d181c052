"""Build src/marsad/data/names/units.tsv from the name units of the package arabic-name-romanizer 0.2 (MIT;
its units come from Wikidata, CC0).

    python tools/build_names.py path/to/names.sqlite3

One line a folded single-word name: name, kinds (g given, s surname), and its most frequent Latin spelling. Names
borne by fewer than two persons of the source are left out, and so are those that ordinary.txt holds as no names
at all (data/names/ordinary.txt decides at reading time; this file keeps them for their Latin spelling)."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections import Counter, defaultdict
from pathlib import Path

from marsad.text.fold import fold_word

OUT = Path(__file__).parents[1] / "src/marsad/data/names/units.tsv"
COUNTRIES = frozenset(
    "EG MA IQ TN SA LB SY PS JO YE AE KW SD QA LY BH SO OM MR KM DJ AF IR DZ".split()  # the region the news is of
)
FRENCH = frozenset({"DZ", "MA", "TN", "MR"})  # spelled the French way (Rachdi): only where nobody else bears the name
LEAST = 2
NEVER = frozenset(
    # words that a transcription of some foreign name happens to give, and that are never a name in the news
    "ان الي لا بين مدينه او كان شمال الا بان فان عليه عده تحرير الان به ادي اما خمسه منه لما مره وانه لنا مشيره "
    "ايدي مبينا سيما في من عن مع هو هي هم ثم قد كل ما لم لن هذا هذه ذلك التي الذي بعد قبل حتي غير كما اي".split()
)


def main() -> None:
    """Write the table."""
    bearers: dict[str, Counter[str]] = {"g": Counter(), "s": Counter()}
    latin: dict[str, Counter[str]] = defaultdict(Counter)
    rows = sqlite3.connect(sys.argv[1]).execute(
        "select arabic_key, latin, latin_lang, country, role, count from units order by rowid"
    )
    for key, spelled, language, country, role, count in rows:
        kind = {"given": "g", "surname": "s"}.get(role)
        if kind is None or country not in COUNTRIES or " " in key:
            continue
        name = fold_word(key)
        bearers[kind][name] += count
        latin[name][re.sub(r"[^a-z]+", "_", spelled.lower()).strip("_")] += (
            count * (3 if language == "en" else 1) * (1 if country in FRENCH else 10)
        )
    with OUT.open("w", encoding="utf-8") as out:
        out.write("# Single words of personal names, folded. Built by tools/build_names.py.\n")
        out.write("# kinds: g given, s surname. bearers: persons of the source with it as given name.\n")
        out.write("# Origin: arabic-name-romanizer 0.2 (MIT), from Wikidata (CC0). latin: as keys spell it.\n")
        out.write("name\tkinds\tbearers\tlatin\n")
        for name in sorted(set(bearers["g"]) | set(bearers["s"])):
            kinds = "".join(k for k in "gs" if bearers[k][name] >= LEAST)
            spelled = next((s for s, _ in latin[name].most_common() if s.isascii() and s), "")
            if kinds and len(name) > 1 and name not in NEVER and spelled:
                out.write(f"{name}\t{kinds}\t{bearers['g'][name]}\t{spelled}\n")


if __name__ == "__main__":
    main()
