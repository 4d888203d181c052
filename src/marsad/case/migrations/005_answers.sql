-- What questions are answered from without reading records, and what changed since when. Licence: Apache-2.0.

-- Each document's last change (stored, read again, decided on, purged), so that an export can tell what changed since
-- an earlier one. `revision` only grows; `first` is the revision that brought the document in.
CREATE TABLE change (
  revision INTEGER PRIMARY KEY AUTOINCREMENT,
  doc INTEGER NOT NULL UNIQUE,
  first INTEGER NOT NULL,
  at TEXT NOT NULL                      -- UTC; of a purged document the day alone
) STRICT;

-- Items that a document had and has no longer, by their anchor (layer:start:number): read again, or no longer added.
CREATE TABLE gone (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  anchor TEXT NOT NULL,
  PRIMARY KEY (doc, anchor)
) STRICT, WITHOUT ROWID;

-- Events as `marsad events` prints them: one JSON object each.
CREATE TABLE answer (
  item INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  json BLOB NOT NULL
) STRICT;

-- Reasons as `marsad why` counts and prints them: whose, of which place, and the JSON object of who says it.
CREATE TABLE voice (
  item INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  actor_key TEXT,
  actor TEXT,
  actor_type TEXT,
  place_id TEXT,
  place TEXT,
  kind TEXT,
  country TEXT,
  lat REAL,
  lon REAL,
  json BLOB NOT NULL
) STRICT;

-- Which actors a document names, and in how many of its items in which role; rejected items do not count.
CREATE TABLE actor_in (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  key TEXT NOT NULL,
  type TEXT,
  person INTEGER NOT NULL,              -- 1 where it is called a person
  perpetrator INTEGER NOT NULL,
  target INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  reason INTEGER NOT NULL,
  PRIMARY KEY (doc, key)
) STRICT, WITHOUT ROWID;

-- The same for places of the gazetteer.
CREATE TABLE place_in (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  gazetteer_id TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT,
  admin1 TEXT,
  lat REAL,
  lon REAL,
  event INTEGER NOT NULL,
  reason INTEGER NOT NULL,
  mention INTEGER NOT NULL,
  PRIMARY KEY (doc, gazetteer_id)
) STRICT, WITHOUT ROWID;

-- What the reports of each group say together, of all of them that nobody rejected: marsad.analyse.stories tells how.
-- Written with the links, and as fresh as they are. `outlets` and `contradictions` are JSON arrays.
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
  contradictions TEXT NOT NULL
) STRICT, WITHOUT ROWID;

DROP INDEX party_key;
CREATE INDEX party_key ON party (key, text);
DROP INDEX location_gazetteer;
CREATE INDEX location_gazetteer ON location (gazetteer_id, kind);

INSERT INTO change (doc, first, at) SELECT doc, 1, added FROM document ORDER BY doc;
INSERT INTO change (doc, first, at) SELECT doc, 1, purged FROM tombstone ORDER BY doc;
INSERT INTO answer (item, json)
SELECT item.item, CAST(
  '{"item":"' || item.doc || ':' || item.id || '","state":"' || item.state || '","document":' || json_quote(document.id)
  || ',"outlet":' || json_quote(document.outlet) || ',"published":' || json_quote(document.published)
  || ',"title":' || json_quote(document.title) || ',"sentence":' || json_quote(ifnull(sentence.text, ''))
  || ',' || substr(item.value, 2) AS BLOB)
FROM item JOIN event ON event.item = item.item JOIN document ON document.doc = item.doc
LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence;

INSERT INTO voice (item, actor_key, actor, actor_type, place_id, place, kind, country, lat, lon, json)
SELECT item.item, party.key, party.text, party.type,
  location.gazetteer_id, coalesce(location.name, location.text), location.kind,
  location.country, location.lat, location.lon, CAST(
  '{"item":"' || item.doc || ':' || item.id || '","document":' || json_quote(document.id)
  || ',"outlet":' || json_quote(document.outlet) || ',"published":' || json_quote(document.published)
  || ',"kind":' || json_quote(reason.kind) || ',"behaviour":' || json_quote(reason.behaviour)
  || ',"target":' || json_quote(reason.target) || ',"hedged":' || iif(reason.hedged, 'true', 'false')
  || ',"denied":' || iif(reason.denied, 'true', 'false') || ',"source":' || json_quote(reason.source)
  || ',"state":"' || item.state || '","text":' || json_quote(ifnull(substr(sentence.text,
    item.start - sentence.start + 1, item.stop - item.start), ''))
  || ',"sentence":' || json_quote(ifnull(sentence.text, '')) || '}' AS BLOB)
FROM item JOIN reason ON reason.item = item.item JOIN document ON document.doc = item.doc
LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence
LEFT JOIN party ON party.item = item.item AND party.role = 'actor'
LEFT JOIN location ON location.item = item.item AND location.n = 0 AND location.role = (
  SELECT near.role FROM location AS near WHERE near.item = item.item AND near.n = 0
  ORDER BY instr('target sentence evidence question title', near.role) LIMIT 1);

INSERT INTO actor_in (doc, key, type, person, perpetrator, target, speaker, reason)
SELECT item.doc, party.key, max(party.type), max(ifnull(party.type = 'person', 0)),
  sum(role = 'perpetrator'), sum(role = 'target'), sum(role = 'speaker'),
  sum(role = 'actor' AND item.layer = 'reasons')
FROM item JOIN party ON party.item = item.item
WHERE party.key IS NOT NULL AND item.state <> 'rejected'
GROUP BY item.doc, party.key;

INSERT INTO place_in (doc, gazetteer_id, name, country, admin1, lat, lon, event, reason, mention)
SELECT item.doc, gazetteer_id, max(coalesce(location.name, location.text)), max(country),
  max(admin1), max(lat), max(lon),
  count(DISTINCT iif(item.layer = 'events' AND role = 'place', item.item, NULL)),
  count(DISTINCT iif(item.layer = 'reasons', item.item, NULL)),
  count(DISTINCT iif(item.layer = 'places', item.item, NULL))
FROM item JOIN location ON location.item = item.item
WHERE gazetteer_id IS NOT NULL AND item.state <> 'rejected'
GROUP BY item.doc, gazetteer_id;

-- The stories are told when the case is linked, which the next question that needs them does.
DELETE FROM setting WHERE name = 'linked';
