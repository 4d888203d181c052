-- A case: one SQLite file. Version 6 of the schema (pragma user_version; application_id says that it is a case).
-- Licence: Apache-2.0. docs/case.md explains the tables and shows questions to ask them.
--
-- What is kept:      document, original, record, sighting, fingerprint, reading, failed, history, tombstone, change.
-- What is derived:   item and all below it, sentence, search: the records with people's corrections applied,
--                    written again for a document whenever either changes. Answers come from these tables.

-- With which version of marsad and of its tables documents were read.
CREATE TABLE reading (
  reading INTEGER PRIMARY KEY,
  marsad TEXT NOT NULL,
  tables TEXT NOT NULL,                 -- hash of all words, grammars and other tables, the user's too
  UNIQUE (marsad, tables)
) STRICT;

CREATE TABLE document (
  doc INTEGER PRIMARY KEY AUTOINCREMENT, -- the number of a document; never used again, also after a purge
  id TEXT NOT NULL UNIQUE,
  given_id TEXT NOT NULL,               -- the id as it came; `id` has a number behind it where it was taken
  sha256 TEXT NOT NULL,                 -- of the original bytes
  text_sha256 TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  published TEXT,                       -- EDTF
  published_basis TEXT,
  since TEXT,                           -- first and last day that `published` allows
  until TEXT,
  path TEXT,
  url TEXT,
  retrieved TEXT,
  added TEXT NOT NULL,                  -- UTC, when it was stored
  encoding TEXT,
  language TEXT,
  format TEXT,
  extractor TEXT,                       -- package and version that told the text from the bytes
  words INTEGER NOT NULL,
  reading INTEGER REFERENCES reading,   -- NULL where it was set aside
  aside TEXT,                           -- why it was set aside unread
  copy_of INTEGER REFERENCES document,  -- the first document with the very same text
  origin INTEGER NOT NULL               -- group of copies and near duplicates: number of its first document
) STRICT;
-- The same id, bytes and outlet are the same document, whoever adds it, and how often.
CREATE UNIQUE INDEX document_identity ON document (given_id, sha256, ifnull(outlet, ''));
CREATE INDEX document_text ON document (text_sha256);
CREATE INDEX document_origin ON document (origin);
CREATE INDEX document_outlet ON document (outlet, since);
CREATE INDEX document_copy ON document (copy_of) WHERE copy_of IS NOT NULL;

-- The smallest stretch of the input that holds the document alone, zlib-compressed.
CREATE TABLE original (
  doc INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  data BLOB NOT NULL
) STRICT;

-- What marsad read, untouched by corrections: a record of docs/record.md as JSON, zlib-compressed.
CREATE TABLE record (
  doc INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  data BLOB NOT NULL
) STRICT;

-- Other names under which a document was found again.
CREATE TABLE sighting (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (doc, name)
) STRICT, WITHOUT ROWID;

