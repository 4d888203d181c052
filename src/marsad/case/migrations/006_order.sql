-- The order of events and the JSON of stories are kept, not made for each question. Licence: Apache-2.0.

DROP TABLE answer;
CREATE TABLE answer (
  item INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  rank TEXT NOT NULL,                   -- sorts them: by date (none last), then document, then place in its text
  rejected INTEGER NOT NULL,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX answer_rank ON answer (rank) WHERE NOT rejected;

DROP TABLE story;
CREATE TABLE story (
  grp TEXT PRIMARY KEY,
  reports INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  date TEXT,
  type TEXT NOT NULL,
  place TEXT,
  killed_low INTEGER,
  killed_high INTEGER,
  injured_low INTEGER,
  injured_high INTEGER,
  outlets TEXT NOT NULL,
  contradictions TEXT NOT NULL,
  json BLOB NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO answer (item, rank, rejected, json)
SELECT item.item, ifnull(event.since, '~') || ifnull(event.until, '') || document.id || char(1)
  || printf('%09d', item.start) || item.identity, item.state = 'rejected', CAST(
  '{"item":"' || item.doc || ':' || item.id || '","state":"' || item.state || '","document":' || json_quote(document.id)
  || ',"outlet":' || json_quote(document.outlet) || ',"published":' || json_quote(document.published)
  || ',"title":' || json_quote(document.title) || ',"sentence":' || json_quote(ifnull(sentence.text, ''))
  || ',' || substr(item.value, 2) AS BLOB)
FROM item JOIN event ON event.item = item.item JOIN document ON document.doc = item.doc
LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence;

-- The stories are told when the case is linked, which the next question that needs them does.
DELETE FROM setting WHERE name = 'linked';
