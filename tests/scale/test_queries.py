"""The questions of docs/scale.md can be asked with DuckDB, and answer."""

from __future__ import annotations

import random
import re
from pathlib import Path

import duckdb
import pytest
from tests.ingest.variations import tagged
from tests.scale.articles import SAMPLES, articles, write_lines

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run over samples, a copy and a broken line."""
    from marsad.scale.job import Job, run
    from marsad.scale.running import Local

    folder = tmp_path_factory.mktemp("scale")
    rows = articles(2)
    rows.append({**rows[0], "id": "copy", "text": tagged(rows[0]["text"], random.Random(1)), "outlet": "زيتون برس"})
    path = write_lines(folder / "a.jsonl", rows)
    with path.open("a", encoding="utf-8") as file:
        file.write("{\n")
    run(Job(folder / "out", (str(SAMPLES), str(path))), Local(), say=lambda message: None)
    return folder / "out"


@pytest.mark.parametrize("query", QUERIES, ids=[query.partition("\n")[0].removeprefix("-- ") for query in QUERIES])
def test_a_question_of_the_documentation_is_answered(written: Path, query: str) -> None:
    with duckdb.connect() as connection:
        assert connection.sql(query.replace("out/", f"{written}/")).fetchall()


def test_a_sentence_is_the_one_that_holds_the_event(written: Path) -> None:
    (query,) = [query for query in QUERIES if "AS sentence" in query]
    with duckdb.connect() as connection:
        rows = connection.sql(query.replace("out/", f"{written}/")).fetchall()
    texts = dict(duckdb.sql(f"SELECT id, text FROM '{written}/records/*/*.parquet'").fetchall())
    assert all(sentence in texts[id] and len(sentence.split()) > 3 for id, *_, sentence in rows)
