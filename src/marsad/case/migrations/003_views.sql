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
