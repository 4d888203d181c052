-- The tables that questions are answered from, made of the items of document ?1 (src/marsad/case/schema.sql).
-- Licence: Apache-2.0. A change here needs a migration that makes the rows of older cases again.

INSERT INTO answer (item, rank, rejected, json)
SELECT item.item, ifnull(event.since, '~') || ifnull(event.until, '') || document.id || char(1)
  || printf('%09d', item.start) || item.identity, item.state = 'rejected', CAST(
  '{"item":"' || item.doc || ':' || item.id || '","state":"' || item.state || '","document":' || json_quote(document.id)
  || ',"outlet":' || json_quote(document.outlet) || ',"published":' || json_quote(document.published)
  || ',"title":' || json_quote(document.title) || ',"sentence":' || json_quote(ifnull(sentence.text, ''))
  || ',' || substr(item.value, 2) AS BLOB)
FROM item JOIN event ON event.item = item.item JOIN document ON document.doc = item.doc
LEFT JOIN sentence ON sentence.doc = item.doc AND sentence.n = item.sentence
WHERE item.doc = ?1;

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
  ORDER BY instr('target sentence evidence question title', near.role) LIMIT 1)
WHERE item.doc = ?1;

DELETE FROM actor_in WHERE doc = ?1;
INSERT INTO actor_in (doc, key, type, person, perpetrator, target, speaker, reason)
SELECT item.doc, party.key, max(party.type), max(ifnull(party.type = 'person', 0)),
  sum(role = 'perpetrator'), sum(role = 'target'), sum(role = 'speaker'),
  sum(role = 'actor' AND item.layer = 'reasons')
FROM item JOIN party ON party.item = item.item
WHERE item.doc = ?1 AND party.key IS NOT NULL AND item.state <> 'rejected'
GROUP BY item.doc, party.key;

DELETE FROM place_in WHERE doc = ?1;
INSERT INTO place_in (doc, gazetteer_id, name, country, admin1, lat, lon, event, reason, mention)
SELECT item.doc, gazetteer_id, max(coalesce(location.name, location.text)), max(country),
  max(admin1), max(lat), max(lon),
  count(DISTINCT iif(item.layer = 'events' AND role = 'place', item.item, NULL)),
  count(DISTINCT iif(item.layer = 'reasons', item.item, NULL)),
  count(DISTINCT iif(item.layer = 'places', item.item, NULL))
FROM item JOIN location ON location.item = item.item
WHERE item.doc = ?1 AND gazetteer_id IS NOT NULL AND item.state <> 'rejected'
GROUP BY item.doc, gazetteer_id;