-- What near duplicates are found by: documents that share a band are compared.
CREATE TABLE fingerprint (
  doc INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  data BLOB NOT NULL
) STRICT;
CREATE TABLE band (
  value INTEGER NOT NULL,
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  PRIMARY KEY (value, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX band_doc ON band (doc);

-- Inputs that could not be read, with the reason; `given` is the path that was asked for.
CREATE TABLE failed (
  message TEXT PRIMARY KEY,
  given TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- People's decisions, one row each, never changed. `doc` is NULL where a decision holds for the whole case.
CREATE TABLE history (
  entry INTEGER PRIMARY KEY AUTOINCREMENT, -- the order of decisions; clocks may jump
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'correct', 'comment', 'add', 'alias', 'undo')),
  doc INTEGER REFERENCES document,
  identity TEXT,                        -- of the item: layer:start:type
  field TEXT,                           -- of a correction; of an alias the folded name
  machine TEXT,                         -- JSON: the machine's value then
  value TEXT,                           -- JSON: the person's value
  comment TEXT,
  undoes INTEGER REFERENCES history
) STRICT;
CREATE INDEX history_doc ON history (doc);
CREATE TABLE purging (doc INTEGER PRIMARY KEY) STRICT; -- holds a row only inside the transaction of a purge
CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
BEGIN SELECT raise(ABORT, 'the history of a case is only added to'); END;
CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
WHEN OLD.doc IS NULL OR NOT EXISTS (SELECT 1 FROM purging WHERE doc = OLD.doc)
BEGIN SELECT raise(ABORT, 'the history of a case is only added to'); END;

-- That a document was purged, and the day; nothing else of it is left.
CREATE TABLE tombstone (doc INTEGER PRIMARY KEY, purged TEXT NOT NULL) STRICT;

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

-- Small facts about the file itself.
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE sentence (
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  n INTEGER NOT NULL,
  start INTEGER NOT NULL,               -- code points into the text; `stop` is exclusive
  stop INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (doc, n)
) STRICT, WITHOUT ROWID;

-- Everything found, of all layers. `item` is doc * 1048576 + a running number.
CREATE TABLE item (
  item INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  layer TEXT NOT NULL,                  -- events, reasons, statements, relations, outlooks, places, actors, times …
  id TEXT NOT NULL,                     -- in the record (e1, r2); h12 where a person added it in history entry 12
  identity TEXT NOT NULL,               -- layer:start:type: the same when the document is read again
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  type TEXT,                            -- event type, reason category, kind of statement or place, actor type …
  state TEXT NOT NULL CHECK (state IN ('machine', 'accepted', 'corrected', 'added', 'rejected')),
  rule TEXT,
  confidence REAL,
  value TEXT,                           -- JSON as in the record, corrections applied; NULL for mentions (see record)
  UNIQUE (doc, identity)
) STRICT;
CREATE INDEX item_layer ON item (layer, type, state);

CREATE TABLE event (
  item INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  status TEXT NOT NULL,
  date TEXT,                            -- EDTF
  since TEXT,                           -- first and last day that it allows; NULL where its year is not known
  until TEXT,
  trigger TEXT NOT NULL,
  killed_min INTEGER,
  killed_max INTEGER,
  injured_min INTEGER,
  injured_max INTEGER,
  weapon TEXT,
  source TEXT
) STRICT;
CREATE INDEX event_time ON event (since, until);

CREATE TABLE reason (
  item INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  kind TEXT NOT NULL,
  behaviour TEXT,
  target TEXT,
  hedged INTEGER NOT NULL,
  denied INTEGER NOT NULL,
  source TEXT,
  ord INTEGER
) STRICT;

CREATE TABLE statement (
  item INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  hedged INTEGER NOT NULL,
  via TEXT,
  content_start INTEGER,
  content_stop INTEGER
) STRICT;

-- Actors in their roles: mention (of the layer actors), perpetrator, target, actor (of a reason or outlook), speaker,
-- from, to (of a relation).
CREATE TABLE party (
  item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  role TEXT NOT NULL,
  n INTEGER NOT NULL,
  key TEXT,
  type TEXT,
  text TEXT NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (item, role, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_key ON party (key, text);
CREATE INDEX party_folded ON party (folded);

-- Places in their roles: mention (of the layer places), place (of an event), from, to, route (of a relation). Of a
-- reason the first of target, sentence, evidence, question, title in which the place stands that it is about.
CREATE TABLE location (
  item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  role TEXT NOT NULL,
  n INTEGER NOT NULL,
  text TEXT NOT NULL,
  folded TEXT NOT NULL,
  name TEXT,
  kind TEXT,
  country TEXT,
  admin1 TEXT,
  lat REAL,
  lon REAL,
  uncertainty_km REAL,
  gazetteer_id TEXT,
  PRIMARY KEY (item, role, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX location_folded ON location (folded);
CREATE INDEX location_gazetteer ON location (gazetteer_id, kind);

-- Which events of different documents are one: all with one `grp`. Written by marsad.analyse.links; what is read or
-- corrected afterwards has none until the case is linked again (setting `linked` holds the state that was linked).
CREATE TABLE link (
  item INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  grp TEXT NOT NULL,
  main INTEGER NOT NULL,                -- 1 where it is what the document is about
  likeness REAL                         -- to the group's others on average; NULL where it stands alone
) STRICT;
CREATE INDEX link_group ON link (grp);

-- What the reports of each group say together, of all of them that nobody rejected: marsad.analyse.stories tells how.
-- Written with the links, and as fresh as they are. `outlets` and `contradictions` are JSON arrays, `json` is the object
-- that `marsad timeline` prints, without the reports.
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

-- What questions are answered from without reading records; ready.sql says how each is made of the tables above.

-- Events as `marsad events` prints them: one JSON object each.
CREATE TABLE answer (
  item INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  rank TEXT NOT NULL,                   -- sorts them: by date (none last), then document, then place in its text
  rejected INTEGER NOT NULL,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX answer_rank ON answer (rank) WHERE NOT rejected;

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

-- Words of documents without clitics, in the spelling-neutral form; rowid is the document's number.
CREATE VIRTUAL TABLE search USING fts5 (stems, tokenize = "unicode61 remove_diacritics 0");

-- What the sentences of a document mean, as vectors of int8, one behind the other. Made by marsad.analyse.meaning when
-- somebody first searches by meaning; gone when the document is read again.
CREATE TABLE meaning (
  doc INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  model TEXT NOT NULL,                  -- package and version that made them
  data BLOB NOT NULL
) STRICT;

-- Views for questions in plain SQL, and for programs that open SQLite files.
CREATE VIEW events AS
SELECT item.doc || ':' || item.id AS item, item.state, document.id AS document, document.origin, document.outlet,
  document.published, item.type, event.status, event.date, event.since, event.until,
  (SELECT group_concat(text, '; ') FROM location WHERE location.item = item.item AND role = 'place') AS places,
  (SELECT group_concat(text, '; ') FROM party WHERE party.item = item.item AND role = 'perpetrator') AS perpetrators,
  (SELECT group_concat(text, '; ') FROM party WHERE party.item = item.item AND role = 'target') AS targets,
  event.killed_min, event.killed_max, event.injured_min, event.injured_max, event.weapon, event.source, sentence.text
FROM event JOIN item USING (item) JOIN document USING (doc)
LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence;

CREATE VIEW reasons AS
SELECT item.doc || ':' || item.id AS item, item.state, document.id AS document, document.origin, document.outlet,
  document.published, item.type AS category, reason.kind,
  (SELECT key FROM party WHERE party.item = item.item AND role = 'actor') AS actor,
  reason.behaviour, reason.target, reason.hedged, reason.denied, reason.source, reason.ord, sentence.text
FROM reason JOIN item USING (item) JOIN document USING (doc)
LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence;

CREATE VIEW statements AS
SELECT item.doc || ':' || item.id AS item, item.state, document.id AS document, document.origin, document.outlet,
  document.published, item.type AS kind,
  (SELECT text FROM party WHERE party.item = item.item AND role = 'speaker') AS speaker,
  (SELECT key FROM party WHERE party.item = item.item AND role = 'speaker') AS speaker_key,
  statement.hedged, statement.via, sentence.text
FROM statement JOIN item USING (item) JOIN document USING (doc)
LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence;
